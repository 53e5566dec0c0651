/* hf-engine-agenda.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-engine-agenda.h"

#include "hf-contact-cap.h"
#include "hf-plans.h"
#include "hf-sale-window.h"

#define WEEK (7)

/* So many days before the expected purchase it is no longer “later” (PLAN-5), with some to spare.
 */
#define NEAR_DAYS (100)

/* An enrolment whose schedule changes with the facts alone need not be looked at every day. */
#define NEVER ((HfDay) G_MAXINT32)

static void
plan_clear (gpointer data)
{
  HfAgendaPlan *plan = data;

  g_clear_pointer (&plan->schedule, hf_schedule_free);
  g_clear_pointer (&plan->facts, hf_engine_facts_free);
}

void
hf_agenda_free (HfAgenda *agenda)
{
  g_clear_pointer (&agenda->plans, g_array_unref);
  g_clear_pointer (&agenda->contact, hf_contact_facts_free);
  g_free (agenda);
}

static gboolean
read_rows (HfAgenda *agenda, HfDb *db, gint64 customer, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_ENROLMENT_ALL_RUNNING, error, "l", customer))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfAgendaPlan plan = { 0 };

      hf_enrolment_row_read (&plan.row, &rows);
      /* What a plan that cannot be read has opened stays as it is, until somebody mends the plan.
       */
      if (!hf_plans_look_up (db, plan.row.plan, &plan.plan, NULL, error))
        return FALSE;
      if (plan.plan != NULL)
        g_array_append_val (agenda->plans, plan);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* @until: %HF_DAY_NONE for what is open now, else the last day of a projection (SCHED-1) */
static gboolean
evaluate (HfAgenda *agenda, HfAgendaPlan *plan, HfDb *db, HfMinute now, HfDay until, GError **error)
{
  plan->facts = hf_engine_facts_load (db, agenda->contact, plan->plan, &plan->row,
                                      hf_minute_get_day (now), error);
  if (plan->facts == NULL)
    return FALSE;
  plan->schedule = until == HF_DAY_NONE
                       ? hf_schedule_evaluate (plan->plan, &plan->facts->enrolment, now)
                       : hf_schedule_project (plan->plan, &plan->facts->enrolment, now, until);
  return TRUE;
}

static gboolean
may_move (const HfDueContact *due)
{
  return (due->kind == HF_KIND_ROUTINE || due->kind == HF_KIND_SALE_WINDOW) &&
         due->moved != HF_MOVE_BY_STAFF && !due->blocked;
}

/* All that is due, in an order that does not depend on days. */
static GPtrArray *
list_due (const HfAgenda *agenda, gboolean *any_may_move)
{
  GPtrArray *list = g_ptr_array_new ();

  *any_may_move = FALSE;
  for (guint i = 0; i < agenda->plans->len; i++)
    {
      const HfAgendaPlan *plan = &g_array_index (agenda->plans, HfAgendaPlan, i);

      for (guint j = 0; j < plan->schedule->due->len; j++)
        {
          HfDueContact *due = &g_array_index (plan->schedule->due, HfDueContact, j);

          *any_may_move |= may_move (due);
          g_ptr_array_add (list, due);
        }
    }
  return list;
}

static GArray *
dup_contact_days (const HfAgenda *agenda, HfDb *db, GPtrArray *list, GError **error)
{
  HfDay first = G_MAXINT64;

  for (guint i = 0; i < list->len; i++)
    first = MIN (first, ((const HfDueContact *) list->pdata[i])->due_day);
  return hf_db_dup_ids (db, HF_QUERY_ENGINE_CONTACT_DAYS, error, "ll", agenda->contact->customer_id,
                        hf_minute_new (first - WEEK, 0));
}

