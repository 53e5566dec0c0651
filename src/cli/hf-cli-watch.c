/* hf-cli-watch.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli-watch.h"

#include <unistd.h>

/**
 * hf_cli_watch_begin:
 *
 * Holds Ctrl+C and a polite request to end back, so that they don't end the program in the middle
 * of a write: hf_cli_watch_look() hears them.
 */
void
hf_cli_watch_begin (HfCliWatch *watch)
{
  watch->cancellable = g_cancellable_new ();
  watch->on_terminal = isatty (STDERR_FILENO) == 1;
  watch->shown = -1;
  sigemptyset (&watch->held);
  sigaddset (&watch->held, SIGINT);
  sigaddset (&watch->held, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &watch->held, &watch->before);
}

/**
 * hf_cli_watch_look:
 * @fraction: 0 to 1, how far it is
 * @watch: a #HfCliWatch
 *
 * To be called now and then: shows the progress on a terminal.
 */
void
hf_cli_watch_look (double fraction, gpointer data)
{
  HfCliWatch *watch = data;
  int percent = (int) (fraction * 100);
  sigset_t pending;

  if (watch->on_terminal && percent != watch->shown)
    {
      g_printerr ("\r%3d %%", percent);
      watch->shown = percent;
    }
  if (sigpending (&pending) == 0 &&
      (sigismember (&pending, SIGINT) == 1 || sigismember (&pending, SIGTERM) == 1))
    g_cancellable_cancel (watch->cancellable);
}

/**
 * hf_cli_watch_end:
 *
 * What was heard is done with; what came too late counts as ever.
 */
void
hf_cli_watch_end (HfCliWatch *watch)
{
  struct timespec at_once = { 0 };

  if (watch->cancellable == NULL)
    return;
  if (watch->shown >= 0)
    g_printerr ("\r     \r");
  if (g_cancellable_is_cancelled (watch->cancellable))
    while (sigtimedwait (&watch->held, NULL, &at_once) > 0)
      ;
  pthread_sigmask (SIG_SETMASK, &watch->before, NULL);
  g_clear_object (&watch->cancellable);
}
