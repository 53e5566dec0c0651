/* hf-when.h: times as people say them
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"

G_BEGIN_DECLS

char *hf_when_format_clock (HfMinute moment);
char *hf_when_format_day (HfDay day, HfDay today);
char *hf_when_format_day_or_month (HfDay day, HfDay today);
char *hf_when_format_date (HfDay day, HfDay today);
char *hf_when_format_moment (HfMinute moment, HfMinute now);
char *hf_when_format_exact (HfMinute moment);
char *hf_when_format_heading (HfDay day);
char *hf_when_format_late (HfMinute due, HfMinute now);
char *hf_when_format_minutes (int minutes);
char *hf_when_format_left (HfMinute minutes);
char *hf_when_format_length (HfMinute minutes);

G_END_DECLS
