/* hf-undo.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-undo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-complaint-edit.h"
#include "hf-db-private.h"
#include "hf-facts-store.h"
#include "hf-kept-rows.h"

typedef struct
{
  HfDb *db;
  gint64 last_seq;
  gboolean partial; /* an import: what was used since stays, the rest goes */
  HfKeptRows *used; /* what that is */
  gint64 rows;
  gint64 kept;
} Undo;

typedef struct
{
  const char *table;
  gint64 row_id;
  const char *kind;
  const char *old;
  const char *now;
} Change;

static GPtrArray *
dup_keys (HfDb *db, const char *json, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_JSON_KEYS, error, "s", json))
    return NULL;
  while (hf_rows_next (&rows, &local))
    g_ptr_array_add (keys, hf_rows_dup (&rows, 0));
  if (local == NULL)
    return g_steal_pointer (&keys);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static char *
make_update (const Change *change, GPtrArray *keys)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE %s SET ", change->table);
  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (sql, "%s%s = json_extract (?2, '$.%s')", i > 0 ? ", " : "",
                            (char *) keys->pdata[i], (char *) keys->pdata[i]);
  g_string_append (sql, " WHERE id = ?1");
  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (sql, " AND %s IS json_extract (?3, '$.%s')", (char *) keys->pdata[i],
                            (char *) keys->pdata[i]);
  return g_string_free (sql, FALSE);
}

static char *
make_insert (const Change *change, GPtrArray *keys)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (", change->table);
  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", (char *) keys->pdata[i]);
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (sql, "%sjson_extract (?1, '$.%s')", i > 0 ? ", " : "",
                            (char *) keys->pdata[i]);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/* The columns go back only where they still hold what the operation wrote. */
static gboolean
take_back_update (Undo *undo, const Change *change, GError **error)
{
  g_autoptr (GPtrArray) keys = dup_keys (undo->db, change->old, error);
  g_autofree char *sql = keys != NULL ? make_update (change, keys) : NULL;

  return sql != NULL &&
         hf_db_run_text (undo->db, sql, error, "lss", change->row_id, change->old, change->now);
}

static gboolean
take_back_delete (Undo *undo, const Change *change, GError **error)
{
  g_autoptr (GPtrArray) keys = dup_keys (undo->db, change->old, error);
  g_autofree char *sql = keys != NULL ? make_insert (change, keys) : NULL;

  return sql != NULL && hf_db_run_text (undo->db, sql, error, "s", change->old);
}

static gboolean
take_back_insert (Undo *undo, const Change *change, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", change->table);
  gint64 later = 0;

  if (!hf_db_get_int (undo->db, HF_QUERY_CHANGE_LATER, &later, error, "lls", change->row_id,
                      undo->last_seq, change->table))
    return FALSE;
  if (later != 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT, "changed since");
      return FALSE;
    }
  return hf_db_run_text (undo->db, sql, error, "l", change->row_id);
}

/* A row that somebody wrote about since, or that is gone. */
static gboolean
is_conflict (Undo *undo, const GError *error)
{
  int code = sqlite3_errcode (undo->db->handle) & 0xff;

  return g_error_matches (error, HF_ERROR, HF_ERROR_CONFLICT) ||
         (g_error_matches (error, HF_ERROR, HF_ERROR_DATABASE) && code == SQLITE_CONSTRAINT);
}

