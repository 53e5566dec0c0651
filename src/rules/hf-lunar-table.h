/* hf-lunar-table.h: the data behind hf-lunar.c (private to src/rules)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_LUNAR_FIRST_YEAR      (1899)
#define HF_LUNAR_LAST_YEAR       (2100)
#define HF_SOLAR_TERM_FIRST_YEAR (1900)

/* One integer a lunar year. Bits 0 to 12: the first, second … month of the year,
 * leap month included, has 30 days, else 29. Bits 13 to 16: the month after which
 * a leap month of the same number comes, 0 for none. Bits 17 and up: days from
 * 1 January to the first day of the lunar year. */
extern const guint32 hf_lunar_years[HF_LUNAR_LAST_YEAR - HF_LUNAR_FIRST_YEAR + 1];

/* Solar terms come two a Gregorian month, from the one in early January. Each falls
 * on its base day of the month or up to three days later: two bits a term. */
extern const guint8 hf_solar_term_bases[24];
extern const guint64 hf_solar_term_years[HF_LUNAR_LAST_YEAR - HF_SOLAR_TERM_FIRST_YEAR + 1];

G_END_DECLS
