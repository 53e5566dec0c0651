/* hf-spread-dialog.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-spread-dialog.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-view.h"
#include "hf-channel.h"
#include "hf-dialog.h"
#include "hf-spread.h"
#include "hf-when.h"

#define WIDTH  (640)
#define HEIGHT (380)

typedef struct
{
  HfAppContext *context;
  GtkWidget *parent;
  HfActor actor;
  gint64 staff;
  HfDay from;
} Reading;

/* A move, and whether it is agreed to. */
typedef struct
{
  GtkCheckButton *check;
  HfSpreadChoice choice;
  HfSpread *spread; /* whose week it is in, of the question's */
  const HfSpreadMove *move;
} Line;

typedef struct
{
  HfAppContext *context;
  GtkWidget *dialog;
  GArray *lines;
  GPtrArray *spreads;
  GArray *days; /* of the weeks that are shown, the label of each day's load */
} Question;

/* A day's load, and where it is said. */
typedef struct
{
  GtkWidget *label;
  const HfSpread *spread;
  guint index;
} Day;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_array_unref (question->lines);
  g_array_unref (question->days);
  g_ptr_array_unref (question->spreads);
  g_free (question);
}

static GArray *
collect (const Question *question)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (HfSpreadChoice));

  for (guint i = 0; i < question->lines->len; i++)
    {
      const Line *line = &g_array_index (question->lines, Line, i);

      if (gtk_check_button_get_active (line->check))
        g_array_append_val (choices, line->choice);
    }
  return choices;
}

static gpointer
run (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const GArray *choices = data;

  if (!hf_command_spread (db, actor, choices, error))
    return NULL;
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u contact moved", "%u contacts moved", choices->len),
      choices->len);
}

static void
free_choices (gpointer data)
{
  g_array_unref (data);
}

static void
on_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  Question *question = data;

  hf_dialog_run (dialog, question->context, run, collect (question), free_choices);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_load (const Day *day)
{
  const HfSpread *spread = day->spread;
  int now = spread->loads[day->index];
  int then = spread->after[day->index];
  int over = then - spread->capacities[day->index];
  g_autofree char *before = hf_calendar_format_load (now);
  g_autofree char *after = hf_calendar_format_load (then);
  g_autofree char *text =
      now != then ? g_strdup_printf ("%s → %s", before, after) : g_strdup (before);
  g_autofree char *much = hf_calendar_format_load (MAX (over, 0));
  g_autofree char *word = over > 0 ? g_strdup_printf (_ ("%s over"), much) : g_strdup ("");
  g_autofree char *whole = g_strdup_printf ("%s  %s", text, word);

  gtk_label_set_label (GTK_LABEL (day->label), whole);
  set_class (day->label, "late", over > 0);
  set_class (day->label, "strong", now != then);
}

/* What is left unticked stays where it is, and so do its minutes. */
static void
on_toggled (GtkCheckButton *check, gpointer data)
{
  Question *question = data;
  gboolean on = gtk_check_button_get_active (check);
  guint n = 0;

  for (guint i = 0; i < question->lines->len; i++)
    {
      Line *line = &g_array_index (question->lines, Line, i);
      int minutes = on ? line->move->minutes : -line->move->minutes;

      n += gtk_check_button_get_active (line->check) ? 1 : 0;
      if (line->check != check)
        continue;
      line->spread->after[line->move->from - line->spread->from] -= minutes;
      line->spread->after[line->move->to - line->spread->from] += minutes;
    }
  for (guint i = 0; i < question->days->len; i++)
    show_load (&g_array_index (question->days, Day, i));
  hf_dialog_set_enabled (question->dialog, "do", n > 0);
}

static GtkWidget *
create_day (Question *question, const HfSpread *spread, guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *text = hf_when_format_heading (spread->from + index);
  GtkWidget *name = gtk_label_new (text);
  Day day = { gtk_label_new (NULL), spread, index };

  gtk_widget_add_css_class (name, "hf-small");
  gtk_widget_add_css_class (name, "dim");
  gtk_widget_add_css_class (day.label, "hf-small");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (day.label), 0);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), day.label);
  show_load (&day);
  g_array_append_val (question->days, day);
  return box;
}

/* Two rows of days, so that it stays readable beside a narrow window. */
static GtkWidget *
create_week (Question *question, const HfSpread *spread)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 14);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < HF_SPREAD_DAYS; i++)
    gtk_grid_attach (GTK_GRID (grid), create_day (question, spread, i), (int) (i % 4),
                     (int) (i / 4), 1, 1);
  return grid;
}

