/* hf-day-sheet-paper.h: the day sheet as it is printed (CAL-8)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-day-sheet.h"
#include "hf-paper.h"

G_BEGIN_DECLS

void hf_day_sheet_write (const HfDaySheet *sheet, HfPaper *paper);

G_END_DECLS
