/* hf-check.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-check.h"

#include <glib/gi18n-lib.h>

#include "hf-plans.h"

/* Each counts rows that contradict what the schema's triggers and the engine promise. */
static const struct
{
  HfQuery query;
  const char *trouble;
} counts[] = {
  { HF_QUERY_CHECK_NEXT_DUE, N_ ("cards whose next follow-up is noted wrongly") },
  { HF_QUERY_CHECK_LAST_CONTACT, N_ ("cards whose last contact is noted wrongly") },
  { HF_QUERY_CHECK_COUNTERS, N_ ("months whose visits are counted wrongly") },
  { HF_QUERY_CHECK_DAY_COUNTS, N_ ("days of the calendar that are counted wrongly") },
  { HF_QUERY_CHECK_DAY_COUNTS_OF, N_ ("days of the calendar that are counted wrongly") },
  { HF_QUERY_CHECK_OPEN_BARRED, N_ ("follow-ups open for customers who want no contact") },
  { HF_QUERY_CHECK_OPEN_ENDED, N_ ("follow-ups open for a care plan that has ended") },
  { HF_QUERY_CHECK_OPEN_STEPS, N_ ("care plans with more than one step open") },
  { HF_QUERY_CHECK_PURCHASE_LINES, N_ ("purchases that say nothing of what was bought") },
  { HF_QUERY_CHECK_SEARCH, N_ ("cards that search knows wrongly") },
  { HF_QUERY_CHECK_NAME_SORT, N_ ("cards whose place in lists is noted wrongly") },
};

static gboolean
add_rows (GStrvBuilder *troubles, HfDb *db, HfQuery query, const char *good, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, query, error, ""))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      if (g_strcmp0 (hf_rows_text (&rows, 0), good) != 0)
        g_strv_builder_add (troubles, hf_rows_text (&rows, 0));
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
add_counts (GStrvBuilder *troubles, HfDb *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      gint64 n = 0;
      g_autofree char *text = NULL;

      if (!hf_db_get_int (db, counts[i].query, &n, error, ""))
        return FALSE;
      if (n == 0)
        continue;
      text = g_strdup_printf ("%" G_GINT64_FORMAT " %s", n, _ (counts[i].trouble));
      g_strv_builder_add (troubles, text);
    }
  return TRUE;
}

/* PLAN-9: the others work all the same, but somebody must mend it. */
static gboolean
add_plans (GStrvBuilder *troubles, HfDb *db, GError **error)
{
  g_autoptr (GArray) ids = hf_plans_dup_ids (db, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      HfPlan *plan;
      g_autofree char *why = NULL;

      if (!hf_plans_look_up (db, g_array_index (ids, gint64, i), &plan, &why, error))
        return FALSE;
      if (why != NULL)
        g_strv_builder_add (troubles, why);
    }
  return ids != NULL;
}

/**
 * hf_check_run:
 *
 * Integrity, foreign keys, counters and what the engine promises. Reads the whole file: not for the
 * main thread.
 *
 * Returns: (transfer full): what is wrong, empty when all is well; %NULL with an error when it
 * could not be checked
 */
GStrv
hf_check_run (HfDb *db, GError **error)
{
  g_autoptr (GStrvBuilder) troubles = g_strv_builder_new ();

  if (!add_rows (troubles, db, HF_QUERY_SCHEMA_INTEGRITY, "ok", error) ||
      !add_rows (troubles, db, HF_QUERY_SCHEMA_BROKEN_KEYS, NULL, error) ||
      !add_counts (troubles, db, error) || !add_plans (troubles, db, error))
    return NULL;
  return g_strv_builder_end (troubles);
}
