/* hf-merge-fields.h: what two cards say of one person, side by side (CARD-12)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfMergeField:
 * @nick: its name for scripts: `address`
 * @label: what people call it, to be translated
 * @columns: what goes along with it; the first one says whether there is anything
 *
 * Something that one of the two cards has to give.
 */
typedef struct
{
  const char *nick;
  const char *label;
  const char *columns[4];
} HfMergeField;

guint hf_merge_get_n_fields (void);
const HfMergeField *hf_merge_get_field (guint index);
gboolean hf_merge_check_fields (const char *const *nicks, GError **error);
gboolean
hf_merge_take_fields (HfDb *db, gint64 kept, gint64 gone, const char *const *take, GError **error);

/**
 * HfMergeLine:
 * @field: which
 * @kept, @gone: what the two cards say, "" for nothing; numbers masked (PHONE-4)
 */
typedef struct
{
  const HfMergeField *field;
  char *kept;
  char *gone;
} HfMergeLine;

/**
 * HfMergeCard:
 * @phones: masked, one a line
 * @visits, @purchases, @open, @complaints: how much is on the card
 */
typedef struct
{
  gint64 id;
  char *name;
  char *phones;
  int visits;
  int purchases;
  int open;
  int complaints;
  HfDay created;
} HfMergeCard;

/**
 * HfMergeView:
 * @lines: (element-type HfMergeLine): what either of them says
 *
 * Two cards side by side. Nothing of their health.
 */
typedef struct
{
  HfMergeCard cards[2];
  GPtrArray *lines;
} HfMergeView;

HfMergeView *hf_merge_view_load (HfDb *db, gint64 kept, gint64 gone, GError **error);
void hf_merge_view_free (HfMergeView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfMergeView, hf_merge_view_free)

G_END_DECLS
