/* hf-today-item.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-today-item.h"

/**
 * HfTodayItem:
 *
 * Made only for lines that the list shows; a follow-up's row is read when somebody first asks for
 * it.
 */
struct _HfTodayItem
{
  GObject parent_instance;

  HfTodayGroup group;
  guint count;           /* headings: how many follow-ups are below */
  HfAppContext *context; /* (nullable): follow-ups */
  gint64 id;
  HfWorkItem *work; /* (nullable): not read yet, or gone */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfTodayItem, hf_today_item, G_TYPE_OBJECT)

static void
hf_today_item_finalize (GObject *object)
{
  HfTodayItem *self = HF_TODAY_ITEM (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->work, hf_work_item_free);

  G_OBJECT_CLASS (hf_today_item_parent_class)->finalize (object);
}

static void
hf_today_item_class_init (HfTodayItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_today_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_today_item_init (HfTodayItem *self)
{
}

HfTodayItem *
hf_today_item_new_heading (HfTodayGroup group)
{
  HfTodayItem *self = g_object_new (HF_TYPE_TODAY_ITEM, NULL);

  self->group = group;
  return self;
}

HfTodayItem *
hf_today_item_new_work (HfTodayGroup group, HfAppContext *context, gint64 id)
{
  HfTodayItem *self = g_object_new (HF_TYPE_TODAY_ITEM, NULL);

  self->group = group;
  self->context = g_object_ref (context);
  self->id = id;
  return self;
}

gboolean
hf_today_item_is_heading (HfTodayItem *self)
{
  g_return_val_if_fail (HF_IS_TODAY_ITEM (self), FALSE);

  return self->id == 0;
}

HfTodayGroup
hf_today_item_get_group (HfTodayItem *self)
{
  g_return_val_if_fail (HF_IS_TODAY_ITEM (self), HF_TODAY_LATER);

  return self->group;
}

guint
hf_today_item_get_count (HfTodayItem *self)
{
  g_return_val_if_fail (HF_IS_TODAY_ITEM (self), 0);

  return self->count;
}

void
hf_today_item_set_count (HfTodayItem *self, guint count)
{
  g_return_if_fail (HF_IS_TODAY_ITEM (self));

  if (self->count == count)
    return;
  self->count = count;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hf_today_item_get_id:
 *
 * Returns: the follow-up, 0 for a heading
 */
gint64
hf_today_item_get_id (HfTodayItem *self)
{
  g_return_val_if_fail (HF_IS_TODAY_ITEM (self), 0);

  return self->id;
}

/**
 * hf_today_item_get_work:
 *
 * Returns: (transfer none) (nullable): %NULL for a heading and for a follow-up that is gone
 */
const HfWorkItem *
hf_today_item_get_work (HfTodayItem *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HF_IS_TODAY_ITEM (self), NULL);

  if (self->work == NULL && self->id != 0)
    self->work = hf_work_load (hf_app_context_get_reader (self->context), self->id, &error);
  if (error != NULL)
    g_warning ("cannot read a follow-up: %s", error->message);
  return self->work;
}

/**
 * hf_today_item_reload:
 *
 * Something was committed: what is shown of it is read anew.
 */
void
hf_today_item_reload (HfTodayItem *self)
{
  g_return_if_fail (HF_IS_TODAY_ITEM (self));

  g_clear_pointer (&self->work, hf_work_item_free);
  g_signal_emit (self, signals[CHANGED], 0);
}
