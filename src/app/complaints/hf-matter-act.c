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
  hf_dialog_run (dialog, question->context, run_act, act, act_free);
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
  Question *question = g_new0 (Question, 1);
  GtkWidget *grid = hf_dialog_create_grid ();
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog;

  question->context = g_object_ref (hf_matters_tab_get_context (tab));
  question->act = (Act){ run, matter->id, value, NULL, format_said (matter, said) };
  question->text = GTK_EDITABLE (hf_dialog_add_field (grid, 0, name, entry));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (question->text, 32);
  if (text != NULL)
    gtk_editable_set_text (question->text, text);
  dialog = hf_dialog_new (GTK_WIDGET (tab), title, NULL, grid, _ ("_Cancel"));
  hf_dialog_add_main_answer (dialog, "run", button);
  hf_dialog_ask (dialog, on_answered, question, question_free);
}
