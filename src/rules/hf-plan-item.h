/* hf-plan-item.h: reads one step or routine of a plan file (private to src/rules)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-data-file.h"
#include "hf-plan.h"

G_BEGIN_DECLS

HfPlanItem *hf_plan_item_parse_step (HfDataFile *file,
                                     const char *group,
                                     int number,
                                     const HfPlan *plan,
                                     HfKind kind,
                                     GError **error);
HfPlanItem *hf_plan_item_parse_routine (HfDataFile *file,
                                        const char *group,
                                        int number,
                                        const HfPlan *plan,
                                        HfKind kind,
                                        GError **error);
gboolean hf_data_file_read_word (HfDataFile *file,
                                 const char *group,
                                 const char *key,
                                 HfDomainSet set,
                                 int *value,
                                 GError **error);

G_END_DECLS
