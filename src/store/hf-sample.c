/* hf-sample.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-sample.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-facts-store.h"
#include "hf-office.h"
#include "hf-sample-private.h"
#include "hf-stage-store.h"

#define CUSTOMERS_A_LOOK (64)
#define MOST_CUSTOMERS   (5000000)
#define MOST_YEARS       (20)

static gboolean
check_options (const HfActor *actor, const HfSampleOptions *options, GError **error)
{
  if (!hf_actor_check_manager (actor, error))
    return FALSE;
  if (options->customers >= 1 && options->customers <= MOST_CUSTOMERS && options->years >= 1 &&
      options->years <= MOST_YEARS)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("A sample has 1 to %d customers over 1 to %d years."), MOST_CUSTOMERS,
               MOST_YEARS);
  return FALSE;
}

static gboolean
look_up (const HfSampleOptions *options, int done, GError **error)
{
  if (options->progress != NULL)
    options->progress ((double) done / options->customers, options->progress_data);
  if (!g_cancellable_is_cancelled (options->cancellable))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _ ("Cancelled. Nothing was changed."));
  return FALSE;
}

/* Three tries without an answer (CARD-9). */
static gboolean
discard (HfSample *sample, HfSampleCustomer *customer, GError **error)
{
  for (int i = 0; i < 3; i++)
    {
      HfDay day = MIN (customer->since + 2 + i, sample->today - 3 + i);
      HfSampleVisit visit = { customer->owner, HF_CHANNEL_PHONE, HF_OUTCOME_NO_ANSWER,
                              hf_sample_pick_time (sample, day, HF_CHANNEL_PHONE) };

      if (!hf_sample_add_visit (sample, customer, &visit, error))
        return FALSE;
    }
  return hf_db_run (sample->db, HF_QUERY_SAMPLE_CARD_DISCARD, error, "l", customer->id);
}

static gboolean
meet_once (HfSample *sample, HfSampleCustomer *customer, GError **error)
{
  HfDay day = MIN (customer->since + hf_sample_between (sample, 1, 5), sample->today - 1);
  HfSampleVisit visit = { customer->owner, HF_CHANNEL_PHONE, HF_OUTCOME_REACHED,
                          hf_sample_pick_time (sample, day, HF_CHANNEL_PHONE) };

  return hf_sample_add_visit (sample, customer, &visit, error) &&
         hf_db_run (sample->db, HF_QUERY_CUSTOMER_CONTACTED, error, "l", customer->id);
}

/* Of a hundred cards 65 buy, 18 were spoken to, 12 are new, 5 were given up. */
static gboolean
add_customer (HfSample *sample, HfSampleCustomer *customer, GError **error)
{
  int fate = hf_sample_between (sample, 0, 99);

  if (!hf_sample_add_card (sample, customer, error))
    return FALSE;
  if (fate < 65)
    return hf_sample_add_courses (sample, customer, error) &&
           hf_sample_add_matters (sample, customer, error) &&
           hf_sample_add_cases (sample, customer, error) &&
           hf_sample_add_tier_facts (sample, customer, error) &&
           hf_facts_refresh (sample->db, sample->actor, customer->id, error) &&
           hf_stage_refresh (sample->db, customer->id, sample->today, error) &&
           hf_engine_update_household (sample->db, sample->actor, customer->id, error);
  if (fate < 83)
    return meet_once (sample, customer, error) &&
           hf_engine_update_household (sample->db, sample->actor, customer->id, error);
  return fate < 95 || discard (sample, customer, error);
}

static gboolean
add_customers (HfSample *sample, const HfSampleOptions *options, GError **error)
{
  HfSampleCustomer customer = { 0 };
  gboolean done = TRUE;

  for (int i = 0; done && i < options->customers; i++)
    done = (i % CUSTOMERS_A_LOOK != 0 || look_up (options, i, error)) &&
           add_customer (sample, &customer, error);
  g_free (customer.name);
  g_free (customer.address);
  return done;
}

static gboolean
find_plan (HfSample *sample, const char *key, gint64 *plan, GError **error)
{
  if (!hf_db_get_int (sample->db, HF_QUERY_PLAN_ACTIVE, plan, error, "s", key))
    return FALSE;
  if (*plan != 0)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_NOT_FOUND,
               _ ("There is no care plan “%s”. “huifangctl plans list” shows them."), key);
  return FALSE;
}

static gboolean
fill (HfSample *sample, const HfSampleOptions *options, GError **error)
{
  return find_plan (sample, "member-28-day", &sample->member_plan, error) &&
         find_plan (sample, "four-level", &sample->infant_plan, error) &&
         hf_db_get_int (sample->db, HF_QUERY_SAMPLE_COMPLAINT_NUMBER, &sample->complaint_number,
                        error, "") &&
         hf_sample_add_staff (sample, options->customers, error) &&
         hf_sample_add_products (sample, error) && hf_sample_begin_tiers (sample, error) &&
         add_customers (sample, options, error) && hf_sample_finish_cases (sample, error) &&
         hf_sample_fill_calendar (sample, error) && hf_sample_add_rounds (sample, error);
}

static gboolean
write_sample (HfSample *sample, const HfSampleOptions *options, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;

  return hf_operation_begin (&operation, sample->db, sample->actor, "sample", error) &&
         fill (sample, options, error) && hf_operation_commit (&operation, NULL, error);
}

/**
 * hf_command_fill_sample:
 * @result: (out caller-allocates): what was made
 *
 * Fills the branch with invented customers and the years behind them, as one operation: what
 * they bought, who called on them when, what is due now. The same seed gives the same people on
 * the same days before "now". For a manager; not for a thread that somebody waits for.
 */
gboolean
hf_command_fill_sample (HfDb *db,
                        const HfActor *actor,
                        const HfSampleOptions *options,
                        HfSampleResult *result,
                        GError **error)
{
  HfSample sample = { .db = db, .actor = actor, .result = result };
  gboolean done;

  *result = (HfSampleResult){ 0 };
  if (!check_options (actor, options, error) || !hf_db_set_wide (db, TRUE, error))
    return FALSE;
  sample.zone = hf_office_dup_zone (db, error);
  sample.today = hf_minute_get_day (actor->now);
  sample.years = options->years;
  sample.random = g_rand_new_with_seed (options->seed);
  sample.agents = g_array_new (FALSE, FALSE, sizeof (gint64));
  sample.experts = g_array_new (FALSE, FALSE, sizeof (gint64));
  sample.draft = hf_customer_draft_new ();
  done = sample.zone != NULL && write_sample (&sample, options, error);
  g_clear_pointer (&sample.zone, g_time_zone_unref);
  g_rand_free (sample.random);
  g_array_unref (sample.agents);
  g_array_unref (sample.experts);
  hf_customer_draft_free (sample.draft);
  hf_db_set_wide (db, FALSE, NULL);
  return done;
}
