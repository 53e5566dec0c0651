/* hf-complaint-edit.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-complaint-edit.h"

#include <glib/gi18n-lib.h>

#include "hf-complaint-private.h"
#include "hf-db-private.h"
#include "hf-deadline-reminder.h"
#include "hf-office.h"
#include "hf-text-check.h"

/* What may still be said of a case that is closed: whether it was put right for good (COMP-9). */
#define AFTERWARDS                                                       \
  (HF_BIT (HF_CASE_FIELD_ACTION) | HF_BIT (HF_CASE_FIELD_ACTION_OWNER) | \
   HF_BIT (HF_CASE_FIELD_ACTION_ON) | HF_BIT (HF_CASE_FIELD_CAUSE_REMOVED))

static const char *const field_names[] = {
  [HF_CASE_FIELD_SEVERITY] = N_ ("Severity"),
  [HF_CASE_FIELD_RESPONSIBLE] = N_ ("Responsible"),
  [HF_CASE_FIELD_INVESTIGATOR] = N_ ("Who looks into it"),
  [HF_CASE_FIELD_PROMISED_BY] = N_ ("Promised by"),
  [HF_CASE_FIELD_FACTS] = N_ ("Facts found"),
  [HF_CASE_FIELD_REMEDY] = N_ ("Solution"),
  [HF_CASE_FIELD_COST] = N_ ("Cost"),
  [HF_CASE_FIELD_APPROVED_BY] = N_ ("Approved by"),
  [HF_CASE_FIELD_CAUSE] = N_ ("Cause"),
  [HF_CASE_FIELD_ACTION] = N_ ("What we change"),
  [HF_CASE_FIELD_ACTION_OWNER] = N_ ("Who sees to it"),
  [HF_CASE_FIELD_ACTION_ON] = N_ ("Until when"),
  [HF_CASE_FIELD_CAUSE_REMOVED] = N_ ("Cause removed"),
  [HF_CASE_FIELD_REASON] = N_ ("Reason"),
  [HF_CASE_FIELD_WANTS] = N_ ("Wants"),
  [HF_CASE_FIELD_ABOUT] = N_ ("Complained about"),
};

