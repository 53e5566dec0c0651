/* hf-stage.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-stage.h"

/* Days around the expected day and after a birth when nobody visits the mother. */
#define QUIET_AROUND_DUE  (14)
#define QUIET_AFTER_BIRTH (30)

/* The completed months at which T2, T3, T4 and T5 begin. */
static const int stage_months[] = { 1, 5, 9, 18 };

/**
 * hf_stage_for_child:
 *
 * A child whose day lies ahead is not born, whatever was written down.
 */
HfStage
hf_stage_for_child (const HfChild *child, HfDay today)
{
  HfStage stage = HF_STAGE_T1;

  g_return_val_if_fail (child != NULL, HF_STAGE_NONE);

  if (child->is_due_date || child->day > today)
    return HF_STAGE_T0;
  for (guint i = 0; i < G_N_ELEMENTS (stage_months); i++)
    {
      if (hf_day_add_months (child->day, stage_months[i]) <= today)
        stage = (HfStage) (HF_STAGE_T2 + i);
    }
  return stage;
}

/**
 * hf_stage_for_children:
 *
 * Returns: the stage of the youngest, %HF_STAGE_NONE without children
 */
HfStage
hf_stage_for_children (const HfChild *children, gsize n_children, HfDay today)
{
  HfStage youngest = HF_STAGE_NONE;

  for (gsize i = 0; i < n_children; i++)
    {
      HfStage stage = hf_stage_for_child (&children[i], today);

      if (youngest == HF_STAGE_NONE || stage < youngest)
        youngest = stage;
    }
  return youngest;
}

/**
 * hf_stage_get_next_change:
 *
 * Returns: the day after @today on which the child's stage changes by itself;
 *   %HF_DAY_NONE when it does not, for example until a birth is written down
 */
HfDay
hf_stage_get_next_change (const HfChild *child, HfDay today)
{
  g_return_val_if_fail (child != NULL, HF_DAY_NONE);

  if (child->is_due_date)
    return HF_DAY_NONE;
  if (child->day > today)
    return child->day;
  for (guint i = 0; i < G_N_ELEMENTS (stage_months); i++)
    {
      HfDay day = hf_day_add_months (child->day, stage_months[i]);

      if (day > today)
        return day;
    }
  return HF_DAY_NONE;
}

/**
 * hf_stage_get_no_home:
 * @from: (out): first day without home visits and event invitations to the mother
 * @to: (out): last such day
 *
 * Returns: %FALSE when there are none
 */
gboolean
hf_stage_get_no_home (const HfChild *child, HfDay *from, HfDay *to)
{
  g_return_val_if_fail (child != NULL && from != NULL && to != NULL, FALSE);

  if (child->day == HF_DAY_NONE)
    return FALSE;
  *from = child->is_due_date ? child->day - QUIET_AROUND_DUE : child->day;
  *to = child->day + (child->is_due_date ? QUIET_AROUND_DUE : QUIET_AFTER_BIRTH);
  return TRUE;
}

/**
 * hf_stage_get_nick:
 *
 * Returns: (transfer none) (nullable): `T0` to `T5`, the same in every language
 */
const char *
hf_stage_get_nick (HfStage stage)
{
  static const char *const nicks[HF_N_STAGES] = { "T0", "T1", "T2", "T3", "T4", "T5" };

  return stage >= HF_STAGE_T0 && stage < HF_N_STAGES ? nicks[stage] : NULL;
}
