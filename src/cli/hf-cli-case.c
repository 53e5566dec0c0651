/* hf-cli-case.c: complaint edit, note, apologise, escalate, withdraw: what is kept of a case
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-complaint-edit.h"
#include "hf-complaint-list.h"
#include "hf-lookup.h"
#include "hf-typed-day.h"

static char *facts, *remedy, *cost, *approved_by, *cause, *action, *action_owner, *action_on;
static char *removed, *severity, *responsible, *investigator, *by, *reason, *wants, *about;
static char *staff, *how;

static const GOptionEntry edit_entries[] = {
  { "facts", 0, 0, G_OPTION_ARG_STRING, &facts, N_ ("What was found out"), N_ ("TEXT") },
  { "remedy", 0, 0, G_OPTION_ARG_STRING, &remedy, N_ ("The solution that is offered"),
    N_ ("TEXT") },
  { "cost", 0, 0, G_OPTION_ARG_STRING, &cost, N_ ("What it costs"), N_ ("YUAN") },
  { "approved-by", 0, 0, G_OPTION_ARG_STRING, &approved_by, N_ ("Who approved it"), N_ ("STAFF") },
  { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("By when it is promised"), N_ ("TIME") },
  { "cause", 0, 0, G_OPTION_ARG_STRING, &cause, N_ ("Why it came to this"), N_ ("TEXT") },
  { "action", 0, 0, G_OPTION_ARG_STRING, &action, N_ ("What we change"), N_ ("TEXT") },
  { "action-owner", 0, 0, G_OPTION_ARG_STRING, &action_owner, N_ ("Who sees to it"), N_ ("STAFF") },
  { "action-on", 0, 0, G_OPTION_ARG_STRING, &action_on, N_ ("Until when"), N_ ("DATE") },
  { "removed", 0, 0, G_OPTION_ARG_STRING, &removed, N_ ("Whether the cause was removed"),
    "yes|no" },
  { "severity", 0, 0, G_OPTION_ARG_STRING, &severity, N_ ("How serious it is"), "normal|serious" },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("What the customer complains of"),
    N_ ("REASON") },
  { "wants", 0, 0, G_OPTION_ARG_STRING, &wants, N_ ("What the customer wants"), N_ ("WISH") },
  { "about", 0, 0, G_OPTION_ARG_STRING, &about, N_ ("Who is complained about"), N_ ("STAFF") },
  { "responsible", 0, 0, G_OPTION_ARG_STRING, &responsible, N_ ("Who is responsible"),
    N_ ("STAFF") },
  { "investigator", 0, 0, G_OPTION_ARG_STRING, &investigator, N_ ("Who looks into it"),
    N_ ("STAFF") },
  { NULL },
};

static const GOptionEntry apology_entries[] = {
  { "staff", 0, 0, G_OPTION_ARG_STRING, &staff, N_ ("Who apologised; whoever acts by default"),
    N_ ("STAFF") },
  { "how", 0, 0, G_OPTION_ARG_STRING, &how, N_ ("How it was said"), N_ ("TEXT") },
  { NULL },
};

static void
take_text (HfComplaintEdit *edit, HfCaseField field, const char *text, const char **value)
{
  if (text == NULL)
    return;
  edit->fields |= HF_BIT (field);
  *value = text;
}

static gboolean
take_staff (HfCli *cli,
            HfComplaintEdit *edit,
            HfCaseField field,
            const char *text,
            gint64 *value,
            GError **error)
{
  if (text == NULL)
    return TRUE;
  edit->fields |= HF_BIT (field);
  return *text == '\0' || hf_lookup (cli->db, HF_LOOKUP_STAFF, text, value, error);
}

static gboolean
take_removed (HfComplaintEdit *edit, GError **error)
{
  if (removed == NULL)
    return TRUE;
  edit->fields |= HF_BIT (HF_CASE_FIELD_CAUSE_REMOVED);
  edit->cause_removed = g_str_equal (removed, "yes");
  if (edit->cause_removed || g_str_equal (removed, "no"))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s is yes or no"), "--removed");
  return FALSE;
}

static gboolean
take_word (HfComplaintEdit *edit,
           HfCaseField field,
           HfDomainSet set,
           const char *text,
           int *value,
           GError **error)
{
  if (text == NULL)
    return TRUE;
  edit->fields |= HF_BIT (field);
  return hf_domain_parse (set, text, value, error);
}

static gboolean
take_words (HfComplaintEdit *edit, GError **error)
{
  int how_serious = HF_COMPLAINT_NORMAL;
  int why = 0;
  int wish = 0;
  gboolean ok =
      take_word (edit, HF_CASE_FIELD_SEVERITY, HF_DOMAIN_COMPLAINT_SEVERITY, severity, &how_serious,
                 error) &&
      take_word (edit, HF_CASE_FIELD_REASON, HF_DOMAIN_COMPLAINT_REASON, reason, &why, error) &&
      take_word (edit, HF_CASE_FIELD_WANTS, HF_DOMAIN_WANTS, wants, &wish, error);

  edit->severity = (HfComplaintSeverity) how_serious;
  edit->reason = (HfComplaintReason) why;
  edit->wants = (HfWants) wish;
  return ok;
}

static gboolean
take_numbers (HfCli *cli, HfComplaintEdit *edit, GError **error)
{
  if ((cost != NULL && !hf_cli_parse_yuan (cost, &edit->remedy_fen, error)) ||
      (by != NULL && !hf_cli_parse_by (cli, by, &edit->promised_by, error)) ||
      (action_on != NULL && !hf_typed_day_parse (action_on, &edit->action_on, error)))
    return FALSE;
  edit->fields |= (cost != NULL ? HF_BIT (HF_CASE_FIELD_COST) : 0) |
                  (by != NULL ? HF_BIT (HF_CASE_FIELD_PROMISED_BY) : 0) |
                  (action_on != NULL ? HF_BIT (HF_CASE_FIELD_ACTION_ON) : 0);
  return TRUE;
}

static gboolean
take_people (HfCli *cli, HfComplaintEdit *edit, GError **error)
{
  return take_staff (cli, edit, HF_CASE_FIELD_APPROVED_BY, approved_by, &edit->approved_by_id,
                     error) &&
         take_staff (cli, edit, HF_CASE_FIELD_ACTION_OWNER, action_owner, &edit->action_owner_id,
                     error) &&
         take_staff (cli, edit, HF_CASE_FIELD_RESPONSIBLE, responsible, &edit->responsible_id,
                     error) &&
         take_staff (cli, edit, HF_CASE_FIELD_INVESTIGATOR, investigator, &edit->investigator_id,
                     error) &&
         take_staff (cli, edit, HF_CASE_FIELD_ABOUT, about, &edit->about_id, error);
}

static JsonNode *
edit_complaint (HfCli *cli, char **words, GError **error)
{
  HfComplaintEdit edit = { 0 };
  gint64 id;

  take_text (&edit, HF_CASE_FIELD_FACTS, facts, &edit.facts);
  take_text (&edit, HF_CASE_FIELD_REMEDY, remedy, &edit.remedy);
  take_text (&edit, HF_CASE_FIELD_CAUSE, cause, &edit.cause);
  take_text (&edit, HF_CASE_FIELD_ACTION, action, &edit.action);
  if (!hf_complaint_find (cli->db, words[0], &id, error) || !take_removed (&edit, error) ||
      !take_words (&edit, error) || !take_numbers (cli, &edit, error) ||
      !take_people (cli, &edit, error) ||
      !hf_command_edit_complaint (cli->db, &cli->actor, id, &edit, error))
    return NULL;
  return hf_cli_answer_complaint (cli, id, error);
}

static JsonNode *
note_complaint (HfCli *cli, char **words, GError **error)
{
  gint64 id;

  return hf_complaint_find (cli->db, words[0], &id, error) &&
                 hf_command_note_complaint (cli->db, &cli->actor, id, words[1], error)
             ? hf_cli_answer_complaint (cli, id, error)
             : NULL;
}

static JsonNode *
apologise (HfCli *cli, char **words, GError **error)
{
  gint64 who = 0;
  gint64 id;

  return hf_complaint_find (cli->db, words[0], &id, error) &&
                 (staff == NULL || hf_lookup (cli->db, HF_LOOKUP_STAFF, staff, &who, error)) &&
                 hf_command_apologise (cli->db, &cli->actor, id, who, how, error)
             ? hf_cli_answer_complaint (cli, id, error)
             : NULL;
}

static JsonNode *
escalate (HfCli *cli, char **words, GError **error)
{
  gint64 id;

  return hf_complaint_find (cli->db, words[0], &id, error) &&
                 hf_command_escalate_complaint (cli->db, &cli->actor, id, words[1], error)
             ? hf_cli_answer_complaint (cli, id, error)
             : NULL;
}

static JsonNode *
withdraw (HfCli *cli, char **words, GError **error)
{
  gint64 id;

  return hf_complaint_find (cli->db, words[0], &id, error) &&
                 hf_command_withdraw_complaint (cli->db, &cli->actor, id, words[1], error)
             ? hf_cli_answer_complaint (cli, id, error)
             : NULL;
}

const HfCliCommand hf_cli_complaint_edit = {
  "complaint edit",
  "ID [OPTION…]",
  N_ ("Write down what was found and done about a complaint"),
  1,
  1,
  HF_DB_WRITE,
  edit_entries,
  edit_complaint,
};

const HfCliCommand hf_cli_complaint_note = {
  "complaint note", "ID TEXT", N_ ("Add a line to a complaint's log"), 2, 2, HF_DB_WRITE, NULL,
  note_complaint,
};

const HfCliCommand hf_cli_complaint_apologise = {
  "complaint apologise",
  "ID [--staff STAFF] [--how TEXT]",
  N_ ("The customer has had an apology"),
  1,
  1,
  HF_DB_WRITE,
  apology_entries,
  apologise,
};

const HfCliCommand hf_cli_complaint_escalate = {
  "complaint escalate",
  "ID WHY",
  N_ ("Pass a complaint to the manager"),
  2,
  2,
  HF_DB_WRITE,
  NULL,
  escalate,
};

const HfCliCommand hf_cli_complaint_withdraw = {
  "complaint withdraw",
  "ID WHY",
  N_ ("Close a complaint that was recorded by mistake; it stays, marked as withdrawn"),
  2,
  2,
  HF_DB_WRITE,
  NULL,
  withdraw,
};
