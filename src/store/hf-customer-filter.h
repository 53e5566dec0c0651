/* hf-customer-filter.h: which customers a list shows (CARD-5)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

/**
 * HfFilterField:
 * @HF_FILTER_TEXT: what was typed to search
 * @HF_FILTER_TIER: letters of the leading scheme
 * @HF_FILTER_CARD_TYPE: nicks; none said: all but discarded ones
 * @HF_FILTER_STAGE: `0` to `5`
 * @HF_FILTER_OWNER: ids of staff, `0` for unowned ones
 * @HF_FILTER_AREA: names
 * @HF_FILTER_TAG: names
 * @HF_FILTER_PLAN: keys of the care plans that run
 * @HF_FILTER_OVERDUE: `1`: something is late
 * @HF_FILTER_SILENT: not reached for so many days
 */
typedef enum
{
  HF_FILTER_TEXT,
  HF_FILTER_TIER,
  HF_FILTER_CARD_TYPE,
  HF_FILTER_STAGE,
  HF_FILTER_OWNER,
  HF_FILTER_AREA,
  HF_FILTER_TAG,
  HF_FILTER_PLAN,
  HF_FILTER_OVERDUE,
  HF_FILTER_SILENT,
} HfFilterField;

#define HF_N_FILTER_FIELDS (HF_FILTER_SILENT + 1)

/**
 * HfCustomerFilter:
 * @values: (nullable) for each field the values of which one must hold; %NULL: the field is not
 * asked for
 */
typedef struct
{
  GStrv values[HF_N_FILTER_FIELDS];
} HfCustomerFilter;

HfCustomerFilter *hf_customer_filter_new (void);
HfCustomerFilter *hf_customer_filter_copy (const HfCustomerFilter *filter);
void hf_customer_filter_free (HfCustomerFilter *filter);
void
hf_customer_filter_set (HfCustomerFilter *filter, HfFilterField field, const char *const *values);
void hf_customer_filter_set_one (HfCustomerFilter *filter, HfFilterField field, const char *value);
void hf_customer_filter_toggle (HfCustomerFilter *filter,
                                HfFilterField field,
                                const char *value,
                                gboolean on);
gboolean
hf_customer_filter_has (const HfCustomerFilter *filter, HfFilterField field, const char *value);
gboolean hf_customer_filter_is_empty (const HfCustomerFilter *filter);
const char *hf_filter_field_get_nick (HfFilterField field);
char *hf_customer_filter_to_json (const HfCustomerFilter *filter);
HfCustomerFilter *hf_customer_filter_parse (HfDb *db, const char *json, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomerFilter, hf_customer_filter_free)

G_END_DECLS
