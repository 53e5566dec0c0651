/* hf-today-changes.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-today-changes.h"

#include <glib/gi18n-lib.h>

#include "hf-dialog.h"
#include "hf-follow-up.h"
#include "hf-reschedule.h"
#include "hf-today.h"
#include "hf-when.h"

#define AFTERNOON (15 * 60)

typedef enum
{
  CHANGE_SNOOZE,
  CHANGE_MOVE,
  CHANGE_SKIP,
  CHANGE_TICK,
} ChangeKind;

typedef struct
{
  ChangeKind kind;
  gint64 follow_up;
  HfMinute until;
  HfDay day;
  char *reason;
  char *said;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->reason);
  g_free (change->said);
  g_free (change);
}

static Change *
change_new (ChangeKind kind, gint64 follow_up)
{
  Change *change = g_new0 (Change, 1);

  change->kind = kind;
  change->follow_up = follow_up;
  return change;
}

static gpointer
run (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Change *change = data;
  gboolean done = FALSE;

  switch (change->kind)
    {
    case CHANGE_SNOOZE:
      done = hf_command_snooze (db, actor, change->follow_up, change->until, error);
      break;
    case CHANGE_MOVE:
      done =
          hf_command_reschedule (db, actor, change->follow_up, change->day, change->reason, error);
      break;
    case CHANGE_SKIP:
      done = hf_command_skip (db, actor, change->follow_up, change->reason, error);
      break;
    case CHANGE_TICK:
      done = hf_command_tick (db, actor, change->follow_up, error);
      break;
    default:
      g_assert_not_reached ();
    }
  return done ? g_strdup (change->said) : NULL;
}

static void
start (HfAppContext *context, Change *change)
{
  hf_app_context_run_async (context, run, change, change_free, g_free, hf_app_context_on_said,
                            NULL);
}

static HfMinute
get_next_window (const HfWorkItem *item, HfMinute now)
{
  HfContactWindow window;
  int next;

  hf_today_read_window (item->window, item->channel, &window);
  next = hf_contact_window_next_opening (&window, hf_minute_of_day (now));
  return next >= 0 ? hf_minute_new (hf_minute_get_day (now), next)
                   : hf_minute_new (hf_minute_get_day (now) + 1, window.openings[0].from);
}

static HfMinute
get_until (const HfWorkItem *item, const char *until, HfMinute now)
{
  HfDay today = hf_minute_get_day (now);

  if (g_strcmp0 (until, "afternoon") == 0 && hf_minute_of_day (now) < AFTERNOON)
    return hf_minute_new (today, AFTERNOON);
  if (g_strcmp0 (until, "tomorrow") == 0)
    return hf_minute_new (today + 1, hf_minute_of_day (item->due_at));
  if (g_strcmp0 (until, "window") == 0)
    return get_next_window (item, now);
  return now + 60;
}

/**
 * hf_today_snooze:
 * @until: `hour`, `afternoon`, `tomorrow` or `window`
 *
 * Moves the reminder, not the due day (SCHED-8, WORK-3).
 */
void
hf_today_snooze (HfAppContext *context, const HfWorkItem *item, const char *until)
{
  HfMinute now = hf_app_context_get_now (context);
  Change *change = change_new (CHANGE_SNOOZE, item->id);
  g_autofree char *when = NULL;

  change->until = get_until (item, until, now);
  when = hf_when_format_moment (change->until, now);
  change->said = g_strdup_printf (_ ("%s: you will be reminded %s"), item->customer, when);
  start (context, change);
}

/* What a dialog needs until it is answered. */
typedef struct
{
  HfAppContext *context;
  ChangeKind kind;
  gint64 follow_up;
  char *customer;
  GtkCalendar *calendar; /* (nullable) */
  GtkEditable *reason;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_free (question->customer);
  g_free (question);
}

static void
on_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  Question *question = data;
  Change *change = change_new (question->kind, question->follow_up);

  change->reason = g_strdup (gtk_editable_get_text (question->reason));
  if (question->calendar != NULL)
    {
      g_autoptr (GDateTime) date = gtk_calendar_get_date (question->calendar);
      g_autofree char *day = NULL;

      change->day = hf_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                     g_date_time_get_day_of_month (date));
      day = hf_when_format_day (change->day,
                                hf_minute_get_day (hf_app_context_get_now (question->context)));
      change->said = g_strdup_printf (_ ("%s: moved to %s"), question->customer, day);
    }
  else
    change->said = g_strdup_printf (_ ("%s: skipped"), question->customer);
  hf_dialog_run (dialog, question->context, run, change, change_free);
}

static Question *
ask (GtkWidget *widget,
     HfAppContext *context,
     const HfWorkItem *item,
     ChangeKind kind,
     const char *title,
     const char *verb,
     GtkWidget *box)
{
  GtkWidget *dialog = hf_dialog_new (widget, title, NULL, box, _ ("_Cancel"));
  GtkWidget *entry = gtk_entry_new ();
  Question *question = g_new0 (Question, 1);

  question->context = g_object_ref (context);
  question->kind = kind;
  question->follow_up = item->id;
  question->customer = g_strdup (item->customer);
  question->reason = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_box_append (GTK_BOX (box), entry);
  hf_dialog_add_main_answer (dialog, "do", verb);
  hf_dialog_ask (dialog, on_answered, question, question_free);
  return question;
}

/**
 * hf_today_ask_day:
 *
 * Asks for another day, and for a reason, which is needed when it is later than the plan allows
 * (SCHED-8).
 */
void
hf_today_ask_day (GtkWidget *widget, HfAppContext *context, const HfWorkItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *calendar = gtk_calendar_new ();
  g_autofree char *title = g_strdup_printf (_ ("Move the contact with %s"), item->customer);
  HfDay day = MAX (item->due_on, hf_minute_get_day (hf_app_context_get_now (context))) + 1;
  g_autoptr (GDateTime) date = NULL;
  int year, month, mday;
  Question *question;

  hf_day_to_ymd (day, &year, &month, &mday);
  date = g_date_time_new_utc (year, month, mday, 12, 0, 0);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), date);
  gtk_box_append (GTK_BOX (box), calendar);
  question = ask (widget, context, item, CHANGE_MOVE, title, _ ("_Move"), box);
  question->calendar = GTK_CALENDAR (calendar);
}

/**
 * hf_today_ask_reason:
 *
 * Skipping asks why (SCHED-8).
 */
void
hf_today_ask_reason (GtkWidget *widget, HfAppContext *context, const HfWorkItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *title = g_strdup_printf (_ ("Skip the contact with %s"), item->customer);

  ask (widget, context, item, CHANGE_SKIP, title, _ ("_Skip"), box);
}

/**
 * hf_today_tick:
 *
 * Work within the branch is done: a note to write, a card to post. A contact is done by recording
 * it, and the person is told so (WORK-3).
 */
void
hf_today_tick (HfAppContext *context, const HfWorkItem *item)
{
  Change *change = change_new (CHANGE_TICK, item->id);

  change->said = g_strdup_printf (_ ("%s: done"), item->customer);
  start (context, change);
}
