/* hf-customer-query.c: what is asked of the list of customers
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-list.h"

/**
 * hf_customer_query_new:
 * @actor: who looks: an agent sees their own customers and those without an owner (ROLE-1)
 */
HfCustomerQuery *
hf_customer_query_new (const HfActor *actor, const HfCustomerFilter *filter)
{
  HfCustomerQuery *query = g_new0 (HfCustomerQuery, 1);

  query->filter = hf_customer_filter_copy (filter);
  query->staff_id = actor->role == HF_ROLE_AGENT ? actor->staff_id : 0;
  query->now = actor->now;
  return query;
}

HfCustomerQuery *
hf_customer_query_copy (const HfCustomerQuery *query)
{
  HfCustomerQuery *copy = g_memdup2 (query, sizeof *query);

  copy->filter = hf_customer_filter_copy (query->filter);
  return copy;
}

void
hf_customer_query_free (HfCustomerQuery *query)
{
  hf_customer_filter_free (query->filter);
  g_free (query);
}

/**
 * hf_ids_to_json:
 *
 * Returns: (transfer full): `[1,2]`, for a query that is given a set of ids
 */
char *
hf_ids_to_json (const gint64 *ids, guint n_ids)
{
  GString *json = g_string_sized_new (n_ids * 18 + 2);

  g_string_append_c (json, '[');
  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

/**
 * hf_customer_list_dup_areas:
 * @limit: how many at most
 *
 * Returns: (transfer full): the areas there are, or %NULL with an error
 */
GStrv
hf_customer_list_dup_areas (HfDb *db, int limit, GError **error)
{
  g_autoptr (GStrvBuilder) areas = g_strv_builder_new ();
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_CUSTOMER_AREAS, error, "i", limit))
    return NULL;
  while (hf_rows_next (&rows, &local))
    g_strv_builder_add (areas, hf_rows_text (&rows, 0));
  if (local == NULL)
    return g_strv_builder_end (areas);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
