/* hf-stage-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-stage-store.h"

#include "hf-stage.h"

/**
 * hf_stage_refresh:
 *
 * Brings the stage on the card up to date, within a running operation.
 */
gboolean
hf_stage_refresh (HfDb *db, gint64 customer, HfDay today, GError **error)
{
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (HfChild));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  HfStage stage;

  if (!hf_rows_open (&rows, db, HF_QUERY_STAGE_CHILDREN, error, "l", customer))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfChild child = { hf_rows_int (&rows, 0), hf_rows_int (&rows, 1) != 0 };

      g_array_append_val (children, child);
    }
  hf_rows_close (&rows);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  stage = hf_stage_for_children ((const HfChild *) (void *) children->data, children->len, today);
  return hf_db_run (db, HF_QUERY_STAGE_SET, error, "ld", customer,
                    stage == HF_STAGE_NONE ? HF_DAY_NONE : (gint64) stage);
}

/**
 * hf_stage_run_day:
 *
 * The stages that change on @day by themselves: found by the days of birth, a few days around each
 * since months differ in length.
 */
gboolean
hf_stage_run_day (HfDb *db, HfDay day, GError **error)
{
  static const int months[] = { 0, 1, 5, 9, 18 };
  const int slack = 3;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      HfDay around = hf_day_add_months (day, -months[i]);
      g_autoptr (GArray) ids = hf_db_dup_ids (db, HF_QUERY_STAGE_CANDIDATES, error, "ll",
                                              around - slack, around + slack);

      for (guint j = 0; ids != NULL && j < ids->len; j++)
        {
          if (!hf_stage_refresh (db, g_array_index (ids, gint64, j), day, error))
            return FALSE;
        }
      if (ids == NULL)
        return FALSE;
    }
  return TRUE;
}
