/* hf-cli-follow-up.c: follow-up done, snooze, reschedule, skip
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-follow-up.h"
#include "hf-reschedule.h"
#include "hf-typed-day.h"

static char *until, *to, *reason;

static const GOptionEntry snooze_entries[] = {
  { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("When to remind again: a time, or +MINUTES"),
    N_ ("TIME") },
  { NULL },
};

static const GOptionEntry move_entries[] = {
  { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("The new day"), N_ ("DATE") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason,
    N_ ("Why; needed when later than the plan allows"), N_ ("TEXT") },
  { NULL },
};

static const GOptionEntry skip_entries[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why; needed"), N_ ("TEXT") },
  { NULL },
};

static gboolean
require (const char *value, const char *option, GError **error)
{
  if (value != NULL)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s is needed"), option);
  return FALSE;
}

static JsonNode *
snooze (HfCli *cli, char **words, GError **error)
{
  HfMinute minute;
  gint64 id;

  if (!require (until, "--until", error) || !hf_cli_parse_later (cli, until, &minute, error) ||
      !hf_follow_up_find (cli->db, words[0], &id, error) ||
      !hf_command_snooze (cli->db, &cli->actor, id, minute, error))
    return NULL;
  return hf_cli_describe_work (cli, id, error);
}

static JsonNode *
reschedule (HfCli *cli, char **words, GError **error)
{
  HfDay day;
  gint64 id;

  if (!require (to, "--to", error) || !hf_typed_day_parse (to, &day, error) ||
      !hf_follow_up_find (cli->db, words[0], &id, error) ||
      !hf_command_reschedule (cli->db, &cli->actor, id, day, reason, error))
    return NULL;
  return hf_cli_describe_work (cli, id, error);
}

static JsonNode *
skip (HfCli *cli, char **words, GError **error)
{
  gint64 id;

  if (!hf_follow_up_find (cli->db, words[0], &id, error) ||
      !hf_command_skip (cli->db, &cli->actor, id, reason, error))
    return NULL;
  return hf_cli_describe_work (cli, id, error);
}

static JsonNode *
done (HfCli *cli, char **words, GError **error)
{
  gint64 id;

  if (!hf_follow_up_find (cli->db, words[0], &id, error) ||
      !hf_command_tick (cli->db, &cli->actor, id, error))
    return NULL;
  return hf_cli_describe_work (cli, id, error);
}

const HfCliCommand hf_cli_follow_up_done = {
  "follow-up done", "ID", N_ ("Tick off work within the branch"), 1, 1, HF_DB_WRITE, NULL, done,
};

const HfCliCommand hf_cli_follow_up_snooze = {
  "follow-up snooze",
  "ID --until TIME",
  N_ ("Remind later; the due day stays"),
  1,
  1,
  HF_DB_WRITE,
  snooze_entries,
  snooze,
};

const HfCliCommand hf_cli_follow_up_reschedule = {
  "follow-up reschedule",
  "ID --to DATE [--reason TEXT]",
  N_ ("Move a follow-up to another day"),
  1,
  1,
  HF_DB_WRITE,
  move_entries,
  reschedule,
};

const HfCliCommand hf_cli_follow_up_skip = {
  "follow-up skip",
  "ID --reason TEXT",
  N_ ("Leave a follow-up out"),
  1,
  1,
  HF_DB_WRITE,
  skip_entries,
  skip,
};
