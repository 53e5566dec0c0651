/* hf-plan.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-plan.h"

/* Frees what a plan holds when its last reference goes. */
static void
plan_clear (gpointer data)
{
  HfPlan *plan = data;

  g_free (plan->id);
  g_free (plan->name);
  g_free (plan->summary);
  g_strfreev (plan->choices);
  g_strfreev (plan->choice_names);
  g_ptr_array_unref (plan->steps);
  g_ptr_array_unref (plan->routines);
}

static const HfPlanItem *
find_in (GPtrArray *items, int key)
{
  for (guint i = 0; i < items->len; i++)
    {
      const HfPlanItem *item = items->pdata[i];

      if (item->key == key)
        return item;
    }
  return NULL;
}

/**
 * hf_plan_new:
 *
 * Returns: (transfer full): a plan without steps, for hf_plan_parse() to fill
 */
HfPlan *
hf_plan_new (void)
{
  HfPlan *plan = g_atomic_rc_box_new0 (HfPlan);

  plan->choices = g_new0 (char *, 1);
  plan->choice_names = g_new0 (char *, 1);
  plan->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_plan_item_free);
  plan->routines = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_plan_item_free);
  return plan;
}

void
hf_plan_unref (HfPlan *plan)
{
  g_return_if_fail (plan != NULL);

  g_atomic_rc_box_release_full (plan, plan_clear);
}

void
hf_plan_item_free (HfPlanItem *item)
{
  g_return_if_fail (item != NULL);

  g_free (item->title);
  g_free (item->purpose);
  g_strfreev (item->checklist);
  g_strfreev (item->marks);
  g_clear_pointer (&item->only_if, hf_condition_free);
  g_clear_pointer (&item->instead_if, hf_condition_free);
  g_free (item);
}

guint
hf_plan_get_n_steps (const HfPlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return plan->steps->len;
}

/**
 * hf_plan_get_step:
 * @index: from 0; the number of the step is in its @key
 *
 * Returns: (transfer none):
 */
const HfPlanItem *
hf_plan_get_step (const HfPlan *plan, guint index)
{
  g_return_val_if_fail (plan != NULL && index < plan->steps->len, NULL);

  return plan->steps->pdata[index];
}

guint
hf_plan_get_n_routines (const HfPlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return plan->routines->len;
}

const HfPlanItem *
hf_plan_get_routine (const HfPlan *plan, guint index)
{
  g_return_val_if_fail (plan != NULL && index < plan->routines->len, NULL);

  return plan->routines->pdata[index];
}

/**
 * hf_plan_find_item:
 * @key: of a step or a routine
 *
 * Returns: (transfer none) (nullable):
 */
const HfPlanItem *
hf_plan_find_item (const HfPlan *plan, int key)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return find_in (key < HF_STEP_KEY_ROUTINE ? plan->steps : plan->routines, key);
}

gboolean
hf_plan_ends_on (const HfPlan *plan, HfPlanEnd end)
{
  g_return_val_if_fail (plan != NULL, FALSE);

  return HF_SET_HAS (plan->ends_on, end);
}

/**
 * hf_plan_get_choice:
 * @choice: (nullable): the enrolment's
 *
 * Returns: (transfer none) (nullable): @choice when it is one of the plan's, else
 *   the plan's first, %NULL when it has none
 */
const char *
hf_plan_get_choice (const HfPlan *plan, const char *choice)
{
  g_return_val_if_fail (plan != NULL, NULL);

  if (choice != NULL && g_strv_contains ((const char *const *) plan->choices, choice))
    return choice;
  return plan->choices[0];
}
