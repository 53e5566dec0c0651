/* hf-enrolment-store.h: customers on care plans
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-purchase.h"

G_BEGIN_DECLS

gboolean
hf_enrolment_choose_plan (HfDb *db, const HfPurchaseDraft *draft, gint64 *plan, GError **error);
gboolean hf_enrolment_start_for_purchase (HfDb *db,
                                          const HfActor *actor,
                                          const HfPurchaseDraft *draft,
                                          gint64 plan,
                                          gint64 purchase,
                                          gint64 *enrolment,
                                          GError **error);
gboolean hf_enrolment_follow_tier (
    HfDb *db, const HfActor *actor, gint64 customer, const char *tier, GError **error);
gboolean hf_enrolment_follow_stage (
    HfDb *db, const HfActor *actor, gint64 customer, const char *stage, GError **error);
gboolean hf_enrolment_end_on (
    HfDb *db, const HfActor *actor, gint64 customer, HfPlanEnd end, GError **error);
gboolean hf_enrolment_start (HfDb *db,
                             const HfActor *actor,
                             gint64 customer,
                             HfTrigger trigger,
                             HfDay anchor,
                             const char *choice,
                             GError **error);
gboolean hf_enrolment_restart (HfDb *db,
                               const HfActor *actor,
                               gint64 customer,
                               HfTrigger trigger,
                               const char *choice,
                               GError **error);
gboolean hf_enrolment_ensure (HfDb *db,
                              const HfActor *actor,
                              gint64 customer,
                              HfTrigger trigger,
                              const char *key,
                              gint64 *enrolment,
                              GError **error);
gboolean hf_enrolment_check_may_follow (HfDb *db, gint64 customer, GError **error);
gboolean hf_enrolment_stop_all (
    HfDb *db, const HfActor *actor, gint64 customer, const char *reason, GError **error);

gboolean hf_command_enrol (HfDb *db,
                           const HfActor *actor,
                           gint64 customer,
                           gint64 plan,
                           HfDay from,
                           GArray **follow_ups,
                           GError **error);

G_END_DECLS
