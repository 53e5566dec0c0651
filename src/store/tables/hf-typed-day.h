/* hf-typed-day.h: the one reader of days that people type (CAL-3)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "hf-civil.h"

G_BEGIN_DECLS

gboolean hf_typed_day_parse (const char *text, HfDay *day, GError **error);

G_END_DECLS
