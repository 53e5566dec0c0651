/* hf-case-follow-up.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-follow-up.h"

#include <glib/gi18n-lib.h>

#include "hf-follow-up.h"

static const struct
{
  const char *cause;
  const char *title;
  const char *reason;
} causes[] = {
  { "return-listen", N_ ("Listen why the customer wants to return it"),
    N_ ("The customer wants to return goods; the customer decides") },
  { "return-explain", N_ ("Explain honestly what is known"),
    N_ ("The customer wants to return goods; the customer decides") },
  { "return-expert", N_ ("Expert: advise about the product today"),
    N_ ("The customer wants to return goods and needs an expert") },
  { "return-manager", N_ ("Visit and apologise"),
    N_ ("The customer was offended and wants to return goods") },
  { "return-family", N_ ("Talk to the one who decides in the family"),
    N_ ("The family was not asked before the purchase") },
  { "return-take-back", N_ ("Take the goods back, and apologise"),
    N_ ("The return is processed at once: no more persuading") },
  { "incident-call", N_ ("Warn of swindlers who use our name"),
    N_ ("Somebody outside posed as us to one of our customers") },
};

/**
 * hf_case_follow_up_insert:
 * @id: (out) (optional): the follow-up
 *
 * Due now, whatever the customer's hours: it is urgent (SCHED-4). Within a running operation.
 */
gboolean
hf_case_follow_up_insert (
    HfDb *db, const HfActor *actor, const HfCaseFollowUp *task, gint64 *id, GError **error)
{
  HfDay today = hf_minute_get_day (actor->now);
  HfFollowUpDraft draft = { .customer_id = task->customer_id,
                            .staff_id = task->staff_id,
                            .kind = task->kind,
                            .due_at = actor->now,
                            .original_on = today,
                            .window_from = today,
                            .window_to = today,
                            .cause = task->cause,
                            .anchor_on = today,
                            .subject_id = task->subject_id };
  gint64 made;
  HfWays ways;

  if (!hf_ways_parse (task->ways, &ways, error))
    return FALSE;
  draft.ways = &ways;
  return hf_follow_up_insert (db, &draft, id != NULL ? id : &made, error);
}

/**
 * hf_case_follow_up_describe:
 * @reason: (out) (transfer none):
 *
 * Returns: (transfer none) (nullable): what to do, %NULL when it is none of a case; nothing of
 * what the customer said, and nothing of their health
 */
const char *
hf_case_follow_up_describe (const char *cause, const char **reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    if (g_strcmp0 (causes[i].cause, cause) == 0)
      {
        *reason = _ (causes[i].reason);
        return _ (causes[i].title);
      }
  return NULL;
}
