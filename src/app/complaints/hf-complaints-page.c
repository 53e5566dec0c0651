/* hf-complaints-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-complaints-page.h"

#include <glib/gi18n-lib.h>

#include "hf-case-counts.h"
#include "hf-cases-tab.h"
#include "hf-complaints-tab.h"
#include "hf-follower.h"
#include "hf-matters-tab.h"
#include "hf-staff.h"

#define MAX_TABS (8)

/**
 * HfComplaintsPage:
 *
 * A tab for each kind of case, made when it is first shown; above them whose cases are shown, and
 * the button that begins a new one. While it is not shown it reads nothing; the number in the
 * sidebar is counted by HfCaseBadge.
 */
struct _HfComplaintsPage
{
  AdwBin parent_instance;

  GtkBox *tab_buttons;
  GtkDropDown *responsible;
  GtkStringList *names;
  AdwBin *tools;
  GtkButton *new_button;
  GtkStack *stack;

  HfAppContext *context;
  GSimpleActionGroup *actions;
  HfFollower *follower; /* for the numbers on the tabs */
  GArray *staff;        /* (element-type gint64): of @names, from the second on */
  HfCaseCounts counts;
  GtkLabel *count_labels[MAX_TABS];
  gboolean settling; /* the filter is being filled in */
};

static void hf_complaints_page_page_init (HfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfComplaintsPage,
                               hf_complaints_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_PAGE, hf_complaints_page_page_init))

/* The tabs in their order; the number of open ones stands in HfCaseCounts. */
static const struct
{
  const char *name;
  const char *title;
  goffset count;
  GType (*get_type) (void);
} tab_infos[] = {
  { "complaints", N_ ("Complaints"), G_STRUCT_OFFSET (HfCaseCounts, complaints),
    hf_complaints_tab_get_type },
  { "returns", N_ ("Returns"), G_STRUCT_OFFSET (HfCaseCounts, returns), hf_returns_tab_get_type },
  { "adverse", N_ ("Adverse reactions"), G_STRUCT_OFFSET (HfCaseCounts, adverse),
    hf_adverse_tab_get_type },
  { "recovery", N_ ("Recovery"), G_STRUCT_OFFSET (HfCaseCounts, recovery),
    hf_recovery_tab_get_type },
  { "incidents", N_ ("Incidents"), G_STRUCT_OFFSET (HfCaseCounts, incidents),
    hf_incidents_tab_get_type },
};

static gint64
get_responsible (HfComplaintsPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->responsible);

  return chosen > 0 && chosen <= self->staff->len ? g_array_index (self->staff, gint64, chosen - 1)
                                                  : 0;
}

static void
show_tools (HfComplaintsPage *self, HfCasesTab *tab)
{
  const char *label = hf_cases_tab_get_new_label (tab);
  GtkWidget *content = gtk_button_get_child (self->new_button);

  adw_bin_set_child (self->tools, hf_cases_tab_create_tools (tab));
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), label != NULL);
  if (label != NULL)
    adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
}

static GtkWidget *
ensure_tab (HfComplaintsPage *self, const char *name)
{
  GtkWidget *tab = gtk_stack_get_child_by_name (self->stack, name);

  for (guint i = 0; tab == NULL && i < G_N_ELEMENTS (tab_infos); i++)
    if (g_str_equal (tab_infos[i].name, name))
      {
        tab = g_object_new (tab_infos[i].get_type (), NULL);
        gtk_stack_add_named (self->stack, tab, name);
        hf_cases_tab_set_context (HF_CASES_TAB (tab), self->context);
        hf_cases_tab_set_responsible (HF_CASES_TAB (tab), get_responsible (self));
      }
  return tab;
}

static void
show_tab (HfComplaintsPage *self, const char *name)
{
  GtkWidget *tab = ensure_tab (self, name);

  if (tab == NULL)
    return;
  gtk_stack_set_visible_child (self->stack, tab);
  show_tools (self, HF_CASES_TAB (tab));
}

static void
on_change_tab (GSimpleAction *action, GVariant *state, gpointer data)
{
  HfComplaintsPage *self = data;
  const char *name = g_variant_get_string (state, NULL);

  if (ensure_tab (self, name) == NULL)
    return;
  g_simple_action_set_state (action, state);
  show_tab (self, name);
  g_settings_set_string (hf_app_context_get_settings (self->context), "cases-tab", name);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *tab = gtk_stack_get_visible_child (HF_COMPLAINTS_PAGE (data)->stack);

  if (tab != NULL)
    hf_cases_tab_start_new (HF_CASES_TAB (tab));
}

static void
show_counts (HfComplaintsPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tab_infos); i++)
    {
      guint n = G_STRUCT_MEMBER (guint, &self->counts, tab_infos[i].count);
      g_autofree char *text = g_strdup_printf ("%u", n);

      gtk_label_set_label (self->count_labels[i], text);
      gtk_widget_set_visible (GTK_WIDGET (self->count_labels[i]), n > 0);
    }
}

static gpointer
read_counts (HfDb *db, gpointer filter, GCancellable *cancellable, GError **error)
{
  return hf_case_counts_load (db, filter, error);
}

