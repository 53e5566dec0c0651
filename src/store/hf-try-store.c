/* hf-try-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-try-store.h"

/**
 * hf_tries_load:
 * @refused: the last one was a refusal, which counts on the day of a purchase, too (decision 0041)
 *
 * Those that count: after the last purchase, and since the card's type changed (CARD-9).
 *
 * Returns: (transfer full) (element-type HfTry): or %NULL with an error
 */
GArray *
hf_tries_load (HfDb *db, gint64 customer, gboolean refused, GError **error)
{
  g_autoptr (GArray) tries = g_array_new (FALSE, FALSE, sizeof (HfTry));
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;
  gint64 from = 0;

  if (!hf_db_get_int (db, HF_QUERY_VISIT_TRIES_FROM, &from, error, "li", customer,
                      refused ? 1 : 0) ||
      !hf_rows_open (&rows, db, HF_QUERY_VISIT_TRIES, error, "ll", customer, from))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfTry one = { hf_rows_int (&rows, 0), HF_CHANNEL_PHONE, HF_OUTCOME_REACHED };
      int channel = HF_CHANNEL_PHONE;
      int result = HF_OUTCOME_REACHED;

      hf_domain_parse (HF_DOMAIN_CHANNEL, hf_rows_text (&rows, 1), &channel, NULL);
      hf_domain_parse (HF_DOMAIN_OUTCOME, hf_rows_text (&rows, 2), &result, NULL);
      one.channel = (HfChannel) channel;
      one.outcome = (HfOutcome) result;
      g_array_append_val (tries, one);
    }
  if (local == NULL)
    return g_steal_pointer (&tries);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
