/* hf-tier-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-tier-store.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-enrolment-store.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-text-check.h"
#include "hf-tier-median.h"

void
hf_tier_view_clear (HfTierView *view)
{
  g_clear_pointer (&view->hand_reason, g_free);
}

/* Once for all schemes: they ask about the same things. */
static gboolean
read_facts (HfDb *db, gint64 customer, HfDay today, HfTierFacts *facts, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  HfTierMedians medians;

  if (!hf_tier_medians_get (db, today, &medians, error) ||
      !hf_rows_open (&rows, db, HF_QUERY_TIER_FACTS, error, "llll", customer,
                     hf_day_add_months (today, -12), medians.turnover, medians.profit) ||
      !hf_rows_next (&rows, error))
    return FALSE;
  for (int i = 0; i < HF_N_TIER_FACTS; i++)
    facts->values[i] = hf_rows_int (&rows, i);
  return TRUE;
}

static gboolean
read_state (HfDb *db, gint64 customer, HfTierView *view, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  view->state = (HfTierState){ HF_TIER_NONE, HF_DAY_NONE };
  view->override = (HfTierOverride){ HF_TIER_NONE, HF_DAY_NONE };
  view->since = HF_DAY_NONE;
  if (!hf_rows_open (&rows, db, HF_QUERY_TIER_GET, error, "ll", customer, view->stored->id))
    return FALSE;
  if (hf_rows_next (&rows, &local))
    {
      view->id = hf_rows_int (&rows, 0);
      view->state.rank = hf_tier_scheme_find (view->stored->scheme, hf_rows_text (&rows, 1));
      view->since = hf_rows_int (&rows, 3);
      view->state.fall_since = hf_rows_int_or (&rows, 4, HF_DAY_NONE);
      view->by_hand = hf_rows_int (&rows, 5) != 0;
      view->hand_reason = hf_rows_dup (&rows, 6);
      view->override.until = hf_rows_int_or (&rows, 7, HF_DAY_NONE);
      view->override.rank = view->state.rank;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hf_tier_load:
 * @view: (out caller-allocates): cleared with hf_tier_view_clear()
 */
gboolean
hf_tier_load (HfDb *db,
              gint64 customer,
              const HfStoredScheme *stored,
              HfDay today,
              HfTierView *view,
              GError **error)
{
  *view = (HfTierView){ 0 };
  view->stored = stored;
  return read_facts (db, customer, today, &view->facts, error) &&
         read_state (db, customer, view, error);
}

static const char *
get_nick (const HfTierView *view, int rank)
{
  const HfTier *tier = hf_tier_scheme_get (view->stored->scheme, rank);

  return tier != NULL ? tier->nick : "";
}

/* Lists sort the better tier first by the larger number. */
static int
get_height (const HfTierView *view)
{
  return view->state.rank == HF_TIER_NONE
             ? -1
             : (int) view->stored->scheme->tiers->len - 1 - view->state.rank;
}

static gboolean
write_state (HfDb *db, gint64 customer, const HfTierView *view, GError **error)
{
  const char *nick = get_nick (view, view->state.rank);
  const char *reason = view->by_hand && view->hand_reason != NULL ? view->hand_reason : "";
  int by_hand = view->by_hand ? 1 : 0;
  HfDay until = view->by_hand ? view->override.until : HF_DAY_NONE;

  if (view->id != 0)
    return hf_db_run (db, HF_QUERY_TIER_UPDATE, error, "lsildisd", view->id, nick,
                      get_height (view), view->since, view->state.fall_since, by_hand, reason,
                      until);
  return hf_db_run (db, HF_QUERY_TIER_INSERT, error, "lllsildisd", hf_db_new_id (db), customer,
                    view->stored->id, nick, get_height (view), view->since, view->state.fall_since,
                    by_hand, reason, until);
}

static gboolean
write_change (HfDb *db,
              gint64 customer,
              const HfTierView *view,
              int before,
              HfDay today,
              const char *cause,
              GError **error)
{
  return hf_db_run (db, HF_QUERY_TIER_CHANGE_INSERT, error, "llllsss", hf_db_new_id (db), customer,
                    view->stored->id, today,
                    before != HF_TIER_NONE ? get_nick (view, before) : NULL,
                    get_nick (view, view->state.rank), cause);
}

/* A plan that follows the tier follows it anew (PLAN-4). */
static gboolean
tell_plans (HfDb *db, const HfActor *actor, gint64 customer, const HfTierView *view, GError **error)
{
  return !g_str_equal (view->stored->scheme->id, "value") ||
         hf_enrolment_follow_tier (db, actor, customer, get_nick (view, view->state.rank), error);
}

/* Somebody who never bought is in no tier and stands in no report. */
static gboolean
concerns (const HfTierView *view)
{
  return view->id != 0 || view->facts.values[HF_TIER_FACT_PURCHASES] > 0;
}

static gboolean
settle (HfDb *db,
        const HfActor *actor,
        gint64 customer,
        HfTierView *view,
        gboolean complaint_open,
        gboolean *moved,
        GError **error)
{
  HfDay today = hf_minute_get_day (actor->now);
  HfTierState before = view->state;
  gboolean was_by_hand = view->by_hand;
  HfTierCause cause;

  cause = hf_tier_settle (&view->state, hf_tier_evaluate (view->stored->scheme, &view->facts),
                          &view->override, complaint_open, today);
  view->by_hand = view->by_hand && today <= view->override.until;
  if (cause == HF_TIER_CAUSE_NONE)
    return (before.fall_since == view->state.fall_since && was_by_hand == view->by_hand) ||
           write_state (db, customer, view, error);
  *moved = TRUE;
  view->since = today;
  return write_state (db, customer, view, error) &&
         write_change (db, customer, view, before.rank, today, "facts", error) &&
         tell_plans (db, actor, customer, view, error);
}

/**
 * hf_tier_refresh:
 * @moved: (out) (optional): the tier changed in one of the schemes
 *
 * Evaluates all schemes for one customer, when a fact has changed and on days on which one ceases
 * to count (TIER-5). Within a running operation.
 */
gboolean
hf_tier_refresh (HfDb *db, const HfActor *actor, gint64 customer, gboolean *moved, GError **error)
{
  GArray *schemes = hf_tier_schemes_get (db, error);
  HfTierFacts facts;
  gint64 complaint = 0;
  gboolean any = FALSE;

  if (schemes == NULL ||
      !hf_db_get_int (db, HF_QUERY_TIER_COMPLAINT_OPEN, &complaint, error, "l", customer) ||
      !read_facts (db, customer, hf_minute_get_day (actor->now), &facts, error))
    return FALSE;
  for (guint i = 0; i < schemes->len; i++)
    {
      g_auto (HfTierView) view = { 0 };

      view.stored = &g_array_index (schemes, HfStoredScheme, i);
      view.facts = facts;
      if (!read_state (db, customer, &view, error) ||
          (concerns (&view) && !settle (db, actor, customer, &view, complaint != 0, &any, error)))
        return FALSE;
    }
  if (moved != NULL)
    *moved = any;
  return TRUE;
}

/**
 * hf_tier_run_day:
 *
 * Those whose tier may change on the actor's day though nothing happens on it, and everybody when
 * the branch's medians have moved (TIER-2).
 */
gboolean
hf_tier_run_day (HfDb *db, const HfActor *actor, GError **error)
{
  HfDay today = hf_minute_get_day (actor->now);
  g_autoptr (GArray) ids = NULL;
  gboolean moved = FALSE;

  if (!hf_tier_medians_update (db, today, &moved, error))
    return FALSE;
  ids = moved ? hf_db_dup_ids (db, HF_QUERY_TIER_BUYERS, error, "")
              : hf_db_dup_ids (db, HF_QUERY_TIER_CANDIDATES, error, "lll", today,
                               hf_day_add_months (today, -12), today - HF_TIER_GRACE_DAYS);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (!hf_tier_refresh (db, actor, g_array_index (ids, gint64, i), NULL, error))
        return FALSE;
    }
  return ids != NULL;
}

static gboolean
check_fact (const HfActor *actor, const char *fact, GError **error)
{
  if (g_str_equal (fact, "confirmed"))
    return hf_actor_check_manager (actor, error);
  if (g_str_equal (fact, "knows-company") || g_str_equal (fact, "encourages-others"))
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is none of: knows-company, encourages-others, confirmed"), fact);
  return FALSE;
}

/**
 * hf_command_observe_tier_fact:
 * @fact: `knows-company`, `encourages-others`; `confirmed`, for managers
 * @holds: it is so
 *
 * What only staff can see of a customer (TIER-1).
 */
gboolean
hf_command_observe_tier_fact (HfDb *db,
                              const HfActor *actor,
                              gint64 customer,
                              const char *fact,
                              gboolean holds,
                              GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = NULL;
  gint64 owner;

  if (!check_fact (actor, fact, error) ||
      !hf_operation_begin (&operation, db, actor, "tier.observe", error) ||
      !hf_lookup_customer_owner (db, customer, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) ||
      !(holds ? hf_db_run (db, HF_QUERY_TIER_FACT_INSERT, error, "llslr", hf_db_new_id (db),
                           customer, fact, hf_minute_get_day (actor->now), actor->staff_id)
              : hf_db_run (db, HF_QUERY_TIER_FACT_DELETE, error, "ls", customer, fact)) ||
      !hf_tier_refresh (db, actor, customer, NULL, error))
    return FALSE;
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer);
  return name != NULL && hf_operation_commit (&operation, name, error);
}

