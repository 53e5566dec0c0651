/* bench-customers-scroll.c: how long a frame of the Customers page takes
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-customers-scroll FILE, on a display: jumps and scrolls through the list of a branch, and
 * through as long a list whose rows are constants in memory: different people, and, as the least
 * that a list can cost, one person a million times, whose text GTK need not lay out again. A frame
 * is all that the main thread does from the scroll bar's movement until it is painted. Fails when
 * the median takes more than 1.3 times as long as with different constants.
 */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "hf-app-resources.h"
#include "hf-customer-columns.h"
#include "hf-customer-model.h"
#include "hf-id-list.h"

#define TIMES (1.3)
#define JUMPS (60)
#define STEPS (120)
#define STEP  (120.0)

/* Of different constants; a prime, so that a jump meets others in other lines. */
#define PEOPLE (1009)

typedef struct
{
  GtkWidget *window;
  GtkAdjustment *place;
  HfMinute now;
  double began;   /* ms: the scroll bar moved */
  GArray *frames; /* (element-type double): ms */
} Screen;

/* Of the main thread: what the X server and other programs do is no matter. */
static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
on_after_paint (GdkFrameClock *clock, Screen *screen)
{
  double ms = now_ms () - screen->began;

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

static void
go_to (Screen *screen, double place)
{
  screen->began = now_ms ();
  gtk_adjustment_set_value (screen->place, place);
  wait_for_frame (screen);
}

static gboolean
on_end (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* What is done after the last frame, until nothing is left to do. */
static double
settle (Screen *screen)
{
  double began = now_ms ();
  gboolean end = FALSE;

  g_timeout_add (300, on_end, &end);
  while (!end)
    g_main_context_iteration (NULL, TRUE);
  g_array_set_size (screen->frames, 0);
  return now_ms () - began;
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

/* Median frames. */
typedef struct
{
  double jump;
  double scroll;
} Frames;

static Frames
measure (Screen *screen)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  Frames frames;

  for (int i = 0; i < 5; i++)
    go_to (screen, i * STEP);
  settle (screen);
  for (int i = 0; i < JUMPS; i++)
    go_to (screen, g_rand_double (rand) * gtk_adjustment_get_upper (screen->place));
  frames.jump = take_median (screen);
  settle (screen);
  for (int i = 0; i < STEPS; i++)
    go_to (screen, gtk_adjustment_get_value (screen->place) - STEP);
  frames.scroll = take_median (screen);
  return frames;
}

static GObject *
create_constant (gint64 id, guint position, gpointer data)
{
  GPtrArray *rows = data;

  return G_OBJECT (hf_customer_item_new (id, rows->pdata[position % rows->len]));
}

/* As many as the model has, of @n different ones. */
static GListModel *
make_constants (HfCustomerModel *model, HfDb *db, guint n)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *error = NULL;
  HfIdList *list;
  GPtrArray *rows;

  for (guint i = 0; i < hf_customer_model_get_n (model); i++)
    {
      gint64 id = hf_customer_model_get_id (
          model, (guint) ((guint64) i * 7919 % hf_customer_model_get_n (model)));

      g_array_append_val (ids, id);
    }
  rows = hf_customer_list_dup_rows (db, (const gint64 *) (void *) ids->data, n, &error);
  g_assert_no_error (error);
  list = hf_id_list_new (HF_TYPE_CUSTOMER_ITEM, create_constant, rows);
  hf_id_list_set_ids (list, ids);
  return G_LIST_MODEL (list);
}

static HfCustomerModel *
load (HfAppContext *context)
{
  g_autoptr (HfCustomerFilter) filter = hf_customer_filter_new ();
  HfCustomerModel *model = hf_customer_model_new (context);

  hf_customer_model_ask (model, filter, HF_CUSTOMER_SORT_NAME, FALSE);
  while (!hf_customer_model_is_complete (model))
    g_main_context_iteration (NULL, TRUE);
  return model;
}

static void
add_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/huifang/Huifang/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static HfAppContext *
make_context (const char *path)
{
  GError *error = NULL;
  g_autoptr (HfStore) store = hf_store_new (path, &error);
  g_autoptr (GSettings) settings = g_settings_new ("org.huifang.Huifang");

  g_assert_no_error (error);
  return hf_app_context_new (store, settings, HF_MINUTE_NONE);
}

static void
print (const char *what, double constant, double various, double real)
{
  printf ("%-7s one constant %5.1f ms   different %5.1f ms   customers %5.1f ms: %.2f times, %.2f "
          "times\n",
          what, constant, various, real, real / constant, real / various);
}

int
main (int argc, char *argv[])
{
  g_autoptr (HfAppContext) context = NULL;
  HfCustomerModel *model;
  Frames one, various, real;
  Screen *screen;

  g_resources_register (hf_app_get_resource ());
  adw_init ();
  add_style ();
  context = make_context (argv[1]);
  model = load (context);
  one = measure (open_screen (make_constants (model, hf_app_context_get_reader (context), 1)));
  various =
      measure (open_screen (make_constants (model, hf_app_context_get_reader (context), PEOPLE)));
  screen = open_screen (hf_customer_model_get_list (model));
  hf_customer_model_set_place (model, screen->place);
  real = measure (screen);
  printf ("%u customers\n", hf_customer_model_get_n (model));
  print ("jump", one.jump, various.jump, real.jump);
  print ("scroll", one.scroll, various.scroll, real.scroll);
  go_to (screen, gtk_adjustment_get_upper (screen->place) / 3);
  printf ("the lines around, after a jump: %.1f ms, when nothing else is to be done\n",
          settle (screen));
  return real.jump <= TIMES * various.jump && real.scroll <= TIMES * various.scroll ? EXIT_SUCCESS
                                                                                    : EXIT_FAILURE;
}
