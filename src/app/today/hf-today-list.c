/* hf-today-list.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-today-list.h"

#include <gtk/gtk.h>

#include "hf-id-list.h"

typedef struct
{
  HfAppContext *context; /* (unowned): the list's */
  HfTodayGroup group;
  GListStore *heading; /* one item, or none when the group is empty */
  HfTodayItem *heading_item;
  HfIdList *work;
} Group;

/**
 * HfTodayList:
 *
 * Heading and follow-ups of each group, one after another, so that the selection moves across them.
 * The follow-ups are ids until a row asks for one; a change gives the smallest `items-changed`.
 */
struct _HfTodayList
{
  GObject parent_instance;

  HfAppContext *context;
  Group groups[HF_N_TODAY_GROUPS];
  GtkFlattenListModel *model;
};

G_DEFINE_FINAL_TYPE (HfTodayList, hf_today_list, G_TYPE_OBJECT)

static GObject *
create_work (gint64 id, guint position, gpointer data)
{
  Group *group = data;

  return G_OBJECT (hf_today_item_new_work (group->group, group->context, id));
}

static void
init_group (HfTodayList *self, HfTodayGroup which, GListStore *all)
{
  Group *group = &self->groups[which];

  group->context = self->context;
  group->group = which;
  group->heading = g_list_store_new (HF_TYPE_TODAY_ITEM);
  group->heading_item = hf_today_item_new_heading (which);
  group->work = hf_id_list_new (HF_TYPE_TODAY_ITEM, create_work, group);
  g_list_store_append (all, group->heading);
  g_list_store_append (all, group->work);
}

/* Before the lines below it: the view would keep its place at them, and the heading out of sight.
 */
static void
show_heading (Group *group, guint n)
{
  gboolean shown = g_list_model_get_n_items (G_LIST_MODEL (group->heading)) > 0;

  hf_today_item_set_count (group->heading_item, n);
  if (n > 0 && !shown)
    g_list_store_append (group->heading, group->heading_item);
  else if (n == 0 && shown)
    g_list_store_remove_all (group->heading);
}

static void
hf_today_list_dispose (GObject *object)
{
  HfTodayList *self = HF_TODAY_LIST (object);

  g_clear_object (&self->model);
  for (int i = 0; i < HF_N_TODAY_GROUPS; i++)
    {
      g_clear_object (&self->groups[i].heading);
      g_clear_object (&self->groups[i].heading_item);
      g_clear_object (&self->groups[i].work);
    }
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_today_list_parent_class)->dispose (object);
}

static void
hf_today_list_class_init (HfTodayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_today_list_dispose;
}

static void
hf_today_list_init (HfTodayList *self)
{
}

HfTodayList *
hf_today_list_new (HfAppContext *context)
{
  HfTodayList *self = g_object_new (HF_TYPE_TODAY_LIST, NULL);
  GListStore *all = g_list_store_new (G_TYPE_LIST_MODEL);

  self->context = g_object_ref (context);
  for (int i = 0; i < HF_N_TODAY_GROUPS; i++)
    init_group (self, (HfTodayGroup) i, all);
  self->model = gtk_flatten_list_model_new (G_LIST_MODEL (all));
  return self;
}

/**
 * hf_today_list_get_model:
 *
 * Returns: (transfer none): of #HfTodayItem
 */
GListModel *
hf_today_list_get_model (HfTodayList *self)
{
  g_return_val_if_fail (HF_IS_TODAY_LIST (self), NULL);

  return G_LIST_MODEL (self->model);
}

static void
reload (gpointer item, gpointer data)
{
  hf_today_item_reload (item);
}

/**
 * hf_today_list_set_today:
 *
 * Takes over what was read; lines that are shown already are read anew.
 */
void
hf_today_list_set_today (HfTodayList *self, const HfToday *today)
{
  g_return_if_fail (HF_IS_TODAY_LIST (self));

  for (int i = 0; i < HF_N_TODAY_GROUPS; i++)
    {
      show_heading (&self->groups[i], today->ids[i]->len);
      hf_id_list_set_ids (self->groups[i].work, today->ids[i]);
      hf_id_list_foreach_object (self->groups[i].work, reload, NULL);
    }
}

/**
 * hf_today_list_find:
 * @position: (out): in the model
 */
gboolean
hf_today_list_find (HfTodayList *self, gint64 id, guint *position)
{
  guint before = 0;

  g_return_val_if_fail (HF_IS_TODAY_LIST (self), FALSE);

  for (int i = 0; i < HF_N_TODAY_GROUPS; i++)
    {
      guint at;

      before += g_list_model_get_n_items (G_LIST_MODEL (self->groups[i].heading));
      if (hf_id_list_find (self->groups[i].work, id, &at))
        {
          *position = before + at;
          return TRUE;
        }
      before += hf_id_list_get_n_ids (self->groups[i].work);
    }
  return FALSE;
}

/**
 * hf_today_list_dup_customers:
 *
 * Returns: (transfer full) (nullable) (element-type gint64): whom the list is about, in its order
 */
GArray *
hf_today_list_dup_customers (HfTodayList *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (HF_IS_TODAY_LIST (self), NULL);

  for (int i = 0; i < HF_N_TODAY_GROUPS; i++)
    {
      g_autoptr (GArray) ids = hf_id_list_dup_ids (self->groups[i].work);

      g_array_append_vals (all, ids->data, ids->len);
    }
  return hf_work_dup_customers (hf_app_context_get_reader (self->context), all, NULL);
}

/**
 * hf_today_list_get_n_open:
 *
 * Returns: how many follow-ups are still to be done
 */
guint
hf_today_list_get_n_open (HfTodayList *self)
{
  guint n = 0;

  g_return_val_if_fail (HF_IS_TODAY_LIST (self), 0);

  for (int i = 0; i < HF_TODAY_DONE; i++)
    n += hf_id_list_get_n_ids (self->groups[i].work);
  return n;
}
