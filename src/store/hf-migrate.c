/* hf-migrate.c: the schema, one numbered script at a time
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-db-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "hf-backup.h"
#include "hf-change-log.h"
#include "hf-store-resources.h"

#define SQL_FOLDER "/org/huifang/Huifang/sql/"

static const char *const scripts[] = { "001-schema.sql" };

#define VERSION ((guint) G_N_ELEMENTS (scripts))

static gboolean
run_script (HfDb *db, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (SQL_FOLDER, name, NULL);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (hf_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL && hf_db_execute (db, g_bytes_get_data (bytes, NULL), error);
}

static gint64
random_device_no (void)
{
  return g_random_int_range (1, 32768);
}

static gboolean
write_identity (HfDb *db, GError **error)
{
  g_autofree char *device = g_strdup_printf ("%" G_GINT64_FORMAT, random_device_no ());

  return hf_db_run (db, HF_QUERY_META_SET, error, "ss", "device-no", device) &&
         hf_db_run (db, HF_QUERY_META_SET, error, "ss", "next-id", "1") &&
         hf_db_execute (db, "PRAGMA application_id = " G_STRINGIFY (HF_DB_APPLICATION_ID), error);
}

static gboolean
check_keys (HfDb *db, GError **error)
{
  g_autofree char *broken = hf_db_dup_text (db, HF_QUERY_SCHEMA_BROKEN_KEYS, error, "");

  if (broken == NULL)
    return error == NULL || *error == NULL;
  g_set_error (error, HF_ERROR, HF_ERROR_CORRUPT,
               _ ("The database could not be brought up to date; it was left as it was.\n"
                  "foreign key broken in %s"),
               broken);
  return FALSE;
}

static gboolean
migrate_from (HfDb *db, gint64 version, GError **error)
{
  g_autofree char *bump = g_strdup_printf ("PRAGMA user_version = %u", VERSION);

  for (guint i = (guint) version; i < VERSION; i++)
    {
      if (!run_script (db, scripts[i], error))
        return FALSE;
    }
  return hf_change_log_make_triggers (db, error) && (version > 0 || write_identity (db, error)) &&
         hf_db_execute (db, bump, error) && check_keys (db, error);
}

/* Another process may have done it while this one waited for the lock, so the version is read
 * again. */
static gboolean
migrate_locked (HfDb *db, GError **error)
{
  gint64 version = 0;

  if (!hf_db_execute (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (hf_db_get_int (db, HF_QUERY_SCHEMA_VERSION, &version, error, "") &&
      (version >= (gint64) VERSION || migrate_from (db, version, error)) &&
      hf_db_execute (db, "COMMIT", error))
    return TRUE;
  sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
back_up_before (HfDb *db, gint64 version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s.before-%u", db->path, VERSION);

  return version == 0 || hf_backup_write (db, path, NULL, error);
}

static gboolean
check_identity (HfDb *db, gint64 *version, GError **error)
{
  gint64 application = 0;
  gint64 objects = 0;

  if (!hf_db_get_int (db, HF_QUERY_SCHEMA_APPLICATION, &application, error, "") ||
      !hf_db_get_int (db, HF_QUERY_SCHEMA_OBJECT_COUNT, &objects, error, "") ||
      !hf_db_get_int (db, HF_QUERY_SCHEMA_VERSION, version, error, ""))
    return FALSE;
  if (application != HF_DB_APPLICATION_ID && (objects > 0 || *version > 0))
    {
      g_set_error (error, HF_ERROR, HF_ERROR_CORRUPT,
                   _ ("“%s” is another program's database, not Huifang's."), db->path);
      return FALSE;
    }
  if (*version > (gint64) VERSION)
    {
      g_set_error (
          error, HF_ERROR, HF_ERROR_NEWER,
          _ ("The database was written by a newer version of Huifang. Update the program on this "
             "computer; nothing was changed.\ndatabase version %lld, program %u"),
          (long long) *version, VERSION);
      return FALSE;
    }
  return TRUE;
}

/**
 * hf_db_migrate:
 *
 * Brings the schema up to date: script and version in one transaction, a backup before, the
 * keys checked before the commit. A reader only checks.
 */
gboolean
hf_db_migrate (HfDb *db, GError **error)
{
  gint64 version = 0;

  if (!check_identity (db, &version, error))
    return FALSE;
  if (version == (gint64) VERSION)
    return TRUE;
  if (version == 0 && !(db->mode & HF_DB_CREATE))
    {
      g_set_error (error, HF_ERROR, HF_ERROR_MISSING,
                   _ ("“%s” is an empty file. Make a database with “huifangctl init”."), db->path);
      return FALSE;
    }
  /* A script may rebuild a table, which its references must survive; the keys are checked at the
   * end. */
  return back_up_before (db, version, error) &&
         hf_db_execute (db, "PRAGMA foreign_keys = OFF", error) && migrate_locked (db, error) &&
         hf_db_execute (db, "PRAGMA foreign_keys = ON", error);
}

static gboolean
read_number (HfDb *db, const char *key, gint64 *number, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *text = hf_db_dup_text (db, HF_QUERY_META_GET, &local, "s", key);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (text == NULL || (*number = g_ascii_strtoll (text, NULL, 10)) <= 0)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_CORRUPT,
                   _ ("The database is damaged. Restore the newest backup.\nmeta.%s"), key);
      return FALSE;
    }
  return TRUE;
}

gboolean
hf_db_read_identity (HfDb *db, GError **error)
{
  if (!read_number (db, "device-no", &db->device_no, error) ||
      !read_number (db, "next-id", &db->next_id, error))
    return FALSE;
  db->saved_id = db->next_id;
  return TRUE;
}

gboolean
hf_db_save_next_id (HfDb *db, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, db->next_id);

  if (db->next_id == db->saved_id)
    return TRUE;
  db->saved_id = db->next_id;
  return hf_db_run (db, HF_QUERY_META_SET, error, "ss", "next-id", text);
}