static gboolean
refuse (GError **error, HfError code, const char *sentence)
{
  g_set_error_literal (error, HF_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

gboolean
hf_complaint_write_note (
    HfDb *db, const HfActor *actor, gint64 id, const char *kind, const char *text, GError **error)
{
  return hf_db_run (db, HF_QUERY_COMPLAINT_NOTE_INSERT, error, "lllrss", hf_db_new_id (db), id,
                    actor->now, actor->staff_id, kind, text != NULL ? text : "");
}

static gboolean
has (const HfComplaintEdit *edit, HfCaseField field)
{
  return HF_SET_HAS (edit->fields, field);
}

static gboolean
check_texts (const HfComplaintEdit *edit, GError **error)
{
  const struct
  {
    HfCaseField field;
    const char *text;
  } texts[] = { { HF_CASE_FIELD_FACTS, edit->facts },
                { HF_CASE_FIELD_REMEDY, edit->remedy },
                { HF_CASE_FIELD_CAUSE, edit->cause },
                { HF_CASE_FIELD_ACTION, edit->action } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (has (edit, texts[i].field) && texts[i].text != NULL &&
          !hf_text_check (texts[i].text, error))
        return FALSE;
    }
  return TRUE;
}

/* What a stage asked for can't be taken away again; what is over is not written anew. */
static gboolean
check_stage (const HfComplaint *complaint, const HfComplaintEdit *edit, GError **error)
{
  if (complaint->stage == HF_CASE_CLOSED && (edit->fields & ~AFTERWARDS) != 0)
    return refuse (error, HF_ERROR_CONFLICT,
                   _ ("This complaint is closed. Open it again to change what was found."));
  if (complaint->stage >= HF_CASE_ANSWERED && has (edit, HF_CASE_FIELD_REMEDY) &&
      !is_said (edit->remedy))
    return refuse (error, HF_ERROR_BAD_INPUT,
                   _ ("Say which solution was offered to the customer."));
  if (has (edit, HF_CASE_FIELD_COST) && edit->remedy_fen < -1)
    return refuse (error, HF_ERROR_BAD_INPUT, _ ("A cost is not less than nothing."));
  return TRUE;
}

static gint64
choose (const HfComplaintEdit *edit, HfCaseField field, gint64 value, gint64 before)
{
  return has (edit, field) ? value : before;
}

/* Whether @person, who is in the case already or comes into it, is complained about now. */
static gboolean
is_about (const HfComplaint *was,
          const HfComplaintEdit *edit,
          HfCaseField field,
          gint64 person,
          gint64 before)
{
  gint64 about = choose (edit, HF_CASE_FIELD_ABOUT, edit->about_id, was->about_id);

  return about != 0 && (has (edit, field) || has (edit, HF_CASE_FIELD_ABOUT)) &&
         choose (edit, field, person, before) == about;
}

/* One that stands there already may have passed meanwhile. */
static gboolean
check_promise (const HfActor *actor,
               const HfComplaint *was,
               const HfComplaintEdit *edit,
               GError **error)
{
  return !has (edit, HF_CASE_FIELD_PROMISED_BY) || edit->promised_by == was->promised_by ||
         hf_complaint_check_promise (actor, edit->promised_by, error);
}

static gboolean
check_people (const HfComplaint *was, const HfComplaintEdit *edit, GError **error)
{
  if (is_about (was, edit, HF_CASE_FIELD_INVESTIGATOR, edit->investigator_id,
                was->investigator_id) ||
      is_about (was, edit, HF_CASE_FIELD_RESPONSIBLE, edit->responsible_id, was->responsible_id))
    return refuse (error, HF_ERROR_BAD_INPUT,
                   _ ("Whoever is complained about can't look into the complaint. Choose somebody "
                      "else."));
  if (is_about (was, edit, HF_CASE_FIELD_APPROVED_BY, edit->approved_by_id, was->approved_by_id))
    return refuse (error, HF_ERROR_BAD_INPUT,
                   _ ("Whoever is complained about can't approve the solution. Choose somebody "
                      "else."));
  return TRUE;
}

/* What stood there before, of what is a matter of how one sees the case. */
static const char *
get_before (const HfComplaint *was, guint field)
{
  switch (field)
    {
    case HF_CASE_FIELD_REASON:
      return hf_domain_get_label (HF_DOMAIN_COMPLAINT_REASON, (int) was->reason);
    case HF_CASE_FIELD_WANTS:
      return hf_domain_get_label (HF_DOMAIN_WANTS, (int) was->wants);
    case HF_CASE_FIELD_SEVERITY:
      return hf_domain_get_label (HF_DOMAIN_COMPLAINT_SEVERITY, (int) was->severity);
    case HF_CASE_FIELD_ABOUT:
      return was->about != NULL ? was->about : _ ("nobody in particular");
    default:
      return NULL;
    }
}

static char *
format_fields (const HfComplaint *was, HfSet fields)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (field_names); i++)
    {
      const char *before = get_before (was, i);

      if (!HF_SET_HAS (fields, i))
        continue;
      g_string_append (text, text->len > 0 ? _ (", ") : "");
      if (before != NULL)
        g_string_append_printf (text, _ ("%s (was: %s)"), _ (field_names[i]), before);
      else
        g_string_append (text, _ (field_names[i]));
    }
  return g_string_free (text, FALSE);
}

static const char *
choose_text (const HfComplaintEdit *edit, HfCaseField field, const char *value, const char *before)
{
  if (!has (edit, field))
    return before;
  return value != NULL ? value : "";
}

static gboolean
write_fields (HfDb *db, const HfComplaint *was, const HfComplaintEdit *edit, GError **error)
{
  int severity = (int) choose (edit, HF_CASE_FIELD_SEVERITY, edit->severity, was->severity);
  gint64 cost = choose (edit, HF_CASE_FIELD_COST, edit->remedy_fen, was->remedy_fen);
  gint64 removed =
      choose (edit, HF_CASE_FIELD_CAUSE_REMOVED, edit->cause_removed, was->cause_removed);

  int reason = (int) choose (edit, HF_CASE_FIELD_REASON, edit->reason, was->reason);
  int wants = (int) choose (edit, HF_CASE_FIELD_WANTS, edit->wants, was->wants);

  return hf_db_run (
      db, HF_QUERY_COMPLAINT_EDIT, error, "lsrrdssdrssrddssr", was->id,
      hf_domain_get_nick (HF_DOMAIN_COMPLAINT_SEVERITY, severity),
      choose (edit, HF_CASE_FIELD_RESPONSIBLE, edit->responsible_id, was->responsible_id),
      choose (edit, HF_CASE_FIELD_INVESTIGATOR, edit->investigator_id, was->investigator_id),
      choose (edit, HF_CASE_FIELD_PROMISED_BY, edit->promised_by, was->promised_by),
      choose_text (edit, HF_CASE_FIELD_FACTS, edit->facts, was->facts),
      choose_text (edit, HF_CASE_FIELD_REMEDY, edit->remedy, was->remedy),
      cost >= 0 ? cost : HF_DAY_NONE,
      choose (edit, HF_CASE_FIELD_APPROVED_BY, edit->approved_by_id, was->approved_by_id),
      choose_text (edit, HF_CASE_FIELD_CAUSE, edit->cause, was->cause),
      choose_text (edit, HF_CASE_FIELD_ACTION, edit->action, was->action),
      choose (edit, HF_CASE_FIELD_ACTION_OWNER, edit->action_owner_id, was->action_owner_id),
      choose (edit, HF_CASE_FIELD_ACTION_ON, edit->action_on, was->action_on),
      removed >= 0 ? removed : HF_DAY_NONE, hf_domain_get_nick (HF_DOMAIN_COMPLAINT_REASON, reason),
      hf_domain_get_nick (HF_DOMAIN_WANTS, wants),
      choose (edit, HF_CASE_FIELD_ABOUT, edit->about_id, was->about_id));
}

