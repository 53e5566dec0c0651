/* hf-import-job.h: an import that runs on the writer's thread
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"
#include "hf-import.h"

G_BEGIN_DECLS

/**
 * HfImportJob:
 * @columns: the column of each field, -1 for none
 * @thousandths: how much of the file was read; to be read and written atomically
 * @result: what came of it, once it is over
 *
 * Counted references: the thread and the window share it.
 */
typedef struct
{
  char *path;
  HfImportKind kind;
  int columns[HF_IMPORT_N_FIELDS];
  guint header_row;
  gboolean dry_run;
  GCancellable *cancellable;
  int thousandths;
  HfImportResult result;
} HfImportJob;

HfImportJob *hf_import_job_new (const char *path);
void hf_import_job_unref (HfImportJob *job);
void hf_import_job_run (HfImportJob *job,
                        HfAppContext *context,
                        GAsyncReadyCallback callback,
                        gpointer data);
char *hf_import_job_dup_problems (HfImportJob *job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportJob, hf_import_job_unref)

G_END_DECLS
