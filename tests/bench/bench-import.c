/* bench-import.c: rows a second and memory of importing customers, held against plain SQLite
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sys/resource.h>

#include "hf-import.h"
#include "hf-undo.h"
#include "store-fixture.h"

static long
peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

/* Of the processor: what else the machine does is no matter. */
static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* Names as common as they are, numbers and addresses all different, days of birth of 60 years. */
static char *
write_table (Branch *branch, guint n_rows)
{
  static const char *const surnames[] = { "王", "李", "张", "刘", "陈", "杨", "赵", "黄" };
  static const char *const given[] = { "秀", "英", "建", "国", "桂", "兰", "志", "强", "玉", "梅",
                                       "淑", "珍", "德", "明", "丽", "华", "文", "宝", "永", "福" };
  char *path = g_build_filename (branch->folder, "customers.csv", NULL);
  FILE *file = g_fopen (path, "w");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  g_assert_nonnull (file);
  fputs ("姓名,手机,出生日期,家庭住址,片区,负责人,标签,备注\r\n", file);
  for (guint i = 0; i < n_rows; i++)
    fprintf (file, "%s%s%s,13%u%08u,%d-%d-%d,和平路%d号%d栋%u,东区,林娜,%s,\"喜欢喝茶,%s\"\r\n",
             surnames[g_rand_int_range (random, 0, 8)], given[g_rand_int_range (random, 0, 20)],
             given[g_rand_int_range (random, 0, 20)], i % 10, i / 10,
             g_rand_int_range (random, 1935, 1995), g_rand_int_range (random, 1, 13),
             g_rand_int_range (random, 1, 29), g_rand_int_range (random, 1, 400),
             g_rand_int_range (random, 1, 40), i, i % 2 ? "爱跳舞" : "", i % 3 ? "慢" : "快");
  fclose (file);
  return path;
}

static double
import (Branch *branch, const char *path)
{
  double seconds = cpu_seconds ();
  g_auto (HfImportResult) result = { 0 };
  GError *error = NULL;

  hf_command_import (branch->db, &branch->actor, HF_IMPORT_CUSTOMERS, path, NULL, &result, &error);
  g_assert_no_error (error);
  seconds = cpu_seconds () - seconds;
  g_print ("import: %" G_GINT64_FORMAT
           " rows in %.1f s, %.0f rows/s, peak %ld MiB; added %" G_GINT64_FORMAT "\n",
           result.read, seconds, (double) result.read / seconds, peak_mib (), result.added);
  return seconds;
}

/* The same rows, with all their indexes and the rows of the change log, by SQLite alone. */
static double
insert_plainly (Branch *branch)
{
  static const char *const steps[] = {
    "BEGIN",
    "INSERT INTO staff SELECT * FROM full.staff WHERE id NOT IN (SELECT id FROM staff)",
    "INSERT INTO tag SELECT * FROM full.tag",
    "INSERT INTO household SELECT * FROM full.household",
    "INSERT INTO customer SELECT * FROM full.customer",
    "INSERT INTO phone (id, customer_id, label, number, preferred) "
    "SELECT id, customer_id, label, number, preferred FROM full.phone",
    "INSERT INTO special_date SELECT * FROM full.special_date",
    "INSERT INTO customer_tag SELECT * FROM full.customer_tag",
    "INSERT INTO change SELECT * FROM full.change WHERE seq > (SELECT max (seq) FROM change)",
    "COMMIT",
  };
  g_autofree char *path = g_build_filename (branch->folder, "plain.db", NULL);
  g_autofree char *attach =
      g_strdup_printf ("ATTACH '%s' AS full; PRAGMA cache_size = -147456", branch->path);
  g_autoptr (HfDb) db = hf_db_open (path, HF_DB_CREATE, NULL);
  GError *error = NULL;
  double before;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GString) drops = g_string_new (NULL);

  hf_rows_open (&rows, db, HF_QUERY_SCHEMA_LOG_TRIGGERS, &error, "");
  while (hf_rows_next (&rows, &error))
    g_string_append_printf (drops, "DROP TRIGGER %s;", hf_rows_text (&rows, 0));
  hf_db_execute (db, drops->str, &error);
  hf_db_execute (db, attach, &error);
  g_assert_no_error (error);
  before = cpu_seconds ();
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    hf_db_execute (db, steps[i], error == NULL ? &error : NULL);
  g_assert_no_error (error);
  return cpu_seconds () - before;
}

static void
undo (Branch *branch)
{
  double before = cpu_seconds ();
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
  g_print ("undo: %" G_GINT64_FORMAT " rows in %.1f s, peak %ld MiB\n", result.rows,
           cpu_seconds () - before, peak_mib ());
}

/* bench-import [N]: N customers, 100,000 by default. Needs a kilobyte of disk for each. */
int
main (int argc, char *argv[])
{
  guint n_rows = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  Branch branch = { 0 };
  g_autofree char *path = NULL;
  double imported, plain;
  GStatBuf size;

  branch_set_up (&branch, NULL);
  path = write_table (&branch, n_rows);
  imported = import (&branch, path);
  g_stat (branch.path, &size);
  plain = insert_plainly (&branch);
  g_print ("plain SQLite: %.1f s; the import takes %.2f times as long; %.0f bytes a customer\n",
           plain, imported / plain, (double) size.st_size / n_rows);
  undo (&branch);
  branch_tear_down (&branch, NULL);
  return 0;
}
