/* hf-event-choice.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-event-choice.h"

#include <glib/gi18n-lib.h>

#include "hf-day-button.h"
#include "hf-when.h"

/* Events are planned a week ahead rather than for today. */
#define DAYS_AHEAD  (7)
#define USUAL_TIME  "14:00"
#define MOST_PLACES (100000)

/**
 * HfEventChoice:
 *
 * The events that are planned, the next one first, and below them “New event”, with the few things
 * that one has to know of it.
 */
struct _HfEventChoice
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkDropDown *choice;
  GtkBox *fresh; /* the fields of a new one */
  GtkEditable *title;
  GtkDropDown *kind;
  HfDayButton *day;
  GtkEditable *time;
  GtkEditable *place;
  GtkEditable *places;
  GPtrArray *events; /* HfEvent */
};

G_DEFINE_FINAL_TYPE (HfEventChoice, hf_event_choice, ADW_TYPE_BIN)

static gboolean
is_new (HfEventChoice *self)
{
  return gtk_drop_down_get_selected (self->choice) >= self->events->len;
}

static void
on_chosen (HfEventChoice *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->fresh), is_new (self));
}

static void
on_entered (GtkWidget *entry)
{
  gtk_widget_activate_action (entry, "form.save", NULL);
}

static GtkWidget *
add (GtkBox *box, const char *name, GtkWidget *field)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "hf-small");
  gtk_widget_add_css_class (label, "dim");
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (box, label);
  gtk_box_append (box, field);
  return field;
}

static GtkEditable *
add_entry (GtkBox *box, const char *name, const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect (entry, "activate", G_CALLBACK (on_entered), NULL);
  return GTK_EDITABLE (add (box, name, entry));
}

static void
hf_event_choice_dispose (GObject *object)
{
  HfEventChoice *self = HF_EVENT_CHOICE (object);

  g_clear_pointer (&self->events, g_ptr_array_unref);

  G_OBJECT_CLASS (hf_event_choice_parent_class)->dispose (object);
}

static void
hf_event_choice_class_init (HfEventChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_event_choice_dispose;
}

static void
hf_event_choice_init (HfEventChoice *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  self->fresh = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/* "Tue 29 Sep 14:00 · tea party", as many as there are, and the new one. */
static GtkWidget *
create_choice (HfEventChoice *self, HfMinute now)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->events->len; i++)
    {
      const HfEvent *event = self->events->pdata[i];
      g_autofree char *when = hf_when_format_moment (event->starts_at, now);
      g_autofree char *name = g_strdup_printf ("%s · %s", event->title, when);

      gtk_string_list_append (names, name);
    }
  gtk_string_list_append (names, _ ("New event"));
  return gtk_drop_down_new (G_LIST_MODEL (names), NULL);
}

static GtkWidget *
create_kinds (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < hf_domain_get_size (HF_DOMAIN_EVENT_KIND); i++)
    gtk_string_list_append (names, hf_domain_get_label (HF_DOMAIN_EVENT_KIND, (int) i));
  return gtk_drop_down_new (G_LIST_MODEL (names), NULL);
}

static void
add_fresh_fields (HfEventChoice *self, HfDay today)
{
  GtkWidget *day = g_object_new (HF_TYPE_DAY_BUTTON, "label", _ ("Day"), NULL);

  self->title = add_entry (self->fresh, _ ("Name of the event"), _ ("For example “Tea party”"));
  self->kind = GTK_DROP_DOWN (add (self->fresh, _ ("Kind"), create_kinds ()));
  self->day = HF_DAY_BUTTON (add (self->fresh, _ ("Day"), day));
  hf_day_button_set_today (self->day, today);
  hf_day_button_set_day (self->day, today + DAYS_AHEAD);
  self->time = add_entry (self->fresh, _ ("Begins at"), USUAL_TIME);
  gtk_editable_set_text (self->time, USUAL_TIME);
  self->place = add_entry (self->fresh, _ ("Place"), NULL);
  self->places = add_entry (self->fresh, _ ("Places"), _ ("For example 20; empty for any number"));
}

