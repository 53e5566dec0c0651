/* hf-paper-run.h: puts pages on a printer, or into a PDF file
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"
#include "hf-paper.h"

G_BEGIN_DECLS

/**
 * HfPaperFunc:
 * @data: as given
 *
 * Writes the sheets.
 */
typedef void (*HfPaperFunc) (HfPaper *paper, gpointer data);

void hf_paper_print (GtkWidget *parent,
                     HfAppContext *context,
                     const char *name,
                     HfPaperFunc func,
                     gpointer data,
                     GDestroyNotify free_data);
void hf_paper_save (GtkWidget *parent,
                    HfAppContext *context,
                    const char *file_name,
                    const char *said,
                    HfPaperFunc func,
                    gpointer data,
                    GDestroyNotify free_data);
gboolean hf_paper_write_pdf (const char *path, HfPaperFunc func, gpointer data, GError **error);

G_END_DECLS
