/* hf-special-date.h: birthdays and other days that come every year (CARD-4, CAL-3, CAL-9)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-lunar.h"

G_BEGIN_DECLS

/* Which month a person born in a leap month keeps when the year has both (CAL-9).
 * In a year without that leap month it is always the ordinary one. */
typedef enum
{
  HF_LEAP_KEEP_LEAP,
  HF_LEAP_KEEP_ORDINARY,
  HF_LEAP_KEEP_BOTH,
} HfLeapRule;

/**
 * HfSpecialDate:
 * @is_lunar: a date of the Chinese calendar
 * @year: the year in which it began, 0 when that is not known (CAL-9)
 * @month: 1 to 12
 * @day: 1 to 31, lunar 1 to 30
 * @leap: lunar: in the leap month
 * @leap_rule: with @leap
 */
typedef struct
{
  gboolean is_lunar;
  int year;
  int month;
  int day;
  gboolean leap;
  HfLeapRule leap_rule;
} HfSpecialDate;

#define HF_SPECIAL_DATE_MAX_DAYS (2)

guint hf_special_date_get_days (const HfSpecialDate *date,
                                int year,
                                HfDay days[HF_SPECIAL_DATE_MAX_DAYS]);
HfDay hf_special_date_get_next (const HfSpecialDate *date, HfDay from);
gboolean hf_special_date_parse (const char *text, HfSpecialDate *date, GError **error);
char *hf_special_date_format (const HfSpecialDate *date);

G_END_DECLS
