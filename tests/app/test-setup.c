/* test-setup.c: the first start makes a branch, or nothing
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "hf-civil.h"
#include "hf-setup-run.h"

#define NOW     (29906820)
#define LOOK_MS (1)

typedef struct
{
  HfSetup *setup;
  GCancellable *cancellable;
  gboolean ended;
  GError *error;
} Start;

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  Start *start = g_object_get_data (source, "start");

  start->ended = TRUE;
  g_task_propagate_boolean (G_TASK (result), &start->error);
}

/* As soon as something of the sample is there. */
static gboolean
cancel_midway (gpointer data)
{
  Start *start = data;

  if (start->ended)
    return G_SOURCE_REMOVE;
  if (g_atomic_int_get (&start->setup->progress) > 0)
    g_cancellable_cancel (start->cancellable);
  return G_SOURCE_CONTINUE;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
run (Start *start, const char *path)
{
  g_autoptr (GObject) page = g_object_new (G_TYPE_OBJECT, NULL);
  HfSetupPerson *person = g_new0 (HfSetupPerson, 1);

  person->name = g_strdup ("林娜");
  person->role = HF_ROLE_MANAGER;
  start->setup = hf_setup_new (path, NOW);
  start->setup->branch = g_strdup ("海棠路网点");
  start->setup->sample = TRUE;
  g_ptr_array_add (start->setup->people, person);
  g_object_set_data (page, "start", start);
  hf_setup_run (start->setup, page, start->cancellable, on_made);
  while (!start->ended)
    g_main_context_iteration (NULL, TRUE);
}

/* Cancelled while the sample is made, nothing is left in the folder, and one may start again. */
static void
test_cancelled (void)
{
  g_autofree char *folder = g_dir_make_tmp ("huifang-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "branch.db", NULL);
  Start start = { .cancellable = g_cancellable_new () };
  Start again = { .cancellable = g_cancellable_new () };

  g_timeout_add (LOOK_MS, cancel_midway, &start);
  run (&start, path);
  g_assert_error (start.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (folder), ==, 0);
  run (&again, path);
  g_assert_no_error (again.error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&start.error);
  g_object_unref (start.cancellable);
  g_object_unref (again.cancellable);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/setup/a-cancelled-sample-leaves-nothing", test_cancelled);
  return g_test_run ();
}
