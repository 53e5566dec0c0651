/* hf-delivery-plan.h: which reminders ring now, and when to look again
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"
#include "hf-domain.h"

G_BEGIN_DECLS

/**
 * HfDeliveryState:
 * @HF_DELIVERY_NONE: never delivered
 * @HF_DELIVERY_CLAIMED: a process that runs is about to show it
 * @HF_DELIVERY_ABANDONED: a process that runs no more was about to show it
 * @HF_DELIVERY_SHOWN: on the screen, as far as is known
 * @HF_DELIVERY_CLOSED: answered by the person, or withdrawn
 * @HF_DELIVERY_FAILED: it could not be shown and the claim was given back
 *
 * What became of the last delivery of a reminder.
 */
typedef enum
{
  HF_DELIVERY_NONE,
  HF_DELIVERY_CLAIMED,
  HF_DELIVERY_ABANDONED,
  HF_DELIVERY_SHOWN,
  HF_DELIVERY_CLOSED,
  HF_DELIVERY_FAILED,
} HfDeliveryState;

/**
 * HfDelivery:
 * @id: of what it reminds of
 * @kind: for the order (WORK-2)
 * @due: when it is to ring, as things stand now: the end of a snooze if there is one;
 *   %HF_MINUTE_NONE when nothing is to be done any more
 * @state: of the last delivery
 * @delivered_for: the @due that this delivery was for; another one rings anew
 * @at: since when it is claimed or has failed; otherwise of no meaning
 *
 * One reminder as it stands in the database.
 */
typedef struct
{
  gint64 id;
  HfKind kind;
  HfMinute due;
  HfDeliveryState state;
  HfMinute delivered_for;
  HfMinute at;
} HfDelivery;

/**
 * HfDeliveryRules:
 * @quiet_from: minute of the day, 0 to 1439, at which nothing rings any more
 * @quiet_until: minute of the day at which it may ring again; the same as @quiet_from:
 *   there are no quiet hours
 * @max_single: so many at once are shown one by one
 * @late_after: minutes after which a reminder did not ring on time, because the PC was
 *   off or asleep, hours were quiet or there was no server
 * @claim_lasts: minutes after which whoever claimed it must be stuck
 * @retry_after: minutes after which what failed is tried again
 */
typedef struct
{
  int quiet_from;
  int quiet_until;
  guint max_single;
  int late_after;
  int claim_lasts;
  int retry_after;
} HfDeliveryRules;

extern const HfDeliveryRules hf_delivery_rules_default;

/**
 * HfDeliveryPlan:
 * @single: (element-type gint64): ids to show, one notification each, in WORK-2's order
 * @gathered: (element-type gint64): ids to show as one summary, in WORK-2's order; empty,
 *   or at least two
 * @withdraw: (element-type gint64): ids whose notification says what is no longer true
 * @next_wake: when to look again if nothing else happens; at the latest the next midnight
 */
typedef struct
{
  GArray *single;
  GArray *gathered;
  GArray *withdraw;
  HfMinute next_wake;
} HfDeliveryPlan;

HfDeliveryPlan *hf_delivery_plan_new (const HfDelivery *deliveries,
                                      gsize n_deliveries,
                                      const HfDeliveryRules *rules,
                                      HfMinute now,
                                      gboolean server_appeared);
void hf_delivery_plan_free (HfDeliveryPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfDeliveryPlan, hf_delivery_plan_free)

gboolean hf_delivery_rules_is_quiet (const HfDeliveryRules *rules, HfMinute minute);
HfMinute hf_delivery_rules_end_of_quiet (const HfDeliveryRules *rules, HfMinute minute);

G_END_DECLS
