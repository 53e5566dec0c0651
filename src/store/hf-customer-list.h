/* hf-customer-list.h: the list of customers, sorted and filtered
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-customer-filter.h"
#include "hf-operation.h"

G_BEGIN_DECLS

typedef enum
{
  HF_CUSTOMER_SORT_NAME,
  HF_CUSTOMER_SORT_TIER,
  HF_CUSTOMER_SORT_STAGE,
  HF_CUSTOMER_SORT_CARD_TYPE,
  HF_CUSTOMER_SORT_OWNER,
  HF_CUSTOMER_SORT_AREA,
  HF_CUSTOMER_SORT_LAST_CONTACT,
  HF_CUSTOMER_SORT_NEXT_DUE,
  HF_CUSTOMER_SORT_SUPPLY,
} HfCustomerSort;

#define HF_N_CUSTOMER_SORTS (HF_CUSTOMER_SORT_SUPPLY + 1)

/**
 * HfCustomerQuery:
 * @filter: (owned):
 * @descending: from the other end; what is not known comes last both ways
 * @staff_id: an agent, who sees their own customers and those without an owner (ROLE-1); 0: all
 * @now: for what is overdue
 */
typedef struct
{
  HfCustomerFilter *filter;
  HfCustomerSort sort;
  gboolean descending;
  gint64 staff_id;
  HfMinute now;
} HfCustomerQuery;

/**
 * HfCustomerRow:
 * @stage: -1 for none
 * @membership: (nullable): name of the tier in the membership scheme
 * @plan: (nullable): name of the care plan, with the place in it
 * @supply_until: %HF_DAY_NONE when nothing is in use
 * @phone: (nullable): masked (PHONE-4)
 * @owner: (nullable)
 * @completeness: percent (CARD-8)
 *
 * What a line of the list shows.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *tier;
  int stage;
  HfCardType card_type;
  char *membership;
  char *area;
  char *plan;
  HfMinute last_contact_at;
  HfMinute next_due_at;
  HfDay supply_until;
  char *phone;
  char *owner;
  gint64 owner_id;
  int completeness;
  gboolean do_not_contact;
} HfCustomerRow;

HfCustomerQuery *hf_customer_query_new (const HfActor *actor, const HfCustomerFilter *filter);
HfCustomerQuery *hf_customer_query_copy (const HfCustomerQuery *query);
void hf_customer_query_free (HfCustomerQuery *query);

GArray *
hf_customer_list_dup_ids (HfDb *db, const HfCustomerQuery *query, int limit, GError **error);
GPtrArray *hf_customer_list_dup_rows (HfDb *db, const gint64 *ids, guint n_ids, GError **error);
HfCustomerRow *hf_customer_row_ref (HfCustomerRow *row);
void hf_customer_row_unref (HfCustomerRow *row);
gboolean hf_customer_row_equal (const HfCustomerRow *a, const HfCustomerRow *b);
GStrv hf_customer_list_dup_areas (HfDb *db, int limit, GError **error);

char *hf_ids_to_json (const gint64 *ids, guint n_ids);
const char *hf_customer_sort_get_nick (HfCustomerSort sort);
gboolean hf_customer_sort_parse (const char *nick, HfCustomerSort *sort);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomerQuery, hf_customer_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomerRow, hf_customer_row_unref)

G_END_DECLS
