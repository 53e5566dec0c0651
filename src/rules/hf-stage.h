/* hf-stage.h: stages from a child's age (CARD-10)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"

G_BEGIN_DECLS

typedef enum
{
  HF_STAGE_NONE = -1,
  HF_STAGE_T0, /* not born yet */
  HF_STAGE_T1, /* less than 1 month */
  HF_STAGE_T2, /* 1 to 4 months */
  HF_STAGE_T3, /* 5 to 8 months */
  HF_STAGE_T4, /* 9 to 17 months */
  HF_STAGE_T5, /* from 18 months */
} HfStage;

#define HF_N_STAGES (HF_STAGE_T5 + 1)

/**
 * HfChild:
 * @day: of birth or, when @is_due_date, the day on which it is expected
 * @is_due_date: not born yet, as far as is known
 */
typedef struct
{
  HfDay day;
  gboolean is_due_date;
} HfChild;

HfStage hf_stage_for_child (const HfChild *child, HfDay today);
HfStage hf_stage_for_children (const HfChild *children, gsize n_children, HfDay today);
HfDay hf_stage_get_next_change (const HfChild *child, HfDay today);
gboolean hf_stage_get_no_home (const HfChild *child, HfDay *from, HfDay *to);
const char *hf_stage_get_nick (HfStage stage);

G_END_DECLS
