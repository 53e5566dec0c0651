/* hf-greeting-dialog.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-greeting-dialog.h"

#include <glib/gi18n-lib.h>

#include "hf-day-button.h"
#include "hf-dialog.h"
#include "hf-greeting-round.h"
#include "hf-note-entry.h"
#include "hf-text-fill.h"
#include "hf-texts.h"

/* What the writer's thread is given. */
typedef struct
{
  HfGreetingDraft draft;
  char *title;
  char *text;
  GArray *customers;
} Round;

static void
round_free (gpointer data)
{
  Round *round = data;

  g_free (round->title);
  g_free (round->text);
  g_array_unref (round->customers);
  g_free (round);
}

/* The dialog, until it is answered. */
typedef struct
{
  HfAppContext *context;
  GArray *customers;
  HfWording *wording;
  GtkWidget *dialog;
  GtkEditable *title;
  HfNoteEntry *text;
  GtkDropDown *channel;
  HfDayButton *day;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_array_unref (question->customers);
  g_clear_pointer (&question->wording, hf_wording_free);
  g_free (question);
}

static gpointer
start (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Round *round = data;
  int all = (int) round->customers->len;
  int created;
  gint64 id;

  if (!hf_command_start_greeting (db, actor, &round->draft, &id, &created, error))
    return NULL;
  if (created == all)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d customer will be greeted",
                                         "%d customers will be greeted", (gulong) created),
                            created);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%1$d of %2$d customers will be greeted; %3$d is not to be "
                                       "contacted then, or not this way",
                                       "%1$d of %2$d customers will be greeted; %3$d are not to be "
                                       "contacted then, or not this way",
                                       (gulong) (all - created)),
                          created, all, all - created);
}

static Round *
read_round (Question *question)
{
  Round *round = g_new0 (Round, 1);

  round->title = g_strstrip (g_strdup (gtk_editable_get_text (question->title)));
  round->text = g_strstrip (g_strdup (hf_note_entry_get_text (question->text)));
  round->customers = g_array_ref (question->customers);
  round->draft.title = round->title;
  round->draft.text = round->text;
  round->draft.channel = (HfChannel) gtk_drop_down_get_selected (question->channel);
  round->draft.day = hf_day_button_get_day (question->day);
  round->draft.customers = round->customers;
  return round;
}

static void
on_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  Question *question = data;

  hf_dialog_run (dialog, question->context, start, read_round (question), round_free);
}

/* What the command would refuse is said while it can still be put right. */
static void
on_changed (Question *question)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (question->title)));
  g_autofree char *phone = hf_note_entry_dup_phone (question->text);
  g_autoptr (GError) error = NULL;
  gboolean sound = hf_text_check_placeholders (hf_note_entry_get_text (question->text), &error);

  hf_dialog_tell (question->dialog, sound ? NULL : error->message);
  hf_dialog_set_enabled (question->dialog, "do",
                         sound && *title != '\0' && phone == NULL &&
                             !hf_note_entry_has_claims (question->text));
}

static GtkWidget *
create_channels (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);

  for (guint i = 0; i < hf_domain_get_size (HF_DOMAIN_CHANNEL); i++)
    gtk_string_list_append (names, hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) i));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), HF_CHANNEL_PHONE);
  return choice;
}

static GtkWidget *
create_content (Question *question)
{
  GtkWidget *grid = hf_dialog_create_grid ();
  HfDay today = hf_minute_get_day (hf_app_context_get_now (question->context));

  question->title = GTK_EDITABLE (hf_dialog_add_field (grid, 0, _ ("Occasion"), gtk_entry_new ()));
  question->text = HF_NOTE_ENTRY (hf_dialog_add_field (
      grid, 1, _ ("Words"),
      g_object_new (HF_TYPE_NOTE_ENTRY, "label", _ ("Words"), "placeholder-text",
                    _ ("{customer}, we wish you …"), NULL)));
  hf_note_entry_set_wording (question->text, question->wording);
  question->channel = GTK_DROP_DOWN (hf_dialog_add_field (grid, 2, _ ("By"), create_channels ()));
  question->day = HF_DAY_BUTTON (hf_dialog_add_field (
      grid, 3, _ ("Day"), g_object_new (HF_TYPE_DAY_BUTTON, "label", _ ("Day"), NULL)));
  hf_day_button_set_today (question->day, today);
  hf_day_button_set_day (question->day, today);
  gtk_entry_set_placeholder_text (GTK_ENTRY (question->title),
                                  _ ("For example “Spring Festival” or “cold spell”"));
  gtk_entry_set_activates_default (GTK_ENTRY (question->title), TRUE);
  g_signal_connect_swapped (question->title, "changed", G_CALLBACK (on_changed), question);
  g_signal_connect_swapped (question->text, "changed", G_CALLBACK (on_changed), question);
  return grid;
}

/**
 * hf_greeting_ask:
 * @customers: (element-type gint64):
 *
 * Asks what they are to be greeted for, with which words (TEXT-1, TEXT-3), how and when; each is
 * then a follow-up of their owner's (CAL-7).
 */
void
hf_greeting_ask (GtkWidget *parent, HfAppContext *context, GArray *customers)
{
  Question *question = g_new0 (Question, 1);
  guint n = customers->len;
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Greet %u Customer", "Greet %u Customers", n), n);
  GtkWidget *dialog;

  question->context = g_object_ref (context);
  question->customers = g_array_ref (customers);
  question->wording = hf_texts_load_wording (hf_app_context_get_reader (context), NULL);
  dialog = hf_dialog_new (
      parent, title,
      _ ("Whoever is not to be contacted is left out. {customer}, {staff} and {store} in the words "
         "become names."),
      create_content (question), _ ("_Cancel"));
  question->dialog = dialog;
  hf_dialog_add_main_answer (dialog, "do", _ ("_Greet"));
  hf_dialog_set_enabled (dialog, "do", FALSE);
  hf_dialog_ask (dialog, on_answered, question, question_free);
}
