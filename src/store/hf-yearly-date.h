/* hf-yearly-date.h: a birth date as it is written down (CAL-3, CAL-9)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"

G_BEGIN_DECLS

/**
 * HfYearlyDate:
 * @lunar: by the Chinese calendar (CAL-3)
 * @year: 0 when not known (CAL-9)
 * @leap: @month is a leap month
 */
typedef struct
{
  gboolean lunar;
  int year;
  int month;
  int day;
  gboolean leap;
} HfYearlyDate;

gboolean hf_yearly_date_parse (const char *text, HfYearlyDate *date, GError **error);
char *hf_yearly_date_format (const HfYearlyDate *date);
gboolean hf_yearly_date_check_past (const HfYearlyDate *date, HfDay today, GError **error);

G_END_DECLS
