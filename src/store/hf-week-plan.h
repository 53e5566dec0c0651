/* hf-week-plan.h: what an agent means to reach with each customer of a week, and what came of it
 * (CAL-10)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/* Who was meant to be contacted, whatever for, has no intent. */
#define HF_INTENT_NONE (-1)

/**
 * HfWeekLine:
 * @tier: (nullable): of the customer
 * @intent: an #HfIntent, or %HF_INTENT_NONE
 * @result: in the agent's words, may be empty
 * @due_on: when something is due first; %HF_DAY_NONE when nothing is
 * @tries: contacts and tries in the week
 *
 * One customer of a week.
 */
typedef struct
{
  gint64 customer_id;
  char *customer;
  char *tier;
  int intent;
  char *result;
  HfDay due_on;
  int tries;
  HfWeekOutcome outcome;
} HfWeekLine;

/**
 * HfWeekSum:
 * @staff: their name
 * @counts: customers by what was meant, the last one for no intent, and by what came of it
 *
 * Plan against outcome of one person's week.
 */
typedef struct
{
  gint64 staff_id;
  char *staff;
  int counts[HF_N_INTENTS + 1][HF_N_WEEK_OUTCOMES];
} HfWeekSum;

HfDay hf_week_get_monday (HfDay day);
GPtrArray *
hf_week_dup_lines (HfDb *db, const HfActor *actor, gint64 staff, HfDay monday, GError **error);
GPtrArray *hf_week_dup_sums (HfDb *db,
                             const HfActor *actor,
                             gint64 staff,
                             HfDay monday,
                             GCancellable *cancellable,
                             GError **error);
void hf_week_line_free (HfWeekLine *line);
void hf_week_sum_free (HfWeekSum *sum);
int hf_week_sum_count (const HfWeekSum *sum, int intent, int outcome);

gboolean hf_command_set_intents (HfDb *db,
                                 const HfActor *actor,
                                 const GArray *customers,
                                 HfDay monday,
                                 int intent,
                                 GError **error);
gboolean hf_command_set_week_result (HfDb *db,
                                     const HfActor *actor,
                                     gint64 customer,
                                     HfDay monday,
                                     const char *text,
                                     GError **error);

G_END_DECLS
