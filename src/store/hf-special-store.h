/* hf-special-store.h: birthdays and the like become follow-ups (CAL-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_special_refresh (HfDb *db, const HfActor *actor, gint64 customer, GError **error);
gboolean hf_special_run_days (
    HfDb *db, const HfActor *actor, HfDay from, HfDay to, int *created, GError **error);

G_END_DECLS
