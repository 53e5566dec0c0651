/* hf-greeting-store.h: rounds of greetings (CAL-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_greeting_run_day (HfDb *db, HfDay day, GError **error);

G_END_DECLS