static gboolean
take_back (Undo *undo, const Change *change, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean done;

  if (*change->kind == 'I')
    done = take_back_insert (undo, change, &local);
  else if (*change->kind == 'U')
    done = take_back_update (undo, change, &local);
  else
    done = take_back_delete (undo, change, &local);
  if (done && hf_db_get_changes (undo->db) > 0)
    {
      undo->rows++;
      return TRUE;
    }
  if (!done && !is_conflict (undo, local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  undo->kept++;
  if (undo->partial)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_CONFLICT,
               _ ("This can't be undone, since it was changed again later. Undo the later change "
                  "first.\n%s %lld"),
               change->table, (long long) change->row_id);
  return FALSE;
}

static gboolean
take_back_or_keep (Undo *undo, const Change *change, GError **error)
{
  gboolean kept = FALSE;

  if (undo->used != NULL && !hf_kept_rows_has (undo->used, change->table, change->row_id,
                                               *change->kind == 'I', &kept, error))
    return FALSE;
  if (!kept)
    return take_back (undo, change, error);
  undo->kept++;
  return TRUE;
}

static gboolean
take_back_rows (Undo *undo, gint64 first_seq, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, undo->db, HF_QUERY_OPERATION_CHANGES_BACKWARDS, error, "ll", first_seq,
                     undo->last_seq))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      Change change = { hf_rows_text (&rows, 1), hf_rows_int (&rows, 2), hf_rows_text (&rows, 3),
                        hf_rows_text (&rows, 4), hf_rows_text (&rows, 5) };
      guint done = (guint) (undo->last_seq - hf_rows_int (&rows, 0));

      if (!hf_progress_step (undo->db, done, (guint) (undo->last_seq - first_seq + 1), error) ||
          !take_back_or_keep (undo, &change, error))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
take_back_all (Undo *undo, gint64 first_seq, GError **error)
{
  g_autoptr (HfKeptRows) used = NULL;

  if (undo->partial)
    {
      used = hf_kept_rows_find (undo->db, first_seq, undo->last_seq, error);
      if (used == NULL)
        return FALSE;
    }
  undo->used = used;
  return take_back_rows (undo, first_seq, error);
}

/* A complaint is never deleted (COMP-9): one that was opened by mistake stays, as withdrawn. */
static gboolean
withdraw_opened (Undo *undo, const HfActor *actor, gint64 first_seq, GError **error)
{
  gint64 id = 0, later = 0;

  if (!hf_db_get_int (undo->db, HF_QUERY_COMPLAINT_OPENED_BETWEEN, &id, error, "ll", first_seq,
                      undo->last_seq) ||
      !hf_db_get_int (undo->db, HF_QUERY_CHANGE_LATER, &later, error, "lls", id, undo->last_seq,
                      "complaint"))
    return FALSE;
  if (later != 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT,
                           _ ("This can't be undone, since it was changed again later. Undo the "
                              "later change first."));
      return FALSE;
    }
  undo->rows = 1;
  return hf_complaint_withdraw (undo->db, actor, id, error);
}

/* Marks both rows: the one taken back, and, where that was itself an undo, the one now in force
 * again. */
static gboolean
mark (HfDb *db, gint64 operation, gint64 by, gint64 undoes, GError **error)
{
  return hf_db_run (db, HF_QUERY_OPERATION_MARK_UNDONE, error, "lr", operation, by) &&
         (undoes == 0 ||
          hf_db_run (db, HF_QUERY_OPERATION_MARK_UNDONE, error, "lr", undoes, (gint64) 0));
}

static gboolean
check_permitted (HfRows *row, const HfActor *actor, GError **error)
{
  if (!hf_rows_is_null (row, 4))
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT, _ ("This was undone already."));
      return FALSE;
    }
  if (actor->role != HF_ROLE_MANAGER && hf_rows_int (row, 3) != actor->staff_id)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_ALLOWED,
                           _ ("Only a manager can undo what somebody else did."));
      return FALSE;
    }
  return TRUE;
}

/* Undoing the undo of an undo would leave in force what has no rows any more. */
static gboolean
check_is_deed (HfRows *row, GError **error)
{
  if (hf_rows_is_null (row, 5))
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT,
                       _ ("This only took something back, or brought it back. Undo what was done "
                          "itself, or redo it."));
  return FALSE;
}

