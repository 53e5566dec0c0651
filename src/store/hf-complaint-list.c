/* hf-complaint-list.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-complaint-list.h"

#include <glib/gi18n-lib.h>

#include "hf-lookup.h"

void
hf_complaint_free (HfComplaint *complaint)
{
  g_free (complaint->customer);
  g_free (complaint->words);
  g_free (complaint->remedy);
  g_free (complaint->cause);
  g_free (complaint->action);
  g_free (complaint->investigator);
  g_free (complaint->facts);
  g_free (complaint->apology);
  g_free (complaint->about);
  g_free (complaint->responsible);
  g_free (complaint->received_by);
  g_free (complaint->approved_by);
  g_free (complaint->action_owner);
  g_free (complaint->apologised_by);
  g_free (complaint->product);
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

/* COMP-9: what was found and done, and by whom. */
static void
read_result (HfComplaint *complaint, HfRows *rows)
{
  complaint->channel = (HfChannel) read_word (rows, 23, HF_DOMAIN_CHANNEL);
  complaint->received_by_id = hf_rows_int (rows, 24);
  complaint->purchase_id = hf_rows_int (rows, 25);
  complaint->product_id = hf_rows_int (rows, 26);
  complaint->visit_id = hf_rows_int (rows, 27);
  complaint->facts = hf_rows_dup (rows, 28);
  complaint->remedy_fen = hf_rows_int_or (rows, 29, -1);
  complaint->approved_by_id = hf_rows_int (rows, 30);
  complaint->promised_by = hf_rows_int_or (rows, 31, HF_MINUTE_NONE);
  complaint->action_owner_id = hf_rows_int (rows, 32);
  complaint->action_on = hf_rows_int_or (rows, 33, HF_DAY_NONE);
  complaint->cause_removed = (int) hf_rows_int_or (rows, 34, -1);
  complaint->came_back = hf_rows_int (rows, 35) != 0;
  complaint->apologised_by_id = hf_rows_int (rows, 36);
  complaint->apology = hf_rows_dup (rows, 37);
  complaint->withdrawn_at = hf_rows_int_or (rows, 38, HF_MINUTE_NONE);
  complaint->about = hf_rows_dup (rows, 39);
  complaint->responsible = hf_rows_dup (rows, 40);
  complaint->received_by = hf_rows_dup (rows, 41);
  complaint->approved_by = hf_rows_dup (rows, 42);
  complaint->action_owner = hf_rows_dup (rows, 43);
  complaint->apologised_by = hf_rows_dup (rows, 44);
  complaint->product = hf_rows_dup (rows, 45);
  complaint->last_move = hf_rows_int (rows, 46);
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
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_COMPLAINT_GET, error, "l", id) ||
      !hf_rows_need (&rows, _ ("There is no such complaint."), error))
    return NULL;
  read_row (complaint, &rows);
  read_result (complaint, &rows);
  return g_steal_pointer (&complaint);
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
  return hf_lookup_number (db, HF_QUERY_COMPLAINT_BY_NUMBER, text,
                           _ ("There is no such complaint."), id, error);
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

static void
clear_line (gpointer data)
{
  HfComplaintLogLine *line = data;

  g_free (line->staff);
  g_free (line->from);
  g_free (line->to);
  g_free (line->text);
}

static HfComplaintLogKind
parse_kind (const char *nick)
{
  static const char *const nicks[] = {
    "move",  "note",  "apology", "escalated", "changed", "withdrawn",       "wait",
    "reply", "visit", "missed",  "return",    "enquiry", "enquiry-answered"
  };
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (nicks) && !g_str_equal (nicks[i], nick))
    i++;
  return (HfComplaintLogKind) i;
}

/**
 * hf_complaint_dup_log:
 *
 * Returns: (transfer full) (element-type HfComplaintLogLine): all that happened to a case, the
 * oldest first; %NULL with an error
 */
GArray *
hf_complaint_dup_log (HfDb *db, gint64 id, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (HfComplaintLogLine));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  g_array_set_clear_func (list, clear_line);
  if (!hf_rows_open (&rows, db, HF_QUERY_COMPLAINT_LOG, error, "l", id))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfComplaintLogLine line = { .at = hf_rows_int (&rows, 0),
                                  .kind = parse_kind (hf_rows_text (&rows, 3)),
                                  .staff = hf_rows_dup (&rows, 2),
                                  .from = hf_rows_dup (&rows, 4),
                                  .to = hf_rows_dup (&rows, 5),
                                  .text = hf_rows_dup (&rows, 6) };

      g_array_append_val (list, line);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
