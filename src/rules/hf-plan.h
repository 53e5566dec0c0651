/* hf-plan.h: care plans, read from text (DOMAIN §4, docs/care-plans.md)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-condition.h"
#include "hf-way.h"

G_BEGIN_DECLS

typedef enum
{
  HF_ANCHOR_TRIGGER,  /* the day that started the plan */
  HF_ANCHOR_PREVIOUS, /* the day on which the step before was completed */
  HF_ANCHOR_STEP,     /* the day on which a certain step was completed */
} HfAnchor;

typedef enum
{
  HF_RHYTHM_NONE,      /* a step */
  HF_RHYTHM_DAYS,      /* every so many days after the last contact (SCHED-9) */
  HF_RHYTHM_MONTHS,    /* every so many months after the last contact (SCHED-9) */
  HF_RHYTHM_PER_MONTH, /* so many in each calendar month (PLAN-1) */
  HF_RHYTHM_MARK,      /* after each of certain happenings (PLAN-7) */
} HfRhythm;

/**
 * HfPlanItem:
 * @key: the step's number, or 1000 + the routine's number: names it in the database
 * @title: a few words, in the language of the program
 * @purpose: what the contact is for
 * @checklist: what to find out or do
 * @kind: decides on its priority (WORK-2)
 * @only_if: (nullable): when it does not hold there is no such contact
 * @ways: by which channel and by whom; none for a task within the branch
 * @instead_if: (nullable): when it holds @instead_ways count in place of @ways
 * @instead_ways: as @ways
 * @task_roles: for a task within the branch who does it, else 0
 * @anchor: steps: what @offset counts from
 * @anchor_step: with %HF_ANCHOR_STEP that step's number
 * @offset: days; with %HF_RHYTHM_MARK days after the mark
 * @within: due on any day up to @offset, else on that day
 * @rhythm: routines
 * @interval: days or months from one contact to the next
 * @jitter: days by which @interval is made longer or shorter
 * @least: contacts a month at least
 * @usual: contacts a month unless the customer chose otherwise
 * @most: contacts a month at most
 * @for_household: contacts with any member of the household count
 * @at_once: begins with the enrolment, not after the last step
 * @marks: (nullable): the happenings that call for it
 *
 * A step or a routine of a plan.
 */
typedef struct
{
  int key;
  char *title;
  char *purpose;
  GStrv checklist;
  HfKind kind;
  HfCondition *only_if;
  HfWays ways;
  HfCondition *instead_if;
  HfWays instead_ways;
  HfSet task_roles;
  HfAnchor anchor;
  int anchor_step;
  int offset;
  gboolean within;
  HfRhythm rhythm;
  int interval;
  int jitter;
  int least;
  int usual;
  int most;
  gboolean for_household;
  gboolean at_once;
  GStrv marks;
} HfPlanItem;

/**
 * HfPlan:
 * @id: names it in the database
 * @name: in the language of the program
 * @summary: what it is for, may be empty
 * @trigger: what starts it
 * @ends_on: what ends it early, a set of #HfPlanEnd
 * @choices: words between which the enrolment chooses, the first is the default; may be empty
 * @choice_names: as many labels
 * @steps: #HfPlanItem, by number
 * @routines: #HfPlanItem, by number
 *
 * Never changes once it is read; may be shared between threads.
 */
typedef struct
{
  char *id;
  char *name;
  char *summary;
  HfTrigger trigger;
  HfSet ends_on;
  GStrv choices;
  GStrv choice_names;
  GPtrArray *steps;
  GPtrArray *routines;
} HfPlan;

HfPlan *hf_plan_parse (const char *file_name, const char *text, gssize length, GError **error);
HfPlan *hf_plan_new (void);
void hf_plan_unref (HfPlan *plan);
guint hf_plan_get_n_steps (const HfPlan *plan);
const HfPlanItem *hf_plan_get_step (const HfPlan *plan, guint index);
guint hf_plan_get_n_routines (const HfPlan *plan);
const HfPlanItem *hf_plan_get_routine (const HfPlan *plan, guint index);
const HfPlanItem *hf_plan_find_item (const HfPlan *plan, int key);
gboolean hf_plan_ends_on (const HfPlan *plan, HfPlanEnd end);
const char *hf_plan_get_choice (const HfPlan *plan, const char *choice);
void hf_plan_item_free (HfPlanItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfPlan, hf_plan_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfPlanItem, hf_plan_item_free)

G_END_DECLS
