/* bench-keys.c: from a key in the search box to the people found on the screen
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-keys FILE, on a display, with what make-big-branch made: types into the search box of the
 * window's header and waits for the frame that shows who was found. Fails when the 95th of a
 * hundred takes longer than a frame: of all processors, since other programs run beside it. By the
 * clock there is also what no program can do anything about: a frame begins when the frame clock
 * says so, which without a screen to follow is up to 16 ms later, and after each frame GTK waits
 * for the X server; that part is taken off in the third pair of figures.
 */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "hf-app-resources.h"
#include "hf-search-box.h"

#define FRAME_MS   (16.0)
#define N_TYPED    (60)
#define PATIENCE   (5 * G_USEC_PER_SEC)
#define WINDOW_NOW (29905080)

typedef struct
{
  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *list;
  GListModel *rows; /* what is in the list */
  GtkWidget *old;   /* the first row before */
  gboolean typing;  /* until the answer was painted */
  double began;
  double took;
  double frame_began;
  double frame;    /* of it: laying out and painting */
  gint64 began_us; /* by the clock, as all that follows */
  gint64 ready_us; /* the rows are in the list, 0 until then */
  gint64 frame_began_us;
  gint64 took_us;
  gint64 waited_us; /* of it: for the frame clock to begin the frame */
} Bench;

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
stop_clock (Bench *bench)
{
  bench->took = now_ms () - bench->began;
  bench->frame = now_ms () - bench->frame_began;
  bench->took_us = g_get_monotonic_time () - bench->began_us;
  bench->waited_us = MAX (bench->frame_began_us - bench->ready_us, 0);
  bench->typing = FALSE;
}

static void
start_clock (Bench *bench)
{
  bench->began = now_ms ();
  bench->began_us = g_get_monotonic_time ();
  bench->ready_us = 0;
  bench->typing = TRUE;
}

static void
on_before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->frame_began = now_ms ();
  bench->frame_began_us = g_get_monotonic_time ();
}

static void
on_rows_changed (Bench *bench)
{
  bench->ready_us = g_get_monotonic_time ();
}

/* Frames before the answer show what was there. */
static void
on_painted (GdkFrameClock *clock, Bench *bench)
{
  if (bench->typing && gtk_widget_get_mapped (bench->popover) &&
      gtk_widget_get_first_child (bench->list) != bench->old)
    stop_clock (bench);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
wait_a_little (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static gboolean
type (Bench *bench, const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  bench->old = gtk_widget_get_first_child (bench->list);
  start_clock (bench);
  gtk_editable_set_text (GTK_EDITABLE (bench->entry), text);
  while (bench->typing && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  if (bench->typing)
    g_printerr ("nothing found for “%s”\n", text);
  wait_a_little (40);
  return !bench->typing;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
get_at (double *times, guint n, guint percent)
{
  qsort (times, n, sizeof *times, compare);
  return times[n * percent / 100];
}

/* The median frame of an empty popover as large as the list. */
static double
measure_empty (Bench *bench)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *content = gtk_drawing_area_new ();
  double frames[21];

  gtk_widget_set_size_request (content, gtk_widget_get_width (bench->popover),
                               gtk_widget_get_height (bench->popover));
  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_child (GTK_POPOVER (popover), content);
  gtk_widget_set_parent (popover, bench->entry);
  gtk_popover_popup (GTK_POPOVER (popover));
  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      wait_a_little (40);
      bench->old = bench->list;
      gtk_widget_queue_resize (content);
      gtk_widget_queue_draw (popover);
      for (start_clock (bench); bench->typing;)
        g_main_context_iteration (NULL, TRUE);
      frames[i] = bench->frame;
    }
  gtk_widget_unparent (popover);
  return get_at (frames, G_N_ELEMENTS (frames), 50);
}

static const char *
pick (GRand *rand, const char *characters)
{
  glong n = g_utf8_strlen (characters, -1);

  return g_utf8_offset_to_pointer (characters, g_rand_int_range (rand, 0, (int) n));
}

/* s: a surname, g: a character of a given name, i: an initial, d: a digit. */
static char *
make_text (GRand *rand, const char *pattern)
{
  GString *text = g_string_new (NULL);

  for (; *pattern != '\0'; pattern++)
    {
      const char *from = *pattern == 's' ? "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
                         : *pattern == 'g' ? "秀英桂兰玉珍淑华建国志强小明丽梅福来凤琴"
                         : *pattern == 'i' ? "wlzcyhgxmjqs"
                                           : "0123456789";
      const char *at = pick (rand, from);

      g_string_append_len (text, at, g_utf8_next_char (at) - at);
    }
  return g_string_free (text, FALSE);
}

static const char *const spelled[] = { "wang",  "li",   "zhang", "liuxi", "chen", "yangm", "huang",
                                       "zhaoy", "wugu", "zhouj", "xu",    "sunl", "mag",   "zhu" };

static gboolean
measure (Bench *bench, const char *name, const char *pattern)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double times[N_TYPED], clock[N_TYPED], own[N_TYPED], frames[N_TYPED];
  double p95;
  guint n = 0;

  for (guint i = 0; i < N_TYPED; i++)
    {
      g_autofree char *text =
          pattern != NULL ? make_text (rand, pattern)
                          : g_strdup (spelled[g_rand_int_range (rand, 0, G_N_ELEMENTS (spelled))]);

      /* Nobody after nobody paints nothing. */
      if (gtk_widget_get_first_child (bench->list) == NULL)
        type (bench, "王");
      if (g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (bench->entry))) ||
          !type (bench, text))
        continue;
      times[n] = bench->took;
      clock[n] = (double) bench->took_us / 1000;
      own[n] = (double) (bench->took_us - bench->waited_us) / 1000;
      frames[n++] = bench->frame;
    }
  p95 = get_at (times, n, 95);
  printf ("%-12s p50 %5.1f  p95 %5.1f ms of the processors%s; by the clock %5.1f, %5.1f, of it "
          "not waiting for the frame clock %5.1f, %5.1f; the frame itself %4.1f\n",
          name, get_at (times, n, 50), p95, p95 <= FRAME_MS ? "" : " TOO SLOW",
          get_at (clock, n, 50), get_at (clock, n, 95), get_at (own, n, 50), get_at (own, n, 95),
          get_at (frames, n, 50));
  return p95 <= FRAME_MS;
}

