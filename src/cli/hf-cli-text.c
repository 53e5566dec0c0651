/* hf-cli-text.c: text list, text set, text check, text forbid
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-texts.h"

static char *kind_word, *search, *words_also;

static const GOptionEntry list_entries[] = {
  { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_word, N_ ("Which texts"),
    "script|greeting|closing|faq|taboo" },
  { "search", 0, 0, G_OPTION_ARG_STRING, &search, N_ ("Questions in which this is asked"),
    N_ ("TEXT") },
  { NULL },
};

static const GOptionEntry set_entries[] = {
  { "words", 0, 0, G_OPTION_ARG_STRING, &words_also, N_ ("By which other words it is found"),
    N_ ("TEXT") },
  { NULL },
};

static void
add_piece (JsonBuilder *builder, const HfTextPiece *piece)
{
  json_builder_begin_object (builder);
  hf_cli_add_text (builder, "kind", hf_domain_get_nick (HF_DOMAIN_TEXT_KIND, (int) piece->kind));
  hf_cli_add_text (builder, "key", piece->key);
  hf_cli_add_text (builder, "title", piece->title);
  hf_cli_add_text (builder, "body", piece->body);
  json_builder_end_object (builder);
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) pieces = NULL;
  int kind = -1;

  if (kind_word != NULL && !hf_domain_parse (HF_DOMAIN_TEXT_KIND, kind_word, &kind, error))
    return NULL;
  pieces = search != NULL ? hf_texts_dup_answers (cli->db, search, error)
                          : hf_texts_dup (cli->db, kind, error);
  if (pieces == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < pieces->len; i++)
    add_piece (builder, pieces->pdata[i]);
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static JsonNode *
set (HfCli *cli, char **words, GError **error)
{
  HfTextPiece piece = { 0 };
  JsonBuilder *builder;
  int kind;

  if (!hf_domain_parse (HF_DOMAIN_TEXT_KIND, words[0], &kind, error))
    return NULL;
  if (kind == HF_TEXT_FORBIDDEN_WORD)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("A word is forbidden with “huifangctl text forbid”."));
      return NULL;
    }
  piece = (HfTextPiece){ (HfTextKind) kind,
                         words[1],
                         (char *) hf_text_language (),
                         words[2],
                         words_also != NULL ? words_also : (char *) "",
                         words[3] };
  if (!hf_command_set_text (cli->db, &cli->actor, &piece, error))
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_cli_add_text (builder, "key", piece.key);
  return hf_cli_end (builder);
}

static JsonNode *
check (HfCli *cli, char **words, GError **error)
{
  g_autoptr (HfWording) wording = hf_texts_load_wording (cli->db, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GArray) marks = NULL;

  if (wording == NULL)
    return NULL;
  marks = hf_wording_check (wording, words[0]);
  json_builder_begin_array (builder);
  for (guint i = 0; i < marks->len; i++)
    {
      const HfWordingMark *mark = &g_array_index (marks, HfWordingMark, i);
      g_autofree char *text = g_strndup (words[0] + mark->start, mark->length);

      json_builder_begin_object (builder);
      hf_cli_add_text (builder, "text", text);
      hf_cli_add_text (builder, "reason", mark->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (marks->len > 0)
    cli->exit = HF_EXIT_NOTHING;
  return json_builder_get_root (builder);
}

static JsonNode *
forbid (HfCli *cli, char **words, GError **error)
{
  JsonBuilder *builder;

  if (!hf_command_forbid_word (cli->db, &cli->actor, words[0], words[1], error))
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_cli_add_text (builder, "text", words[0]);
  return hf_cli_end (builder);
}

/**
 * hf_cli_warn_of_claims:
 * @text: (nullable): what is about to be saved
 *
 * TEXT-3: says on standard error what @text claims, and why it should not.
 */
void
hf_cli_warn_of_claims (HfCli *cli, const char *text)
{
  g_autoptr (HfWording) wording = text != NULL ? hf_texts_load_wording (cli->db, NULL) : NULL;
  g_autoptr (GArray) marks = wording != NULL ? hf_wording_check (wording, text) : NULL;
  g_autofree char *why = marks != NULL ? hf_wording_describe (marks) : NULL;

  if (why != NULL)
    g_printerr ("%s\n", why);
}

const HfCliCommand hf_cli_text_list = {
  "text list",  "",   N_ ("The branch's scripts, greetings, answers and taboos"), 0, 0, HF_DB_READ,
  list_entries, list,
};

const HfCliCommand hf_cli_text_set = {
  "text set",
  "KIND KEY TITLE BODY",
  N_ ("Write a text of the branch's own"),
  4,
  4,
  HF_DB_WRITE,
  set_entries,
  set,
};

const HfCliCommand hf_cli_text_check = {
  "text check", "TEXT", N_ ("Whether a text claims what it must not"), 1, 1, HF_DB_READ,
  NULL,         check,
};

const HfCliCommand hf_cli_text_forbid = {
  "text forbid", "WORD [REASON]", N_ ("Add a word that must not be claimed"), 1, 2, HF_DB_WRITE,
  NULL,          forbid,
};
