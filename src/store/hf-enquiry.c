/* hf-enquiry.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-enquiry.h"

#include <glib/gi18n-lib.h>

#include "hf-complaint-private.h"
#include "hf-deadline-reminder.h"
#include "hf-deadline-store.h"
#include "hf-office.h"
#include "hf-record-page.h"
#include "hf-text-check.h"

/* A contact's note and a return's reason may be about health: neither is among it (CARD-3). */
static const HfRecordSection sections[] = {
  { "complaint", N_ ("Complaint"), HF_QUERY_ENQUIRY_COMPLAINT,
    N_ ("Number|Received|Channel|Received by|Customer|Address|Product|Order number|Reason|"
        "Severity|Wants|In the customer’s words|Stage|Complained about|Who looks into it|"
        "Facts found|Apologised|How|Solution|Cost|Approved by|Promised by|Satisfaction|Cause|"
        "What we change|Cause removed|Closed"),
    "smcsssssrvnsgsssmssysmsssbm", FALSE, TRUE },
  { "phones", N_ ("Phone numbers"), HF_QUERY_ENQUIRY_PHONES, N_ ("Number|Label"), "ps", FALSE,
    FALSE },
  { "enquiries", N_ ("Enquiries of authorities"), HF_QUERY_ENQUIRY_LIST,
    N_ ("Authority|Reference|Asked on|Recorded by|Answered"), "ssdsm", FALSE, FALSE },
  { "deadlines", N_ ("Deadlines"), HF_QUERY_ENQUIRY_DEADLINES, N_ ("What|By|State|Done"), "lmwm",
    FALSE, FALSE },
  { "stages", N_ ("Stages"), HF_QUERY_ENQUIRY_MOVES, N_ ("At|From|To|Staff|Note"), "mggss", FALSE,
    FALSE },
  { "log", N_ ("What Happened"), HF_QUERY_ENQUIRY_NOTES, N_ ("At|What|Staff|Text"), "mwss", FALSE,
    FALSE },
  { "waits", N_ ("Waited for the customer"), HF_QUERY_ENQUIRY_WAITS,
    N_ ("From|Until|Staff|What was asked"), "mmss", FALSE, FALSE },
  { "visits", N_ ("Contacts"), HF_QUERY_ENQUIRY_VISITS, N_ ("At|Channel|Outcome|Staff"), "mcos",
    FALSE, FALSE },
  { "returns", N_ ("Returns"), HF_QUERY_ENQUIRY_RETURNS,
    N_ ("Number|At|Goods|State|Money paid back"), "smsky", FALSE, FALSE },
  { "adverse_reactions", N_ ("Adverse reactions"), HF_QUERY_ENQUIRY_ADVERSE,
    N_ ("At|Product|Symptoms|Severity|Outcome"), "mssss", TRUE, FALSE },
};

