/* hf-cli.h: what the commands of huifangctl share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "hf-db.h"
#include "hf-operation.h"

G_BEGIN_DECLS

/* The contract's exit codes. */
typedef enum
{
  HF_EXIT_DONE = 0,
  HF_EXIT_NOTHING = 1,
  HF_EXIT_USAGE = 2,
  HF_EXIT_INPUT = 3,
  HF_EXIT_DATABASE = 4,
  HF_EXIT_NOT_ALLOWED = 5,
  HF_EXIT_CANCELLED = 130, /* as shells say it of Ctrl+C */
} HfExit;

/**
 * HfCli:
 * @database: where it is, as said or by default
 * @now: "now" as said, %HF_MINUTE_NONE for the real time
 * @as: (nullable): as whom
 * @json: one document instead of lines for people
 * @db: open while a command runs
 * @actor: who acts
 * @exit: what a command that did its work ends with, %HF_EXIT_DONE unless it says otherwise
 *
 * One run of the program.
 */
typedef struct
{
  char *database;
  HfMinute now;
  char *as;
  gboolean json;
  HfDb *db;
  HfActor actor;
  HfExit exit;
} HfCli;

/**
 * HfCliCommand:
 * @name: as typed, such as `staff add`
 * @arguments: what follows, for the help
 * @summary: what it does, to be translated
 * @least: how many words must follow
 * @most: how many may, -1 for any number
 * @mode: how it needs the database
 * @entries: (nullable): its options
 * @run: does it and returns what it says, or %NULL with an error
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int least;
  int most;
  HfDbMode mode;
  const GOptionEntry *entries;
  JsonNode *(*run) (HfCli *cli, char **words, GError **error);
} HfCliCommand;

/**
 * HfCliDescribe:
 * @as_line: among others: with a line for people, and less of it
 *
 * Adds the row @id to @builder, as an object.
 */
typedef gboolean (*HfCliDescribe) (
    HfCli *cli, JsonBuilder *builder, gint64 id, gboolean as_line, GError **error);

/* No database is opened for it. */
#define HF_CLI_NO_DATABASE ((HfDbMode) (1 << 8))

int hf_cli_main (int argc, char *argv[]);

void hf_cli_print (HfCli *cli, JsonNode *node);
int hf_cli_report (HfCli *cli, const GError *error);

void hf_cli_add_id (JsonBuilder *builder, const char *name, gint64 id);
void hf_cli_add_text (JsonBuilder *builder, const char *name, const char *text);
void hf_cli_add_day (JsonBuilder *builder, const char *name, HfDay day);
void hf_cli_add_minute (JsonBuilder *builder, const char *name, HfMinute minute);
void hf_cli_add_ids (JsonBuilder *builder, const char *name, GArray *ids);
void hf_cli_add_texts (JsonBuilder *builder, const char *name, const char *const *texts);
JsonNode *hf_cli_end (JsonBuilder *builder);
JsonNode *hf_cli_new_id (gint64 id);
JsonNode *hf_cli_answer_one (HfCli *cli, HfCliDescribe describe, gint64 id, GError **error);
JsonNode *hf_cli_answer_list (HfCli *cli, HfCliDescribe describe, GArray *ids, GError **error);
gint64 hf_cli_get_agent (HfCli *cli);
gboolean hf_cli_parse_int (const char *text, gint64 least, gint64 *value, GError **error);
gboolean hf_cli_parse_id (const char *text, gint64 *id, GError **error);
gboolean hf_cli_parse_yuan (const char *text, gint64 *fen, GError **error);
gboolean hf_cli_parse_later (HfCli *cli, const char *text, HfMinute *minute, GError **error);
gboolean hf_cli_parse_by (HfCli *cli, const char *text, HfMinute *minute, GError **error);

