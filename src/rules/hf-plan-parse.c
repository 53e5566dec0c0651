/* hf-plan-parse.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"
#include "hf-plan-item.h"

#define GROUP_PLAN "Plan"

static gboolean
id_is_valid (const char *id)
{
  for (const char *c = id; *c != '\0'; c++)
    {
      if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '-')
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_names (HfDataFile *file, HfPlan *plan, GError **error)
{
  plan->id = hf_data_file_dup_string (file, GROUP_PLAN, "Id");
  plan->name = hf_data_file_dup_text (file, GROUP_PLAN, "Name");
  plan->summary = hf_data_file_dup_text (file, GROUP_PLAN, "Summary");
  if (plan->id == NULL || !id_is_valid (plan->id))
    return hf_data_file_fail (file, GROUP_PLAN, "Id",
                              _ ("Give the plan an id of small letters, digits and dashes."),
                              error);
  if (plan->name == NULL || *plan->name == '\0')
    return hf_data_file_fail (file, GROUP_PLAN, "Name", _ ("Give the plan a name."), error);
  if (plan->summary == NULL)
    plan->summary = g_strdup ("");
  return TRUE;
}

static gboolean
read_choices (HfDataFile *file, HfPlan *plan, GError **error)
{
  g_strfreev (plan->choices);
  g_strfreev (plan->choice_names);
  plan->choices = hf_data_file_dup_list (file, GROUP_PLAN, "Choices");
  plan->choice_names = hf_data_file_dup_text_list (file, GROUP_PLAN, "ChoiceNames");
  if (plan->choice_names[0] == NULL)
    {
      g_strfreev (plan->choice_names);
      plan->choice_names = g_strdupv (plan->choices);
    }
  if (g_strv_length (plan->choice_names) == g_strv_length (plan->choices))
    return TRUE;
  return hf_data_file_fail (file, GROUP_PLAN, "ChoiceNames", _ ("Give each choice one name."),
                            error);
}

static gboolean
read_ends (HfDataFile *file, HfPlan *plan, GError **error)
{
  g_autofree char *words = hf_data_file_dup_string (file, GROUP_PLAN, "EndsOn");
  g_autoptr (GError) cause = NULL;

  if (words == NULL || hf_domain_parse_set (HF_DOMAIN_PLAN_END, words, &plan->ends_on, &cause))
    return TRUE;
  return hf_data_file_fail (file, GROUP_PLAN, "EndsOn", cause->message, error);
}

/* [Plan] itself. @step_kind and @routine_kind: what the items are unless they say so. */
static gboolean
read_head (HfDataFile *file, HfPlan *plan, int *step_kind, int *routine_kind, GError **error)
{
  int trigger = -1;
  int kind = -1;

  if (!read_names (file, plan, error) || !read_choices (file, plan, error) ||
      !read_ends (file, plan, error) ||
      !hf_data_file_read_word (file, GROUP_PLAN, "Trigger", HF_DOMAIN_TRIGGER, &trigger, error) ||
      !hf_data_file_read_word (file, GROUP_PLAN, "Kind", HF_DOMAIN_KIND, &kind, error))
    return FALSE;
  if (trigger < 0)
    return hf_data_file_fail (file, GROUP_PLAN, "Trigger", _ ("Say what starts the plan."), error);
  plan->trigger = (HfTrigger) trigger;
  *step_kind = kind >= 0 ? kind : HF_KIND_STEP;
  *routine_kind = kind >= 0 ? kind : HF_KIND_ROUTINE;
  return TRUE;
}

typedef HfPlanItem *(*ParseItem) (HfDataFile *file,
                                  const char *group,
                                  int number,
                                  const HfPlan *plan,
                                  HfKind kind,
                                  GError **error);

/* The groups `[PREFIX 1]`, `[PREFIX 2]` …: numbered without a gap, in any order. */
static gboolean
read_items (HfDataFile *file,
            HfPlan *plan,
            const char *prefix,
            ParseItem parse_item,
            HfKind kind,
            GPtrArray *items,
            GError **error)
{
  g_auto (GStrv) groups = hf_data_file_get_groups (file);

  for (int number = 1;; number++)
    {
      g_autofree char *group = g_strdup_printf ("%s %d", prefix, number);
      HfPlanItem *item;

      if (!g_strv_contains ((const char *const *) groups, group))
        return TRUE;
      item = parse_item (file, group, number, plan, kind, error);
      if (item == NULL)
        return FALSE;
      g_ptr_array_add (items, item);
    }
}

static gboolean
check_groups (HfDataFile *file, HfPlan *plan, GError **error)
{
  g_auto (GStrv) groups = hf_data_file_get_groups (file);
  guint known = 1 + plan->steps->len + plan->routines->len;

  for (guint i = 0; groups[i] != NULL && g_strv_length (groups) > known; i++)
    {
      gint64 number = 0;
      const char *digits = strchr (groups[i], ' ');
      gboolean is_step = g_str_has_prefix (groups[i], "Step ");
      gboolean is_routine = g_str_has_prefix (groups[i], "Routine ");
      guint64 most = is_step ? plan->steps->len : is_routine ? plan->routines->len : 0;

      if (strcmp (groups[i], GROUP_PLAN) == 0 ||
          (most > 0 && g_ascii_string_to_signed (digits + 1, 10, 1, (gint64) most, &number, NULL)))
        continue;
      return hf_data_file_fail (file, groups[i], NULL,
                                _ ("Groups are called Plan, Step 1, Step 2 and so on without a "
                                   "gap, Routine 1, Routine 2 and so on."),
                                error);
    }
  if (known > 1)
    return TRUE;
  return hf_data_file_fail (file, GROUP_PLAN, NULL,
                            _ ("The plan has neither a step nor a routine."), error);
}

/**
 * hf_plan_parse:
 * @file_name: for messages
 * @text: the plan file, UTF-8
 * @length: of @text in bytes, or -1 when it ends with a zero
 *
 * Reads a care plan (PLAN-9, docs/care-plans.md). Texts are taken in the language
 * of the program. Every key must be known and every value make sense.
 *
 * Returns: (transfer full): %NULL with %HF_ERROR_PLAN, whose message names the
 *   file, line, group and key
 */
HfPlan *
hf_plan_parse (const char *file_name, const char *text, gssize length, GError **error)
{
  g_autoptr (HfDataFile) file = NULL;
  g_autoptr (HfPlan) plan = hf_plan_new ();
  int step_kind = HF_KIND_STEP;
  int routine_kind = HF_KIND_ROUTINE;

  g_return_val_if_fail (file_name != NULL && text != NULL, NULL);

  file = hf_data_file_new (file_name, text, length, HF_ERROR_PLAN, error);
  if (file == NULL || !read_head (file, plan, &step_kind, &routine_kind, error) ||
      !read_items (file, plan, "Step", hf_plan_item_parse_step, (HfKind) step_kind, plan->steps,
                   error) ||
      !read_items (file, plan, "Routine", hf_plan_item_parse_routine, (HfKind) routine_kind,
                   plan->routines, error) ||
      !check_groups (file, plan, error) || !hf_data_file_check_unused (file, error))
    return NULL;
  return g_steal_pointer (&plan);
}
