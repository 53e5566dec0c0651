/* hf-contact-cap.h: no more than three contact days a week (SCHED-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-contact-rules.h"

G_BEGIN_DECLS

#define HF_CONTACT_CAP_DAYS (3)

/**
 * HfCapItem:
 * @kind: what sort of follow-up it is
 * @day: when it is due by its plan and SCHED-2
 * @channels: by which it may be made, a set of #HfChannel
 * @fixed: a person chose @day
 * @capped_day: (out): when it is due after the cap
 *
 * An open follow-up of one customer, from whatever plan.
 */
typedef struct
{
  HfKind kind;
  HfDay day;
  HfSet channels;
  gboolean fixed;
  HfDay capped_day;
} HfCapItem;

void hf_contact_cap_apply (HfCapItem *items,
                           gsize n_items,
                           const HfDay *contact_days,
                           gsize n_contact_days,
                           const HfContactRules *rules,
                           guint days_a_week,
                           HfDay today);

G_END_DECLS
