/* hf-reminder.h: deliveries of reminders, claimed before they are raised
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfReminderRow:
 * @follow_up: what it reminds of
 * @remind_at: when it is to ring as things stand now, %HF_MINUTE_NONE when nothing is to be done
 * any more
 * @delivered_for: the moment that the last delivery was for, %HF_MINUTE_NONE when there was none
 * @delivered: whether that delivery was shown; otherwise it was only claimed
 * @claimed_by: (nullable): by which process
 * @claimed_ms: when, UTC milliseconds
 */
typedef struct
{
  gint64 follow_up;
  HfKind kind;
  HfMinute remind_at;
  HfMinute delivered_for;
  gboolean delivered;
  char *claimed_by;
  gint64 claimed_ms;
} HfReminderRow;

GArray *hf_reminder_dup_rows (HfDb *db, HfMinute now, GError **error);

gboolean hf_reminder_claim (HfDb *db,
                            const HfActor *actor,
                            GArray *follow_ups,
                            const char *process,
                            GArray **claimed,
                            GError **error);
gboolean hf_reminder_set_shown (HfDb *db, const HfActor *actor, GArray *follow_ups, GError **error);
gboolean hf_reminder_give_back (HfDb *db, GArray *follow_ups, GError **error);
gboolean hf_reminder_set_closed (HfDb *db, gint64 follow_up, const char *answer, GError **error);
gboolean hf_reminder_close_others (HfDb *db, const char *process, GError **error);

G_END_DECLS
