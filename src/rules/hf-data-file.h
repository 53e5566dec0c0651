/* hf-data-file.h: a data file of groups and keys that knows its lines (private to src/rules)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HfDataFile HfDataFile;

HfDataFile *
hf_data_file_new (const char *file_name, const char *text, gssize length, int code, GError **error);
void hf_data_file_free (HfDataFile *file);
GStrv hf_data_file_get_groups (HfDataFile *file);
GStrv hf_data_file_dup_keys (HfDataFile *file, const char *group);
gboolean hf_data_file_has (HfDataFile *file, const char *group, const char *key);
char *hf_data_file_dup_string (HfDataFile *file, const char *group, const char *key);
char *hf_data_file_dup_text (HfDataFile *file, const char *group, const char *key);
char *hf_data_file_dup_text_in (HfDataFile *file,
                                const char *group,
                                const char *key,
                                const char *language);
GStrv hf_data_file_dup_list (HfDataFile *file, const char *group, const char *key);
GStrv hf_data_file_dup_text_list (HfDataFile *file, const char *group, const char *key);
gboolean hf_data_file_fail (
    HfDataFile *file, const char *group, const char *key, const char *message, GError **error);
gboolean hf_data_file_check_unused (HfDataFile *file, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfDataFile, hf_data_file_free)

G_END_DECLS
