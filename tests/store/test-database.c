/* test-database.c: files that are no database, newer, damaged, read-only, on a full disk, or shared
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hf-backup.h"
#include "hf-check.h"
#include "store-fixture.h"

static void
assert_refused (const char *path, HfDbMode mode, HfError code)
{
  g_autoptr (GError) error = NULL;
  HfDb *db = hf_db_open (path, mode, &error);

  g_assert_null (db);
  g_assert_error (error, HF_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

static void
test_new_file_is_private (Branch *branch, gconstpointer data)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (branch->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (branch_count (branch, "SELECT device_no FROM (SELECT CAST (value AS INTEGER) AS "
                                         "device_no FROM meta WHERE key = 'device-no')"),
                   >, 0);
  g_assert_cmpint (branch_count (branch, "SELECT min (id) >> 48 FROM staff"), ==,
                   branch_count (branch, "SELECT value FROM meta WHERE key = 'device-no'"));
}

static void
test_missing (Branch *branch, gconstpointer data)
{
  g_autofree char *path = g_build_filename (branch->folder, "none.db", NULL);

  assert_refused (path, HF_DB_WRITE, HF_ERROR_MISSING);
  assert_refused (path, HF_DB_READ, HF_ERROR_MISSING);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_not_a_database (Branch *branch, gconstpointer data)
{
  g_autofree char *path = g_build_filename (branch->folder, "other.db", NULL);
  sqlite3 *other = NULL;

  g_assert_true (g_file_set_contents (path, "姓名,电话\n王秀英,1", -1, NULL));
  assert_refused (path, HF_DB_WRITE, HF_ERROR_CORRUPT);
  g_unlink (path);
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  sqlite3_exec (other, "CREATE TABLE theirs (x)", NULL, NULL, NULL);
  sqlite3_close (other);
  assert_refused (path, HF_DB_CREATE, HF_ERROR_CORRUPT);
}

static void
test_newer (Branch *branch, gconstpointer data)
{
  g_assert_true (hf_db_execute (branch->db, "PRAGMA user_version = 99", NULL));
  assert_refused (branch->path, HF_DB_WRITE, HF_ERROR_NEWER);
  g_assert_true (hf_db_execute (branch->db, "PRAGMA user_version = 1", NULL));
}

static void
test_damaged (Branch *branch, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (branch->folder, "copy.db", NULL);
  g_autofree char *content = NULL;
  gsize length;
  GError *error = NULL;

  g_assert_true (hf_backup_write (branch->db, copy, NULL, &error));
  g_assert_true (g_file_get_contents (copy, &content, &length, NULL));
  memset (content + 100, 0xA5, 4000); /* the schema's root page, behind the header */
  g_assert_true (g_file_set_contents (copy, content, (gssize) length, NULL));
  assert_refused (copy, HF_DB_WRITE, HF_ERROR_CORRUPT);
}

