/* bench-start.c: how long until the first window is painted, and how much memory that takes, held
 * against bench-empty, which shows an empty window and links nothing of ours
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-painted.h"
#include "hf-application.h"
#include "hf-db.h"
#include "hf-page.h"

#define ROUNDS (15)
#define STAFF  "HF_BENCH_STAFF"

/* Of one start: milliseconds from fork to the end of the first frame, and to the first one with
 * today's work in it, by the clock and of the processor; the most memory held a second later. */
typedef struct
{
  double ms;
  double busy_ms;
  double filled_ms;
  double filled_busy_ms;
  double mib;
} Start;

static gboolean
on_loaded (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  bench_painted_fill ();
  return FALSE;
}

static int
run_application (const char *database)
{
  g_autoptr (GSettings) settings = g_settings_new (HF_APPLICATION_ID);
  g_autoptr (GtkApplication) application = NULL;

  g_settings_set_int64 (settings, "staff", g_ascii_strtoll (g_getenv (STAFF), NULL, 10));
  g_setenv ("HUIFANG_DATABASE", database, TRUE);
  application = GTK_APPLICATION (hf_application_new ());
  g_type_default_interface_ref (HF_TYPE_PAGE);
  g_signal_add_emission_hook (g_signal_lookup ("heading-changed", HF_TYPE_PAGE), 0, on_loaded, NULL,
                              NULL);
  bench_painted_watch (application);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static void
read_ms (FILE *from, double *ms, double *busy_ms)
{
  gint64 passed, busy;

  if (fscanf (from, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &passed, &busy) != 2)
    g_error ("the program has shown no window");
  *ms = (double) passed / 1000;
  *busy_ms = (double) busy / 1000;
}

static Start
start (const char *program, const char *database)
{
  int ends[2], status;
  struct rusage usage;
  pid_t child;
  Start result;
  FILE *from;
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());

  if (pipe (ends) != 0 || (child = fork ()) < 0)
    g_error ("%s", g_strerror (errno));
  if (child == 0)
    {
      dup2 (ends[1], STDOUT_FILENO);
      g_setenv (BENCH_STARTED, now, TRUE);
      execl (program, program, database, NULL);
      _exit (127);
    }
  close (ends[1]);
  from = fdopen (ends[0], "r");
  read_ms (from, &result.ms, &result.busy_ms);
  read_ms (from, &result.filled_ms, &result.filled_busy_ms);
  fclose (from);
  wait4 (child, &status, 0, &usage);
  result.mib = (double) usage.ru_maxrss / 1024;
  return result;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Of what stands at @offset in each. */
static double
get_median (const Start *starts, gsize offset)
{
  double values[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    values[i] = G_STRUCT_MEMBER (double, &starts[i], offset);
  qsort (values, ROUNDS, sizeof *values, compare);
  return values[ROUNDS / 2];
}

#define MEDIAN(starts, field) get_median (starts, G_STRUCT_OFFSET (Start, field))

/* In turns, so that what else the machine does falls on both alike. Judged by the processor's time:
 * by the clock the same two took 0.9 to 1.5 times as long beside other programs. */
static int
measure (const char *self, const char *database)
{
  g_autofree char *folder = g_path_get_dirname (self);
  g_autofree char *path = g_build_filename (folder, "bench-empty", NULL);
  Start empty[ROUNDS], ours[ROUNDS];
  double slower, bigger;

  for (guint i = 0; i < ROUNDS; i++)
    {
      empty[i] = start (path, NULL);
      ours[i] = start (self, database);
    }
  slower = MEDIAN (ours, busy_ms) / MEDIAN (empty, busy_ms);
  bigger = MEDIAN (ours, mib) / MEDIAN (empty, mib);
  g_print ("first window: empty %.0f ms (processor %.0f), Huifang %.0f ms (%.0f): %.2f times "
           "(%.2f)\n",
           MEDIAN (empty, ms), MEDIAN (empty, busy_ms), MEDIAN (ours, ms), MEDIAN (ours, busy_ms),
           MEDIAN (ours, ms) / MEDIAN (empty, ms), slower);
  g_print ("with today's work: %.0f ms (%.0f)\n", MEDIAN (ours, filled_ms),
           MEDIAN (ours, filled_busy_ms));
  g_print ("memory: empty %.0f MiB, Huifang %.0f MiB: %.2f times\n", MEDIAN (empty, mib),
           MEDIAN (ours, mib), bigger);
  return slower <= 1.2 && bigger <= 1.5 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Somebody who has said who they are: the window opens with their work. */
static gboolean
set_staff (const char *database, GError **error)
{
  g_autoptr (HfDb) db = hf_db_open (database, HF_DB_READ, error);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autofree char *staff = NULL;

  if (db == NULL ||
      !hf_rows_open_text (&rows, db, "SELECT max (id) FROM staff WHERE role = 'agent'", error,
                          "") ||
      !hf_rows_next (&rows, error))
    return FALSE;
  staff = hf_rows_dup (&rows, 0);
  return g_setenv (STAFF, staff, TRUE);
}

/* bench-start DATABASE, on a display: private-session --display -- bench-start FILE. */
int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      g_printerr ("bench-start DATABASE\n");
      return EXIT_FAILURE;
    }
  if (g_getenv (BENCH_STARTED) != NULL)
    return run_application (argv[1]);
  if (!set_staff (argv[1], &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "nobody works there");
      return EXIT_FAILURE;
    }
  return measure (argv[0], argv[1]);
}
