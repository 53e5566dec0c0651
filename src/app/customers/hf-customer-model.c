/* hf-customer-model.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-model.h"

#include "hf-customer-lines.h"

/* What fills a few screens, at once; then all. */
#define N_FIRST (200)

/**
 * HfCustomerModel:
 *
 * Sorting and filtering happen in SQL on a reader's thread; here are the ids, 8 bytes a customer,
 * and the lines that a view asked for (#HfCustomerLines). After a commit, of
 * this process or another, the ids are read anew and the view is told the smallest change; while
 * one reading runs, further commits only leave word that another one has to follow.
 */
struct _HfCustomerModel
{
  GObject parent_instance;

  HfAppContext *context;
  HfCustomerLines *lines;
  HfCustomerQuery *query;
  GCancellable *cancellable; /* (nullable): of the reading that runs */
  gboolean stale;            /* a commit came while a reading ran */
  gboolean complete;
};

enum
{
  BEFORE,
  AFTER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCustomerModel, hf_customer_model, G_TYPE_OBJECT)

static void start (HfCustomerModel *self, int limit);

static HfIdList *
get_list (HfCustomerModel *self)
{
  return hf_customer_lines_get_list (self->lines);
}

typedef struct
{
  HfCustomerQuery *query;
  int limit;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  hf_customer_query_free (reading->query);
  g_free (reading);
}

static gpointer
read_ids (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  return hf_customer_list_dup_ids (db, reading->query, reading->limit, error);
}

static void
take_ids (HfCustomerModel *self, GArray *ids, gboolean complete)
{
  g_signal_emit (self, signals[BEFORE], 0);
  self->complete = complete;
  hf_customer_lines_set_ids (self->lines, ids);
  g_signal_emit (self, signals[AFTER], 0);
}

/* @self is held by the task: a page that goes while a reading runs cancels it. */
static void
finish (HfCustomerModel *self, GAsyncResult *result, gboolean first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids =
      hf_store_call_finish (hf_app_context_get_store (self->context), result, &error);
  gboolean more = first && ids != NULL && ids->len == N_FIRST;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (ids == NULL)
    hf_app_context_complain (self->context, error);
  else
    take_ids (self, ids, !more);
  if (more)
    start (self, 0);
  else if (self->stale)
    hf_customer_model_refresh (self);
}

static void
on_first_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCustomerModel) self = data;

  finish (self, result, TRUE);
}

static void
on_all_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCustomerModel) self = data;

  finish (self, result, FALSE);
}

static void
start (HfCustomerModel *self, int limit)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->query = hf_customer_query_copy (self->query);
  reading->limit = limit;
  self->cancellable = g_cancellable_new ();
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, read_ids, reading,
                       reading_free, (GDestroyNotify) g_array_unref, self->cancellable,
                       limit > 0 ? on_first_read : on_all_read, g_object_ref (self));
}

static void
stop (HfCustomerModel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->stale = FALSE;
}

static void
hf_customer_model_dispose (GObject *object)
{
  HfCustomerModel *self = HF_CUSTOMER_MODEL (object);

  stop (self);
  g_clear_pointer (&self->query, hf_customer_query_free);
  g_clear_pointer (&self->lines, hf_customer_lines_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_customer_model_parent_class)->dispose (object);
}

