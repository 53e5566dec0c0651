/* hf-typing.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-typing.h"

/* On the window: the field whose own undo answered last. Only compared, never followed. */
#define ANSWERED "hf-typing-answered"

static char *
dup_text (GtkWidget *focus)
{
  char *text = NULL;

  if (GTK_IS_TEXT (focus) && gtk_editable_get_editable (GTK_EDITABLE (focus)))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  if (GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "text", &text, NULL);
  return text;
}

/**
 * hf_typing_undo:
 * @action: "text.undo" or "text.redo"
 *
 * Somebody who is typing means the words and not what was recorded before: with the focus in a
 * field that holds a text, or whose text Ctrl+Z has just taken away, the field's own undo answers.
 *
 * Returns: whether the key was about a text
 */
gboolean
hf_typing_undo (GtkWindow *window, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  g_autofree char *text = dup_text (focus);

  if (text == NULL ||
      (*text == '\0' && g_object_get_data (G_OBJECT (window), ANSWERED) != (gpointer) focus))
    return FALSE;
  g_object_set_data (G_OBJECT (window), ANSWERED, focus);
  gtk_widget_activate_action (focus, action, NULL);
  return TRUE;
}

static void
on_said (GtkWindow *window)
{
  g_object_set_data (G_OBJECT (window), ANSWERED, NULL);
}

/**
 * hf_typing_watch:
 *
 * Once something was recorded Ctrl+Z is about that, also from the field that was emptied by it.
 */
void
hf_typing_watch (GtkWindow *window, HfAppContext *context)
{
  g_signal_connect_object (context, "said", G_CALLBACK (on_said), window, G_CONNECT_SWAPPED);
}
