/* hf-app-context.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-app-context.h"

#include "hf-office.h"

/**
 * HfAppContext:
 *
 * The open branch: store, settings, clock, and who sits at the desk. The window makes one when the
 * database is open and hands it down; nothing in the program is global, so that a test builds one
 * on a database of its own with a clock that stands still. Main thread only.
 */
struct _HfAppContext
{
  GObject parent_instance;

  HfStore *store;
  GSettings *settings;
  HfMinute fixed_now; /* HF_MINUTE_NONE: the real time */
};

enum
{
  BEGAN,
  SAID,
  UNDONE,
  COMPLAINED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfAppContext, hf_app_context, G_TYPE_OBJECT)

typedef struct
{
  HfCommandFunc func;
  gpointer data;
  GDestroyNotify free_data;
  gint64 staff;
  HfMinute fixed_now;
  HfRun *run;
} Command;

static void
command_free (gpointer data)
{
  Command *command = data;

  if (command->free_data != NULL)
    command->free_data (command->data);
  g_object_unref (command->run);
  g_free (command);
}

static gpointer
run_command (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Command *command = data;
  HfActor actor;
  gpointer result;

  if (!hf_actor_init (&actor, db, command->staff, command->fixed_now, error))
    return NULL;
  hf_db_set_progress (db, hf_run_get_progress (command->run));
  result = command->func (db, &actor, command->data, error);
  hf_db_set_progress (db, NULL);
  return result;
}

static void
hf_app_context_finalize (GObject *object)
{
  HfAppContext *self = HF_APP_CONTEXT (object);

  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (hf_app_context_parent_class)->finalize (object);
}

static void
hf_app_context_class_init (HfAppContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_app_context_finalize;

  /**
   * HfAppContext::began:
   * @run: a command that may take long
   */
  signals[BEGAN] = g_signal_new ("began", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, HF_TYPE_RUN);

  /**
   * HfAppContext::said:
   * @text: what was done
   * @can_undo: whether it can be taken back
   * @operation: which one, 0 for the last
   */
  signals[SAID] = g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_INT64);

  /**
   * HfAppContext::undone:
   * @operation: what was taken back
   *
   * For a form in which something went with it.
   */
  signals[UNDONE] = g_signal_new ("undone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * HfAppContext::complained:
   * @error: what could not be done; its first line is for the person
   */
  signals[COMPLAINED] = g_signal_new ("complained", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
hf_app_context_init (HfAppContext *self)
{
  self->fixed_now = HF_MINUTE_NONE;
}

/**
 * hf_app_context_new:
 * @fixed_now: a moment at which the clock stands, %HF_MINUTE_NONE for the real time
 */
HfAppContext *
hf_app_context_new (HfStore *store, GSettings *settings, HfMinute fixed_now)
{
  HfAppContext *self = g_object_new (HF_TYPE_APP_CONTEXT, NULL);

  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);
  self->fixed_now = fixed_now;
  return self;
}

HfStore *
hf_app_context_get_store (HfAppContext *self)
{
  g_return_val_if_fail (HF_IS_APP_CONTEXT (self), NULL);

  return self->store;
}

/**
 * hf_app_context_get_reader:
 *
 * Returns: (transfer none): for short look-ups by primary key
 */
HfDb *
hf_app_context_get_reader (HfAppContext *self)
{
  g_return_val_if_fail (HF_IS_APP_CONTEXT (self), NULL);

  return hf_store_get_reader (self->store);
}

GSettings *
hf_app_context_get_settings (HfAppContext *self)
{
  g_return_val_if_fail (HF_IS_APP_CONTEXT (self), NULL);

  return self->settings;
}

/**
 * hf_app_context_get_staff:
 *
 * Returns: who sits at the desk; 0 for the owner of the file
 */
gint64
hf_app_context_get_staff (HfAppContext *self)
{
  g_return_val_if_fail (HF_IS_APP_CONTEXT (self), 0);

  return g_settings_get_int64 (self->settings, "staff");
}

gboolean
hf_app_context_init_actor (HfAppContext *self, HfActor *actor, GError **error)
{
  g_return_val_if_fail (HF_IS_APP_CONTEXT (self), FALSE);

  return hf_actor_init (actor, hf_app_context_get_reader (self), hf_app_context_get_staff (self),
                        self->fixed_now, error);
}

/**
 * hf_app_context_get_now:
 *
 * Returns: what the office's clock shows
 */
HfMinute
hf_app_context_get_now (HfAppContext *self)
{
  HfActor actor = { 0 };
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HF_IS_APP_CONTEXT (self), 0);

  if (!hf_actor_init (&actor, hf_app_context_get_reader (self), 0, self->fixed_now, &error))
    g_warning ("cannot read the office's clock: %s", error->message);
  return actor.now;
}

