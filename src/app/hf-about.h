/* hf-about.h: windows over the window: about the program, and about what went wrong
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_about_show (GtkWindow *parent);
void hf_about_show_error (GtkWindow *parent, const GError *error);

/* @owner: as given */
typedef void (*HfFileFunc) (GFile *file, GObject *owner);

void hf_about_choose_file (GtkWindow *parent,
                           const char *name,
                           const char *kind,
                           const char *const *suffixes,
                           HfFileFunc func,
                           GObject *owner);

G_END_DECLS
