/* hf-complaint.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-complaint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-complaint-list.h"
#include "hf-complaint-private.h"
#include "hf-complaint-rules.h"
#include "hf-db-private.h"
#include "hf-deadline-reminder.h"
#include "hf-deadline-store.h"
#include "hf-engine.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-text-check.h"
#include "hf-tier-store.h"

/**
 * hf_complaint_draft_init:
 *
 * By phone, of normal severity; the rest is the caller's to set.
 */
void
hf_complaint_draft_init (HfComplaintDraft *draft)
{
  memset (draft, 0, sizeof *draft);
  draft->channel = HF_CHANNEL_PHONE;
  draft->reason = HF_COMPLAINT_OTHER;
  draft->wants = HF_WANTS_OTHER;
  draft->promised_by = HF_MINUTE_NONE;
}

void
hf_complaint_step_init (HfComplaintStep *step)
{
  memset (step, 0, sizeof *step);
  step->remedy_by = HF_MINUTE_NONE;
}

static gboolean
check_text (const char *text, GError **error)
{
  return text == NULL || hf_text_check (text, error);
}

static gboolean
is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
refuse (GError **error, HfError code, const char *sentence)
{
  g_set_error_literal (error, HF_ERROR, (int) code, sentence);
  return FALSE;
}

/**
 * hf_complaint_apply:
 *
 * What follows from a change: paused care, a tier that may fall again, and what reminds of the
 * deadlines. Within a running operation.
 */
gboolean
hf_complaint_apply (HfDb *db, const HfActor *actor, gint64 id, gint64 customer, GError **error)
{
  return hf_deadlines_set_for_complaint (db, actor, id, NULL, error) &&
         hf_deadline_reminders_refresh (db, actor, id, error) &&
         hf_tier_refresh (db, actor, customer, NULL, error) &&
         hf_engine_update_customer (db, actor, customer, error);
}

/* Of a complaint about the owner a manager takes care, lest it be nobody's (COMP-9). */
static gboolean
choose_responsible (HfDb *db,
                    const HfActor *actor,
                    const HfComplaintDraft *draft,
                    gint64 owner,
                    gint64 *responsible,
                    GError **error)
{
  *responsible = draft->responsible_id != 0 ? draft->responsible_id : owner;
  return draft->about_id == 0 || *responsible != draft->about_id ||
         hf_db_get_int (db, HF_QUERY_STAFF_MANAGER_BUT, responsible, error, "ll", draft->about_id,
                        actor->staff_id);
}

static gboolean
insert (HfDb *db,
        const HfActor *actor,
        const HfComplaintDraft *draft,
        gint64 id,
        gint64 owner,
        GError **error)
{
  gint64 responsible;

  if (!choose_responsible (db, actor, draft, owner, &responsible, error))
    return FALSE;
  return hf_db_run (db, HF_QUERY_COMPLAINT_INSERT, error, "llrrlrsssssrrrd", id, draft->customer_id,
                    draft->purchase_id, draft->product_id, actor->now, actor->staff_id,
                    hf_domain_get_nick (HF_DOMAIN_CHANNEL, (int) draft->channel),
                    draft->words != NULL ? draft->words : "",
                    hf_domain_get_nick (HF_DOMAIN_COMPLAINT_REASON, (int) draft->reason),
                    hf_domain_get_nick (HF_DOMAIN_COMPLAINT_SEVERITY, (int) draft->severity),
                    hf_domain_get_nick (HF_DOMAIN_WANTS, (int) draft->wants), draft->about_id,
                    responsible, draft->visit_id, draft->promised_by) &&
         hf_db_run (db, HF_QUERY_COMPLAINT_MOVE_INSERT, error, "lllrsss", hf_db_new_id (db), id,
                    actor->now, actor->staff_id, NULL, "received", "");
}

/**
 * hf_complaint_check_promise:
 * @promised_by: %HF_MINUTE_NONE for no promise
 *
 * Nothing is promised for a moment that has passed (COMP-1).
 */
gboolean
hf_complaint_check_promise (const HfActor *actor, HfMinute promised_by, GError **error)
{
  return promised_by == HF_MINUTE_NONE || promised_by > actor->now ||
         refuse (error, HF_ERROR_BAD_INPUT,
                 _ ("What is promised is still to come: choose a later day or hour."));
}

/**
 * hf_complaint_check_apology:
 *
 * An apology is recorded with its words, so that whoever answers knows what was said (COMP-3).
 */
gboolean
hf_complaint_check_apology (const char *how, GError **error)
{
  g_autofree char *words = how != NULL ? g_strstrip (g_strdup (how)) : NULL;

  return (words != NULL && *words != '\0') ||
         refuse (error, HF_ERROR_BAD_INPUT, _ ("Write how the apology was said, in a few words."));
}

