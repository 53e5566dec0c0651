/* hf-supply-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-supply-store.h"

#include <glib/gi18n-lib.h>

#include "hf-supply.h"
#include "hf-text-check.h"

/**
 * Holding:
 * @product: of which product
 * @supplies: (element-type HfSupply): what the customer received of it
 * @lines: (element-type gint64): the purchase line of each
 */
typedef struct
{
  gint64 product;
  GArray *supplies;
  GArray *lines;
} Holding;

typedef struct
{
  GArray *holdings;
  HfSupplyHeard heard;
  guint heard_of; /* the product of which somebody asked: the one that came last before that */
} Supplies;

static void
holding_clear (gpointer data)
{
  Holding *holding = data;

  g_array_unref (holding->supplies);
  g_array_unref (holding->lines);
}

static void
supplies_clear (Supplies *supplies)
{
  g_clear_pointer (&supplies->holdings, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Supplies, supplies_clear)

static Holding *
get_holding (Supplies *supplies, gint64 product)
{
  Holding holding = { product, NULL, NULL };

  for (guint i = 0; i < supplies->holdings->len; i++)
    {
      Holding *one = &g_array_index (supplies->holdings, Holding, i);

      if (one->product == product)
        return one;
    }
  holding.supplies = g_array_new (FALSE, FALSE, sizeof (HfSupply));
  holding.lines = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (supplies->holdings, holding);
  return &g_array_index (supplies->holdings, Holding, supplies->holdings->len - 1);
}

static gboolean
read_lines (Supplies *supplies, HfDb *db, gint64 customer, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_SUPPLY_LINES, error, "l", customer))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      Holding *holding = get_holding (supplies, hf_rows_int (&rows, 0));
      HfSupply supply = { hf_rows_int (&rows, 1), (int) MAX (hf_rows_int (&rows, 2), 0),
                          (int) hf_rows_int (&rows, 3), hf_rows_int_or (&rows, 4, HF_DAY_NONE) };
      gint64 line = hf_rows_int (&rows, 5);

      g_array_append_val (holding->supplies, supply);
      g_array_append_val (holding->lines, line);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static void
find_heard_of (Supplies *supplies)
{
  HfDay last = HF_DAY_NONE;

  for (guint i = 0; i < supplies->holdings->len; i++)
    {
      const Holding *holding = &g_array_index (supplies->holdings, Holding, i);

      for (guint j = 0; j < holding->supplies->len; j++)
        {
          HfDay day = g_array_index (holding->supplies, HfSupply, j).received;

          if (day > supplies->heard.day || day < last)
            continue;
          last = day;
          supplies->heard_of = i;
        }
    }
}

