/* hf-reminder-text.h: the words of a reminder
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"
#include "hf-domain.h"
#include "hf-reminder.h"

G_BEGIN_DECLS

/**
 * HfReminder:
 * @customer: the customer's name
 * @kind: of the follow-up
 * @channel: the one preferred
 * @purpose: (nullable): what a plan step is for, a few words; not said for kinds whose
 *   purpose is the customer's own words or health
 * @due: when it is to be done
 *
 * What may be said about one follow-up. There is no place for a number, an address or a
 * note, so that none can slip into a notification (UI.md).
 */
typedef struct
{
  const char *customer;
  HfKind kind;
  HfChannel channel;
  const char *purpose;
  HfMinute due;
} HfReminder;

/**
 * HfReminderText:
 *
 * One line and a few more, plain text.
 */
typedef struct
{
  char *title;
  char *body;
} HfReminderText;

void hf_reminder_text_free (HfReminderText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfReminderText, hf_reminder_text_free)

char *hf_reminder_format_due (HfMinute due, HfMinute now);
HfReminderText *
hf_reminder_text_new (const HfReminder *reminder, HfMinute now, gboolean is_private);
HfReminderText *hf_reminder_text_new_summary (const HfReminderSummary *summary,
                                              gboolean is_private);

G_END_DECLS
