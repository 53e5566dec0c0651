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
#include "hf-greeting-occasion.h"
#include "hf-greeting-preview.h"
#include "hf-greeting-round.h"
#include "hf-note-entry.h"
#include "hf-segment.h"
#include "hf-text-fill.h"
#include "hf-texts.h"

#define TEXT_WIDTH (360)

/* What the writer's thread is given. */
typedef struct
{
  HfGreetingDraft draft;
  HfGreetingWhom whom;
  char *title;
  char *text;
} Round;

/* The dialog, until it is answered. */
typedef struct
{
  HfAppContext *context;
  HfGreetingWhom whom;
  GPtrArray *segments; /* (nullable) (element-type HfSegment): one may be chosen */
  GArray *occasions;   /* (nullable) (element-type HfGreetingOccasion) */
  HfWording *wording;
  char *filled; /* words that the program wrote, nobody did */
  gint64 round; /* that is worded; 0 when one is started */
  GtkWidget *dialog;
  GtkDropDown *occasion;
  GtkEditable *title;
  HfNoteEntry *text;
  GtkDropDown *segment; /* (nullable) */
  GtkDropDown *channel;
  HfDayButton *day;
  HfGreetingPreview *preview;
} Question;

static void
round_free (gpointer data)
{
  Round *round = data;

  g_free (round->title);
  g_free (round->text);
  hf_greeting_whom_clear (&round->whom);
  g_free (round);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  hf_greeting_whom_clear (&question->whom);
  g_clear_pointer (&question->segments, g_ptr_array_unref);
  g_clear_pointer (&question->occasions, g_array_unref);
  g_clear_pointer (&question->wording, hf_wording_free);
  g_free (question->filled);
  g_free (question);
}

static gpointer
start (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Round *round = data;
  g_autoptr (GArray) customers = hf_greeting_whom_read (db, actor, &round->whom, error);
  int all = customers != NULL ? (int) customers->len : 0;
  int created;
  gint64 id;

  round->draft.customers = customers;
  if (customers == NULL ||
      !hf_command_start_greeting (db, actor, &round->draft, &id, &created, error))
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

static gpointer
word (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Round *round = data;

  return hf_command_word_greetings (db, actor, round->whom.round, round->text, error)
             ? g_strdup (_ ("The words of the round are changed"))
             : NULL;
}

static Round *
read_round (Question *question)
{
  Round *round = g_new0 (Round, 1);

  round->text = g_strstrip (g_strdup (hf_note_entry_get_text (question->text)));
  hf_greeting_whom_set (&round->whom, &question->whom);
  if (question->round != 0)
    return round;
  round->title = g_strstrip (g_strdup (gtk_editable_get_text (question->title)));
  round->draft.title = round->title;
  round->draft.text = round->text;
  round->draft.channel = (HfChannel) gtk_drop_down_get_selected (question->channel);
  round->draft.day = hf_day_button_get_day (question->day);
  return round;
}

static void
on_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  Question *question = data;

  hf_dialog_run (dialog, question->context, question->round != 0 ? word : start,
                 read_round (question), round_free);
}

/* What the command would refuse is said while it can still be put right. */
static void
on_changed (Question *question)
{
  const char *text = hf_note_entry_get_text (question->text);
  g_autofree char *title = g_strstrip (
      g_strdup (question->title != NULL ? gtk_editable_get_text (question->title) : "·"));
  g_autofree char *phone = hf_note_entry_dup_phone (question->text);
  g_autoptr (GError) error = NULL;
  gboolean sound = hf_text_check_placeholders (text, &error);

  hf_dialog_tell (question->dialog, sound ? NULL : error->message);
  hf_dialog_set_enabled (question->dialog, "do",
                         sound && *title != '\0' && phone == NULL &&
                             !hf_note_entry_has_claims (question->text));
  if (sound)
    hf_greeting_preview_show (question->preview, &question->whom, text);
}

/* Words that somebody wrote are kept. */
static void
on_occasion (Question *question)
{
  const HfGreetingOccasion *occasion = &g_array_index (
      question->occasions, HfGreetingOccasion, gtk_drop_down_get_selected (question->occasion));
  HfDay today = hf_minute_get_day (hf_app_context_get_now (question->context));

  gtk_editable_set_text (question->title, occasion->title);
  hf_day_button_set_day (question->day, occasion->day != HF_DAY_NONE ? occasion->day : today);
  if (g_strcmp0 (hf_note_entry_get_text (question->text), question->filled) == 0)
    {
      g_free (question->filled);
      question->filled =
          hf_greeting_occasion_dup_words (hf_app_context_get_reader (question->context), occasion);
      hf_note_entry_set_text (question->text, question->filled);
    }
  on_changed (question);
}

static void
on_segment (Question *question)
{
  guint index = gtk_drop_down_get_selected (question->segment);

  g_clear_pointer (&question->whom.filter, g_free);
  if (index > 0)
    question->whom.filter =
        g_strdup (((const HfSegment *) question->segments->pdata[index - 1])->filter);
  on_changed (question);
}

static GtkWidget *
create_choice (GtkStringList *names)
{
  return gtk_drop_down_new (G_LIST_MODEL (names), NULL);
}

static GtkWidget *
create_channels (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (guint i = 0; i < hf_domain_get_size (HF_DOMAIN_CHANNEL); i++)
    gtk_string_list_append (names, hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) i));
  choice = create_choice (names);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), HF_CHANNEL_PHONE);
  return choice;
}

static GtkWidget *
create_occasions (Question *question, HfDay today)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  question->occasions = hf_greeting_occasions_list (today);
  for (guint i = 0; i < question->occasions->len; i++)
    gtk_string_list_append (names,
                            g_array_index (question->occasions, HfGreetingOccasion, i).label);
  return create_choice (names);
}

