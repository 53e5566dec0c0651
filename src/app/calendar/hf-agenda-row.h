/* hf-agenda-row.h: a line of the agenda: a day, or what lies on it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-calendar-range.h"

G_BEGIN_DECLS

#define HF_TYPE_AGENDA_LINE (hf_agenda_line_get_type ())

G_DECLARE_FINAL_TYPE (HfAgendaLine, hf_agenda_line, HF, AGENDA_LINE, GObject)

HfAgendaLine *hf_agenda_line_new (HfCalendarRange *range,
                                  const HfCalendarDay *day,
                                  const HfCalendarItem *item,
                                  int minute);
const HfCalendarItem *hf_agenda_line_get_item (HfAgendaLine *self);
HfDay hf_agenda_line_get_day (HfAgendaLine *self);

GtkListItemFactory *hf_agenda_row_create_factory (void);

G_END_DECLS
