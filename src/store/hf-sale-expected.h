/* hf-sale-expected.h: when a customer is expected to buy again (PLAN-5, PUR-3)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_command_expect_sale (HfDb *db,
                                 const HfActor *actor,
                                 gint64 customer,
                                 HfDay expected,
                                 GArray **follow_ups,
                                 GError **error);

G_END_DECLS