static gboolean
check_open (const HfActor *actor, const HfComplaintDraft *draft, GError **error)
{
  if (draft->about_id != 0 && draft->about_id == draft->responsible_id)
    return refuse (error, HF_ERROR_BAD_INPUT,
                   _ ("Whoever is complained about can't look into the complaint. Choose somebody "
                      "else."));
  return hf_complaint_check_promise (actor, draft->promised_by, error) &&
         check_text (draft->words, error);
}

/**
 * hf_command_open_complaint:
 * @id: (out): the complaint, which bears the next number (COMP-9)
 *
 * A complaint is received, now: its clocks begin to run (COMP-4), and routine care waits (SCHED-5).
 * One about the owner of the card goes to a manager.
 */
gboolean
hf_command_open_complaint (
    HfDb *db, const HfActor *actor, const HfComplaintDraft *draft, gint64 *id, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = NULL;
  gint64 owner;

  if (!check_open (actor, draft, error) ||
      !hf_operation_begin (&operation, db, actor, "complaint.open", error) ||
      !hf_lookup_customer_owner (db, draft->customer_id, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error))
    return FALSE;
  *id = hf_db_new_id (db);
  if (!insert (db, actor, draft, *id, owner, error) ||
      !hf_complaint_apply (db, actor, *id, draft->customer_id, error))
    return FALSE;
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", draft->customer_id);
  return name != NULL && hf_operation_commit (&operation, name, error);
}

/* Whoever looks into it may be another agent than the one who looks after the customer. */
static gboolean
check_may_handle (const HfActor *actor, const HfComplaint *complaint, GError **error)
{
  return (actor->staff_id != 0 && (actor->staff_id == complaint->investigator_id ||
                                   actor->staff_id == complaint->responsible_id)) ||
         hf_actor_check_owner (actor, complaint->owner_id, error);
}

/**
 * hf_complaint_load_to_handle:
 *
 * Returns: (transfer full): the case, or %NULL when it is not there, or not for this person
 */
HfComplaint *
hf_complaint_load_to_handle (HfDb *db, const HfActor *actor, gint64 id, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_load (db, id, error);

  return complaint != NULL && check_may_handle (actor, complaint, error)
             ? g_steal_pointer (&complaint)
             : NULL;
}

/* Two people at the same case: the second one looks again before anything is done twice. */
static gboolean
check_seen (HfDb *db, const HfComplaint *complaint, gint64 seen_move, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  const char *who, *stage;
  int to = HF_CASE_RECEIVED;

  if (seen_move == 0 || seen_move == complaint->last_move)
    return TRUE;
  if (!hf_rows_open (&rows, db, HF_QUERY_COMPLAINT_LAST_MOVE, error, "l", complaint->id) ||
      !hf_rows_next (&rows, error))
    return FALSE;
  who = hf_rows_text (&rows, 0);
  stage = hf_rows_text (&rows, 1);
  hf_domain_parse (HF_DOMAIN_COMPLAINT_STAGE, stage, &to, NULL);
  g_set_error (error, HF_ERROR, HF_ERROR_CONFLICT,
               _ ("%s has meanwhile moved this complaint to “%s”. Look at it again."),
               who != NULL ? who : _ ("Somebody"),
               hf_domain_get_label (HF_DOMAIN_COMPLAINT_STAGE, to));
  return FALSE;
}

/* Who looks into it from this move on: whoever is named, does already, acts or is responsible; and
 * where that is nobody, a manager before others. 0 where nobody else works here. */
static gboolean
choose_investigator (HfDb *db,
                     const HfActor *actor,
                     const HfComplaint *complaint,
                     const HfComplaintStep *step,
                     gint64 *chosen,
                     GError **error)
{
  *chosen = step->investigator_id != 0 ? step->investigator_id : complaint->investigator_id;
  if (*chosen != 0 || step->to != HF_CASE_INVESTIGATING)
    return TRUE;
  *chosen = actor->staff_id != 0 ? actor->staff_id : complaint->responsible_id;
  return *chosen != 0 ||
         hf_db_get_int (db, HF_QUERY_STAFF_ANY_BUT, chosen, error, "l", complaint->about_id);
}

static gboolean
check_step (const HfActor *actor,
            const HfComplaint *complaint,
            const HfComplaintStep *step,
            gint64 investigator,
            GError **error)
{
  HfComplaintMove move = { 0 };

  move.from = complaint->stage;
  move.to = step->to;
  move.apologised = step->apology || complaint->apologised_at != HF_MINUTE_NONE;
  move.has_remedy = is_said (step->remedy) || is_said (complaint->remedy);
  move.satisfaction = step->satisfaction;
  move.has_cause = is_said (step->cause) || is_said (complaint->cause);
  move.about = complaint->about_id;
  move.investigator = investigator;
  return check_text (step->note, error) && check_text (step->remedy, error) &&
         check_text (step->apology_how, error) && check_text (step->cause, error) &&
         check_text (step->action, error) && hf_complaint_move_check (&move, error) &&
         (!step->apology || hf_complaint_check_apology (step->apology_how, error)) &&
         hf_complaint_check_promise (actor, step->remedy_by, error);
}

