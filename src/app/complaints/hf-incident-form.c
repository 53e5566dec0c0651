/* hf-incident-form.c: somebody posed as us to a customer (COMP-8)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "hf-day-button.h"
#include "hf-dialog.h"
#include "hf-incident.h"
#include "hf-matter-form.h"

#define SPACING   (8)
#define MOST_YUAN (10000000)

typedef struct
{
  HfAppContext *context;
  gint64 customer;
  GtkEditable *caller;
  GtkEditable *claimed;
  HfDayButton *day;
  GtkEditable *clock;
  GtkCheckButton *knew[HF_N_KNEW];
  GtkSpinButton *lost;
  GtkEditable *courier;
  GtkEditable *tracking;
} Question;

typedef struct
{
  HfIncidentDraft draft;
  char *caller;
  char *claimed;
  char *courier;
  char *tracking;
  gint64 *created;
} Answer;

static void
question_free (gpointer data)
{
  g_object_unref (((Question *) data)->context);
  g_free (data);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->caller);
  g_free (answer->claimed);
  g_free (answer->courier);
  g_free (answer->tracking);
  g_free (answer);
}

static gpointer
open_incident (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Answer *answer = data;

  if (answer->draft.happened_at == HF_MINUTE_NONE)
    answer->draft.happened_at = actor->now;
  answer->draft.caller = answer->caller;
  answer->draft.claimed = answer->claimed;
  answer->draft.courier = answer->courier;
  answer->draft.tracking = answer->tracking;
  return hf_command_open_incident (db, actor, &answer->draft, answer->created, error) ? answer
                                                                                      : NULL;
}

/* Neither day nor time: just now. */
static gboolean
read_moment (Question *question, HfMinute *moment)
{
  HfDay day = hf_day_button_get_day (question->day);
  const char *clock = gtk_editable_get_text (question->clock);
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (day == HF_DAY_NONE && *clock == '\0')
    return TRUE;
  if (day == HF_DAY_NONE)
    day = hf_minute_get_day (hf_app_context_get_now (question->context));
  date = hf_day_format (day);
  text = g_strdup_printf ("%sT%s%s", date, strchr (clock, ':') == clock + 1 ? "0" : "", clock);
  return hf_minute_parse (text, moment, NULL);
}

static void
on_submit (GtkWidget *form, gpointer data)
{
  Question *question = data;
  HfMinute happened = HF_MINUTE_NONE;
  Answer *answer;

  if (!read_moment (question, &happened))
    {
      hf_matter_form_tell (form, _ ("Write the time as hours and minutes, such as 14:30."));
      return;
    }
  answer = g_new0 (Answer, 1);
  answer->draft.customer_id = question->customer;
  answer->draft.happened_at = happened;
  for (guint i = 0; i < HF_N_KNEW; i++)
    if (gtk_check_button_get_active (question->knew[i]))
      answer->draft.knew |= HF_BIT (i);
  answer->draft.lost_fen = llround (gtk_spin_button_get_value (question->lost) * 100);
  answer->caller = g_strdup (gtk_editable_get_text (question->caller));
  answer->claimed = g_strdup (gtk_editable_get_text (question->claimed));
  answer->courier = g_strdup (gtk_editable_get_text (question->courier));
  answer->tracking = g_strdup (gtk_editable_get_text (question->tracking));
  answer->created = hf_matter_form_show_created (form, "incidents");
  hf_matter_form_run (form, question->context, open_incident, answer, answer_free,
                      _ ("Incident recorded"));
}

static GtkEditable *
add_entry (GtkWidget *grid, int row, const char *name)
{
  return GTK_EDITABLE (hf_dialog_add_field (grid, row, name, gtk_entry_new ()));
}

static GtkWidget *
create_moment (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  HfMinute now = hf_app_context_get_now (question->context);
  GtkWidget *clock = gtk_entry_new ();
  const int width = 6;

  question->day =
      g_object_new (HF_TYPE_DAY_BUTTON, "label", C_ ("day", "Today"), "past", TRUE, NULL);
  hf_day_button_set_today (question->day, hf_minute_get_day (now));
  question->clock = GTK_EDITABLE (clock);
  gtk_editable_set_width_chars (question->clock, width);
  gtk_entry_set_placeholder_text (GTK_ENTRY (clock), "14:30");
  gtk_accessible_update_property (GTK_ACCESSIBLE (clock), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("At what time"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->day));
  gtk_box_append (GTK_BOX (box), clock);
  return box;
}

static GtkWidget *
create_knew (Question *question)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), SPACING);
  for (int i = 0; i < HF_N_KNEW; i++)
    {
      question->knew[i] =
          GTK_CHECK_BUTTON (gtk_check_button_new_with_label (hf_knew_get_label ((HfKnew) i)));
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (question->knew[i]), i % 2, i / 2, 1, 1);
    }
  return grid;
}

/**
 * hf_incident_form_new:
 *
 * Returns: (transfer floating): what the caller said and knew, and what is gone
 */
GtkWidget *
hf_incident_form_new (HfAppContext *context, gint64 customer)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *grid = hf_dialog_create_grid ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  question->context = g_object_ref (context);
  question->customer = customer;
  question->claimed = add_entry (grid, 0, _ ("What the caller said"));
  question->caller = add_entry (grid, 1, _ ("Caller’s number"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (question->caller),
                               _ ("Only the last four digits are kept"));
  hf_dialog_add_field (grid, 2, _ ("When it happened"), create_moment (question));
  hf_dialog_add_field (grid, 3, _ ("The caller knew"), create_knew (question));
  question->lost = GTK_SPIN_BUTTON (hf_dialog_add_field (
      grid, 4, _ ("Money lost, in yuan"), gtk_spin_button_new_with_range (0, MOST_YUAN, 1)));
  question->courier = add_entry (grid, 5, _ ("Courier"));
  question->tracking = add_entry (grid, 6, _ ("Tracking number"));
  gtk_box_append (GTK_BOX (box), grid);
  return hf_matter_form_new (box, _ ("_Record the Incident"), on_submit, question, question_free);
}
