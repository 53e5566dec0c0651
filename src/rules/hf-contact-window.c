/* hf-contact-window.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-contact-window.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "hf-error.h"

static const HfContactWindow working_window = { { { 11 * 60 + 30, 14 * 60 }, { 18 * 60, 20 * 60 } },
                                                2 };

static const HfContactWindow home_window = { { { 9 * 60, 11 * 60 + 30 }, { 15 * 60, 18 * 60 } },
                                             2 };

static gboolean
windows_are_equal (const HfContactWindow *a, const HfContactWindow *b)
{
  return a->n_openings == b->n_openings &&
         memcmp (a->openings, b->openings, a->n_openings * sizeof (HfOpening)) == 0;
}

static int
compare_openings (const void *a, const void *b)
{
  return ((const HfOpening *) a)->from - ((const HfOpening *) b)->from;
}

static void
sort_and_join (HfContactWindow *window)
{
  guint kept = 0;

  qsort (window->openings, window->n_openings, sizeof (HfOpening), compare_openings);
  for (guint i = 1; i < window->n_openings; i++)
    {
      HfOpening *last = &window->openings[kept];
      HfOpening next = window->openings[i];

      if (next.from <= last->to)
        last->to = MAX (last->to, next.to);
      else
        window->openings[++kept] = next;
    }
  if (window->n_openings > 0)
    window->n_openings = kept + 1;
}

static gboolean
parse_clock (const char **text, int *minute)
{
  const char *at = *text;
  int hour = 0;
  int digits = 0;

  for (; digits < 2 && g_ascii_isdigit (*at); digits++)
    hour = hour * 10 + g_ascii_digit_value (*at++);
  if (digits == 0 || *at++ != ':' || !g_ascii_isdigit (at[0]) || !g_ascii_isdigit (at[1]))
    return FALSE;
  *minute = hour * 60 + g_ascii_digit_value (at[0]) * 10 + g_ascii_digit_value (at[1]);
  *text = at + 2;
  return hour <= 24 && at[0] < '6' && *minute <= HF_MINUTES_A_DAY;
}

/* What lies outside of the fixed hours is cut off, for the customer may well be
 * up earlier; when nothing is left there is no hour at which to contact them. */
static gboolean
parse_opening (const char *text, HfOpening *opening, GError **error)
{
  const char *at = text;

  if (!parse_clock (&at, &opening->from) || *at++ != '-' || !parse_clock (&at, &opening->to) ||
      *at != '\0' || opening->from >= opening->to)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("“%s” is not a contact window. Write “working”, “home” or times such as "
                      "09:30-11:00."),
                   text);
      return FALSE;
    }
  opening->from = MAX (opening->from, HF_CONTACT_EARLIEST);
  opening->to = MIN (opening->to, HF_CONTACT_LATEST);
  if (opening->from < opening->to)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” lies outside of 09:00 to 20:30. Customers are never contacted before or "
                  "after."),
               text);
  return FALSE;
}

static gboolean
append_openings (HfContactWindow *window,
                 const HfOpening *openings,
                 guint n_openings,
                 GError **error)
{
  if (window->n_openings + n_openings > HF_CONTACT_WINDOW_MAX)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("A contact window has at most %d times of day."), HF_CONTACT_WINDOW_MAX);
      return FALSE;
    }
  memcpy (window->openings + window->n_openings, openings, n_openings * sizeof (HfOpening));
  window->n_openings += n_openings;
  return TRUE;
}

static gboolean
append_word (HfContactWindow *window, const char *word, GError **error)
{
  HfOpening opening;

  if (strcmp (word, "working") == 0)
    return append_openings (window, working_window.openings, working_window.n_openings, error);
  if (strcmp (word, "home") == 0)
    return append_openings (window, home_window.openings, home_window.n_openings, error);
  return parse_opening (word, &opening, error) && append_openings (window, &opening, 1, error);
}

/* The customer's own window, or that of people who work when none is known. */
static const HfContactWindow *
window_or_default (const HfContactWindow *window)
{
  return window != NULL && window->n_openings > 0 ? window : &working_window;
}

/**
 * hf_contact_window_init:
 * @window: (out):
 *
 * The window to assume while the customer has not named one: that of people at
 * home for a home visit, that of people at work for everything else (CAL-5).
 */
void
hf_contact_window_init (HfContactWindow *window, HfChannel channel)
{
  g_return_if_fail (window != NULL);

  *window = channel == HF_CHANNEL_HOME ? home_window : working_window;
}

/**
 * hf_contact_window_parse:
 * @text: `working`, `home` or `HH:MM-HH:MM`, or several of them separated by `,`
 * @window: (out): sorted, overlaps joined, cut to 09:00–20:30 (CAL-5)
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when @text is no window or a part of
 *   it lies wholly outside of 09:00–20:30
 */
