/* hf-schedule-project.c: what a plan will ask for later (SCHED-1, projected)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-schedule-private.h"

/* No calendar shows more of one customer. */
#define MOST_PROJECTED (1000)

typedef struct
{
  HfPlan *plan;
  HfEnrolment enrolment;
  GArray *steps;    /* HfStepFact */
  GArray *contacts; /* HfContactFact */
} Projection;

static void
projection_init (Projection *p, HfPlan *plan, const HfEnrolment *enrolment)
{
  p->plan = plan;
  p->enrolment = *enrolment;
  p->steps = g_array_new (FALSE, FALSE, sizeof (HfStepFact));
  p->contacts = g_array_new (FALSE, FALSE, sizeof (HfContactFact));
  if (enrolment->n_steps > 0)
    g_array_append_vals (p->steps, enrolment->steps, (guint) enrolment->n_steps);
  if (enrolment->n_contacts > 0)
    g_array_append_vals (p->contacts, enrolment->contacts, (guint) enrolment->n_contacts);
}

static void
projection_clear (Projection *p)
{
  g_array_unref (p->steps);
  g_array_unref (p->contacts);
}

static HfSchedule *
projection_evaluate (Projection *p, HfMinute now)
{
  p->enrolment.steps = (const HfStepFact *) (void *) p->steps->data;
  p->enrolment.n_steps = p->steps->len;
  p->enrolment.contacts = (const HfContactFact *) (void *) p->contacts->data;
  p->enrolment.n_contacts = p->contacts->len;
  return hf_schedule_evaluate (p->plan, &p->enrolment, now);
}

static void
close_due (Projection *p, const HfDueContact *due, HfMinute at, int channel)
{
  HfStepFact fact = { .step = due->step,
                      .occurrence = due->occurrence,
                      .state = HF_FOLLOW_UP_DONE,
                      .original_day = due->original_day,
                      .due_day = due->due_day,
                      .closed_at = at,
                      .channel = channel };

  /* The open one of the same key, if there is one, is older and thus before it. */
  for (guint i = 0; i < p->steps->len; i++)
    {
      HfStepFact *old = &g_array_index (p->steps, HfStepFact, i);

      if (old->step == fact.step && old->occurrence == fact.occurrence)
        {
          *old = fact;
          return;
        }
    }
  g_array_append_val (p->steps, fact);
}

/* The earliest one that may be made at all. */
static const HfDueContact *
find_first (const HfSchedule *schedule)
{
  for (guint i = 0; i < hf_schedule_get_n_due (schedule); i++)
    {
      const HfDueContact *due = hf_schedule_get_due (schedule, i);

      if (!due->blocked)
        return due;
    }
  return NULL;
}

/* Supposes that @first is done by the preferred channel; that serves others too. */
static void
suppose_done (Projection *p, const HfSchedule *schedule, const HfDueContact *first, HfMinute at)
{
  HfWays allowed = hf_ways_filter (&first->ways, first->channels);
  HfContactFact contact = { .at = at };

  close_due (p, first, at, first->preferred);
  if (first->preferred < 0)
    return;
  contact.channel = allowed.ways[0].channel;
  contact.roles = allowed.ways[0].roles;
  g_array_append_val (p->contacts, contact);
  for (guint i = 0; i < hf_schedule_get_n_due (schedule); i++)
    {
      const HfDueContact *other = hf_schedule_get_due (schedule, i);

      if (other != first &&
          hf_schedule_contact_completes (&other->ways, other->due_day, contact.channel,
                                         contact.roles, hf_minute_get_day (at)))
        close_due (p, other, at, (int) contact.channel);
    }
}

static gboolean
is_listed (const HfSchedule *result, const HfDueContact *due)
{
  for (guint i = 0; i < result->due->len; i++)
    {
      const HfDueContact *other = hf_schedule_get_due (result, i);

      if (other->step == due->step && other->occurrence == due->occurrence)
        return TRUE;
    }
  return FALSE;
}

static void
append_projected (HfSchedule *result, const HfDueContact *due)
{
  HfDueContact copy = *due;

  if (is_listed (result, due))
    return;
  copy.projected = TRUE;
  g_array_append_val (result->due, copy);
}

/**
 * hf_schedule_project:
 * @until: the last day to show
 *
 * What hf_schedule_evaluate() gives, and after it what will come up to @until when
 * everything is done on its day, what is overdue today: marked as projected.
 * Conditions that depend on what is not known yet count as not so.
 *
 * Returns: (transfer full): borrows from @plan
 */
HfSchedule *
hf_schedule_project (HfPlan *plan, const HfEnrolment *enrolment, HfMinute now, HfDay until)
{
  HfSchedule *result;
  Projection p;
  HfMinute at = now;

  g_return_val_if_fail (plan != NULL && enrolment != NULL, NULL);

  projection_init (&p, plan, enrolment);
  result = projection_evaluate (&p, now);
  for (guint i = 0; i < MOST_PROJECTED; i++)
    {
      g_autoptr (HfSchedule) schedule = projection_evaluate (&p, now);
      const HfDueContact *first = find_first (schedule);

      if (first == NULL || first->due_day > until)
        break;
      append_projected (result, first);
      at = MAX (at, first->due_at);
      suppose_done (&p, schedule, first, at);
    }
  projection_clear (&p);
  return result;
}
