/* hf-adverse-list.c: adverse reactions, read
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-adverse.h"
#include "hf-office.h"

void
hf_adverse_free (HfAdverse *adverse)
{
  g_free (adverse->customer);
  g_free (adverse->owner);
  g_free (adverse->product);
  g_free (adverse->batch);
  g_free (adverse->staff);
  g_free (adverse->dose);
  g_free (adverse->symptoms);
  g_free (adverse->known);
  g_free (adverse->outcome);
  g_free (adverse);
}

static HfSeverity
parse_severity (const char *nick)
{
  if (g_str_equal (nick, "severe"))
    return HF_SEVERITY_SEVERE;
  return g_str_equal (nick, "moderate") ? HF_SEVERITY_MODERATE : HF_SEVERITY_MILD;
}

static void
read_row (HfAdverse *adverse, HfRows *rows)
{
  adverse->id = hf_rows_int (rows, 0);
  adverse->customer_id = hf_rows_int (rows, 1);
  adverse->customer = hf_rows_dup (rows, 2);
  adverse->owner_id = hf_rows_int (rows, 3);
  adverse->product_id = hf_rows_int (rows, 4);
  adverse->product = hf_rows_dup (rows, 5);
  adverse->batch = hf_rows_dup (rows, 6);
  adverse->opened_at = hf_rows_int (rows, 7);
  adverse->staff = hf_rows_dup (rows, 8);
  adverse->dose = hf_rows_dup (rows, 9);
  adverse->onset = hf_rows_int_or (rows, 10, HF_DAY_NONE);
  adverse->symptoms = hf_rows_dup (rows, 11);
  adverse->severity = parse_severity (hf_rows_text (rows, 12));
  adverse->known = hf_rows_dup (rows, 13);
  adverse->outcome = hf_rows_dup (rows, 14);
  adverse->closed_at = hf_rows_int_or (rows, 15, HF_MINUTE_NONE);
  adverse->complaint_id = hf_rows_int (rows, 16);
  adverse->expert_due = hf_rows_int_or (rows, 17, HF_MINUTE_NONE);
  adverse->expert_answered = hf_rows_int_or (rows, 18, HF_MINUTE_NONE);
  adverse->owner = hf_rows_dup (rows, 19);
}

/**
 * hf_adverse_load:
 *
 * Returns: (transfer full): or %NULL with %HF_ERROR_NOT_FOUND
 */
HfAdverse *
hf_adverse_load (HfDb *db, gint64 id, GError **error)
{
  g_autoptr (HfAdverse) adverse = g_new0 (HfAdverse, 1);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_ADVERSE_GET, error, "l", id))
    return NULL;
  if (hf_rows_next (&rows, &local))
    {
      read_row (adverse, &rows);
      return g_steal_pointer (&adverse);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                         _ ("There is no such adverse reaction."));
  return NULL;
}

/**
 * hf_adverse_dup_ids:
 * @agent: who looks, where they see only their own customers' (ROLE-1); 0 for who sees all
 * @owner: whose customers', 0 for anybody's
 *
 * Returns: (transfer full) (element-type gint64): open ones first, of those the severe ones; %NULL
 * with an error
 */
GArray *
hf_adverse_dup_ids (HfDb *db, gint64 agent, gint64 owner, int limit, GError **error)
{
  return hf_db_dup_ids (db, HF_QUERY_ADVERSE_LIST, error, "lli", agent, owner, limit);
}

static void
clear_count (gpointer data)
{
  HfAdverseCount *count = data;

  g_free (count->product);
  g_free (count->batch);
}

/**
 * hf_adverse_dup_report:
 *
 * Returns: (transfer full) (element-type HfAdverseCount): by product and batch, the most first;
 * for managers (DASH-3); %NULL with an error
 */
GArray *
hf_adverse_dup_report (HfDb *db, const HfActor *actor, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (HfAdverseCount));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  g_array_set_clear_func (list, clear_count);
  if (!hf_actor_check_manager (actor, error) ||
      !hf_rows_open (&rows, db, HF_QUERY_ADVERSE_REPORT, error, ""))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfAdverseCount count = { hf_rows_dup (&rows, 0),       hf_rows_dup (&rows, 1),
                               (int) hf_rows_int (&rows, 2), (int) hf_rows_int (&rows, 3),
                               (int) hf_rows_int (&rows, 4), hf_rows_int (&rows, 5),
                               hf_rows_int (&rows, 6) };

      g_array_append_val (list, count);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_adverse_find_expert_call:
 *
 * Returns: the follow-up in which an expert calls about it (COMP-6), 0 once one did
 */
gint64
hf_adverse_find_expert_call (HfDb *db, gint64 id)
{
  g_autoptr (GError) error = NULL;
  gint64 follow_up = 0;

  if (!hf_db_get_int (db, HF_QUERY_ADVERSE_EXPERT_CALL, &follow_up, &error, "l", id))
    g_warning ("cannot look up the expert's call: %s", error->message);
  return follow_up;
}
