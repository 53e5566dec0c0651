/* hf-texts.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-texts.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-office.h"
#include "hf-store-resources.h"
#include "hf-text-check.h"
#include "hf-text-fill.h"

#define TEXT_FOLDER  "/org/huifang/Huifang/texts/"
#define WORDING_FILE "wording.ini"

static GBytes *
look_up (const char *file, GError **error)
{
  g_autofree char *path = g_strconcat (TEXT_FOLDER, file, NULL);

  return g_resource_lookup_data (hf_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 error);
}

static gboolean
install_piece (HfDb *db, const HfTextPiece *piece, GError **error)
{
  const char *kind = hf_domain_get_nick (HF_DOMAIN_TEXT_KIND, (int) piece->kind);
  gint64 there = 0;

  if (!hf_db_get_int (db, HF_QUERY_TEXT_COUNT, &there, error, "sss", kind, piece->key,
                      piece->language))
    return FALSE;
  return there > 0 ||
         hf_db_run (db, HF_QUERY_TEXT_INSTALL, error, "lssssss", hf_db_new_id (db), kind,
                    piece->key, piece->language, piece->title, piece->words, piece->body);
}

static gboolean
install (HfDb *db, const char *file, GError **error)
{
  g_autoptr (GBytes) bytes = look_up (file, error);
  g_autoptr (GPtrArray) pieces = NULL;

  if (bytes == NULL)
    return FALSE;
  pieces = hf_text_pieces_parse (file, g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes), error);
  for (guint i = 0; pieces != NULL && i < pieces->len; i++)
    {
      if (!install_piece (db, pieces->pdata[i], error))
        return FALSE;
    }
  return pieces != NULL;
}

/**
 * hf_texts_install_shipped:
 *
 * Writes the texts that come with the program into the branch's database, where they are not there
 * yet, within a running operation. What the branch has changed stays as it is.
 */
gboolean
hf_texts_install_shipped (HfDb *db, GError **error)
{
  g_auto (GStrv) files = g_resource_enumerate_children (hf_store_get_resource (), TEXT_FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      if (!g_str_equal (files[i], WORDING_FILE) && !install (db, files[i], error))
        return FALSE;
    }
  return files != NULL;
}

static HfTextPiece *
read_piece (HfRows *rows)
{
  HfTextPiece *piece = g_new0 (HfTextPiece, 1);
  int kind = HF_TEXT_SCRIPT;

  hf_domain_parse (HF_DOMAIN_TEXT_KIND, hf_rows_text (rows, 0), &kind, NULL);
  piece->kind = (HfTextKind) kind;
  piece->key = hf_rows_dup (rows, 1);
  piece->language = hf_rows_dup (rows, 2);
  piece->title = hf_rows_dup (rows, 3);
  piece->words = hf_rows_dup (rows, 4);
  piece->body = hf_rows_dup (rows, 5);
  return piece;
}

/**
 * hf_texts_dup:
 * @kind: an #HfTextKind, -1 for all
 *
 * Returns: (transfer full) (element-type HfTextPiece): the branch's texts in the person's language
 */
GPtrArray *
hf_texts_dup (HfDb *db, int kind, GError **error)
{
  g_autoptr (GPtrArray) pieces =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hf_text_piece_free);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_TEXT_LIST, error, "ss", hf_text_language (),
                     kind >= 0 ? hf_domain_get_nick (HF_DOMAIN_TEXT_KIND, kind) : NULL))
    return NULL;
  while (hf_rows_next (&rows, &local))
    g_ptr_array_add (pieces, read_piece (&rows));
  if (local == NULL)
    return g_steal_pointer (&pieces);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_texts_find:
 * @keys: what would fit, best first, ended by %NULL
 *
 * Returns: (transfer full) (nullable): the first one there is, in the person's language; %NULL
 * without an error when there is none
 */
HfTextPiece *
hf_texts_find (HfDb *db, HfTextKind kind, const char *const *keys, GError **error)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_auto (HfRows) rows = HF_ROWS_INIT;
      g_autoptr (GError) local = NULL;

      if (!hf_rows_open (&rows, db, HF_QUERY_TEXT_GET, error, "sss",
                         hf_domain_get_nick (HF_DOMAIN_TEXT_KIND, (int) kind), keys[i],
                         hf_text_language ()))
        return NULL;
      if (hf_rows_next (&rows, &local))
        return read_piece (&rows);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }
  return NULL;
}

/**
 * hf_texts_dup_answers:
 * @query: what somebody typed; empty for all
 *
 * Common questions with their answers (TEXT-1, VISIT-2), those first whose title fits.
 *
 * Returns: (transfer full) (element-type HfTextPiece):
 */