/**
 * hf_command_edit_complaint:
 *
 * Writes what was found and done into a case (COMP-9), and who works on it; corrects its reason,
 * what the customer wants and who is complained about, who then can't work on it. The log says
 * which of it was changed and by whom; the change log, from what. A case that becomes a serious one
 * has a home visit (COMP-4). Of a closed one only what is done about its cause.
 */
gboolean
hf_command_edit_complaint (
    HfDb *db, const HfActor *actor, gint64 id, const HfComplaintEdit *edit, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfComplaint) complaint = NULL;
  g_autofree char *changed = NULL;

  if (!check_texts (edit, error) ||
      !hf_operation_begin (&operation, db, actor, "complaint.edit", error))
    return FALSE;
  complaint = hf_complaint_load_to_handle (db, actor, id, error);
  changed = complaint != NULL ? format_fields (complaint, edit->fields) : NULL;
  return complaint != NULL &&
         hf_complaint_check_impartial (actor, complaint, HF_CASE_ANSWERED, error) &&
         check_stage (complaint, edit, error) && check_people (complaint, edit, error) &&
         check_promise (actor, complaint, edit, error) &&
         write_fields (db, complaint, edit, error) &&
         hf_complaint_write_note (db, actor, id, "changed", changed, error) &&
         (complaint->stage == HF_CASE_CLOSED ||
          hf_complaint_apply (db, actor, id, complaint->customer_id, error)) &&
         hf_operation_commit (&operation, complaint->customer, error);
}

/**
 * hf_command_note_complaint:
 *
 * One more line in the log of a case, open or closed.
 */
gboolean
hf_command_note_complaint (
    HfDb *db, const HfActor *actor, gint64 id, const char *text, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfComplaint) complaint = NULL;

  if (!is_said (text))
    return refuse (error, HF_ERROR_BAD_INPUT, _ ("Write what happened."));
  if (!hf_text_check (text, error) ||
      !hf_operation_begin (&operation, db, actor, "complaint.note", error))
    return FALSE;
  complaint = hf_complaint_load_to_handle (db, actor, id, error);
  return complaint != NULL && hf_complaint_write_note (db, actor, id, "note", text, error) &&
         hf_operation_commit (&operation, complaint->customer, error);
}

/**
 * hf_command_apologise:
 * @staff: who apologised, 0 for whoever acts
 * @how: in person, by phone … as people say it
 *
 * The customer has had an apology, which has to come before an answer (COMP-3). The first one
 * counts; a further one is a line in the log.
 */
gboolean
hf_command_apologise (
    HfDb *db, const HfActor *actor, gint64 id, gint64 staff, const char *how, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfComplaint) complaint = NULL;
  gint64 who = staff != 0 ? staff : actor->staff_id;

  if (!hf_complaint_check_apology (how, error) || !hf_text_check (how, error) ||
      !hf_operation_begin (&operation, db, actor, "complaint.apologise", error))
    return FALSE;
  complaint = hf_complaint_load_to_handle (db, actor, id, error);
  return complaint != NULL &&
         hf_db_run (db, HF_QUERY_COMPLAINT_SET_APOLOGY, error, "llrs", id, actor->now, who, how) &&
         hf_complaint_write_note (db, actor, id, "apology", how, error) &&
         hf_operation_commit (&operation, complaint->customer, error);
}

