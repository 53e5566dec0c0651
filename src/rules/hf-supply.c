/* hf-supply.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-supply.h"

typedef struct
{
  const HfSupply *supply;
  gsize index;
  gint64 doses; /* still to be used */
} Queued;

/* What came first is used first; of what came together, what expires first. */
static int
compare_queued (gconstpointer a, gconstpointer b)
{
  const Queued *x = a;
  const Queued *y = b;

  if (x->supply->received != y->supply->received)
    return x->supply->received < y->supply->received ? -1 : 1;
  if (x->supply->expires != y->supply->expires)
    {
      if (x->supply->expires == HF_DAY_NONE || y->supply->expires == HF_DAY_NONE)
        return x->supply->expires == HF_DAY_NONE ? 1 : -1;
      return x->supply->expires < y->supply->expires ? -1 : 1;
    }
  return (x->index > y->index) - (x->index < y->index);
}

static GArray *
create_queue (const HfSupply *supplies, gsize n_supplies)
{
  GArray *queue = g_array_new (FALSE, FALSE, sizeof (Queued));

  for (gsize i = 0; i < n_supplies; i++)
    {
      Queued q = { &supplies[i], i, (gint64) supplies[i].units * supplies[i].doses };

      g_array_append_val (queue, q);
    }
  g_array_sort (queue, compare_queued);
  return queue;
}

/* What is left was received last: takes the stock that was heard of from the end
 * of what the customer had on that day. */
static void
correct_queue (GArray *queue, const HfSupplyHeard *heard)
{
  gint64 left = heard->doses_left;
  Queued *last = NULL;

  for (guint i = queue->len; i > 0; i--)
    {
      Queued *q = &g_array_index (queue, Queued, i - 1);

      if (q->supply->received > heard->day)
        continue;
      q->doses = MIN (q->doses, left);
      left -= q->doses;
      last = q;
    }
  /* More than we know to have sold: from elsewhere, but it lasts all the same. */
  if (last != NULL)
    last->doses += left;
}

static gint64
get_days (gint64 doses, const HfSupplyHeard *heard)
{
  gint64 percent = heard != NULL && heard->use_percent > 0 ? heard->use_percent : 100;

  return (doses * 100 + percent - 1) / percent;
}

/**
 * hf_supply_forecast:
 * @supplies: all of one product that the customer received, in any order
 * @heard: (nullable): what was heard at the last visit
 * @uses: (out) (optional) (array length=n_supplies): when each is used
 *
 * Queues the supplies one after another from the day each was received: units ×
 * daily doses, corrected by the stock and the use heard of (PUR-3).
 */
HfSupplyForecast
hf_supply_forecast (const HfSupply *supplies,
                    gsize n_supplies,
                    const HfSupplyHeard *heard,
                    HfDay today,
                    HfSupplyUse *uses)
{
  HfSupplyForecast forecast = { HF_DAY_NONE, HF_DAY_NONE, 0, FALSE };
  g_autoptr (GArray) queue = create_queue (supplies, n_supplies);
  gboolean is_heard = heard != NULL && heard->day != HF_DAY_NONE;

  if (is_heard)
    correct_queue (queue, heard);
  for (guint i = 0; i < queue->len; i++)
    {
      Queued q = g_array_index (queue, Queued, i);
      HfSupplyUse use = { HF_DAY_NONE, HF_DAY_NONE, FALSE };
      HfDay from = MAX (q.supply->received, forecast.runs_out);

      if (is_heard && q.supply->received <= heard->day)
        from = MAX (from, heard->day);
      forecast.runs_out = from + get_days (q.doses, heard);
      if (q.doses > 0)
        {
          use.from = from;
          use.to = forecast.runs_out;
          use.beyond_expiry =
              q.supply->expires != HF_DAY_NONE && use.to > today && use.to - 1 > q.supply->expires;
        }
      forecast.beyond_expiry = forecast.beyond_expiry || use.beyond_expiry;
      if (uses != NULL)
        uses[q.index] = use;
    }
  if (forecast.runs_out == HF_DAY_NONE)
    return forecast;
  forecast.expected_purchase = forecast.runs_out - HF_SUPPLY_LEAD_DAYS;
  forecast.days_left = (int) MAX (forecast.runs_out - today, 0);
  return forecast;
}

/**
 * hf_supply_is_too_much:
 * @forecast: with the purchase that is about to be made
 * @received: when the customer has what is sold; today when that lies behind
 *
 * Whether a sale must warn: more than 90 days of supply, or some that would be used
 * beyond its expiry (PUR-3: no overselling to older people). Supply counts from the day on which
 * it is received: three packs of 30 doses are 90 days of it, however long they are in the post.
 */
gboolean
hf_supply_is_too_much (const HfSupplyForecast *forecast, HfDay received)
{
  g_return_val_if_fail (forecast != NULL, FALSE);

  return forecast->beyond_expiry || forecast->runs_out - received > HF_SUPPLY_MOST_DAYS;
}
