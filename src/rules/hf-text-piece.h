/* hf-text-piece.h: scripts, greetings and answers as their files have them (TEXT-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "hf-domain.h"

G_BEGIN_DECLS

/**
 * HfTextPiece:
 * @key: by which it is found
 * @language: `en` or `zh_CN`
 * @words: what else somebody may look for, separated by `,`; may be empty
 * @body: with placeholders (hf_text_fill()) and line breaks
 *
 * One text in one language.
 */
typedef struct
{
  HfTextKind kind;
  char *key;
  char *language;
  char *title;
  char *words;
  char *body;
} HfTextPiece;

void hf_text_piece_free (HfTextPiece *piece);
GPtrArray *
hf_text_pieces_parse (const char *file_name, const char *text, gssize length, GError **error);
int hf_text_piece_match (const HfTextPiece *piece, const char *query);
const char *hf_text_language (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfTextPiece, hf_text_piece_free)

G_END_DECLS
