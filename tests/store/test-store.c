/* test-store.c: the threads of a program with a main loop
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-store.h"
#include "store-fixture.h"

typedef struct
{
  Branch *branch;
  GMainLoop *loop;
  gpointer result;
  GError *error;
} Wait;

/* Somebody presses Cancel in the moment in which it is committed. */
static gpointer
add_and_cancel (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Branch writer = *((Wait *) data)->branch;

  writer.db = db;
  branch_add_customer (&writer, "王秀英", NULL);
  g_cancellable_cancel (cancellable);
  return data;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->result = hf_store_call_finish (HF_STORE (source), result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
test_committed_is_done (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_new (branch->path, &error);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Wait wait = { branch, loop, NULL, NULL };

  g_assert_no_error (error);
  hf_store_call_async (store, HF_STORE_WRITE, add_and_cancel, &wait, NULL, NULL, cancellable,
                       on_done, &wait);
  g_main_loop_run (loop);
  g_assert_no_error (wait.error);
  g_assert_true (wait.result == &wait);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM customer"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/store/committed-is-done", test_committed_is_done);
  return g_test_run ();
}