GPtrArray *
hf_texts_dup_answers (HfDb *db, const char *query, GError **error)
{
  g_autoptr (GPtrArray) all = hf_texts_dup (db, HF_TEXT_FAQ, error);
  GPtrArray *found;

  if (all == NULL)
    return NULL;
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_text_piece_free);
  g_ptr_array_set_free_func (all, NULL);
  for (int rank = 0; rank <= 2; rank++)
    for (guint i = 0; i < all->len; i++)
      if (all->pdata[i] != NULL && hf_text_piece_match (all->pdata[i], query) == rank)
        g_ptr_array_add (found, g_steal_pointer (&all->pdata[i]));
  for (guint i = 0; i < all->len; i++)
    g_clear_pointer ((HfTextPiece **) &all->pdata[i], hf_text_piece_free);
  return found;
}

/**
 * hf_texts_load_wording:
 *
 * The words of the program, which nobody can take away, and the branch's own (TEXT-3).
 *
 * Returns: (transfer full):
 */
HfWording *
hf_texts_load_wording (HfDb *db, GError **error)
{
  g_autoptr (GBytes) bytes = look_up (WORDING_FILE, error);
  g_autoptr (HfWording) wording = hf_wording_new ();
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (bytes == NULL ||
      !hf_wording_read (wording, WORDING_FILE, g_bytes_get_data (bytes, NULL),
                        (gssize) g_bytes_get_size (bytes), error) ||
      !hf_rows_open (&rows, db, HF_QUERY_TEXT_FORBIDDEN_WORDS, error, ""))
    return NULL;
  while (hf_rows_next (&rows, &local))
    hf_wording_add (wording, hf_rows_text (&rows, 0), hf_rows_text (&rows, 1));
  if (local == NULL)
    return g_steal_pointer (&wording);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_texts_check_claims:
 * @text: what is to be said to customers in the branch's name
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT and the reasons when it claims a cure or a guarantee,
 * whoever wrote it (TEXT-3)
 */
gboolean
hf_texts_check_claims (HfDb *db, const char *text, GError **error)
{
  g_autoptr (HfWording) wording = hf_texts_load_wording (db, error);
  g_autoptr (GArray) marks = NULL;
  g_autofree char *why = NULL;

  if (wording == NULL)
    return FALSE;
  marks = hf_wording_check (wording, text);
  why = hf_wording_describe (marks);
  if (why == NULL)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, why);
  return FALSE;
}

static gboolean
check_piece (HfDb *db, const HfTextPiece *piece, GError **error)
{
  g_autofree char *title = NULL;

  if (*piece->key == '\0' || *piece->body == '\0')
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("A text needs a title and a body."));
      return FALSE;
    }
  return hf_text_check_name (piece->title, &title, error) && hf_text_check (piece->body, error) &&
         hf_text_check (piece->words, error) && hf_text_check_placeholders (piece->body, error) &&
         (piece->kind == HF_TEXT_TABOO || hf_texts_check_claims (db, piece->body, error));
}

/**
 * hf_command_set_text:
 *
 * The branch's own wording of a script, greeting, closing, answer or taboo (TEXT-1, TEXT-2), by a
 * manager. Refused with a claim in it (TEXT-3), a phone number (PHONE-2) or an unknown placeholder.
 */
gboolean
hf_command_set_text (HfDb *db, const HfActor *actor, const HfTextPiece *piece, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;

  g_return_val_if_fail (piece->kind != HF_TEXT_FORBIDDEN_WORD, FALSE);

  return hf_actor_check_manager (actor, error) && check_piece (db, piece, error) &&
         hf_operation_begin (&operation, db, actor, "text.set", error) &&
         hf_db_run (db, HF_QUERY_TEXT_SET, error, "lssssss", hf_db_new_id (db),
                    hf_domain_get_nick (HF_DOMAIN_TEXT_KIND, (int) piece->kind), piece->key,
                    piece->language, piece->title, piece->words, piece->body) &&
         hf_operation_commit (&operation, piece->title, error);
}

/**
 * hf_command_forbid_word:
 * @reason: (nullable): what the writer is told
 *
 * Adds to the list of what may not be claimed (TEXT-3); there is no command that shortens it.
 */
gboolean
hf_command_forbid_word (
    HfDb *db, const HfActor *actor, const char *word, const char *reason, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *clean = NULL;

  return hf_actor_check_manager (actor, error) && hf_text_check_name (word, &clean, error) &&
         (reason == NULL || hf_text_check (reason, error)) &&
         hf_operation_begin (&operation, db, actor, "text.forbid", error) &&
         hf_db_run (db, HF_QUERY_TEXT_SET, error, "lssssss", hf_db_new_id (db), "forbidden-word",
                    clean, hf_text_language (), clean, "", reason != NULL ? reason : "") &&
         hf_operation_commit (&operation, clean, error);
}
