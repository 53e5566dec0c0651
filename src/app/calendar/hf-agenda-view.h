/* hf-agenda-view.h: the calendar as a list, day by day
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_AGENDA_VIEW (hf_agenda_view_get_type ())

G_DECLARE_FINAL_TYPE (HfAgendaView, hf_agenda_view, HF, AGENDA_VIEW, GtkWidget)

G_END_DECLS
