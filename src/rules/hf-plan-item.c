/* hf-plan-item.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-plan-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A plan of more than ten years is a slip of the pen. */
#define MAX_DAYS   (3660)
#define MAX_MONTHS (120)
/* More contacts a month than this would be a burden on any customer. */
#define MAX_PER_MONTH (9)

/* Puts the place in the file before a message that only knows of the value. */
static gboolean
fail_with (HfDataFile *file, const char *group, const char *key, GError *cause, GError **error)
{
  g_autoptr (GError) owned = cause;

  return hf_data_file_fail (file, group, key, owned->message, error);
}

/**
 * hf_data_file_read_word:
 * @value: (inout): stays as it is when the key is not there
 *
 * Returns: %FALSE with %HF_ERROR_PLAN when the word is none of @set's
 */
gboolean
hf_data_file_read_word (HfDataFile *file,
                        const char *group,
                        const char *key,
                        HfDomainSet set,
                        int *value,
                        GError **error)
{
  g_autofree char *word = hf_data_file_dup_string (file, group, key);
  GError *cause = NULL;

  if (word == NULL || hf_domain_parse (set, word, value, &cause))
    return TRUE;
  return fail_with (file, group, key, cause, error);
}

static gboolean
read_number (HfDataFile *file,
             const char *group,
             const char *key,
             int least,
             int most,
             int *value,
             GError **error)
{
  g_autofree char *text = hf_data_file_dup_string (file, group, key);
  g_autofree char *message = NULL;
  gint64 number;

  if (text == NULL)
    return TRUE;
  if (g_ascii_string_to_signed (text, 10, least, most, &number, NULL))
    {
      *value = (int) number;
      return TRUE;
    }
  message = g_strdup_printf (_ ("“%s” is not a whole number from %d to %d."), text, least, most);
  return hf_data_file_fail (file, group, key, message, error);
}

static gboolean
read_required_number (
    HfDataFile *file, const char *group, const char *key, int most, int *value, GError **error)
{
  if (!hf_data_file_has (file, group, key))
    return hf_data_file_fail (file, group, key, _ ("This key is missing: a number of days."),
                              error);
  return read_number (file, group, key, 0, most, value, error);
}

/* Which of two words a key bears. The first is the default. */
static gboolean
read_either (HfDataFile *file,
             const char *group,
             const char *key,
             const char *first,
             const char *second,
             gboolean *is_second,
             GError **error)
{
  g_autofree char *word = hf_data_file_dup_string (file, group, key);
  g_autofree char *message = NULL;

  *is_second = g_strcmp0 (word, second) == 0;
  if (word == NULL || *is_second || strcmp (word, first) == 0)
    return TRUE;
  message = g_strdup_printf (_ ("“%s” is neither “%s” nor “%s”."), word, first, second);
  return hf_data_file_fail (file, group, key, message, error);
}

static gboolean
read_condition (HfDataFile *file,
                const char *group,
                const char *key,
                const HfPlan *plan,
                HfCondition **condition,
                GError **error)
{
  g_autofree char *text = hf_data_file_dup_string (file, group, key);
  g_autofree int *steps = g_new (int, plan->steps->len + 1);
  GError *cause = NULL;

  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < plan->steps->len; i++)
    steps[i] = ((const HfPlanItem *) plan->steps->pdata[i])->key;
  *condition = hf_condition_parse (text, &cause);
  if (*condition != NULL && hf_condition_check (*condition, steps, plan->steps->len,
                                                (const char *const *) plan->choices, &cause))
    return TRUE;
  return fail_with (file, group, key, cause, error);
}

static gboolean
read_ways (HfDataFile *file, const char *group, const char *key, HfWays *ways, GError **error)
{
  g_autofree char *text = hf_data_file_dup_string (file, group, key);
  GError *cause = NULL;

  if (text == NULL || hf_ways_parse (text, ways, &cause))
    return TRUE;
  return fail_with (file, group, key, cause, error);
}