/* A page count that cannot grow is what a full disk looks like to SQLite. */
static void
test_full_disk (Branch *branch, gconstpointer data)
{
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  g_autofree char *note = g_strnfill (3900, 'x');
  g_autofree char *pages = NULL;
  GError *error = NULL;
  gint64 id;

  pages = g_strdup_printf ("PRAGMA max_page_count = %d",
                           (int) branch_count (branch, "SELECT page_count FROM pragma_page_count"));
  hf_db_execute (branch->db, pages, NULL);
  g_assert_true (hf_customer_draft_set (draft, "name", "王秀英", NULL));
  g_assert_true (hf_customer_draft_set (draft, "note", note, NULL));
  g_assert_true (hf_customer_draft_set (draft, "interests", note, NULL));
  g_assert_false (hf_command_add_customer (branch->db, &branch->actor, draft, &id, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_FULL);
  g_clear_error (&error);
  after = branch_dump (branch);
  branch_assert_same (before, after);
  hf_db_execute (branch->db, "PRAGMA max_page_count = 1000000", NULL);
  g_assert_true (hf_command_add_customer (branch->db, &branch->actor, draft, &id, &error));
  g_assert_no_error (error);
}

static void
test_reader_cannot_write (Branch *branch, gconstpointer data)
{
  g_autoptr (HfDb) reader = hf_db_open (branch->path, HF_DB_READ, NULL);
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (hf_customer_draft_set (draft, "name", "王秀英", NULL));
  g_assert_false (hf_command_add_customer (reader, &branch->actor, draft, &id, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_READ_ONLY);
}

static void
test_write_outside_of_an_operation (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hf_db_execute (branch->db, "UPDATE staff SET name = 'x'; SELECT 1", &error));
  g_assert_nonnull (g_strstr_len (error->message, -1, "outside of an operation"));
}

/* A child process writes while this one holds the lock: it waits, and nothing of either is lost. */
static void
test_two_processes (Branch *branch, gconstpointer data)
{
  enum
  {
    ROUNDS = 40
  };
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    {
      Branch other = *branch;

      other.db = hf_db_open (branch->path, HF_DB_WRITE, NULL);
      for (int i = 0; i < ROUNDS; i++)
        branch_add_customer (&other, "子进程", NULL);
      hf_db_close (other.db);
      _exit (0);
    }
  for (int i = 0; i < ROUNDS; i++)
    branch_add_customer (branch, "父进程", NULL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM customer"), ==, 2 * ROUNDS);
  g_assert_cmpint (branch_count (branch, "SELECT count (DISTINCT id) FROM operation"), >=,
                   2 * ROUNDS);
}

static void
test_backup_is_whole (Branch *branch, gconstpointer data)
{
  g_autofree char *path = g_build_filename (branch->folder, "backup.db", NULL);
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_auto (GStrv) troubles = NULL;
  Branch copy = *branch;
  GError *error = NULL;

  g_assert_true (hf_backup_write (branch->db, path, NULL, &error));
  copy.db = hf_db_open (path, HF_DB_WRITE, &error);
  g_assert_no_error (error);
  after = branch_dump (&copy);
  branch_assert_same (before, after);
  troubles = hf_check_run (copy.db, &error);
  g_assert_no_error (error);
  g_assert_null (troubles[0]);
  hf_db_close (copy.db);
}

/* A month that has fallen out of the counters is as wrong as one too many. */
static void
test_missing_counter (Branch *branch, gconstpointer data)
{
  g_auto (GStrv) troubles = NULL;
  GError *error = NULL;

  branch_visit (branch, branch_add_customer (branch, "王秀英", NULL), "phone", "reached");
  branch_execute (branch, "DELETE FROM visit_counter");
  troubles = hf_check_run (branch->db, &error);
  g_assert_no_error (error);
  g_assert_nonnull (troubles[0]);
}

static void
test_backup_onto_itself (Branch *branch, gconstpointer data)
{
  g_autofree char *link = g_build_filename (branch->folder, "link.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (branch->path, link), ==, 0);
  g_assert_false (hf_backup_write (branch->db, link, NULL, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (hf_backup_write (branch->db, branch->path, NULL, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  branch_add_customer (branch, "王秀英", NULL);
}

typedef struct
{
  Branch branch;
  gint done;
} Writer;

static gpointer
write_until_done (gpointer data)
{
  Writer *writer = data;

  writer->branch.db = hf_db_open (writer->branch.path, HF_DB_WRITE, NULL);
  while (!g_atomic_int_get (&writer->done))
    branch_add_customer (&writer->branch, "王秀英", NULL);
  hf_db_close (writer->branch.db);
  return NULL;
}

/* Others commit all the time; the copy is made all the same, of one moment. */
static void
test_backup_of_a_busy_branch (Branch *branch, gconstpointer data)
{
  g_autofree char *path = g_build_filename (branch->folder, "backup.db", NULL);
  g_autoptr (GCancellable) never = g_cancellable_new ();
  Writer writer = { *branch, 0 };
  GThread *thread;
  GError *error = NULL;
  HfDb *copy;

  branch_execute (branch, "CREATE TABLE filler (x); INSERT INTO filler SELECT zeroblob (80000000)");
  thread = g_thread_new ("writer", write_until_done, &writer);
  hf_backup_write (branch->db, path, never, &error);
  g_atomic_int_set (&writer.done, 1);
  g_thread_join (thread);
  g_assert_no_error (error);
  copy = hf_db_open (path, HF_DB_READ, &error);
  g_assert_no_error (error);
  hf_db_close (copy);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/database/new-file-is-private", test_new_file_is_private);
  branch_test ("/database/missing", test_missing);
  branch_test ("/database/not-a-database", test_not_a_database);
  branch_test ("/database/newer", test_newer);
  branch_test ("/database/damaged", test_damaged);
  branch_test ("/database/full-disk", test_full_disk);
  branch_test ("/database/reader-cannot-write", test_reader_cannot_write);
  branch_test ("/database/write-outside-of-an-operation", test_write_outside_of_an_operation);
  branch_test ("/database/two-processes", test_two_processes);
  branch_test ("/database/backup-is-whole", test_backup_is_whole);
  branch_test ("/database/missing-counter", test_missing_counter);
  branch_test ("/database/backup-onto-itself", test_backup_onto_itself);
  branch_test ("/database/backup-of-a-busy-branch", test_backup_of_a_busy_branch);
  return g_test_run ();
}
