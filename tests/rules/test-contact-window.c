/* test-contact-window.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-contact-rules.h"
#include "hf-error.h"

#define AT(h, m) ((h) *60 + (m))

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *formatted;
  } rows[] = {
    { "working", "working" },
    { "home", "home" },
    { "11:30-14:00,18:00-20:00", "working" },
    { "18:00-20:00, 11:30-14:00", "working" },
    { "9:30-10:00", "09:30-10:00" },
    { "09:00-20:30", "09:00-20:30" },
    { "10:00-11:00,10:30-12:00,12:00-12:30", "10:00-12:30" },
    { "home,18:30-19:00", "09:00-11:30,15:00-18:00,18:30-19:00" },
    /* Fixed: never before 09:00 nor after 20:30. */
    { "07:00-10:00", "09:00-10:00" },
    { "20:00-22:00", "20:00-20:30" },
    { "00:00-24:00", "09:00-20:30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfContactWindow window;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (hf_contact_window_parse (rows[i].text, &window, &error));
      g_assert_no_error (error);
      text = hf_contact_window_format (&window);
      g_assert_cmpstr (text, ==, rows[i].formatted);
    }
}

static void
test_refused (void)
{
  static const char *const wrong[] = { "",
                                       ",",
                                       "office",
                                       "08:00-09:00",
                                       "20:30-21:00",
                                       "working,21:00-22:00",
                                       "10:00",
                                       "10:00-",
                                       "10:00-09:30",
                                       "10:00-10:00",
                                       "10:60-11:00",
                                       "25:00-26:00",
                                       "10.00-11.00",
                                       "10:00-11:00x",
                                       "working,working,working,working,home" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      HfContactWindow window;
      g_autoptr (GError) error = NULL;

      g_assert_false (hf_contact_window_parse (wrong[i], &window, &error));
      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
    }
}

static void
test_open (void)
{
  static const struct
  {
    int minute;
    int closing;
    int next;
  } rows[] = {
    { AT (0, 0), -1, AT (11, 30) },
    { AT (11, 29), -1, AT (11, 30) },
    { AT (11, 30), AT (14, 0), AT (18, 0) },
    { AT (13, 59), AT (14, 0), AT (18, 0) },
    { AT (14, 0), -1, AT (18, 0) },
    { AT (19, 59), AT (20, 0), -1 },
    { AT (20, 0), -1, -1 },
  };
  HfContactWindow window;

  hf_contact_window_init (&window, HF_CHANNEL_PHONE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (hf_contact_window_get_closing (&window, rows[i].minute), ==,
                       rows[i].closing);
      g_assert_cmpint (hf_contact_window_next_opening (&window, rows[i].minute), ==, rows[i].next);
      g_assert_cmpint (hf_contact_window_is_open (&window, rows[i].minute), ==,
                       rows[i].closing >= 0);
      g_assert_cmpint (hf_contact_window_get_closing (NULL, rows[i].minute), ==, rows[i].closing);
    }
}

static void
test_reminder (void)
{
  static const struct
  {
    const char *window;
    HfChannel channel;
    const char *reminder;
  } rows[] = {
    { "working", HF_CHANNEL_PHONE, "2026-11-23T11:30" },
    { "home", HF_CHANNEL_PHONE, "2026-11-23T09:00" },
    { "16:15-17:00", HF_CHANNEL_PHONE, "2026-11-23T16:15" },
    { "16:15-17:00", HF_CHANNEL_MESSAGE, "2026-11-23T16:15" },
    { "16:15-17:00", HF_CHANNEL_HOME, "2026-11-23T09:00" },
    { "working", HF_CHANNEL_EVENT, "2026-11-23T09:00" },
    { NULL, HF_CHANNEL_PHONE, "2026-11-23T11:30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfContactRules rules;
      g_autofree char *text = NULL;

      hf_contact_rules_init (&rules);
      if (rows[i].window != NULL)
        g_assert_true (hf_contact_window_parse (rows[i].window, &rules.window, NULL));
      text = hf_minute_format (
          hf_contact_rules_get_reminder (&rules, hf_day_from_ymd (2026, 11, 23), rows[i].channel));
      g_assert_cmpstr (text, ==, rows[i].reminder);
    }
}

static void
test_hours (void)
{
  static const struct
  {
    const char *minute;
    const char *next;
  } rows[] = {
    { "2026-11-23T08:59", "2026-11-23T09:00" }, { "2026-11-23T09:00", "2026-11-23T09:00" },
    { "2026-11-23T20:30", "2026-11-23T20:30" }, { "2026-11-23T20:31", "2026-11-24T09:00" },
    { "2026-12-31T23:59", "2027-01-01T09:00" }, { "2026-11-23T00:00", "2026-11-23T09:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *next = NULL;
      HfMinute minute;

      g_assert_true (hf_minute_parse (rows[i].minute, &minute, NULL));
      next = hf_minute_format (hf_contact_hours_get_next (minute));
      g_assert_cmpstr (next, ==, rows[i].next);
      g_assert_cmpint (hf_contact_hours_check (minute, NULL), ==,
                       strcmp (rows[i].minute, rows[i].next) == 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact-window/CAL-5/parse", test_parse);
  g_test_add_func ("/contact-window/CAL-5/refused", test_refused);
  g_test_add_func ("/contact-window/CAL-5/open", test_open);
  g_test_add_func ("/contact-window/CAL-5/reminder", test_reminder);
  g_test_add_func ("/contact-window/CAL-5/fixed-hours", test_hours);
  return g_test_run ();
}