static void
move_due (const HfAgenda *agenda, HfDueContact *due, HfDay day)
{
  HfWays allowed;

  if (day == due->due_day)
    return;
  due->due_day = day;
  due->moved = HF_MOVE_CAP;
  due->channels = hf_contact_rules_get_channels (&agenda->contact->rules, day,
                                                 hf_ways_get_channels (&due->ways));
  allowed = hf_ways_filter (&due->ways, due->channels);
  if (allowed.n_ways > 0)
    due->preferred = (int) allowed.ways[0].channel;
  due->due_at = hf_contact_rules_get_reminder (&agenda->contact->rules, day,
                                               due->preferred >= 0 ? (HfChannel) due->preferred
                                                                   : HF_CHANNEL_HOME);
}

/* SCHED-4, over all plans. No “today” goes in: the days follow from the facts alone, so that it
 * does not matter on which day they are asked for (SCHED-6). */
static gboolean
apply_cap (HfAgenda *agenda, HfDb *db, GError **error)
{
  gboolean any_may_move;
  g_autoptr (GPtrArray) list = list_due (agenda, &any_may_move);
  g_autoptr (GArray) days = NULL;
  g_autofree HfCapItem *items = NULL;

  if (!any_may_move)
    return TRUE;
  days = dup_contact_days (agenda, db, list, error);
  if (days == NULL)
    return FALSE;
  if (list->len + days->len <= HF_CONTACT_CAP_DAYS)
    return TRUE;
  items = g_new0 (HfCapItem, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      const HfDueContact *due = list->pdata[i];

      items[i].kind = due->kind;
      items[i].day = due->due_day;
      items[i].channels = hf_ways_get_channels (&due->ways);
      items[i].fixed = !may_move (due);
    }
  hf_contact_cap_apply (items, list->len, (const HfDay *) (void *) days->data, days->len,
                        &agenda->contact->rules, HF_CONTACT_CAP_DAYS, 0);
  for (guint i = 0; i < list->len; i++)
    move_due (agenda, list->pdata[i], items[i].capped_day);
  return TRUE;
}

/**
 * hf_agenda_load:
 * @until: %HF_DAY_NONE for what should be open now, else up to which day to foresee
 *
 * Returns: (transfer full): without plans when the customer follows none or is not to be contacted;
 * %NULL with an error
 */
HfAgenda *
hf_agenda_load (HfDb *db, gint64 customer, HfMinute now, HfDay until, GError **error)
{
  g_autoptr (HfAgenda) agenda = g_new0 (HfAgenda, 1);

  agenda->plans = g_array_new (FALSE, FALSE, sizeof (HfAgendaPlan));
  g_array_set_clear_func (agenda->plans, plan_clear);
  if (!read_rows (agenda, db, customer, error))
    return NULL;
  if (agenda->plans->len == 0)
    return g_steal_pointer (&agenda);
  agenda->contact = hf_contact_facts_load (db, customer, error);
  if (agenda->contact == NULL)
    return NULL;
  if (agenda->contact->barred)
    g_array_set_size (agenda->plans, 0);
  for (guint i = 0; i < agenda->plans->len; i++)
    {
      if (!evaluate (agenda, &g_array_index (agenda->plans, HfAgendaPlan, i), db, now, until,
                     error))
        return NULL;
    }
  return apply_cap (agenda, db, error) ? g_steal_pointer (&agenda) : NULL;
}

/**
 * hf_agenda_plan_get_next_look:
 *
 * Returns: the day on which the plan may ask for something else though no fact has changed: when
 * the customer moves to another sale window (PLAN-5)
 */
HfDay
hf_agenda_plan_get_next_look (const HfAgenda *agenda, const HfAgendaPlan *plan, HfDay today)
{
  HfDay expected = agenda->contact->sale_expected;
  const char *now;

  if (plan->plan->trigger != HF_TRIGGER_SALE_WINDOW || plan->row.choice != NULL ||
      expected == HF_DAY_NONE)
    return NEVER;
  now = hf_sale_window_get (expected, today);
  for (HfDay day = MAX (today + 1, expected - NEAR_DAYS); day <= expected; day++)
    {
      if (g_strcmp0 (hf_sale_window_get (expected, day), now) != 0)
        return day;
    }
  return NEVER;
}