/* A promise of an answer is kept by it, unless the answer makes a new one; that of a solution once
 * the customer accepts, and it is off when they reject. */
static gboolean
settle_promise (HfDb *db,
                const HfActor *actor,
                const HfComplaint *complaint,
                const HfComplaintStep *step,
                GError **error)
{
  gint64 id = complaint->id;
  gboolean rejected = complaint->stage == HF_CASE_ANSWERED && step->to == HF_CASE_INVESTIGATING;

  if (rejected && (!hf_db_run (db, HF_QUERY_COMPLAINT_DROP_PROMISE, error, "l", id) ||
                   !hf_db_run (db, HF_QUERY_DEADLINE_VOID, error, "ls", id,
                               hf_deadline_get_nick (HF_DEADLINE_PROMISED))))
    return FALSE;
  return (!rejected && step->to < HF_CASE_ANSWERED) || step->remedy_by != HF_MINUTE_NONE ||
         hf_deadline_set_done (db, id, HF_DEADLINE_PROMISED, actor->now, error);
}

/* What each stage means for the deadlines. The answer is told to the customer: that is a call, too.
 */
static gboolean
settle (HfDb *db,
        const HfActor *actor,
        const HfComplaint *complaint,
        HfComplaintStage to,
        GError **error)
{
  gint64 id = complaint->id;
  HfMinute now = actor->now;

  switch (to)
    {
    case HF_CASE_ACKNOWLEDGED:
      return hf_deadline_set_done (db, id, HF_DEADLINE_ACKNOWLEDGE, now, error);
    case HF_CASE_INVESTIGATING:
      return complaint->stage != HF_CASE_CLOSED ||
             (hf_db_run (db, HF_QUERY_DEADLINE_REOPEN, error, "l", id) &&
              (complaint->withdrawn_at != HF_MINUTE_NONE ||
               hf_db_run (db, HF_QUERY_COMPLAINT_CAME_BACK, error, "l", id)));
    case HF_CASE_ANSWERED:
      return hf_deadline_set_done (db, id, HF_DEADLINE_CALL_BACK, now, error) &&
             hf_deadline_set_done (db, id, HF_DEADLINE_ANSWER, now, error);
    case HF_CASE_RESOLVED:
      return hf_db_run (db, HF_QUERY_DEADLINE_VOID, error, "ls", id,
                        hf_deadline_get_nick (HF_DEADLINE_HOME_VISIT));
    case HF_CASE_CLOSED:
      return hf_deadline_set_done (db, id, HF_DEADLINE_CLOSE, now, error) &&
             hf_db_run (db, HF_QUERY_DEADLINE_REMINDER_CLOSE, error, "ll", id, now);
    case HF_CASE_RECEIVED:
    default:
      return TRUE;
    }
}

static gboolean
write_step (HfDb *db,
            const HfActor *actor,
            const HfComplaint *complaint,
            const HfComplaintStep *step,
            gint64 investigator,
            GError **error)
{
  gint64 id = complaint->id;
  const char *from = hf_domain_get_nick (HF_DOMAIN_COMPLAINT_STAGE, (int) complaint->stage);
  const char *to = hf_domain_get_nick (HF_DOMAIN_COMPLAINT_STAGE, (int) step->to);
  HfMinute closed = step->to == HF_CASE_CLOSED ? actor->now : HF_MINUTE_NONE;

  return hf_db_run (db, HF_QUERY_COMPLAINT_MOVE_INSERT, error, "lllrsss", hf_db_new_id (db), id,
                    actor->now, actor->staff_id, from, to, step->note != NULL ? step->note : "") &&
         hf_db_run (db, HF_QUERY_COMPLAINT_SET_STAGE, error, "lsd", id, to, closed) &&
         (!step->apology ||
          (hf_db_run (db, HF_QUERY_COMPLAINT_SET_APOLOGY, error, "llrs", id, actor->now,
                      actor->staff_id, step->apology_how != NULL ? step->apology_how : "") &&
           hf_complaint_write_note (db, actor, id, "apology", step->apology_how, error))) &&
         (investigator == complaint->investigator_id ||
          hf_db_run (db, HF_QUERY_COMPLAINT_SET_INVESTIGATOR, error, "lr", id, investigator)) &&
         (!is_said (step->remedy) || hf_db_run (db, HF_QUERY_COMPLAINT_SET_REMEDY, error, "lsd", id,
                                                step->remedy, step->remedy_by)) &&
         (step->to != HF_CASE_CLOSED ||
          hf_db_run (db, HF_QUERY_COMPLAINT_SET_RESULT, error, "liss", id, step->satisfaction,
                     is_said (step->cause) ? step->cause : complaint->cause,
                     is_said (step->action) ? step->action : complaint->action)) &&
         (step->to < HF_CASE_ANSWERED ||
          hf_db_run (db, HF_QUERY_COMPLAINT_WAIT_END, error, "ll", id, actor->now));
}

