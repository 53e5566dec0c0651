/* hf-duplicate.h: cards that may be one person (CARD-12)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfDuplicate:
 * @id: of the pair
 * @customer, @other: the older card and the newer one
 * @why: `phone`, `name-birth` or `name-address`
 *
 * Two cards that are offered for merging.
 */
typedef struct
{
  gint64 id;
  gint64 customer;
  gint64 other;
  char *why;
} HfDuplicate;

void hf_duplicate_free (HfDuplicate *duplicate);
const char *hf_duplicate_get_reason (const char *why);

gboolean hf_duplicate_note (HfDb *db, gint64 customer, GError **error);
GArray *hf_duplicate_dup_twins (HfDb *db, gint64 id, GError **error);
GPtrArray *
hf_duplicate_dup_list (HfDb *db, const HfActor *actor, gint64 customer, int limit, GError **error);
gint64 hf_duplicate_count (HfDb *db, const HfActor *actor, GError **error);

gboolean hf_command_find_duplicates (
    HfDb *db, const HfActor *actor, gint64 *found, GCancellable *cancellable, GError **error);
gboolean hf_command_mark_different (
    HfDb *db, const HfActor *actor, gint64 customer, gint64 other, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfDuplicate, hf_duplicate_free)

G_END_DECLS
