/* hf-engine-run.c: the daily evaluation
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-engine.h"

/* Plans whose schedule may have changed without any fact having changed. */
static gboolean
evaluate_plans (HfDb *db,
                const HfActor *actor,
                HfEngineResult *result,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GArray) ids = hf_db_dup_ids (db, HF_QUERY_ENROLMENT_TO_EVALUATE, error, "l",
                                          hf_minute_get_day (actor->now));

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !hf_engine_evaluate_customer (db, actor, g_array_index (ids, gint64, i), result, error))
        return FALSE;
    }
  return ids != NULL;
}

/**
 * hf_command_run_engine:
 * @result: (out caller-allocates):
 * @cancellable: (nullable):
 *
 * The daily evaluation up to the actor's "now", one operation; what was evaluated on that day
 * already is left alone, since facts that change during the day take effect at once.
 */
gboolean
hf_command_run_engine (HfDb *db,
                       const HfActor *actor,
                       HfEngineResult *result,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;

  *result = (HfEngineResult){ 0 };
  return hf_operation_begin (&operation, db, actor, "engine.run", error) &&
         evaluate_plans (db, actor, result, cancellable, error) &&
         hf_operation_commit (&operation, NULL, error);
}
