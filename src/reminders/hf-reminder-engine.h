/* hf-reminder-engine.h: shows what has come due, once
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-delivery-plan.h"
#include "hf-notifier.h"

G_BEGIN_DECLS

#define HF_TYPE_REMINDER_ENGINE (hf_reminder_engine_get_type ())
G_DECLARE_FINAL_TYPE (HfReminderEngine, hf_reminder_engine, HF, REMINDER_ENGINE, GObject)

HfReminderEngine *hf_reminder_engine_new (HfDb *db,
                                          HfNotifier *notifier,
                                          gint64 clock_offset_ms,
                                          const HfDeliveryRules *rules);
void hf_reminder_engine_start (HfReminderEngine *self);
gboolean hf_reminder_engine_look (HfReminderEngine *self, GError **error);
HfMinute hf_reminder_engine_get_next_wake (HfReminderEngine *self);

G_END_DECLS
