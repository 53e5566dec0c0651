/* hf-sample-course.c: what invented customers bought, and how they were looked after
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-office.h"
#include "hf-plans.h"
#include "hf-purchase.h"
#include "hf-sample-private.h"

/* Nobody looks back upon more: the plans of years ago show nothing new. */
#define MOST_COURSES (6)

/* A plan that is followed since a purchase. */
typedef struct
{
  HfPlan *plan;
  gint64 plan_id;
  gint64 enrolment;
  HfDay anchor;
  HfDay last;        /* when the last contact was */
  int n_phone;       /* how many of the contacts so far were calls */
  gboolean is_going; /* the last course: what comes now is the engine's */
  HfDay stops;       /* from this day nobody kept the steps */
} Course;

HfMinute
hf_sample_pick_time (HfSample *sample, HfDay day, HfChannel channel)
{
  int hour = channel == HF_CHANNEL_HOME ? 9 * 60 : 11 * 60 + 30;

  return hf_minute_new (day, hour + hf_sample_between (sample, 0, 110));
}

/* VISIT-4: what a call costs. */
static gint64
get_cost (HfChannel channel, int minutes)
{
  return channel == HF_CHANNEL_PHONE ? minutes * 40 : 0;
}

/**
 * hf_sample_add_visit:
 *
 * A contact or a try of the past.
 */
gboolean
hf_sample_add_visit (HfSample *sample,
                     HfSampleCustomer *customer,
                     const HfSampleVisit *visit,
                     GError **error)
{
  static const char *const effects[] = { "better", "better", "same", "same", "worse", NULL };
  gboolean reached = visit->outcome == HF_OUTCOME_REACHED;
  gboolean home = visit->channel == HF_CHANNEL_HOME;
  int minutes = reached ? hf_sample_between (sample, home ? 25 : 2, home ? 75 : 12) : 0;
  const char *effect = reached ? effects[hf_sample_between (sample, 0, 5)] : NULL;
  gint64 satisfaction =
      reached && hf_sample_chance (sample, 60) ? hf_sample_between (sample, 3, 5) : HF_DAY_NONE;
  gint64 id = hf_db_new_id (sample->db);

  sample->result->visits++;
  if (reached && visit->at >= customer->visited_at)
    {
      customer->visit = id;
      customer->visited_at = visit->at;
    }
  return hf_db_run (sample->db, HF_QUERY_VISIT_INSERT, error, "llrslldsssdddil", id, customer->id,
                    visit->staff, hf_domain_get_nick (HF_DOMAIN_CHANNEL, (int) visit->channel),
                    visit->at, hf_office_ms (sample->zone, visit->at), (gint64) minutes,
                    hf_domain_get_nick (HF_DOMAIN_OUTCOME, (int) visit->outcome),
                    reached && hf_sample_chance (sample, 50) ? hf_sample_pick_note (sample) : "",
                    effect, HF_DAY_NONE, satisfaction, HF_DAY_NONE, 0,
                    get_cost (visit->channel, minutes));
}

static gboolean
add_purchase (HfSample *sample, HfSampleCustomer *customer, HfDay day, GError **error)
{
  int first = customer->infant ? HF_SAMPLE_N_PRODUCTS : 0;
  int n = customer->infant ? HF_SAMPLE_N_MILKS : HF_SAMPLE_N_PRODUCTS;
  HfPurchaseLine line = { sample->products[first + hf_sample_between (sample, 0, n - 1)],
                          hf_sample_between (sample, 1, 3), -1, "", HF_DAY_NONE };
  gint64 id = hf_db_new_id (sample->db);
  g_autofree char *order = g_strdup_printf ("YB%" G_GINT64_FORMAT, sample->result->purchases + 1);

  line.expires_on = day + hf_sample_between (sample, 400, 700);
  sample->result->purchases++;
  customer->purchase = id;
  customer->product = line.product_id;
  customer->bought_on = day;
  if (!hf_db_run (sample->db, HF_QUERY_PURCHASE_INSERT, error, "lldddssssrldldssss", id,
                  customer->id, day, MIN (day + hf_sample_between (sample, 0, 2), sample->today),
                  HF_DAY_NONE, "", order, "", "", (gint64) 0, (gint64) 0, HF_DAY_NONE, (gint64) 0,
                  HF_DAY_NONE, "", "", "phone", NULL))
    return FALSE;
  /* The line's id is the next one. */
  customer->line = id + 1;
  return hf_purchase_insert_line (sample->db, id, &line, error);
}

