/* hf-backup.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <string.h>
#include <unistd.h>

#include "hf-db-private.h"
#include "hf-office.h"

/* Pages a step: so often it is looked whether somebody pressed Cancel. */
#define PAGES_A_STEP (256)

static gboolean
copy_pages (HfDb *db, sqlite3 *target, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", db->handle, "main");
  int result = SQLITE_OK;

  while (backup != NULL && (result == SQLITE_OK || result == SQLITE_BUSY) &&
         !g_cancellable_is_cancelled (cancellable))
    result = sqlite3_backup_step (backup, PAGES_A_STEP);
  if (backup == NULL || sqlite3_backup_finish (backup) != SQLITE_OK || result != SQLITE_DONE)
    {
      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        g_set_error (error, HF_ERROR,
                     sqlite3_errcode (target) == SQLITE_FULL ? HF_ERROR_FULL : HF_ERROR_DATABASE,
                     _ ("The backup could not be written; the last one was kept.\n%s"),
                     sqlite3_errmsg (target));
      return FALSE;
    }
  return TRUE;
}

/* A reader's view of the file: without it, each commit of another process would make the copy begin
 * again. In WAL mode nobody waits for a reader. */
static gboolean
copy_snapshot (HfDb *db, sqlite3 *target, GCancellable *cancellable, GError **error)
{
  gboolean inner = !sqlite3_get_autocommit (db->handle);
  gint64 objects = 0;
  gboolean copied;

  if (!inner && !hf_db_execute (db, "BEGIN", error))
    return FALSE;
  copied = hf_db_get_int (db, HF_QUERY_SCHEMA_OBJECT_COUNT, &objects, error, "") &&
           copy_pages (db, target, cancellable, error);
  if (!inner)
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
  return copied;
}

static gboolean
quick_check (sqlite3 *target, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean good;

  good = sqlite3_prepare_v2 (target, "PRAGMA quick_check (1)", -1, &statement, NULL) == SQLITE_OK &&
         sqlite3_step (statement) == SQLITE_ROW &&
         g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  if (!good)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_CORRUPT,
                         _ ("The backup does not read back as it should; it was thrown away."));
  return good;
}

static gboolean
sync_and_rename (const char *temporary, const char *path, GError **error)
{
  int fd = g_open (temporary, O_RDONLY | O_CLOEXEC, 0);

  if (fd >= 0 && fsync (fd) == 0 && g_close (fd, NULL) && g_rename (temporary, path) == 0)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_READ_ONLY, _ ("“%s” cannot be written.\n%s"), path,
               g_strerror (errno));
  return FALSE;
}

/* However it is called: through a link, by a path of another form. */
static gboolean
check_is_other_file (HfDb *db, const char *path, GError **error)
{
  GStatBuf ours, theirs;

  if (g_stat (db->path, &ours) != 0 || g_stat (path, &theirs) != 0 ||
      ours.st_dev != theirs.st_dev || ours.st_ino != theirs.st_ino)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is the database itself. Choose another file for the copy."), path);
  return FALSE;
}

/* Whether the header of a database says that it is one of ours. */
static gboolean
is_huifang (const guint8 *header, gsize length)
{
  const gsize application_id = 68;
  guint32 id;

  if (length < application_id + sizeof id || memcmp (header, "SQLite format 3", 16) != 0)
    return FALSE;
  memcpy (&id, header + application_id, sizeof id);
  return GUINT32_FROM_BE (id) == HF_DB_APPLICATION_ID;
}

/* A slip of the pen must not cost somebody a list: only a backup is replaced by a backup. */
static gboolean
may_replace (const char *path, GError **error)
{
  guint8 header[100];
  ssize_t length = 0;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0 && errno == ENOENT)
    return TRUE;
  if (fd >= 0)
    {
      length = read (fd, header, sizeof header);
      g_close (fd, NULL);
    }
  if (length > 0 && is_huifang (header, (gsize) length))
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_CONFLICT,
               _ ("“%s” is there already and is no Huifang database. Choose another name for the "
                  "backup."),
               path);
  return FALSE;
}

/**
 * hf_backup_write:
 * @path: a new file, or an older backup (%HF_ERROR_CONFLICT for any other), replaced only once the
 * copy is complete, read back and on the disk
 * @cancellable: (nullable):
 *
 * Copies the database as it is now, while others go on using it. Any thread that owns @db.
 */
gboolean
hf_backup_write (HfDb *db, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".part", NULL);
  sqlite3 *target = NULL;
  gboolean done;
  int fd;

  if (!check_is_other_file (db, path, error) || !may_replace (path, error))
    return FALSE;
  g_unlink (temporary);
  fd = g_open (temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_set_error (error, HF_ERROR, errno == ENOSPC ? HF_ERROR_FULL : HF_ERROR_READ_ONLY,
                   _ ("“%s” cannot be written.\n%s"), path, g_strerror (errno));
      return FALSE;
    }
  g_close (fd, NULL);
  done = sqlite3_open_v2 (temporary, &target, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
         copy_snapshot (db, target, cancellable, error) &&
         sqlite3_exec (target, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) == SQLITE_OK &&
         quick_check (target, error);
  sqlite3_close (target);
  if (done && sync_and_rename (temporary, path, error))
    return TRUE;
  if (error != NULL && *error == NULL)
    g_set_error (error, HF_ERROR, HF_ERROR_DATABASE, _ ("“%s” cannot be written."), path);
  g_unlink (temporary);
  return FALSE;
}

/* The copy names itself, and nobody makes one unseen: the log comes first. */
static gboolean
note_backup (HfDb *db, const HfActor *actor, const char *path, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = g_path_get_basename (path);

  return hf_operation_begin (&operation, db, actor, "backup", error) &&
         hf_audit_write (db, actor, "export", NULL, 0, name, error) &&
         hf_operation_commit (&operation, NULL, error);
}

/**
 * hf_command_backup:
 *
 * As hf_backup_write(), for a person. A copy holds all numbers of all customers: managers only, and
 * it is in the audit log (PHONE-3, ROLE-1).
 */
gboolean
hf_command_backup (
    HfDb *db, const HfActor *actor, const char *path, GCancellable *cancellable, GError **error)
{
  return hf_actor_check_manager (actor, error) && note_backup (db, actor, path, error) &&
         hf_backup_write (db, path, cancellable, error);
}
