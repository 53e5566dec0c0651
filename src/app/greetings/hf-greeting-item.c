/* hf-greeting-item.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-greeting-item.h"

/**
 * HfGreetingItem:
 *
 * Made only for lines that the list shows; read by its key when somebody first asks for it.
 */
struct _HfGreetingItem
{
  GObject parent_instance;

  HfAppContext *context;
  gint64 id;
  HfGreetingLine *line; /* (nullable): not read yet, or gone */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfGreetingItem, hf_greeting_item, G_TYPE_OBJECT)

static void
hf_greeting_item_finalize (GObject *object)
{
  HfGreetingItem *self = HF_GREETING_ITEM (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->line, hf_greeting_line_free);

  G_OBJECT_CLASS (hf_greeting_item_parent_class)->finalize (object);
}

static void
hf_greeting_item_class_init (HfGreetingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_greeting_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_greeting_item_init (HfGreetingItem *self)
{
}

HfGreetingItem *
hf_greeting_item_new (HfAppContext *context, gint64 id)
{
  HfGreetingItem *self = g_object_new (HF_TYPE_GREETING_ITEM, NULL);

  self->context = g_object_ref (context);
  self->id = id;
  return self;
}

/**
 * hf_greeting_item_get_line:
 *
 * Returns: (transfer none) (nullable): %NULL for a greeting that is gone
 */
const HfGreetingLine *
hf_greeting_item_get_line (HfGreetingItem *self)
{
  g_return_val_if_fail (HF_IS_GREETING_ITEM (self), NULL);

  if (self->line == NULL)
    self->line = hf_greeting_line_load (hf_app_context_get_reader (self->context), self->id, NULL);
  return self->line;
}

/**
 * hf_greeting_item_reload:
 *
 * Something was committed: what is shown of it is read anew.
 */
void
hf_greeting_item_reload (HfGreetingItem *self)
{
  g_return_if_fail (HF_IS_GREETING_ITEM (self));

  g_clear_pointer (&self->line, hf_greeting_line_free);
  g_signal_emit (self, signals[CHANGED], 0);
}
