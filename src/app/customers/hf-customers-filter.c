/* hf-customers-filter.c: the toolbar of the Customers page: segments, chips, columns
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-customer-columns.h"
#include "hf-customers-page-private.h"
#include "hf-dialog.h"
#include "hf-segment.h"

/* A chip with more values only says how many there are. */
#define MAX_NAMED    (2)
#define CHIP_CHARS   (24)
#define SAVE_SECONDS (1)

static const char *const all_types[] = { "new", "contacted", "customer", "discarded", NULL };

static gboolean
has_all_types (const HfCustomerFilter *filter)
{
  return filter->values[HF_FILTER_CARD_TYPE] != NULL &&
         g_strv_length (filter->values[HF_FILTER_CARD_TYPE]) == G_N_ELEMENTS (all_types) - 1;
}

static char *
dup_chip_text (HfCustomersPage *self, HfFilterField field)
{
  HfDb *db = hf_app_context_get_reader (self->context);
  char **values = self->filter->values[field];
  guint n = values != NULL ? g_strv_length (values) : 0;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (field == HF_FILTER_CARD_TYPE && n == 0)
    return g_strdup (_ ("No discarded cards"));
  if (n > MAX_NAMED)
    return g_strdup_printf (_ ("%s: %u chosen"), hf_filter_field_get_title (field), n);
  one = hf_filter_dup_value_label (db, field, values[0]);
  if (field == HF_FILTER_OVERDUE)
    return g_steal_pointer (&one);
  if (n == 1)
    return g_strdup_printf ("%s %s", hf_filter_field_get_title (field), one);
  other = hf_filter_dup_value_label (db, field, values[1]);
  return g_strdup_printf (_ ("%s %s or %s"), hf_filter_field_get_title (field), one, other);
}

static HfFilterField
get_chip_field (GtkWidget *button)
{
  return (HfFilterField) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "hf-field"));
}

static void
on_chip_removed (GtkWidget *button, HfCustomersPage *self)
{
  HfFilterField field = get_chip_field (button);
  HfCustomerFilter *filter = hf_customer_filter_copy (self->filter);
  gboolean discarded_too =
      field == HF_FILTER_CARD_TYPE && filter->values[HF_FILTER_CARD_TYPE] == NULL;

  hf_customer_filter_set (filter, field, discarded_too ? all_types : NULL);
  hf_customers_page_set_filter (self, filter);
}

static void
on_chip_clicked (GtkWidget *button, HfCustomersPage *self)
{
  hf_filter_popover_show_field (self->filter_popover, get_chip_field (button));
}

static void
add_chip (HfCustomersPage *self, HfFilterField field)
{
  g_autofree char *text = dup_chip_text (self, field);
  g_autofree char *removal = g_strdup_printf (_ ("Remove the filter “%s”"), text);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *open = gtk_button_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CHIP_CHARS);
  gtk_button_set_child (GTK_BUTTON (open), label);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (open, "flat");
  gtk_widget_add_css_class (open, "chip-label");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_add_css_class (remove, "chipx");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (open, _ ("Change this filter"));
  gtk_widget_set_tooltip_text (remove, removal);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, removal,
                                  -1);
  g_object_set_data (G_OBJECT (open), "hf-field", GINT_TO_POINTER ((int) field));
  g_object_set_data (G_OBJECT (remove), "hf-field", GINT_TO_POINTER ((int) field));
  g_signal_connect (open, "clicked", G_CALLBACK (on_chip_clicked), self);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_chip_removed), self);
  gtk_box_append (GTK_BOX (chip), open);
  gtk_box_append (GTK_BOX (chip), remove);
  gtk_box_append (self->chips, chip);
}

/**
 * hf_customers_page_show_filter:
 *
 * Puts what the toolbar and the popover say right.
 */
void
hf_customers_page_show_filter (HfCustomersPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  for (int i = 0; i < HF_N_FILTER_FIELDS; i++)
    {
      gboolean shown = self->filter->values[i] != NULL;

      if (i == HF_FILTER_TEXT)
        continue;
      if (i == HF_FILTER_CARD_TYPE)
        shown = !has_all_types (self->filter);
      if (shown)
        add_chip (self, (HfFilterField) i);
    }
  hf_filter_popover_set_filter (self->filter_popover, self->filter);
}

static void
save_filter (HfCustomersPage *self)
{
  g_autoptr (HfCustomerFilter) filter = hf_customer_filter_copy (self->filter);
  g_autofree char *json = NULL;

  /* What somebody looked for a week ago would only hide the others. */
  hf_customer_filter_set (filter, HF_FILTER_TEXT, NULL);
  json = hf_customer_filter_to_json (filter);
  g_settings_set_string (hf_app_context_get_settings (self->context), "customers-filter", json);
}

/**
 * hf_customers_page_set_filter:
 * @filter: (transfer full):
 *
 * Lists those whom it lets through.
 */
