/* hf-db.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "hf-change-log.h"
#include "hf-db-watch.h"

#define BUSY_TIMEOUT_MS (5000)

/* FULL, not NORMAL: with NORMAL a power cut takes the last commits along, which somebody was told
 * are safe. */
static const char pragmas[] = "PRAGMA foreign_keys = ON;"
                              "PRAGMA synchronous = FULL;"
                              "PRAGMA journal_size_limit = 67108864;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA cell_size_check = ON;";

static gboolean
make_private_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) == 0 &&
      (fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600)) >= 0)
    return g_close (fd, error);
  g_set_error (
      error, HF_ERROR, errno == ENOSPC ? HF_ERROR_FULL : HF_ERROR_READ_ONLY,
      _ ("The database cannot be made in “%s”. Choose a folder that you may write to.\n%s"), folder,
      g_strerror (errno));
  return FALSE;
}

static gboolean
check_place (const char *path, HfDbMode mode, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("“%s” is a folder, not a database."),
                   path);
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (mode & HF_DB_CREATE)
    return make_private_file (path, error);
  g_set_error (error, HF_ERROR, HF_ERROR_MISSING,
               _ ("There is no database at “%s” yet. Make one with “huifangctl init”."), path);
  return FALSE;
}

static gboolean
check_writable (HfDb *db, GError **error)
{
  if ((db->mode & HF_DB_READ) || sqlite3_db_readonly (db->handle, "main") == 0)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_READ_ONLY,
               _ ("The database “%s” can only be read. Check the file's permissions, or that its "
                  "disk is not "
                  "write-protected."),
               db->path);
  return FALSE;
}

static gboolean
prepare (HfDb *db, GError **error)
{
  if (!hf_db_execute (db, pragmas, error) || !hf_db_add_functions (db, error))
    return FALSE;
  /* A reader's pages are in the system's cache as well; the window has several readers. */
  if (db->mode & HF_DB_READ)
    return hf_db_execute (db, "PRAGMA query_only = ON; PRAGMA cache_size = -2048", error) &&
           hf_db_migrate (db, error) && hf_db_read_identity (db, error);
  return check_writable (db, error) && hf_db_execute (db, "PRAGMA cache_size = -65536", error) &&
         hf_db_migrate (db, error) && hf_db_execute (db, "PRAGMA journal_mode = WAL;", error) &&
         hf_db_run (db, HF_QUERY_FOLLOW_UP_GATHER_BEGIN, error, "") &&
         hf_db_read_identity (db, error);
}

/* Nobody asks SQLite how much memory it holds, and counting it takes a lock at each allocation: a
 * tenth of an import. Too late, and harmless, when another library of the process used SQLite. */
static void
configure_once (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&done, 1);
    }
}

/**
 * hf_db_open:
 * @path: the database file
 *
 * Opens @path, brings its schema up to date (a writer), and refuses what is no
 * database of ours, is damaged, or was written by a newer version.
 *
 * Returns: (transfer full): the connection, or %NULL with an #HfError
 */
HfDb *
hf_db_open (const char *path, HfDbMode mode, GError **error)
{
  g_autoptr (HfDb) db = NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;

  g_return_val_if_fail (path != NULL, NULL);

  if (!check_place (path, mode, error))
    return NULL;
  configure_once ();
  db = g_new0 (HfDb, 1);
  db->path = g_strdup (path);
  db->mode = mode;
  db->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  db->changed_from = g_string_new (NULL);
  db->changed_to = g_string_new (NULL);
  if (sqlite3_open_v2 (path, &db->handle, flags, NULL) != SQLITE_OK)
    {
      hf_db_set_error (db, error);
      return NULL;
    }
  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_busy_timeout (db->handle, BUSY_TIMEOUT_MS);
  if (!prepare (db, error))
    return NULL;
  if (!(mode & HF_DB_READ))
    hf_db_watch_tell (db);
  return g_steal_pointer (&db);
}

static void
finalize_statements (HfDb *db)
{
  GHashTableIter iter;
  gpointer statement;

  for (int i = 0; i < HF_N_QUERIES; i++)
    sqlite3_finalize (db->cache[i]);
  g_hash_table_iter_init (&iter, db->texts);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    sqlite3_finalize (statement);
}

/**
 * hf_db_close:
 * @db: (transfer full) (nullable):
 *
 * Rolls back what was not committed.
 */
void
hf_db_close (HfDb *db)
{
  if (db == NULL)
    return;
  finalize_statements (db);
  if (db->handle != NULL && !(db->mode & HF_DB_READ))
    /* The limit keeps it short in a branch of a million customers. */
    sqlite3_exec (db->handle, "PRAGMA analysis_limit = 400; PRAGMA optimize", NULL, NULL, NULL);
  sqlite3_close (db->handle);
  if (db->clear_plans != NULL)
    db->clear_plans (db->plans);
  if (db->clear_schemes != NULL)
    db->clear_schemes (db->schemes);
  g_hash_table_unref (db->texts);
  g_string_free (db->changed_from, TRUE);
  g_string_free (db->changed_to, TRUE);
  g_free (db->path);
  g_free (db);
}

const char *
hf_db_get_path (HfDb *db)
{
  return db->path;
}

/**
 * hf_db_get_handle:
 *
 * For sqlite3_interrupt() from another thread, and for tests.
 */
sqlite3 *
hf_db_get_handle (HfDb *db)
{
  return db->handle;
}

/**
 * hf_db_dup_default_path:
 *
 * Returns: (transfer full): `$XDG_DATA_HOME/huifang/branch.db`
 */
char *
hf_db_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "huifang", "branch.db", NULL);
}

/**
 * hf_db_set_wide:
 * @wide: before, and no longer, for very many rows
 *
 * Rows that come in no order touch other pages of a dozen indexes each: what doesn't fit into the
 * cache is written and read again. All of an import stays below 200 MB all the same.
 */
gboolean
hf_db_set_wide (HfDb *db, gboolean wide, GError **error)
{
  return hf_db_execute (
      db, wide ? "PRAGMA cache_size = -147456" : "PRAGMA cache_size = -65536; PRAGMA shrink_memory",
      error);
}
