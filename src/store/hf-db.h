/* hf-db.h: one connection to the branch database
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "hf-civil.h"
#include "hf-error.h"
#include "hf-queries.h"

G_BEGIN_DECLS

/**
 * HfDb:
 *
 * One SQLite connection with its cached statements. Used by one thread at a time: it holds
 * no lock of its own. The app keeps one for the writer thread and some for reading (HfStore);
 * huifangctl has just one.
 */
typedef struct _HfDb HfDb;

typedef enum
{
  HF_DB_WRITE = 0,
  HF_DB_CREATE = 1 << 0, /* make the file where there is none */
  HF_DB_READ = 1 << 1,   /* a reader: writes are refused by SQLite itself */
} HfDbMode;

HfDb *hf_db_open (const char *path, HfDbMode mode, GError **error);
void hf_db_close (HfDb *db);
const char *hf_db_get_path (HfDb *db);
sqlite3 *hf_db_get_handle (HfDb *db);
char *hf_db_dup_default_path (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfDb, hf_db_close)

/**
 * HfRows:
 *
 * The rows of one running statement; lives on the stack, `g_auto (HfRows) rows = HF_ROWS_INIT;`.
 */
typedef struct
{
  HfDb *db;
  sqlite3_stmt *statement;
  gboolean own; /* not from the cache: finalized at the end */
} HfRows;

#define HF_ROWS_INIT  \
  {                   \
    NULL, NULL, FALSE \
  }

gboolean hf_db_run (HfDb *db, HfQuery query, GError **error, const char *format, ...);
gboolean hf_db_run_text (HfDb *db, const char *sql, GError **error, const char *format, ...);
gboolean hf_db_execute (HfDb *db, const char *script, GError **error);
gboolean
hf_db_get_int (HfDb *db, HfQuery query, gint64 *value, GError **error, const char *format, ...);
char *hf_db_dup_text (HfDb *db, HfQuery query, GError **error, const char *format, ...);

gboolean
hf_rows_open (HfRows *rows, HfDb *db, HfQuery query, GError **error, const char *format, ...);
gboolean hf_rows_open_text (
    HfRows *rows, HfDb *db, const char *sql, GError **error, const char *format, ...);
gboolean hf_rows_next (HfRows *rows, GError **error);
gboolean hf_rows_need (HfRows *rows, const char *missing, GError **error);
gint64 hf_rows_int (HfRows *rows, int column);
gint64 hf_rows_int_or (HfRows *rows, int column, gint64 otherwise);
gboolean hf_rows_is_null (HfRows *rows, int column);
const char *hf_rows_text (HfRows *rows, int column);
char *hf_rows_dup (HfRows *rows, int column);
void hf_rows_close (HfRows *rows);
GArray *hf_rows_dup_ids (HfRows *rows, GError **error);
GArray *hf_db_dup_ids (HfDb *db, HfQuery query, GError **error, const char *format, ...);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfRows, hf_rows_close)

gboolean hf_db_set_error (HfDb *db, GError **error);
gint64 hf_db_get_changes (HfDb *db);

G_END_DECLS
