/* hf-import.h: tables of customers and purchases, written into the branch (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-import-field.h"
#include "hf-operation.h"
#include "hf-text-scan.h"

G_BEGIN_DECLS

/* A file of a million wrong rows must not fill the memory with complaints. */
#define HF_IMPORT_MAX_PROBLEMS (10000)

/* @fraction: 0 to 1, how much of the file has been read */
typedef void (*HfImportProgress) (double fraction, gpointer data);

/**
 * HfImportOptions:
 * @encoding: of a text file, %HF_ENCODING_AUTO to find out
 * @map_path: (nullable): a mapping file, see hf_import_mapping_load()
 * @columns: (nullable) (array): the column of each field, -1 for none, as a person chose them; then
 *   @header_row is the header's number as a spreadsheet shows it
 * @dry_run: do all of it, then roll back
 * @cancellable: (nullable): rolls back when it is cancelled from another thread
 * @progress: (nullable): called now and then, on the thread that imports
 *
 * All zero is what most files want.
 */
typedef struct
{
  HfEncoding encoding;
  const char *map_path;
  const int *columns;
  guint header_row;
  gboolean dry_run;
  GCancellable *cancellable;
  HfImportProgress progress;
  gpointer progress_data;
} HfImportOptions;

/**
 * HfImportProblem:
 * @row: as a spreadsheet shows it, from 1
 * @column: what stands above the column in the file
 * @message: what is wrong and what to do; telephone numbers masked (PHONE-4)
 */
typedef struct
{
  guint row;
  char *column;
  char *message;
} HfImportProblem;

/**
 * HfImportResult:
 * @read: rows with data
 * @added: rows that became a new card, or part of a new purchase
 * @updated: rows whose customer was known and now has what the card lacked, or whose order was and
 *   now has arrived
 * @duplicates: rows that were there already, or whose card is offered for merging (CARD-12)
 * @refused: rows with a problem, none of which was written
 * @unused: (nullable): headers of the columns that mean nothing, numbers masked
 * @operation: what an undo would take back; 0 when nothing was written
 * @problems: (element-type HfImportProblem): the first %HF_IMPORT_MAX_PROBLEMS
 * @n_problems: how many there were
 *
 * read = added + updated + duplicates + refused.
 */
typedef struct
{
  gint64 read;
  gint64 added;
  gint64 updated;
  gint64 duplicates;
  gint64 refused;
  GStrv unused;
  GPtrArray *problems;
  gint64 n_problems;
  gint64 operation;
} HfImportResult;

void hf_import_result_clear (HfImportResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfImportResult, hf_import_result_clear)

gboolean hf_command_import (HfDb *db,
                            const HfActor *actor,
                            HfImportKind kind,
                            const char *path,
                            const HfImportOptions *options,
                            HfImportResult *result,
                            GError **error);

G_END_DECLS
