/* hf-complaint-board.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-complaint-board.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-deadline-store.h"

#define LATELY_DAYS (30)

void
hf_complaint_board_free (HfComplaintBoard *board)
{
  for (guint i = 0; i < G_N_ELEMENTS (board->ids); i++)
    g_array_unref (board->ids[i]);
  g_free (board);
}

void
hf_complaint_row_free (HfComplaintRow *row)
{
  g_free (row->customer);
  g_free (row->tier);
  g_free (row->staff);
  g_free (row);
}

static void
add_open (HfComplaintBoard *board, HfMinute now, HfRows *rows)
{
  gint64 id = hf_rows_int (rows, 0);
  HfMinute due = hf_rows_int_or (rows, 2, HF_MINUTE_NONE);
  int stage = HF_CASE_RECEIVED;

  hf_domain_parse (HF_DOMAIN_COMPLAINT_STAGE, hf_rows_text (rows, 1), &stage, NULL);
  g_array_append_val (board->ids[stage], id);
  if (due == HF_MINUTE_NONE)
    return;
  if (due < now)
    board->n_late++;
  else if (hf_minute_get_day (due) <= hf_minute_get_day (now) + 1)
    board->n_soon++;
}

static gboolean
read_open (HfComplaintBoard *board, HfDb *db, const HfCaseFilter *filter, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_BOARD_OPEN, error, "ll", filter->agent_id,
                     filter->responsible_id))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    add_open (board, filter->now, &rows);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_closed (HfComplaintBoard *board, HfDb *db, const HfCaseFilter *filter, GError **error)
{
  HfMinute since = filter->now - LATELY_DAYS * HF_MINUTES_A_DAY;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_BOARD_CLOSED, error, "lll", filter->agent_id,
                     filter->responsible_id, since) ||
      !hf_rows_next (&rows, error))
    return FALSE;
  board->n_closed_lately = (guint) hf_rows_int (&rows, 0);
  board->n_kept_lately = (guint) hf_rows_int (&rows, 1);
  if (board->n_closed_lately > 0)
    board->days_lately = (guint) (hf_rows_int (&rows, 2) * 10 /
                                  (board->n_closed_lately * (gint64) HF_MINUTES_A_DAY));
  board->n_closed = (guint) hf_rows_int (&rows, 3);
  return TRUE;
}

/**
 * hf_complaint_board_load:
 *
 * Reads ids and a few numbers: the open complaints, and those closed, of which there are many more,
 * through an index.
 *
 * Returns: (transfer full): or %NULL with an error
 */
HfComplaintBoard *
hf_complaint_board_load (HfDb *db, const HfCaseFilter *filter, GError **error)
{
  g_autoptr (HfComplaintBoard) board = g_new0 (HfComplaintBoard, 1);

  for (guint i = 0; i < G_N_ELEMENTS (board->ids); i++)
    board->ids[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!read_open (board, db, filter, error) || !read_closed (board, db, filter, error) ||
      !hf_deadline_settings_load (db, &board->settings, error))
    return NULL;
  return g_steal_pointer (&board);
}

static int
read_word (HfRows *rows, int column, HfDomainSet set)
{
  int value = 0;

  hf_domain_parse (set, hf_rows_text (rows, column), &value, NULL);
  return value;
}

static HfComplaintRow *
read_row (HfRows *rows)
{
  HfComplaintRow *row = g_new0 (HfComplaintRow, 1);

  row->id = hf_rows_int (rows, 0);
  row->number = hf_rows_int (rows, 1);
  row->customer_id = hf_rows_int (rows, 2);
  row->customer = hf_rows_dup (rows, 3);
  row->tier = hf_rows_dup (rows, 4);
  row->stage = (HfComplaintStage) read_word (rows, 5, HF_DOMAIN_COMPLAINT_STAGE);
  row->reason = (HfComplaintReason) read_word (rows, 6, HF_DOMAIN_COMPLAINT_REASON);
  row->serious = read_word (rows, 7, HF_DOMAIN_COMPLAINT_SEVERITY) == HF_COMPLAINT_SERIOUS;
  row->received_at = hf_rows_int (rows, 8);
  row->closed_at = hf_rows_int_or (rows, 9, HF_MINUTE_NONE);
  row->escalated = hf_rows_int (rows, 10) != 0;
  row->staff_id = hf_rows_int (rows, 11);
  row->staff = hf_rows_dup (rows, 12);
  row->deadline = hf_rows_is_null (rows, 13) ? -1 : hf_deadline_parse (hf_rows_text (rows, 13));
  row->due_at = hf_rows_int_or (rows, 14, HF_MINUTE_NONE);
  row->withdrawn = hf_rows_int (rows, 19) != 0;
  row->begun_at = hf_rows_int (rows, 15);
  row->warn_at = hf_rows_int_or (rows, 16, HF_MINUTE_NONE);
  row->waits_since = hf_rows_int_or (rows, 17, HF_MINUTE_NONE);
  return row;
}

/**
 * hf_complaint_row_load:
 *
 * A look-up by primary key.
 *
 * Returns: (transfer full): or %NULL with %HF_ERROR_NOT_FOUND
 */
HfComplaintRow *
hf_complaint_row_load (HfDb *db, gint64 id, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_BOARD_ROW, error, "l", id))
    return NULL;
  if (hf_rows_next (&rows, &local))
    return read_row (&rows);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such complaint."));
  return NULL;
}
