/* hf-engine-facts.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-engine-facts.h"

#include "hf-db-private.h"
#include "hf-sale-window.h"
#include "hf-visit.h"

void
hf_engine_facts_free (HfEngineFacts *facts)
{
  g_array_unref (facts->steps);
  g_array_unref (facts->ids);
  g_array_unref (facts->contacts);
  g_array_unref (facts->pauses);
  g_array_unref (facts->marks);
  g_free (facts);
}

static gboolean
take_error (GError **error, GError **local)
{
  if (*local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (local));
  return FALSE;
}

static int
parse_channel (const char *nick)
{
  int channel = -1;

  if (nick != NULL)
    hf_domain_parse (HF_DOMAIN_CHANNEL, nick, &channel, NULL);
  return channel;
}

static gboolean
read_steps (HfEngineFacts *facts, HfDb *db, gint64 enrolment, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_ENGINE_STEPS, error, "l", enrolment))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfStepFact step = { 0 };
      gint64 id = hf_rows_int (&rows, 0);
      int state = HF_FOLLOW_UP_OPEN;

      step.step = (int) hf_rows_int (&rows, 1);
      step.occurrence = (int) hf_rows_int (&rows, 2);
      hf_domain_parse (HF_DOMAIN_FOLLOW_UP_STATE, hf_rows_text (&rows, 3), &state, NULL);
      step.state = (HfFollowUpState) state;
      step.original_day = hf_rows_int (&rows, 4);
      step.due_day = hf_rows_int (&rows, 5);
      step.rescheduled = hf_rows_int (&rows, 6) != 0;
      step.closed_at = hf_rows_int_or (&rows, 7, HF_MINUTE_NONE);
      step.channel = parse_channel (hf_rows_text (&rows, 8));
      step.expert_wanted = hf_rows_int (&rows, 9) != 0;
      g_array_append_val (facts->steps, step);
      g_array_append_val (facts->ids, id);
    }
  return take_error (error, &local);
}

/* The steps of a course that lay in the past when it was imported count as skipped: on the day of
 * the import, so that the routine begins there and owes nothing for the months before (decision
 * 0004). */
static void
make_up_steps (HfEngineFacts *facts, const HfPlan *plan, HfDay anchor, HfDay started)
{
  HfDay day = anchor;
  gint64 no_id = 0;

  for (guint i = 0; i < hf_plan_get_n_steps (plan); i++)
    {
      const HfPlanItem *item = hf_plan_get_step (plan, i);
      HfStepFact step = { 0 };

      day = (item->anchor == HF_ANCHOR_TRIGGER ? anchor : day) + item->offset;
      step.step = item->key;
      step.state = HF_FOLLOW_UP_SKIPPED;
      step.original_day = step.due_day = day;
      step.closed_at = hf_minute_new (MAX (day, started), HF_CONTACT_EARLIEST);
      step.channel = -1;
      g_array_append_val (facts->steps, step);
      g_array_append_val (facts->ids, no_id);
    }
}

/* Of who led the contact, and of those who took part. */
static HfSet
read_roles (HfRows *rows)
{
  const char *leader = hf_rows_text (rows, 3);
  const char *others = hf_rows_text (rows, 4);
  g_autofree char *all = NULL;

  if (leader != NULL && others != NULL)
    all = g_strconcat (leader, ",", others, NULL);
  return hf_visit_parse_roles (all != NULL ? all : others != NULL ? others : leader);
}

static gboolean
read_contacts (
    HfEngineFacts *facts, HfDb *db, const HfContactFacts *contact, HfMinute from, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  /* Nobody was reached since: spare the query. */
  if (contact->household_id == 0 && contact->last_contact_at < from)
    return TRUE;
  if (contact->household_id == 0
          ? !hf_rows_open (&rows, db, HF_QUERY_ENGINE_CONTACTS, error, "ll", contact->customer_id,
                           from)
          : !hf_rows_open (&rows, db, HF_QUERY_ENGINE_CONTACTS_HOUSEHOLD, error, "lll",
                           contact->customer_id, from, contact->household_id))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfContactFact fact = { 0 };

      fact.at = hf_rows_int (&rows, 0);
      fact.channel = (HfChannel) MAX (parse_channel (hf_rows_text (&rows, 1)), 0);
      fact.household = hf_rows_int (&rows, 2) != 0;
      fact.roles = read_roles (&rows);
      g_array_append_val (facts->contacts, fact);
    }
  return take_error (error, &local);
}

