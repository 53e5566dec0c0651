/* hf-import-value.h: reads amounts, counts and words as people write them (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "hf-domain.h"

G_BEGIN_DECLS

typedef enum
{
  HF_IMPORT_SEX_UNKNOWN,
  HF_IMPORT_SEX_FEMALE,
  HF_IMPORT_SEX_MALE,
} HfImportSex;

char *hf_import_plain (const char *text);
char *hf_import_quote (const char *text);

gboolean hf_import_parse_money (const char *text, gint64 *fen, GError **error);
gboolean hf_import_parse_count (const char *text, int least, int most, int *count, GError **error);
gboolean hf_import_parse_flag (const char *text, gboolean *flag, GError **error);
gboolean hf_import_parse_sex (const char *text, HfImportSex *sex, GError **error);
gboolean hf_import_parse_domain (const char *text, HfDomainSet set, int *value, GError **error);
gboolean hf_import_parse_weekdays (const char *text, HfSet *days, GError **error);
char **hf_import_split_words (const char *text);
char *hf_import_plain_window (const char *text);

G_END_DECLS
