/* hf-spread.h: a week that is too full made less so: proposed, then done (CAL-1, DASH-6)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

#define HF_SPREAD_DAYS (7)

/**
 * HfSpreadMove:
 * @id: of the follow-up
 * @channel: the preferred one
 * @minutes: what it takes
 */
typedef struct
{
  gint64 id;
  char *customer;
  HfChannel channel;
  int minutes;
  HfDay from;
  HfDay to;
} HfSpreadMove;

/**
 * HfSpread:
 * @staff: their name
 * @loads: minutes of each day as it is, @after as it would be
 * @capacities: minutes that can be worked on each; 0 on days off
 * @moves: (element-type HfSpreadMove): what would be moved, may be empty
 *
 * One person's week.
 */
typedef struct
{
  gint64 staff_id;
  char *staff;
  HfDay from;
  int loads[HF_SPREAD_DAYS];
  int after[HF_SPREAD_DAYS];
  int capacities[HF_SPREAD_DAYS];
  GPtrArray *moves;
} HfSpread;

/**
 * HfSpreadChoice:
 *
 * A move that somebody agreed to.
 */
typedef struct
{
  gint64 id;
  HfDay to;
} HfSpreadChoice;

GPtrArray *hf_spreads_propose (HfDb *db,
                               const HfActor *actor,
                               gint64 staff,
                               HfDay from,
                               GCancellable *cancellable,
                               GError **error);
void hf_spread_free (HfSpread *spread);
gboolean hf_command_spread (HfDb *db, const HfActor *actor, const GArray *choices, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfSpread, hf_spread_free)

G_END_DECLS
