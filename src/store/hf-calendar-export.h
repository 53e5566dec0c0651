/* hf-calendar-export.h: the calendar as a file that other calendars read (iCalendar, RFC 5545)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-calendar-range.h"
#include "hf-operation.h"

G_BEGIN_DECLS

/* Whether the names of customers leave the program: `full`, or `masked`: the surname alone. */
#define HF_CALENDAR_NAMES_SETTING "calendar.names"

/* As far ahead as anything but projections is known. */
#define HF_CALENDAR_EXPORT_DAYS (90)

/**
 * HfCalendarExport:
 * @filter: whose, and of it what
 * @from, @to: days, both included
 * @masked: surnames alone, whatever the setting says
 * @path: where the file is to stand; what stands there is replaced once all is written
 */
typedef struct
{
  const HfCalendarFilter *filter;
  HfDay from;
  HfDay to;
  gboolean masked;
  const char *path;
} HfCalendarExport;

gboolean hf_command_export_calendar (HfDb *db,
                                     const HfActor *actor,
                                     const HfCalendarExport *request,
                                     guint *n_written,
                                     GError **error);

G_END_DECLS
