/* bench-calendar-drag.c: how many frames a second the month paints while something is dragged
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-calendar-drag FILE, on a display: takes a contact and leads it over the days of the month.
 * A frame is all that the main thread does from the movement until it is painted. Fails when more
 * than one frame in twenty takes longer than a thirtieth of a second.
 */

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "hf-app-resources.h"
#include "hf-month-view-private.h"

#define MOST_MS (1000.0 / 30)
#define STEPS   (300)

typedef struct
{
  GtkWidget *window;
  HfMonthView *view;
  double began;
  GArray *frames; /* (element-type double): ms */
} Screen;

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
on_after_paint (GdkFrameClock *clock, Screen *screen)
{
  double ms = now_ms () - screen->began;

  g_array_append_val (screen->frames, ms);
}

static gboolean
on_end (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean end = FALSE;

  g_timeout_add (ms, on_end, &end);
  while (!end)
    g_main_context_iteration (NULL, TRUE);
}

static HfCalendarChip *
find_movable (HfMonthView *view)
{
  for (guint i = 0; i < HF_N_CELLS; i++)
    {
      HfCalendarChip *chip;

      for (guint j = 0; (chip = hf_month_cell_get_chip (HF_MONTH_CELL (view->cells[i]), j)) != NULL;
           j++)
        {
          const HfCalendarItem *item = hf_calendar_chip_get_item (chip);

          if (item != NULL && hf_calendar_item_can_move (item))
            return chip;
        }
    }
  return NULL;
}

static void
open_screen (Screen *screen, HfCalendarModel *model, HfDay day)
{
  screen->window = gtk_window_new ();
  screen->view = g_object_new (HF_TYPE_MONTH_VIEW, NULL);
  screen->frames = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_window_set_default_size (GTK_WINDOW (screen->window), 892, 662);
  gtk_window_set_child (GTK_WINDOW (screen->window), GTK_WIDGET (screen->view));
  hf_calendar_view_set_model (HF_CALENDAR_VIEW (screen->view), model);
  hf_calendar_view_set_day (HF_CALENDAR_VIEW (screen->view), day);
  hf_calendar_model_set_active (model, TRUE);
  gtk_window_present (GTK_WINDOW (screen->window));
  wait_ms (3000);
  g_signal_connect (gtk_widget_get_frame_clock (screen->window), "after-paint",
                    G_CALLBACK (on_after_paint), screen);
}

static void
lead (Screen *screen)
{
  for (guint i = 0; i < STEPS; i++)
    {
      guint n = screen->frames->len;
      HfDay day = screen->view->from + (HfDay) (i * 5 % (screen->view->n_weeks * HF_DAYS_A_WEEK));

      screen->began = now_ms ();
      hf_month_view_set_target (screen->view, day);
      while (screen->frames->len == n)
        g_main_context_iteration (NULL, TRUE);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static int
report (GArray *frames)
{
  double late = 0;

  g_array_sort (frames, compare);
  late = g_array_index (frames, double, frames->len * 95 / 100);
  g_print ("%u frames: median %.1f ms, 19 of 20 within %.1f ms, worst %.1f ms\n", frames->len,
           g_array_index (frames, double, frames->len / 2), late,
           g_array_index (frames, double, frames->len - 1));
  return late <= MOST_MS ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (HfAppContext) context = NULL;
  g_autoptr (HfCalendarModel) model = NULL;
  HfMinute now = 0;
  Screen screen = { 0 };
  HfCalendarChip *chip;

  adw_init ();
  g_resources_register (hf_app_get_resource ());
  store = argc > 1 ? hf_store_new (argv[1], &error) : NULL;
  if (store == NULL || !hf_minute_parse ("2026-11-22T09:00", &now, &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "bench-calendar-drag FILE");
      return EXIT_FAILURE;
    }
  settings = g_settings_new ("org.huifang.Huifang");
  context = hf_app_context_new (store, settings, now);
  model = hf_calendar_model_new (context);
  open_screen (&screen, model, hf_minute_get_day (now));
  chip = find_movable (screen.view);
  if (chip == NULL || !hf_month_view_begin_move (screen.view, chip, FALSE))
    {
      g_printerr ("Nothing can be moved.\n");
      return EXIT_FAILURE;
    }
  wait_ms (500);
  g_array_set_size (screen.frames, 0);
  lead (&screen);
  return report (screen.frames);
}
