/* test-clock-source.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-clock-source.h"

#include <errno.h>
#include <string.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "hf-idle-count.h"

/* The linker puts these before the system's (see meson.build), since no test may set the
 * clock of the machine it runs on. */
ssize_t __real_read (int fd, void *buffer, size_t size);
ssize_t __wrap_read (int fd, void *buffer, size_t size);
int __real_timerfd_create (int clock, int flags);
int __wrap_timerfd_create (int clock, int flags);
gint64 __real_g_get_real_time (void);
gint64 __wrap_g_get_real_time (void);

static gboolean cancel_next_read;
static gboolean no_timerfd;
static gint64 clock_shift;

ssize_t
__wrap_read (int fd, void *buffer, size_t size)
{
  if (!cancel_next_read)
    return __real_read (fd, buffer, size);
  cancel_next_read = FALSE;
  errno = ECANCELED;
  return -1;
}

int
__wrap_timerfd_create (int clock, int flags)
{
  if (!no_timerfd)
    return __real_timerfd_create (clock, flags);
  errno = ENOSYS;
  return -1;
}

gint64
__wrap_g_get_real_time (void)
{
  return __real_g_get_real_time () + clock_shift;
}

typedef struct
{
  GMainContext *context;
  GSource *source;
  int n_fired;
  int n_changed;
  gint64 last_at;
} Fixture;

static gboolean
on_clock (HfClockEvent event, gpointer user_data)
{
  Fixture *f = user_data;

  if (event == HF_CLOCK_FIRED)
    f->n_fired++;
  else
    f->n_changed++;
  f->last_at = g_get_real_time ();
  return G_SOURCE_CONTINUE;
}

static void
set_up (Fixture *f, gconstpointer without_timerfd)
{
  no_timerfd = without_timerfd != NULL;
  cancel_next_read = FALSE;
  clock_shift = 0;
  f->context = g_main_context_new ();
  f->source = hf_clock_source_new ();
  g_source_set_callback (f->source, G_SOURCE_FUNC (on_clock), f, NULL);
  g_source_attach (f->source, f->context);
}

static void
tear_down (Fixture *f, gconstpointer without_timerfd)
{
  g_source_destroy (f->source);
  g_source_unref (f->source);
  g_main_context_unref (f->context);
}

