/* hf-cli-enquiry.c: complaint enquiry, complaint enquiry-answered, complaint export
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-complaint-list.h"
#include "hf-enquiry.h"
#include "hf-typed-day.h"

static char *authority, *reference, *on;
static gboolean full_phone, health;

static const GOptionEntry enquiry_entries[] = {
  { "authority", 0, 0, G_OPTION_ARG_STRING, &authority, N_ ("Which authority asks; needed"),
    N_ ("NAME") },
  { "reference", 0, 0, G_OPTION_ARG_STRING, &reference, N_ ("The number under which it asks"),
    N_ ("TEXT") },
  { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("When it asked; today by default"), N_ ("DATE") },
  { NULL },
};

static const GOptionEntry export_entries[] = {
  { "full-phone", 0, 0, G_OPTION_ARG_NONE, &full_phone,
    N_ ("Phone numbers in full; noted in the audit log"), NULL },
  { "health", 0, 0, G_OPTION_ARG_NONE, &health, N_ ("With adverse reactions"), NULL },
  { NULL },
};

static JsonNode *
open_enquiry (HfCli *cli, char **words, GError **error)
{
  HfEnquiryDraft draft = { authority, reference, hf_minute_get_day (cli->actor.now) };
  gint64 id;

  return hf_complaint_find (cli->db, words[0], &id, error) &&
                 (on == NULL || hf_typed_day_parse (on, &draft.asked_on, error)) &&
                 hf_command_open_enquiry (cli->db, &cli->actor, id, &draft, error)
             ? hf_cli_answer_complaint (cli, id, error)
             : NULL;
}

static JsonNode *
answer (HfCli *cli, char **words, GError **error)
{
  gint64 id;

  return hf_complaint_find (cli->db, words[0], &id, error) &&
                 hf_command_answer_enquiry (cli->db, &cli->actor, id, error)
             ? hf_cli_answer_complaint (cli, id, error)
             : NULL;
}

static JsonNode *
export_complaint (HfCli *cli, char **words, GError **error)
{
  HfRecordOptions options = { g_str_has_suffix (words[1], ".json"), full_phone, health };
  gint64 id;

  return hf_complaint_find (cli->db, words[0], &id, error) &&
                 hf_command_export_complaint (cli->db, &cli->actor, id, &options, words[1], error)
             ? hf_cli_new_id (id)
             : NULL;
}

const HfCliCommand hf_cli_complaint_enquiry = {
  "complaint enquiry",
  "ID --authority NAME [--reference TEXT] [--on DATE]",
  N_ ("An authority asks about a complaint; the time to answer it begins to run"),
  1,
  1,
  HF_DB_WRITE,
  enquiry_entries,
  open_enquiry,
};

const HfCliCommand hf_cli_complaint_enquiry_answered = {
  "complaint enquiry-answered",
  "ID",
  N_ ("The authority has been answered"),
  1,
  1,
  HF_DB_WRITE,
  NULL,
  answer,
};

const HfCliCommand hf_cli_complaint_export = {
  "complaint export",
  "ID FILE [--full-phone] [--health]",
  N_ ("Write the whole file of a complaint, for an authority: .html to read, .json for programs"),
  2,
  2,
  HF_DB_WRITE,
  export_entries,
  export_complaint,
};
