/* hf-calendar-move.h: giving work another day from the calendar (CAL-2, SCHED-8)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"
#include "hf-calendar-item.h"
#include "hf-calendar-view.h"
#include "hf-reschedule.h"

G_BEGIN_DECLS

/**
 * HfPreviewFunc:
 * @days: (nullable) (transfer full) (element-type HfMoveDay): %NULL with @error
 */
typedef void (*HfPreviewFunc) (GArray *days, const GError *error, gpointer data);

void hf_calendar_preview (HfAppContext *context,
                          const GArray *ids,
                          HfDay from,
                          HfDay to,
                          HfPreviewFunc func,
                          GObject *owner);
void hf_calendar_move (GtkWidget *widget,
                       HfAppContext *context,
                       const GArray *ids,
                       const char *name,
                       HfDay to,
                       gboolean asks_reason);
GdkContentProvider *hf_calendar_create_drag (const GArray *ids, const char *name);
GArray *hf_calendar_dup_dragged (const GValue *value, char **name);
void hf_calendar_begin_drag (GtkDragSource *source, GdkDrag *drag, const char *name);
gboolean hf_calendar_drag_is_cancelled (void);
void
hf_calendar_say_fixed (HfCalendarView *view, HfAppContext *context, const HfCalendarItem *item);

GHashTable *hf_calendar_selection_new (void);
void hf_calendar_selection_toggle (GHashTable *selected, const HfCalendarItem *item);
GArray *hf_calendar_selection_dup_ids (GHashTable *selected, const HfCalendarItem *item);
char *hf_calendar_dup_moved_name (const GArray *ids, const HfCalendarItem *item);

char *hf_calendar_describe_move (const char *name, const HfMoveDay *move, int load, int capacity);

G_END_DECLS