static gboolean
on_timeout (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the context until an event came, or for @milliseconds. */
static void
wait_for_event (Fixture *f, guint milliseconds)
{
  int before = f->n_fired + f->n_changed;
  gboolean is_over = FALSE;
  g_autoptr (GSource) timeout = g_timeout_source_new (milliseconds);

  g_source_set_callback (timeout, on_timeout, &is_over, NULL);
  g_source_attach (timeout, f->context);
  while (!is_over && f->n_fired + f->n_changed == before)
    g_main_context_iteration (f->context, TRUE);
  g_source_destroy (timeout);
}

static void
test_fires_once_and_on_time (Fixture *f, gconstpointer data)
{
  gint64 when = g_get_real_time () + 80000;

  hf_clock_source_arm (f->source, when);
  wait_for_event (f, 5000);
  g_assert_cmpint (f->n_fired, ==, 1);
  g_assert_cmpint (f->last_at, >=, when);
  wait_for_event (f, 100);
  g_assert_cmpint (f->n_fired, ==, 1);
  g_assert_cmpint (f->n_changed, ==, 0);
}

static void
test_the_past_fires_at_once (Fixture *f, gconstpointer data)
{
  static const gint64 past[] = { G_MININT64, -1, 0, 1, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    {
      hf_clock_source_arm (f->source, past[i]);
      wait_for_event (f, 5000);
      g_assert_cmpint (f->n_fired, ==, (int) i + 1);
    }
}

static void
test_the_far_future_does_not_fire (Fixture *f, gconstpointer data)
{
  hf_clock_source_arm (f->source, G_MAXINT64);
  wait_for_event (f, 50);
  hf_clock_source_arm (f->source, g_get_real_time () + G_TIME_SPAN_DAY * 365);
  wait_for_event (f, 50);
  g_assert_cmpint (f->n_fired, ==, 0);
}

static void
test_arming_again_replaces (Fixture *f, gconstpointer data)
{
  hf_clock_source_arm (f->source, g_get_real_time () + 30000);
  hf_clock_source_arm (f->source, g_get_real_time () + G_TIME_SPAN_HOUR);
  wait_for_event (f, 120);
  g_assert_cmpint (f->n_fired, ==, 0);
  hf_clock_source_arm (f->source, g_get_real_time () + 1000);
  wait_for_event (f, 5000);
  g_assert_cmpint (f->n_fired, ==, 1);
}

static void
test_disarmed_does_not_fire (Fixture *f, gconstpointer data)
{
  hf_clock_source_arm (f->source, g_get_real_time () + 30000);
  hf_clock_source_disarm (f->source);
  wait_for_event (f, 120);
  g_assert_cmpint (f->n_fired, ==, 0);
}

/* The kernel drops an expiry that was not read before the clock was set. */
static void
test_a_set_clock_is_told_and_loses_nothing (Fixture *f, gconstpointer data)
{
  cancel_next_read = TRUE;
  hf_clock_source_arm (f->source, 1);
  wait_for_event (f, 5000);
  g_assert_cmpint (f->n_changed, ==, 1);
  g_assert_cmpint (f->n_fired, ==, 0);
  wait_for_event (f, 5000);
  g_assert_cmpint (f->n_fired, ==, 1);
}

static void
test_fallback_sees_a_set_clock (Fixture *f, gconstpointer data)
{
  hf_clock_source_arm (f->source, g_get_real_time () + 50000);
  clock_shift = -G_TIME_SPAN_HOUR;
  wait_for_event (f, 5000);
  g_assert_cmpint (f->n_changed, ==, 1);
  g_assert_cmpint (f->n_fired, ==, 0);
  clock_shift = 0;
  hf_clock_source_arm (f->source, g_get_real_time () + 1000);
  wait_for_event (f, 5000);
  g_assert_cmpint (f->n_changed, ==, 2);
  wait_for_event (f, 5000);
  g_assert_cmpint (f->n_fired, ==, 1);
}

static void
test_idle_costs_nothing (Fixture *f, gconstpointer data)
{
  hf_clock_source_arm (f->source, g_get_real_time () + G_TIME_SPAN_HOUR);
  g_assert_cmpint (hf_idle_count_wake_ups (f->context, 1500), ==, 0);
  hf_clock_source_disarm (f->source);
  g_assert_cmpint (hf_idle_count_wake_ups (f->context, 500), ==, 0);
}

#define ADD(path, test, data) \
  g_test_add ("/clock-source/" path, Fixture, data, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  static const char *const without = "without timerfd";

  g_test_init (&argc, &argv, NULL);
  ADD ("fires-once-and-on-time", test_fires_once_and_on_time, NULL);
  ADD ("the-past-fires-at-once", test_the_past_fires_at_once, NULL);
  ADD ("the-far-future-does-not-fire", test_the_far_future_does_not_fire, NULL);
  ADD ("arming-again-replaces", test_arming_again_replaces, NULL);
  ADD ("disarmed-does-not-fire", test_disarmed_does_not_fire, NULL);
  ADD ("a-set-clock-is-told-and-loses-nothing", test_a_set_clock_is_told_and_loses_nothing, NULL);
  ADD ("idle-costs-nothing", test_idle_costs_nothing, NULL);
  ADD ("fallback/fires-once-and-on-time", test_fires_once_and_on_time, without);
  ADD ("fallback/the-past-fires-at-once", test_the_past_fires_at_once, without);
  ADD ("fallback/the-far-future-does-not-fire", test_the_far_future_does_not_fire, without);
  ADD ("fallback/arming-again-replaces", test_arming_again_replaces, without);
  ADD ("fallback/disarmed-does-not-fire", test_disarmed_does_not_fire, without);
  ADD ("fallback/sees-a-set-clock", test_fallback_sees_a_set_clock, without);
  return g_test_run ();
}