static void
open_window (Bench *bench, HfAppContext *context)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = g_object_new (HF_TYPE_SEARCH_BOX, NULL);
  GtkWidget *bar = adw_header_bar_new ();
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/huifang/Huifang/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  hf_search_box_set_context (HF_SEARCH_BOX (box), context);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), box);
  gtk_window_set_titlebar (GTK_WINDOW (window), bar);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  bench->entry = find_child (box, GTK_TYPE_SEARCH_ENTRY);
  bench->popover = find_child (box, GTK_TYPE_POPOVER);
  bench->list = find_child (bench->popover, GTK_TYPE_LIST_BOX);
  bench->rows = gtk_widget_observe_children (bench->list);
  g_signal_connect_swapped (bench->rows, "items-changed", G_CALLBACK (on_rows_changed), bench);
  g_signal_connect (gtk_widget_get_frame_clock (window), "before-paint",
                    G_CALLBACK (on_before_paint), bench);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted),
                    bench);
  wait_a_little (500);
}

static HfAppContext *
make_context (const char *path)
{
  GError *error = NULL;
  g_autoptr (HfStore) store = hf_store_new (path, &error);
  g_autoptr (GSettings) settings = g_settings_new ("org.huifang.Huifang");

  g_assert_no_error (error);
  return hf_app_context_new (store, settings, WINDOW_NOW);
}

int
main (int argc, char *argv[])
{
  g_autoptr (HfAppContext) context = NULL;
  Bench bench = { 0 };
  gboolean good;

  setvbuf (stdout, NULL, _IOLBF, 0);
  g_resources_register (hf_app_get_resource ());
  adw_init ();
  context = make_context (argv[1]);
  open_window (&bench, context);
  type (&bench, "王");
  printf ("the first time, with the list's window: %.1f ms of the processors, %.1f by the clock\n",
          bench.took, (double) bench.took_us / 1000);
  good = measure (&bench, "one Han", "s");
  good = measure (&bench, "two Han", "sg") && good;
  good = measure (&bench, "initials", "ii") && good;
  good = measure (&bench, "pinyin", NULL) && good;
  good = measure (&bench, "last four", "dddd") && good;
  printf ("a frame of an empty popover of that size: %.1f ms\n", measure_empty (&bench));
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