static gboolean
read_heard (Supplies *supplies, HfDb *db, gint64 customer, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  supplies->heard.day = HF_DAY_NONE;
  supplies->heard_of = G_MAXUINT;
  if (!hf_rows_open (&rows, db, HF_QUERY_SUPPLY_HEARD, error, "l", customer))
    return FALSE;
  if (hf_rows_next (&rows, &local))
    {
      supplies->heard.day = hf_rows_int (&rows, 0);
      supplies->heard.doses_left = (int) hf_rows_int (&rows, 1);
      find_heard_of (supplies);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
load (Supplies *supplies, HfDb *db, gint64 customer, GError **error)
{
  supplies->holdings = g_array_new (FALSE, FALSE, sizeof (Holding));
  g_array_set_clear_func (supplies->holdings, holding_clear);
  return read_lines (supplies, db, customer, error) && read_heard (supplies, db, customer, error);
}

static HfSupplyForecast
forecast (const Supplies *supplies, guint index, HfDay today, HfSupplyUse *uses)
{
  const Holding *holding = &g_array_index (supplies->holdings, Holding, index);

  return hf_supply_forecast ((const HfSupply *) (void *) holding->supplies->data,
                             holding->supplies->len,
                             index == supplies->heard_of ? &supplies->heard : NULL, today, uses);
}

static void
collect_beyond (GArray *beyond, const Holding *holding, const HfSupplyUse *uses)
{
  for (guint i = 0; i < holding->lines->len; i++)
    {
      if (uses[i].beyond_expiry)
        g_array_append_val (beyond, g_array_index (holding->lines, gint64, i));
    }
}

/**
 * hf_supply_refresh:
 * @beyond: (out) (optional) (transfer full) (element-type gint64): purchase lines that would still
 * be in use after their expiry (COMP-7)
 *
 * Writes on the card until when the customer has something left: of several products, used side by
 * side, the one that lasts longest. Within a running operation.
 */
gboolean
hf_supply_refresh (HfDb *db, gint64 customer, HfDay today, GArray **beyond, GError **error)
{
  g_auto (Supplies) supplies = { 0 };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  HfDay until = HF_DAY_NONE;

  if (!load (&supplies, db, customer, error))
    return FALSE;
  for (guint i = 0; i < supplies.holdings->len; i++)
    {
      const Holding *holding = &g_array_index (supplies.holdings, Holding, i);
      g_autofree HfSupplyUse *uses = g_new0 (HfSupplyUse, holding->supplies->len);

      until = MAX (until, forecast (&supplies, i, today, uses).runs_out);
      collect_beyond (found, holding, uses);
    }
  if (beyond != NULL)
    *beyond = g_steal_pointer (&found);
  return hf_db_run (db, HF_QUERY_SUPPLY_SET, error, "ld", customer, until);
}

/* As the query does for purchases that are stored. */
static HfDay
get_received (const HfPurchaseDraft *draft)
{
  if (draft->received_on != HF_DAY_NONE)
    return draft->received_on;
  return draft->promised_on != HF_DAY_NONE ? draft->promised_on : draft->bought_on;
}

static gboolean
add_line (Supplies *supplies,
          HfDb *db,
          const HfPurchaseDraft *draft,
          const HfPurchaseLine *line,
          char **name,
          GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  HfSupply supply = { get_received (draft), line->packs, 0, line->expires_on };

  if (!hf_rows_open (&rows, db, HF_QUERY_PRODUCT_SUPPLY, error, "l", line->product_id) ||
      !hf_rows_next (&rows, error))
    return FALSE;
  *name = hf_rows_dup (&rows, 0);
  supply.doses = (int) hf_rows_int (&rows, 1);
  g_array_append_val (get_holding (supplies, line->product_id)->supplies, supply);
  return TRUE;
}

static gboolean
check_line (Supplies *supplies,
            HfDb *db,
            HfDay today,
            const HfPurchaseDraft *draft,
            const HfPurchaseLine *line,
            GError **error)
{
  g_autofree char *name = NULL;
  HfDay received = MAX (get_received (draft), today);
  HfSupplyForecast result = { 0 };

  if (!add_line (supplies, db, draft, line, &name, error))
    return FALSE;
  for (guint i = 0; i < supplies->holdings->len; i++)
    {
      if (g_array_index (supplies->holdings, Holding, i).product == line->product_id)
        result = forecast (supplies, i, today, NULL);
    }
  if (!hf_supply_is_too_much (&result, received))
    return TRUE;
  if (result.beyond_expiry)
    g_set_error (error, HF_ERROR, HF_ERROR_WARNING,
                 _ ("Part of “%s” would still be in use after its expiry date. To sell it all the "
                    "same, give the reason."),
                 name);
  else
    g_set_error (error, HF_ERROR, HF_ERROR_WARNING,
                 _ ("With this the customer would have “%s” for %d days, more than %d. To sell it "
                    "all the same, give the reason."),
                 name, (int) (result.runs_out - received), HF_SUPPLY_MOST_DAYS);
  return FALSE;
}

/**
 * hf_supply_check_sale:
 *
 * No overselling to older people (PUR-3): more than 90 days of supply, or some that would be used
 * beyond its expiry, needs a reason. To be asked before the purchase is stored.
 *
 * Returns: %FALSE with %HF_ERROR_WARNING
 */
gboolean
hf_supply_check_sale (HfDb *db, const HfActor *actor, const HfPurchaseDraft *draft, GError **error)
{
  g_auto (Supplies) supplies = { 0 };

  if (draft->imported || !hf_text_is_blank (draft->reason))
    return TRUE;
  if (!load (&supplies, db, draft->customer_id, error))
    return FALSE;
  for (guint i = 0; i < draft->lines->len; i++)
    {
      if (!check_line (&supplies, db, hf_minute_get_day (actor->now), draft,
                       &g_array_index (draft->lines, HfPurchaseLine, i), error))
        return FALSE;
    }
  return TRUE;
}

static void
left_free (gpointer data)
{
  HfSupplyLeft *left = data;

  g_free (left->product);
  g_free (left);
}

static HfSupplyLeft *
describe (const Supplies *supplies, guint index, HfDay today)
{
  const Holding *holding = &g_array_index (supplies->holdings, Holding, index);
  g_autofree HfSupplyUse *uses = g_new0 (HfSupplyUse, holding->supplies->len);
  HfSupplyForecast result = forecast (supplies, index, today, uses);
  HfSupplyLeft *left = g_new0 (HfSupplyLeft, 1);

  left->runs_out = result.runs_out;
  left->expected_purchase = result.expected_purchase;
  left->days_left = result.days_left;
  left->beyond_expiry = result.beyond_expiry;
  for (guint i = 0; i < holding->supplies->len; i++)
    {
      const HfSupply *supply = &g_array_index (holding->supplies, HfSupply, i);

      if (uses[i].from != HF_DAY_NONE && uses[i].to > today)
        left->of_days += supply->units * supply->doses;
    }
  return left;
}

/**
 * hf_supply_dup_left:
 *
 * Returns: (transfer full) (element-type HfSupplyLeft): what the customer has of each product ever
 *   bought, in the order of their first purchase, or %NULL with an error
 */
GPtrArray *
hf_supply_dup_left (HfDb *db, gint64 customer, HfDay today, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (left_free);
  g_auto (Supplies) supplies = { 0 };

  if (!load (&supplies, db, customer, error))
    return NULL;
  for (guint i = 0; i < supplies.holdings->len; i++)
    {
      gint64 product = g_array_index (supplies.holdings, Holding, i).product;
      HfSupplyLeft *left = describe (&supplies, i, today);

      g_ptr_array_add (list, left);
      left->product = hf_db_dup_text (db, HF_QUERY_PRODUCT_SUPPLY, error, "l", product);
      if (left->product == NULL)
        return NULL;
    }
  return g_steal_pointer (&list);
}
