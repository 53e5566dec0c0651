/* hf-visit-outcome.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-outcome.h"

#include <glib/gi18n-lib.h>

#include "hf-contact-facts.h"
#include "hf-db-private.h"
#include "hf-enrolment-store.h"
#include "hf-follow-up.h"

/* CARD-9: so many failed tries in a row, each on another day. */
#define FAILED_DAYS_TO_DISCARD (3)

typedef struct
{
  HfDb *db;
  const HfActor *actor;
  const HfVisitDraft *draft;
  gint64 visit;
  gint64 owner;
} Outcome;

static gboolean
insert_follow_up (Outcome *outcome,
                  HfKind kind,
                  HfMinute due_at,
                  const char *ways_text,
                  const char *title,
                  const char *cause,
                  gint64 subject,
                  GError **error)
{
  HfFollowUpDraft draft = { 0 };
  HfWays ways;
  gint64 id;

  if (!hf_ways_parse (ways_text, &ways, error))
    return FALSE;
  draft.customer_id = outcome->draft->customer_id;
  draft.staff_id = outcome->owner != 0 ? outcome->owner : outcome->actor->staff_id;
  draft.kind = kind;
  draft.due_at = due_at;
  draft.original_on = draft.window_from = draft.window_to = hf_minute_get_day (due_at);
  draft.ways = &ways;
  draft.title = title;
  draft.cause = cause;
  draft.anchor_on = hf_minute_get_day (outcome->actor->now);
  draft.subject_id = subject;
  return hf_follow_up_insert (outcome->db, &draft, &id, error);
}

/* A promise may not be missed: a follow-up of its own (VISIT-1, VISIT-6). */
static gboolean
add_promise (Outcome *outcome, GError **error)
{
  const HfVisitDraft *draft = outcome->draft;
  g_autoptr (HfContactFacts) facts = NULL;
  HfMinute due_at;
  gint64 id;

  if (draft->promise == NULL || *draft->promise == '\0')
    return TRUE;
  facts = hf_contact_facts_load (outcome->db, draft->customer_id, error);
  if (facts == NULL)
    return FALSE;
  id = hf_db_new_id (outcome->db);
  due_at = hf_contact_facts_get_reminder (facts, draft->promise_on, HF_BIT (HF_CHANNEL_PHONE));
  return hf_db_run (outcome->db, HF_QUERY_PROMISE_INSERT, error, "lllrsl", id, draft->customer_id,
                    outcome->visit, outcome->owner, draft->promise, draft->promise_on) &&
         insert_follow_up (outcome, HF_KIND_PROMISE, due_at, "phone:agent;phone:expert",
                           draft->promise, "promise", id, error);
}

/* The customer's last word counts: an earlier wish is withdrawn (VISIT-1). */
static gboolean
add_later (Outcome *outcome, GError **error)
{
  const HfVisitDraft *draft = outcome->draft;

  if (draft->later_at == HF_MINUTE_NONE)
    return TRUE;
  return hf_db_run (outcome->db, HF_QUERY_FOLLOW_UP_CANCEL_LATER, error, "lsl", draft->customer_id,
                    "asked-anew", outcome->actor->now) &&
         insert_follow_up (outcome, HF_KIND_PROMISE, draft->later_at, "phone:agent;phone:expert",
                           NULL, "asked-to-call-later", outcome->visit, error);
}

/* VISIT-3, COMP-6: a record at once, and an expert the same day; plans pause while it is open. */
static gboolean
add_adverse (Outcome *outcome, GError **error)
{
  const HfVisitDraft *draft = outcome->draft;
  gint64 id;

  if (draft->effect != HF_EFFECT_ADVERSE)
    return TRUE;
  id = hf_db_new_id (outcome->db);
  return hf_db_run (outcome->db, HF_QUERY_ADVERSE_INSERT, error, "llllr", id, draft->customer_id,
                    outcome->visit, outcome->actor->now, outcome->actor->staff_id) &&
         insert_follow_up (outcome, HF_KIND_ADVERSE, outcome->actor->now,
                           "phone:expert;home:expert", NULL, "adverse", id, error);
}

