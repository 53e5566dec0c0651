/* hf-kept-rows.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-kept-rows.h"

#include <string.h>

/* A row refers to no more others than this. */
#define MAX_REFERENCES (12)

/**
 * HfKeptRows:
 *
 * An import is taken back but for what was used since. A card without its phone, a purchase without
 * its products would be worse than either, so that is decided for each of them as a whole. Ids are
 * unique across tables.
 */
struct _HfKeptRows
{
  HfDb *db;
  gint64 first_seq;
  gint64 last_seq;
  GHashTable *tables; /* (element-type utf8 Table) */
  GHashTable *seen;   /* (element-type gint64): looked at, coming from a row of somebody else's */
  GHashTable *held;   /* (element-type gint64): referred to by a row of the import that is kept */
  GHashTable *roots;  /* (element-type gint64): those of them that the import inserted */
};

typedef struct
{
  char *select;
  guint n;
  char *columns[MAX_REFERENCES];
  char *parents[MAX_REFERENCES];
} Table;

static void
table_free (gpointer data)
{
  Table *table = data;

  for (guint i = 0; i < table->n; i++)
    {
      g_free (table->columns[i]);
      g_free (table->parents[i]);
    }
  g_free (table->select);
  g_free (table);
}

static char *
make_select (const Table *table, const char *name)
{
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < table->n; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", table->columns[i]);
  g_string_append_printf (sql, "%s FROM %s WHERE id = ?1", table->n == 0 ? "id" : "", name);
  return g_string_free (sql, FALSE);
}

static const Table *
get_table (HfKeptRows *self, const char *name, GError **error)
{
  Table *table = g_hash_table_lookup (self->tables, name);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (table != NULL)
    return table;
  if (!hf_rows_open (&rows, self->db, HF_QUERY_SCHEMA_REFERENCES, error, "s", name))
    return NULL;
  table = g_new0 (Table, 1);
  while (hf_rows_next (&rows, &local))
    {
      g_assert (table->n < MAX_REFERENCES);
      table->columns[table->n] = hf_rows_dup (&rows, 0);
      table->parents[table->n++] = hf_rows_dup (&rows, 1);
    }
  table->select = make_select (table, name);
  if (local != NULL)
    {
      table_free (table);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  g_hash_table_insert (self->tables, g_strdup (name), table);
  return table;
}

static gboolean
has (GHashTable *set, gint64 id)
{
  return g_hash_table_contains (set, &id);
}

static gboolean
add (GHashTable *set, gint64 id)
{
  return g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

/* @ids: (array length=MAX_REFERENCES): those that the row refers to, 0 for none */
static const Table *
read_references (HfKeptRows *self, const char *name, gint64 id, gint64 *ids, GError **error)
{
  const Table *table = get_table (self, name, error);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  memset (ids, 0, MAX_REFERENCES * sizeof *ids);
  if (table == NULL || table->n == 0)
    return table;
  if (!hf_rows_open_text (&rows, self->db, table->select, error, "l", id))
    return NULL;
  if (hf_rows_next (&rows, &local))
    {
      for (guint i = 0; i < table->n; i++)
        ids[i] = hf_rows_int (&rows, (int) i);
    }
  if (local == NULL)
    return table;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
is_inserted (HfKeptRows *self, const char *name, gint64 id, gboolean *inserted, GError **error)
{
  gint64 found = 0;

  if (!hf_db_get_int (self->db, HF_QUERY_CHANGE_INSERTED, &found, error, "llls", id,
                      self->first_seq, self->last_seq, name))
    return FALSE;
  *inserted = found != 0;
  return TRUE;
}

/* @held: a row of the import refers to it that is kept */
static gboolean
keep (HfKeptRows *self, const char *name, gint64 id, gboolean held, GError **error)
{
  gint64 ids[MAX_REFERENCES];
  gboolean inserted = FALSE;
  const Table *table;

  if (has (self->held, id) || (!held && has (self->seen, id)))
    return TRUE;
  if (!is_inserted (self, name, id, &inserted, error))
    return FALSE;
  if (inserted)
    add (self->roots, id);
  add (held || inserted ? self->held : self->seen, id);
  table = read_references (self, name, id, ids, error);
  for (guint i = 0; table != NULL && i < table->n; i++)
    {
      if (ids[i] != 0 && !keep (self, table->parents[i], ids[i], held || inserted, error))
        return FALSE;
    }
  return table != NULL;
}

static gboolean
keep_used (HfKeptRows *self, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, self->db, HF_QUERY_CHANGES_AFTER, error, "l", self->last_seq))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      if (!keep (self, hf_rows_text (&rows, 0), hf_rows_int (&rows, 1), FALSE, error))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hf_kept_rows_find:
 * @first_seq: where the changes of the import begin in the log
 * @last_seq: where they end
 *
 * Costs as much as was changed since then, however long the import was.
 *
 * Returns: (transfer full): what operations that are still in force made use of, or %NULL
 */
HfKeptRows *
hf_kept_rows_find (HfDb *db, gint64 first_seq, gint64 last_seq, GError **error)
{
  g_autoptr (HfKeptRows) self = g_new0 (HfKeptRows, 1);

  self->db = db;
  self->first_seq = first_seq;
  self->last_seq = last_seq;
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, table_free);
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->held = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->roots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return keep_used (self, error) ? g_steal_pointer (&self) : NULL;
}

void
hf_kept_rows_free (HfKeptRows *self)
{
  g_hash_table_unref (self->tables);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->held);
  g_hash_table_unref (self->roots);
  g_free (self);
}

/* What a row belongs to, rather than what it mentions: a tag or a household is nobody's own. */
static gboolean
is_whole (const char *column)
{
  static const char *const wholes[] = { "customer_id", "other_id", "purchase_id", "enrolment_id",
                                        NULL };

  return g_strv_contains (wholes, column);
}

static gboolean
belongs_to_kept (HfKeptRows *self, const char *name, gint64 id, gboolean *kept, GError **error)
{
  gint64 ids[MAX_REFERENCES];
  const Table *table;

  *kept = has (self->roots, id);
  if (*kept)
    return TRUE;
  table = read_references (self, name, id, ids, error);
  for (guint i = 0; table != NULL && i < table->n && !*kept; i++)
    {
      if (ids[i] != 0 && is_whole (table->columns[i]) &&
          !belongs_to_kept (self, table->parents[i], ids[i], kept, error))
        return FALSE;
    }
  return table != NULL;
}

/**
 * hf_kept_rows_has:
 * @inserted: the import inserted the row; else it changed one that was there
 * @kept: (out): whether it is to stay
 */
gboolean
hf_kept_rows_has (HfKeptRows *self,
                  const char *table,
                  gint64 id,
                  gboolean inserted,
                  gboolean *kept,
                  GError **error)
{
  *kept = FALSE;
  if (g_hash_table_size (self->held) == 0)
    return TRUE;
  if (!inserted)
    {
      *kept = has (self->held, id);
      return TRUE;
    }
  return belongs_to_kept (self, table, id, kept, error);
}
