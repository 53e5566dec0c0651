/* hf-card-matters.c: care plans, the next purchase and a stop, from the card
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-card-form.h"
#include "hf-enrolment-store.h"
#include "hf-plans.h"
#include "hf-sale-expected.h"
#include "hf-sale-window.h"
#include "hf-stop.h"

/* What is asked of the command; @plan, @day and @cause as the form needs them. */
typedef struct
{
  gint64 customer;
  gint64 plan;
  HfDay day;
  HfStopCause cause;
} Matter;

typedef struct
{
  gint64 customer;
  GArray *plans;
  GtkWidget *choice;
  GtkWidget *day;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_clear_pointer (&form->plans, g_array_unref);
  g_free (form);
}

static Form *
form_new (gint64 customer)
{
  Form *form = g_new0 (Form, 1);

  form->customer = customer;
  return form;
}

static guint
get_chosen (Form *form)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (form->choice));
}

static gpointer
stop (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Matter *matter = data;
  g_autoptr (GArray) opened = NULL;

  return hf_command_stop (db, actor, matter->customer, matter->cause, &opened, error) ? matter
                                                                                      : NULL;
}

static gpointer
expect_sale (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Matter *matter = data;
  g_autoptr (GArray) open = NULL;

  return hf_command_expect_sale (db, actor, matter->customer, matter->day, &open, error) ? matter
                                                                                         : NULL;
}

static gpointer
enrol (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Matter *matter = data;
  g_autoptr (GArray) open = NULL;

  return hf_command_enrol (db, actor, matter->customer, matter->plan, matter->day, &open, error)
             ? matter
             : NULL;
}

static void
on_stop (HfCardForm *widget, gpointer data)
{
  Form *form = data;
  Matter matter = { form->customer, 0, HF_DAY_NONE, (HfStopCause) get_chosen (form) };

  hf_card_form_run (widget, stop, g_memdup2 (&matter, sizeof matter), g_free, _ ("Stop recorded"));
}

/**
 * hf_card_stop_new:
 *
 * Returns: (transfer floating): why the customer stopped (PLAN-6)
 */
GtkWidget *
hf_card_stop_new (HfAppContext *context, gint64 customer)
{
  Form *form = form_new (customer);
  HfCardForm *widget = hf_card_form_new (context, _ ("Record Stop"), on_stop, form, form_free);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < hf_domain_get_size (HF_DOMAIN_STOP_CAUSE); i++)
    g_strv_builder_add (labels, hf_domain_get_label (HF_DOMAIN_STOP_CAUSE, (int) i));
  list = g_strv_builder_end (labels);
  form->choice =
      hf_card_form_add_choice (widget, _ ("Why they stopped"), (const char *const *) list);
  return GTK_WIDGET (widget);
}

static const char *const windows[] = { "this-month", "two-months", "three-months", "later" };

static void
on_sale_window (HfCardForm *widget, gpointer data)
{
  Form *form = data;
  HfDay today = hf_minute_get_day (hf_app_context_get_now (hf_card_form_get_context (widget)));
  Matter matter = { form->customer, 0, HF_DAY_NONE, HF_STOP_EFFECT };
  g_autoptr (GError) error = NULL;
  guint chosen = get_chosen (form);

  /* The first choice leaves it to the supply. */
  if (chosen == 0 || hf_sale_window_get_expected (windows[chosen - 1], today, &matter.day, &error))
    hf_card_form_run (widget, expect_sale, g_memdup2 (&matter, sizeof matter), g_free,
                      _ ("Expected next purchase set"));
  else
    hf_card_form_tell (widget, error);
}

/**
 * hf_card_sale_window_new:
 *
 * Returns: (transfer floating): when the customer is expected to buy again (PLAN-5, PUR-3)
 */
GtkWidget *
hf_card_sale_window_new (HfAppContext *context, gint64 customer)
{
  const char *labels[] = { _ ("as the supply says"),  _ ("this month"), _ ("within two months"),
                           _ ("within three months"), _ ("later"),      NULL };
  Form *form = form_new (customer);
  HfCardForm *widget = hf_card_form_new (context, _ ("Set"), on_sale_window, form, form_free);

  form->choice = hf_card_form_add_choice (widget, _ ("Expected to buy again"), labels);
  return GTK_WIDGET (widget);
}

static void
on_enrol (HfCardForm *widget, gpointer data)
{
  Form *form = data;
  Matter matter = { form->customer, 0, HF_DAY_NONE, HF_STOP_EFFECT };
  g_autoptr (GError) error = NULL;
  guint chosen = get_chosen (form);

  if (!hf_card_form_read_day (form->day, &matter.day, &error))
    hf_card_form_tell (widget, error);
  else if (chosen < form->plans->len)
    {
      matter.plan = g_array_index (form->plans, gint64, chosen);
      if (matter.day == HF_DAY_NONE)
        matter.day = hf_minute_get_day (hf_app_context_get_now (hf_card_form_get_context (widget)));
      hf_card_form_run (widget, enrol, g_memdup2 (&matter, sizeof matter), g_free,
                        _ ("Care plan started"));
    }
}

/**
 * hf_card_enrol_new:
 *
 * Returns: (transfer floating): a care plan to start, and from which day on
 */
GtkWidget *
hf_card_enrol_new (HfAppContext *context, gint64 customer)
{
  HfDb *db = hf_app_context_get_reader (context);
  Form *form = form_new (customer);
  HfCardForm *widget = hf_card_form_new (context, _ ("Start"), on_enrol, form, form_free);
  g_autofree char *today = hf_day_format (hf_minute_get_day (hf_app_context_get_now (context)));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GArray) ids = hf_plans_dup_ids (db, NULL);
  g_auto (GStrv) list = NULL;

  form->plans = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      HfPlan *plan = hf_plans_get (db, id, NULL);

      if (plan == NULL)
        continue;
      g_array_append_val (form->plans, id);
      g_strv_builder_add (names, plan->name);
    }
  list = g_strv_builder_end (names);
  form->choice = hf_card_form_add_choice (widget, _ ("Care plan"), (const char *const *) list);
  form->day = hf_card_form_add_entry (widget, _ ("From"), "2026-12-31");
  gtk_editable_set_text (GTK_EDITABLE (form->day), today);
  return GTK_WIDGET (widget);
}
