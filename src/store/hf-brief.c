/* hf-brief.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-brief.h"

#include "hf-brief-texts.h"
#include "hf-engine-facts.h"
#include "hf-office.h"
#include "hf-plans.h"
#include "hf-schedule.h"
#include "hf-visit.h"

#define N_LAST_VISITS (3)

void
hf_brief_free (HfBrief *brief)
{
  g_clear_pointer (&brief->item, hf_work_item_free);
  g_clear_pointer (&brief->card, hf_card_free);
  g_clear_pointer (&brief->visits, g_ptr_array_unref);
  g_free (brief->purpose);
  g_strfreev (brief->checklist);
  g_free (brief->greeting);
  g_free (brief->script);
  g_free (brief->closing);
  g_strfreev (brief->taboos);
  g_free (brief->interests);
  g_free (brief->next.title);
  g_free (brief);
}

typedef struct
{
  HfEnrolmentRow row;
  int step;
  int occurrence;
} Place;

/* @place: its row's id stays 0 for a follow-up that no plan asked for */
static gboolean
read_place (HfDb *db, gint64 follow_up, Place *place, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_WORK_ENROLMENT, error, "l", follow_up))
    return FALSE;
  if (hf_rows_next (&rows, &local))
    {
      hf_enrolment_row_read (&place->row, &rows);
      place->step = (int) hf_rows_int (&rows, 7);
      place->occurrence = (int) hf_rows_int (&rows, 8);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* As if the customer had been reached at this minute. */
static void
pretend (HfEngineFacts *facts, const Place *place, HfChannel channel, const HfActor *actor)
{
  g_autofree char *nick = g_strdup (hf_domain_get_nick (HF_DOMAIN_ROLE, (int) actor->role));
  HfContactFact contact = { actor->now, channel, hf_visit_parse_roles (nick), FALSE };
  guint index = 0;

  if (hf_engine_facts_find (facts, place->step, place->occurrence, &index) != 0)
    {
      HfStepFact *fact = &g_array_index (facts->steps, HfStepFact, index);

      fact->state = HF_FOLLOW_UP_DONE;
      fact->closed_at = actor->now;
      fact->channel = (int) channel;
    }
  g_array_append_val (facts->contacts, contact);
  facts->enrolment.contacts = (const HfContactFact *) (void *) facts->contacts->data;
  facts->enrolment.n_contacts = facts->contacts->len;
}

static void
take_first (HfNextContact *next, const HfSchedule *schedule)
{
  const HfDueContact *due;

  if (hf_schedule_get_n_due (schedule) == 0)
    return;
  due = hf_schedule_get_due (schedule, 0);
  next->day = due->due_day;
  next->channel = due->preferred >= 0 ? (HfChannel) due->preferred : HF_CHANNEL_PHONE;
  next->required = hf_ways_get_channels (&due->ways) == HF_BIT (next->channel);
  next->title = g_strdup (due->item->title);
}

static gboolean
foresee (HfBrief *brief, HfDb *db, const HfActor *actor, const Place *place, GError **error)
{
  HfPlan *plan = NULL;
  const HfPlanItem *item;
  g_autoptr (HfContactFacts) contact = NULL;
  g_autoptr (HfEngineFacts) facts = NULL;
  g_autoptr (HfSchedule) schedule = NULL;

  if (!hf_plans_look_up (db, place->row.plan, &plan, NULL, error))
    return FALSE;
  item = plan != NULL ? hf_plan_find_item (plan, place->step) : NULL;
  if (item == NULL)
    return TRUE;
  brief->purpose = g_strdup (item->purpose);
  g_strfreev (brief->checklist);
  brief->checklist = g_strdupv (item->checklist);
  contact = hf_contact_facts_load (db, brief->item->customer_id, error);
  if (contact == NULL)
    return FALSE;
  facts =
      hf_engine_facts_load (db, contact, plan, &place->row, hf_minute_get_day (actor->now), error);
  if (facts == NULL)
    return FALSE;
  pretend (facts, place, brief->item->channel, actor);
  schedule = hf_schedule_evaluate (plan, &facts->enrolment, actor->now);
  take_first (&brief->next, schedule);
  return TRUE;
}

static gboolean
read_matters (HfBrief *brief, HfDb *db, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_WORK_OPEN_MATTERS, error, "l", brief->item->customer_id) ||
      !hf_rows_next (&rows, error))
    return FALSE;
  brief->n_complaints = (int) hf_rows_int (&rows, 0);
  brief->n_promises = (int) hf_rows_int (&rows, 1);
  return TRUE;
}

/**
 * hf_brief_load:
 * @actor: for "now" and for whose contact it would be
 *
 * Some look-ups by primary key.
 *
 * Returns: (transfer full) (nullable): %NULL when the follow-up is gone, or with an error,
 * %HF_ERROR_NOT_ALLOWED for a colleague's customer (ROLE-1)
 */
HfBrief *
hf_brief_load (HfDb *db, const HfActor *actor, gint64 follow_up, GError **error)
{
  g_autoptr (HfBrief) brief = g_new0 (HfBrief, 1);
  Place place = { 0 };

  brief->next.day = brief->birthday_on = HF_DAY_NONE;
  brief->mix_last = brief->mix_suggested = -1;
  brief->checklist = g_new0 (char *, 1);
  brief->item = hf_work_load (db, follow_up, error);
  if (brief->item == NULL)
    return NULL;
  brief->card = hf_card_load (db, brief->item->customer_id, error);
  if (brief->card == NULL || !hf_actor_check_owner (actor, brief->card->owner_id, error))
    return NULL;
  brief->visits = hf_card_dup_last_visits (db, brief->item->customer_id, N_LAST_VISITS, error);
  if (brief->visits == NULL || !read_matters (brief, db, error) ||
      !hf_case_link_load (db, follow_up, &brief->belongs, error) ||
      !hf_brief_load_texts (brief, db, actor, error) ||
      !hf_brief_load_advice (brief, db, actor, error) ||
      !read_place (db, follow_up, &place, error) ||
      (place.row.id != 0 && !foresee (brief, db, actor, &place, error)))
    return NULL;
  return g_steal_pointer (&brief);
}
