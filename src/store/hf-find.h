/* hf-find.h: customers by what somebody types
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

GArray *
hf_find_customers (HfDb *db, const HfActor *actor, const char *text, int limit, GError **error);
GArray *hf_find_all (HfDb *db, const char *text, GError **error);
char *hf_find_dup_match (const char *text);

G_END_DECLS
