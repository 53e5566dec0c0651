/* hf-brief-texts.h: what to say, and what the last contacts suggest (VISIT-2, VISIT-5, VISIT-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-brief.h"

G_BEGIN_DECLS

gboolean hf_brief_load_texts (HfBrief *brief, HfDb *db, const HfActor *actor, GError **error);
gboolean hf_brief_load_advice (HfBrief *brief, HfDb *db, const HfActor *actor, GError **error);

char *hf_words_fill_for (
    HfDb *db, const HfActor *actor, gint64 customer, const char *text, GError **error);

G_END_DECLS
