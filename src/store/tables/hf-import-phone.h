/* hf-import-phone.h: reads the telephone numbers of a cell (PUR-4, CARD-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfImportPhone:
 * @number: as hf_phone_parse() gives it
 * @label: whose or where it is, as the cell says; "" where it doesn't
 */
typedef struct
{
  char *number;
  char *label;
} HfImportPhone;

gboolean hf_import_parse_phones (const char *text, GPtrArray **phones, GError **error);

G_END_DECLS
