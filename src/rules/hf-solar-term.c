/* hf-solar-term.c: the 24 solar terms (CAL-3)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-lunar-table.h"
#include "hf-lunar.h"

static const char *const labels[] = {
  N_ ("Minor Cold"),        N_ ("Major Cold"),     N_ ("Start of Spring"),  N_ ("Rain Water"),
  N_ ("Awakening Insects"), N_ ("Spring Equinox"), N_ ("Clear and Bright"), N_ ("Grain Rain"),
  N_ ("Start of Summer"),   N_ ("Grain Buds"),     N_ ("Grain in Ear"),     N_ ("Summer Solstice"),
  N_ ("Minor Heat"),        N_ ("Major Heat"),     N_ ("Start of Autumn"),  N_ ("End of Heat"),
  N_ ("White Dew"),         N_ ("Autumn Equinox"), N_ ("Cold Dew"),         N_ ("Frost’s Descent"),
  N_ ("Start of Winter"),   N_ ("Minor Snow"),     N_ ("Major Snow"),       N_ ("Winter Solstice"),
};

#define N_TERMS ((int) G_N_ELEMENTS (labels))

/**
 * hf_solar_term_get_day:
 * @year: 1900 to 2100
 * @term: 0 for Minor Cold (小寒) in January to 23 for Winter Solstice (冬至)
 *
 * Returns: the day, or %HF_DAY_NONE when the year is not known
 */
HfDay
hf_solar_term_get_day (int year, int term)
{
  guint64 entry;

  g_return_val_if_fail (term >= 0 && term < N_TERMS, HF_DAY_NONE);

  if (year < HF_SOLAR_TERM_FIRST_YEAR || year > HF_LUNAR_LAST_YEAR)
    return HF_DAY_NONE;
  entry = hf_solar_term_years[year - HF_SOLAR_TERM_FIRST_YEAR];
  return hf_day_from_ymd (year, term / 2 + 1, hf_solar_term_bases[term]) +
         (HfDay) ((entry >> (2 * term)) & 3u);
}

/**
 * hf_solar_term_on_day:
 *
 * Returns: 0 to 23, or -1 when no term begins on @day
 */
int
hf_solar_term_on_day (HfDay day)
{
  int year, month;

  hf_day_to_ymd (day, &year, &month, NULL);
  for (int term = (month - 1) * 2; term < month * 2; term++)
    {
      if (hf_solar_term_get_day (year, term) == day)
        return term;
    }
  return -1;
}

/**
 * hf_solar_term_get_label:
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
hf_solar_term_get_label (int term)
{
  g_return_val_if_fail (term >= 0 && term < N_TERMS, NULL);

  return _ (labels[term]);
}
