/* hf-mix.h: of what kind contacts are (VISIT-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-domain.h"

G_BEGIN_DECLS

/* VISIT-7: so many of one kind in a row suggest another. */
#define HF_MIX_ROW (3)

int hf_mix_suggest (const int *kinds, gsize n_kinds, gboolean has_interests);

G_END_DECLS
