/* hf-xlsx-value.h: what a cell of an .xlsx file shows
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfXlsxFormat:
 *
 * How a number is to be read: a cell's style says whether it is a date.
 */
typedef enum
{
  HF_XLSX_FORMAT_NUMBER,
  HF_XLSX_FORMAT_DATE,
  HF_XLSX_FORMAT_TIME,
  HF_XLSX_FORMAT_DATE_TIME,
} HfXlsxFormat;

HfXlsxFormat hf_xlsx_format_from_id (guint id);
HfXlsxFormat hf_xlsx_format_from_code (const char *code);

void hf_xlsx_append_number (GString *out, const char *value);
void hf_xlsx_append_date (GString *out, const char *value, HfXlsxFormat format, gboolean from_1904);
gsize hf_xlsx_unescape (char *text);

G_END_DECLS
