/* hf-reminder.h: deliveries of reminders, claimed before they are raised
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/* More than these are a backlog, which is claimed and counted by SQL alone. */
#define HF_REMINDER_MOST_ROWS (2000)

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

/**
 * HfReminderClaim:
 * @process: has claimed deliveries that it has not shown yet
 * @oldest_ms: since when, UTC milliseconds
 */
typedef struct
{
  char *process;
  gint64 oldest_ms;
} HfReminderClaim;

/**
 * HfReminderSummary:
 * @n_pressing: of the kinds up to `urgent`
 * @n_late: those of an earlier day
 * @n_customers: how many customers they concern
 * @names: the first few of these, the most pressing first
 *
 * What a summary says.
 */
typedef struct
{
  guint n_follow_ups;
  guint n_pressing;
  guint n_late;
  guint n_customers;
  char **names;
} HfReminderSummary;

void hf_reminder_summary_clear (HfReminderSummary *summary);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfReminderSummary, hf_reminder_summary_clear)

GArray *hf_reminder_dup_rows (HfDb *db, HfMinute now, GError **error);

gboolean hf_reminder_claim (HfDb *db,
                            const HfActor *actor,
                            GArray *follow_ups,
                            const char *process,
                            GArray **claimed,
                            GError **error);
gboolean hf_reminder_set_shown (HfDb *db, const HfActor *actor, GArray *follow_ups, GError **error);
gboolean hf_reminder_give_back (HfDb *db, GArray *follow_ups, GError **error);
gboolean hf_reminder_is_backlog (HfDb *db, HfMinute now, gboolean *is_backlog, GError **error);
gboolean
hf_reminder_claim_backlog (HfDb *db, const HfActor *actor, const char *process, GError **error);
gboolean hf_reminder_read_summary (HfDb *db,
                                   const char *process,
                                   const char *singles,
                                   HfDay today,
                                   HfReminderSummary *summary,
                                   GError **error);
gboolean
hf_reminder_set_all_shown (HfDb *db, const HfActor *actor, const char *process, GError **error);
gboolean hf_reminder_give_all_back (HfDb *db, const char *process, gint64 until_ms, GError **error);
gboolean hf_reminder_set_summary_closed (
    HfDb *db, const char *process, const char *singles, const char *answer, GError **error);
GArray *hf_reminder_dup_claims (HfDb *db, GError **error);
gboolean hf_reminder_withdraw (HfDb *db, GArray *follow_ups, GError **error);
gboolean hf_reminder_set_closed (HfDb *db, gint64 follow_up, const char *answer, GError **error);
gboolean hf_reminder_close_others (HfDb *db, const char *process, GError **error);

G_END_DECLS
