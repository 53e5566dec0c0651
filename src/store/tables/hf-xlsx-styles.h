/* hf-xlsx-styles.h: which cell styles of an .xlsx file show dates
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GByteArray *
hf_xlsx_styles_read (const char *path, const char *part, GCancellable *cancellable, GError **error);

G_END_DECLS
