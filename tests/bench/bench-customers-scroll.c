/* bench-customers-scroll.c: how long a frame of the Customers page takes
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-customers-scroll FILE, on a display: jumps and scrolls through the list of a branch, and
 * through as long a list whose rows are all one constant. Fails when the median frame takes more
 * than 1.3 times as long.
 */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#include "hf-customer-columns.h"
#include "hf-customer-model.h"
#include "hf-id-list.h"

#define TIMES (1.3)
#define JUMPS (60)
#define STEPS (120)
#define STEP  (120.0)

typedef struct
{
  GtkWidget *window;
  GtkAdjustment *place;
  HfMinute now;
  gint64 began;
  GArray *frames; /* (element-type double): ms */
} Screen;

static void
on_before_paint (GdkFrameClock *clock, Screen *screen)
{
  screen->began = g_get_monotonic_time ();
}

static void
on_after_paint (GdkFrameClock *clock, Screen *screen)
{
  double ms = (g_get_monotonic_time () - screen->began) / 1000.0;

  g_array_append_val (screen->frames, ms);
}

static Screen *
open_screen (GListModel *list)
{
  Screen *screen = g_new0 (Screen, 1);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view =
      gtk_column_view_new (GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (list))));
  GdkFrameClock *clock;

  screen->frames = g_array_new (FALSE, FALSE, sizeof (double));
  screen->now = 29905080;
  hf_customer_columns_add (GTK_COLUMN_VIEW (view), &screen->now);
  gtk_widget_add_css_class (view, "hf-dense");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  screen->place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  screen->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (screen->window), 1194, 674);
  gtk_window_set_child (GTK_WINDOW (screen->window), scroller);
  gtk_window_present (GTK_WINDOW (screen->window));
  clock = gtk_widget_get_frame_clock (screen->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), screen);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), screen);
  return screen;
}

static void
wait_for_frame (Screen *screen)
{
  guint n = screen->frames->len;

  while (screen->frames->len == n)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
take_median (Screen *screen)
{
  double median;

  g_array_sort (screen->frames, compare);
  median = g_array_index (screen->frames, double, screen->frames->len / 2);
  g_array_set_size (screen->frames, 0);
  return median;
}

static void
measure (Screen *screen, double *jump, double *scroll)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 5; i++)
    {
      gtk_adjustment_set_value (screen->place, i * STEP);
      wait_for_frame (screen);
    }
  g_array_set_size (screen->frames, 0);
  for (int i = 0; i < JUMPS; i++)
    {
      gtk_adjustment_set_value (screen->place,
                                g_rand_double (rand) * gtk_adjustment_get_upper (screen->place));
      wait_for_frame (screen);
    }
  *jump = take_median (screen);
  for (int i = 0; i < STEPS; i++)
    {
      gtk_adjustment_set_value (screen->place, gtk_adjustment_get_value (screen->place) - STEP);
      wait_for_frame (screen);
    }
  *scroll = take_median (screen);
}

static GObject *
create_constant (gint64 id, guint position, gpointer row)
{
  return G_OBJECT (hf_customer_item_new (id, row));
}

static HfIdList *
make_constants (HfCustomerModel *model)
{
  g_autoptr (HfCustomerItem) item = g_list_model_get_item (hf_customer_model_get_list (model), 0);
  HfIdList *list =
      hf_id_list_new (HF_TYPE_CUSTOMER_ITEM, create_constant,
                      hf_customer_row_ref ((HfCustomerRow *) hf_customer_item_get_row (item)));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < hf_customer_model_get_n (model); i++)
    {
      gint64 id = i + 1;

      g_array_append_val (ids, id);
    }
  hf_id_list_set_ids (list, ids);
  return list;
}

static HfCustomerModel *
load (const char *path)
{
  GError *error = NULL;
  HfStore *store = hf_store_new (path, &error);
  g_autoptr (GSettings) settings = g_settings_new ("org.huifang.Huifang");
  g_autoptr (HfCustomerFilter) filter = hf_customer_filter_new ();
  HfCustomerModel *model;

  g_assert_no_error (error);
  model = hf_customer_model_new (hf_app_context_new (store, settings, HF_MINUTE_NONE));
  hf_customer_model_ask (model, filter, HF_CUSTOMER_SORT_NAME, FALSE);
  while (!hf_customer_model_is_complete (model))
    g_main_context_iteration (NULL, TRUE);
  return model;
}

int
main (int argc, char *argv[])
{
  HfCustomerModel *model;
  double constant[2], real[2];
  gboolean soon;

  adw_init ();
  model = load (argv[1]);
  measure (open_screen (G_LIST_MODEL (make_constants (model))), &constant[0], &constant[1]);
  measure (open_screen (hf_customer_model_get_list (model)), &real[0], &real[1]);
  printf ("%u customers\n", hf_customer_model_get_n (model));
  printf ("jump    constants %6.1f ms   customers %6.1f ms   %.2f times\n", constant[0], real[0],
          real[0] / constant[0]);
  printf ("scroll  constants %6.1f ms   customers %6.1f ms   %.2f times\n", constant[1], real[1],
          real[1] / constant[1]);
  soon = real[0] <= TIMES * constant[0] && real[1] <= TIMES * constant[1];
  return soon ? EXIT_SUCCESS : EXIT_FAILURE;
}
