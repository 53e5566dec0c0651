/* hf-texts.h: the branch's own texts, kept in its database (TEXT-1 to TEXT-3)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"
#include "hf-text-piece.h"
#include "hf-wording.h"

G_BEGIN_DECLS

gboolean hf_texts_install_shipped (HfDb *db, GError **error);
GPtrArray *hf_texts_dup (HfDb *db, int kind, GError **error);
HfTextPiece *hf_texts_find (HfDb *db, HfTextKind kind, const char *const *keys, GError **error);
GPtrArray *hf_texts_dup_answers (HfDb *db, const char *query, GError **error);
HfWording *hf_texts_load_wording (HfDb *db, GError **error);
gboolean hf_texts_check_claims (HfDb *db, const char *text, GError **error);

gboolean
hf_command_set_text (HfDb *db, const HfActor *actor, const HfTextPiece *piece, GError **error);
gboolean hf_command_forbid_word (
    HfDb *db, const HfActor *actor, const char *word, const char *reason, GError **error);

G_END_DECLS
