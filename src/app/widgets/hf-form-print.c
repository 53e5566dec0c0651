/* hf-form-print.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-form-print.h"

#include "hf-day-button.h"

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

/**
 * hf_form_dup_print:
 *
 * Two prints of a form are equal while nobody changed what stands in its entries, choices and check
 * boxes.
 *
 * Returns: (transfer full):
 */
char *
hf_form_dup_print (GtkWidget *form)
{
  g_autoptr (GString) print = g_string_new (NULL);

  g_return_val_if_fail (GTK_IS_WIDGET (form), NULL);

  add_fields (print, form);
  return g_string_free (g_steal_pointer (&print), FALSE);
}
