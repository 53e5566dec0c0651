/* hf-customer-parts.h: what belongs to a card in tables of its own
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-customer-draft.h"
#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_customer_add_parts (
    HfDb *db, const HfActor *actor, gint64 id, HfCustomerDraft *draft, GError **error);
gboolean
hf_customer_change_phones (HfDb *db, gint64 id, const HfCustomerDraft *draft, GError **error);
gboolean hf_customer_find_household (
    HfDb *db, gint64 id, const char *name, const char *address, gint64 *household, GError **error);
gboolean hf_customer_join_household (
    HfDb *db, gint64 id, const char *name, const char *address, GError **error);

gboolean hf_customer_check_child (HfDay today, HfDay day, GError **error);

G_END_DECLS