void
hf_customers_page_set_filter (HfCustomersPage *self, HfCustomerFilter *filter)
{
  const char *text =
      filter->values[HF_FILTER_TEXT] != NULL ? filter->values[HF_FILTER_TEXT][0] : "";

  hf_customer_filter_free (self->filter);
  self->filter = filter;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  if (*text == '\0')
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  save_filter (self);
  hf_customers_page_show_filter (self);
  hf_customers_page_show_segments (self);
  hf_customers_page_ask (self);
}

void
hf_customers_page_save_sort (HfCustomersPage *self)
{
  GSettings *settings = hf_app_context_get_settings (self->context);

  g_settings_set_string (settings, "customers-sort", hf_customer_sort_get_nick (self->sort));
  g_settings_set_boolean (settings, "customers-descending", self->descending);
}

/**
 * hf_customers_page_restore:
 *
 * Filter, order and columns are those of the last time.
 */
void
hf_customers_page_restore (HfCustomersPage *self)
{
  GSettings *settings = hf_app_context_get_settings (self->context);
  g_autofree char *json = g_settings_get_string (settings, "customers-filter");
  g_autofree char *sort = g_settings_get_string (settings, "customers-sort");
  g_autoptr (GVariant) layout = g_settings_get_value (settings, "customers-columns");
  HfCustomerFilter *filter =
      hf_customer_filter_parse (hf_app_context_get_reader (self->context), json, NULL);

  if (filter != NULL)
    {
      hf_customer_filter_free (self->filter);
      self->filter = filter;
    }
  self->sort = HF_CUSTOMER_SORT_NEXT_DUE;
  hf_customer_sort_parse (sort, &self->sort);
  self->descending = g_settings_get_boolean (settings, "customers-descending");
  hf_customer_columns_restore (self->view, layout);
  hf_customer_columns_sort_by (self->view, self->sort, self->descending);
  hf_customers_page_show_order (self);
  hf_customers_page_show_filter (self);
}

static gboolean
on_save_columns (gpointer data)
{
  HfCustomersPage *self = data;

  self->saving = 0;
  g_settings_set_value (hf_app_context_get_settings (self->context), "customers-columns",
                        hf_customer_columns_save (self->view));
  return G_SOURCE_REMOVE;
}

/* Not for each pixel of a header that is dragged. */
static void
on_columns_changed (HfCustomersPage *self)
{
  hf_customer_columns_fill (self->view);
  g_clear_handle_id (&self->saving, g_source_remove);
  self->saving = g_timeout_add_seconds (SAVE_SECONDS, on_save_columns, self);
}

/* GTK 4.8 lets no key reach the headers. Behind a line of its own: with the columns they would be
 * more than a small screen shows. */
static void
append_orders (GMenu *sections)
{
  g_autoptr (GMenu) orders = g_menu_new ();
  g_autoptr (GMenu) direction = g_menu_new ();
  g_autoptr (GMenu) both = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();

  for (int i = 0; i < HF_N_CUSTOMER_SORTS; i++)
    {
      const char *nick = hf_customer_sort_get_nick ((HfCustomerSort) i);
      g_autofree char *action = g_strdup_printf ("customers.sort::%s", nick);

      g_menu_append (orders, hf_customer_columns_get_sort_title ((HfCustomerSort) i), action);
    }
  g_menu_append (direction, _ ("From the Other End"), "customers.descending");
  g_menu_append_section (both, NULL, G_MENU_MODEL (orders));
  g_menu_append_section (both, NULL, G_MENU_MODEL (direction));
  g_menu_append_submenu (own, _ ("Sort By"), G_MENU_MODEL (both));
  g_menu_append_section (sections, NULL, G_MENU_MODEL (own));
}

/**
 * hf_customers_page_watch_columns:
 *
 * The menu of columns; what is changed there or in the header is remembered.
 */
void
hf_customers_page_watch_columns (HfCustomersPage *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) sections = NULL;

  self->column_actions = g_simple_action_group_new ();
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *nick = hf_customer_column_get_nick (column);
      g_autofree char *name = NULL;
      g_autoptr (GPropertyAction) action = NULL;

      if (nick == NULL)
        continue;
      name = g_strconcat ("columns.", nick, NULL);
      action = g_property_action_new (nick, column, "visible");
      g_action_map_add_action (G_ACTION_MAP (self->column_actions), G_ACTION (action));
      /* Without names a list is of no use. */
      if (!g_str_equal (nick, "name"))
        g_menu_append (menu, hf_customer_column_get_title (nick), name);
      g_signal_connect_object (column, "notify::visible", G_CALLBACK (on_columns_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (on_columns_changed), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (columns, "items-changed", G_CALLBACK (on_columns_changed), self,
                           G_CONNECT_SWAPPED);
  hf_customer_columns_fill (self->view);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  G_ACTION_GROUP (self->column_actions));
  sections = g_menu_new ();
  append_orders (sections);
  g_menu_append_section (sections, _ ("Columns"), G_MENU_MODEL (menu));
  gtk_menu_button_set_menu_model (self->columns_button, G_MENU_MODEL (sections));
}

