/* hf-sample-private.h: what the files of the sample share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-customer-draft.h"
#include "hf-plan.h"
#include "hf-sample.h"

G_BEGIN_DECLS

#define HF_SAMPLE_N_PRODUCTS (4)
#define HF_SAMPLE_N_MILKS    (3)
#define HF_SAMPLE_N_OTHERS   (12)

/**
 * HfSample:
 * @today: the last day of the past that is made
 * @products: the branch's, those for infants last
 * @n_cases, @n_since_case: complaints so far that were played through, customers since the last
 * @party: an event that was, @n_ranked: customers so far of whom staff saw something
 * @draft: for one card after the other
 *
 * A sample being made.
 */
typedef struct
{
  HfDb *db;
  const HfActor *actor;
  HfDay today;
  int years;
  GTimeZone *zone;
  GRand *random;
  HfSampleResult *result;
  GArray *agents;
  GArray *experts;
  gint64 manager;
  gint64 products[HF_SAMPLE_N_PRODUCTS + HF_SAMPLE_N_MILKS];
  gint64 member_plan;
  gint64 infant_plan;
  gint64 complaint_number;
  guint n_cases;
  guint n_since_case;
  gint64 party;
  guint n_ranked;
  HfCustomerDraft *draft;
} HfSample;

/**
 * HfSampleCustomer:
 * @since: when the card was made
 * @purchase, @line, @product, @bought_on: the last sale, 0 for none
 * @visit, @visited_at: the last contact reached, 0 for none
 */
typedef struct
{
  gint64 id;
  gint64 owner;
  char *name;
  char *address;
  const char *area;
  gboolean infant;
  HfDay since;
  gint64 purchase;
  gint64 line;
  gint64 product;
  HfDay bought_on;
  gint64 visit;
  HfMinute visited_at;
} HfSampleCustomer;

/* An outcome and what goes with it. */
typedef struct
{
  gint64 staff;
  HfChannel channel;
  HfOutcome outcome;
  HfMinute at;
} HfSampleVisit;

gboolean hf_sample_chance (HfSample *sample, int percent);
int hf_sample_between (HfSample *sample, int least, int most);
gint64 hf_sample_pick_id (HfSample *sample, GArray *ids);
HfMinute hf_sample_pick_time (HfSample *sample, HfDay day, HfChannel channel);

char *hf_sample_dup_name (HfSample *sample, gboolean female);
char *hf_sample_dup_address (HfSample *sample, const char **area);
const char *hf_sample_pick_note (HfSample *sample);
const char *hf_sample_pick_promise (HfSample *sample);
const char *hf_sample_pick_tag (HfSample *sample);
const char *hf_sample_pick_job (HfSample *sample);
const char *hf_sample_pick_hobby (HfSample *sample);
const char *hf_sample_pick_condition (HfSample *sample);
const char *hf_sample_pick_source (HfSample *sample);

gboolean hf_sample_add_staff (HfSample *sample, int customers, GError **error);
gboolean hf_sample_add_products (HfSample *sample, GError **error);
gboolean hf_sample_add_card (HfSample *sample, HfSampleCustomer *customer, GError **error);
gboolean hf_sample_add_visit (HfSample *sample,
                              HfSampleCustomer *customer,
                              const HfSampleVisit *visit,
                              GError **error);
gboolean hf_sample_add_courses (HfSample *sample, HfSampleCustomer *customer, GError **error);
gboolean hf_sample_begin_tiers (HfSample *sample, GError **error);
gboolean
hf_sample_add_tier_facts (HfSample *sample, const HfSampleCustomer *customer, GError **error);
gboolean hf_sample_add_matters (HfSample *sample, HfSampleCustomer *customer, GError **error);
gboolean hf_sample_add_cases (HfSample *sample, HfSampleCustomer *customer, GError **error);
gboolean hf_sample_add_other_case (HfSample *sample,
                                   HfSampleCustomer *customer,
                                   guint index,
                                   GError **error);
gboolean hf_sample_finish_cases (HfSample *sample, GError **error);
gboolean hf_sample_fill_calendar (HfSample *sample, GError **error);
gboolean hf_sample_add_rounds (HfSample *sample, GError **error);

G_END_DECLS
