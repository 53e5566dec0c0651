/* hf-lunar.h: the Chinese calendar (CAL-3, CAL-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"

G_BEGIN_DECLS

/**
 * HfLunarDate:
 * @year: the Gregorian year in which the lunar year begins
 * @month: 1 to 12
 * @day: 1 to 30
 * @leap: the leap month that follows the ordinary @month
 */
typedef struct
{
  int year;
  int month;
  int day;
  gboolean leap;
} HfLunarDate;

typedef enum
{
  HF_FESTIVAL_NONE,
  HF_FESTIVAL_SPRING,
  HF_FESTIVAL_LANTERN,
  HF_FESTIVAL_DRAGON_BOAT,
  HF_FESTIVAL_MID_AUTUMN,
  HF_FESTIVAL_DOUBLE_NINTH,
  HF_FESTIVAL_NEW_YEARS_EVE,
} HfFestival;

#define HF_N_FESTIVALS (HF_FESTIVAL_NEW_YEARS_EVE + 1)

gboolean hf_lunar_from_day (HfDay day, HfLunarDate *date);
gboolean hf_lunar_to_day (const HfLunarDate *date, HfDay *day);
int hf_lunar_get_leap_month (int year);
int hf_lunar_get_days_in_month (int year, int month, gboolean leap);
gboolean hf_lunar_parse (const char *text, HfLunarDate *date, GError **error);
char *hf_lunar_format (const HfLunarDate *date);
char *hf_lunar_format_chinese (const HfLunarDate *date);
char *hf_lunar_format_cell (const HfLunarDate *date);
HfFestival hf_lunar_get_festival (HfDay day);
gboolean hf_lunar_get_festival_day (HfFestival festival, int lunar_year, HfDay *day);
const char *hf_festival_get_nick (HfFestival festival);
const char *hf_festival_get_label (HfFestival festival);
int hf_solar_term_on_day (HfDay day);
HfDay hf_solar_term_get_day (int year, int term);
const char *hf_solar_term_get_label (int term);

G_END_DECLS