static gboolean
undo_found (HfDb *db,
            const HfActor *actor,
            HfRows *row,
            const char *kind,
            HfUndoResult *result,
            GError **error)
{
  g_auto (HfOperation) running = HF_OPERATION_INIT;
  gint64 undoes = hf_rows_int (row, 5);
  gint64 first_seq = hf_rows_int (row, 6);
  Undo undo = { db, hf_rows_int (row, 7), FALSE, NULL, 0, 0 };

  result->operation = hf_rows_int (row, 0);
  result->kind = hf_rows_dup (row, 1);
  result->subject = hf_rows_dup (row, 2);
  undo.partial = g_str_has_prefix (result->kind, "import.");
  hf_rows_close (row);
  if (g_str_equal (result->kind, "engine.run"))
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT,
                           _ ("The daily evaluation follows from the facts and can't be undone. "
                              "Undo what was recorded wrongly instead."));
      return FALSE;
    }
  if (g_str_equal (result->kind, "customer.erase"))
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT,
                           _ ("What was erased is gone for good; nothing can bring it back."));
      return FALSE;
    }
  if (!hf_operation_begin (&running, db, actor, kind, error))
    return FALSE;
  running.undoes = result->operation;
  if (!(g_str_equal (result->kind, "complaint.open")
            ? withdraw_opened (&undo, actor, first_seq, error)
            : take_back_all (&undo, first_seq, error)) ||
      (undo.rows > 0 && !mark (db, result->operation, running.id, undoes, error)) ||
      !hf_facts_refresh_undone (db, actor, running.first_seq, error) ||
      !hf_operation_commit (&running, result->subject, error))
    return FALSE;
  result->rows = undo.rows;
  result->kept = undo.kept;
  return TRUE;
}

static gboolean
undo_by_id (HfDb *db,
            const HfActor *actor,
            gint64 operation,
            const char *kind,
            HfUndoResult *result,
            GError **error)
{
  gboolean redoing = strcmp (kind, "redo") == 0;
  g_auto (HfRows) row = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&row, db, HF_QUERY_OPERATION_GET, error, "l", operation))
    return FALSE;
  if (hf_rows_next (&row, &local))
    return check_permitted (&row, actor, error) && (redoing || check_is_deed (&row, error)) &&
           undo_found (db, actor, &row, kind, result, error);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is nothing to undo."));
  return FALSE;
}

void
hf_undo_result_clear (HfUndoResult *result)
{
  g_clear_pointer (&result->kind, g_free);
  g_clear_pointer (&result->subject, g_free);
}

/**
 * hf_command_undo:
 * @operation: which; 0 for the newest in force of whoever is signed in, or, for the owner of the
 * file, of anybody. What the program does by itself is left out
 * @result: (out caller-allocates): cleared with hf_undo_result_clear()
 *
 * Takes an operation back, but for an undo or redo (%HF_ERROR_CONFLICT), itself as one operation
 * that can be undone. All of it, or, when a row was changed since, nothing and %HF_ERROR_CONFLICT;
 * of an import the customers and purchases that nobody made use of since, with all that belongs to
 * them (PUR-4).
 */
gboolean
hf_command_undo (
    HfDb *db, const HfActor *actor, gint64 operation, HfUndoResult *result, GError **error)
{
  memset (result, 0, sizeof *result);
  if (operation == 0 && !hf_db_get_int (db, HF_QUERY_OPERATION_LAST_UNDOABLE, &operation, error,
                                        "l", actor->staff_id))
    return FALSE;
  return undo_by_id (db, actor, operation, "undo", result, error);
}

/**
 * hf_command_redo:
 *
 * Takes the newest undo back, unless something else was done since. The kind in @result is that of
 * what is done again.
 */
gboolean
hf_command_redo (HfDb *db, const HfActor *actor, HfUndoResult *result, GError **error)
{
  g_autofree char *kind = NULL;
  gint64 operation = 0;

  memset (result, 0, sizeof *result);
  if (!hf_db_get_int (db, HF_QUERY_OPERATION_LAST_REDOABLE, &operation, error, "l",
                      actor->staff_id))
    return FALSE;
  if (operation == 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                           _ ("There is nothing to redo: nothing was undone, or something else was "
                              "done since."));
      return FALSE;
    }
  kind = hf_db_dup_text (db, HF_QUERY_OPERATION_UNDONE_KIND, error, "l", operation);
  if (kind == NULL || !undo_by_id (db, actor, operation, "redo", result, error))
    return FALSE;
  g_free (result->kind);
  result->kind = g_steal_pointer (&kind);
  return TRUE;
}
