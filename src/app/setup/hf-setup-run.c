/* hf-setup-run.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-setup-run.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hf-branch.h"
#include "hf-office.h"
#include "hf-plans.h"
#include "hf-sample.h"
#include "hf-staff.h"

/* Enough to see every page alive, made within a few seconds. */
#define SAMPLE_CUSTOMERS (300)
#define SAMPLE_YEARS     (2)

void
hf_setup_person_free (HfSetupPerson *person)
{
  g_free (person->name);
  g_free (person->qualification);
  g_free (person);
}

HfSetup *
hf_setup_new (const char *database, HfMinute fixed_now)
{
  HfSetup *setup = g_new0 (HfSetup, 1);

  setup->database = g_strdup (database);
  setup->fixed_now = fixed_now;
  setup->people = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_setup_person_free);
  setup->plans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return setup;
}

void
hf_setup_free (HfSetup *setup)
{
  g_free (setup->database);
  g_free (setup->branch);
  g_ptr_array_unref (setup->people);
  g_hash_table_unref (setup->plans);
  g_free (setup);
}

static gboolean
add_people (HfSetup *setup, HfDb *db, const HfActor *actor, GError **error)
{
  for (guint i = 0; i < setup->people->len; i++)
    {
      const HfSetupPerson *person = g_ptr_array_index (setup->people, i);
      gint64 id;

      if (!hf_command_add_staff (db, actor, person->name, person->role, person->qualification, &id,
                                 error))
        return FALSE;
      if (i == 0)
        setup->staff = id;
    }
  return TRUE;
}

static gboolean
use_plans (HfSetup *setup, HfDb *db, const HfActor *actor, GError **error)
{
  GHashTableIter iter;
  gpointer trigger, key;

  g_hash_table_iter_init (&iter, setup->plans);
  while (g_hash_table_iter_next (&iter, &trigger, &key))
    {
      if (!hf_command_use_plan (db, actor, trigger, key, error))
        return FALSE;
    }
  return TRUE;
}

static void
note_progress (double fraction, gpointer data)
{
  HfSetup *setup = data;

  g_atomic_int_set (&setup->progress, (int) (fraction * 1000));
}

static gboolean
fill_sample (
    HfSetup *setup, HfDb *db, const HfActor *actor, GCancellable *cancellable, GError **error)
{
  HfSampleOptions options = {
    SAMPLE_CUSTOMERS, SAMPLE_YEARS, 1, cancellable, note_progress, setup
  };
  HfSampleResult result;

  return !setup->sample || hf_command_fill_sample (db, actor, &options, &result, error);
}

/* All of it or nothing: whoever is interrupted finds the assistant again. */
static gboolean
fill_branch (HfSetup *setup, HfDb *db, GCancellable *cancellable, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  HfActor actor;

  return hf_actor_init (&actor, db, 0, setup->fixed_now, error) &&
         hf_operation_begin (&operation, db, &actor, "branch.init", error) &&
         hf_command_init_branch (db, &actor, setup->branch, error) &&
         add_people (setup, db, &actor, error) && use_plans (setup, db, &actor, error) &&
         fill_sample (setup, db, &actor, cancellable, error) &&
         hf_operation_commit (&operation, setup->branch, error);
}

static void
remove_files (const char *database)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (database, endings[i], NULL);

      g_unlink (path);
    }
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  HfSetup *setup = data;
  gboolean was_there = g_file_test (setup->database, G_FILE_TEST_EXISTS);
  g_autoptr (GError) error = NULL;
  HfDb *db = hf_db_open (setup->database, HF_DB_CREATE, &error);
  gboolean done = db != NULL && fill_branch (setup, db, cancellable, &error);

  if (db != NULL)
    hf_db_close (db);
  if (done)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (!was_there)
    remove_files (setup->database);
  g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * hf_setup_run:
 * @setup: (transfer full): the callback's task data
 * @cancellable: makes nothing remain of it
 *
 * Makes the branch on a thread of its own, as one transaction.
 */
void
hf_setup_run (HfSetup *setup,
              GObject *source,
              GCancellable *cancellable,
              GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);

  g_task_set_source_tag (task, hf_setup_run);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, setup, (GDestroyNotify) hf_setup_free);
  g_task_run_in_thread (task, run);
}
