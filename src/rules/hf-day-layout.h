/* hf-day-layout.h: where the blocks of a day stand, side by side where they overlap (CAL-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfDayBlock:
 * @start: minute of the day
 * @minutes: how long; less than the shortest block is shown as that
 * @from, @to: (out): from which minute to which it is drawn, within the hours shown
 * @column: (out): from 0, of @n_columns that share the width
 * @n_columns: (out): the same for all that overlap, directly or through others
 */
typedef struct
{
  int start;
  int minutes;
  int from;
  int to;
  guint column;
  guint n_columns;
} HfDayBlock;

void hf_day_layout (HfDayBlock *blocks, gsize n_blocks, int opens, int closes, int shortest);

G_END_DECLS
