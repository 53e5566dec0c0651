/* hf-xlsx-book.h: what an .xlsx file says about its sheets, dates and parts
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "hf-xlsx-value.h"

G_BEGIN_DECLS

/**
 * HfXlsxBook:
 * @sheet_name: the sheet chosen
 * @sheet_part: the part of the archive that holds it
 * @strings_part: (nullable): the part with the shared strings
 * @formats: (element-type guint8): a %HfXlsxFormat for each cell style
 * @from_1904: whether days count from 1904, as old Macs did
 */
typedef struct
{
  char *sheet_name;
  char *sheet_part;
  char *strings_part;
  GByteArray *formats;
  gboolean from_1904;
} HfXlsxBook;

HfXlsxBook *
hf_xlsx_book_new (const char *path, const char *sheet, GCancellable *cancellable, GError **error);
void hf_xlsx_book_free (HfXlsxBook *self);
HfXlsxFormat hf_xlsx_book_get_format (const HfXlsxBook *self, guint style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfXlsxBook, hf_xlsx_book_free)

G_END_DECLS
