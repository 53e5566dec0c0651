/* hf-greeting-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-greeting-store.h"

#include "hf-lunar.h"

/* So early that cards can be written. */
#define DAYS_AHEAD (7)

/**
 * hf_greeting_run_day:
 *
 * A festival that is 7 days from @day gives each owner a round over their customers (CAL-7). Within
 * a running operation; a round is there once only.
 */
gboolean
hf_greeting_run_day (HfDb *db, HfDay day, GError **error)
{
  HfFestival festival = hf_lunar_get_festival (day + DAYS_AHEAD);
  g_autofree char *occasion = NULL;
  HfLunarDate lunar;

  if (festival == HF_FESTIVAL_NONE || !hf_lunar_from_day (day + DAYS_AHEAD, &lunar))
    return TRUE;
  occasion = g_strdup_printf ("festival:%s:%d", hf_festival_get_nick (festival), lunar.year);
  return hf_db_run (db, HF_QUERY_GREETING_ROUNDS_INSERT, error, "sll", occasion, day,
                    day + DAYS_AHEAD) &&
         (hf_db_get_changes (db) == 0 ||
          hf_db_run (db, HF_QUERY_GREETINGS_INSERT, error, "s", occasion));
}
