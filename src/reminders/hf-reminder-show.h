/* hf-reminder-show.h: follow-ups as notifications
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-notifier.h"
#include "hf-reminder.h"
#include "hf-work.h"

G_BEGIN_DECLS

/* What the buttons are called between the daemon and the notification server. */
#define HF_REMINDER_SNOOZE      "snooze"
#define HF_REMINDER_NOT_REACHED "not-reached"

/* The key of the notification that gathers many. */
#define HF_REMINDER_SUMMARY_KEY "summary"

char *hf_reminder_key (gint64 follow_up);
gint64 hf_reminder_parse_key (const char *key);
HfWorkItem *hf_reminder_load (HfDb *db, gint64 follow_up, GError **error);
void hf_reminder_show (HfDb *db,
                       HfNotifier *notifier,
                       GArray *follow_ups,
                       HfMinute now,
                       GArray *shown,
                       GArray *not_shown,
                       GError **error);
gboolean hf_reminder_show_summary (HfDb *db,
                                   HfNotifier *notifier,
                                   const HfReminderSummary *summary,
                                   GError **error);

G_END_DECLS
