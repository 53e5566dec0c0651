/* hf-plan-file.h: a data file of groups and keys that knows its lines (private to src/rules)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HfPlanFile HfPlanFile;

HfPlanFile *
hf_plan_file_new (const char *file_name, const char *text, gssize length, GError **error);
void hf_plan_file_free (HfPlanFile *file);
GStrv hf_plan_file_get_groups (HfPlanFile *file);
gboolean hf_plan_file_has (HfPlanFile *file, const char *group, const char *key);
char *hf_plan_file_dup_string (HfPlanFile *file, const char *group, const char *key);
char *hf_plan_file_dup_text (HfPlanFile *file, const char *group, const char *key);
GStrv hf_plan_file_dup_list (HfPlanFile *file, const char *group, const char *key);
GStrv hf_plan_file_dup_text_list (HfPlanFile *file, const char *group, const char *key);
gboolean hf_plan_file_fail (
    HfPlanFile *file, const char *group, const char *key, const char *message, GError **error);
gboolean hf_plan_file_check_unused (HfPlanFile *file, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfPlanFile, hf_plan_file_free)

G_END_DECLS
