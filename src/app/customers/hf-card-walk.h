/* hf-card-walk.h: the list from which a card was opened
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfCardWalk:
 * @ids: (nullable) (element-type gint64): as the list stood when the card was opened
 * @place: which of them is shown, from 1; 0 for none
 *
 * Leads from card to card.
 */
typedef struct
{
  GArray *ids;
  guint place;
} HfCardWalk;

void hf_card_walk_start (HfCardWalk *self, GArray *ids);
void hf_card_walk_find (HfCardWalk *self, gint64 id);
gint64 hf_card_walk_peek (const HfCardWalk *self, int by);
guint hf_card_walk_get_place (const HfCardWalk *self, guint *n);
char *hf_card_walk_format (const HfCardWalk *self);
void hf_card_walk_clear (HfCardWalk *self);

G_END_DECLS
