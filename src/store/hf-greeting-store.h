/* hf-greeting-store.h: rounds of greetings (CAL-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-contact-facts.h"
#include "hf-operation.h"

G_BEGIN_DECLS

/* A greeting that comes a week late is none. */
#define HF_GREETING_LATEST_DAYS (7)

/**
 * HfGreeting:
 * @round: of which it is one
 * @staff_id: whose work it is
 * @title: what it is about; of a festival its occasion
 * @ways: (not nullable): best first
 * @day: of the round
 * @due_on: on which the customer is greeted
 * @window_from, @window_to: from when on and until when that is in time
 *
 * One greeting of a round, to be made.
 */
typedef struct
{
  gint64 round;
  gint64 staff_id;
  const char *title;
  const HfWays *ways;
  HfDay day;
  HfDay due_on;
  HfDay window_from;
  HfDay window_to;
} HfGreeting;

gboolean hf_greeting_make (HfDb *db,
                           const HfContactFacts *contact,
                           const HfGreeting *greeting,
                           int *created,
                           GError **error);
gboolean hf_greeting_run_day (HfDb *db, HfDay day, int *created, GError **error);
char *hf_greeting_dup_occasion_label (const char *occasion);
char *hf_greeting_describe (HfDb *db, gint64 id, const char *title, char **reason, GError **error);

G_END_DECLS
