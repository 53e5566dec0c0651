/* hf-card-view-next.c: what comes next for a customer, and the tiers
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-view-private.h"

#include "hf-engine-agenda.h"
#include "hf-reason.h"
#include "hf-tier-store.h"

/* So far ahead are contacts projected, and so many. */
#define HORIZON       (92)
#define MAX_PROJECTED (6)

#define FEN_A_YUAN    (100)

void
hf_card_projected_free (HfCardProjected *projected)
{
  g_free (projected->plan_name);
  g_free (projected->title);
  g_free (projected->move);
  g_free (projected);
}

static gboolean
read_follow_ups (HfCardView *view, HfDb *db, GError **error)
{
  g_autoptr (GArray) ids = hf_db_dup_ids (db, HF_QUERY_CARD_FOLLOW_UPS, error, "l", view->id);

  view->follow_ups = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_work_item_free);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (GError) local = NULL;
      HfWorkItem *item = hf_work_load (db, g_array_index (ids, gint64, i), &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (item != NULL)
        g_ptr_array_add (view->follow_ups, item);
    }
  return ids != NULL;
}

static int
compare_projected (gconstpointer a, gconstpointer b)
{
  const HfCardProjected *x = *(const HfCardProjected *const *) a;
  const HfCardProjected *y = *(const HfCardProjected *const *) b;

  return x->day < y->day ? -1 : x->day > y->day;
}

static void
add_projected (HfCardView *view, const HfAgendaPlan *plan, const HfDueContact *due)
{
  HfCardProjected *projected = g_new0 (HfCardProjected, 1);

  projected->day = due->due_day;
  projected->channel = due->preferred >= 0 ? (HfChannel) due->preferred : HF_CHANNEL_PHONE;
  projected->plan_name = g_strdup (plan->plan->name);
  projected->index = due->index;
  projected->count = due->count;
  projected->title = g_strdup (due->item->title);
  projected->move = hf_reason_format_move (due->original_day, due->due_day, due->moved);
  projected->paused = due->state == HF_FOLLOW_UP_PAUSED;
  g_ptr_array_add (view->projected, projected);
}

static gboolean
read_projected (HfCardView *view, HfDb *db, HfMinute now, GError **error)
{
  g_autoptr (HfAgenda) agenda =
      hf_agenda_load (db, view->id, now, hf_minute_get_day (now) + HORIZON, error);

  view->projected = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_card_projected_free);
  for (guint i = 0; agenda != NULL && i < agenda->plans->len; i++)
    {
      const HfAgendaPlan *plan = &g_array_index (agenda->plans, HfAgendaPlan, i);

      for (guint j = 0; j < hf_schedule_get_n_due (plan->schedule); j++)
        {
          const HfDueContact *due = hf_schedule_get_due (plan->schedule, j);

          if (due->projected)
            add_projected (view, plan, due);
        }
    }
  g_ptr_array_sort (view->projected, compare_projected);
  if (view->projected->len > MAX_PROJECTED)
    g_ptr_array_set_size (view->projected, MAX_PROJECTED);
  return agenda != NULL;
}

/* Open follow-ups and what the plans will ask for after them (SCHED-1). */
gboolean
hf_card_view_read_next (HfCardView *view, HfDb *db, HfMinute now, GError **error)
{
  return read_follow_ups (view, db, error) && read_projected (view, db, now, error);
}

void
hf_card_tier_free (HfCardTier *tier)
{
  g_free (tier->scheme);
  g_free (tier->tier);
  g_free (tier->name);
  g_free (tier->by_hand);
  g_strfreev (tier->holds);
  g_strfreev (tier->missing);
  g_free (tier->work);
  g_free (tier);
}

/* "orders after the first 1 of 3"; money in yuan */
static char *
format_need (const HfTierNeed *need, const HfTierFacts *facts)
{
  const char *label = hf_tier_fact_get_label (need->fact);
  gint64 unit = need->fact == HF_TIER_FACT_SPENT ? FEN_A_YUAN : 1;
  gint64 value = facts->values[need->fact] / unit;

  if (need->at_least <= 1 || need->negated)
    return g_strdup (label);
  return g_strdup_printf ("%s %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, label, value,
                          need->at_least / unit);
}

static GStrv
list_needs (GPtrArray *needs, const HfTierFacts *facts, gboolean holding)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < needs->len; i++)
    {
      const HfTierNeed *need = needs->pdata[i];
      g_autofree char *text = format_need (need, facts);

      if (!holding || (!need->negated && hf_tier_need_holds (need, facts)))
        g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

static HfCardTier *
describe (const HfTierView *found)
{
  const HfTierScheme *scheme = found->stored->scheme;
  const HfTier *tier = hf_tier_scheme_get (scheme, found->state.rank);
  g_autoptr (GPtrArray) needs = hf_tier_list_needs (scheme);
  g_autoptr (GPtrArray) missing = hf_tier_list_missing (scheme, &found->facts, found->state.rank);
  HfDay fall = found->state.fall_since;
  HfCardTier *result = g_new0 (HfCardTier, 1);

  result->scheme = g_strdup (scheme->name);
  result->leading = found->stored->leading;
  result->tier = g_strdup (tier != NULL ? tier->nick : "");
  result->name = g_strdup (tier != NULL ? tier->name : "");
  result->since = found->since;
  result->falls_on = fall != HF_DAY_NONE ? fall + HF_TIER_GRACE_DAYS : HF_DAY_NONE;
  result->by_hand = found->by_hand ? g_strdup (found->hand_reason) : NULL;
  result->holds = list_needs (needs, &found->facts, TRUE);
  result->missing = list_needs (missing, &found->facts, FALSE);
  result->work = g_strdup (tier != NULL && tier->work != NULL ? tier->work : "");
  return result;
}

/* TIER-5: the tier in each scheme, why, and what is missing for the next. */
gboolean
hf_card_view_read_tiers (HfCardView *view, HfDb *db, HfDay today, GError **error)
{
  GArray *schemes = hf_tier_schemes_get (db, error);

  view->tiers = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_card_tier_free);
  for (guint i = 0; schemes != NULL && i < schemes->len; i++)
    {
      g_auto (HfTierView) found = { 0 };

      if (!hf_tier_load (db, view->id, &g_array_index (schemes, HfStoredScheme, i), today, &found,
                         error))
        return FALSE;
      g_ptr_array_add (view->tiers, describe (&found));
    }
  return schemes != NULL;
}
