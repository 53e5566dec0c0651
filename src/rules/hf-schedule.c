/* hf-schedule.c: steps, and the moving of due days
 *
 * Everything here is a function of the plan, the facts and "now" (SCHED-7): asked
 * once after a week or every day of it, it gives the same answer (SCHED-6).
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-schedule-private.h"

gboolean
hf_step_fact_is_closed (const HfStepFact *fact)
{
  return fact->state == HF_FOLLOW_UP_DONE || fact->state == HF_FOLLOW_UP_SKIPPED ||
         fact->state == HF_FOLLOW_UP_CANCELLED;
}

static HfDay
closing_day (const HfStepFact *fact)
{
  return fact->closed_at != HF_MINUTE_NONE ? hf_minute_get_day (fact->closed_at) : fact->due_day;
}

/* The closed step with the highest number, or with exactly @number; NULL for none. */
static const HfStepFact *
find_closed_step (const HfEnrolment *enrolment, int number)
{
  const HfStepFact *found = NULL;

  for (gsize i = 0; i < enrolment->n_steps; i++)
    {
      const HfStepFact *fact = &enrolment->steps[i];

      if (fact->step >= HF_STEP_KEY_ROUTINE || !hf_step_fact_is_closed (fact))
        continue;
      if (number > 0 ? fact->step == number : found == NULL || fact->step > found->step)
        found = fact;
    }
  return found;
}

static const HfStepFact *
find_open_fact (const HfEnrolment *enrolment, int step, int occurrence)
{
  for (gsize i = 0; i < enrolment->n_steps; i++)
    {
      const HfStepFact *fact = &enrolment->steps[i];

      if (fact->step == step && fact->occurrence == occurrence && !hf_step_fact_is_closed (fact))
        return fact;
    }
  return NULL;
}

/* A plan that was changed touches future steps only (PLAN-9): what lies before
 * the last closed step is never opened again. */
