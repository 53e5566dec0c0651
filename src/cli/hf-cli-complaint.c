/* hf-cli-complaint.c: complaint open, complaint move, complaint wait, complaint list
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-calendar-store.h"
#include "hf-complaint-list.h"
#include "hf-complaint.h"
#include "hf-deadline-store.h"
#include "hf-deadline.h"
#include "hf-lookup.h"

#define LIMIT (1000)

static char *reason, *severity, *wants, *channel, *about, *responsible, *note;
static char *investigator, *remedy, *by, *satisfaction, *cause, *action, *apology;
static gboolean over;

static const GOptionEntry open_entries[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("What the customer complains of; needed"),
    "packaging|quantity|production-date|not-as-promised|delivery-late|delivery-wrong|attitude|"
    "no-follow-up|disturbs|lacks-knowledge|other" },
  { "severity", 0, 0, G_OPTION_ARG_STRING, &severity, N_ ("How serious it is"), "normal|serious" },
  { "wants", 0, 0, G_OPTION_ARG_STRING, &wants, N_ ("What the customer wants"),
    "explanation|apology|exchange|gift|refund|other" },
  { "channel", 0, 0, G_OPTION_ARG_STRING, &channel, N_ ("How it came; by phone by default"),
    "home|phone|office|event|message|post" },
  { "about", 0, 0, G_OPTION_ARG_STRING, &about, N_ ("Who is complained about"), N_ ("STAFF") },
  { "responsible", 0, 0, G_OPTION_ARG_STRING, &responsible,
    N_ ("Who is responsible; the customer's owner by default"), N_ ("STAFF") },
  { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("What happened, in the customer's words"),
    N_ ("TEXT") },
  { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("By when an answer is promised"), N_ ("TIME") },
  { NULL },
};

static const GOptionEntry move_entries[] = {
  { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("Kept with the move"), N_ ("TEXT") },
  { "apology", 0, 0, G_OPTION_ARG_STRING, &apology,
    N_ ("How the apology was said; needed for “answered” unless recorded before"), N_ ("TEXT") },
  { "investigator", 0, 0, G_OPTION_ARG_STRING, &investigator, N_ ("Who looks into it"),
    N_ ("STAFF") },
  { "remedy", 0, 0, G_OPTION_ARG_STRING, &remedy,
    N_ ("The solution that is offered; needed for “answered”"), N_ ("TEXT") },
  { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("By when it is promised"), N_ ("TIME") },
  { "satisfaction", 0, 0, G_OPTION_ARG_STRING, &satisfaction,
    N_ ("1 to 5, as the customer says; needed for “closed”"), "N" },
  { "cause", 0, 0, G_OPTION_ARG_STRING, &cause, N_ ("Why it came to this; needed for “closed”"),
    N_ ("TEXT") },
  { "action", 0, 0, G_OPTION_ARG_STRING, &action, N_ ("What we change"), N_ ("TEXT") },
  { NULL },
};

static const GOptionEntry wait_entries[] = {
  { "over", 0, 0, G_OPTION_ARG_NONE, &over, N_ ("The customer has answered"), NULL },
  { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("What the customer was asked"), N_ ("TEXT") },
  { NULL },
};

static const char *
get_state_label (const char *state)
{
  if (strcmp (state, "kept") == 0)
    return _ ("kept");
  return strcmp (state, "missed") == 0 ? _ ("missed") : _ ("open");
}

static const char *
get_deadline_label (const char *what)
{
  for (int i = 0; i < HF_N_DEADLINES; i++)
    if (strcmp (hf_deadline_get_nick ((HfDeadlineKind) i), what) == 0)
      return hf_deadline_get_label ((HfDeadlineKind) i);
  return what;
}

static gboolean
add_deadlines (HfCli *cli, JsonBuilder *builder, gint64 id, GError **error)
{
  g_autoptr (GArray) rows = hf_deadlines_dup_rows (cli->db, id, error);

  if (rows == NULL)
    return FALSE;
  json_builder_set_member_name (builder, "deadlines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const HfDeadlineRow *row = &g_array_index (rows, HfDeadlineRow, i);
      g_autofree char *at = hf_minute_format (row->at);
      g_autofree char *line = g_strdup_printf (_ ("  %s by %s: %s"), get_deadline_label (row->what),
                                               at, get_state_label (row->state));

      json_builder_begin_object (builder);
      hf_cli_add_text (builder, "what", row->what);
      hf_cli_add_text (builder, "at", at);
      hf_cli_add_text (builder, "state", row->state);
      hf_cli_add_text (builder, "line", line);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_word (JsonBuilder *builder, const char *name, HfDomainSet set, int value)
{
  hf_cli_add_text (builder, name, hf_domain_get_nick (set, value));
}

static char *
format_line (const HfComplaint *complaint)
{
  g_autofree char *received = hf_minute_format (complaint->received_at);
  const char *stage = complaint->withdrawn_at != HF_MINUTE_NONE
                          ? _ ("Withdrawn")
                          : hf_domain_get_label (HF_DOMAIN_COMPLAINT_STAGE, (int) complaint->stage);

  return g_strdup_printf ("#%" G_GINT64_FORMAT "  %s  %s  [%s]  %s%s%s", complaint->number,
                          received, complaint->customer, stage,
                          hf_domain_get_label (HF_DOMAIN_COMPLAINT_REASON, (int) complaint->reason),
                          complaint->severity == HF_COMPLAINT_SERIOUS ? _ (" · serious") : "",
                          complaint->escalated ? _ (" · overdue, with the manager") : "");
}

/* A deadline beyond the announced days off may move: that is said, not guessed (CAL-4). */
static gboolean
add_unknown_year (HfCli *cli, JsonBuilder *builder, gint64 id, GError **error)
{
  g_autoptr (GArray) rows = hf_deadlines_dup_rows (cli->db, id, error);
  HfDay today = hf_minute_get_day (cli->actor.now);
  HfDay last = today;
  int year;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    last = MAX (last, hf_minute_get_day (g_array_index (rows, HfDeadlineRow, i).at));
  if (rows == NULL || !hf_calendar_find_unknown_year (cli->db, today, last, &year, error))
    return FALSE;
  json_builder_set_member_name (builder, "unknown_year");
  if (year != 0)
    json_builder_add_int_value (builder, year);
  else
    json_builder_add_null_value (builder);
  return TRUE;
}