static gboolean
read_pauses (HfEngineFacts *facts, HfDb *db, gint64 customer, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_ENGINE_PAUSES, error, "l", customer))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfPause pause = { hf_rows_int (&rows, 0), hf_rows_int_or (&rows, 1, HF_DAY_NONE) };

      g_array_append_val (facts->pauses, pause);
    }
  return take_error (error, &local);
}

/* Only plans that wait for something ask (PLAN-7). */
static gboolean
read_marks (HfEngineFacts *facts,
            HfDb *db,
            const HfPlan *plan,
            gint64 customer,
            HfDay anchor,
            GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;
  gboolean asks = FALSE;

  for (guint i = 0; i < hf_plan_get_n_routines (plan); i++)
    asks |= hf_plan_get_routine (plan, i)->rhythm == HF_RHYTHM_MARK;
  if (!asks)
    return TRUE;
  if (!hf_rows_open (&rows, db, HF_QUERY_ENGINE_MARKS, error, "ll", customer,
                     hf_minute_new (anchor, 0)))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfMarkFact mark = { g_intern_string (hf_rows_text (&rows, 0)), hf_rows_int (&rows, 1) };

      g_array_append_val (facts->marks, mark);
    }
  return take_error (error, &local);
}

/* Quotas count whole months; a cadence may count from a contact before the plan began. */
static HfMinute
get_first_minute (const HfPlan *plan, HfDay anchor)
{
  HfDay first;
  int year, month;

  hf_day_to_ymd (anchor, &year, &month, NULL);
  first = hf_day_from_ymd (year, month, 1);
  for (guint i = 0; i < hf_plan_get_n_routines (plan); i++)
    {
      const HfPlanItem *item = hf_plan_get_routine (plan, i);

      if (item->rhythm == HF_RHYTHM_DAYS)
        first = MIN (first, anchor - item->interval);
      else if (item->rhythm == HF_RHYTHM_MONTHS)
        first = MIN (first, hf_day_add_months (anchor, -item->interval));
    }
  return hf_minute_new (first, 0);
}

/* What the enrolment does not say itself is read anew each time (PLAN-3, PLAN-5). */
static const char *
get_choice (const HfContactFacts *contact,
            const HfPlan *plan,
            const HfEnrolmentRow *row,
            HfDay today)
{
  if (row->choice != NULL)
    return row->choice;
  if (plan->trigger != HF_TRIGGER_SALE_WINDOW)
    return contact->routine;
  return contact->sale_expected != HF_DAY_NONE ? hf_sale_window_get (contact->sale_expected, today)
                                               : "later";
}

/* A customer who wishes three calls a month has that written as their wish. */
static int
get_per_month (const HfContactFacts *contact, const HfEnrolmentRow *row)
{
  guint64 wish = 0;

  if (row->per_month > 0 || contact->routine == NULL)
    return row->per_month;
  g_ascii_string_to_unsigned (contact->routine, 10, 1, 31, &wish, NULL);
  return (int) wish;
}

