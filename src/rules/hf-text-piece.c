/* hf-text-piece.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-text-piece.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-data-file.h"
#include "hf-error.h"
#include "hf-text-fill.h"

static const char *const languages[] = { "en", "zh_CN" };

void
hf_text_piece_free (HfTextPiece *piece)
{
  g_return_if_fail (piece != NULL);

  g_free (piece->key);
  g_free (piece->language);
  g_free (piece->title);
  g_free (piece->words);
  g_free (piece->body);
  g_free (piece);
}

/**
 * hf_text_language:
 *
 * Returns: (transfer none): the language of texts that fits the person's
 */
const char *
hf_text_language (void)
{
  const char *const *wanted = g_get_language_names ();

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      if (g_str_has_prefix (wanted[i], "zh"))
        return "zh_CN";
      if (g_str_has_prefix (wanted[i], "en"))
        return "en";
    }
  return "en";
}

/* "[script member-28-day.2]" */
static gboolean
read_name (HfDataFile *file, const char *group, HfTextPiece *piece, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_auto (GStrv) words = g_strsplit (group, " ", 2);
  int kind;

  if (words[0] == NULL || words[1] == NULL || *words[1] == '\0')
    return hf_data_file_fail (file, group, NULL, _ ("Write [kind key]."), error);
  if (!hf_domain_parse (HF_DOMAIN_TEXT_KIND, words[0], &kind, &cause))
    return hf_data_file_fail (file, group, NULL, cause->message, error);
  piece->kind = (HfTextKind) kind;
  piece->key = g_strdup (words[1]);
  return TRUE;
}

static HfTextPiece *
read_piece (HfDataFile *file, const char *group, const char *language, GError **error)
{
  g_autoptr (HfTextPiece) piece = g_new0 (HfTextPiece, 1);
  g_autoptr (GError) cause = NULL;

  if (!read_name (file, group, piece, error))
    return NULL;
  piece->language = g_strdup (language);
  piece->title = hf_data_file_dup_text_in (file, group, "Title", language);
  piece->words = hf_data_file_dup_text_in (file, group, "Words", language);
  piece->body = hf_data_file_dup_text_in (file, group, "Body", language);
  if (piece->words == NULL)
    piece->words = g_strdup ("");
  if (piece->title == NULL || piece->body == NULL || *piece->body == '\0')
    hf_data_file_fail (file, group, NULL, _ ("A text needs a title and a body."), error);
  else if (!hf_text_check_placeholders (piece->body, &cause))
    hf_data_file_fail (file, group, "Body", cause->message, error);
  else
    return g_steal_pointer (&piece);
  return NULL;
}

/**
 * hf_text_pieces_parse:
 * @text: a data file as those in data/texts
 *
 * Returns: (transfer full) (element-type HfTextPiece): each text once in each language; %NULL with
 * %HF_ERROR_BAD_INPUT that names file, line, group and key
 */
GPtrArray *
hf_text_pieces_parse (const char *file_name, const char *text, gssize length, GError **error)
{
  g_autoptr (HfDataFile) file =
      hf_data_file_new (file_name, text, length, HF_ERROR_BAD_INPUT, error);
  g_autoptr (GPtrArray) pieces = NULL;
  g_auto (GStrv) groups = NULL;

  if (file == NULL)
    return NULL;
  pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_text_piece_free);
  groups = hf_data_file_get_groups (file);
  for (guint i = 0; groups[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        HfTextPiece *piece = read_piece (file, groups[i], languages[j], error);

        if (piece == NULL)
          return NULL;
        g_ptr_array_add (pieces, piece);
      }
  return hf_data_file_check_unused (file, error) ? g_steal_pointer (&pieces) : NULL;
}

static gboolean
contains (const char *text, const char *folded_query)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, folded_query) != NULL;
}

/**
 * hf_text_piece_match:
 * @query: what somebody typed; empty finds all
 *
 * Returns: how well @piece fits, less is better: 0 by its title, 1 by its words, 2 by its body; -1
 * not at all
 */
int
hf_text_piece_match (const HfTextPiece *piece, const char *query)
{
  g_autofree char *stripped = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (piece != NULL && query != NULL, -1);

  stripped = g_strstrip (g_strdup (query));
  folded = g_utf8_casefold (stripped, -1);
  if (contains (piece->title, folded))
    return 0;
  if (contains (piece->words, folded))
    return 1;
  return contains (piece->body, folded) ? 2 : -1;
}