static gboolean
set_by_hand (HfDb *db,
             const HfActor *actor,
             gint64 customer,
             const HfStoredScheme *stored,
             const HfTierOverride *override,
             const char *reason,
             GError **error)
{
  HfDay today = hf_minute_get_day (actor->now);
  g_auto (HfTierView) view = { 0 };
  int before;

  if (!hf_tier_load (db, customer, stored, today, &view, error))
    return FALSE;
  before = view.state.rank;
  view.state.rank = override->rank;
  view.override = *override;
  view.by_hand = TRUE;
  g_free (view.hand_reason);
  view.hand_reason = g_strdup (reason);
  if (before != override->rank || view.since == HF_DAY_NONE)
    view.since = today;
  return write_state (db, customer, &view, error) &&
         (before == override->rank ||
          (write_change (db, customer, &view, before, today, "by-hand", error) &&
           tell_plans (db, actor, customer, &view, error))) &&
         hf_audit_write (db, actor, "override", "customer", customer, "tier", error);
}

/**
 * hf_command_set_tier:
 * @scheme: (nullable): %NULL for the leading one
 * @tier: its nick
 * @until: the last day on which it holds
 * @reason: needed
 *
 * A manager sets a tier by hand (TIER-4).
 */
gboolean
hf_command_set_tier (HfDb *db,
                     const HfActor *actor,
                     gint64 customer,
                     const char *scheme,
                     const char *tier,
                     HfDay until,
                     const char *reason,
                     GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  const HfStoredScheme *stored = hf_tier_schemes_find (db, scheme, error);
  HfTierOverride override = { HF_TIER_NONE, until };
  g_autofree char *name = NULL;

  if (stored == NULL || !hf_actor_check_manager (actor, error) || !hf_text_check (reason, error))
    return FALSE;
  override.rank = hf_tier_scheme_find (stored->scheme, tier);
  if (override.rank == HF_TIER_NONE || hf_text_is_blank (reason) ||
      until < hf_minute_get_day (actor->now))
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("Name one of the scheme's tiers, a reason, and a last day that is "
                              "still to come."));
      return FALSE;
    }
  if (!hf_operation_begin (&operation, db, actor, "tier.set", error) ||
      (name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer)) == NULL ||
      !set_by_hand (db, actor, customer, stored, &override, reason, error))
    return FALSE;
  return hf_operation_commit (&operation, name, error);
}
