/* hf-matter-act.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-matter-act.h"

#include <glib/gi18n-lib.h>

#include "hf-dialog.h"

/* A command about one matter. */
typedef struct
{
  HfMatterRun run;
  gint64 id;
  int value;
  char *text;
  char *said;
} Act;

typedef struct
{
  HfAppContext *context;
  Act act;
  GtkEditable *text;
  GtkDropDown *channel; /* (nullable) */
} Question;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free (act->text);
  g_free (act->said);
  g_free (act);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_free (question->act.said);
  g_free (question);
}

static gpointer
run_act (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Act *act = data;

  return act->run (db, actor, act->id, act->value, act->text, error) ? g_strdup (act->said) : NULL;
}

static char *
format_said (const HfMatter *matter, const char *said)
{
  return g_strdup_printf (_ ("%s: %s"), matter->customer, said);
}

/**
 * hf_matter_act_run:
 * @said: what was done, after the customer's name
 *
 * At one press, with Undo in the toast.
 */
void
hf_matter_act_run (
    HfMattersTab *tab, const HfMatter *matter, HfMatterRun run, int value, const char *said)
{
  Act *act = g_new0 (Act, 1);

  *act = (Act){ run, matter->id, value, NULL, format_said (matter, said) };
  hf_app_context_run_async (hf_matters_tab_get_context (tab), run_act, act, act_free, g_free,
                            hf_app_context_on_said, NULL);
}

static void
on_answered (GtkWidget *dialog, const char *pressed, gpointer data)
{
  const Question *question = data;
  Act *act = g_new0 (Act, 1);

  *act = question->act;
  act->said = g_strdup (question->act.said);
  act->text = g_strdup (gtk_editable_get_text (question->text));
  if (question->channel != NULL)
    act->value = (int) gtk_drop_down_get_selected (question->channel);
  hf_dialog_run (dialog, question->context, run_act, act, act_free);
}

static Question *
question_new (
    HfMattersTab *tab, const HfMatter *matter, HfMatterRun run, int value, const char *said)
{
  Question *question = g_new0 (Question, 1);

  question->context = g_object_ref (hf_matters_tab_get_context (tab));
  question->act = (Act){ run, matter->id, value, NULL, format_said (matter, said) };
  return question;
}

static void
ask (HfMattersTab *tab,
     Question *question,
     GtkWidget *grid,
     const char *title,
     const char *name,
     const char *button)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog;

  question->text = GTK_EDITABLE (hf_dialog_add_field (grid, 0, name, entry));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (question->text, 32);
  dialog = hf_dialog_new (GTK_WIDGET (tab), title, NULL, grid, _ ("_Cancel"));
  hf_dialog_add_main_answer (dialog, "run", button);
  gtk_widget_grab_focus (entry);
  hf_dialog_ask (dialog, on_answered, question, question_free);
}

/**
 * hf_matter_act_ask:
 * @name: of the text that is asked for
 * @text: (nullable): what stands there at first
 * @button: what the main button says, with its mnemonic
 *
 * Asks for a text first; what is refused is said in the dialog.
 */
void
hf_matter_act_ask (HfMattersTab *tab,
                   const HfMatter *matter,
                   const char *title,
                   const char *name,
                   const char *text,
                   const char *button,
                   HfMatterRun run,
                   int value,
                   const char *said)
{
  Question *question = question_new (tab, matter, run, value, said);

  ask (tab, question, hf_dialog_create_grid (), title, name, button);
  if (text != NULL)
    gtk_editable_set_text (question->text, text);
}

/**
 * hf_matter_act_ask_contact:
 *
 * As hf_matter_act_ask(), and by which channel; that is the value with which @run is called.
 */
void
hf_matter_act_ask_contact (HfMattersTab *tab,
                           const HfMatter *matter,
                           const char *title,
                           const char *name,
                           const char *button,
                           HfMatterRun run,
                           const char *said)
{
  Question *question = question_new (tab, matter, run, 0, said);
  GtkWidget *grid = hf_dialog_create_grid ();
  GtkStringList *channels = gtk_string_list_new (NULL);

  for (guint i = 0; i < hf_domain_get_size (HF_DOMAIN_CHANNEL); i++)
    gtk_string_list_append (channels, hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) i));
  question->channel = GTK_DROP_DOWN (
      hf_dialog_add_field (grid, 1, _ ("How"), gtk_drop_down_new (G_LIST_MODEL (channels), NULL)));
  gtk_drop_down_set_selected (question->channel, HF_CHANNEL_PHONE);
  ask (tab, question, grid, title, name, button);
}