static gboolean
is_failed_try (HfOutcome outcome)
{
  return outcome == HF_OUTCOME_NO_ANSWER || outcome == HF_OUTCOME_WRONG_NUMBER ||
         outcome == HF_OUTCOME_OFF;
}

static gboolean
discard (Outcome *outcome, const char *reason, GError **error)
{
  gint64 customer = outcome->draft->customer_id;

  return hf_db_run (outcome->db, HF_QUERY_CUSTOMER_DISCARD, error, "ls", customer, reason) &&
         hf_enrolment_stop_all (outcome->db, outcome->actor, customer, reason, error);
}

/* CARD-9. One that was discarded was taken up again already. */
static gboolean
move_card (Outcome *outcome, GError **error)
{
  const HfVisitDraft *draft = outcome->draft;
  gint64 failed_days = 0;

  if (draft->outcome == HF_OUTCOME_REACHED)
    return hf_db_run (outcome->db, HF_QUERY_CUSTOMER_CONTACTED, error, "l", draft->customer_id);
  if (draft->outcome == HF_OUTCOME_REFUSED)
    return discard (outcome, "refused", error);
  if (!is_failed_try (draft->outcome))
    return TRUE;
  if (!hf_db_get_int (outcome->db, HF_QUERY_VISIT_FAILED_DAYS, &failed_days, error, "l",
                      draft->customer_id))
    return FALSE;
  return failed_days < FAILED_DAYS_TO_DISCARD || discard (outcome, "no-answer", error);
}

/* VISIT-5: the next try on another day, in another window. The reminder moves, the due day stays.
 */
static gboolean
try_again (Outcome *outcome, GError **error)
{
  const HfVisitDraft *draft = outcome->draft;
  g_autoptr (HfContactFacts) facts = NULL;
  HfContactWindow window;
  HfDay day = hf_minute_get_day (outcome->actor->now) + 1;
  int tried = hf_minute_of_day (draft->at != HF_MINUTE_NONE ? draft->at : outcome->actor->now);
  int next;

  if (draft->outcome == HF_OUTCOME_REACHED || draft->outcome == HF_OUTCOME_REFUSED)
    return TRUE;
  facts = hf_contact_facts_load (outcome->db, draft->customer_id, error);
  if (facts == NULL)
    return FALSE;
  day = hf_contact_rules_next_allowed_day (&facts->rules, day, HF_BIT (draft->channel));
  if (day == HF_DAY_NONE)
    return TRUE;
  window = facts->rules.window;
  if (window.n_openings == 0)
    hf_contact_window_init (&window, draft->channel);
  next = hf_contact_window_next_opening (&window, tried);
  if (next < 0)
    next = window.openings[0].from;
  return hf_db_run (outcome->db, HF_QUERY_FOLLOW_UP_TRY_AGAIN, error, "llls", draft->customer_id,
                    hf_minute_get_day (outcome->actor->now), hf_minute_new (day, next),
                    hf_domain_get_nick (HF_DOMAIN_CHANNEL, (int) draft->channel));
}

/**
 * hf_visit_apply_outcome:
 * @owner: of the customer, 0 for none
 *
 * Within the operation that recorded @visit.
 */
gboolean
hf_visit_apply_outcome (HfDb *db,
                        const HfActor *actor,
                        const HfVisitDraft *draft,
                        gint64 visit,
                        gint64 owner,
                        GError **error)
{
  Outcome outcome = { db, actor, draft, visit, owner };

  return move_card (&outcome, error) && try_again (&outcome, error) &&
         add_promise (&outcome, error) && add_later (&outcome, error) &&
         add_adverse (&outcome, error);
}
