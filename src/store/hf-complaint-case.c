/* hf-complaint-case.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-complaint-case.h"

void
hf_complaint_case_free (HfComplaintCase *one)
{
  g_clear_pointer (&one->complaint, hf_complaint_free);
  g_clear_pointer (&one->log, g_array_unref);
  g_clear_pointer (&one->deadlines, g_array_unref);
  g_clear_pointer (&one->card, hf_card_free);
  g_free (one->order);
  g_free (one);
}

static gboolean
read_around (HfComplaintCase *one, HfDb *db, gint64 id, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_CASE_AROUND, error, "l", id) ||
      !hf_rows_next (&rows, error))
    return FALSE;
  one->order = hf_rows_dup (&rows, 0);
  one->bought_on = hf_rows_int_or (&rows, 1, HF_DAY_NONE);
  one->paused = hf_rows_int (&rows, 2) != 0;
  one->begun_at = hf_rows_int (&rows, 3);
  return TRUE;
}

/**
 * hf_complaint_case_load:
 *
 * Reads what one case has; not bounded by the branch's size, but by how much happened in the case.
 *
 * Returns: (transfer full): or %NULL with %HF_ERROR_NOT_FOUND
 */
HfComplaintCase *
hf_complaint_case_load (HfDb *db, gint64 id, GError **error)
{
  g_autoptr (HfComplaintCase) one = g_new0 (HfComplaintCase, 1);

  one->complaint = hf_complaint_load (db, id, error);
  if (one->complaint == NULL)
    return NULL;
  one->log = hf_complaint_dup_log (db, id, error);
  if (one->log == NULL)
    return NULL;
  one->deadlines = hf_deadlines_dup_rows (db, id, error);
  if (one->deadlines == NULL)
    return NULL;
  one->card = hf_card_load (db, one->complaint->customer_id, error);
  if (one->card == NULL || !read_around (one, db, id, error) ||
      !hf_deadline_settings_load (db, &one->settings, error))
    return NULL;
  return g_steal_pointer (&one);
}

/**
 * hf_complaint_case_find_deadline:
 *
 * Returns: (transfer none) (nullable): %NULL where the case has none of that kind
 */
const HfDeadlineRow *
hf_complaint_case_find_deadline (const HfComplaintCase *one, HfDeadlineKind kind)
{
  for (guint i = 0; i < one->deadlines->len; i++)
    {
      const HfDeadlineRow *row = &g_array_index (one->deadlines, HfDeadlineRow, i);

      if (hf_deadline_parse (row->what) == (int) kind)
        return row;
    }
  return NULL;
}

/**
 * hf_complaint_case_get_reached:
 *
 * Returns: when it came to @stage last, %HF_MINUTE_NONE when it did not
 */
HfMinute
hf_complaint_case_get_reached (const HfComplaintCase *one, HfComplaintStage stage)
{
  const char *nick = hf_domain_get_nick (HF_DOMAIN_COMPLAINT_STAGE, (int) stage);
  HfMinute reached = HF_MINUTE_NONE;

  for (guint i = 0; i < one->log->len; i++)
    {
      const HfComplaintLogLine *line = &g_array_index (one->log, HfComplaintLogLine, i);

      if (line->kind == HF_CASE_LOG_MOVE && g_strcmp0 (line->to, nick) == 0)
        reached = line->at;
    }
  return reached;
}