/* COMP-9: of one case; a list says nothing of what the customer said or of what was found. */
static void
add_result (JsonBuilder *builder, const HfComplaint *complaint)
{
  hf_cli_add_text (builder, "words", complaint->words);
  hf_cli_add_text (builder, "about", complaint->about);
  hf_cli_add_text (builder, "responsible", complaint->responsible);
  hf_cli_add_minute (builder, "apologised", complaint->apologised_at);
  hf_cli_add_minute (builder, "promised_by", complaint->promised_by);
  hf_cli_add_text (builder, "facts", complaint->facts);
  hf_cli_add_text (builder, "remedy", complaint->remedy);
  hf_cli_add_text (builder, "cause", complaint->cause);
  hf_cli_add_text (builder, "action", complaint->action);
}

static gboolean
describe (HfCli *cli, JsonBuilder *builder, gint64 id, gboolean as_line, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_load (cli->db, id, error);
  g_autofree char *line = complaint != NULL ? format_line (complaint) : NULL;

  if (complaint == NULL)
    return FALSE;
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", complaint->id);
  json_builder_set_member_name (builder, "number");
  json_builder_add_int_value (builder, complaint->number);
  hf_cli_add_id (builder, "customer_id", complaint->customer_id);
  hf_cli_add_text (builder, "customer", complaint->customer);
  add_word (builder, "stage", HF_DOMAIN_COMPLAINT_STAGE, (int) complaint->stage);
  add_word (builder, "reason", HF_DOMAIN_COMPLAINT_REASON, (int) complaint->reason);
  add_word (builder, "severity", HF_DOMAIN_COMPLAINT_SEVERITY, (int) complaint->severity);
  add_word (builder, "wants", HF_DOMAIN_WANTS, (int) complaint->wants);
  hf_cli_add_minute (builder, "received", complaint->received_at);
  add_flag (builder, "escalated", complaint->escalated);
  hf_cli_add_minute (builder, "waits_since", complaint->waits_since);
  hf_cli_add_minute (builder, "withdrawn", complaint->withdrawn_at);
  hf_cli_add_text (builder, "investigator", complaint->investigator);
  if (!as_line)
    add_result (builder, complaint);
  if (as_line)
    hf_cli_add_text (builder, "line", line);
  if ((!as_line && !add_unknown_year (cli, builder, id, error)) ||
      !add_deadlines (cli, builder, id, error))
    return FALSE;
  json_builder_end_object (builder);
  return TRUE;
}

/* The whole case, as each command about one answers. */
JsonNode *
hf_cli_answer_complaint (HfCli *cli, gint64 id, GError **error)
{
  return hf_cli_answer_one (cli, describe, id, error);
}

static gboolean
parse_word (HfDomainSet set, const char *text, int *value, GError **error)
{
  return text == NULL || hf_domain_parse (set, text, value, error);
}