gboolean
hf_contact_window_parse (const char *text, HfContactWindow *window, GError **error)
{
  g_auto (GStrv) words = NULL;
  HfContactWindow parsed = { 0 };

  g_return_val_if_fail (text != NULL && window != NULL, FALSE);

  words = g_strsplit_set (text, ",;", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*g_strstrip (words[i]) != '\0' && !append_word (&parsed, words[i], error))
        return FALSE;
    }
  if (parsed.n_openings == 0)
    return parse_opening (text, &parsed.openings[0], error);
  sort_and_join (&parsed);
  *window = parsed;
  return TRUE;
}

/**
 * hf_contact_window_format:
 *
 * Returns: (transfer full): what hf_contact_window_parse() reads; empty for none
 */
char *
hf_contact_window_format (const HfContactWindow *window)
{
  GString *text;

  g_return_val_if_fail (window != NULL, NULL);

  if (windows_are_equal (window, &working_window))
    return g_strdup ("working");
  if (windows_are_equal (window, &home_window))
    return g_strdup ("home");
  text = g_string_new (NULL);
  for (guint i = 0; i < window->n_openings; i++)
    {
      HfOpening o = window->openings[i];

      g_string_append_printf (text, "%s%02d:%02d-%02d:%02d", i > 0 ? "," : "", o.from / 60,
                              o.from % 60, o.to / 60, o.to % 60);
    }
  return g_string_free (text, FALSE);
}

/**
 * hf_contact_window_is_open:
 * @window: (nullable): %NULL or empty for the default
 * @minute: minute of the day
 */
gboolean
hf_contact_window_is_open (const HfContactWindow *window, int minute)
{
  return hf_contact_window_get_closing (window, minute) >= 0;
}

/**
 * hf_contact_window_next_opening:
 * @window: (nullable): %NULL or empty for the default
 * @minute: minute of the day; -1 asks for the day's first opening
 *
 * Returns: the first opening after @minute, or -1 when none is left that day
 */
int
hf_contact_window_next_opening (const HfContactWindow *window, int minute)
{
  const HfContactWindow *w = window_or_default (window);

  for (guint i = 0; i < w->n_openings; i++)
    {
      if (w->openings[i].from > minute)
        return w->openings[i].from;
    }
  return -1;
}

/**
 * hf_contact_window_get_closing:
 * @window: (nullable): %NULL or empty for the default
 * @minute: minute of the day
 *
 * Returns: when the opening that holds @minute closes, or -1 when none does
 */
int
hf_contact_window_get_closing (const HfContactWindow *window, int minute)
{
  const HfContactWindow *w = window_or_default (window);

  for (guint i = 0; i < w->n_openings; i++)
    {
      if (minute >= w->openings[i].from && minute < w->openings[i].to)
        return w->openings[i].to;
    }
  return -1;
}

/**
 * hf_contact_window_get_reminder:
 * @window: (nullable): %NULL or empty for the default
 * @channel: the channel that is to be tried first
 * @work_start: minute of the day at which the branch opens
 *
 * The minute of its due day at which a follow-up reminds (CAL-5): a call or a
 * message when the customer's first window opens, all others as work begins.
 */
int
hf_contact_window_get_reminder (const HfContactWindow *window, HfChannel channel, int work_start)
{
  if (channel == HF_CHANNEL_PHONE || channel == HF_CHANNEL_MESSAGE)
    return hf_contact_window_next_opening (window, -1);
  return work_start;
}

/**
 * hf_contact_hours_check:
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT, naming the hours, when nobody is contacted at @minute
 *   (CAL-5, fixed)
 */
gboolean
hf_contact_hours_check (HfMinute minute, GError **error)
{
  int clock = hf_minute_of_day (minute);

  if (clock >= HF_CONTACT_EARLIEST && clock <= HF_CONTACT_LATEST)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("%02d:%02d lies outside of 09:00 to 20:30. Customers are never contacted before "
                  "or after. Choose a time within these hours."),
               clock / 60, clock % 60);
  return FALSE;
}

/**
 * hf_contact_hours_get_next:
 *
 * Returns: @minute, or the first one after it at which somebody may be contacted (CAL-5, fixed)
 */
HfMinute
hf_contact_hours_get_next (HfMinute minute)
{
  HfDay day = hf_minute_get_day (minute);

  if (hf_minute_of_day (minute) > HF_CONTACT_LATEST)
    return hf_minute_new (day + 1, HF_CONTACT_EARLIEST);
  return MAX (minute, hf_minute_new (day, HF_CONTACT_EARLIEST));
}
