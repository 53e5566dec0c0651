/* hf-idle-count.h: counts the wake-ups of a main context that has nothing to do
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 hf_idle_count_wake_ups (GMainContext *context, guint milliseconds);

G_END_DECLS
