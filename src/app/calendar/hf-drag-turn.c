/* hf-drag-turn.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-drag-turn.h"

/* Long enough that a hand on its way elsewhere turns nothing. */
#define WAIT_MS (700)

/* Before it is turned again one wants to see where one is. */
#define AGAIN_MS (1500)

static gboolean on_held (gpointer data);

static void
wait (GtkWidget *button, guint ms)
{
  g_object_set_data (G_OBJECT (button), "hf-drag-turn",
                     GUINT_TO_POINTER (g_timeout_add (ms, on_held, button)));
}

static gboolean
on_held (gpointer data)
{
  wait (data, AGAIN_MS);
  g_signal_emit_by_name (data, "clicked");
  return G_SOURCE_REMOVE;
}

static void
stop (GtkWidget *button)
{
  guint timeout = GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (button), "hf-drag-turn"));

  if (timeout != 0)
    g_source_remove (timeout);
  gtk_widget_unset_state_flags (button, GTK_STATE_FLAG_PRELIGHT);
}

static void
on_enter (GtkDropControllerMotion *motion, double x, double y, GtkWidget *button)
{
  stop (button);
  gtk_widget_set_state_flags (button, GTK_STATE_FLAG_PRELIGHT, FALSE);
  wait (button, WAIT_MS);
}

/**
 * hf_drag_turn_add:
 * @button: to the next month, week, day
 *
 * What is dragged and held over it for a moment turns the page, and again as long as it is held
 * there: a contact can be taken to a day that is not shown.
 */
void
hf_drag_turn_add (GtkWidget *button)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_return_if_fail (GTK_IS_BUTTON (button));

  g_signal_connect (motion, "enter", G_CALLBACK (on_enter), button);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (stop), button);
  g_signal_connect (button, "unmap", G_CALLBACK (stop), NULL);
  gtk_widget_add_controller (button, motion);
}
