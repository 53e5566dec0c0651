/* bench-painted.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-painted.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static gboolean first = TRUE;
static gboolean filled = FALSE;

static gboolean
on_over (gpointer data)
{
  _exit (EXIT_SUCCESS);
}

/* Of all threads, in microseconds: what else the machine does is no matter. */
static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
on_painted (GdkFrameClock *clock, gpointer data)
{
  gint64 passed = g_get_monotonic_time () - g_ascii_strtoll (g_getenv (BENCH_STARTED), NULL, 10);

  if (first)
    g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", passed, get_processor_time ());
  if (filled)
    {
      g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", passed, get_processor_time ());
      g_timeout_add (1000, on_over, NULL);
    }
  first = FALSE;
  filled = FALSE;
}

static void
on_mapped (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted),
                    NULL);
}

static void
on_window_added (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "map", G_CALLBACK (on_mapped), NULL);
}

/**
 * bench_painted_watch:
 *
 * Writes how many microseconds after the start the first frame and the first filled one of
 * @application are painted, and what processor time that took; ends the program a second later.
 */
void
bench_painted_watch (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);
}

/**
 * bench_painted_fill:
 *
 * The next frame has in it what the window is for.
 */
void
bench_painted_fill (void)
{
  filled = TRUE;
}
