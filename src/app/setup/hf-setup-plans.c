/* hf-setup-plans.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-setup-plans.h"

#include <glib/gi18n-lib.h>

#include "hf-plans.h"

/* The triggers as people call them, the plan that a new branch begins with, and whether it is on
 * without being asked for (PLAN-10). */
static const struct
{
  const char *trigger;
  const char *label;
  const char *plan;
  gboolean on;
} triggers[] = {
  { "purchase", N_ ("After a purchase"), "member-28-day", TRUE },
  { "purchase-infant", N_ ("After a purchase by a family with a small child"), "four-level", TRUE },
  { "new-card", N_ ("A new card"), "new-card", TRUE },
  { "service-stopped", N_ ("A customer stops"), "service-stopped", TRUE },
  { "referral", N_ ("A referral moves on"), "referrer-feedback", TRUE },
  { "delivery", N_ ("Goods have arrived"), "call-centre", FALSE },
  { "tier", N_ ("By the customer’s tier"), "tier-rhythm", FALSE },
  { "sale-window", N_ ("Before the next purchase"), "sale-window", FALSE },
};

/**
 * HfSetupPlans:
 *
 * A row for each trigger: the plan that it starts, in a sentence, and a switch.
 */
struct _HfSetupPlans
{
  AdwBin parent_instance;

  GtkWidget *switches[G_N_ELEMENTS (triggers)];
  GtkDropDown *purchase; /* the one trigger with two plans to choose from */
  GtkWidget *purchase_row;
  GPtrArray *plans; /* (element-type HfPlan): as shipped */
};

G_DEFINE_FINAL_TYPE (HfSetupPlans, hf_setup_plans, ADW_TYPE_BIN)

/* What a purchase may start; as the rows of the list stand. */
static const char *const purchase_plans[] = { "member-28-day", "four-level" };

static const HfPlan *
find_plan (HfSetupPlans *self, const char *key)
{
  for (guint i = 0; self->plans != NULL && i < self->plans->len; i++)
    {
      const HfPlan *plan = g_ptr_array_index (self->plans, i);

      if (g_str_equal (plan->id, key))
        return plan;
    }
  return NULL;
}

static const char *
get_purchase_plan (HfSetupPlans *self)
{
  return purchase_plans[MIN (gtk_drop_down_get_selected (self->purchase),
                             G_N_ELEMENTS (purchase_plans) - 1)];
}

static void
show_plan (HfSetupPlans *self, GtkWidget *row, const char *label, const char *key)
{
  const HfPlan *plan = find_plan (self, key);
  g_autofree char *title = g_strdup_printf ("%s · %s", label, plan != NULL ? plan->name : key);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plan != NULL ? plan->summary : "");
}

static void
on_purchase_chosen (HfSetupPlans *self)
{
  show_plan (self, self->purchase_row, _ (triggers[0].label), get_purchase_plan (self));
}

static void
add_purchase_choice (HfSetupPlans *self, GtkWidget *row)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (guint i = 0; i < G_N_ELEMENTS (purchase_plans); i++)
    {
      const HfPlan *plan = find_plan (self, purchase_plans[i]);

      gtk_string_list_append (names, plan != NULL ? plan->name : purchase_plans[i]);
    }
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (choice, _ ("Care plan"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Care plan after a purchase"), -1);
  self->purchase = GTK_DROP_DOWN (choice);
  self->purchase_row = row;
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (on_purchase_chosen), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
}

static GtkWidget *
create_row (HfSetupPlans *self, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  self->switches[index] = toggle;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_switch_set_active (GTK_SWITCH (toggle), triggers[index].on);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  if (index == 0)
    add_purchase_choice (self, row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  show_plan (self, row, _ (triggers[index].label), triggers[index].plan);
  return row;
}

static void
hf_setup_plans_finalize (GObject *object)
{
  g_clear_pointer (&HF_SETUP_PLANS (object)->plans, g_ptr_array_unref);

  G_OBJECT_CLASS (hf_setup_plans_parent_class)->finalize (object);
}

static void
hf_setup_plans_class_init (HfSetupPlansClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_setup_plans_finalize;
}

static void
hf_setup_plans_init (HfSetupPlans *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GError) error = NULL;

  self->plans = hf_plans_dup_shipped (&error);
  if (self->plans == NULL)
    g_warning ("cannot read the shipped plans: %s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (self, i));
  adw_bin_set_child (ADW_BIN (self), group);
}

/**
 * hf_setup_plans_add_choices:
 * @choices: (element-type utf8 utf8): gets what each trigger starts, `none` for none
 */
void
hf_setup_plans_add_choices (HfSetupPlans *self, GHashTable *choices)
{
  g_return_if_fail (HF_IS_SETUP_PLANS (self));

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    {
      gboolean on = gtk_switch_get_active (GTK_SWITCH (self->switches[i]));
      const char *key = i == 0 ? get_purchase_plan (self) : triggers[i].plan;

      g_hash_table_insert (choices, g_strdup (triggers[i].trigger), g_strdup (on ? key : "none"));
    }
}