/* By whom and how: `Ways`, `InsteadIf` with `InsteadWays`, or `Task`. */
static gboolean
read_who (HfDataFile *file, const char *group, const HfPlan *plan, HfPlanItem *item, GError **error)
{
  g_autofree char *task = hf_data_file_dup_string (file, group, "Task");
  GError *cause = NULL;

  if (!read_ways (file, group, "Ways", &item->ways, error) ||
      !read_condition (file, group, "InsteadIf", plan, &item->instead_if, error) ||
      !read_ways (file, group, "InsteadWays", &item->instead_ways, error))
    return FALSE;
  if (task != NULL && !hf_roles_parse (task, &item->task_roles, &cause))
    return fail_with (file, group, "Task", cause, error);
  if ((item->ways.n_ways > 0) == (task != NULL))
    return hf_data_file_fail (file, group, "Ways",
                              _ ("Say by whom and how: either Ways, for example “phone:agent”, "
                                 "or Task for work within the branch."),
                              error);
  if ((item->instead_if != NULL) != (item->instead_ways.n_ways > 0))
    return hf_data_file_fail (file, group, "InsteadIf",
                              _ ("InsteadIf and InsteadWays belong together."), error);
  return TRUE;
}

static HfPlanItem *
parse_common (
    HfDataFile *file, const char *group, int key, const HfPlan *plan, HfKind kind, GError **error)
{
  g_autoptr (HfPlanItem) item = g_new0 (HfPlanItem, 1);
  int word = (int) kind;

  item->key = key;
  item->title = hf_data_file_dup_text (file, group, "Title");
  item->purpose = hf_data_file_dup_text (file, group, "Purpose");
  item->checklist = hf_data_file_dup_text_list (file, group, "Checklist");
  if (item->title == NULL || *item->title == '\0')
    {
      hf_data_file_fail (file, group, "Title", _ ("This key is missing: a few words."), error);
      return NULL;
    }
  if (item->purpose == NULL)
    item->purpose = g_strdup ("");
  if (!hf_data_file_read_word (file, group, "Kind", HF_DOMAIN_KIND, &word, error) ||
      !read_condition (file, group, "OnlyIf", plan, &item->only_if, error) ||
      !read_who (file, group, plan, item, error))
    return NULL;
  item->kind = (HfKind) word;
  return g_steal_pointer (&item);
}

static gboolean
read_anchor (
    HfDataFile *file, const char *group, const HfPlan *plan, HfPlanItem *item, GError **error)
{
  g_autofree char *word = hf_data_file_dup_string (file, group, "Anchor");
  gint64 number;

  if (word == NULL || strcmp (word, "trigger") == 0)
    return TRUE;
  if (plan->steps->len == 0)
    return hf_data_file_fail (file, group, "Anchor",
                              _ ("The first step can only count from “trigger”."), error);
  item->anchor = HF_ANCHOR_PREVIOUS;
  if (strcmp (word, "previous") == 0)
    return TRUE;
  item->anchor = HF_ANCHOR_STEP;
  if (g_str_has_prefix (word, "step ") &&
      g_ascii_string_to_signed (word + 5, 10, 1, item->key - 1, &number, NULL) &&
      hf_plan_find_item (plan, (int) number) != NULL)
    {
      item->anchor_step = (int) number;
      return TRUE;
    }
  return hf_data_file_fail (file, group, "Anchor",
                            _ ("Write “trigger”, “previous” or “step N” with an earlier step."),
                            error);
}

/**
 * hf_plan_item_parse_step:
 * @number: the step's, from 1
 * @plan: with the steps before it
 * @kind: when the file names none
 *
 * Returns: (transfer full): %NULL with %HF_ERROR_PLAN
 */
HfPlanItem *
hf_plan_item_parse_step (HfDataFile *file,
                         const char *group,
                         int number,
                         const HfPlan *plan,
                         HfKind kind,
                         GError **error)
{
  g_autoptr (HfPlanItem) item = parse_common (file, group, number, plan, kind, error);

  if (item == NULL || !read_anchor (file, group, plan, item, error) ||
      !read_required_number (file, group, "Offset", MAX_DAYS, &item->offset, error) ||
      !read_either (file, group, "Due", "on", "within", &item->within, error))
    return NULL;
  return g_steal_pointer (&item);
}

