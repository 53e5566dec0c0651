/* make-big-branch.c: a branch as big as DESIGN aims for, made in minutes
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>

#include "hf-branch.h"
#include "hf-db-private.h"
#include "hf-operation.h"

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* What the triggers are, and away with them: writing down each of ten million rows would take
 * hours. */
static char *
take_triggers (HfDb *db)
{
  GError *error = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GString) again = g_string_new (NULL);
  g_autoptr (GString) drop = g_string_new (NULL);

  hf_rows_open_text (&rows, db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
                     &error, "");
  while (hf_rows_next (&rows, &error))
    {
      g_string_append_printf (drop, "DROP TRIGGER %s;", hf_rows_text (&rows, 0));
      g_string_append_printf (again, "%s;\n", hf_rows_text (&rows, 1));
    }
  check (error);
  hf_rows_close (&rows);
  hf_db_execute (db, drop->str, &error);
  check (error);
  return g_string_free (g_steal_pointer (&again), FALSE);
}

static void
fill (HfDb *db, const char *n)
{
  GError *error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *script = NULL;
  g_auto (GStrv) parts = NULL;

  g_file_get_contents (HF_BENCH_FOLDER "/big-branch.sql", &text, NULL, &error);
  check (error);
  parts = g_strsplit (text, "@N@", -1);
  script = g_strjoinv (n, parts);
  hf_db_execute (db, script, &error);
  check (error);
}

/* make-big-branch FILE [CUSTOMERS] */
int
main (int argc, char *argv[])
{
  const char *n = argc > 2 ? argv[2] : "1000000";
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) db = argc > 1 ? hf_db_open (argv[1], HF_DB_CREATE, &error) : NULL;
  g_autofree char *triggers = NULL;
  HfActor actor = { 0 };

  if (db == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "make-big-branch FILE [CUSTOMERS]");
      return EXIT_FAILURE;
    }
  hf_minute_parse ("2026-11-22T09:00", &actor.now, &error);
  check (error);
  actor.role = HF_ROLE_MANAGER;
  hf_command_init_branch (db, &actor, "大网点", &error);
  check (error);
  hf_db_execute (db,
                 "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -400000",
                 &error);
  check (error);
  triggers = take_triggers (db);
  fill (db, n);
  hf_db_save_next_id (db, &error);
  check (error);
  hf_db_execute (db, triggers, &error);
  check (error);
  hf_db_execute (db, "ANALYZE; PRAGMA journal_mode = WAL", &error);
  check (error);
  return EXIT_SUCCESS;
}
