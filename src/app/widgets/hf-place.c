/* hf-place.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-place.h"

/* Longer than it takes until the room has changed. */
#define WHILE_MS (250)

typedef struct
{
  GtkAdjustment *place;
  double value;
  guint end;
} Hold;

static void
put_back (Hold *hold)
{
  if (gtk_adjustment_get_value (hold->place) != hold->value)
    gtk_adjustment_set_value (hold->place, hold->value);
}

static void
hold_free (gpointer data)
{
  Hold *hold = data;

  g_clear_handle_id (&hold->end, g_source_remove);
  g_signal_handlers_disconnect_by_data (hold->place, hold);
  g_free (hold);
}

/* While its room changed the list was told nothing of what it is put back to. */
static gboolean
on_end (gpointer data)
{
  Hold *hold = data;
  g_autoptr (GtkAdjustment) place = g_object_ref (hold->place);

  hold->end = 0;
  g_object_set_data (G_OBJECT (place), "hf-hold", NULL);
  g_signal_emit_by_name (place, "value-changed");
  return G_SOURCE_REMOVE;
}

static void
on_room_changed (Hold *hold)
{
  put_back (hold);
  g_clear_handle_id (&hold->end, g_source_remove);
  hold->end = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_end, hold, NULL);
}

/**
 * hf_place_hold:
 * @place: of a list, whose height is about to change
 *
 * A list of GTK's that becomes lower keeps its middle where it was: all lines move. This keeps the
 * first line where it is, so that nothing moves under the pointer. Main thread.
 */
void
hf_place_hold (GtkAdjustment *place)
{
  Hold *hold;

  g_return_if_fail (GTK_IS_ADJUSTMENT (place));

  hold = g_new0 (Hold, 1);
  hold->place = place;
  hold->value = gtk_adjustment_get_value (place);
  hold->end = g_timeout_add (WHILE_MS, on_end, hold);
  g_signal_connect_swapped (place, "changed", G_CALLBACK (on_room_changed), hold);
  g_signal_connect_swapped (place, "value-changed", G_CALLBACK (put_back), hold);
  g_object_set_data_full (G_OBJECT (place), "hf-hold", hold, hold_free);
}
