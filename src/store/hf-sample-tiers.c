/* hf-sample-tiers.c: what lets invented customers stand in different tiers (TIER-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-db-private.h"
#include "hf-sample-private.h"

/* Of so many customers in a row one is of tier A. */
#define TURN (25)

/* A gathering some weeks ago, to which those came who come to events. */
#define PARTY_DAYS_AGO (58)

#define N_WON          (3)

/**
 * hf_sample_begin_tiers:
 *
 * The gathering that some of them were at.
 */
gboolean
hf_sample_begin_tiers (HfSample *sample, GError **error)
{
  sample->party = hf_db_new_id (sample->db);
  return hf_db_run (sample->db, HF_QUERY_SAMPLE_EVENT_INSERT, error, "lssslii", sample->party,
                    "gathering", "中秋茶话会", "网点二楼",
                    hf_minute_new (sample->today - PARTY_DAYS_AGO, 14 * 60 + 30), 120, 400);
}

static gboolean
observe (HfSample *sample,
         const HfSampleCustomer *customer,
         const char *fact,
         gint64 staff,
         GError **error)
{
  return hf_db_run (sample->db, HF_QUERY_TIER_FACT_INSERT, error, "llslr",
                    hf_db_new_id (sample->db), customer->id, fact,
                    MAX (customer->since, sample->today - 30), staff);
}

static gboolean
attend (HfSample *sample, const HfSampleCustomer *customer, int guests, GError **error)
{
  return hf_db_run (sample->db, HF_QUERY_INVITATION_INSERT, error, "lllr",
                    hf_db_new_id (sample->db), sample->party, customer->id, customer->owner) &&
         hf_db_run (sample->db, HF_QUERY_INVITATION_SET_REPLY, error, "lls", sample->party,
                    customer->id, "yes") &&
         hf_db_run (sample->db, HF_QUERY_INVITATION_SET_ATTENDED, error, "llii", sample->party,
                    customer->id, 1, guests);
}

/* Somebody whom the customer named has bought since. */
static gboolean
win (HfSample *sample, const HfSampleCustomer *customer, int number, GError **error)
{
  static const char *const people[N_WON] = { "陆阿姨", "方老师", "姜师傅" };
  static const char *const states[] = { "named", "contacted", "purchased" };
  HfDay day = MAX (customer->since, sample->today - 120 + number * 20);
  gint64 id = hf_db_new_id (sample->db);

  if (!hf_db_run (sample->db, HF_QUERY_SAMPLE_REFERRAL_INSERT, error, "llsssssrrl", id,
                  customer->id, people[number], "邻居", "", "introduced", "purchased",
                  customer->owner, (gint64) 0, day))
    return FALSE;
  sample->result->referrals++;
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (!hf_db_run (sample->db, HF_QUERY_SAMPLE_REFERRAL_MOVE, error, "lllsr",
                    hf_db_new_id (sample->db), id, MIN (day + i * 4, sample->today), states[i],
                    customer->owner))
      return FALSE;
  return TRUE;
}

/* From 5 for tier A to 1 for tier E; 0 for those who have only bought. The higher, the fewer. */
static int
choose_rank (guint number)
{
  static const int first[] = { 18, 10, 6, 3, 1 };
  guint place = number % TURN;
  int rank = 0;

  while (rank < (int) G_N_ELEMENTS (first) && place < (guint) first[rank])
    rank++;
  return rank;
}

/**
 * hf_sample_add_tier_facts:
 *
 * What staff saw of a customer who buys, in turn rather than by chance: one sample has the same
 * people as another of its seed.
 */
gboolean
hf_sample_add_tier_facts (HfSample *sample, const HfSampleCustomer *customer, GError **error)
{
  int rank = choose_rank (sample->n_ranked++);
  int won = rank == 5 ? N_WON : rank == 4 ? 1 : 0;

  if ((rank >= 1 && !observe (sample, customer, "knows-company", customer->owner, error)) ||
      (rank >= 2 && !observe (sample, customer, "encourages-others", customer->owner, error)) ||
      (rank >= 2 && customer->since < sample->today - PARTY_DAYS_AGO &&
       !attend (sample, customer, rank >= 3 ? 1 + rank % 2 : 0, error)))
    return FALSE;
  for (int i = 0; i < won; i++)
    if (!win (sample, customer, i, error))
      return FALSE;
  return rank < 5 || observe (sample, customer, "confirmed", sample->manager, error);
}
