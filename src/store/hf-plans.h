/* hf-plans.h: the branch's care plans, read once
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"
#include "hf-plan.h"

G_BEGIN_DECLS

GPtrArray *hf_plans_dup_shipped (GError **error);
GArray *hf_plans_dup_ids (HfDb *db, GError **error);
HfPlan *hf_plans_get (HfDb *db, gint64 id, GError **error);
gboolean hf_plans_look_up (HfDb *db, gint64 id, HfPlan **plan, char **why, GError **error);
gboolean hf_command_use_plan (
    HfDb *db, const HfActor *actor, const char *trigger, const char *key, GError **error);
gboolean hf_plans_install_shipped (HfDb *db, const HfActor *actor, GError **error);

G_END_DECLS
