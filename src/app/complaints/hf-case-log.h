/* hf-case-log.h: what happened in a case
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-complaint-case.h"

G_BEGIN_DECLS

#define HF_TYPE_CASE_LOG (hf_case_log_get_type ())

G_DECLARE_FINAL_TYPE (HfCaseLog, hf_case_log, HF, CASE_LOG, AdwBin)

void hf_case_log_set_case (HfCaseLog *self, const HfComplaintCase *one, HfMinute now);
char *hf_case_log_format (const HfComplaintLogLine *line);

G_END_DECLS
