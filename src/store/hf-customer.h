/* hf-customer.h: customer cards, written
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-customer-draft.h"
#include "hf-operation.h"

G_BEGIN_DECLS

/* How a card came out of hf_customer_store(). */
typedef enum
{
  HF_CUSTOMER_ADDED,
  HF_CUSTOMER_ADDED_MAY_BE_DUPLICATE, /* same phone, another name: offered for merging (CARD-12) */
  HF_CUSTOMER_UPDATED,                /* the same person: what was missing was filled in */
  HF_CUSTOMER_KNOWN,                  /* the same person, nothing new */
} HfCustomerFate;

gboolean hf_command_add_customer (
    HfDb *db, const HfActor *actor, HfCustomerDraft *draft, gint64 *id, GError **error);
gboolean hf_command_set_customer (HfDb *db,
                                  const HfActor *actor,
                                  gint64 id,
                                  HfCustomerDraft *draft,
                                  const char *reason,
                                  GError **error);
gboolean hf_command_reveal_phones (
    HfDb *db, const HfActor *actor, gint64 id, GStrv *numbers, GError **error);

gboolean hf_customer_insert (
    HfDb *db, const HfActor *actor, HfCustomerDraft *draft, gint64 *id, GError **error);
gboolean hf_customer_find_same (
    HfDb *db, HfCustomerDraft *draft, gint64 *same, gint64 *twin, GError **error);
gboolean hf_customer_store (HfDb *db,
                            const HfActor *actor,
                            HfCustomerDraft *draft,
                            gint64 *id,
                            HfCustomerFate *fate,
                            GError **error);

gboolean
hf_customer_welcome (HfDb *db, const HfActor *actor, gint64 id, gboolean may_start, GError **error);

G_END_DECLS
