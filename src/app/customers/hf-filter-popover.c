/* hf-filter-popover.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-filter-popover.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "hf-customer-list.h"
#include "hf-plans.h"
#include "hf-staff.h"
#include "hf-tag.h"

/* More areas than that are found by typing. */
#define MAX_AREAS (200)
#define HEIGHT    (320)
#define WIDTH     (420)

/**
 * HfFilterPopover:
 *
 * The fields at the left, their values at the right, each with a check mark; what is checked is
 * listed at once. Values are read whenever it is opened.
 */
struct _HfFilterPopover
{
  GtkPopover parent_instance;

  GtkStack *stack;
  HfAppContext *context;
  HfCustomerFilter *filter;
  gboolean filling;
};

enum
{
  FILTER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfFilterPopover, hf_filter_popover, GTK_TYPE_POPOVER)

static const char *const titles[HF_N_FILTER_FIELDS] = {
  [HF_FILTER_TEXT] = N_ ("Search"),
  [HF_FILTER_TIER] = N_ ("Tier"),
  [HF_FILTER_CARD_TYPE] = N_ ("Card type"),
  [HF_FILTER_STAGE] = N_ ("Stage"),
  [HF_FILTER_OWNER] = N_ ("Owner"),
  [HF_FILTER_AREA] = N_ ("Area"),
  [HF_FILTER_TAG] = N_ ("Tag"),
  [HF_FILTER_PLAN] = N_ ("Care plan"),
  [HF_FILTER_OVERDUE] = N_ ("Overdue"),
  [HF_FILTER_SILENT] = N_ ("Not contacted"),
};

const char *
hf_filter_field_get_title (HfFilterField field)
{
  return _ (titles[field]);
}

static char *
dup_owner_label (HfDb *db, const char *value)
{
  g_autofree char *name = NULL;

  if (g_str_equal (value, "0"))
    return g_strdup (_ ("nobody"));
  name = hf_db_dup_text (db, HF_QUERY_STAFF_NAME, NULL, "l", g_ascii_strtoll (value, NULL, 10));
  return name != NULL ? g_steal_pointer (&name) : g_strdup (value);
}

static char *
dup_plan_label (HfDb *db, const char *key)
{
  gint64 id = 0;
  const HfPlan *plan;

  hf_db_get_int (db, HF_QUERY_PLAN_BY_KEY, &id, NULL, "s", key);
  plan = id != 0 ? hf_plans_get (db, id, NULL) : NULL;
  return g_strdup (plan != NULL ? plan->name : key);
}

/**
 * hf_filter_dup_value_label:
 *
 * Returns: (transfer full): what people call the value of a filter's field
 */
char *
hf_filter_dup_value_label (HfDb *db, HfFilterField field, const char *value)
{
  int number = 0;

  switch (field)
    {
    case HF_FILTER_TIER:
      return g_strdup (*value != '\0' ? value : _ ("no tier"));
    case HF_FILTER_CARD_TYPE:
      hf_domain_parse (HF_DOMAIN_CARD_TYPE, value, &number, NULL);
      return g_strdup (hf_domain_get_label (HF_DOMAIN_CARD_TYPE, number));
    case HF_FILTER_STAGE:
      return g_strconcat ("T", value, NULL);
    case HF_FILTER_OWNER:
      return dup_owner_label (db, value);
    case HF_FILTER_PLAN:
      return dup_plan_label (db, value);
    case HF_FILTER_OVERDUE:
      return g_strdup (_ ("Something is overdue"));
    case HF_FILTER_SILENT:
      number = atoi (value);
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "for %d day", "for %d days", (gulong) number), number);
    default:
      return g_strdup (value);
    }
}

static void
on_toggled (GtkCheckButton *check, HfFilterPopover *self)
{
  HfFilterField field =
      (HfFilterField) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "hf-field"));
  const char *value = g_object_get_data (G_OBJECT (check), "hf-value");
  gboolean on = gtk_check_button_get_active (check);

  if (self->filling)
    return;
  /* These two hold one value, or none. */
  if (field == HF_FILTER_SILENT || field == HF_FILTER_OVERDUE)
    hf_customer_filter_set_one (self->filter, field, on ? value : NULL);
  else
    hf_customer_filter_toggle (self->filter, field, value, on);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
add_value (HfFilterPopover *self, GtkBox *box, HfFilterField field, const char *value)
{
  HfDb *db = hf_app_context_get_reader (self->context);
  g_autofree char *label = hf_filter_dup_value_label (db, field, value);
  GtkWidget *check = gtk_check_button_new_with_label (label);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (box));

  if (field == HF_FILTER_SILENT && first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (first));
  g_object_set_data (G_OBJECT (check), "hf-field", GINT_TO_POINTER ((int) field));
  g_object_set_data_full (G_OBJECT (check), "hf-value", g_strdup (value), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               hf_customer_filter_has (self->filter, field, value));
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (box, check);
}

static void
add_values (HfFilterPopover *self, GtkBox *box, HfFilterField field, const char *const *values)
{
  for (; values != NULL && *values != NULL; values++)
    add_value (self, box, field, *values);
}

static void
add_owners (HfFilterPopover *self, GtkBox *box)
{
  g_autoptr (GPtrArray) staff =
      hf_staff_dup_active (hf_app_context_get_reader (self->context), NULL);

  add_value (self, box, HF_FILTER_OWNER, "0");
  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const HfStaff *one = staff->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, one->id);

      if (one->role != HF_ROLE_EXPERT)
        add_value (self, box, HF_FILTER_OWNER, id);
    }
}

