/* hf-card-item.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-item.h"

/**
 * HfCardItem:
 *
 * What the timeline's list is made of. Immutable; main thread.
 */
struct _HfCardItem
{
  GObject parent_instance;

  HfCardEntry *entry; /* (nullable): %NULL for a month's heading */
  HfDay month;        /* its first day */
};

G_DEFINE_FINAL_TYPE (HfCardItem, hf_card_item, G_TYPE_OBJECT)

static void
hf_card_item_finalize (GObject *object)
{
  g_clear_pointer (&HF_CARD_ITEM (object)->entry, hf_card_entry_free);

  G_OBJECT_CLASS (hf_card_item_parent_class)->finalize (object);
}

static void
hf_card_item_class_init (HfCardItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_card_item_finalize;
}

static void
hf_card_item_init (HfCardItem *self)
{
}

/**
 * hf_card_item_new_month:
 * @day: any of it
 *
 * Returns: (transfer full): a heading
 */
HfCardItem *
hf_card_item_new_month (HfDay day)
{
  HfCardItem *self = g_object_new (HF_TYPE_CARD_ITEM, NULL);
  int year, month;

  hf_day_to_ymd (day, &year, &month, NULL);
  self->month = hf_day_from_ymd (year, month, 1);
  return self;
}

/**
 * hf_card_item_new_entry:
 * @entry: (transfer full):
 *
 * Returns: (transfer full):
 */
HfCardItem *
hf_card_item_new_entry (HfCardEntry *entry)
{
  HfCardItem *self = hf_card_item_new_month (hf_minute_get_day (entry->at));

  self->entry = entry;
  return self;
}

/**
 * hf_card_item_get_entry:
 *
 * Returns: (transfer none) (nullable): %NULL for a month's heading
 */
const HfCardEntry *
hf_card_item_get_entry (HfCardItem *self)
{
  g_return_val_if_fail (HF_IS_CARD_ITEM (self), NULL);

  return self->entry;
}

/**
 * hf_card_item_get_month:
 *
 * Returns: the first day of its month
 */
HfDay
hf_card_item_get_month (HfCardItem *self)
{
  g_return_val_if_fail (HF_IS_CARD_ITEM (self), HF_DAY_NONE);

  return self->month;
}

/**
 * hf_card_item_equal:
 *
 * Whether both show the same.
 */
gboolean
hf_card_item_equal (HfCardItem *self, HfCardItem *other)
{
  g_return_val_if_fail (HF_IS_CARD_ITEM (self), FALSE);
  g_return_val_if_fail (HF_IS_CARD_ITEM (other), FALSE);

  if (self->month != other->month || (self->entry == NULL) != (other->entry == NULL))
    return FALSE;
  return self->entry == NULL || hf_card_entry_equal (self->entry, other->entry);
}