static void
fill_enrolment (HfEngineFacts *facts,
                const HfContactFacts *contact,
                const HfPlan *plan,
                const HfEnrolmentRow *row,
                HfDay today)
{
  HfEnrolment *enrolment = &facts->enrolment;
  gint64 household_or_self =
      contact->household_id != 0 ? contact->household_id : contact->customer_id;

  enrolment->anchor = row->anchor;
  enrolment->choice = get_choice (contact, plan, row, today);
  enrolment->per_month = get_per_month (contact, row);
  /* Without the device's number, so that the same branch made anew spreads its days alike. */
  enrolment->seed = (guint64) (household_or_self & HF_ID_COUNTER_MASK);
  enrolment->steps = (const HfStepFact *) (void *) facts->steps->data;
  enrolment->n_steps = facts->steps->len;
  enrolment->contacts = (const HfContactFact *) (void *) facts->contacts->data;
  enrolment->n_contacts = facts->contacts->len;
  enrolment->marks = (const HfMarkFact *) (void *) facts->marks->data;
  enrolment->n_marks = facts->marks->len;
  enrolment->pauses = (const HfPause *) (void *) facts->pauses->data;
  enrolment->n_pauses = facts->pauses->len;
  enrolment->rules = &contact->rules;
}

/**
 * hf_enrolment_row_read:
 * @rows: of one of the queries that give enrolments
 */
void
hf_enrolment_row_read (HfEnrolmentRow *row, HfRows *rows)
{
  const char *choice = hf_rows_text (rows, 4);

  row->id = hf_rows_int (rows, 0);
  row->plan = hf_rows_int (rows, 1);
  row->anchor = hf_rows_int (rows, 2);
  row->routine_only = hf_rows_int (rows, 3) != 0;
  row->choice = *choice != '\0' ? g_intern_string (choice) : NULL;
  row->per_month = (int) hf_rows_int (rows, 5);
  row->started = hf_rows_int (rows, 6);
}

/**
 * hf_enrolment_row_load:
 *
 * Returns: %FALSE with or without an error: nothing bears that id
 */
gboolean
hf_enrolment_row_load (HfEnrolmentRow *row, HfDb *db, gint64 id, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_ENROLMENT_GET, error, "l", id) ||
      !hf_rows_next (&rows, error))
    return FALSE;
  hf_enrolment_row_read (row, &rows);
  return TRUE;
}

/**
 * hf_engine_facts_load:
 * @contact: borrowed by the result
 * @today: for what is read anew every day (PLAN-5)
 *
 * Returns: (transfer full): or %NULL with an error
 */
HfEngineFacts *
hf_engine_facts_load (HfDb *db,
                      const HfContactFacts *contact,
                      const HfPlan *plan,
                      const HfEnrolmentRow *row,
                      HfDay today,
                      GError **error)
{
  g_autoptr (HfEngineFacts) facts = g_new0 (HfEngineFacts, 1);

  facts->steps = g_array_new (FALSE, FALSE, sizeof (HfStepFact));
  facts->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  facts->contacts = g_array_new (FALSE, FALSE, sizeof (HfContactFact));
  facts->pauses = g_array_new (FALSE, FALSE, sizeof (HfPause));
  facts->marks = g_array_new (FALSE, FALSE, sizeof (HfMarkFact));
  if (row->routine_only)
    make_up_steps (facts, plan, row->anchor, row->started);
  if (!read_steps (facts, db, row->id, error) ||
      !read_contacts (facts, db, contact, get_first_minute (plan, row->anchor), error) ||
      (contact->has_pauses && !read_pauses (facts, db, contact->customer_id, error)) ||
      !read_marks (facts, db, plan, contact->customer_id, row->anchor, error))
    return NULL;
  fill_enrolment (facts, contact, plan, row, today);
  return g_steal_pointer (&facts);
}

/**
 * hf_engine_facts_find:
 * @index: (out): its place among the steps
 *
 * Returns: the id of the follow-up that stands for @step and @occurrence, 0 when there is none
 */
gint64
hf_engine_facts_find (const HfEngineFacts *facts, int step, int occurrence, guint *index)
{
  for (guint i = 0; i < facts->steps->len; i++)
    {
      const HfStepFact *fact = &g_array_index (facts->steps, HfStepFact, i);

      *index = i;
      if (fact->step == step && fact->occurrence == occurrence)
        return g_array_index (facts->ids, gint64, i);
    }
  return 0;
}