static void
add_tags (HfFilterPopover *self, GtkBox *box)
{
  g_autoptr (GPtrArray) tags = hf_tag_dup_all (hf_app_context_get_reader (self->context), NULL);

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    add_value (self, box, HF_FILTER_TAG, ((const HfTag *) tags->pdata[i])->name);
}

static void
add_plans (HfFilterPopover *self, GtkBox *box)
{
  HfDb *db = hf_app_context_get_reader (self->context);
  g_autoptr (GArray) ids = hf_plans_dup_ids (db, NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const HfPlan *plan = hf_plans_get (db, g_array_index (ids, gint64, i), NULL);

      if (plan != NULL)
        add_value (self, box, HF_FILTER_PLAN, plan->id);
    }
}

static void
fill_field (HfFilterPopover *self, GtkBox *box, HfFilterField field)
{
  static const char *const tiers[] = { "A", "B", "C", "D", "E", "0", "", NULL };
  static const char *const types[] = { "new", "contacted", "customer", "discarded", NULL };
  static const char *const stages[] = { "0", "1", "2", "3", "4", "5", NULL };
  static const char *const days[] = { "14", "30", "60", "90", "180", "365", NULL };
  static const char *const overdue[] = { "1", NULL };
  HfDb *db = hf_app_context_get_reader (self->context);
  g_auto (GStrv) areas = NULL;

  switch (field)
    {
    case HF_FILTER_TIER:
      add_values (self, box, field, tiers);
      break;
    case HF_FILTER_CARD_TYPE:
      add_values (self, box, field, types);
      break;
    case HF_FILTER_STAGE:
      add_values (self, box, field, stages);
      break;
    case HF_FILTER_SILENT:
      add_values (self, box, field, days);
      break;
    case HF_FILTER_OVERDUE:
      add_values (self, box, field, overdue);
      break;
    case HF_FILTER_OWNER:
      add_owners (self, box);
      break;
    case HF_FILTER_TAG:
      add_tags (self, box);
      break;
    case HF_FILTER_PLAN:
      add_plans (self, box);
      break;
    default:
      areas = hf_customer_list_dup_areas (db, MAX_AREAS, NULL);
      add_values (self, box, field, (const char *const *) areas);
    }
}

static void
add_field (HfFilterPopover *self, HfFilterField field)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (box, "hf-filter-values");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  fill_field (self, GTK_BOX (box), field);
  if (gtk_widget_get_first_child (box) == NULL)
    gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("There are none yet.")));
  gtk_stack_add_titled (self->stack, scroller, hf_filter_field_get_nick (field),
                        hf_filter_field_get_title (field));
}

static void
fill (HfFilterPopover *self)
{
  static const HfFilterField order[] = { HF_FILTER_TIER,  HF_FILTER_OWNER,   HF_FILTER_AREA,
                                         HF_FILTER_TAG,   HF_FILTER_PLAN,    HF_FILTER_CARD_TYPE,
                                         HF_FILTER_STAGE, HF_FILTER_OVERDUE, HF_FILTER_SILENT };
  g_autofree char *shown = g_strdup (gtk_stack_get_visible_child_name (self->stack));
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->stack))) != NULL)
    gtk_stack_remove (self->stack, child);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_field (self, order[i]);
  if (shown != NULL)
    gtk_stack_set_visible_child_name (self->stack, shown);
  self->filling = FALSE;
}

static void
hf_filter_popover_show (GtkWidget *widget)
{
  HfFilterPopover *self = HF_FILTER_POPOVER (widget);

  if (self->context != NULL)
    fill (self);
  GTK_WIDGET_CLASS (hf_filter_popover_parent_class)->show (widget);
}

static void
hf_filter_popover_dispose (GObject *object)
{
  HfFilterPopover *self = HF_FILTER_POPOVER (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->filter, hf_customer_filter_free);

  G_OBJECT_CLASS (hf_filter_popover_parent_class)->dispose (object);
}

static void
hf_filter_popover_class_init (HfFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_filter_popover_dispose;
  GTK_WIDGET_CLASS (klass)->show = hf_filter_popover_show;

  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_filter_popover_init (HfFilterPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *sidebar = gtk_stack_sidebar_new ();

  self->filter = hf_customer_filter_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_sidebar_set_stack (GTK_STACK_SIDEBAR (sidebar), self->stack);
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_size_request (box, WIDTH, HEIGHT);
  gtk_box_append (GTK_BOX (box), sidebar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

void
hf_filter_popover_set_context (HfFilterPopover *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_FILTER_POPOVER (self));

  g_set_object (&self->context, context);
}

void
hf_filter_popover_set_filter (HfFilterPopover *self, const HfCustomerFilter *filter)
{
  g_return_if_fail (HF_IS_FILTER_POPOVER (self));

  hf_customer_filter_free (self->filter);
  self->filter = hf_customer_filter_copy (filter);
}

/**
 * hf_filter_popover_get_filter:
 *
 * Returns: (transfer none): as it was given, with what was checked since
 */
const HfCustomerFilter *
hf_filter_popover_get_filter (HfFilterPopover *self)
{
  g_return_val_if_fail (HF_IS_FILTER_POPOVER (self), NULL);

  return self->filter;
}

/**
 * hf_filter_popover_show_field:
 *
 * Opens with the values of @field.
 */
void
hf_filter_popover_show_field (HfFilterPopover *self, HfFilterField field)
{
  g_return_if_fail (HF_IS_FILTER_POPOVER (self));

  gtk_popover_popup (GTK_POPOVER (self));
  gtk_stack_set_visible_child_name (self->stack, hf_filter_field_get_nick (field));
}
