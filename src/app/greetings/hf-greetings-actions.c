/* hf-greetings-actions.c: what can be done with a line of a round, and with the round
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-greeting-dialog.h"
#include "hf-greetings-page-private.h"

/* What the writer's thread is given. */
typedef struct
{
  gint64 id;
  HfChannel channel;
  HfOutcome outcome;
  char *customer;
} Note;

static void
note_free (gpointer data)
{
  g_free (((Note *) data)->customer);
  g_free (data);
}

static gpointer
run_note (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Note *note = data;

  if (!hf_command_note_greeting (db, actor, note->id, note->channel, note->outcome, error))
    return NULL;
  return g_strdup_printf (note->outcome == HF_OUTCOME_REACHED ? _ ("Greeted %s")
                                                              : _ ("%s did not answer"),
                          note->customer);
}

/* The next line is chosen at once, so that the next key is about the next customer. */
static void
note (HfGreetingsPage *self, HfOutcome outcome)
{
  const HfGreetingLine *line = hf_greetings_page_get_line (self);
  Note *command;

  if (line == NULL || line->state != HF_FOLLOW_UP_OPEN)
    return;
  command = g_new0 (Note, 1);
  *command = (Note){ line->id, hf_greeting_panel_get_channel (self->panel), outcome,
                     g_strdup (line->customer) };
  if (self->place + 1 < hf_id_list_get_n_ids (self->list))
    gtk_single_selection_set_selected (self->selection, self->place + 1);
  hf_greetings_page_focus_line (self);
  hf_app_context_run_async (self->context, run_note, command, note_free, g_free,
                            hf_app_context_on_said, NULL);
}

static void
on_done (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  note (data, HF_OUTCOME_REACHED);
}

static void
on_tried (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfGreetingsPage *self = data;

  if (hf_greeting_panel_get_channel (self->panel) == HF_CHANNEL_PHONE)
    note (self, HF_OUTCOME_NO_ANSWER);
}

static void
on_leave_out (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_greeting_panel_leave_out (HF_GREETINGS_PAGE (data)->panel);
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_greeting_panel_copy (HF_GREETINGS_PAGE (data)->panel);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfGreetingsPage *self = data;

  hf_greeting_ask (GTK_WIDGET (self), self->context, NULL);
}

static void
on_word (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfGreetingsPage *self = data;
  const HfGreetingRow *row = hf_greetings_page_get_round (self);

  if (row != NULL)
    hf_greeting_ask_words (GTK_WIDGET (self), self->context, row);
}

static const GActionEntry action_entries[] = {
  { .name = "done", .activate = on_done },
  { .name = "tried", .activate = on_tried },
  { .name = "leave-out", .activate = on_leave_out },
  { .name = "copy", .activate = on_copy },
  { .name = "new", .activate = on_new },
  { .name = "word", .activate = on_word },
};

/* One key a line. A list takes Space for itself, so that the keys are heard before it. */
gboolean
hf_greetings_page_on_key (
    HfGreetingsPage *self, guint key, guint code, GdkModifierType state, gpointer controller)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_space, "done" },       { GDK_KEY_KP_Space, "done" },
    { GDK_KEY_1, "done" },           { GDK_KEY_KP_1, "done" },
    { GDK_KEY_2, "tried" },          { GDK_KEY_KP_2, "tried" },
    { GDK_KEY_Delete, "leave-out" }, { GDK_KEY_KP_Delete, "leave-out" },
    { GDK_KEY_c, "copy" },
  };

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key)
      {
        g_action_group_activate_action (G_ACTION_GROUP (self->actions), keys[i].action, NULL);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

void
hf_greetings_page_add_actions (HfGreetingsPage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "greetings", G_ACTION_GROUP (self->actions));
}

static void
enable (HfGreetingsPage *self, const char *name, gboolean on)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), on);
}

/**
 * hf_greetings_page_update_actions:
 *
 * Another line is chosen, or became another one.
 */
void
hf_greetings_page_update_actions (HfGreetingsPage *self)
{
  const HfGreetingLine *line = hf_greetings_page_get_line (self);
  gboolean open = line != NULL && line->state == HF_FOLLOW_UP_OPEN;

  enable (self, "done", open);
  enable (self, "tried", open);
  enable (self, "leave-out", open);
  enable (self, "copy", line != NULL);
  enable (self, "word", hf_greetings_page_get_round (self) != NULL);
}
