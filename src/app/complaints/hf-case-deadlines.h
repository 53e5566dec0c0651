/* hf-case-deadlines.h: the deadlines of a case, one below the other
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-complaint-case.h"

G_BEGIN_DECLS

#define HF_TYPE_CASE_DEADLINES (hf_case_deadlines_get_type ())

G_DECLARE_FINAL_TYPE (HfCaseDeadlines, hf_case_deadlines, HF, CASE_DEADLINES, AdwBin)

void hf_case_deadlines_set_case (HfCaseDeadlines *self, const HfComplaintCase *one, HfMinute now);
char *
hf_case_deadline_format_state (const HfComplaintCase *one, const HfDeadlineRow *row, HfMinute now);
const char *hf_case_deadline_get_title (const HfDeadlineRow *row);

G_END_DECLS
