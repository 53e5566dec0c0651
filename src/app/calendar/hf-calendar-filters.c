/* hf-calendar-filters.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-filters.h"

#include <glib/gi18n-lib.h>

#include "hf-customer-list.h"
#include "hf-dialog.h"
#include "hf-plans.h"
#include "hf-staff.h"

#define MOST_AREAS (200)
#define SETTING    "calendar-filter"

/**
 * HfCalendarFilters:
 *
 * Whose, which area, and behind a button by which channel, plan and tier. Agents choose between
 * their own work and what nobody has (ROLE-1).
 */
struct _HfCalendarFilters
{
  GtkWidget parent_instance;

  GtkDropDown *staff;
  GtkDropDown *area;
  GtkMenuButton *more;
  GtkDropDown *channel;
  GtkDropDown *plan;
  GtkDropDown *tier;

  HfAppContext *context;
  GArray *staff_ids; /* (element-type gint64): of the lines of @staff */
  GArray *plan_ids;
  GStrv areas;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCalendarFilters, hf_calendar_filters, GTK_TYPE_WIDGET)

static const char *const tiers[] = { "A", "B", "C", "D", "E", "0", NULL };

/* For the next start, of whoever is at the desk. */
static void
remember (HfCalendarFilters *self)
{
  g_autoptr (HfCalendarFilter) filter = hf_calendar_filters_create_filter (self);
  HfActor actor = { 0 };

  if (!hf_app_context_init_actor (self->context, &actor, NULL))
    return;
  g_settings_set (hf_app_context_get_settings (self->context), SETTING, "(xxssxs)", actor.staff_id,
                  filter->staff_id, filter->area != NULL ? filter->area : "",
                  filter->channel >= 0 ? hf_domain_get_nick (HF_DOMAIN_CHANNEL, filter->channel)
                                       : "",
                  filter->plan_id, filter->tier != NULL ? filter->tier : "");
}

static void
tell (HfCalendarFilters *self)
{
  gboolean more = gtk_drop_down_get_selected (self->channel) > 0 ||
                  gtk_drop_down_get_selected (self->plan) > 0 ||
                  gtk_drop_down_get_selected (self->tier) > 0;

  /* What is hidden behind the button must not be forgotten. */
  if (more)
    gtk_widget_add_css_class (GTK_WIDGET (self->more), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->more), "accent");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_selected (HfCalendarFilters *self)
{
  if (self->filling)
    return;
  remember (self);
  tell (self);
}

static GtkDropDown *
create_drop_down (HfCalendarFilters *self, const char *name)
{
  GtkWidget *widget = gtk_drop_down_new_from_strings (NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (widget, name);
  g_signal_connect_swapped (widget, "notify::selected", G_CALLBACK (on_selected), self);
  return GTK_DROP_DOWN (widget);
}

static void
take_lines (GtkDropDown *drop_down, GStrvBuilder *builder)
{
  g_auto (GStrv) lines = g_strv_builder_end (builder);
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) lines);

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop_down, 0);
}

static void
add_staff (HfCalendarFilters *self, GStrvBuilder *builder, gint64 id, const char *name)
{
  g_strv_builder_add (builder, name);
  g_array_append_val (self->staff_ids, id);
}

/* The person at the desk comes first, for a manager everybody. */
static void
fill_staff (HfCalendarFilters *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) staff =
      hf_staff_dup_active (hf_app_context_get_reader (self->context), NULL);
  HfActor actor = { 0 };

  g_array_set_size (self->staff_ids, 0);
  hf_app_context_init_actor (self->context, &actor, NULL);
  if (actor.role == HF_ROLE_MANAGER)
    add_staff (self, builder, 0, _ ("Everybody"));
  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const HfStaff *one = g_ptr_array_index (staff, i);

      if (actor.role != HF_ROLE_AGENT || one->id == actor.staff_id)
        add_staff (self, builder, one->id, one->name);
    }
  add_staff (self, builder, HF_CALENDAR_NOBODY, _ ("Nobody’s"));
  take_lines (self->staff, builder);
  for (guint i = 0; i < self->staff_ids->len; i++)
    {
      if (actor.role != HF_ROLE_MANAGER &&
          g_array_index (self->staff_ids, gint64, i) == actor.staff_id)
        gtk_drop_down_set_selected (self->staff, i);
    }
}

static void
fill_areas (HfCalendarFilters *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_clear_pointer (&self->areas, g_strfreev);
  self->areas =
      hf_customer_list_dup_areas (hf_app_context_get_reader (self->context), MOST_AREAS, NULL);
  g_strv_builder_add (builder, _ ("All areas"));
  if (self->areas != NULL)
    g_strv_builder_addv (builder, (const char **) self->areas);
  take_lines (self->area, builder);
}

static void
fill_plans (HfCalendarFilters *self)
{
  HfDb *db = hf_app_context_get_reader (self->context);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GArray) ids = hf_plans_dup_ids (db, NULL);
  gint64 none = 0;

  g_array_set_size (self->plan_ids, 0);
  g_array_append_val (self->plan_ids, none);
  g_strv_builder_add (builder, _ ("All care plans"));
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      HfPlan *plan = NULL;

      if (!hf_plans_look_up (db, id, &plan, NULL, NULL) || plan == NULL)
        continue;
      g_array_append_val (self->plan_ids, id);
      g_strv_builder_add (builder, plan->name);
    }
  take_lines (self->plan, builder);
}

