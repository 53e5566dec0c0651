/* hf-reschedule.h: work given another day (CAL-2, SCHED-8)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfMoveDay:
 * @refused: (nullable): why it cannot be that day, a sentence; %NULL when it can
 * @asks_reason: later than a care plan allows: it needs one (SCHED-8)
 * @minutes: how much would come to that day's load
 *
 * What would be of a day to which some work was moved.
 */
typedef struct
{
  HfDay day;
  char *refused;
  gboolean asks_reason;
  int minutes;
} HfMoveDay;

gboolean hf_command_reschedule (
    HfDb *db, const HfActor *actor, gint64 id, HfDay to, const char *reason, GError **error);
gboolean hf_command_reschedule_many (HfDb *db,
                                     const HfActor *actor,
                                     const gint64 *ids,
                                     gsize n_ids,
                                     HfDay to,
                                     const char *reason,
                                     GError **error);
GArray *hf_reschedule_preview (HfDb *db,
                               const HfActor *actor,
                               const gint64 *ids,
                               gsize n_ids,
                               HfDay from,
                               HfDay to,
                               GError **error);

G_END_DECLS
