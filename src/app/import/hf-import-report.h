/* hf-import-report.h: what came, or would come, of an import
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-import-job.h"

G_BEGIN_DECLS

#define HF_TYPE_IMPORT_REPORT (hf_import_report_get_type ())

G_DECLARE_FINAL_TYPE (HfImportReport, hf_import_report, HF, IMPORT_REPORT, AdwBin)

void hf_import_report_show (HfImportReport *self, HfImportJob *job);

G_END_DECLS
