/* hf-adverse.h: adverse reactions, written (VISIT-3, COMP-6)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/* In the order of the words that the database keeps: mild, moderate, severe. */
typedef enum
{
  HF_SEVERITY_MILD,
  HF_SEVERITY_MODERATE,
  HF_SEVERITY_SEVERE,
} HfSeverity;

/**
 * HfAdverseDraft:
 * @symptoms: what the customer feels, in their words
 * @dose: how much had been taken; may be empty
 * @onset: since when, %HF_DAY_NONE
 */
typedef struct
{
  const char *symptoms;
  const char *dose;
  HfDay onset;
  HfSeverity severity;
} HfAdverseDraft;

/**
 * HfAdverseOpening:
 * @product_id, @batch: (nullable): 0 and %NULL for what the card knows
 * @visit_id, @complaint_id: what it was heard of at, 0 for none
 */
typedef struct
{
  gint64 customer_id;
  gint64 product_id;
  const char *batch;
  gint64 visit_id;
  gint64 complaint_id;
} HfAdverseOpening;

/**
 * HfAdverse:
 * @product: (nullable): @batch: may be empty
 * @onset: %HF_DAY_NONE; @closed_at: %HF_MINUTE_NONE while it is open
 * @known: conditions that were on the card when it began
 * @expert_due: by when an expert has to answer, %HF_MINUTE_NONE
 * @expert_answered: when one did, %HF_MINUTE_NONE
 * @owner, @staff: (nullable): who looks after the customer, who recorded it
 *
 * Health data (CARD-3): symptoms, dose, known and outcome never leave the case itself.
 */
typedef struct
{
  gint64 id;
  gint64 customer_id;
  char *customer;
  gint64 owner_id;
  char *owner;
  gint64 product_id;
  char *product;
  char *batch;
  HfMinute opened_at;
  char *staff;
  char *dose;
  HfDay onset;
  char *symptoms;
  HfSeverity severity;
  char *known;
  char *outcome;
  HfMinute closed_at;
  gint64 complaint_id;
  HfMinute expert_due;
  HfMinute expert_answered;
} HfAdverse;

/* DASH-3: of one product and batch. @product: may be empty */
typedef struct
{
  char *product;
  char *batch;
  int cases;
  int severe;
  int open;
  HfDay first;
  HfDay last;
} HfAdverseCount;

const char *hf_adverse_get_first_action (HfSeverity severity);
const char *hf_severity_get_label (HfSeverity severity);
const char *hf_severity_get_nick (HfSeverity severity);

HfAdverse *hf_adverse_load (HfDb *db, gint64 id, GError **error);
gint64 hf_adverse_find_expert_call (HfDb *db, gint64 id);
void hf_adverse_free (HfAdverse *adverse);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfAdverse, hf_adverse_free)
GArray *hf_adverse_dup_ids (HfDb *db, gint64 agent, gint64 owner, int limit, GError **error);
GArray *hf_adverse_dup_report (HfDb *db, const HfActor *actor, GError **error);

gboolean hf_adverse_insert (HfDb *db,
                            const HfActor *actor,
                            const HfAdverseOpening *opening,
                            gint64 owner,
                            gint64 *id,
                            GError **error);
gboolean hf_command_open_adverse (HfDb *db,
                                  const HfActor *actor,
                                  const HfAdverseOpening *opening,
                                  const HfAdverseDraft *draft,
                                  gint64 *id,
                                  GError **error);
gboolean hf_command_close_adverse (
    HfDb *db, const HfActor *actor, gint64 id, const char *outcome, GError **error);
gboolean hf_command_describe_adverse (HfDb *db,
                                      const HfActor *actor,
                                      gint64 customer,
                                      gint64 which,
                                      const HfAdverseDraft *draft,
                                      GError **error);

G_END_DECLS
