/* hf-tier-median.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-tier-median.h"

#include "hf-db-private.h"
#include "hf-tier.h"

/* A branch with more buyers than this takes the medians on the first of each month: in so many the
 * middle hardly moves from day to day, and everybody would have to be looked at. */
#define DAILY_BUYERS (20000)

typedef struct
{
  HfTierMedians medians;
  gint64 buyers;
  gboolean known;
} Kept;

static gboolean
read_kept (HfDb *db, Kept *kept, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *text = hf_db_dup_text (db, HF_QUERY_META_GET, &local, "s", "tier-medians");
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  *kept = (Kept){ 0 };
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  kept->known = g_strv_length (words) == 3;
  if (kept->known)
    {
      kept->medians.turnover = g_ascii_strtoll (words[0], NULL, 10);
      kept->medians.profit = g_ascii_strtoll (words[1], NULL, 10);
      kept->buyers = g_ascii_strtoll (words[2], NULL, 10);
    }
  return TRUE;
}

static gboolean
calculate (HfDb *db, HfDay today, Kept *kept, GError **error)
{
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) profits = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_TIER_TURNOVERS, error, "l",
                     hf_day_add_months (today, -12)))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      gint64 n = hf_rows_int (&rows, 1);
      gint64 profit = hf_rows_int (&rows, 2);

      g_array_append_val (orders, n);
      g_array_append_val (profits, profit);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  kept->medians.turnover = hf_tier_get_median ((const gint64 *) (void *) orders->data, orders->len);
  kept->medians.profit = hf_tier_get_median ((const gint64 *) (void *) profits->data, profits->len);
  kept->buyers = orders->len;
  return TRUE;
}

static gboolean
save (HfDb *db, const Kept *kept, GError **error)
{
  g_autofree char *text =
      g_strdup_printf ("%lld %lld %lld", (long long) kept->medians.turnover,
                       (long long) kept->medians.profit, (long long) kept->buyers);

  return hf_db_run (db, HF_QUERY_META_SET, error, "ss", "tier-medians", text);
}

/**
 * hf_tier_medians_get:
 *
 * Those of the last daily evaluation; when there was none yet, those of this moment, which an
 * operation keeps: an import asks a million times.
 */
gboolean
hf_tier_medians_get (HfDb *db, HfDay today, HfTierMedians *medians, GError **error)
{
  Kept kept;

  if (!read_kept (db, &kept, error) ||
      (!kept.known &&
       (!calculate (db, today, &kept, error) || (db->operation != 0 && !save (db, &kept, error)))))
    return FALSE;
  *medians = kept.medians;
  return TRUE;
}

/**
 * hf_tier_medians_update:
 * @moved: (out): the middle of the branch is another one
 *
 * Once a day, within a running operation.
 */
gboolean
hf_tier_medians_update (HfDb *db, HfDay today, gboolean *moved, GError **error)
{
  Kept before, now = { 0 };
  int day;

  *moved = FALSE;
  hf_day_to_ymd (today, NULL, NULL, &day);
  if (!read_kept (db, &before, error))
    return FALSE;
  if (before.known && before.buyers > DAILY_BUYERS && day != 1)
    return TRUE;
  if (!calculate (db, today, &now, error))
    return FALSE;
  *moved = !before.known || before.medians.turnover != now.medians.turnover ||
           before.medians.profit != now.medians.profit;
  return save (db, &now, error);
}