static gboolean
refuse (GError **error, HfError code, const char *sentence)
{
  g_set_error_literal (error, HF_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
check_draft (const HfActor *actor, const HfEnquiryDraft *draft, GError **error)
{
  if (draft->authority == NULL || *draft->authority == '\0')
    return refuse (error, HF_ERROR_BAD_INPUT, _ ("Write which authority asks."));
  if (draft->asked_on > hf_minute_get_day (actor->now))
    return refuse (error, HF_ERROR_BAD_INPUT,
                   _ ("The day on which the authority asked is still to come. Choose the day on "
                      "which its letter arrived."));
  return hf_text_check (draft->authority, error) &&
         (draft->reference == NULL || hf_text_check (draft->reference, error));
}

/* The clock of one runs already: answered first, another can be recorded. */
static gboolean
check_running (HfDb *db, gint64 complaint, gboolean runs, GError **error)
{
  gint64 n = 0;

  if (!hf_db_get_int (db, HF_QUERY_ENQUIRY_OPEN, &n, error, "l", complaint))
    return FALSE;
  if ((n > 0) == runs)
    return TRUE;
  return refuse (error, HF_ERROR_CONFLICT,
                 runs ? _ ("No authority waits for an answer about this complaint. Record its "
                           "enquiry first.")
                      : _ ("An authority waits for an answer about this complaint already. "
                           "Record that it was answered first."));
}

/**
 * hf_command_open_enquiry:
 *
 * An authority asks about a complaint, open or closed: the clock of its answer begins to run from
 * the day on which it asked (COMP-10), and reminds as the other deadlines do (COMP-4).
 */
gboolean
hf_command_open_enquiry (
    HfDb *db, const HfActor *actor, gint64 complaint, const HfEnquiryDraft *draft, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfComplaint) one = NULL;
  gboolean named = draft->reference != NULL && *draft->reference != '\0';
  g_autofree char *text =
      g_strjoin (" · ", draft->authority, named ? draft->reference : NULL, NULL);

  if (!check_draft (actor, draft, error) ||
      !hf_operation_begin (&operation, db, actor, "complaint.enquiry", error))
    return FALSE;
  one = hf_complaint_load_to_handle (db, actor, complaint, error);
  return one != NULL && check_running (db, complaint, FALSE, error) &&
         hf_db_run (db, HF_QUERY_ENQUIRY_INSERT, error, "llsslr", hf_db_new_id (db), complaint,
                    draft->authority, named ? draft->reference : "", draft->asked_on,
                    actor->staff_id) &&
         hf_complaint_write_note (db, actor, complaint, "enquiry", text, error) &&
         hf_deadline_set_for_authority (db, actor, complaint, draft->asked_on, error) &&
         hf_deadline_reminders_refresh (db, actor, complaint, error) &&
         hf_operation_commit (&operation, one->customer, error);
}

/**
 * hf_command_answer_enquiry:
 *
 * The authority has the branch's answer, now. Not recorded by whoever is complained about (COMP-9).
 */
gboolean
hf_command_answer_enquiry (HfDb *db, const HfActor *actor, gint64 complaint, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfComplaint) one = NULL;

  if (!hf_operation_begin (&operation, db, actor, "complaint.enquiry-answered", error))
    return FALSE;
  one = hf_complaint_load_to_handle (db, actor, complaint, error);
  return one != NULL && hf_complaint_check_impartial (actor, one, HF_CASE_ANSWERED, error) &&
         check_running (db, complaint, TRUE, error) &&
         hf_db_run (db, HF_QUERY_ENQUIRY_ANSWERED, error, "ll", complaint, actor->now) &&
         hf_complaint_write_note (db, actor, complaint, "enquiry-answered", NULL, error) &&
         hf_deadline_set_done (db, complaint, HF_DEADLINE_AUTHORITY, actor->now, error) &&
         hf_deadline_reminders_refresh (db, actor, complaint, error) &&
         hf_operation_commit (&operation, one->customer, error);
}

/**
 * hf_command_export_complaint:
 * @path: of the file, which only this user can read
 *
 * The whole file of a complaint for the authority that asks (COMP-10): a manager's, and in the
 * audit log (ROLE-1, AUD-1). Numbers are masked unless they are asked for (PHONE-3), health is left
 * out unless it is (CARD-3).
 */
gboolean
hf_command_export_complaint (HfDb *db,
                             const HfActor *actor,
                             gint64 complaint,
                             const HfRecordOptions *options,
                             const char *path,
                             GError **error)
{
  const int private_mode = 0600;
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfComplaint) one = NULL;
  g_autofree char *detail = g_strdup_printf ("case%s%s", options->full_phones ? " phones" : "",
                                             options->health ? " health" : "");
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (!hf_actor_check_manager (actor, error) ||
      !hf_operation_begin (&operation, db, actor, "complaint.export", error) ||
      (one = hf_complaint_load (db, complaint, error)) == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Complaint no. %lld of %s"), (long long) one->number, one->customer);
  if (!hf_audit_write (db, actor, "export", "complaint", complaint, detail, error) ||
      (text = hf_record_page_make (db, actor, complaint, title, sections, G_N_ELEMENTS (sections),
                                   options, error)) == NULL ||
      !g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, private_mode,
                                 error))
    return FALSE;
  return hf_operation_commit (&operation, NULL, error);
}