/**
 * hf_complaint_check_impartial:
 * @to: the stage that @actor wants to bring it to or to settle something of
 *
 * COMP-9: whoever is complained about may take it in and give it to somebody who looks into it, but
 * neither writes down what was found nor answers and closes it.
 *
 * Returns: %FALSE with %HF_ERROR_NOT_ALLOWED
 */
gboolean
hf_complaint_check_impartial (const HfActor *actor,
                              const HfComplaint *complaint,
                              HfComplaintStage to,
                              GError **error)
{
  if (to < HF_CASE_ANSWERED || complaint->about_id == 0 || complaint->about_id != actor->staff_id)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_ALLOWED,
                       _ ("This complaint is about you. Somebody else looks into it, answers and "
                          "closes it; you may add a note or your apology."));
  return FALSE;
}

/* One that was withdrawn ends there, unless it is opened again (decision 0080). */
static gboolean
check_stands (const HfComplaint *complaint, HfComplaintStage to, GError **error)
{
  return complaint->withdrawn_at == HF_MINUTE_NONE || to == HF_CASE_INVESTIGATING ||
         refuse (error, HF_ERROR_CONFLICT,
                 _ ("This complaint was withdrawn: it was recorded by mistake or taken back. To go "
                    "on with it, open it again: investigate."));
}

/**
 * hf_command_move_complaint:
 *
 * A complaint goes to its next stage, back when the customer rejects the answer, or is opened again
 * (COMP-3); %HF_ERROR_BAD_INPUT says what a stage still needs. Each move is kept.
 */
gboolean
hf_command_move_complaint (
    HfDb *db, const HfActor *actor, gint64 id, const HfComplaintStep *step, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfComplaint) complaint = NULL;
  gint64 investigator;

  if (!hf_operation_begin (&operation, db, actor, "complaint.move", error))
    return FALSE;
  complaint = hf_complaint_load_to_handle (db, actor, id, error);
  if (complaint == NULL || !check_seen (db, complaint, step->seen_move, error) ||
      !choose_investigator (db, actor, complaint, step, &investigator, error))
    return FALSE;
  return check_stands (complaint, step->to, error) &&
         hf_complaint_check_impartial (actor, complaint, step->to, error) &&
         check_step (actor, complaint, step, investigator, error) &&
         write_step (db, actor, complaint, step, investigator, error) &&
         settle (db, actor, complaint, step->to, error) &&
         settle_promise (db, actor, complaint, step, error) &&
         hf_complaint_apply (db, actor, id, complaint->customer_id, error) &&
         hf_operation_commit (&operation, complaint->customer, error);
}

static gboolean
check_wait (const HfComplaint *complaint, gboolean waits, GError **error)
{
  gboolean already = complaint->waits_since != HF_MINUTE_NONE;

  if (waits && complaint->stage >= HF_CASE_ANSWERED)
    return refuse (error, HF_ERROR_CONFLICT,
                   _ ("The customer has been answered; no clock waits for them any more."));
  if (waits == already)
    return refuse (error, HF_ERROR_CONFLICT,
                   waits ? _ ("You wait for the customer already.")
                         : _ ("The customer was not asked, or has answered."));
  return TRUE;
}

/**
 * hf_command_wait_for_customer:
 * @waits: the customer was asked, now; or has answered, now
 * @note: (nullable): what was asked
 *
 * While the branch waits for the customer the answer's clock stands still, and its deadline moves
 * (COMP-4).
 */
gboolean
hf_command_wait_for_customer (
    HfDb *db, const HfActor *actor, gint64 id, gboolean waits, const char *note, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfComplaint) complaint = NULL;

  if (!check_text (note, error) ||
      !hf_operation_begin (&operation, db, actor, "complaint.wait", error))
    return FALSE;
  complaint = hf_complaint_load_to_handle (db, actor, id, error);
  if (complaint == NULL || !check_wait (complaint, waits, error))
    return FALSE;
  if (waits ? !hf_db_run (db, HF_QUERY_COMPLAINT_WAIT_INSERT, error, "lllrs", hf_db_new_id (db), id,
                          actor->now, actor->staff_id, note != NULL ? note : "")
            : !hf_db_run (db, HF_QUERY_COMPLAINT_WAIT_END, error, "ll", id, actor->now))
    return FALSE;
  return hf_complaint_apply (db, actor, id, complaint->customer_id, error) &&
         hf_operation_commit (&operation, complaint->customer, error);
}
