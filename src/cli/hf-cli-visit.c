/* hf-cli-visit.c: visit log
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-follow-up.h"
#include "hf-lookup.h"
#include "hf-typed-day.h"
#include "hf-visit.h"
#include "hf-work.h"

static char *channel, *outcome, *at, *effect, *note, *later, *promise, *promise_on;
static char **staff;
static char *minutes, *left, *satisfaction, *mix, *companion;
static gboolean expert_wanted;

static const GOptionEntry entries[] = {
  { "channel", 0, 0, G_OPTION_ARG_STRING, &channel, N_ ("How"),
    "home|phone|office|event|message|post" },
  { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome, N_ ("What came of it"), "reached|no-answer|…" },
  { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_ ("When; now by default"), N_ ("TIME") },
  { "staff", 0, 0, G_OPTION_ARG_STRING_ARRAY, &staff, N_ ("Who; may be repeated"), N_ ("STAFF") },
  { "minutes", 0, 0, G_OPTION_ARG_STRING, &minutes, N_ ("How long"), "N" },
  { "effect", 0, 0, G_OPTION_ARG_STRING, &effect, N_ ("How the customer feels"),
    "better|same|worse|adverse" },
  { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("What was said"), N_ ("TEXT") },
  { "later", 0, 0, G_OPTION_ARG_STRING, &later, N_ ("When the customer asked to be called again"),
    N_ ("TIME") },
  { "expert-wanted", 0, 0, G_OPTION_ARG_NONE, &expert_wanted,
    N_ ("The customer asks for an expert"), NULL },
  { "left", 0, 0, G_OPTION_ARG_STRING, &left, N_ ("Product left, in days of use"), N_ ("DAYS") },
  { "satisfaction", 0, 0, G_OPTION_ARG_STRING, &satisfaction, N_ ("How satisfied, 1 to 5"), "N" },
  { "mix", 0, 0, G_OPTION_ARG_STRING, &mix, N_ ("What kind of contact it was"),
    "professional|family|honour|offer|personal" },
  { "companion", 0, 0, G_OPTION_ARG_STRING, &companion, N_ ("A core customer who came along"),
    N_ ("CUSTOMER") },
  { "promise", 0, 0, G_OPTION_ARG_STRING, &promise, N_ ("What was promised"), N_ ("TEXT") },
  { "promise-on", 0, 0, G_OPTION_ARG_STRING, &promise_on, N_ ("By which day"), N_ ("DATE") },
  { NULL },
};

static gboolean
fill_words (HfVisitDraft *draft, GError **error)
{
  int value;

  if (channel == NULL || outcome == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("--channel and --outcome are needed"));
      return FALSE;
    }
  if (!hf_domain_parse (HF_DOMAIN_CHANNEL, channel, &value, error))
    return FALSE;
  draft->channel = (HfChannel) value;
  if (!hf_domain_parse (HF_DOMAIN_OUTCOME, outcome, &value, error))
    return FALSE;
  draft->outcome = (HfOutcome) value;
  if (mix != NULL && !hf_domain_parse (HF_DOMAIN_MIX, mix, &draft->mix, error))
    return FALSE;
  return effect == NULL || hf_domain_parse (HF_DOMAIN_EFFECT, effect, &draft->effect, error);
}

static gboolean
fill_staff (HfCli *cli, GArray *ids, GError **error)
{
  for (char **name = staff; name != NULL && *name != NULL; name++)
    {
      gint64 id;

      if (!hf_lookup (cli->db, HF_LOOKUP_STAFF, *name, &id, error))
        return FALSE;
      g_array_append_val (ids, id);
    }
  return TRUE;
}

/* A negative number is refused; it must not stand for one that was not said. */
static gboolean
fill_numbers (HfVisitDraft *draft, GError **error)
{
  gint64 value;

  if (minutes != NULL)
    {
      if (!hf_cli_parse_int (minutes, 0, &value, error))
        return FALSE;
      draft->minutes = (int) value;
    }
  if (left != NULL)
    {
      if (!hf_cli_parse_int (left, 0, &value, error))
        return FALSE;
      draft->left_days = (int) value;
    }
  if (satisfaction != NULL)
    {
      if (!hf_cli_parse_int (satisfaction, 1, &value, error))
        return FALSE;
      draft->satisfaction = (int) MIN (value, 6);
    }
  return TRUE;
}

static gboolean
fill (HfCli *cli, HfVisitDraft *draft, GError **error)
{
  draft->note = note;
  draft->expert_wanted = expert_wanted;
  draft->promise = promise;
  return fill_words (draft, error) && fill_numbers (draft, error) &&
         fill_staff (cli, draft->staff, error) &&
         (companion == NULL ||
          hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, companion, &draft->companion_id, error)) &&
         (at == NULL || hf_minute_parse (at, &draft->at, error)) &&
         (later == NULL || hf_cli_parse_later (cli, later, &draft->later_at, error)) &&
         (promise_on == NULL || hf_typed_day_parse (promise_on, &draft->promise_on, error));
}

static void
add_left (HfCli *cli, gint64 id, GString *text)
{
  g_autoptr (HfWorkItem) item = hf_work_load (cli->db, id, NULL);

  if (item == NULL)
    return;
  g_string_append_printf (text, _ ("Still to be done: #%lld %s, which needs this way: %s. "),
                          (long long) hf_follow_up_get_number (id), item->title,
                          hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) item->channel));
}

/* What a person would not guess: a card that is gone, a step that this contact did not do. */
static char *
make_remark (HfCli *cli, const HfVisitDraft *draft, const HfVisitResult *result)
{
  GString *text = g_string_new (NULL);

  if (result->discarded)
    g_string_append_printf (text,
                            _ ("The card was discarded, and what was open for it cancelled (%u). "
                               "“huifangctl undo” takes it back. "),
                            result->cancelled->len);
  for (guint i = 0; draft->outcome == HF_OUTCOME_REACHED && i < result->left->len; i++)
    add_left (cli, g_array_index (result->left, gint64, i), text);
  return g_strchomp (g_string_free (text, FALSE));
}

static JsonNode *
log_visit (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (HfVisitResult) result = { 0 };
  HfVisitDraft draft;
  JsonBuilder *builder;

  hf_visit_draft_init (&draft);
  draft.staff = ids;
  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &draft.customer_id, error) ||
      !fill (cli, &draft, error))
    return NULL;
  hf_cli_warn_of_claims (cli, draft.note);
  hf_cli_warn_of_claims (cli, draft.promise);
  if (!hf_command_log_visit (cli->db, &cli->actor, &draft, &result, error))
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "visit", result.visit);
  hf_cli_add_ids (builder, "completed", result.completed);
  hf_cli_add_ids (builder, "opened", result.opened);
  hf_cli_add_text (builder, "card_type",
                   hf_domain_get_nick (HF_DOMAIN_CARD_TYPE, (int) result.card_type));
  if (!cli->json)
    {
      g_autofree char *remark = make_remark (cli, &draft, &result);

      hf_cli_add_text (builder, "remark", remark);
    }
  json_builder_set_member_name (builder, "other_number");
  json_builder_add_boolean_value (builder, result.other_number);
  return hf_cli_end (builder);
}

const HfCliCommand hf_cli_visit_log = {
  "visit log",
  "CUSTOMER --channel CHANNEL --outcome OUTCOME [OPTION…]",
  N_ ("Record a contact that happened or was tried"),
  1,
  1,
  HF_DB_WRITE,
  entries,
  log_visit,
};
