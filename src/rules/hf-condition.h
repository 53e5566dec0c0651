/* hf-condition.h: the conditions of care plans, such as “step 1 by phone and step 2 by phone”
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-enrolment.h"

G_BEGIN_DECLS

typedef struct _HfCondition HfCondition;

HfCondition *hf_condition_parse (const char *text, GError **error);
void hf_condition_free (HfCondition *condition);
gboolean hf_condition_check (const HfCondition *condition,
                             const int *steps,
                             gsize n_steps,
                             const char *const *choices,
                             GError **error);
gboolean
hf_condition_holds (const HfCondition *condition, const HfEnrolment *enrolment, const char *choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCondition, hf_condition_free)

G_END_DECLS
