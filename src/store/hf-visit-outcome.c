/* hf-visit-outcome.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-outcome.h"

#include <glib/gi18n-lib.h>

#include "hf-adverse.h"
#include "hf-contact-facts.h"
#include "hf-db-private.h"
#include "hf-enrolment-store.h"
#include "hf-follow-up.h"
#include "hf-try-store.h"

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

static const char promise_ways[] = "phone:agent;phone:expert";

/* A promise may not be missed: a follow-up of its own (VISIT-1, VISIT-6). */
static gboolean
add_promise (Outcome *outcome, GError **error)
{
  const HfVisitDraft *draft = outcome->draft;
  g_autoptr (HfContactFacts) facts = NULL;
  HfMinute due_at;
  gint64 id;
  HfWays ways;

  if (draft->promise == NULL || *draft->promise == '\0')
    return TRUE;
  facts = hf_contact_facts_load (outcome->db, draft->customer_id, error);
  if (facts == NULL || !hf_ways_parse (promise_ways, &ways, error))
    return FALSE;
  id = hf_db_new_id (outcome->db);
  due_at = hf_contact_facts_get_reminder (facts, draft->promise_on, &ways);
  return hf_db_run (outcome->db, HF_QUERY_PROMISE_INSERT, error, "lllrsl", id, draft->customer_id,
                    outcome->visit, outcome->owner, draft->promise, draft->promise_on) &&
         insert_follow_up (outcome, HF_KIND_PROMISE, due_at, promise_ways, draft->promise,
                           "promise", id, error);
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
         insert_follow_up (outcome, HF_KIND_PROMISE, draft->later_at, promise_ways, NULL,
                           "asked-to-call-later", outcome->visit, error);
}

/* VISIT-3, COMP-6: a record at once, and an expert the same day; plans pause while it is open. */
static gboolean
add_adverse (Outcome *outcome, GError **error)
{
  HfAdverseOpening opening = { .customer_id = outcome->draft->customer_id,
                               .visit_id = outcome->visit };
  gint64 id;

  return outcome->draft->effect != HF_EFFECT_ADVERSE ||
         hf_adverse_insert (outcome->db, outcome->actor, &opening, outcome->owner, &id, error);
}

/* Who could not be reached has refused nothing: what was promised is still owed (VISIT-1). */
static gboolean
stop_plans (Outcome *outcome, const char *reason, GError **error)
{
  HfMinute now = outcome->actor->now;
  gint64 customer = outcome->draft->customer_id;

  return hf_db_run (outcome->db, HF_QUERY_FOLLOW_UP_CANCEL_PLANS, error, "lsl", customer, reason,
                    now) &&
         hf_db_run (outcome->db, HF_QUERY_ENROLMENT_STOP_ALL, error, "lls", customer,
                    hf_minute_get_day (now), reason);
}

static gboolean
discard (Outcome *outcome, const char *reason, GError **error)
{
  gint64 customer = outcome->draft->customer_id;

  if (!hf_db_run (outcome->db, HF_QUERY_CUSTOMER_DISCARD, error, "ls", customer, reason))
    return FALSE;
  return outcome->draft->outcome == HF_OUTCOME_REFUSED
             ? hf_enrolment_stop_all (outcome->db, outcome->actor, customer, reason, error)
             : stop_plans (outcome, reason, error);
}

static gboolean
remind_at (Outcome *outcome, HfMinute at, GError **error)
{
  const HfVisitDraft *draft = outcome->draft;

  return at <= outcome->actor->now ||
         hf_db_run (outcome->db, HF_QUERY_FOLLOW_UP_TRY_AGAIN, error, "llls", draft->customer_id,
                    hf_minute_get_day (outcome->actor->now), at,
                    hf_domain_get_nick (HF_DOMAIN_CHANNEL, (int) draft->channel));
}

/* CARD-9, VISIT-5. A card that was discarded is taken up again when the person is reached after
 * all. The reminder of what is due moves to the next try, the due day stays. */
static gboolean
move_card (Outcome *outcome, gboolean *other_number, GError **error)
{
  const HfVisitDraft *draft = outcome->draft;
  g_autoptr (GArray) tries = NULL;
  g_autoptr (HfContactFacts) facts = NULL;
  HfTryAdvice advice;

  if (draft->outcome == HF_OUTCOME_REACHED)
    return hf_db_run (outcome->db, HF_QUERY_CUSTOMER_CONTACTED, error, "l", draft->customer_id);
  if (draft->outcome == HF_OUTCOME_ASKED_TO_CALL_LATER)
    return remind_at (outcome, draft->later_at, error);
  facts = hf_contact_facts_load (outcome->db, draft->customer_id, error);
  tries = facts != NULL ? hf_tries_load (outcome->db, draft->customer_id,
                                         draft->outcome == HF_OUTCOME_REFUSED, error)
                        : NULL;
  if (tries == NULL)
    return FALSE;
  if (facts->rules.window.n_openings == 0)
    hf_contact_window_init (&facts->rules.window, draft->channel);
  advice = hf_try_advise ((const HfTry *) (void *) tries->data, tries->len, &facts->rules);
  *other_number = advice.other_number && !advice.discard;
  if (advice.discard)
    return discard (outcome, draft->outcome == HF_OUTCOME_REFUSED ? "refused" : "no-answer", error);
  return advice.next_at == HF_MINUTE_NONE || remind_at (outcome, advice.next_at, error);
}

/**
 * hf_visit_apply_outcome:
 * @owner: of the customer, 0 for none
 * @other_number: (out): after so many tries propose another number, or a message (VISIT-5)
 *
 * Within the operation that recorded @visit.
 */
gboolean
hf_visit_apply_outcome (HfDb *db,
                        const HfActor *actor,
                        const HfVisitDraft *draft,
                        gint64 visit,
                        gint64 owner,
                        gboolean *other_number,
                        GError **error)
{
  Outcome outcome = { db, actor, draft, visit, owner };

  *other_number = FALSE;
  return move_card (&outcome, other_number, error) && add_promise (&outcome, error) &&
         add_later (&outcome, error) && add_adverse (&outcome, error);
}
