/* hf-id-list.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-id-list.h"

#include "hf-id-diff.h"

/**
 * HfIdList:
 *
 * A #GListModel over a packed vector of ids, 8 bytes a row. An object is made only when a view asks
 * for its row, and the same id has the same object for as long as anybody holds it. New ids cause
 * the smallest changes, so that a view keeps its place; main thread only.
 */
struct _HfIdList
{
  GObject parent_instance;

  GType item_type;
  HfIdListCreate create;
  gpointer data;
  GArray *ids;
  GHashTable *objects; /* (element-type gint64 Tracker): of those alive */
};

static void hf_id_list_init_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfIdList,
                               hf_id_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hf_id_list_init_model))

/* What an object's end tells the list. */
typedef struct
{
  HfIdList *list;
  gint64 id;
  GObject *object;
} Tracker;

static void
on_object_gone (gpointer data, GObject *object)
{
  Tracker *tracker = data;

  g_hash_table_remove (tracker->list->objects, &tracker->id);
  g_free (tracker);
}

static GObject *
dup_object (HfIdList *self, gint64 id, guint position)
{
  Tracker *tracker = g_hash_table_lookup (self->objects, &id);
  GObject *object;

  if (tracker != NULL)
    return g_object_ref (tracker->object);
  object = self->create (id, position, self->data);
  tracker = g_new (Tracker, 1);
  *tracker = (Tracker){ self, id, object };
  g_object_weak_ref (object, on_object_gone, tracker);
  g_hash_table_insert (self->objects, &tracker->id, tracker);
  return object;
}

/* From the last hunk to the first, so that the positions of those before stay right. */
static void
apply_hunks (HfIdList *self, GArray *ids, GArray *hunks)
{
  for (guint i = hunks->len; i > 0; i--)
    {
      const HfIdHunk *hunk = &g_array_index (hunks, HfIdHunk, i - 1);

      if (hunk->removed > 0)
        g_array_remove_range (self->ids, hunk->at, hunk->removed);
      if (hunk->added > 0)
        g_array_insert_vals (self->ids, hunk->at, &g_array_index (ids, gint64, hunk->from),
                             hunk->added);
      g_list_model_items_changed (G_LIST_MODEL (self), hunk->at, hunk->removed, hunk->added);
    }
}

/* In two steps: GTK 4.8 takes seconds to look for tracked rows within (0, n, m) of a million. */
static void
replace_all (HfIdList *self, GArray *ids)
{
  guint n_before = self->ids->len;

  g_array_set_size (self->ids, 0);
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
  if (ids->len == 0)
    return;
  g_array_append_vals (self->ids, ids->data, ids->len);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
}

static GType
hf_id_list_get_item_type (GListModel *model)
{
  return HF_ID_LIST (model)->item_type;
}

static guint
hf_id_list_get_n_items (GListModel *model)
{
  return HF_ID_LIST (model)->ids->len;
}

static gpointer
hf_id_list_get_item (GListModel *model, guint position)
{
  HfIdList *self = HF_ID_LIST (model);

  if (position >= self->ids->len)
    return NULL;
  return dup_object (self, g_array_index (self->ids, gint64, position), position);
}

static void
hf_id_list_init_model (GListModelInterface *iface)
{
  iface->get_item_type = hf_id_list_get_item_type;
  iface->get_n_items = hf_id_list_get_n_items;
  iface->get_item = hf_id_list_get_item;
}

static void
hf_id_list_finalize (GObject *object)
{
  HfIdList *self = HF_ID_LIST (object);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Tracker *tracker = value;

      g_object_weak_unref (tracker->object, on_object_gone, tracker);
      g_free (tracker);
    }
  g_hash_table_unref (self->objects);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (hf_id_list_parent_class)->finalize (object);
}

static void
hf_id_list_class_init (HfIdListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_id_list_finalize;
}

static void
hf_id_list_init (HfIdList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->objects = g_hash_table_new (g_int64_hash, g_int64_equal);
}

/**
 * hf_id_list_new:
 * @item_type: of the objects
 * @data: for @create; must outlive the list
 */
HfIdList *
hf_id_list_new (GType item_type, HfIdListCreate create, gpointer data)
{
  HfIdList *self = g_object_new (HF_TYPE_ID_LIST, NULL);

  self->item_type = item_type;
  self->create = create;
  self->data = data;
  return self;
}

/**
 * hf_id_list_set_ids:
 * @ids: (transfer none) (element-type gint64): each once, in their new order
 *
 * Emits #GListModel::items-changed for what differs, and nothing else.
 */
void
hf_id_list_set_ids (HfIdList *self, GArray *ids)
{
  g_autoptr (GArray) hunks = NULL;

  g_return_if_fail (HF_IS_ID_LIST (self));
  g_return_if_fail (ids != NULL);

  hunks = hf_id_diff (self->ids, ids);
  if (hunks != NULL)
    apply_hunks (self, ids, hunks);
  else
    replace_all (self, ids);
}

guint
hf_id_list_get_n_ids (HfIdList *self)
{
  g_return_val_if_fail (HF_IS_ID_LIST (self), 0);

  return self->ids->len;
}

/**
 * hf_id_list_get_id:
 *
 * Returns: the id at @position, without making its object; 0 past the end
 */
gint64
hf_id_list_get_id (HfIdList *self, guint position)
{
  g_return_val_if_fail (HF_IS_ID_LIST (self), 0);

  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * hf_id_list_dup_ids:
 *
 * Returns: (transfer full) (element-type gint64): as they are now
 */
GArray *
hf_id_list_dup_ids (HfIdList *self)
{
  g_return_val_if_fail (HF_IS_ID_LIST (self), NULL);

  return g_array_copy (self->ids);
}

/**
 * hf_id_list_peek:
 *
 * Returns: (transfer none) (nullable): the object at @position, if somebody holds it
 */
GObject *
hf_id_list_peek (HfIdList *self, guint position)
{
  gint64 id = hf_id_list_get_id (self, position);
  const Tracker *tracker = g_hash_table_lookup (self->objects, &id);

  return tracker != NULL ? tracker->object : NULL;
}

/**
 * hf_id_list_find:
 * @position: (out): where @id stands
 */
gboolean
hf_id_list_find (HfIdList *self, gint64 id, guint *position)
{
  g_return_val_if_fail (HF_IS_ID_LIST (self), FALSE);

  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_array_index (self->ids, gint64, i) == id)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * hf_id_list_foreach_object:
 * @func: (scope call): gets each object that somebody holds; as many as a view shows
 */
void
hf_id_list_foreach_object (HfIdList *self, GFunc func, gpointer data)
{
  g_autoptr (GPtrArray) alive = NULL;
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (HF_IS_ID_LIST (self));

  alive = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (alive, g_object_ref (((Tracker *) value)->object));
  g_ptr_array_foreach (alive, func, data);
}