static GPtrArray *
dup_segments (HfCustomersPage *self)
{
  HfActor actor;

  if (!hf_app_context_init_actor (self->context, &actor, NULL))
    return NULL;
  return hf_segment_dup_all (hf_app_context_get_reader (self->context), &actor, NULL);
}

static GMenu *
make_segment_menu (GPtrArray *segments, const char *current)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) names = g_menu_new ();
  g_autoptr (GMenu) acts = g_menu_new ();

  g_menu_append (names, _ ("All customers"), "customers.segment::");
  for (guint i = 0; segments != NULL && i < segments->len; i++)
    {
      const HfSegment *segment = segments->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (segment->name, NULL);

      g_menu_item_set_action_and_target (item, "customers.segment", "s", segment->name);
      g_menu_append_item (names, item);
    }
  g_menu_append (acts, _ ("_Save as Segment…"), "customers.save-segment");
  if (current != NULL)
    g_menu_append (acts, _ ("_Delete This Segment"), "customers.delete-segment");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (names));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (acts));
  return menu;
}

static const char *
find_current (HfCustomersPage *self, GPtrArray *segments)
{
  g_autofree char *json = hf_customer_filter_to_json (self->filter);

  for (guint i = 0; segments != NULL && i < segments->len; i++)
    {
      const HfSegment *segment = segments->pdata[i];

      if (g_str_equal (segment->filter, json))
        return segment->name;
    }
  return NULL;
}

/**
 * hf_customers_page_show_segments:
 *
 * The button names the segment that is shown; its menu has them all.
 */
void
hf_customers_page_show_segments (HfCustomersPage *self)
{
  g_autoptr (GPtrArray) segments = dup_segments (self);
  const char *current = find_current (self, segments);
  g_autoptr (GMenu) menu = make_segment_menu (segments, current);
  const char *name = current != NULL                              ? current
                     : hf_customer_filter_is_empty (self->filter) ? _ ("All customers")
                                                                  : _ ("Own choice");
  g_autofree char *label = g_strdup_printf (_ ("Segment: %s"), name);

  gtk_menu_button_set_label (self->segment_button, label);
  gtk_menu_button_set_menu_model (self->segment_button, G_MENU_MODEL (menu));
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "segment")),
      g_variant_new_string (current != NULL ? current : ""));
}

typedef struct
{
  char *name;
  HfCustomerFilter *filter; /* (nullable): to delete */
} SegmentChange;

static void
segment_change_free (gpointer data)
{
  SegmentChange *change = data;

  g_free (change->name);
  g_clear_pointer (&change->filter, hf_customer_filter_free);
  g_free (change);
}

static gpointer
run_segment (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  SegmentChange *change = data;
  gint64 id;
  gboolean done =
      change->filter != NULL
          ? hf_command_save_segment (db, actor, change->name, change->filter, &id, error)
          : hf_command_delete_segment (db, actor, change->name, error);

  if (!done)
    return NULL;
  return g_strdup_printf (
      change->filter != NULL ? _ ("Segment “%s” saved") : _ ("Segment “%s” deleted"), change->name);
}

static SegmentChange *
segment_change_new (const char *name, HfCustomerFilter *filter)
{
  SegmentChange *change = g_new0 (SegmentChange, 1);

  change->name = g_strdup (name);
  change->filter = filter;
  return change;
}

/* What the dialog needs until it is answered. */
typedef struct
{
  HfAppContext *context;
  HfCustomerFilter *filter;
  GtkEditable *name;
} SegmentQuestion;

static void
segment_question_free (gpointer data)
{
  SegmentQuestion *question = data;

  g_object_unref (question->context);
  hf_customer_filter_free (question->filter);
  g_free (question);
}

static void
on_segment_named (GtkWidget *dialog, const char *answer, gpointer data)
{
  SegmentQuestion *question = data;

  hf_dialog_run (dialog, question->context, run_segment,
                 segment_change_new (gtk_editable_get_text (question->name),
                                     hf_customer_filter_copy (question->filter)),
                 segment_change_free);
}

void
hf_customers_page_ask_segment_name (HfCustomersPage *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog = hf_dialog_new (GTK_WIDGET (self), _ ("Save as Segment"),
                                     _ ("Keeps this filter under a name."), entry, _ ("_Cancel"));
  SegmentQuestion *question = g_new (SegmentQuestion, 1);

  *question = (SegmentQuestion){ g_object_ref (self->context),
                                 hf_customer_filter_copy (self->filter), GTK_EDITABLE (entry) };
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name"),
                                  -1);
  hf_dialog_add_main_answer (dialog, "save", _ ("_Save"));
  hf_dialog_ask (dialog, on_segment_named, question, segment_question_free);
}

void
hf_customers_page_delete_segment (HfCustomersPage *self)
{
  g_autoptr (GPtrArray) segments = dup_segments (self);
  const char *current = find_current (self, segments);

  if (current != NULL)
    hf_app_context_run_async (self->context, run_segment, segment_change_new (current, NULL),
                              segment_change_free, g_free, hf_app_context_on_said, NULL);
}