static void
fill_fixed (HfCalendarFilters *self)
{
  g_autoptr (GStrvBuilder) channels = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) letters = g_strv_builder_new ();

  g_strv_builder_add (channels, _ ("All channels"));
  for (int i = HF_CHANNEL_HOME; i <= HF_CHANNEL_POST; i++)
    g_strv_builder_add (channels, hf_domain_get_label (HF_DOMAIN_CHANNEL, i));
  take_lines (self->channel, channels);
  g_strv_builder_add (letters, _ ("All tiers"));
  g_strv_builder_addv (letters, (const char **) tiers);
  take_lines (self->tier, letters);
}

static void
choose_id (GtkDropDown *drop_down, const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      gtk_drop_down_set_selected (drop_down, i);
}

/* The first line stands for all, and is chosen where the word is no longer known. */
static void
choose_word (GtkDropDown *drop_down, const char *const *words, const char *word)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      gtk_drop_down_set_selected (drop_down, i + 1);
}

/* As the person at the desk left it. */
static void
restore (HfCalendarFilters *self)
{
  g_autoptr (GVariant) kept =
      g_settings_get_value (hf_app_context_get_settings (self->context), SETTING);
  const char *area, *channel, *tier;
  gint64 who, staff, plan;
  HfActor actor = { 0 };
  int index;

  g_variant_get (kept, "(xx&s&sx&s)", &who, &staff, &area, &channel, &plan, &tier);
  if (who == 0 || !hf_app_context_init_actor (self->context, &actor, NULL) || who != actor.staff_id)
    return;
  choose_id (self->staff, self->staff_ids, staff);
  choose_word (self->area, (const char *const *) self->areas, area);
  choose_id (self->plan, self->plan_ids, plan);
  choose_word (self->tier, tiers, tier);
  if (*channel != '\0' && hf_domain_parse (HF_DOMAIN_CHANNEL, channel, &index, NULL))
    gtk_drop_down_set_selected (self->channel, (guint) index + 1);
}

static void
fill (HfCalendarFilters *self)
{
  self->filling = TRUE;
  fill_staff (self);
  fill_areas (self);
  fill_plans (self);
  fill_fixed (self);
  restore (self);
  self->filling = FALSE;
  tell (self);
}

static void
hf_calendar_filters_dispose (GObject *object)
{
  HfCalendarFilters *self = HF_CALENDAR_FILTERS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);
  g_clear_pointer (&self->staff_ids, g_array_unref);
  g_clear_pointer (&self->plan_ids, g_array_unref);
  g_clear_pointer (&self->areas, g_strfreev);

  G_OBJECT_CLASS (hf_calendar_filters_parent_class)->dispose (object);
}

static void
hf_calendar_filters_class_init (HfCalendarFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_calendar_filters_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  /**
   * HfCalendarFilters::changed:
   *
   * Ask for the filter again.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_calendar_filters_init (HfCalendarFilters *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = hf_dialog_create_grid ();

  self->staff_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->plan_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->filling = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "cal-filters");
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              6);
  self->staff = create_drop_down (self, _ ("Whose work"));
  self->area = create_drop_down (self, _ ("Area"));
  self->channel = create_drop_down (self, _ ("Channel"));
  self->plan = create_drop_down (self, _ ("Care plan"));
  self->tier = create_drop_down (self, _ ("Tier"));
  self->more = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->more, _ ("Channel"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->more), _ ("Channel, care plan and tier"));
  hf_dialog_add_field (grid, 0, _ ("Channel"), GTK_WIDGET (self->channel));
  hf_dialog_add_field (grid, 1, _ ("Care plan"), GTK_WIDGET (self->plan));
  hf_dialog_add_field (grid, 2, _ ("Tier"), GTK_WIDGET (self->tier));
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  gtk_menu_button_set_popover (self->more, popover);
  gtk_widget_set_parent (GTK_WIDGET (self->staff), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->area), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->more), GTK_WIDGET (self));
}

/**
 * hf_calendar_filters_set_context:
 *
 * Fills the lists; they are filled again when somebody else sits down.
 */
void
hf_calendar_filters_set_context (HfCalendarFilters *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_CALENDAR_FILTERS (self));

  self->context = g_object_ref (context);
  g_signal_connect_object (hf_app_context_get_settings (context), "changed::staff",
                           G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

/**
 * hf_calendar_filters_create_filter:
 *
 * Returns: (transfer full): what is chosen
 */
HfCalendarFilter *
hf_calendar_filters_create_filter (HfCalendarFilters *self)
{
  guint staff = gtk_drop_down_get_selected (self->staff);
  guint area = gtk_drop_down_get_selected (self->area);
  guint plan = gtk_drop_down_get_selected (self->plan);
  guint tier = gtk_drop_down_get_selected (self->tier);
  guint channel = gtk_drop_down_get_selected (self->channel);
  HfCalendarFilter *filter = hf_calendar_filter_new (
      staff < self->staff_ids->len ? g_array_index (self->staff_ids, gint64, staff) : 0);

  if (area > 0 && area != GTK_INVALID_LIST_POSITION)
    filter->area = g_strdup (self->areas[area - 1]);
  if (plan < self->plan_ids->len)
    filter->plan_id = g_array_index (self->plan_ids, gint64, plan);
  if (tier > 0 && tier != GTK_INVALID_LIST_POSITION)
    filter->tier = g_strdup (tiers[tier - 1]);
  if (channel > 0 && channel != GTK_INVALID_LIST_POSITION)
    filter->channel = (int) channel - 1;
  return filter;
}
