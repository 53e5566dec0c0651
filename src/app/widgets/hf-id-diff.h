/* hf-id-diff.h: the smallest changes from one order of ids to another
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfIdHunk:
 * @at: position in the old order
 * @removed: how many go there
 * @from: where in the new order those begin that come in their place
 * @added: how many come
 */
typedef struct
{
  guint at;
  guint removed;
  guint from;
  guint added;
} HfIdHunk;

GArray *hf_id_diff (GArray *before, GArray *after);

G_END_DECLS