static gboolean
find_next_step (const HfScheduling *s, guint *index)
{
  const HfStepFact *last = find_closed_step (s->enrolment, 0);

  for (guint i = 0; i < hf_plan_get_n_steps (s->plan); i++)
    {
      const HfPlanItem *item = hf_plan_get_step (s->plan, i);

      if ((last == NULL || item->key > last->step) &&
          hf_condition_holds (item->only_if, s->enrolment, s->choice))
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

static HfDay
get_anchor_day (const HfScheduling *s, const HfPlanItem *item)
{
  const HfStepFact *fact = NULL;

  if (item->anchor == HF_ANCHOR_STEP)
    fact = find_closed_step (s->enrolment, item->anchor_step);
  if (fact == NULL && item->anchor != HF_ANCHOR_TRIGGER)
    fact = find_closed_step (s->enrolment, 0);
  return fact != NULL ? closing_day (fact) : s->enrolment->anchor;
}

/* How many of the first @n steps concern this enrolment at all. */
static guint
count_applicable (const HfScheduling *s, guint n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += hf_condition_holds (hf_plan_get_step (s->plan, i)->only_if, s->enrolment, s->choice)
                 ? 1
                 : 0;
  return count;
}

static void
make_step (const HfScheduling *s, guint index, HfDueContact *due)
{
  const HfPlanItem *item = hf_plan_get_step (s->plan, index);
  HfDay anchor = get_anchor_day (s, item);

  *due = (HfDueContact){ .step = item->key,
                         .item = item,
                         .anchor_day = anchor,
                         .original_day = anchor + item->offset,
                         .window_from = item->within ? anchor : anchor + item->offset,
                         .window_to = anchor + item->offset,
                         .index = count_applicable (s, index + 1),
                         .count = count_applicable (s, hf_plan_get_n_steps (s->plan)) };
  hf_scheduling_place (s, due);
}

/* The conditional ways give way to the ordinary ones when the customer refuses
 * them altogether: a refusal is honoured, whatever the plan wants. */
static HfWays
choose_ways (const HfScheduling *s, const HfPlanItem *item)
{
  if (item->instead_if != NULL && hf_condition_holds (item->instead_if, s->enrolment, s->choice) &&
      (hf_ways_get_channels (&item->instead_ways) & ~s->rules.refused) != 0)
    return item->instead_ways;
  return item->ways;
}

/* SCHED-5: routine care waits while a complaint is open and resumes the day after. */
static void
apply_pauses (const HfScheduling *s, HfDueContact *due)
{
  if (due->kind != HF_KIND_ROUTINE && due->kind != HF_KIND_SALE_WINDOW)
    return;
  for (gsize i = 0; i < s->enrolment->n_pauses; i++)
    {
      HfPause pause = s->enrolment->pauses[i];
      gboolean is_open = pause.to == HF_DAY_NONE || pause.to > s->today;

      if (is_open && pause.from <= s->today)
        due->state = HF_FOLLOW_UP_PAUSED;
      if (is_open || due->original_day < pause.from || due->original_day > pause.to)
        continue;
      due->due_day = MAX (due->due_day, pause.to + 1);
      due->moved = HF_MOVE_PAUSED;
    }
}

static void
move_to_allowed_day (const HfScheduling *s, HfDueContact *due, HfSet channels)
{
  gboolean has_window = due->due_day <= due->window_to;
  HfDay day = hf_contact_rules_move_day (&s->rules, due->due_day,
                                         has_window ? due->window_from : due->due_day,
                                         has_window ? due->window_to : due->due_day, channels);

  due->blocked = day == HF_DAY_NONE;
  if (due->blocked || day == due->due_day)
    return;
  due->moved = hf_contact_rules_explain (&s->rules, due->due_day, channels);
  due->due_day = day;
}

/* What a person chose stays, as long as the plan's own day is the same as then. */
static void
keep_rescheduled_day (const HfScheduling *s, HfDueContact *due)
{
  const HfStepFact *fact = find_open_fact (s->enrolment, due->step, due->occurrence);

  if (fact == NULL || !fact->rescheduled || fact->original_day != due->original_day)
    return;
  due->due_day = fact->due_day;
  due->moved = HF_MOVE_BY_STAFF;
}

/**
 * hf_scheduling_place:
 * @due: (inout): key, occurrence, item, original day and window are set
 *
 * Finds the day and the moment on which it is really due, and by which channels.
 */
void
hf_scheduling_place (const HfScheduling *s, HfDueContact *due)
{
  HfSet wanted;
  HfWays allowed;

  due->kind = due->item->kind;
  due->state = HF_FOLLOW_UP_OPEN;
  due->due_day = due->original_day;
  due->ways = choose_ways (s, due->item);
  due->preferred = -1;
  wanted = hf_ways_get_channels (&due->ways);
  apply_pauses (s, due);
  if (wanted != 0)
    move_to_allowed_day (s, due, wanted);
  keep_rescheduled_day (s, due);
  due->channels = hf_contact_rules_get_channels (&s->rules, due->due_day, wanted);
  if (due->channels == 0)
    due->channels = wanted;
  allowed = hf_ways_filter (&due->ways, due->channels);
  if (allowed.n_ways > 0)
    due->preferred = (int) allowed.ways[0].channel;
  due->due_at = hf_contact_rules_get_reminder (
      &s->rules, due->due_day, due->preferred >= 0 ? (HfChannel) due->preferred : HF_CHANNEL_HOME);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const HfDueContact *x = a;
  const HfDueContact *y = b;

  if (x->due_at != y->due_at)
    return x->due_at < y->due_at ? -1 : 1;
  return x->step - y->step;
}

static void
append_routines (HfScheduling *s, gboolean has_step, HfSchedule *schedule)
{
  for (guint i = 0; i < hf_plan_get_n_routines (s->plan); i++)
    {
      const HfPlanItem *item = hf_plan_get_routine (s->plan, i);
      HfDueContact due;

      if ((has_step && !item->at_once) ||
          !hf_condition_holds (item->only_if, s->enrolment, s->choice))
        continue;
      schedule->ended = FALSE;
      if (hf_scheduling_find_routine (s, item, &due))
        g_array_append_val (schedule->due, due);
    }
}

/**
 * hf_schedule_evaluate:
 * @enrolment: what happened so far
 * @now: civil time of the office
 *
 * The follow-ups of one enrolment that should be open (SCHED-1): the next step and
 * the next contact of each routine. Idempotent (SCHED-6): what is overdue keeps its
 * day. A stored follow-up that is open but not among them is no longer wanted;
 * withdraw it in such a way that @enrolment leaves it out from then on and that it
 * can be opened again, for it may return (a sale window that moves back).
 *
 * Returns: (transfer full): borrows from @plan
 */
HfSchedule *
hf_schedule_evaluate (HfPlan *plan, const HfEnrolment *enrolment, HfMinute now)
{
  HfSchedule *schedule;
  HfScheduling s = { .plan = plan, .enrolment = enrolment };
  const HfStepFact *last;
  gboolean has_step;
  guint index = 0;

  g_return_val_if_fail (plan != NULL && enrolment != NULL, NULL);

  s.choice = hf_plan_get_choice (plan, enrolment->choice);
  s.today = hf_minute_get_day (now);
  hf_contact_rules_init (&s.rules);
  if (enrolment->rules != NULL)
    s.rules = *enrolment->rules;
  last = find_closed_step (enrolment, 0);
  s.routine_start = last != NULL ? closing_day (last) : enrolment->anchor;
  schedule = g_new0 (HfSchedule, 1);
  schedule->due = g_array_new (FALSE, TRUE, sizeof (HfDueContact));
  has_step = find_next_step (&s, &index);
  schedule->ended = !has_step;
  if (has_step)
    {
      g_array_set_size (schedule->due, 1);
      make_step (&s, index, &g_array_index (schedule->due, HfDueContact, 0));
    }
  append_routines (&s, has_step, schedule);
  g_array_sort (schedule->due, compare_due);
  return schedule;
}

void
hf_schedule_free (HfSchedule *schedule)
{
  g_return_if_fail (schedule != NULL);

  g_array_unref (schedule->due);
  g_free (schedule);
}

guint
hf_schedule_get_n_due (const HfSchedule *schedule)
{
  g_return_val_if_fail (schedule != NULL, 0);

  return schedule->due->len;
}

/**
 * hf_schedule_get_due:
 *
 * Returns: (transfer none): the follow-up at @index, earliest first
 */
const HfDueContact *
hf_schedule_get_due (const HfSchedule *schedule, guint index)
{
  g_return_val_if_fail (schedule != NULL && index < schedule->due->len, NULL);

  return &g_array_index (schedule->due, HfDueContact, index);
}

/**
 * hf_schedule_contact_completes:
 * @ways: of the open follow-up, whatever it comes from
 * @due_day: of the follow-up
 * @channel: of the contact, whose outcome was *reached*
 * @roles: of the staff who took part; 0 counts as an agent
 * @day: of the contact
 *
 * Whether a contact completes an open follow-up of that customer (SCHED-3).
 */
gboolean
hf_schedule_contact_completes (
    const HfWays *ways, HfDay due_day, HfChannel channel, HfSet roles, HfDay day)
{
  g_return_val_if_fail (ways != NULL, FALSE);

  return due_day <= day + HF_SERVE_DAYS_AHEAD && hf_ways_are_satisfied (ways, channel, roles);
}
