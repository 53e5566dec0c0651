/* hf-clock-source.h: wakes a main loop at a moment of the real-time clock
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfClockEvent:
 * @HF_CLOCK_FIRED: the moment has come; the source is disarmed
 * @HF_CLOCK_CHANGED: somebody set the clock, or the PC slept; the source stays armed
 */
typedef enum
{
  HF_CLOCK_FIRED,
  HF_CLOCK_CHANGED,
} HfClockEvent;

typedef gboolean (*HfClockSourceFunc) (HfClockEvent event, gpointer user_data);

GSource *hf_clock_source_new (void);
void hf_clock_source_arm (GSource *source, gint64 utc_us);
void hf_clock_source_disarm (GSource *source);

G_END_DECLS
