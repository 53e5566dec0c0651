/* hf-case-deadlines.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-deadlines.h"

#include <glib/gi18n-lib.h>

#include "hf-case-words.h"
#include "hf-when.h"

/**
 * HfCaseDeadlines:
 *
 * Each deadline with when it is, whether it was kept or missed, what is left of it, or that its
 * clock stands still while the customer is asked (COMP-4). The one that comes next has a bar. The
 * buttons that stop and start the clock stand where it is said: `case.wait`, `case.reply`.
 */
struct _HfCaseDeadlines
{
  AdwBin parent_instance;

  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (HfCaseDeadlines, hf_case_deadlines, ADW_TYPE_BIN)

const char *
hf_case_deadline_get_title (const HfDeadlineRow *row)
{
  int kind = hf_deadline_parse (row->what);

  return kind >= 0 ? hf_deadline_get_label ((HfDeadlineKind) kind) : row->what;
}

static gboolean
is_missed (const HfDeadlineRow *row, HfMinute now)
{
  return g_str_equal (row->state, "missed") ||
         (row->done_at == HF_MINUTE_NONE && row->stands_since == HF_MINUTE_NONE && row->at < now);
}

/**
 * hf_case_deadline_format_state:
 *
 * Returns: (transfer full): "55 minutes, kept", "done 2 days late", "3 days left"
 */
char *
hf_case_deadline_format_state (const HfComplaintCase *one, const HfDeadlineRow *row, HfMinute now)
{
  g_autofree char *length = NULL;

  if (row->done_at != HF_MINUTE_NONE)
    {
      length = hf_when_format_length (MAX (row->done_at - one->begun_at, 0));
      return is_missed (row, now) ? g_strdup_printf (_ ("%s, too late"), length)
                                  : g_strdup_printf (_ ("%s, in time"), length);
    }
  if (g_str_equal (row->state, "kept"))
    return g_strdup (_ ("in time"));
  if (row->stands_since != HF_MINUTE_NONE)
    return g_strdup (_ ("stands still"));
  if (row->at < now)
    return hf_when_format_late (row->at, now);
  length = hf_when_format_left (row->at - now);
  return g_strdup_printf (_ ("%s left"), length);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_icon (const HfDeadlineRow *row, HfMinute now, gboolean soon)
{
  gboolean done = row->done_at != HF_MINUTE_NONE || g_str_equal (row->state, "kept");
  GtkWidget *icon = gtk_image_new_from_icon_name (is_missed (row, now) ? "dialog-warning-symbolic"
                                                  : done               ? "object-select-symbolic"
                                                  : row->stands_since != HF_MINUTE_NONE
                                                      ? "media-playback-pause-symbolic"
                                                      : "alarm-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (icon, is_missed (row, now) ? "late"
                                  : done               ? "ok"
                                  : soon               ? "soon"
                                                       : "dim");
  return icon;
}

/* "2 hours · until 18 Sep 11:10" */
static char *
format_until (const HfComplaintCase *one, const HfDeadlineRow *row, HfMinute now)
{
  g_autofree char *moment = hf_when_format_moment (row->at, now);
  g_autofree char *since = NULL;

  if (row->stands_since != HF_MINUTE_NONE)
    {
      since = hf_when_format_moment (row->stands_since, now);
      return g_strdup_printf (_ ("waits for the customer since %s"), since);
    }
  if (hf_deadline_parse (row->what) == HF_DEADLINE_ANSWER &&
      one->complaint->promised_by != HF_MINUTE_NONE && one->complaint->stage < HF_CASE_ANSWERED)
    {
      since = hf_when_format_moment (one->complaint->promised_by, now);
      return g_strdup_printf (_ ("promised by %s · rule: by %s"), since, moment);
    }
  return g_strdup_printf (_ ("by %s"), moment);
}

static GtkWidget *
create_clock_button (const HfComplaintCase *one, const HfDeadlineRow *row)
{
  gboolean stands = row->stands_since != HF_MINUTE_NONE;
  GtkWidget *button;

  if (hf_deadline_parse (row->what) != HF_DEADLINE_ANSWER || row->done_at != HF_MINUTE_NONE ||
      one->complaint->stage >= HF_CASE_ANSWERED)
    return NULL;
  button = gtk_button_new_with_mnemonic (stands ? _ ("The Customer _Answered")
                                                : _ ("_Ask the Customer…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), stands ? "case.reply" : "case.wait");
  gtk_widget_add_css_class (button, "hf-flatbtn");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("While we wait for the customer, the time to answer "
                                          "stands still"));
  return button;
}

static GtkWidget *
create_bar (const HfComplaintCase *one, const HfDeadlineRow *row, HfMinute now, gboolean soon)
{
  GtkWidget *bar = gtk_progress_bar_new ();
  double all = (double) MAX (row->at - one->begun_at, 1);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 CLAMP ((double) (now - one->begun_at) / all, 0, 1));
  gtk_widget_add_css_class (bar, "dl");
  if (is_missed (row, now))
    gtk_widget_add_css_class (bar, "late");
  else if (soon)
    gtk_widget_add_css_class (bar, "soon");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How much of the time has passed"), -1);
  return bar;
}

static void
add_row (HfCaseDeadlines *self,
         const HfComplaintCase *one,
         const HfDeadlineRow *row,
         HfMinute now,
         gboolean next)
{
  gboolean open = row->done_at == HF_MINUTE_NONE && !g_str_equal (row->state, "kept");
  gboolean soon = open && row->warn_at != HF_MINUTE_NONE && row->warn_at <= now;
  g_autofree char *state = hf_case_deadline_format_state (one, row, now);
  g_autofree char *until = format_until (one, row, now);
  g_autofree char *exact = hf_when_format_exact (row->at);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *end = create_label (state, "hf-small");
  GtkWidget *button = create_clock_button (one, row);

  gtk_box_append (GTK_BOX (texts),
                  create_label (hf_case_deadline_get_title (row), next ? "strong" : NULL));
  gtk_box_append (GTK_BOX (texts), create_label (until, "dim"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "hf-mini");
  gtk_widget_set_tooltip_text (texts, exact);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (end, GTK_ALIGN_START);
  gtk_widget_add_css_class (end, is_missed (row, now) ? "late"
                                 : !open              ? "ok"
                                 : soon && next       ? "soon"
                                                      : "dim");
  gtk_box_append (GTK_BOX (line), create_icon (row, now, soon && next));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), end);
  gtk_box_append (self->lines, line);
  if (next)
    gtk_box_append (self->lines, create_bar (one, row, now, soon));
  if (button != NULL)
    gtk_box_append (self->lines, button);
}

static void
hf_case_deadlines_class_init (HfCaseDeadlinesClass *klass)
{
}

static void
hf_case_deadlines_init (HfCaseDeadlines *self)
{
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->lines));
}

void
hf_case_deadlines_set_case (HfCaseDeadlines *self, const HfComplaintCase *one, HfMinute now)
{
  gboolean closed = one->complaint->stage == HF_CASE_CLOSED;
  gboolean found = closed;
  GtkWidget *child;

  g_return_if_fail (HF_IS_CASE_DEADLINES (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (guint i = 0; i < one->deadlines->len; i++)
    {
      const HfDeadlineRow *row = &g_array_index (one->deadlines, HfDeadlineRow, i);
      gboolean next = !found && row->done_at == HF_MINUTE_NONE &&
                      row->stands_since == HF_MINUTE_NONE && !g_str_equal (row->state, "kept");

      add_row (self, one, row, now, next);
      found = found || next;
    }
}
