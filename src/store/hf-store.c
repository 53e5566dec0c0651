/* hf-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-store.h"

#include "hf-db-watch.h"

#define N_READERS (2)

/**
 * HfStore:
 *
 * One thread writes, two read, each with a connection of its own; the main thread has a reader for
 * short look-ups by primary key. #HfStore::changed is emitted on the thread that made the store,
 * after any commit, of this process or another: the database is the truth, everybody reads anew.
 * Owned by the program's context; it may be given up only when no call runs, which each call's
 * reference sees to.
 */
struct _HfStore
{
  GObject parent_instance;

  char *path;
  HfDb *main_reader;
  GThreadPool *writer;
  GThreadPool *readers;
  GAsyncQueue *idle_readers; /* (element-type HfDb) */
  HfDb *write_db;
  HfDbWatch *watch;
};

typedef struct
{
  HfStoreAccess access;
  HfStoreFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} Call;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfStore, hf_store, G_TYPE_OBJECT)

static void
call_free (gpointer data)
{
  Call *call = data;

  if (call->free_data != NULL)
    call->free_data (call->data);
  g_free (call);
}

/* sqlite3_interrupt() is the one function that another thread may call on a connection. */
static void
on_cancelled (GCancellable *cancellable, gpointer data)
{
  sqlite3_interrupt (data);
}

static void
run_call (GTask *task, HfDb *db)
{
  Call *call = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;
  gulong handler = 0;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (cancellable != NULL)
    handler =
        g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), hf_db_get_handle (db), NULL);
  result = call->func (db, call->data, cancellable, &error);
  if (cancellable != NULL)
    g_cancellable_disconnect (cancellable, handler);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, result, call->free_result);
}

static gboolean
drop_task (gpointer data)
{
  g_object_unref (data);
  return G_SOURCE_REMOVE;
}

/* The task refers to the store. Were that the last reference, the store would wait here for its own
 * thread. */
static void
give_back (GTask *task)
{
  g_main_context_invoke (g_task_get_context (task), drop_task, task);
}

static void
run_write (gpointer data, gpointer user_data)
{
  HfStore *self = user_data;

  run_call (data, self->write_db);
  give_back (data);
}

/* A connection holds a megabyte, so the second reader is not opened before two read at once. */
static HfDb *
take_reader (HfStore *self, GError **error)
{
  HfDb *db = g_async_queue_try_pop (self->idle_readers);

  return db != NULL ? db : hf_db_open (self->path, HF_DB_READ, error);
}

static void
run_read (gpointer data, gpointer user_data)
{
  HfStore *self = user_data;
  GError *error = NULL;
  HfDb *db = take_reader (self, &error);

  if (db != NULL)
    {
      run_call (data, db);
      g_async_queue_push (self->idle_readers, db);
    }
  else
    g_task_return_error (data, error);
  give_back (data);
}

static void
on_changed (gpointer db, gpointer data)
{
  g_signal_emit (data, signals[CHANGED], 0);
}

static gboolean
open_connections (HfStore *self, GError **error)
{
  self->write_db = hf_db_open (self->path, HF_DB_WRITE, error);
  if (self->write_db == NULL)
    return FALSE;
  self->main_reader = hf_db_open (self->path, HF_DB_READ, error);
  return self->main_reader != NULL;
}

static void
hf_store_finalize (GObject *object)
{
  HfStore *self = HF_STORE (object);
  HfDb *db;

  g_clear_pointer (&self->watch, hf_db_watch_free);
  if (self->writer != NULL)
    g_thread_pool_free (self->writer, FALSE, TRUE);
  if (self->readers != NULL)
    g_thread_pool_free (self->readers, FALSE, TRUE);
  while ((db = g_async_queue_try_pop (self->idle_readers)) != NULL)
    hf_db_close (db);
  g_async_queue_unref (self->idle_readers);
  hf_db_close (self->main_reader);
  hf_db_close (self->write_db);
  g_free (self->path);

  G_OBJECT_CLASS (hf_store_parent_class)->finalize (object);
}

static void
hf_store_class_init (HfStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_store_finalize;

  /**
   * HfStore::changed:
   *
   * Something was committed. Read anew what is shown.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_store_init (HfStore *self)
{
  self->idle_readers = g_async_queue_new ();
}

/**
 * hf_store_new:
 * @path: the database, which must exist
 *
 * Opens the database, bringing it up to date. To be called on the thread that runs the main loop.
 *
 * Returns: (transfer full): or %NULL with an #HfError
 */
HfStore *
hf_store_new (const char *path, GError **error)
{
  g_autoptr (HfStore) self = g_object_new (HF_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  if (!open_connections (self, error))
    return NULL;
  self->watch = hf_db_watch_new (self->main_reader, on_changed, self, error);
  if (self->watch == NULL)
    return NULL;
  self->writer = g_thread_pool_new (run_write, self, 1, TRUE, error);
  if (self->writer == NULL)
    return NULL;
  self->readers = g_thread_pool_new (run_read, self, N_READERS, TRUE, error);
  return self->readers != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * hf_store_get_reader:
 *
 * Returns: (transfer none): for short look-ups by primary key, on the main thread only
 */
HfDb *
hf_store_get_reader (HfStore *self)
{
  g_return_val_if_fail (HF_IS_STORE (self), NULL);

  return self->main_reader;
}

/**
 * hf_store_call_async:
 * @access: %HF_STORE_WRITE runs commands, one after another; %HF_STORE_READ runs beside them
 * @data: (transfer full): for @func, freed with @free_data
 * @free_result: (nullable): frees what nobody fetches
 * @cancellable: (nullable): interrupts the running statement; a write is then rolled back, unless
 * it was committed already, which hf_store_call_finish() tells
 *
 * Calls @func on a thread of the store's.
 */
void
hf_store_call_async (HfStore *self,
                     HfStoreAccess access,
                     HfStoreFunc func,
                     gpointer data,
                     GDestroyNotify free_data,
                     GDestroyNotify free_result,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Call *call;

  g_return_if_fail (HF_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hf_store_call_async);
  /* What was committed has happened, even where somebody would rather have stopped it. */
  g_task_set_check_cancellable (task, access == HF_STORE_READ);
  call = g_new (Call, 1);
  *call = (Call){ access, func, data, free_data, free_result };
  g_task_set_task_data (task, call, call_free);
  g_thread_pool_push (access == HF_STORE_WRITE ? self->writer : self->readers,
                      g_steal_pointer (&task), NULL);
}

/**
 * hf_store_call_finish:
 *
 * To be called from the callback; after a write it also tells everybody that something changed.
 *
 * Returns: (transfer full): what the function returned, %NULL with an error
 */
gpointer
hf_store_call_finish (HfStore *self, GAsyncResult *result, GError **error)
{
  Call *call;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  call = g_task_get_task_data (G_TASK (result));
  if (call->access == HF_STORE_WRITE)
    hf_db_watch_look (self->watch);
  return g_task_propagate_pointer (G_TASK (result), error);
}
