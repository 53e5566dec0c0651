/* hf-delivery-plan.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-delivery-plan.h"

const HfDeliveryRules hf_delivery_rules_default = {
  .quiet_from = 20 * 60 + 30,
  .quiet_until = 9 * 60,
  .max_single = 3,
  .late_after = 5,
  .claim_lasts = 2,
  .retry_after = 30,
};

/* A reminder that is to ring now. */
typedef struct
{
  gint64 id;
  HfKind kind;
  HfMinute since;
} Ringing;

/**
 * hf_delivery_rules_is_quiet:
 *
 * Returns: whether nothing rings at @minute
 */
gboolean
hf_delivery_rules_is_quiet (const HfDeliveryRules *rules, HfMinute minute)
{
  int of_day = hf_minute_of_day (minute);

  g_return_val_if_fail (rules != NULL, FALSE);

  if (rules->quiet_from <= rules->quiet_until)
    return of_day >= rules->quiet_from && of_day < rules->quiet_until;
  return of_day >= rules->quiet_from || of_day < rules->quiet_until;
}

/**
 * hf_delivery_rules_end_of_quiet:
 *
 * Returns: @minute, or when the quiet hours end in which it lies
 */
HfMinute
hf_delivery_rules_end_of_quiet (const HfDeliveryRules *rules, HfMinute minute)
{
  HfDay day = hf_minute_get_day (minute);

  g_return_val_if_fail (rules != NULL, minute);

  if (!hf_delivery_rules_is_quiet (rules, minute))
    return minute;
  if (hf_minute_of_day (minute) >= rules->quiet_until)
    day++;
  return hf_minute_new (day, rules->quiet_until);
}

static gboolean
is_up_to_date (const HfDelivery *delivery)
{
  return delivery->due != HF_MINUTE_NONE && delivery->delivered_for == delivery->due;
}

/* When it wants to ring, quiet hours aside.
 *
 * Returns: %HF_MINUTE_NONE when it has rung, or there is nothing to do */
static HfMinute
get_ring (const HfDelivery *delivery, const HfDeliveryRules *rules, gboolean server_appeared)
{
  if (!is_up_to_date (delivery))
    return delivery->due;
  switch (delivery->state)
    {
    case HF_DELIVERY_NONE:
    case HF_DELIVERY_ABANDONED:
      return delivery->due;
    case HF_DELIVERY_CLAIMED:
      return delivery->at + rules->claim_lasts;
    case HF_DELIVERY_FAILED:
      return server_appeared ? delivery->due : delivery->at + rules->retry_after;
    case HF_DELIVERY_SHOWN:
    case HF_DELIVERY_CLOSED:
    default:
      return HF_MINUTE_NONE;
    }
}

/* One that was claimed may have been shown without anybody writing so. */
static gboolean
may_be_on_screen (const HfDelivery *delivery)
{
  return delivery->state == HF_DELIVERY_SHOWN || delivery->state == HF_DELIVERY_CLAIMED ||
         delivery->state == HF_DELIVERY_ABANDONED;
}

