/* hf-clock-source.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-clock-source.h"

#include <errno.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* The year 2200. A disarmed timer waits for it, since only an armed one is certain to
 * be told that the clock was set. */
#define NEVER_US (G_GINT64_CONSTANT (7258118400) * G_USEC_PER_SEC)

/* Without a timerfd nobody tells that the clock was set: look this often, while armed. */
#define LOOK_EVERY_US      (60 * G_USEC_PER_SEC)
#define LARGEST_ADJUSTMENT G_USEC_PER_SEC

typedef struct
{
  GSource parent;
  int fd; /* -1: there is no timerfd, the source's ready time serves */
  gpointer tag;
  gint64 target;     /* UTC microseconds; NEVER_US when disarmed */
  gint64 difference; /* real-time clock less monotonic clock, when last looked at */
} HfClockSource;

static gint64
clock_difference (void)
{
  return g_get_real_time () - g_get_monotonic_time ();
}

static gboolean
set_timer (HfClockSource *self)
{
  struct itimerspec when = { 0 };

  when.it_value.tv_sec = (time_t) (self->target / G_USEC_PER_SEC);
  when.it_value.tv_nsec = (long) (self->target % G_USEC_PER_SEC) * 1000;
  return timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) == 0;
}

static void
set_ready_time (HfClockSource *self)
{
  gint64 left = self->target - g_get_real_time ();

  if (self->target == NEVER_US)
    g_source_set_ready_time (&self->parent, -1);
  else
    g_source_set_ready_time (&self->parent,
                             g_get_monotonic_time () + CLAMP (left, 0, LOOK_EVERY_US));
}

static void
give_up_timer (HfClockSource *self)
{
  if (self->tag != NULL)
    g_source_remove_unix_fd (&self->parent, self->tag);
  if (self->fd >= 0)
    close (self->fd);
  self->tag = NULL;
  self->fd = -1;
  self->difference = clock_difference ();
}

static void
set_target (HfClockSource *self, gint64 utc_us)
{
  /* Zero would disarm a timer, and a negative time is none. */
  self->target = CLAMP (utc_us, 1, NEVER_US);
  if (self->fd >= 0 && !set_timer (self))
    give_up_timer (self);
  if (self->fd < 0)
    set_ready_time (self);
}

/* Returns: whether there is an @event to tell */
static gboolean
read_timer (HfClockSource *self, HfClockEvent *event)
{
  guint64 expirations;

  if (read (self->fd, &expirations, sizeof expirations) == (ssize_t) sizeof expirations)
    {
      *event = HF_CLOCK_FIRED;
      return TRUE;
    }
  *event = HF_CLOCK_CHANGED;
  return errno == ECANCELED;
}

static gboolean
look_at_clock (HfClockSource *self, HfClockEvent *event)
{
  gint64 difference = clock_difference ();
  gint64 moved = difference - self->difference;

  self->difference = difference;
  if (moved > LARGEST_ADJUSTMENT || moved < -LARGEST_ADJUSTMENT)
    {
      *event = HF_CLOCK_CHANGED;
      return TRUE;
    }
  *event = HF_CLOCK_FIRED;
  return g_get_real_time () >= self->target;
}

static gboolean
hf_clock_source_dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  HfClockSource *self = (HfClockSource *) source;
  HfClockEvent event;
  gboolean happened = self->fd >= 0 ? read_timer (self, &event) : look_at_clock (self, &event);

  /* Setting the clock cancels an expiry that was not read yet: arm again for it. */
  set_target (self, happened && event == HF_CLOCK_FIRED ? NEVER_US : self->target);
  if (!happened || callback == NULL)
    return G_SOURCE_CONTINUE;
  return ((HfClockSourceFunc) (void (*) (void)) callback) (event, user_data);
}

static void
hf_clock_source_finalize (GSource *source)
{
  HfClockSource *self = (HfClockSource *) source;

  if (self->fd >= 0)
    close (self->fd);
}

static GSourceFuncs clock_source_funcs = {
  .dispatch = hf_clock_source_dispatch,
  .finalize = hf_clock_source_finalize,
};

/**
 * hf_clock_source_new:
 *
 * A source that is armed for one moment at a time and causes no wake-up before it. Its
 * callback is a #HfClockSourceFunc, called in the thread of the context it is attached
 * to; it may arm the source again. A change of the time zone is not its business: that
 * leaves UTC alone.
 *
 * Where the system has no timerfd, the source looks at the clock once a minute while armed.
 *
 * Returns: (transfer full): a disarmed source, not attached yet
 */
GSource *
hf_clock_source_new (void)
{
  GSource *source = g_source_new (&clock_source_funcs, sizeof (HfClockSource));
  HfClockSource *self = (HfClockSource *) source;

  g_source_set_static_name (source, "HfClockSource");
  self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd >= 0)
    self->tag = g_source_add_unix_fd (source, self->fd, G_IO_IN);
  else
    give_up_timer (self);
  set_target (self, NEVER_US);
  return source;
}

/**
 * hf_clock_source_arm:
 * @utc_us: microseconds since 1970-01-01 UTC; a moment in the past fires at once
 *
 * Replaces the moment that @source was armed for.
 */
void
hf_clock_source_arm (GSource *source, gint64 utc_us)
{
  g_return_if_fail (source != NULL);

  set_target ((HfClockSource *) source, utc_us);
}

/**
 * hf_clock_source_disarm:
 *
 * Nothing fires any more; a change of the clock is still told.
 */
void
hf_clock_source_disarm (GSource *source)
{
  g_return_if_fail (source != NULL);

  set_target ((HfClockSource *) source, NEVER_US);
}
