/* hf-stage-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-stage-store.h"

#include "hf-enrolment-store.h"
#include "hf-stage.h"

/* Afterwards hf_db_get_changes() says whether it is another one than before. */
static gboolean
write_stage (HfDb *db, gint64 customer, HfDay today, HfStage *stage, GError **error)
{
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (HfChild));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

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
  *stage = hf_stage_for_children ((const HfChild *) (void *) children->data, children->len, today);
  return hf_db_run (db, HF_QUERY_STAGE_SET, error, "ld", customer,
                    *stage == HF_STAGE_NONE ? HF_DAY_NONE : (gint64) *stage);
}

/**
 * hf_stage_refresh:
 *
 * Brings the stage on the card up to date, within a running operation.
 */
gboolean
hf_stage_refresh (HfDb *db, gint64 customer, HfDay today, GError **error)
{
  HfStage stage;

  return write_stage (db, customer, today, &stage, error);
}

/**
 * hf_stage_follow:
 *
 * As hf_stage_refresh(); a plan for stages begins with one that is new (PLAN-10).
 */
gboolean
hf_stage_follow (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  HfStage stage;

  if (!write_stage (db, customer, hf_minute_get_day (actor->now), &stage, error))
    return FALSE;
  return hf_db_get_changes (db) == 0 ||
         hf_enrolment_follow_stage (db, actor, customer,
                                    stage == HF_STAGE_NONE ? "" : hf_stage_get_nick (stage), error);
}

/**
 * hf_stage_run_day:
 *
 * The stages that change on the actor's day by themselves: found by the days of birth, a few days
 * around each since months differ in length.
 */
gboolean
hf_stage_run_day (HfDb *db, const HfActor *actor, GError **error)
{
  static const int months[] = { 0, 1, 5, 9, 18 };
  const int slack = 3;
  HfDay day = hf_minute_get_day (actor->now);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      HfDay around = hf_day_add_months (day, -months[i]);
      g_autoptr (GArray) ids = hf_db_dup_ids (db, HF_QUERY_STAGE_CANDIDATES, error, "ll",
                                              around - slack, around + slack);

      for (guint j = 0; ids != NULL && j < ids->len; j++)
        {
          if (!hf_stage_follow (db, actor, g_array_index (ids, gint64, j), error))
            return FALSE;
        }
      if (ids == NULL)
        return FALSE;
    }
  return TRUE;
}
