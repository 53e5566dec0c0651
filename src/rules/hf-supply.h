/* hf-supply.h: how long what a customer has bought will last (PUR-3)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"

G_BEGIN_DECLS

/* No overselling: a further sale warns when the supply lasts for longer. */
#define HF_SUPPLY_MOST_DAYS (90)
/* The next purchase is expected so many days before the supply runs out. */
#define HF_SUPPLY_LEAD_DAYS (7)

/**
 * HfSupply:
 * @received: the day on which the customer received it
 * @units: packs
 * @doses: daily doses in a pack
 * @expires: the last day on which it may be used, %HF_DAY_NONE when not known
 *
 * One purchase line of a product.
 */
typedef struct
{
  HfDay received;
  int units;
  int doses;
  HfDay expires;
} HfSupply;

/**
 * HfSupplyHeard:
 * @day: the day of the last visit at which somebody asked, %HF_DAY_NONE when nobody did
 * @doses_left: daily doses that were left then
 * @use_percent: how much of the daily dose the customer takes; 0 or 100 when as advised
 */
typedef struct
{
  HfDay day;
  int doses_left;
  int use_percent;
} HfSupplyHeard;

/**
 * HfSupplyUse:
 * @from: first day on which this supply is used; %HF_DAY_NONE when it is used up
 * @to: the day on which it runs out, the first without it
 * @beyond_expiry: it would still be in use after its expiry (COMP-7)
 */
typedef struct
{
  HfDay from;
  HfDay to;
  gboolean beyond_expiry;
} HfSupplyUse;

/**
 * HfSupplyForecast:
 * @runs_out: the first day without supply, %HF_DAY_NONE when there never was any
 * @expected_purchase: when the next purchase is expected
 * @days_left: from today, 0 when it has run out
 * @beyond_expiry: one of the supplies would be used after its expiry
 */
typedef struct
{
  HfDay runs_out;
  HfDay expected_purchase;
  int days_left;
  gboolean beyond_expiry;
} HfSupplyForecast;

HfSupplyForecast hf_supply_forecast (const HfSupply *supplies,
                                     gsize n_supplies,
                                     const HfSupplyHeard *heard,
                                     HfDay today,
                                     HfSupplyUse *uses);
gboolean hf_supply_is_too_much (const HfSupplyForecast *forecast, HfDay received);

G_END_DECLS
