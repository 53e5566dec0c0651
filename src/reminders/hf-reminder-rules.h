/* hf-reminder-rules.h: when reminders ring, as the branch has set it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-delivery-plan.h"

G_BEGIN_DECLS

HfDeliveryRules hf_reminder_read_rules (HfDb *db, const HfDeliveryRules *otherwise);

G_END_DECLS
