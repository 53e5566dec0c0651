/* test-run.c: a command that takes long says how far it is, and can be cancelled
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>

#include "hf-app-context.h"
#include "hf-branch.h"
#include "hf-tag.h"

#define NOW (29906820)

typedef struct
{
  HfAppContext *context;
  gpointer store; /* until it is gone */
  char *folder;
  gint64 began;
  guint n_progressed;
  gint64 first_ms; /* when it was first said how far it is */
  gboolean cancels;
  gboolean ended;
  GError *error;
} Desk;

static void
set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.huifang.Huifang");
  g_autofree char *path = NULL;
  HfActor actor = { 0, HF_ROLE_MANAGER, NOW, 0 };
  GError *error = NULL;
  g_autoptr (HfStore) store = NULL;

  /* As in the program, where the loop always runs: else a thread of the store's may take its part.
   */
  g_main_context_acquire (NULL);
  desk->folder = g_dir_make_tmp ("huifang-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (desk->folder, "branch.db", NULL);
  {
    g_autoptr (HfDb) db = hf_db_open (path, HF_DB_CREATE, &error);

    g_assert_no_error (error);
    hf_command_init_branch (db, &actor, "海棠路网点", &error);
    g_assert_no_error (error);
  }
  store = hf_store_new (path, &error);
  g_assert_no_error (error);
  desk->context = hf_app_context_new (store, settings, NOW);
  desk->store = store;
  g_object_add_weak_pointer (G_OBJECT (store), &desk->store);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", desk->folder);

  g_object_unref (desk->context);
  while (desk->store != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_main_context_release (NULL);
  g_clear_error (&desk->error);
  g_assert_cmpint (system (command), ==, 0);
  g_free (desk->folder);
}

/* Makes a tag, then takes its time: 60 rows, 10 ms each. */
static gpointer
work (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;

  if (!hf_operation_begin (&operation, db, actor, "customer.tag", error) ||
      !hf_db_run_text (db, "INSERT INTO tag (id, name) VALUES (1, '爱喝茶')", error, ""))
    return NULL;
  for (guint i = 0; i < 60; i++)
    {
      if (!hf_progress_step (db, i, 60, error))
        return NULL;
      g_usleep (*(int *) data);
    }
  return hf_operation_commit (&operation, NULL, error) ? data : NULL;
}

static void
on_progressed (HfRun *run, Desk *desk)
{
  if (desk->n_progressed++ == 0)
    desk->first_ms = (g_get_monotonic_time () - desk->began) / 1000;
  g_assert_cmpfloat (hf_run_get_fraction (run), <, 1);
  if (desk->cancels)
    hf_run_cancel (run);
}

static void
on_began (HfAppContext *context, HfRun *run, Desk *desk)
{
  g_signal_connect (run, "progressed", G_CALLBACK (on_progressed), desk);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Desk *desk = data;

  hf_app_context_run_finish (HF_APP_CONTEXT (source), result, &desk->error);
  desk->ended = TRUE;
}

static guint
count_tags (Desk *desk)
{
  g_autoptr (GPtrArray) tags = hf_tag_dup_all (hf_app_context_get_reader (desk->context), NULL);

  return tags->len;
}

static void
run (Desk *desk, int row_us)
{
  g_signal_connect (desk->context, "began", G_CALLBACK (on_began), desk);
  desk->began = g_get_monotonic_time ();
  hf_app_context_run_async (desk->context, work, &row_us, NULL, NULL, on_done, desk);
  while (!desk->ended)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_long (Desk *desk, gconstpointer data)
{
  run (desk, 10000);
  g_assert_no_error (desk->error);
  g_assert_cmpuint (desk->n_progressed, >, 0);
  g_assert_cmpint (desk->first_ms, >=, 290);
  g_assert_cmpuint (count_tags (desk), ==, 1);
}

static void
test_short (Desk *desk, gconstpointer data)
{
  run (desk, 10);
  g_assert_no_error (desk->error);
  g_assert_cmpuint (desk->n_progressed, ==, 0);
  g_assert_cmpuint (count_tags (desk), ==, 1);
}

static void
test_cancelled (Desk *desk, gconstpointer data)
{
  desk->cancels = TRUE;
  run (desk, 10000);
  g_assert_error (desk->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_tags (desk), ==, 0);
  /* The next one runs. */
  g_clear_error (&desk->error);
  desk->cancels = desk->ended = FALSE;
  run (desk, 10);
  g_assert_no_error (desk->error);
  g_assert_cmpuint (count_tags (desk), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/run/long", Desk, NULL, set_up, test_long, tear_down);
  g_test_add ("/run/short", Desk, NULL, set_up, test_short, tear_down);
  g_test_add ("/run/cancelled", Desk, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
