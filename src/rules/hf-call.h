/* hf-call.h: what a contact costs, and how long a good call lasts (VISIT-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-domain.h"

G_BEGIN_DECLS

/**
 * HfCallPrices:
 * @landline, @mobile, @home: fen a minute
 */
typedef struct
{
  int landline;
  int mobile;
  int home;
} HfCallPrices;

typedef enum
{
  HF_CALL_PLAIN,
  HF_CALL_SHORT,
  HF_CALL_GOOD,
} HfCallGrade;

void hf_call_prices_init (HfCallPrices *prices);
gint64
hf_call_get_cost (const HfCallPrices *prices, HfChannel channel, gboolean landline, int minutes);
HfCallGrade hf_call_grade (HfChannel channel, HfOutcome outcome, int minutes);

G_END_DECLS
