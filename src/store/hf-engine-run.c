/* hf-engine-run.c: the daily evaluation
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-engine.h"

#include "hf-deadline-reminder.h"
#include "hf-follow-up.h"
#include "hf-greeting-store.h"
#include "hf-recovery.h"
#include "hf-special-store.h"
#include "hf-stage-store.h"
#include "hf-tier-store.h"
#include "hf-texts.h"

/* After a longer time off the days before are not lived through one by one. */
#define MOST_DAYS (400)

/* Where the file keeps up to which day it was evaluated. */
#define EVALUATED_TO "evaluated-to"

/* So many customers' follow-ups are written in one go. */
#define BATCH (500)

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
          !hf_engine_evaluate_customer (db, actor, g_array_index (ids, gint64, i), result, error) ||
          (i % BATCH == BATCH - 1 && !hf_follow_up_insert_gathered (db, &result->created, error)))
        return FALSE;
    }
  return ids != NULL && hf_follow_up_insert_gathered (db, &result->created, error);
}

static gboolean
read_last_day (HfDb *db, HfDay today, HfDay *last, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *text = hf_db_dup_text (db, HF_QUERY_META_GET, &local, "s", EVALUATED_TO);

  *last = text != NULL ? g_ascii_strtoll (text, NULL, 10) : HF_DAY_NONE;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
save_last_day (HfDb *db, HfDay day, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%lld", (long long) day);

  return hf_db_run (db, HF_QUERY_META_SET, error, "ss", EVALUATED_TO, text);
}

/* As if the program had run at the beginning of that day (SCHED-6, SCHED-7). */
static gboolean
run_day (HfDb *db, const HfActor *actor, HfDay day, HfEngineResult *result, GError **error)
{
  HfActor then = *actor;

  then.now = MIN (hf_minute_new (day, 0), actor->now);
  then.now_ms -= (actor->now - then.now) * 60000;
  return hf_stage_run_day (db, &then, error) && hf_tier_run_day (db, &then, error) &&
         hf_greeting_run_day (db, day, &result->created, error) &&
         hf_db_run (db, HF_QUERY_INVITATIONS_EXPIRE, error, "l", day) &&
         hf_recovery_run_day (db, &then, &result->created, error);
}

/* Where nothing was evaluated yet: the branch lives since its first operation, and what came due
 * since then is made up for as after any time off (SCHED-6). */
static gboolean
read_first_day (HfDb *db, HfDay today, HfDay *first, GError **error)
{
  gint64 day = 0;

  if (!hf_db_get_int (db, HF_QUERY_OPERATION_FIRST_DAY, &day, error, ""))
    return FALSE;
  *first = day > 0 ? MIN (day, today) : today;
  return TRUE;
}

static gboolean
run_days (HfDb *db,
          const HfActor *actor,
          HfEngineResult *result,
          GCancellable *cancellable,
          GError **error)
{
  HfDay today = hf_minute_get_day (actor->now);
  HfDay last, first;

  if (!read_last_day (db, today, &last, error) || !read_first_day (db, today, &first, error))
    return FALSE;
  if (last >= today)
    return TRUE;
  first = MAX (last == HF_DAY_NONE ? first : last + 1, today - MOST_DAYS);
  for (HfDay day = first; day <= today; day++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !run_day (db, actor, day, result, error))
        return FALSE;
    }
  /* The first time, also what lies within the horizon. */
  return hf_special_run_days (db, actor, last == HF_DAY_NONE ? first - 7 : first, today,
                              &result->created, error) &&
         save_last_day (db, today, error);
}

/**
 * hf_command_run_engine:
 * @result: (out caller-allocates):
 * @cancellable: (nullable):
 *
 * The daily evaluation up to the actor's "now", one operation. What was evaluated on that day
 * already is left alone, since facts that change during the day take effect at once; days on which
 * the program did not run are made up for one by one (SCHED-6).
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
         hf_texts_install_shipped (db, error) && run_days (db, actor, result, cancellable, error) &&
         evaluate_plans (db, actor, result, cancellable, error) &&
         hf_deadlines_run (db, actor, &result->escalated, error) &&
         hf_operation_commit (&operation, NULL, error);
}
