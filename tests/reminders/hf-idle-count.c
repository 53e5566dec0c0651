/* hf-idle-count.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-idle-count.h"

#include <unistd.h>

typedef struct
{
  GMainContext *context;
  GMainLoop *loop;
  pid_t thread; /* atomic; 0 until it runs */
} Idler;

static gpointer
idle (gpointer user_data)
{
  Idler *idler = user_data;

  g_atomic_int_set (&idler->thread, gettid ());
  g_main_loop_run (idler->loop);
  return NULL;
}

/* How often the thread has gone to sleep of its own accord: once more for each wake-up. */
static gint64
count_sleeps (pid_t thread)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/task/%d/status", thread);
  g_autofree char *status = NULL;
  g_autoptr (GError) error = NULL;
  const char *line;

  g_file_get_contents (path, &status, NULL, &error);
  g_assert_no_error (error);
  line = g_strstr_len (status, -1, "\nvoluntary_ctxt_switches:");
  g_assert_nonnull (line);
  return g_ascii_strtoll (line + sizeof "\nvoluntary_ctxt_switches:" - 1, NULL, 10);
}

/**
 * hf_idle_count_wake_ups:
 * @context: no other thread may run it meanwhile
 *
 * Runs @context in a thread of its own for @milliseconds.
 *
 * Returns: how often that thread woke, once it had come to rest
 */
gint64
hf_idle_count_wake_ups (GMainContext *context, guint milliseconds)
{
  Idler idler = { context, g_main_loop_new (context, FALSE), 0 };
  GThread *thread = g_thread_new ("idler", idle, &idler);
  gint64 before, after;

  while (g_atomic_int_get (&idler.thread) == 0)
    g_thread_yield ();
  /* Nothing announces that it rests; it has to start and to sleep. */
  g_usleep (200000);
  before = count_sleeps (idler.thread);
  g_usleep (milliseconds * 1000ul);
  after = count_sleeps (idler.thread);
  g_main_loop_quit (idler.loop);
  g_thread_join (thread);
  g_main_loop_unref (idler.loop);
  return after - before;
}
