/* hf-dialog.h: windows over the window: questions, files, what went wrong, about the program
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

/**
 * HfDialogFunc:
 * @answer: the id of what was pressed; never that which closes
 * @data: as given
 */
typedef void (*HfDialogFunc) (GtkWidget *dialog, const char *answer, gpointer data);

/* @owner: as given */
typedef void (*HfFileFunc) (GFile *file, GObject *owner);
typedef void (*HfFileTickFunc) (GFile *file, gboolean ticked, GObject *owner);

GtkWidget *hf_dialog_new (GtkWidget *parent,
                          const char *title,
                          const char *body,
                          GtkWidget *content,
                          const char *close_label);
void hf_dialog_add_answer (GtkWidget *dialog, const char *id, const char *label);
void hf_dialog_add_main_answer (GtkWidget *dialog, const char *id, const char *label);
void hf_dialog_add_danger (GtkWidget *dialog, const char *id, const char *label);
void hf_dialog_set_title (GtkWidget *dialog, const char *title);
void hf_dialog_set_enabled (GtkWidget *dialog, const char *id, gboolean enabled);
void hf_dialog_tell (GtkWidget *dialog, const char *trouble);
void hf_dialog_keep (GtkWidget *dialog, const char *trouble);
void hf_dialog_ask (GtkWidget *dialog, HfDialogFunc func, gpointer data, GDestroyNotify free_data);
void hf_dialog_run (GtkWidget *dialog,
                    HfAppContext *context,
                    HfCommandFunc func,
                    gpointer data,
                    GDestroyNotify free_data);

GtkWidget *hf_dialog_create_grid (void);
GtkWidget *hf_dialog_add_field (GtkWidget *grid, int row, const char *name, GtkWidget *field);

void hf_dialog_show_text (GtkWidget *parent, const char *title, const char *body, const char *text);
void hf_dialog_show_about (GtkWindow *parent);
void hf_dialog_show_error (GtkWindow *parent, const GError *error);
void hf_dialog_choose_file (GtkWindow *parent,
                            const char *name,
                            const char *kind,
                            const char *const *suffixes,
                            HfFileFunc func,
                            GObject *owner);
void hf_dialog_choose_new_file (GtkWindow *parent,
                                const char *name,
                                const char *kind,
                                const char *const *suffixes,
                                const char *tick,
                                HfFileTickFunc func,
                                GObject *owner);

G_END_DECLS
