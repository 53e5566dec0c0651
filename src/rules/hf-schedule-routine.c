/* hf-schedule-routine.c: the next contact of a routine
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-schedule-private.h"

/* Contacts of a quota keep at least so many days between them, else the month's
 * remaining ones are let go: care, not pressure. */
#define LEAST_GAP (4)

/* The days of the shortest month, in which every quota finds its place. */
#define SHORTEST_MONTH (28)

static gboolean
contact_counts (const HfPlanItem *item, const HfContactFact *contact)
{
  return (!contact->household || item->for_household) &&
         HF_SET_HAS (hf_ways_get_channels (&item->ways), contact->channel);
}

/* A follow-up of this routine that was done by another channel, such as a call
 * that a visit made needless, was a contact as well. */
static gboolean
fact_counts (const HfPlanItem *item, const HfStepFact *fact)
{
  return fact->step == item->key && fact->state == HF_FOLLOW_UP_DONE &&
         fact->closed_at != HF_MINUTE_NONE;
}

/* The days of the contacts that count for @item: ascending, each once. */
static GArray *
create_contact_days (const HfScheduling *s, const HfPlanItem *item)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (HfDay));
  gsize total = s->enrolment->n_contacts + s->enrolment->n_steps;

  for (gsize i = 0; i < total; i++)
    {
      HfDay day;
      guint at = 0;

      if (i < s->enrolment->n_contacts)
        {
          if (!contact_counts (item, &s->enrolment->contacts[i]))
            continue;
          day = hf_minute_get_day (s->enrolment->contacts[i].at);
        }
      else
        {
          const HfStepFact *fact = &s->enrolment->steps[i - s->enrolment->n_contacts];

          if (!fact_counts (item, fact))
            continue;
          day = hf_minute_get_day (fact->closed_at);
        }
      while (at < days->len && g_array_index (days, HfDay, at) < day)
        at++;
      if (at == days->len || g_array_index (days, HfDay, at) != day)
        g_array_insert_val (days, at, day);
    }
  return days;
}

static HfDay
get_last (GArray *days)
{
  return days->len > 0 ? g_array_index (days, HfDay, days->len - 1) : HF_DAY_NONE;
}

/* The last of the routine's follow-ups that is no longer open; 0 for none. */
static int
get_last_occurrence (const HfScheduling *s, const HfPlanItem *item, HfDay *skipped_on)
{
  int last = 0;

  *skipped_on = HF_DAY_NONE;
  for (gsize i = 0; i < s->enrolment->n_steps; i++)
    {
      const HfStepFact *fact = &s->enrolment->steps[i];

      if (fact->step != item->key || !hf_step_fact_is_closed (fact))
        continue;
      last = MAX (last, fact->occurrence);
      if (fact->state == HF_FOLLOW_UP_SKIPPED && fact->closed_at != HF_MINUTE_NONE)
        *skipped_on = MAX (*skipped_on, hf_minute_get_day (fact->closed_at));
    }
  return last;
}

static HfDay
get_start (const HfScheduling *s, const HfPlanItem *item)
{
  return item->at_once ? s->enrolment->anchor : s->routine_start;
}

/* The same number for the same customer and occurrence, and nobody can tell why. */
static guint
scatter (guint64 seed, guint64 salt, guint range)
{
  guint64 x = seed + salt * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (guint) ((x ^ (x >> 31)) % range);
}

static HfDay
add_interval (const HfPlanItem *item, HfDay day)
{
  return item->rhythm == HF_RHYTHM_MONTHS ? hf_day_add_months (day, item->interval)
                                          : day + item->interval;
}

/* A contact from before the enrolment counts as well, unless it lies so far back that the next one
 * would have been due before the plan began: then the plan's first day counts. */
static HfDay
get_cadence_base (const HfScheduling *s, const HfPlanItem *item, HfDay last)
{
  HfDay start = get_start (s, item);

  if (last == HF_DAY_NONE || last >= start)
    return MAX (last, start);
  return start == s->enrolment->anchor && add_interval (item, last) > start ? last : start;
}

/* SCHED-9: one interval after the last contact reached by that channel. */
static void
find_cadence (const HfScheduling *s, const HfPlanItem *item, HfDueContact *due)
{
  g_autoptr (GArray) days = create_contact_days (s, item);
  HfDay skipped_on;
  HfDay day;

  due->occurrence = get_last_occurrence (s, item, &skipped_on) + 1;
  due->anchor_day = get_cadence_base (s, item, MAX (get_last (days), skipped_on));
  day = add_interval (item, due->anchor_day);
  if (item->jitter > 0)
    day += (HfDay) scatter (s->enrolment->seed, (guint64) due->occurrence,
                            (guint) item->jitter * 2 + 1) -
           item->jitter;
  due->original_day = day;
}

typedef struct
{
  int number; /* months since year 0 */
  HfDay first;
  HfDay last;
} Month;

static Month
get_month (int number)
{
  HfDay first = hf_day_from_ymd (number / 12, number % 12 + 1, 1);

  return (Month){ number, first, hf_day_add_months (first, 1) - 1 };
}

static Month
get_month_of (HfDay day)
{
  int y, m;

  hf_day_to_ymd (day, &y, &m, NULL);
  return get_month (y * 12 + m - 1);
}

static int
get_quota (const HfScheduling *s, const HfPlanItem *item)
{
  return s->enrolment->per_month > 0 ? CLAMP (s->enrolment->per_month, item->least, item->most)
                                     : item->usual;
}

