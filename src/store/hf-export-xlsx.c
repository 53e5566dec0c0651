/* hf-export-xlsx.c: a workbook with one sheet
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

#include "hf-export-private.h"

#define WIDTH (14.0)

typedef struct
{
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_row_t row;
  guint n;
} Workbook;

static gboolean
check (lxw_error result, GError **error)
{
  if (result == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_READ_ONLY, _ ("The file cannot be written: %s."),
               lxw_strerror (result));
  return FALSE;
}

/* Always as text: a value that looks like a formula stays what it is. */
static gboolean
xlsx_row (gpointer data, const char *const *values, GError **error)
{
  Workbook *self = data;
  lxw_error result = LXW_NO_ERROR;

  if (self->row >= LXW_ROW_MAX)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("A workbook holds no more than 1,048,576 rows. Choose a name that "
                              "ends in .csv, or fewer days."));
      return FALSE;
    }
  for (guint i = 0; i < self->n && result == LXW_NO_ERROR; i++)
    result = worksheet_write_string (self->sheet, self->row, (lxw_col_t) i, values[i], NULL);
  self->row++;
  return check (result, error);
}

/* Row by row to the disk, so that a million need no more memory than ten. */
static gpointer
xlsx_begin (const char *path, const HfExportSheet *sheet, GError **error)
{
  Workbook *self = g_new0 (Workbook, 1);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };

  self->n = sheet->n;
  self->workbook = workbook_new_opt (path, &options);
  self->sheet = self->workbook != NULL ? workbook_add_worksheet (self->workbook, NULL) : NULL;
  if (self->sheet == NULL)
    {
      check (LXW_ERROR_CREATING_XLSX_FILE, error);
      g_free (self);
      return NULL;
    }
  worksheet_set_column (self->sheet, 0, (lxw_col_t) (sheet->n - 1), WIDTH, NULL);
  worksheet_freeze_panes (self->sheet, 1, 0);
  xlsx_row (self, sheet->titles, NULL);
  return self;
}

static gboolean
xlsx_finish (gpointer data, gboolean keep, GError **error)
{
  g_autofree Workbook *self = data;

  return check (workbook_close (self->workbook), error);
}

const HfExportFormat hf_export_xlsx = { xlsx_begin, xlsx_row, xlsx_finish };