/* What waits for a command's end. */
typedef struct
{
  GDestroyNotify free_result;
  HfRun *run;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_object_unref (waiting->run);
  g_free (waiting);
}

static void
on_called (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const Waiting *waiting = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gpointer answer = hf_store_call_finish (HF_STORE (source), result, &error);

  hf_run_end (waiting->run);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, answer, waiting->free_result);
}

/**
 * hf_app_context_run_async:
 * @data: (transfer full): for @func, freed with @free_data
 * @free_result: (nullable): frees a result that nobody fetches
 *
 * Runs a command as the person at the desk, on the writer's thread, after those before it. One that
 * takes long and counts its rows (hf_progress_step()) is shown with a bar and Cancel.
 *
 * Returns: (transfer none): until it has ended
 */
HfRun *
hf_app_context_run_async (HfAppContext *self,
                          HfCommandFunc func,
                          gpointer data,
                          GDestroyNotify free_data,
                          GDestroyNotify free_result,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Waiting *waiting;
  Command *command;
  GTask *task;
  HfRun *run;

  g_return_val_if_fail (HF_IS_APP_CONTEXT (self), NULL);

  run = hf_run_new ();
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hf_app_context_run_async);
  waiting = g_new (Waiting, 1);
  *waiting = (Waiting){ free_result, run };
  g_task_set_task_data (task, waiting, waiting_free);
  command = g_new (Command, 1);
  *command = (Command){
    func, data, free_data, hf_app_context_get_staff (self), self->fixed_now, g_object_ref (run)
  };
  hf_store_call_async (self->store, HF_STORE_WRITE, run_command, command, command_free, free_result,
                       hf_run_get_cancellable (run), on_called, task);
  g_signal_emit (self, signals[BEGAN], 0, run);
  return run;
}

/**
 * hf_app_context_run_finish:
 *
 * Returns: (transfer full): what the command returned, or %NULL with an error
 */
gpointer
hf_app_context_run_finish (HfAppContext *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (HF_IS_APP_CONTEXT (self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hf_app_context_say:
 * @operation: what an Undo would take back, 0 for the last thing done
 *
 * Tells the person what was done, in a few words.
 */
void
hf_app_context_say (HfAppContext *self, const char *text, gboolean can_undo, gint64 operation)
{
  g_return_if_fail (HF_IS_APP_CONTEXT (self));

  g_signal_emit (self, signals[SAID], 0, text, can_undo, operation);
}

/**
 * hf_app_context_tell_undone:
 *
 * For whoever takes an operation back.
 */
void
hf_app_context_tell_undone (HfAppContext *self, gint64 operation)
{
  g_return_if_fail (HF_IS_APP_CONTEXT (self));

  g_signal_emit (self, signals[UNDONE], 0, operation);
}

/**
 * hf_app_context_complain:
 *
 * Tells the person what could not be done, where no better place is at hand.
 */
void
hf_app_context_complain (HfAppContext *self, const GError *error)
{
  g_return_if_fail (HF_IS_APP_CONTEXT (self));
  g_return_if_fail (error != NULL);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[COMPLAINED], 0, error);
}

/**
 * hf_app_context_on_said:
 * @source: the context
 *
 * For a command that returns the sentence that says what it did: says it, with Undo, or what went
 * wrong. Main thread.
 */
void
hf_app_context_on_said (GObject *source, GAsyncResult *result, gpointer data)
{
  HfAppContext *self = HF_APP_CONTEXT (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = hf_app_context_run_finish (self, result, &error);

  if (said != NULL)
    hf_app_context_say (self, said, TRUE, 0);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hf_app_context_say (self, error->message, FALSE, 0);
  else
    hf_app_context_complain (self, error);
}
