/* hf-stop.h: a customer stops (PLAN-6)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_command_stop (HfDb *db,
                          const HfActor *actor,
                          gint64 customer,
                          HfStopCause cause,
                          GArray **follow_ups,
                          GError **error);

G_END_DECLS
