/* hf-export-private.h: what the files that write exports share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-card.h"

G_BEGIN_DECLS

typedef enum
{
  HF_EXPORT_NAME,
  HF_EXPORT_SEX,
  HF_EXPORT_PHONE,
  HF_EXPORT_BIRTH,
  HF_EXPORT_ADDRESS,
  HF_EXPORT_AREA,
  HF_EXPORT_OWNER,
  HF_EXPORT_CARD_TYPE,
  HF_EXPORT_TIER,
  HF_EXPORT_STAGE,
  HF_EXPORT_TAGS,
  HF_EXPORT_SOURCE,
  HF_EXPORT_LAST,
  HF_EXPORT_NEXT,
  HF_EXPORT_SUPPLY,
} HfExportColumn;

#define HF_N_EXPORT_COLUMNS (HF_EXPORT_SUPPLY + 1)

/**
 * HfExportSheet:
 * @titles: of the columns, for people
 * @keys: of the columns, for programs
 */
typedef struct
{
  const char *const *titles;
  const char *const *keys;
  guint n;
} HfExportSheet;

/**
 * HfExportFormat:
 * @begin: (nullable) for the temporary file @path; @sheet lives until the file is finished
 * @row: the values of one row, as many as the sheet has columns, none of which is %NULL
 * @finish: closes the file, which is given up when it returns %FALSE
 */
typedef struct
{
  gpointer (*begin) (const char *path, const HfExportSheet *sheet, GError **error);
  gboolean (*row) (gpointer file, const char *const *values, GError **error);
  gboolean (*finish) (gpointer file, gboolean keep, GError **error);
} HfExportFormat;

extern const HfExportFormat hf_export_csv, hf_export_xlsx, hf_export_vcard, hf_export_json;

/**
 * HfExportFunc:
 *
 * Gives the rows of a file to @format, one after the other.
 */
typedef gboolean (*HfExportFunc) (const HfExportFormat *format,
                                  gpointer file,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

gboolean hf_export_write_file (const char *path,
                               const HfExportSheet *sheet,
                               HfExportFunc func,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