/* Return agrees, as everywhere; space is what ticks. */
static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer data)
{
  Question *question = data;

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return FALSE;
  gtk_widget_activate_default (question->dialog);
  return TRUE;
}

static GtkWidget *
create_line (Question *question, HfSpread *spread, const HfSpreadMove *move)
{
  g_autofree char *from = hf_when_format_heading (move->from);
  g_autofree char *to = hf_when_format_heading (move->to);
  g_autofree char *text =
      g_strdup_printf ("%s  %s  %s → %s", move->customer,
                       hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) move->channel), from, to);
  GtkWidget *check = gtk_check_button_new_with_label (text);
  Line line = { GTK_CHECK_BUTTON (check), { move->id, move->to }, spread, move };
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_check_button_set_active (line.check, TRUE);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), question);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), question);
  gtk_widget_add_controller (check, keys);
  g_array_append_val (question->lines, line);
  return check;
}

static gboolean
is_full (const HfSpread *spread)
{
  for (guint i = 0; i < HF_SPREAD_DAYS; i++)
    if (spread->loads[i] > spread->capacities[i])
      return TRUE;
  return FALSE;
}

static GtkWidget *
create_content (Question *question)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < question->spreads->len; i++)
    {
      HfSpread *spread = question->spreads->pdata[i];
      GtkWidget *name = gtk_label_new (spread->staff);

      if (!is_full (spread))
        continue;
      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_widget_add_css_class (name, "heading");
      gtk_widget_set_margin_top (name, 8);
      gtk_box_append (GTK_BOX (box), name);
      gtk_box_append (GTK_BOX (box), create_week (question, spread));
      for (guint j = 0; j < spread->moves->len; j++)
        gtk_box_append (GTK_BOX (box), create_line (question, spread, spread->moves->pdata[j]));
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, WIDTH, HEIGHT);
  return scroller;
}

static guint
count_moves (const GPtrArray *spreads, gboolean *full)
{
  guint n = 0;

  *full = FALSE;
  for (guint i = 0; i < spreads->len; i++)
    {
      const HfSpread *spread = spreads->pdata[i];

      n += spread->moves->len;
      *full = *full || is_full (spread);
    }
  return n;
}

static void
show (const Reading *reading, GPtrArray *spreads)
{
  Question *question;
  gboolean full;
  guint n = count_moves (spreads, &full);

  if (!full)
    {
      hf_app_context_say (reading->context, _ ("No day of this week is too full"), FALSE, 0);
      return;
    }
  question = g_new0 (Question, 1);
  question->context = g_object_ref (reading->context);
  question->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  question->days = g_array_new (FALSE, FALSE, sizeof (Day));
  question->spreads = g_ptr_array_ref (spreads);
  question->dialog = hf_dialog_new (
      reading->parent, _ ("Spread a Full Week"),
      n > 0 ? _ ("What may be done on another day goes to the nearest one with room. Nothing is "
                 "moved before you agree.")
            : _ ("Nothing on the full days may be moved within its time. Hand some of it over, or "
                 "move it by hand with a reason."),
      create_content (question), _ ("_Cancel"));
  hf_dialog_add_main_answer (question->dialog, "do", _ ("_Move"));
  hf_dialog_set_enabled (question->dialog, "do", n > 0);
  hf_dialog_ask (question->dialog, on_answered, question, question_free);
}

static gpointer
load (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Reading *reading = data;

  return hf_spreads_propose (db, &reading->actor, reading->staff, reading->from, cancellable,
                             error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) spreads = hf_store_call_finish (HF_STORE (source), result, &error);

  if (spreads == NULL)
    hf_app_context_complain (reading->context, error);
  else if (gtk_widget_get_root (reading->parent) != NULL)
    show (reading, spreads);
  g_object_unref (reading->context);
  g_object_unref (reading->parent);
  g_free (reading);
}

/**
 * hf_spread_ask:
 * @staff: whose week, 0 for everybody's
 * @from: its Monday
 *
 * Shows each full week's load before and after, and what would be moved, each with a tick.
 */
void
hf_spread_ask (GtkWidget *parent, HfAppContext *context, gint64 staff, HfDay from)
{
  g_autoptr (GError) error = NULL;
  Reading *reading;
  HfActor actor;

  if (!hf_app_context_init_actor (context, &actor, &error))
    {
      hf_app_context_complain (context, error);
      return;
    }
  reading = g_new0 (Reading, 1);
  *reading = (Reading){ g_object_ref (context), g_object_ref (parent), actor, staff, from };
  hf_store_call_async (hf_app_context_get_store (context), HF_STORE_READ, load, reading, NULL,
                       (GDestroyNotify) g_ptr_array_unref, NULL, on_loaded, reading);
}
