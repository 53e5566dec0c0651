/* history-fixture.h: what happens to a customer, a line a happening, and what is open afterwards
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

/**
 * HistoryLine:
 * @at: when, `2026-11-10T10:00`
 * @what: a word and what belongs to it, see history-fixture.c; several with `; ` between them
 * @open: what is open or paused afterwards: step or kind, day (the plan's own day first where it
 *   was moved), moment and channels, as in `1 11-15>11-16T09:00 home,phone; urgent 11-17T09:00
 *   home paused`. Worked out by hand from the rules, never by the program
 *
 * One line of a worked history.
 */
typedef struct
{
  const char *at;
  const char *what;
  const char *open;
} HistoryLine;

void history_happen (Branch *branch, gint64 customer, const char *at, const char *what);
char *history_dup_open (Branch *branch, gint64 customer);
void history_run (Branch *branch, gint64 customer, const HistoryLine *lines, gsize n_lines);
void history_use_plan (Branch *branch, const char *trigger, const char *plan);

#define history_play(branch, customer, lines) \
  history_run (branch, customer, lines, G_N_ELEMENTS (lines))

G_END_DECLS