static int
compare_ringing (gconstpointer a, gconstpointer b)
{
  const Ringing *left = a, *right = b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  if (left->since != right->since)
    return left->since < right->since ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

static gboolean
is_late (const Ringing *one, const HfDeliveryRules *rules, HfMinute now)
{
  return now - one->since > rules->late_after;
}

/* Late ones are gathered as soon as there are two, others when there are too many. An
 * adverse reaction never hides among others. */
static gboolean
is_gathered (
    const Ringing *one, guint n_late, guint n_on_time, const HfDeliveryRules *rules, HfMinute now)
{
  if (one->kind == HF_KIND_ADVERSE)
    return FALSE;
  return is_late (one, rules, now) ? n_late > 1 : n_on_time > MAX (rules->max_single, 1);
}

static void
share_out (HfDeliveryPlan *plan, GArray *ringing, const HfDeliveryRules *rules, HfMinute now)
{
  guint n_late = 0, n_on_time = 0;

  g_array_sort (ringing, compare_ringing);
  for (guint i = 0; i < ringing->len; i++)
    {
      const Ringing *one = &g_array_index (ringing, Ringing, i);

      if (one->kind == HF_KIND_ADVERSE)
        continue;
      if (is_late (one, rules, now))
        n_late++;
      else
        n_on_time++;
    }
  for (guint i = 0; i < ringing->len; i++)
    {
      const Ringing *one = &g_array_index (ringing, Ringing, i);
      gboolean gathered = is_gathered (one, n_late, n_on_time, rules, now);

      g_array_append_val (gathered ? plan->gathered : plan->single, one->id);
    }
}

static void
wake_at (HfDeliveryPlan *plan, HfMinute minute)
{
  plan->next_wake = MIN (plan->next_wake, minute);
}

/**
 * hf_delivery_plan_new:
 * @deliveries: (array length=n_deliveries): every reminder that may have to ring until
 *   the next midnight and every one whose last delivery is claimed, abandoned or shown.
 *   Those of staff members who want no reminders are left out by the caller
 * @now: in the office's zone
 * @server_appeared: whether there is reason to try again at once what failed: a server
 *   has appeared since, or has shown something
 *
 * Decides what to do about reminders. That something did not ring on time tells that the
 * PC was off or asleep: nothing has to be known of when the program was running, and a
 * backlog of an import or of quiet hours is gathered by the same rule.
 *
 * Nothing rings in quiet hours; what should have rung then rings at their end.
 *
 * The caller claims in the database what it is told to show, and shows what it could
 * claim. Planning again without a change gives the same.
 *
 * Returns: (transfer full):
 */
HfDeliveryPlan *
hf_delivery_plan_new (const HfDelivery *deliveries,
                      gsize n_deliveries,
                      const HfDeliveryRules *rules,
                      HfMinute now,
                      gboolean server_appeared)
{
  HfDeliveryPlan *plan;
  g_autoptr (GArray) ringing = g_array_new (FALSE, FALSE, sizeof (Ringing));

  g_return_val_if_fail (deliveries != NULL || n_deliveries == 0, NULL);
  g_return_val_if_fail (rules != NULL, NULL);

  plan = g_new0 (HfDeliveryPlan, 1);
  plan->single = g_array_new (FALSE, FALSE, sizeof (gint64));
  plan->gathered = g_array_new (FALSE, FALSE, sizeof (gint64));
  plan->withdraw = g_array_new (FALSE, FALSE, sizeof (gint64));
  plan->next_wake = hf_minute_new (hf_minute_get_day (now) + 1, 0);
  for (gsize i = 0; i < n_deliveries; i++)
    {
      const HfDelivery *delivery = &deliveries[i];
      HfMinute ring = get_ring (delivery, rules, server_appeared);
      HfMinute allowed = ring != HF_MINUTE_NONE
                             ? hf_delivery_rules_end_of_quiet (rules, MAX (ring, now))
                             : HF_MINUTE_NONE;
      Ringing one = { delivery->id, delivery->kind, ring };

      if (ring != HF_MINUTE_NONE && allowed <= now)
        g_array_append_val (ringing, one);
      else if (may_be_on_screen (delivery) && !is_up_to_date (delivery))
        g_array_append_val (plan->withdraw, delivery->id);
      if (ring != HF_MINUTE_NONE && allowed > now)
        wake_at (plan, allowed);
    }
  share_out (plan, ringing, rules, now);
  return plan;
}

/**
 * hf_delivery_plan_free:
 */
void
hf_delivery_plan_free (HfDeliveryPlan *plan)
{
  if (plan == NULL)
    return;
  g_array_unref (plan->single);
  g_array_unref (plan->gathered);
  g_array_unref (plan->withdraw);
  g_free (plan);
}