static void
hf_customer_model_class_init (HfCustomerModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hf_customer_model_dispose;

  /**
   * HfCustomerModel::before:
   *
   * The ids are about to change.
   */
  signals[BEFORE] = g_signal_new ("before", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  /**
   * HfCustomerModel::after:
   *
   * The ids have changed.
   */
  signals[AFTER] = g_signal_new ("after", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_customer_model_init (HfCustomerModel *self)
{
}

HfCustomerModel *
hf_customer_model_new (HfAppContext *context)
{
  HfCustomerModel *self = g_object_new (HF_TYPE_CUSTOMER_MODEL, NULL);

  self->context = g_object_ref (context);
  self->lines = hf_customer_lines_new (context);
  return self;
}

/**
 * hf_customer_model_get_list:
 *
 * Returns: (transfer none): of #HfCustomerItem
 */
GListModel *
hf_customer_model_get_list (HfCustomerModel *self)
{
  g_return_val_if_fail (HF_IS_CUSTOMER_MODEL (self), NULL);

  return G_LIST_MODEL (get_list (self));
}

/**
 * hf_customer_model_set_place:
 * @place: the vertical one of the view that shows the list: what is in view is read first
 */
void
hf_customer_model_set_place (HfCustomerModel *self, GtkAdjustment *place)
{
  g_return_if_fail (HF_IS_CUSTOMER_MODEL (self));

  hf_customer_lines_set_place (self->lines, place);
}

gint64
hf_customer_model_get_id (HfCustomerModel *self, guint position)
{
  g_return_val_if_fail (HF_IS_CUSTOMER_MODEL (self), 0);

  return hf_id_list_get_id (get_list (self), position);
}

guint
hf_customer_model_get_n (HfCustomerModel *self)
{
  g_return_val_if_fail (HF_IS_CUSTOMER_MODEL (self), 0);

  return hf_id_list_get_n_ids (get_list (self));
}

/**
 * hf_customer_model_dup_ids:
 *
 * Returns: (transfer full) (element-type gint64): all that are listed, in order
 */
GArray *
hf_customer_model_dup_ids (HfCustomerModel *self)
{
  g_return_val_if_fail (HF_IS_CUSTOMER_MODEL (self), NULL);

  return hf_id_list_dup_ids (get_list (self));
}

/**
 * hf_customer_model_is_complete:
 *
 * Returns: %FALSE while only the first rows have been read
 */
gboolean
hf_customer_model_is_complete (HfCustomerModel *self)
{
  g_return_val_if_fail (HF_IS_CUSTOMER_MODEL (self), FALSE);

  return self->complete;
}

static void
replace_query (HfCustomerModel *self, const HfCustomerFilter *filter)
{
  g_autoptr (GError) error = NULL;
  HfActor actor = { 0 };
  HfCustomerQuery *query;

  if (!hf_app_context_init_actor (self->context, &actor, &error))
    {
      /* Who has left sees what an agent without customers sees. */
      actor = (HfActor){ -1, HF_ROLE_AGENT, hf_app_context_get_now (self->context), 0 };
    }
  query = hf_customer_query_new (&actor, filter);
  if (self->query != NULL)
    {
      query->sort = self->query->sort;
      query->descending = self->query->descending;
      hf_customer_query_free (self->query);
    }
  self->query = query;
}

/**
 * hf_customer_model_ask:
 *
 * Another question: the first rows come at once, then all.
 */
void
hf_customer_model_ask (HfCustomerModel *self,
                       const HfCustomerFilter *filter,
                       HfCustomerSort sort,
                       gboolean descending)
{
  g_return_if_fail (HF_IS_CUSTOMER_MODEL (self));

  stop (self);
  replace_query (self, filter);
  self->query->sort = sort;
  self->query->descending = descending;
  start (self, N_FIRST);
}

/**
 * hf_customer_model_refresh:
 *
 * The same question again, after a commit: what is shown keeps its place.
 */
void
hf_customer_model_refresh (HfCustomerModel *self)
{
  g_autoptr (HfCustomerFilter) filter = NULL;

  g_return_if_fail (HF_IS_CUSTOMER_MODEL (self));

  if (self->query == NULL)
    return;
  if (self->cancellable != NULL)
    {
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  hf_customer_lines_renew (self->lines);
  filter = hf_customer_filter_copy (self->query->filter);
  replace_query (self, filter);
  start (self, 0);
}

static void
show_item (gpointer item, gpointer data)
{
  hf_customer_item_show (item);
}

/**
 * hf_customer_model_show_all:
 *
 * Times are told by the clock, which has moved on.
 */
void
hf_customer_model_show_all (HfCustomerModel *self)
{
  g_return_if_fail (HF_IS_CUSTOMER_MODEL (self));

  hf_id_list_foreach_object (get_list (self), show_item, NULL);
}
