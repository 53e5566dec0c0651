/* hf-contact-facts.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-contact-facts.h"

#include <glib/gi18n-lib.h>

#include "hf-stage.h"

void
hf_contact_facts_free (HfContactFacts *facts)
{
  g_clear_pointer (&facts->days, g_array_unref);
  g_free (facts->routine);
  g_free (facts);
}

static gboolean
read_days (HfContactFacts *facts, HfDb *db, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_CONTACT_DAYS, error, "l", facts->customer_id))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfDay day = hf_rows_int (&rows, 0);

      g_array_append_val (facts->days, day);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  facts->rules.days = (const HfDay *) (void *) facts->days->data;
  facts->rules.n_days = facts->days->len;
  return TRUE;
}

static gboolean
read_refusals (HfContactFacts *facts, HfDb *db, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_CONTACT_REFUSALS, error, "l", facts->customer_id))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      int channel;

      if (hf_domain_parse (HF_DOMAIN_CHANNEL, hf_rows_text (&rows, 0), &channel, NULL))
        facts->rules.refused |= HF_BIT (channel);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* CARD-10: of several children the one whose quiet days end last; what is over limits nothing. */
static gboolean
read_children (HfContactFacts *facts, HfDb *db, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_CONTACT_CHILDREN, error, "l", facts->customer_id))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfChild child = { hf_rows_int (&rows, 0), hf_rows_int (&rows, 1) != 0 };
      HfDay from, to;

      if (!hf_stage_get_no_home (&child, &from, &to) ||
          (facts->rules.no_home_to != HF_DAY_NONE && to <= facts->rules.no_home_to))
        continue;
      facts->rules.no_home_from = from;
      facts->rules.no_home_to = to;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static void
read_row (HfContactFacts *facts, HfRows *rows)
{
  const char *window = hf_rows_text (rows, 2);

  facts->owner_id = hf_rows_int (rows, 0);
  facts->household_id = hf_rows_int (rows, 1);
  /* Checked when it was written; one that is wrong all the same counts as none. */
  if (*window != '\0')
    hf_contact_window_parse (window, &facts->rules.window, NULL);
  facts->rules.weekdays = (HfSet) hf_rows_int (rows, 3);
  facts->rules.quiet_until = hf_rows_int_or (rows, 4, HF_DAY_NONE);
  facts->rules.do_not_contact = hf_rows_int (rows, 5) != 0;
  facts->barred = hf_rows_int (rows, 6) != 0;
  facts->routine = hf_rows_dup (rows, 7);
  facts->sale_expected = hf_rows_int_or (rows, 8, HF_DAY_NONE);
}

/**
 * hf_contact_facts_load:
 *
 * Returns: (transfer full): or %NULL with an error, %HF_ERROR_NOT_FOUND when there is no such
 * customer
 */
HfContactFacts *
hf_contact_facts_load (HfDb *db, gint64 customer, GError **error)
{
  g_autoptr (HfContactFacts) facts = g_new0 (HfContactFacts, 1);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;
  gboolean has_days, has_consents, has_children;

  facts->customer_id = customer;
  facts->days = g_array_new (FALSE, FALSE, sizeof (HfDay));
  hf_contact_rules_init (&facts->rules);
  if (!hf_rows_open (&rows, db, HF_QUERY_CONTACT_CARD, error, "l", customer))
    return NULL;
  if (!hf_rows_next (&rows, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such customer."));
      return NULL;
    }
  read_row (facts, &rows);
  has_days = hf_rows_int (&rows, 9) != 0;
  has_consents = hf_rows_int (&rows, 10) != 0;
  has_children = hf_rows_int (&rows, 11) != 0;
  facts->has_pauses = hf_rows_int (&rows, 12) != 0;
  facts->last_contact_at = hf_rows_int_or (&rows, 13, HF_MINUTE_NONE);
  hf_rows_close (&rows);
  if ((has_days && !read_days (facts, db, error)) ||
      (has_consents && !read_refusals (facts, db, error)) ||
      (has_children && !read_children (facts, db, error)))
    return NULL;
  return g_steal_pointer (&facts);
}

/**
 * hf_contact_facts_get_reminder:
 * @ways: by which it may be done; the first that the customer allows on @day counts
 *
 * Returns: the minute of @day at which the reminder fires (CAL-5)
 */
HfMinute
hf_contact_facts_get_reminder (const HfContactFacts *facts, HfDay day, const HfWays *ways)
{
  HfSet allowed = hf_contact_rules_get_channels (&facts->rules, day, hf_ways_get_channels (ways));
  HfWays left = hf_ways_filter (ways, allowed);
  const HfWays *chosen = left.n_ways > 0 ? &left : ways;

  return hf_contact_rules_get_reminder (
      &facts->rules, day, chosen->n_ways > 0 ? chosen->ways[0].channel : HF_CHANNEL_HOME);
}