static GtkWidget *
create_segments (Question *question)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  HfActor actor;

  gtk_string_list_append (names, _ ("All customers"));
  if (hf_app_context_init_actor (question->context, &actor, NULL))
    question->segments =
        hf_segment_dup_all (hf_app_context_get_reader (question->context), &actor, NULL);
  for (guint i = 0; question->segments != NULL && i < question->segments->len; i++)
    gtk_string_list_append (names, ((const HfSegment *) question->segments->pdata[i])->name);
  return create_choice (names);
}

static void
add_words (Question *question, GtkWidget *grid, int row)
{
  question->text = HF_NOTE_ENTRY (hf_dialog_add_field (
      grid, row, _ ("Words"),
      g_object_new (HF_TYPE_NOTE_ENTRY, "label", _ ("Words"), "placeholder-text",
                    _ ("{customer}, we wish you …"), "width-request", TEXT_WIDTH, NULL)));
  hf_note_entry_set_wording (question->text, question->wording);
  question->preview = hf_greeting_preview_new (question->context);
  hf_dialog_add_field (grid, row + 1, _ ("Preview"), GTK_WIDGET (question->preview));
}

static void
add_title (Question *question, GtkWidget *grid)
{
  question->title =
      GTK_EDITABLE (hf_dialog_add_field (grid, 1, C_ ("greetings", "Name"), gtk_entry_new ()));
  gtk_entry_set_placeholder_text (GTK_ENTRY (question->title),
                                  _ ("For example “Spring Festival” or “cold spell”"));
  gtk_entry_set_activates_default (GTK_ENTRY (question->title), TRUE);
}

static GtkWidget *
create_content (Question *question)
{
  GtkWidget *grid = hf_dialog_create_grid ();
  HfDay today = hf_minute_get_day (hf_app_context_get_now (question->context));

  question->occasion = GTK_DROP_DOWN (
      hf_dialog_add_field (grid, 0, _ ("Occasion"), create_occasions (question, today)));
  add_title (question, grid);
  if (question->whom.customers == NULL)
    question->segment =
        GTK_DROP_DOWN (hf_dialog_add_field (grid, 2, _ ("For whom"), create_segments (question)));
  question->channel = GTK_DROP_DOWN (hf_dialog_add_field (grid, 3, _ ("By"), create_channels ()));
  question->day = HF_DAY_BUTTON (hf_dialog_add_field (
      grid, 4, _ ("Day"), g_object_new (HF_TYPE_DAY_BUTTON, "label", _ ("Day"), NULL)));
  hf_day_button_set_today (question->day, today);
  add_words (question, grid, 5);
  return grid;
}

static void
connect (Question *question)
{
  g_signal_connect_swapped (question->text, "changed", G_CALLBACK (on_changed), question);
  if (question->title != NULL)
    g_signal_connect_swapped (question->title, "changed", G_CALLBACK (on_changed), question);
  if (question->occasion != NULL)
    g_signal_connect_swapped (question->occasion, "notify::selected", G_CALLBACK (on_occasion),
                              question);
  if (question->segment != NULL)
    g_signal_connect_swapped (question->segment, "notify::selected", G_CALLBACK (on_segment),
                              question);
}

static Question *
question_new (HfAppContext *context)
{
  Question *question = g_new0 (Question, 1);

  question->context = g_object_ref (context);
  question->wording = hf_texts_load_wording (hf_app_context_get_reader (context), NULL);
  question->filled = g_strdup ("");
  return question;
}

/**
 * hf_greeting_ask:
 * @customers: (nullable) (element-type gint64): who was selected; %NULL: a segment is chosen
 *
 * Asks what they are to be greeted for, with which words (TEXT-1, TEXT-3), how and when; each is
 * then a follow-up of their owner's (CAL-7).
 */
void
hf_greeting_ask (GtkWidget *parent, HfAppContext *context, GArray *customers)
{
  Question *question = question_new (context);
  guint n = customers != NULL ? customers->len : 0;
  g_autofree char *title =
      customers != NULL
          ? g_strdup_printf (
                g_dngettext (GETTEXT_PACKAGE, "Greet %u Customer", "Greet %u Customers", n), n)
          : g_strdup (_ ("New Round of Greetings"));

  question->whom.customers = customers != NULL ? g_array_ref (customers) : NULL;
  question->dialog = hf_dialog_new (
      parent, title,
      _ ("Whoever is not to be contacted is left out. {customer}, {staff} and {store} in the words "
         "become names."),
      create_content (question), _ ("_Cancel"));
  hf_dialog_add_main_answer (question->dialog, "do", _ ("_Greet"));
  on_occasion (question);
  connect (question);
  hf_dialog_ask (question->dialog, on_answered, question, question_free);
}

/**
 * hf_greeting_ask_words:
 * @round: which one; not needed any longer afterwards
 *
 * Asks what is said in a round from now on; none: the branch's own words.
 */
void
hf_greeting_ask_words (GtkWidget *parent, HfAppContext *context, const HfGreetingRow *round)
{
  Question *question = question_new (context);
  GtkWidget *grid = hf_dialog_create_grid ();

  question->round = question->whom.round = round->id;
  add_words (question, grid, 0);
  hf_note_entry_set_text (question->text, round->text);
  question->dialog = hf_dialog_new (
      parent, round->title,
      _ ("{customer}, {staff} and {store} become names. Without words of its own the round says "
         "those that the branch has for greetings."),
      grid, _ ("_Cancel"));
  hf_dialog_add_main_answer (question->dialog, "do", _ ("_Save"));
  on_changed (question);
  connect (question);
  hf_dialog_ask (question->dialog, on_answered, question, question_free);
}
