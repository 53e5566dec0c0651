/* hf-engine-facts.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-engine-facts.h"

#include "hf-visit.h"

void
hf_engine_facts_free (HfEngineFacts *facts)
{
  g_array_unref (facts->steps);
  g_array_unref (facts->ids);
  g_array_unref (facts->contacts);
  g_array_unref (facts->pauses);
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

/* The steps of a course that lay in the past when it was imported count as skipped on their days.
 */
static void
make_up_steps (HfEngineFacts *facts, const HfPlan *plan, HfDay anchor)
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
      step.closed_at = hf_minute_new (day, HF_CONTACT_EARLIEST);
      step.channel = -1;
      g_array_append_val (facts->steps, step);
      g_array_append_val (facts->ids, no_id);
    }
}

static gboolean
read_contacts (
    HfEngineFacts *facts, HfDb *db, const HfContactFacts *contact, HfMinute from, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_ENGINE_CONTACTS, error, "lrl", contact->customer_id,
                     contact->household_id, from))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfContactFact fact = { 0 };

      fact.at = hf_rows_int (&rows, 0);
      fact.channel = (HfChannel) MAX (parse_channel (hf_rows_text (&rows, 1)), 0);
      fact.household = hf_rows_int (&rows, 2) != 0;
      fact.roles = hf_visit_parse_roles (hf_rows_text (&rows, 3));
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

static void
fill_enrolment (HfEngineFacts *facts, const HfContactFacts *contact, HfDay anchor)
{
  HfEnrolment *enrolment = &facts->enrolment;

  enrolment->anchor = anchor;
  enrolment->choice = contact->routine;
  enrolment->seed = (guint64) contact->customer_id;
  enrolment->steps = (const HfStepFact *) (void *) facts->steps->data;
  enrolment->n_steps = facts->steps->len;
  enrolment->contacts = (const HfContactFact *) (void *) facts->contacts->data;
  enrolment->n_contacts = facts->contacts->len;
  enrolment->pauses = (const HfPause *) (void *) facts->pauses->data;
  enrolment->n_pauses = facts->pauses->len;
  enrolment->rules = &contact->rules;
}

/**
 * hf_engine_facts_load:
 * @contact: borrowed by the result
 * @routine_only: its course of steps lay in the past when it was imported
 *
 * Returns: (transfer full): or %NULL with an error
 */
HfEngineFacts *
hf_engine_facts_load (HfDb *db,
                      const HfContactFacts *contact,
                      const HfPlan *plan,
                      gint64 enrolment,
                      HfDay anchor,
                      gboolean routine_only,
                      GError **error)
{
  g_autoptr (HfEngineFacts) facts = g_new0 (HfEngineFacts, 1);
  int year, month;

  facts->steps = g_array_new (FALSE, FALSE, sizeof (HfStepFact));
  facts->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  facts->contacts = g_array_new (FALSE, FALSE, sizeof (HfContactFact));
  facts->pauses = g_array_new (FALSE, FALSE, sizeof (HfPause));
  hf_day_to_ymd (anchor, &year, &month, NULL);
  if (routine_only)
    make_up_steps (facts, plan, anchor);
  if (!read_steps (facts, db, enrolment, error) ||
      !read_contacts (facts, db, contact, hf_minute_new (hf_day_from_ymd (year, month, 1), 0),
                      error) ||
      !read_pauses (facts, db, contact->customer_id, error))
    return NULL;
  fill_enrolment (facts, contact, anchor);
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