static void
on_counts_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfComplaintsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree HfCaseCounts *counts = hf_store_call_finish (HF_STORE (source), result, &error);

  if (self->context == NULL)
    return;
  if (counts == NULL)
    {
      hf_app_context_complain (self->context, error);
      return;
    }
  self->counts = *counts;
  show_counts (self);
}

static void
count_cases (HfFollower *follower, gpointer data, gboolean arrived)
{
  HfComplaintsPage *self = data;
  HfCaseFilter filter = hf_case_filter_for (self->context, get_responsible (self));

  hf_follower_read (follower, read_counts, g_memdup2 (&filter, sizeof filter), g_free, g_free,
                    on_counts_read);
}

static void
on_responsible_changed (HfComplaintsPage *self)
{
  GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  if (self->settling || self->context == NULL)
    return;
  g_settings_set_int64 (hf_app_context_get_settings (self->context), "cases-responsible",
                        get_responsible (self));
  for (; tab != NULL; tab = gtk_widget_get_next_sibling (tab))
    hf_cases_tab_set_responsible (HF_CASES_TAB (tab), get_responsible (self));
  hf_follower_wake (self->follower);
}

/* Who works here, and who is chosen still. */
static void
fill_responsible (HfComplaintsPage *self)
{
  gint64 chosen =
      g_settings_get_int64 (hf_app_context_get_settings (self->context), "cases-responsible");
  g_autoptr (GPtrArray) staff =
      hf_staff_dup_active (hf_app_context_get_reader (self->context), NULL);
  guint selected = 0;

  self->settling = TRUE;
  g_array_set_size (self->staff, 0);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          NULL);
  gtk_string_list_append (self->names, _ ("Everybody’s cases"));
  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const HfStaff *one = staff->pdata[i];

      gtk_string_list_append (self->names, one->name);
      g_array_append_val (self->staff, one->id);
      if (one->id == chosen)
        selected = i + 1;
    }
  gtk_drop_down_set_selected (self->responsible, selected);
  self->settling = FALSE;
}

static GtkWidget *
create_tab_button (HfComplaintsPage *self, guint i)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *title = gtk_label_new (_ (tab_infos[i].title));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_add_css_class (button, "hf-seg");
  gtk_widget_add_css_class (count, "tnum");
  gtk_widget_set_visible (count, FALSE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (tab_infos[i].title), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "cases.tab");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                          g_variant_new_string (tab_infos[i].name));
  self->count_labels[i] = GTK_LABEL (count);
  return button;
}

/* The tab that was shown last, once there is something to be seen. */
static void
show_first_tab (HfComplaintsPage *self)
{
  g_autofree char *name = NULL;

  if (gtk_stack_get_visible_child (self->stack) != NULL)
    return;
  name = g_settings_get_string (hf_app_context_get_settings (self->context), "cases-tab");
  fill_responsible (self);
  show_tab (self, "complaints");
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "tab",
                                      g_variant_new_string (name));
}

static void
hf_complaints_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hf_complaints_page_parent_class)->map (widget);
  show_first_tab (HF_COMPLAINTS_PAGE (widget));
}

static void
hf_complaints_page_set_context (HfPage *page, HfAppContext *context)
{
  HfComplaintsPage *self = HF_COMPLAINTS_PAGE (page);

  self->context = g_object_ref (context);
  self->follower = hf_follower_new (self, context, count_cases);
}

static void
hf_complaints_page_page_init (HfPageInterface *iface)
{
  iface->set_context = hf_complaints_page_set_context;
}

static void
hf_complaints_page_dispose (GObject *object)
{
  HfComplaintsPage *self = HF_COMPLAINTS_PAGE (object);

  g_clear_object (&self->follower);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->staff, g_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_complaints_page_parent_class)->dispose (object);
}

static void
hf_complaints_page_class_init (HfComplaintsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_complaints_page_dispose;
  widget_class->map = hf_complaints_page_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/complaints/hf-complaints-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, tab_buttons);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, responsible);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, names);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, tools);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_responsible_changed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "cases.new",
                                       NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tab_infos); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "cases.tab",
                                         "s", tab_infos[i].name);
}

static void
hf_complaints_page_init (HfComplaintsPage *self)
{
  const GActionEntry entries[] = {
    { .name = "new", .activate = on_new },
    { .name = "tab",
      .parameter_type = "s",
      .state = "'complaints'",
      .change_state = on_change_tab },
  };

  self->staff = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "cases", G_ACTION_GROUP (self->actions));
  for (guint i = 0; i < G_N_ELEMENTS (tab_infos); i++)
    gtk_box_append (self->tab_buttons, create_tab_button (self, i));
}

/**
 * hf_complaints_page_show_case:
 * @kind: as of #HfCaseLink
 *
 * Shows the tab of that kind, with the case chosen: whosever it is.
 */
void
hf_complaints_page_show_case (HfComplaintsPage *self, const char *kind, gint64 id)
{
  GtkWidget *tab;

  g_return_if_fail (HF_IS_COMPLAINTS_PAGE (self));

  show_first_tab (self);
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "tab",
                                      g_variant_new_string (kind));
  tab = gtk_stack_get_child_by_name (self->stack, kind);
  gtk_drop_down_set_selected (self->responsible, 0);
  if (tab != NULL)
    hf_cases_tab_show_case (HF_CASES_TAB (tab), id);
}
