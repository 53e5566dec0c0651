/* hf-typed-day.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-typed-day.h"

#include <string.h>

#include "hf-import-date.h"

/**
 * hf_typed_day_parse:
 * @text: as typed in a form or on the command line: `2026-02-28`, `2026/2/28`, `2026.2.28`,
 *   `20260228`, 2026年2月28日
 * @day: (out):
 *
 * As lists are read (PUR-4), but for a time of day, which here would be lost in silence. What is
 * stored is read by hf_day_parse().
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT
 */
gboolean
hf_typed_day_parse (const char *text, HfDay *day, GError **error)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strpbrk (text, ":T") != NULL ? hf_day_parse (text, day, error)
                                      : hf_import_parse_day (text, day, error);
}
