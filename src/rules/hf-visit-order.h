/* hf-visit-order.h: in which order the home visits of a day are made (CAL-2)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"

G_BEGIN_DECLS

/**
 * HfVisitPlace:
 * @id: of the follow-up
 * @order: by hand, from 1; 0 where nobody chose one
 * @agreed_at: when the customer expects the visit, %HF_MINUTE_NONE
 * @area, @address: borrowed, never %NULL
 *
 * One home visit, as far as its place among the others goes.
 */
typedef struct
{
  gint64 id;
  int order;
  HfMinute agreed_at;
  const char *area;
  const char *address;
} HfVisitPlace;

void hf_visit_order_sort (HfVisitPlace *places, gsize n_places);
int hf_visit_order_compare_addresses (const char *a, const char *b);

G_END_DECLS
