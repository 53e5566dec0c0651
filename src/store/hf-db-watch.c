/* hf-db-watch.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-db-watch.h"

#include <fcntl.h>
#include <sys/stat.h>

/* How long after a write of another process the lists follow, at most. */
#define NOTICE_MS (100)

/* As SQLite does where nobody takes its hook's place. */
#define CHECKPOINT_PAGES (1000)

struct _HfDbWatch
{
  HfDb *db;
  GFunc changed;
  gpointer data;
  GFileMonitor *monitor;
  gint64 version; /* PRAGMA data_version as last seen */
};

static gboolean
read_version (HfDbWatch *watch, gint64 *version, GError **error)
{
  return hf_db_get_int (watch->db, HF_QUERY_SCHEMA_DATA_VERSION, version, error, "");
}

static void
on_wal_changed (
    GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  hf_db_watch_look (data);
}

static int
on_commit (void *data, sqlite3 *handle, const char *schema, int n_pages)
{
  const char *wal = sqlite3_filename_wal (sqlite3_db_filename (handle, schema));

  utimensat (AT_FDCWD, wal, NULL, 0);
  if (n_pages >= CHECKPOINT_PAGES)
    sqlite3_wal_checkpoint_v2 (handle, schema, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  return SQLITE_OK;
}

/**
 * hf_db_watch_tell:
 *
 * Lets each commit of @db touch the `-wal` file once it can be seen. The log was written before it
 * was synchronized, and on a slow disk those who were told then have looked long since.
 */
void
hf_db_watch_tell (HfDb *db)
{
  sqlite3_wal_hook (hf_db_get_handle (db), on_commit, NULL);
}

/**
 * hf_db_watch_new:
 * @db: (transfer none): a connection of this thread's; must outlive the watch. Its own commits are
 * not told
 * @changed: called with @db and @data, on the thread whose main context is the default one here
 *
 * Watches the `-wal` file, which each commit touches (hf_db_watch_tell()): no polling, and no bus
 * is needed between processes.
 *
 * Returns: (transfer full): or %NULL with an error
 */
HfDbWatch *
hf_db_watch_new (HfDb *db, GFunc changed, gpointer data, GError **error)
{
  g_autoptr (HfDbWatch) watch = g_new0 (HfDbWatch, 1);
  g_autofree char *wal = g_strconcat (hf_db_get_path (db), "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (wal);

  watch->db = db;
  watch->changed = changed;
  watch->data = data;
  watch->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, error);
  if (watch->monitor == NULL)
    return NULL;
  g_file_monitor_set_rate_limit (watch->monitor, NOTICE_MS);
  g_signal_connect (watch->monitor, "changed", G_CALLBACK (on_wal_changed), watch);
  return read_version (watch, &watch->version, error) ? g_steal_pointer (&watch) : NULL;
}

void
hf_db_watch_free (HfDbWatch *watch)
{
  if (watch->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (watch->monitor, watch);
      g_file_monitor_cancel (watch->monitor);
    }
  g_clear_object (&watch->monitor);
  g_free (watch);
}

/**
 * hf_db_watch_look:
 *
 * Asks at once whether anybody else committed since it was asked last: 3 µs.
 */
void
hf_db_watch_look (HfDbWatch *watch)
{
  g_autoptr (GError) error = NULL;
  gint64 version = watch->version;

  if (!read_version (watch, &version, &error))
    g_warning ("cannot see whether the database changed: %s", error->message);
  if (version == watch->version)
    return;
  watch->version = version;
  watch->changed (watch->db, watch->data);
}
