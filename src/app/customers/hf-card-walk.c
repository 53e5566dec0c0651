/* hf-card-walk.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-walk.h"

#include <glib/gi18n-lib.h>

/**
 * hf_card_walk_start:
 * @ids: (transfer full) (nullable) (element-type gint64): of another list
 */
void
hf_card_walk_start (HfCardWalk *self, GArray *ids)
{
  hf_card_walk_clear (self);
  self->ids = ids;
}

/**
 * hf_card_walk_find:
 * @id: whose card is shown now; one that is not in the list ends the walk
 */
void
hf_card_walk_find (HfCardWalk *self, gint64 id)
{
  if (self->ids == NULL || (self->place > 0 && hf_card_walk_peek (self, 0) == id))
    return;
  self->place = 0;
  for (guint i = 0; self->place == 0 && i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      self->place = i + 1;
  if (self->place == 0)
    hf_card_walk_clear (self);
}

/**
 * hf_card_walk_peek:
 * @by: how many places from the one that is shown
 *
 * Returns: who is there, 0 past the ends
 */
gint64
hf_card_walk_peek (const HfCardWalk *self, int by)
{
  gint64 place = (gint64) self->place + by;

  return self->place > 0 && place >= 1 && place <= self->ids->len
             ? g_array_index (self->ids, gint64, place - 1)
             : 0;
}

guint
hf_card_walk_get_place (const HfCardWalk *self, guint *n)
{
  *n = self->ids != NULL ? self->ids->len : 0;
  return self->place;
}

/**
 * hf_card_walk_format:
 *
 * Returns: (transfer full) (nullable): "1 of 86"
 */
char *
hf_card_walk_format (const HfCardWalk *self)
{
  return self->place > 0 ? g_strdup_printf (_ ("%u of %u"), self->place, self->ids->len) : NULL;
}

void
hf_card_walk_clear (HfCardWalk *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  self->place = 0;
}