const char *hf_cli_get_label (const char *name);
const char *hf_cli_get_word (const char *name, const char *value);
JsonNode *hf_cli_answer_complaint (HfCli *cli, gint64 id, GError **error);
JsonNode *hf_cli_describe_work (HfCli *cli, gint64 id, GError **error);
JsonNode *hf_cli_describe_works (HfCli *cli, GArray *ids, GError **error);
GArray *hf_cli_dup_customers (HfCli *cli, char **words, const char *segment, GError **error);
void hf_cli_warn_of_claims (HfCli *cli, const char *text);
void hf_cli_add_words (JsonBuilder *builder, const char *name, HfDomainSet set, HfSet values);

/* One line a command, in the file of that name. */
extern const HfCliCommand hf_cli_init, hf_cli_sample, hf_cli_staff_add, hf_cli_staff_list,
    hf_cli_product_add, hf_cli_product_list, hf_cli_customer_add, hf_cli_customer_set,
    hf_cli_customer_show, hf_cli_customer_export, hf_cli_customer_erase, hf_cli_find,
    hf_cli_purchase_add, hf_cli_import, hf_cli_enrol, hf_cli_due, hf_cli_visit_log,
    hf_cli_follow_up_done, hf_cli_follow_up_snooze, hf_cli_follow_up_reschedule,
    hf_cli_follow_up_skip, hf_cli_engine_run, hf_cli_undo, hf_cli_redo, hf_cli_history,
    hf_cli_plans_list, hf_cli_plans_check, hf_cli_plans_use, hf_cli_check, hf_cli_backup,
    hf_cli_stop, hf_cli_sale_window, hf_cli_project, hf_cli_lunar, hf_cli_recovery_list,
    hf_cli_greeting_start, hf_cli_greeting_list, hf_cli_holidays_import, hf_cli_holidays_list,
    hf_cli_complaint_open, hf_cli_complaint_move, hf_cli_complaint_wait, hf_cli_complaint_list,
    hf_cli_complaint_edit, hf_cli_complaint_note, hf_cli_complaint_apologise,
    hf_cli_complaint_escalate, hf_cli_complaint_withdraw, hf_cli_tier_explain, hf_cli_tier_observe,
    hf_cli_tier_set, hf_cli_report_tiers, hf_cli_text_list, hf_cli_text_set, hf_cli_text_check,
    hf_cli_text_forbid, hf_cli_duplicates_list, hf_cli_duplicates_merge,
    hf_cli_duplicates_different, hf_cli_export_customers, hf_cli_export_calendar, hf_cli_hand_over,
    hf_cli_segment_list, hf_cli_segment_save, hf_cli_segment_delete;
extern const HfCliCommand hf_cli_referral_add, hf_cli_referral_move, hf_cli_referral_list,
    hf_cli_event_add, hf_cli_event_invite, hf_cli_event_reply, hf_cli_event_attend,
    hf_cli_event_list;
extern const HfCliCommand hf_cli_adverse_open, hf_cli_adverse_close, hf_cli_adverse_list,
    hf_cli_adverse_report, hf_cli_recovery_act, hf_cli_incident_open, hf_cli_incident_tick,
    hf_cli_incident_warn, hf_cli_incident_close, hf_cli_incident_list, hf_cli_incident_leaks,
    hf_cli_incident_verify;
extern const HfCliCommand hf_cli_complaint_enquiry, hf_cli_complaint_enquiry_answered,
    hf_cli_complaint_export, hf_cli_export_complaints, hf_cli_export_visits,
    hf_cli_export_follow_ups, hf_cli_export_tiers;
extern const HfCliCommand hf_cli_return_open, hf_cli_return_insist, hf_cli_return_move,
    hf_cli_return_list, hf_cli_return_stock;
extern const HfCliCommand hf_cli_follow_up_spread, hf_cli_greeting_show, hf_cli_greeting_done,
    hf_cli_greeting_skip, hf_cli_greeting_word, hf_cli_week_list, hf_cli_week_plan,
    hf_cli_week_result, hf_cli_week_report;

G_END_DECLS
