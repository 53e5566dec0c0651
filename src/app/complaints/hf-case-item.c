/* hf-case-item.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-item.h"

/**
 * HfCaseItem:
 *
 * Made only for complaints that a view shows; the row is read by its primary key when somebody
 * first asks for it.
 */
struct _HfCaseItem
{
  GObject parent_instance;

  HfAppContext *context;
  gint64 id;
  HfComplaintRow *row; /* (nullable): not read yet, or gone */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCaseItem, hf_case_item, G_TYPE_OBJECT)

static void
hf_case_item_finalize (GObject *object)
{
  HfCaseItem *self = HF_CASE_ITEM (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->row, hf_complaint_row_free);

  G_OBJECT_CLASS (hf_case_item_parent_class)->finalize (object);
}

static void
hf_case_item_class_init (HfCaseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_case_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_case_item_init (HfCaseItem *self)
{
}

HfCaseItem *
hf_case_item_new (HfAppContext *context, gint64 id)
{
  HfCaseItem *self = g_object_new (HF_TYPE_CASE_ITEM, NULL);

  self->context = g_object_ref (context);
  self->id = id;
  return self;
}

gint64
hf_case_item_get_id (HfCaseItem *self)
{
  g_return_val_if_fail (HF_IS_CASE_ITEM (self), 0);

  return self->id;
}

HfAppContext *
hf_case_item_get_context (HfCaseItem *self)
{
  g_return_val_if_fail (HF_IS_CASE_ITEM (self), NULL);

  return self->context;
}

/**
 * hf_case_item_get_row:
 *
 * Returns: (transfer none) (nullable): %NULL for a complaint that is gone
 */
const HfComplaintRow *
hf_case_item_get_row (HfCaseItem *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HF_IS_CASE_ITEM (self), NULL);

  if (self->row == NULL)
    self->row = hf_complaint_row_load (hf_app_context_get_reader (self->context), self->id, &error);
  return self->row;
}

/**
 * hf_case_item_reload:
 *
 * Something was committed, or time went by: what is shown of it is read anew.
 */
void
hf_case_item_reload (HfCaseItem *self)
{
  g_return_if_fail (HF_IS_CASE_ITEM (self));

  g_clear_pointer (&self->row, hf_complaint_row_free);
  g_signal_emit (self, signals[CHANGED], 0);
}