static HfChannel
choose_channel (HfSample *sample, const Course *course, const HfPlanItem *item)
{
  HfSet channels = hf_ways_get_channels (&item->ways);

  if (!HF_SET_HAS (channels, HF_CHANNEL_HOME))
    return HF_CHANNEL_PHONE;
  if (course->plan->trigger == HF_TRIGGER_PURCHASE && item->instead_if != NULL &&
      course->n_phone >= 2)
    return HF_CHANNEL_HOME;
  return hf_sample_chance (sample, item->ways.ways[0].channel == HF_CHANNEL_HOME ? 55 : 10)
             ? HF_CHANNEL_HOME
             : HF_CHANNEL_PHONE;
}

/* Whom the step asks for by that channel. */
static gint64
choose_staff (HfSample *sample,
              const HfSampleCustomer *customer,
              const HfPlanItem *item,
              HfChannel channel)
{
  for (guint i = 0; i < item->ways.n_ways; i++)
    if (item->ways.ways[i].channel == channel)
      return HF_SET_HAS (item->ways.ways[i].roles, HF_ROLE_EXPERT)
                 ? hf_sample_pick_id (sample, sample->experts)
                 : customer->owner;
  return customer->owner;
}

static gboolean
add_done (HfSample *sample,
          const HfSampleCustomer *customer,
          const Course *course,
          const HfPlanItem *item,
          HfDay due,
          HfMinute done_at,
          GError **error)
{
  g_autofree char *ways = hf_ways_format (&item->ways);
  g_autofree char *channels =
      hf_domain_format_set (HF_DOMAIN_CHANNEL, hf_ways_get_channels (&item->ways));

  return hf_db_run (sample->db, HF_QUERY_SAMPLE_FOLLOW_UP_DONE, error, "llrriiilllssllr",
                    hf_db_new_id (sample->db), customer->id, customer->owner, course->enrolment,
                    item->key, (int) hf_plan_get_n_steps (course->plan), (int) HF_KIND_STEP,
                    hf_minute_new (due, 9 * 60), due, item->within ? course->anchor : due, ways,
                    channels, course->anchor, done_at, customer->visit);
}

/* @due: (out): the day of the step; the day itself says whether it was kept */
static gboolean
keep_step (HfSample *sample,
           HfSampleCustomer *customer,
           Course *course,
           const HfPlanItem *item,
           gboolean *kept,
           GError **error)
{
  HfDay due = (item->anchor == HF_ANCHOR_TRIGGER ? course->anchor : course->last) + item->offset;
  HfChannel channel = choose_channel (sample, course, item);
  HfDay day = MAX (due + (hf_sample_chance (sample, 70) ? 0 : hf_sample_between (sample, 0, 2)),
                   course->last + 1);
  HfSampleVisit visit = { choose_staff (sample, customer, item, channel), channel,
                          HF_OUTCOME_NO_ANSWER, hf_sample_pick_time (sample, day - 1, channel) };

  *kept = day < sample->today && day < course->stops;
  if (!*kept)
    return TRUE;
  if (channel == HF_CHANNEL_PHONE && hf_sample_chance (sample, 12) &&
      !hf_sample_add_visit (sample, customer, &visit, error))
    return FALSE;
  visit.outcome = HF_OUTCOME_REACHED;
  visit.at = hf_sample_pick_time (sample, day, channel);
  course->last = day;
  course->n_phone += channel == HF_CHANNEL_PHONE;
  return hf_sample_add_visit (sample, customer, &visit, error) &&
         add_done (sample, customer, course, item, due, visit.at, error);
}

