/* hf-db-error.c: what SQLite reports, in words for a person
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-db-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  int primary; /* SQLite's result code */
  HfError code;
  const char *sentence;
} Meaning;

static const Meaning meanings[] = {
  { SQLITE_BUSY, HF_ERROR_BUSY,
    N_ ("Another program is writing to the database just now. Nothing was changed; try again in a "
        "moment.") },
  { SQLITE_LOCKED, HF_ERROR_BUSY,
    N_ ("Another program is writing to the database just now. Nothing was changed; try again in a "
        "moment.") },
  { SQLITE_FULL, HF_ERROR_FULL,
    N_ ("The disk is full. Nothing was changed; make room on it and try again.") },
  { SQLITE_CORRUPT, HF_ERROR_CORRUPT,
    N_ ("The database is damaged. Don't enter anything more; restore the newest backup.") },
  { SQLITE_NOTADB, HF_ERROR_CORRUPT,
    N_ ("This file is not a Huifang database, or it is damaged.") },
  { SQLITE_READONLY, HF_ERROR_READ_ONLY,
    N_ ("The database can only be read. Check the permissions of the file and of its folder.") },
  { SQLITE_PERM, HF_ERROR_READ_ONLY,
    N_ ("The database can only be read. Check the permissions of the file and of its folder.") },
  { SQLITE_CANTOPEN, HF_ERROR_READ_ONLY,
    N_ ("The database cannot be opened. Check the permissions of the file and of its folder.") },
};

static const Meaning other = {
  SQLITE_ERROR,
  HF_ERROR_DATABASE,
  N_ ("The database reports trouble. Nothing was changed; if it happens again, run “huifangctl "
      "check”."),
};

static const Meaning *
find_meaning (HfDb *db, int primary)
{
  int number = sqlite3_system_errno (db->handle);

  if (primary == SQLITE_IOERR && (number == ENOSPC || number == EDQUOT))
    primary = SQLITE_FULL;
  if (primary == SQLITE_IOERR && number == EROFS)
    primary = SQLITE_READONLY;
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (meanings[i].primary == primary)
      return &meanings[i];
  return &other;
}

/**
 * hf_db_set_error:
 *
 * Sets @error from what SQLite last reported on @db. The first line of the message is for the
 * person, the second the technical text. An interrupted statement is %G_IO_ERROR_CANCELLED.
 *
 * Returns: %FALSE, for the convenience of callers
 */
gboolean
hf_db_set_error (HfDb *db, GError **error)
{
  int extended = db->handle != NULL ? sqlite3_extended_errcode (db->handle) : SQLITE_NOMEM;
  const char *technical = db->handle != NULL ? sqlite3_errmsg (db->handle) : "out of memory";
  const Meaning *meaning;

  if ((extended & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _ ("Cancelled. Nothing was changed."));
      return FALSE;
    }
  meaning = find_meaning (db, extended & 0xff);
  g_set_error (error, HF_ERROR, meaning->code, "%s\nSQLite %d: %s", _ (meaning->sentence), extended,
               technical);
  return FALSE;
}