/* `7 days`, `1 month` … */
static gboolean
read_every (HfDataFile *file, const char *group, HfPlanItem *item, GError **error)
{
  g_autofree char *text = hf_data_file_dup_string (file, group, "Every");
  g_auto (GStrv) words = NULL;
  gint64 number;

  if (text == NULL)
    return TRUE;
  words = g_strsplit (text, " ", 2);
  if (words[1] != NULL && g_ascii_string_to_signed (words[0], 10, 1, MAX_DAYS, &number, NULL))
    {
      g_autofree char *unit = g_strdup (g_strstrip (words[1]));

      item->interval = (int) number;
      if (strcmp (unit, "day") == 0 || strcmp (unit, "days") == 0)
        item->rhythm = HF_RHYTHM_DAYS;
      else if ((strcmp (unit, "month") == 0 || strcmp (unit, "months") == 0) &&
               number <= MAX_MONTHS)
        item->rhythm = HF_RHYTHM_MONTHS;
    }
  return item->rhythm != HF_RHYTHM_NONE ||
         hf_data_file_fail (file, group, "Every", _ ("Write for example “7 days” or “2 months”."),
                            error);
}

/* `2` or `2..5`, and `Usual` between them. */
static gboolean
read_quota (HfDataFile *file, const char *group, HfPlanItem *item, GError **error)
{
  g_autofree char *text = hf_data_file_dup_string (file, group, "PerMonth");
  g_auto (GStrv) ends = NULL;
  gint64 least = 0;
  gint64 most = 0;

  if (text == NULL)
    return TRUE;
  ends = g_strsplit (text, "..", 2);
  if (!g_ascii_string_to_signed (ends[0], 10, 1, MAX_PER_MONTH, &least, NULL) ||
      !g_ascii_string_to_signed (ends[1] != NULL ? ends[1] : ends[0], 10, least, MAX_PER_MONTH,
                                 &most, NULL))
    return hf_data_file_fail (file, group, "PerMonth",
                              _ ("Write for example “2” or “2..5”, no more than 9."), error);
  item->rhythm = HF_RHYTHM_PER_MONTH;
  item->least = item->usual = (int) least;
  item->most = (int) most;
  return read_number (file, group, "Usual", item->least, item->most, &item->usual, error) &&
         read_either (file, group, "Counts", "customer", "household", &item->for_household, error);
}

static gboolean
read_rhythm (HfDataFile *file, const char *group, HfPlanItem *item, GError **error)
{
  int rhythms = hf_data_file_has (file, group, "Every") +
                hf_data_file_has (file, group, "PerMonth") +
                hf_data_file_has (file, group, "AfterMark");

  if (rhythms != 1)
    return hf_data_file_fail (file, group, NULL,
                              _ ("Give exactly one of Every, PerMonth and AfterMark."), error);
  if (!read_every (file, group, item, error) || !read_quota (file, group, item, error))
    return FALSE;
  if (item->rhythm == HF_RHYTHM_DAYS)
    return read_number (file, group, "Jitter", 0, item->interval - 1, &item->jitter, error);
  if (item->rhythm == HF_RHYTHM_MONTHS)
    return read_number (file, group, "Jitter", 0, 14, &item->jitter, error);
  if (item->rhythm == HF_RHYTHM_PER_MONTH)
    return TRUE;
  item->rhythm = HF_RHYTHM_MARK;
  item->marks = hf_data_file_dup_list (file, group, "AfterMark");
  item->within = TRUE;
  return read_required_number (file, group, "Offset", MAX_DAYS, &item->offset, error);
}

/**
 * hf_plan_item_parse_routine:
 * @number: the routine's, from 1
 * @plan: with all of its steps
 * @kind: when the file names none
 *
 * Returns: (transfer full): %NULL with %HF_ERROR_PLAN
 */
HfPlanItem *
hf_plan_item_parse_routine (HfDataFile *file,
                            const char *group,
                            int number,
                            const HfPlan *plan,
                            HfKind kind,
                            GError **error)
{
  g_autoptr (HfPlanItem) item =
      parse_common (file, group, HF_STEP_KEY_ROUTINE + number, plan, kind, error);

  if (item == NULL || !read_rhythm (file, group, item, error) ||
      !read_either (file, group, "Starts", "after-steps", "at-once", &item->at_once, error))
    return NULL;
  if (item->ways.n_ways > 0)
    return g_steal_pointer (&item);
  hf_data_file_fail (file, group, "Ways", _ ("A routine needs Ways."), error);
  return NULL;
}