static gboolean
start_course (
    HfSample *sample, const HfSampleCustomer *customer, Course *course, HfDay ended, GError **error)
{
  const char *state = "running";
  const char *reason = "";

  if (ended != HF_DAY_NONE)
    {
      state = course->is_going ? "stopped" : "ended";
      reason = course->is_going ? "stopped" : "plan-replaced";
    }
  course->enrolment = hf_db_new_id (sample->db);
  return hf_db_run (sample->db, HF_QUERY_SAMPLE_ENROLMENT_INSERT, error, "lllllrsds",
                    course->enrolment, customer->id, course->plan_id, course->anchor,
                    hf_minute_new (course->anchor, 10 * 60), customer->purchase, state, ended,
                    reason);
}

/* Between the steps and today: a contact now and then. */
static gboolean
add_routine (HfSample *sample, HfSampleCustomer *customer, Course *course, GError **error)
{
  HfDay day = course->last + hf_sample_between (sample, 4, 12);

  for (; day < sample->today && day < course->stops; day += hf_sample_between (sample, 6, 14))
    {
      HfChannel channel = hf_sample_chance (sample, 45) ? HF_CHANNEL_HOME : HF_CHANNEL_PHONE;
      HfSampleVisit visit = { customer->owner, channel, HF_OUTCOME_REACHED,
                              hf_sample_pick_time (sample, day, channel) };

      if (!hf_sample_add_visit (sample, customer, &visit, error))
        return FALSE;
    }
  return TRUE;
}

/* @until: when the next one began, or the customer stopped; %HF_DAY_NONE for the one that runs */
static gboolean
add_course (HfSample *sample,
            HfSampleCustomer *customer,
            HfDay bought,
            HfDay until,
            gboolean is_last,
            GError **error)
{
  Course course = { 0 };
  gboolean kept = TRUE;

  course.plan_id = customer->infant ? sample->infant_plan : sample->member_plan;
  course.plan = hf_plans_get (sample->db, course.plan_id, error);
  course.anchor = course.last = bought;
  course.is_going = is_last;
  course.stops = until != HF_DAY_NONE ? until : G_MAXINT32;
  if (until == HF_DAY_NONE && hf_sample_chance (sample, 25))
    course.stops = sample->today - hf_sample_between (sample, 1, 9);
  if (course.plan == NULL || !add_purchase (sample, customer, bought, error) ||
      !start_course (sample, customer, &course, until, error))
    return FALSE;
  for (guint i = 0; kept && i < hf_plan_get_n_steps (course.plan); i++)
    {
      if (!keep_step (sample, customer, &course, hf_plan_get_step (course.plan, i), &kept, error))
        return FALSE;
    }
  return !kept || !is_last || add_routine (sample, customer, &course, error);
}

/**
 * hf_sample_add_courses:
 *
 * Purchases from the day of the card to now, each with its plan's contacts. Four of five are
 * looked after at present; the others stopped a while ago.
 */
gboolean
hf_sample_add_courses (HfSample *sample, HfSampleCustomer *customer, GError **error)
{
  gboolean stopped = hf_sample_chance (sample, 20);
  HfDay days[MOST_COURSES];
  int n = 0;
  HfDay day = sample->today -
              (stopped ? hf_sample_between (sample, 90, 400) : hf_sample_between (sample, 0, 65));
  HfDay end =
      stopped ? MIN (day + hf_sample_between (sample, 20, 60), sample->today - 1) : HF_DAY_NONE;

  for (; n < MOST_COURSES && (n == 0 || day > customer->since);
       day -= hf_sample_between (sample, 75, 240))
    days[n++] = day;
  for (int i = n - 1; i >= 0; i--)
    {
      if (!add_course (sample, customer, days[i], i > 0 ? days[i - 1] : end, i == 0, error))
        return FALSE;
    }
  return hf_db_run (sample->db, HF_QUERY_CUSTOMER_BOUGHT, error, "l", customer->id);
}
