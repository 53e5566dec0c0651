/* hf-run.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-run.h"

/* What is done sooner needs no bar; how often one is brought up to date. */
#define LONG_MS (300)
#define LOOK_MS (100)

/**
 * HfRun:
 *
 * Made by hf_app_context_run_async(). A command that is not done after 0.3 seconds and counts what
 * it does tells so with #HfRun::progressed, ten times a second, until #HfRun::ended. Main thread
 * only, but for its #HfProgress.
 */
struct _HfRun
{
  GObject parent_instance;

  HfProgress progress;
  guint clock;
};

enum
{
  PROGRESSED,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfRun, hf_run, G_TYPE_OBJECT)

static void
look (HfRun *self)
{
  if (g_atomic_int_get (&self->progress.thousandths) != HF_PROGRESS_UNKNOWN)
    g_signal_emit (self, signals[PROGRESSED], 0);
}

static gboolean
on_look (gpointer data)
{
  look (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_long (gpointer data)
{
  HfRun *self = data;

  self->clock = g_timeout_add (LOOK_MS, on_look, self);
  look (self);
  return G_SOURCE_REMOVE;
}

static void
hf_run_dispose (GObject *object)
{
  g_clear_handle_id (&HF_RUN (object)->clock, g_source_remove);

  G_OBJECT_CLASS (hf_run_parent_class)->dispose (object);
}

static void
hf_run_finalize (GObject *object)
{
  g_object_unref (HF_RUN (object)->progress.cancellable);

  G_OBJECT_CLASS (hf_run_parent_class)->finalize (object);
}

static void
hf_run_class_init (HfRunClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_run_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_run_finalize;

  /**
   * HfRun::progressed:
   *
   * It takes long, and has come to hf_run_get_fraction().
   */
  signals[PROGRESSED] = g_signal_new ("progressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * HfRun::ended:
   *
   * It was done, refused or cancelled.
   */
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_run_init (HfRun *self)
{
  self->progress.cancellable = g_cancellable_new ();
  self->progress.thousandths = HF_PROGRESS_UNKNOWN;
  self->clock = g_timeout_add (LONG_MS, on_long, self);
}

HfRun *
hf_run_new (void)
{
  return g_object_new (HF_TYPE_RUN, NULL);
}

/**
 * hf_run_get_progress:
 *
 * Returns: (transfer none): for the thread that runs the command
 */
HfProgress *
hf_run_get_progress (HfRun *self)
{
  g_return_val_if_fail (HF_IS_RUN (self), NULL);

  return &self->progress;
}

GCancellable *
hf_run_get_cancellable (HfRun *self)
{
  g_return_val_if_fail (HF_IS_RUN (self), NULL);

  return self->progress.cancellable;
}

/**
 * hf_run_get_fraction:
 *
 * Returns: how much is done, from 0 to 1
 */
double
hf_run_get_fraction (HfRun *self)
{
  g_return_val_if_fail (HF_IS_RUN (self), 0);

  return MAX (g_atomic_int_get (&self->progress.thousandths), 0) / 1000.0;
}

/**
 * hf_run_cancel:
 *
 * Nothing of it remains, unless it was done already.
 */
void
hf_run_cancel (HfRun *self)
{
  g_return_if_fail (HF_IS_RUN (self));

  g_cancellable_cancel (self->progress.cancellable);
}

/**
 * hf_run_end:
 *
 * Called by who made it.
 */
void
hf_run_end (HfRun *self)
{
  g_return_if_fail (HF_IS_RUN (self));

  g_clear_handle_id (&self->clock, g_source_remove);
  g_signal_emit (self, signals[ENDED], 0);
}
