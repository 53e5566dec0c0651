/* hf-complaint-list.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-complaint-list.h"

#include <glib/gi18n-lib.h>

void
hf_complaint_free (HfComplaint *complaint)
{
  g_free (complaint->customer);
  g_free (complaint->words);
  g_free (complaint->remedy);
  g_free (complaint->cause);
  g_free (complaint->action);
  g_free (complaint->investigator);
  g_free (complaint);
}

/* The schema holds no other words. */
static int
read_word (HfRows *rows, int column, HfDomainSet set)
{
  int value = 0;

  hf_domain_parse (set, hf_rows_text (rows, column), &value, NULL);
  return value;
}

static void
read_row (HfComplaint *complaint, HfRows *rows)
{
  complaint->id = hf_rows_int (rows, 0);
  complaint->number = hf_rows_int (rows, 1);
  complaint->customer_id = hf_rows_int (rows, 2);
  complaint->customer = hf_rows_dup (rows, 3);
  complaint->owner_id = hf_rows_int (rows, 4);
  complaint->stage = (HfComplaintStage) read_word (rows, 5, HF_DOMAIN_COMPLAINT_STAGE);
  complaint->reason = (HfComplaintReason) read_word (rows, 6, HF_DOMAIN_COMPLAINT_REASON);
  complaint->severity = (HfComplaintSeverity) read_word (rows, 7, HF_DOMAIN_COMPLAINT_SEVERITY);
  complaint->wants = (HfWants) read_word (rows, 8, HF_DOMAIN_WANTS);
  complaint->words = hf_rows_dup (rows, 9);
  complaint->received_at = hf_rows_int (rows, 10);
  complaint->escalated = hf_rows_int (rows, 11) != 0;
  complaint->apologised_at = hf_rows_int_or (rows, 12, HF_MINUTE_NONE);
  complaint->about_id = hf_rows_int (rows, 13);
  complaint->responsible_id = hf_rows_int (rows, 14);
  complaint->investigator_id = hf_rows_int (rows, 15);
  complaint->remedy = hf_rows_dup (rows, 16);
  complaint->satisfaction = (int) hf_rows_int (rows, 17);
  complaint->cause = hf_rows_dup (rows, 18);
  complaint->action = hf_rows_dup (rows, 19);
  complaint->closed_at = hf_rows_int_or (rows, 20, HF_MINUTE_NONE);
  complaint->waits_since = hf_rows_int_or (rows, 21, HF_MINUTE_NONE);
  complaint->investigator = hf_rows_dup (rows, 22);
}

/**
 * hf_complaint_load:
 *
 * Returns: (transfer full): or %NULL with %HF_ERROR_NOT_FOUND
 */
HfComplaint *
hf_complaint_load (HfDb *db, gint64 id, GError **error)
{
  g_autoptr (HfComplaint) complaint = g_new0 (HfComplaint, 1);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_COMPLAINT_GET, error, "l", id))
    return NULL;
  if (hf_rows_next (&rows, &local))
    {
      read_row (complaint, &rows);
      return g_steal_pointer (&complaint);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such complaint."));
  return NULL;
}

/**
 * hf_complaint_find:
 * @text: an id, or the complaint's number, with or without `#`
 * @id: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT for no number, or %HF_ERROR_NOT_FOUND
 */
gboolean
hf_complaint_find (HfDb *db, const char *text, gint64 *id, GError **error)
{
  const char *digits = *text == '#' ? text + 1 : text;
  gint64 number;

  if (!g_ascii_string_to_signed (digits, 10, 1, G_MAXINT64, &number, NULL))
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("“%s” is not the number of a complaint."), text);
      return FALSE;
    }
  *id = 0;
  if (!hf_db_get_int (db, HF_QUERY_COMPLAINT_BY_NUMBER, id, error, "l", number))
    return FALSE;
  if (*id == 0)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such complaint."));
  return *id != 0;
}

/**
 * hf_complaints_dup_ids:
 * @staff: whose, 0 for everybody's
 *
 * Returns: (transfer full) (element-type gint64): open ones first, escalated and serious ones
 * before the others, newest first; %NULL with an error
 */
GArray *
hf_complaints_dup_ids (HfDb *db, gint64 staff, int limit, GError **error)
{
  return hf_db_dup_ids (db, HF_QUERY_COMPLAINT_LIST, error, "li", staff, limit);
}