static gboolean
parse_staff (HfCli *cli, const char *text, gint64 *id, GError **error)
{
  return text == NULL || hf_lookup (cli->db, HF_LOOKUP_STAFF, text, id, error);
}

static JsonNode *
open_complaint (HfCli *cli, char **words, GError **error)
{
  int of = HF_COMPLAINT_OTHER;
  int how = HF_COMPLAINT_NORMAL;
  int what = HF_WANTS_OTHER;
  int by_channel = HF_CHANNEL_PHONE;
  HfComplaintDraft draft;
  gint64 id;

  hf_complaint_draft_init (&draft);
  if (reason == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s is needed"), "--reason");
      return NULL;
    }
  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &draft.customer_id, error) ||
      !parse_word (HF_DOMAIN_COMPLAINT_REASON, reason, &of, error) ||
      !parse_word (HF_DOMAIN_COMPLAINT_SEVERITY, severity, &how, error) ||
      !parse_word (HF_DOMAIN_WANTS, wants, &what, error) ||
      !parse_word (HF_DOMAIN_CHANNEL, channel, &by_channel, error) ||
      !parse_staff (cli, about, &draft.about_id, error) ||
      (by != NULL && !hf_cli_parse_by (cli, by, &draft.promised_by, error)) ||
      !parse_staff (cli, responsible, &draft.responsible_id, error))
    return NULL;
  draft.reason = (HfComplaintReason) of;
  draft.severity = (HfComplaintSeverity) how;
  draft.wants = (HfWants) what;
  draft.channel = (HfChannel) by_channel;
  draft.words = note;
  if (!hf_command_open_complaint (cli->db, &cli->actor, &draft, &id, error))
    return NULL;
  return hf_cli_answer_complaint (cli, id, error);
}

static gboolean
fill_step (HfCli *cli, HfComplaintStep *step, const char *stage, GError **error)
{
  gint64 number = 0;
  int to = HF_CASE_RECEIVED;

  if (!hf_domain_parse (HF_DOMAIN_COMPLAINT_STAGE, stage, &to, error) ||
      !parse_staff (cli, investigator, &step->investigator_id, error) ||
      (by != NULL && !hf_cli_parse_by (cli, by, &step->remedy_by, error)) ||
      (satisfaction != NULL && !hf_cli_parse_int (satisfaction, 1, &number, error)))
    return FALSE;
  step->to = (HfComplaintStage) to;
  step->satisfaction = (int) number;
  step->note = note;
  step->apology = apology != NULL;
  step->apology_how = apology;
  step->remedy = remedy;
  step->cause = cause;
  step->action = action;
  return TRUE;
}

static JsonNode *
move (HfCli *cli, char **words, GError **error)
{
  HfComplaintStep step;
  gint64 id;

  hf_complaint_step_init (&step);
  if (!hf_complaint_find (cli->db, words[0], &id, error) ||
      !fill_step (cli, &step, words[1], error) ||
      !hf_command_move_complaint (cli->db, &cli->actor, id, &step, error))
    return NULL;
  return hf_cli_answer_complaint (cli, id, error);
}

static JsonNode *
wait_for_customer (HfCli *cli, char **words, GError **error)
{
  gint64 id;

  if (!hf_complaint_find (cli->db, words[0], &id, error) ||
      !hf_command_wait_for_customer (cli->db, &cli->actor, id, !over, note, error))
    return NULL;
  return hf_cli_answer_complaint (cli, id, error);
}

/* Agents see their own customers' and what they look into (ROLE-1). */
static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) ids = hf_complaints_dup_ids (cli->db, hf_cli_get_agent (cli), LIMIT, error);

  return hf_cli_answer_list (cli, describe, ids, error);
}

const HfCliCommand hf_cli_complaint_open = {
  "complaint open",
  "CUSTOMER --reason REASON [OPTION…]",
  N_ ("Record a complaint; its deadlines begin to run"),
  1,
  1,
  HF_DB_WRITE,
  open_entries,
  open_complaint,
};

const HfCliCommand hf_cli_complaint_move = {
  "complaint move",
  "ID STAGE [OPTION…]",
  N_ ("Bring a complaint to its next stage"),
  2,
  2,
  HF_DB_WRITE,
  move_entries,
  move,
};

const HfCliCommand hf_cli_complaint_wait = {
  "complaint wait",
  "ID [--over]",
  N_ ("The customer was asked, and the answer's clock stands still"),
  1,
  1,
  HF_DB_WRITE,
  wait_entries,
  wait_for_customer,
};

const HfCliCommand hf_cli_complaint_list = {
  "complaint list", "", N_ ("List the complaints, open ones first"), 0, 0, HF_DB_READ, NULL, list,
};
