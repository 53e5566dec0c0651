/* test-db-watch.c: a commit of another process is noticed, however slow the disk
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hf-db-watch.h"
#include "store-fixture.h"

/* Longer than the two seconds after which GLib's monitor looks once more by itself. */
#define SLOW_MS (3000)

/* SQLite's own calls find these first. */
static gboolean is_slow;

static int
sync_slowly (long call, int fd)
{
  if (is_slow)
    g_usleep (SLOW_MS * 1000);
  return (int) syscall (call, fd);
}

int
fsync (int fd)
{
  return sync_slowly (SYS_fsync, fd);
}

int
fdatasync (int fd)
{
  return sync_slowly (SYS_fdatasync, fd);
}

static void
on_changed (gpointer db, gpointer data)
{
  int *n = data;

  ++*n;
}

static gboolean
on_timeout (gpointer data)
{
  gboolean *is_over = data;

  *is_over = TRUE;
  return G_SOURCE_CONTINUE;
}

/* A process that commits once and then only lives: the end of one is an event of its own. */
static pid_t
start_writer (Branch *branch, gboolean slow)
{
  pid_t child = fork ();

  if (child == 0)
    {
      Branch other = *branch;

      other.db = hf_db_open (branch->path, HF_DB_WRITE, NULL);
      is_slow = slow;
      branch_add_customer (&other, "王秀英", NULL);
      for (;;)
        pause ();
    }
  return child;
}

static void
assert_noticed (Branch *branch, gboolean slow)
{
  int n_changes = 0;
  gboolean is_over = FALSE;
  g_autoptr (HfDbWatch) watch = hf_db_watch_new (branch->db, on_changed, &n_changes, NULL);
  pid_t child = start_writer (branch, slow);
  guint timeout = g_timeout_add (3 * SLOW_MS, on_timeout, &is_over);

  while (n_changes == 0 && !is_over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  g_assert_cmpint (n_changes, >, 0);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM customer"), ==, 1);
}

static void
test_commit (Branch *branch, gconstpointer data)
{
  assert_noticed (branch, FALSE);
}

/* The log is written, which the kernel tells, long before the commit can be seen. */
static void
test_commit_on_a_slow_disk (Branch *branch, gconstpointer data)
{
  assert_noticed (branch, TRUE);
}

/* The log must not grow for want of SQLite's own hook, whose place ours takes. */
static void
test_log_stays_short (Branch *branch, gconstpointer data)
{
  g_autofree char *path = g_strconcat (branch->path, "-wal", NULL);
  g_autofree char *note = g_strnfill (3900, 'x');
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;

  for (int i = 0; i < 600; i++)
    branch_add_customer (branch, "王秀英", "note", note, NULL);
  info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_assert_cmpint (g_file_info_get_size (info), <, 8 * 1024 * 1024);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/db-watch/commit", test_commit);
  branch_test ("/db-watch/commit-on-a-slow-disk", test_commit_on_a_slow_disk);
  branch_test ("/db-watch/log-stays-short", test_log_stays_short);
  return g_test_run ();
}
