/* hf-progress.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-progress.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"

/**
 * hf_db_set_progress:
 * @progress: (nullable): must outlive the commands that run until another one is set
 */
void
hf_db_set_progress (HfDb *db, HfProgress *progress)
{
  db->progress = progress;
}

/**
 * hf_progress_step:
 * @done: how many of @n rows a command has dealt with
 *
 * To be called by each command on many rows, before each of them. On the thread that writes.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED when it is to stop: what was written is then rolled
 *   back, as with any other error
 */
gboolean
hf_progress_step (HfDb *db, guint done, guint n, GError **error)
{
  HfProgress *progress = db->progress;

  if (progress == NULL)
    return TRUE;
  g_atomic_int_set (&progress->thousandths, (int) (1000 * (guint64) done / MAX (n, 1)));
  if (progress->cancellable == NULL || !g_cancellable_is_cancelled (progress->cancellable))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _ ("Cancelled. Nothing was changed."));
  return FALSE;
}
