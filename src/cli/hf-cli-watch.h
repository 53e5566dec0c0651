/* hf-cli-watch.h: what a person sees of a long command, and the Ctrl+C that it must hear
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <signal.h>

G_BEGIN_DECLS

/**
 * HfCliWatch:
 * @cancellable: cancelled by Ctrl+C
 *
 * Lives on the stack as `g_auto (HfCliWatch)` while the command runs.
 */
typedef struct
{
  GCancellable *cancellable;
  sigset_t held;
  sigset_t before;
  gboolean on_terminal;
  int shown;
} HfCliWatch;

void hf_cli_watch_begin (HfCliWatch *watch);
void hf_cli_watch_look (double fraction, gpointer watch);
void hf_cli_watch_end (HfCliWatch *watch);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfCliWatch, hf_cli_watch_end)

G_END_DECLS