/**
 * hf_command_escalate_complaint:
 * @why: needed: what the manager is to decide
 *
 * Makes it the managers' matter before a deadline does (COMP-3): it stands in their Today.
 */
gboolean
hf_command_escalate_complaint (
    HfDb *db, const HfActor *actor, gint64 id, const char *why, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfComplaint) complaint = NULL;

  if (!is_said (why))
    return refuse (error, HF_ERROR_BAD_INPUT, _ ("Say why the manager is needed."));
  if (!hf_text_check (why, error) ||
      !hf_operation_begin (&operation, db, actor, "complaint.escalate", error))
    return FALSE;
  complaint = hf_complaint_load_to_handle (db, actor, id, error);
  if (complaint == NULL)
    return FALSE;
  if (complaint->escalated || complaint->stage == HF_CASE_CLOSED)
    return refuse (error, HF_ERROR_CONFLICT,
                   complaint->escalated ? _ ("This complaint is with the manager already.")
                                        : _ ("This complaint is closed. Open it again first."));
  return hf_db_run (db, HF_QUERY_COMPLAINT_ESCALATE_ONE, error, "l", id) &&
         hf_complaint_write_note (db, actor, id, "escalated", why, error) &&
         hf_deadline_reminder_pass_on (db, actor, complaint, error) &&
         hf_operation_commit (&operation, complaint->customer, error);
}

/**
 * hf_complaint_withdraw:
 *
 * What hf_command_withdraw_complaint() does, and the undo of hf_command_open_complaint(): no
 * complaint is ever deleted (COMP-9). Within a running operation.
 */
gboolean
hf_complaint_withdraw (HfDb *db, const HfActor *actor, gint64 id, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_load (db, id, error);
  const char *stage;

  if (complaint == NULL)
    return FALSE;
  stage = hf_domain_get_nick (HF_DOMAIN_COMPLAINT_STAGE, (int) complaint->stage);
  return hf_db_run (db, HF_QUERY_COMPLAINT_MOVE_INSERT, error, "lllrsss", hf_db_new_id (db), id,
                    actor->now, actor->staff_id, stage, "closed", "") &&
         hf_db_run (db, HF_QUERY_COMPLAINT_WITHDRAW, error, "ll", id, actor->now) &&
         hf_db_run (db, HF_QUERY_COMPLAINT_WAIT_END, error, "ll", id, actor->now) &&
         hf_complaint_apply (db, actor, id, complaint->customer_id, error) &&
         hf_db_run (db, HF_QUERY_DEADLINE_VOID_ALL, error, "l", id) &&
         hf_db_run (db, HF_QUERY_DEADLINE_REMINDER_CLOSE, error, "ll", id, actor->now);
}

static gboolean
check_may_withdraw (const HfActor *actor, const HfComplaint *complaint, GError **error)
{
  if (complaint->stage == HF_CASE_CLOSED)
    return refuse (error, HF_ERROR_CONFLICT, _ ("This complaint is closed already."));
  if (actor->role == HF_ROLE_MANAGER)
    return TRUE;
  if (complaint->stage == HF_CASE_RECEIVED && actor->staff_id == complaint->received_by_id &&
      actor->staff_id != complaint->about_id)
    return TRUE;
  return refuse (error, HF_ERROR_NOT_ALLOWED,
                 _ ("Only a manager can withdraw a complaint that somebody works on."));
}

/**
 * hf_command_withdraw_complaint:
 * @why: needed: recorded by mistake, or the customer takes it back
 *
 * Closes a case without an answer; it stays, marked as withdrawn (COMP-9). For managers, and for
 * who recorded it while nobody has done anything about it.
 */
gboolean
hf_command_withdraw_complaint (
    HfDb *db, const HfActor *actor, gint64 id, const char *why, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfComplaint) complaint = NULL;

  if (!is_said (why))
    return refuse (error, HF_ERROR_BAD_INPUT, _ ("Say why the complaint is withdrawn."));
  if (!hf_text_check (why, error) ||
      !hf_operation_begin (&operation, db, actor, "complaint.withdraw", error))
    return FALSE;
  complaint = hf_complaint_load_to_handle (db, actor, id, error);
  return complaint != NULL && check_may_withdraw (actor, complaint, error) &&
         hf_complaint_write_note (db, actor, id, "withdrawn", why, error) &&
         hf_complaint_withdraw (db, actor, id, error) &&
         hf_operation_commit (&operation, complaint->customer, error);
}