/**
 * hf_event_choice_new:
 *
 * Returns: (transfer floating): on the event that comes next, or on a new one where none is planned
 */
GtkWidget *
hf_event_choice_new (HfAppContext *context)
{
  HfEventChoice *self = g_object_new (HF_TYPE_EVENT_CHOICE, NULL);
  HfMinute now = hf_app_context_get_now (context);
  HfDay today = hf_minute_get_day (now);

  self->events =
      hf_events_dup_coming (hf_app_context_get_reader (context), hf_minute_new (today, 0), NULL);
  if (self->events == NULL)
    self->events = g_ptr_array_new ();
  self->choice = GTK_DROP_DOWN (add (self->box, _ ("Event"), create_choice (self, now)));
  add_fresh_fields (self, today);
  gtk_box_append (self->box, GTK_WIDGET (self->fresh));
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (on_chosen), self);
  on_chosen (self);
  return GTK_WIDGET (self);
}

/**
 * hf_event_choice_set_new:
 *
 * Offers nothing but a new event.
 */
void
hf_event_choice_set_new (HfEventChoice *self)
{
  g_return_if_fail (HF_IS_EVENT_CHOICE (self));

  gtk_drop_down_set_selected (self->choice, self->events->len);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), FALSE);
  gtk_widget_set_visible (gtk_widget_get_prev_sibling (GTK_WIDGET (self->choice)), FALSE);
}

static gboolean
read_places (HfEventChoice *self, int *places, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->places)));
  guint64 number = 0;

  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 1, MOST_PLACES, &number, NULL))
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("“%s” is no number of places. Write 20, or leave it empty."), text);
      return FALSE;
    }
  *places = (int) number;
  return TRUE;
}

/**
 * hf_event_choice_read:
 *
 * Returns: (transfer full): what was chosen, or %NULL with an error for the person
 */
HfEventPick *
hf_event_choice_read (HfEventChoice *self, GError **error)
{
  g_autoptr (HfEventPick) pick = g_new0 (HfEventPick, 1);
  g_autofree char *day = NULL;
  g_autofree char *moment = NULL;

  g_return_val_if_fail (HF_IS_EVENT_CHOICE (self), NULL);

  hf_event_draft_init (&pick->draft);
  if (!is_new (self))
    {
      pick->event =
          ((const HfEvent *) self->events->pdata[gtk_drop_down_get_selected (self->choice)])->id;
      return g_steal_pointer (&pick);
    }
  pick->draft.title = pick->title = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
  pick->draft.place = pick->place = g_strstrip (g_strdup (gtk_editable_get_text (self->place)));
  pick->draft.kind = (HfEventKind) gtk_drop_down_get_selected (self->kind);
  day = hf_day_format (hf_day_button_get_day (self->day));
  moment = g_strdup_printf ("%sT%s", day, gtk_editable_get_text (self->time));
  if (*pick->title == '\0')
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("Say what the event is called."));
  else if (!hf_minute_parse (moment, &pick->draft.starts_at, NULL))
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                         _ ("Write the time as 14:00, from 00:00 to 23:59."));
  else if (read_places (self, &pick->draft.capacity, error))
    return g_steal_pointer (&pick);
  return NULL;
}

/**
 * hf_event_pick_invite:
 *
 * Runs on the writer's thread.
 */
HfInvited *
hf_event_pick_invite (
    const HfEventPick *pick, HfDb *db, const HfActor *actor, GArray *customers, GError **error)
{
  return pick->event != 0 ? hf_command_invite (db, actor, pick->event, customers, error)
                          : hf_command_invite_to_new (db, actor, &pick->draft, customers, error);
}

void
hf_event_pick_free (HfEventPick *pick)
{
  g_free (pick->title);
  g_free (pick->place);
  g_free (pick);
}
