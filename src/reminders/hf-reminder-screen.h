/* hf-reminder-screen.h: what is claimed, shown and taken back
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-notifier.h"
#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfReminderScreen:
 * @db: borrowed
 * @notifier: owned
 * @process: names this process in its claims
 * @singles: (element-type gint64): follow-ups with a notification of their own on the screen
 * @has_summary: whether the others that are shown are gathered in a summary
 * @failed: (element-type gint64 HfMinute): could not be shown, and when
 * @backlog_failed_at: when the summary of more than anybody lists could not be shown,
 *   %HF_MINUTE_NONE
 *
 * The screen as this process knows it. Of one thread, like the notifier.
 */
typedef struct
{
  HfDb *db;
  HfNotifier *notifier;
  char *process;
  GHashTable *singles;
  gboolean has_summary;
  GHashTable *failed;
  HfMinute backlog_failed_at;
} HfReminderScreen;

void hf_reminder_screen_init (HfReminderScreen *screen, HfDb *db, HfNotifier *notifier);
void hf_reminder_screen_clear (HfReminderScreen *screen);
gboolean hf_reminder_screen_show_each (HfReminderScreen *screen,
                                       const HfActor *actor,
                                       GArray *ids,
                                       GError **error);
gboolean hf_reminder_screen_gather (HfReminderScreen *screen,
                                    const HfActor *actor,
                                    GArray *ids,
                                    GError **error);
gboolean hf_reminder_screen_withdraw (HfReminderScreen *screen, GArray *ids, GError **error);
gboolean hf_reminder_screen_close (HfReminderScreen *screen,
                                   const char *key,
                                   const char *answer,
                                   GError **error);
gboolean hf_reminder_screen_withdraw_gone (HfReminderScreen *screen, GError **error);

G_END_DECLS
