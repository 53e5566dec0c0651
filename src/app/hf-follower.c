/* hf-follower.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-follower.h"

/* What is left of a deadline grows less by the minute. */
#define TICK_SECONDS (60)

/**
 * HfFollower:
 *
 * While its widget is in view it asks for a reading: at once, when somebody committed, when another
 * person sits at the desk, and each minute. Out of view it does nothing. A reading takes the place
 * of the one before, so that an old answer never comes last. The widget owns it.
 */
struct _HfFollower
{
  GObject parent_instance;

  GtkWidget *widget; /* (unowned): it owns this */
  HfAppContext *context;
  HfFollowerFunc func;
  GCancellable *cancellable; /* of the newest reading */
  guint clock;
};

G_DEFINE_FINAL_TYPE (HfFollower, hf_follower, G_TYPE_OBJECT)

static gboolean
on_tick (gpointer data)
{
  hf_follower_wake (data);
  return G_SOURCE_CONTINUE;
}

static void
on_map (HfFollower *self)
{
  g_clear_handle_id (&self->clock, g_source_remove);
  self->clock = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
  self->func (self, self->widget, TRUE);
}

static void
on_unmap (HfFollower *self)
{
  g_clear_handle_id (&self->clock, g_source_remove);
}

static void
cancel (HfFollower *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
hf_follower_dispose (GObject *object)
{
  HfFollower *self = HF_FOLLOWER (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  cancel (self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_follower_parent_class)->dispose (object);
}

static void
hf_follower_class_init (HfFollowerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_follower_dispose;
}

static void
hf_follower_init (HfFollower *self)
{
}

/**
 * hf_follower_new:
 * @widget: (type GtkWidget): owns the follower and drops it in its dispose
 *
 * Returns: (transfer full):
 */
HfFollower *
hf_follower_new (gpointer widget, HfAppContext *context, HfFollowerFunc func)
{
  HfFollower *self = g_object_new (HF_TYPE_FOLLOWER, NULL);

  self->widget = GTK_WIDGET (widget);
  self->context = g_object_ref (context);
  self->func = func;
  g_signal_connect_object (widget, "map", G_CALLBACK (on_map), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (on_unmap), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hf_app_context_get_store (context), "changed",
                           G_CALLBACK (hf_follower_wake), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hf_app_context_get_settings (context), "changed::staff",
                           G_CALLBACK (hf_follower_wake), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (self->widget))
    on_map (self);
  return self;
}

/**
 * hf_follower_wake:
 *
 * Asks for a reading now, if the widget is in view.
 */
void
hf_follower_wake (HfFollower *self)
{
  g_return_if_fail (HF_IS_FOLLOWER (self));

  if (gtk_widget_get_mapped (self->widget))
    self->func (self, self->widget, FALSE);
}

/**
 * hf_follower_read:
 * @func: runs on a reader's thread
 * @data: (transfer full): for @func, freed with @free_data
 * @callback: is given the widget with a reference of its own, and calls hf_store_call_finish()
 *
 * Reads, and drops the reading before.
 */
void
hf_follower_read (HfFollower *self,
                  HfStoreFunc func,
                  gpointer data,
                  GDestroyNotify free_data,
                  GDestroyNotify free_result,
                  GAsyncReadyCallback callback)
{
  g_return_if_fail (HF_IS_FOLLOWER (self));

  cancel (self);
  self->cancellable = g_cancellable_new ();
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, func, data,
                       free_data, free_result, self->cancellable, callback,
                       g_object_ref (self->widget));
}
