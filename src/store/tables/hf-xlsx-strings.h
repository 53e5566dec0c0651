/* hf-xlsx-strings.h: the texts that the cells of an .xlsx file share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _HfXlsxStrings HfXlsxStrings;

HfXlsxStrings *
hf_xlsx_strings_new (const char *path, const char *part, GCancellable *cancellable, GError **error);
void hf_xlsx_strings_free (HfXlsxStrings *self);
guint hf_xlsx_strings_get_size (HfXlsxStrings *self);
const char *hf_xlsx_strings_get (HfXlsxStrings *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfXlsxStrings, hf_xlsx_strings_free)

G_END_DECLS
