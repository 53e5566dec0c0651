/* hf-form-guard.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-form-guard.h"

#include <glib/gi18n-lib.h>

#include "hf-day-button.h"
#include "hf-dialog.h"

#define PRINT "hf-form-print" /* of a form: what stood in it when it was shown */

static void
add_buffer (GString *print, GtkTextBuffer *buffer)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  g_string_append (print, text);
}

/* Returns: whether @widget is a field; else its children may be. */
static gboolean
add_field (GString *print, GtkWidget *widget)
{
  if (GTK_IS_EDITABLE (widget))
    g_string_append (print, gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    add_buffer (print, gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)));
  else if (GTK_IS_DROP_DOWN (widget))
    g_string_append_printf (print, "%u", gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));
  else if (GTK_IS_CHECK_BUTTON (widget))
    g_string_append_c (print, gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)) ? '1' : '0');
  else if (HF_IS_DAY_BUTTON (widget))
    g_string_append_printf (print, "%" G_GINT64_FORMAT,
                            (gint64) hf_day_button_get_day (HF_DAY_BUTTON (widget)));
  else
    return FALSE;
  return TRUE;
}

static void
add_fields (GString *print, GtkWidget *widget)
{
  if (add_field (print, widget))
    {
      /* Between fields: what moves from one to the next is a change, too. */
      g_string_append_c (print, '\n');
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_fields (print, child);
}

/* Two prints of a form are equal while nobody changed what stands in its entries, choices and check
 * boxes. */
static char *
dup_print (GtkWidget *form)
{
  g_autoptr (GString) print = g_string_new (NULL);

  add_fields (print, form);
  return g_string_free (g_steal_pointer (&print), FALSE);
}

/**
 * hf_form_guard:
 * @form: as it is first shown
 *
 * From now on hf_form_leave() knows what was written.
 */
void
hf_form_guard (GtkWidget *form)
{
  g_return_if_fail (GTK_IS_WIDGET (form));

  g_object_set_data_full (G_OBJECT (form), PRINT, dup_print (form), g_free);
}

typedef struct
{
  GtkWidget *owner;
  HfFormLeft leave;
} Leaving;

static void
leaving_free (gpointer data)
{
  Leaving *leaving = data;

  g_object_unref (leaving->owner);
  g_free (leaving);
}

static void
on_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  Leaving *leaving = data;

  leaving->leave (leaving->owner);
}

/**
 * hf_form_leave:
 * @form: (nullable): given to hf_form_guard() before
 * @owner: for @leave
 *
 * Calls @leave, at once if nothing was written in the form, else when the person says that it may
 * be dropped.
 */
void
hf_form_leave (GtkWidget *form, GtkWidget *owner, HfFormLeft leave)
{
  const char *before = form != NULL ? g_object_get_data (G_OBJECT (form), PRINT) : NULL;
  g_autofree char *print = before != NULL ? dup_print (form) : NULL;
  GtkWidget *dialog;
  Leaving *leaving;

  g_return_if_fail (GTK_IS_WIDGET (owner) && leave != NULL);

  if (g_strcmp0 (print, before) == 0)
    {
      leave (owner);
      return;
    }
  leaving = g_new (Leaving, 1);
  *leaving = (Leaving){ g_object_ref (owner), leave };
  dialog = hf_dialog_new (owner, _ ("Discard What You Wrote?"),
                          _ ("Nothing of it is recorded yet."), NULL, _ ("_Keep Writing"));
  hf_dialog_add_danger (dialog, "discard", _ ("_Discard"));
  hf_dialog_ask (dialog, on_answered, leaving, leaving_free);
}
