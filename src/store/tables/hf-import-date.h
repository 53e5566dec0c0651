/* hf-import-date.h: reads dates as people in China write them (PUR-4, CAL-3)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "hf-civil.h"

G_BEGIN_DECLS

/**
 * HfImportDate:
 * @lunar: whether it is a date of the Chinese calendar
 * @leap: whether @month is the leap month; lunar dates only
 * @year: 1900 to 2100, or 0 where none was written (CAL-9)
 * @month: 1 to 12
 * @day: 1 to 31; lunar 1 to 30
 *
 * A birthday or another special date. Whether a lunar year has such a leap month
 * or a day 30 is for the lunar calendar to say.
 */
typedef struct
{
  gboolean lunar;
  gboolean leap;
  int year;
  int month;
  int day;
} HfImportDate;

gboolean hf_import_parse_day (const char *text, HfDay *day, GError **error);
gboolean hf_import_parse_special_date (const char *text,
                                       gboolean lunar_column,
                                       HfImportDate *date,
                                       GError **error);

G_END_DECLS
