/* hf-operation.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-operation.h"

#include "hf-db-private.h"
#include "hf-search.h"

/**
 * hf_operation_begin:
 * @operation: an empty #HfOperation
 * @actor: borrowed until the end
 * @kind: (transfer none): static, the command's name such as `visit.log`
 *
 * Begins a transaction in which the change log knows whose changes it writes.
 */
gboolean
hf_operation_begin (
    HfOperation *operation, HfDb *db, const HfActor *actor, const char *kind, GError **error)
{
  operation->actor = actor;
  operation->kind = kind;
  if (db->operation != 0)
    {
      operation->db = db;
      operation->inner = TRUE;
      operation->id = db->operation;
      return TRUE;
    }
  if (!hf_db_execute (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  operation->db = db;
  /* Another process may have given ids since. */
  if (!hf_db_read_identity (db, error) ||
      !hf_db_get_int (db, HF_QUERY_CHANGE_NEXT_SEQ, &operation->first_seq, error, ""))
    {
      hf_operation_abandon (operation);
      return FALSE;
    }
  operation->id = db->operation = hf_db_new_id (db);
  return TRUE;
}

static gboolean
write_row (HfOperation *operation, const char *subject, GError **error)
{
  const HfActor *actor = operation->actor;
  gint64 next_seq = operation->first_seq;

  if (!hf_db_get_int (operation->db, HF_QUERY_CHANGE_NEXT_SEQ, &next_seq, error, ""))
    return FALSE;
  if (next_seq == operation->first_seq)
    {
      operation->id = 0;
      return TRUE;
    }
  return hf_db_run (operation->db, HF_QUERY_OPERATION_INSERT, error, "lssrllllr", operation->id,
                    operation->kind, subject, actor->staff_id, actor->now, actor->now_ms,
                    operation->first_seq, next_seq - 1, operation->undoes);
}

/**
 * hf_operation_commit:
 * @subject: (nullable): whom or what it was about, as a person would say it; no number, no health
 *
 * Makes it durable: once this returned %TRUE, a power cut loses nothing of it.
 */
gboolean
hf_operation_commit (HfOperation *operation, const char *subject, GError **error)
{
  HfDb *db = operation->db;

  if (operation->inner)
    {
      operation->db = NULL;
      return TRUE;
    }
  if (!hf_search_catch_up (db, error) ||
      !write_row (operation, subject != NULL ? subject : "", error) ||
      !hf_db_save_next_id (db, error) || !hf_db_execute (db, "COMMIT", error))
    {
      hf_operation_abandon (operation);
      return FALSE;
    }
  db->operation = 0;
  operation->db = NULL;
  return TRUE;
}

/**
 * hf_operation_abandon:
 *
 * Rolls back; nothing happens when it was committed. An inner operation leaves that to the outer.
 */
void
hf_operation_abandon (HfOperation *operation)
{
  HfDb *db = g_steal_pointer (&operation->db);

  if (db == NULL || operation->inner)
    return;
  db->operation = 0;
  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}
