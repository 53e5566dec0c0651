/* hf-merge.h: two cards of one person become one (CARD-12)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-merge-fields.h"

G_BEGIN_DECLS

gboolean hf_command_merge_customers (HfDb *db,
                                     const HfActor *actor,
                                     gint64 kept,
                                     gint64 gone,
                                     const char *const *take,
                                     GError **error);
gboolean hf_merge_says_once (const char *table);
gint64 hf_merge_get_target (HfDb *db, gint64 customer);

G_END_DECLS