static HfDay
get_slot_start (Month month, int quota, int slot)
{
  return month.first + (month.last - month.first + 1) * slot / quota;
}

/* The month falls into as many parts as there are contacts. In each part a contact
 * has the same place, which differs from customer to customer, so that the load of
 * a day stays even, and from routine to routine, so that visits and calls alternate. */
static HfDay
get_slot_day (const HfScheduling *s, const HfPlanItem *item, Month month, int quota, int slot)
{
  guint width = (guint) (SHORTEST_MONTH / quota);
  guint n_routines = hf_plan_get_n_routines (s->plan);
  guint place = scatter (s->enrolment->seed, 0, width);
  guint shift = (guint) (item->key - HF_STEP_KEY_ROUTINE - 1) * width / n_routines;

  return get_slot_start (month, quota, slot) + (place + shift) % width;
}

static int
count_in_month (GArray *days, Month month)
{
  int count = 0;

  for (guint i = 0; i < days->len; i++)
    {
      HfDay day = g_array_index (days, HfDay, i);

      count += day >= month.first && day <= month.last;
    }
  return count;
}

/* How many of the month's contacts are behind us: made, closed, or before the start. */
static int
count_passed (const HfScheduling *s, const HfPlanItem *item, GArray *days, Month month, int quota)
{
  HfDay start = get_start (s, item);
  HfDay skipped_on;
  int last = get_last_occurrence (s, item, &skipped_on);
  int passed = count_in_month (days, month);
  int before = 0;

  while (before < quota && get_slot_day (s, item, month, quota, before) <= start)
    before++;
  if (last / 10 == month.number)
    passed = MAX (passed, last % 10);
  return MAX (passed, before);
}

/* PLAN-1, PLAN-2: so many contacts in each calendar month. What a month lacked when
 * it ended is not owed twice: the one that is overdue stands for it. */
static void
find_quota (const HfScheduling *s, const HfPlanItem *item, HfDueContact *due)
{
  g_autoptr (GArray) days = create_contact_days (s, item);
  int quota = get_quota (s, item);
  HfDay last = get_last (days);
  HfDay base = MAX (get_start (s, item), last);
  HfDay skipped_on;
  int last_month = get_last_occurrence (s, item, &skipped_on) / 10;
  Month month = get_month (MAX (get_month_of (base).number, last_month));

  for (;; month = get_month (month.number + 1))
    {
      int slot = count_passed (s, item, days, month, quota);
      HfDay day;

      if (slot >= quota)
        continue;
      day = get_slot_day (s, item, month, quota, slot);
      if (last != HF_DAY_NONE)
        day = MIN (MAX (day, last + SHORTEST_MONTH / quota / 2), month.last);
      if (last != HF_DAY_NONE && day - last < LEAST_GAP)
        continue;
      due->occurrence = month.number * 10 + slot + 1;
      due->anchor_day = month.first;
      due->original_day = day;
      due->window_from = MAX (get_slot_start (month, quota, slot), base + 1);
      due->window_to = month.last;
      return;
    }
}

static gboolean
is_closed (const HfScheduling *s, int step, int occurrence)
{
  for (gsize i = 0; i < s->enrolment->n_steps; i++)
    {
      const HfStepFact *fact = &s->enrolment->steps[i];

      if (fact->step == step && fact->occurrence == occurrence && hf_step_fact_is_closed (fact))
        return TRUE;
    }
  return FALSE;
}

static HfDay
get_last_closing (const HfScheduling *s, int step)
{
  HfDay last = HF_DAY_NONE;

  for (gsize i = 0; i < s->enrolment->n_steps; i++)
    {
      const HfStepFact *fact = &s->enrolment->steps[i];

      if (fact->step == step && hf_step_fact_is_closed (fact) && fact->closed_at != HF_MINUTE_NONE)
        last = MAX (last, hf_minute_get_day (fact->closed_at));
    }
  return last;
}

/* PLAN-7: the earliest happening that no contact has followed yet. */
static gboolean
find_mark (const HfScheduling *s, const HfPlanItem *item, HfDueContact *due)
{
  HfDay from = MAX (s->enrolment->anchor, get_last_closing (s, item->key));
  HfDay found = HF_DAY_NONE;

  for (gsize i = 0; i < s->enrolment->n_marks; i++)
    {
      const HfMarkFact *mark = &s->enrolment->marks[i];

      if (mark->day >= from && (found == HF_DAY_NONE || mark->day < found) &&
          g_strv_contains ((const char *const *) item->marks, mark->name) &&
          !is_closed (s, item->key, (int) mark->day))
        found = mark->day;
    }
  if (found == HF_DAY_NONE)
    return FALSE;
  due->occurrence = (int) found;
  due->anchor_day = found;
  due->original_day = found + item->offset;
  due->window_from = found;
  due->window_to = due->original_day;
  return TRUE;
}

/**
 * hf_scheduling_find_routine:
 * @due: (out):
 *
 * Returns: %FALSE when the routine waits for something that has not happened
 */
gboolean
hf_scheduling_find_routine (const HfScheduling *s, const HfPlanItem *item, HfDueContact *due)
{
  *due = (HfDueContact){ .step = item->key, .item = item };
  if (item->rhythm == HF_RHYTHM_MARK)
    {
      if (!find_mark (s, item, due))
        return FALSE;
    }
  else if (item->rhythm == HF_RHYTHM_PER_MONTH)
    find_quota (s, item, due);
  else
    {
      find_cadence (s, item, due);
      due->window_from = due->window_to = due->original_day;
    }
  hf_scheduling_place (s, due);
  return TRUE;
}
