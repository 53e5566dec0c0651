/* hf-handover.h: customers go from one owner to another (CARD-11, CARD-14)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-card.h"
#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfHandoverPack:
 * @card: with taboos, address, preferred time
 * @promises: (element-type HfCardLine): those open
 * @complaints: (element-type HfCardLine): those open, in the customer's words
 * @places: the place in each care plan
 * @visits: (element-type HfCardVisit): the last three contacts
 *
 * What a new owner must know (CARD-14).
 */
typedef struct
{
  HfCard *card;
  GPtrArray *promises;
  GPtrArray *complaints;
  GStrv places;
  GPtrArray *visits;
} HfHandoverPack;

/**
 * HfHandoverFit:
 * @gap: how much the recorded skills fall short of what these customers ask for; 0 fits (TIER-2)
 * @manages: a manager, who rather has others look after customers
 * @n_customers: how many they look after now
 */
typedef struct
{
  gint64 staff_id;
  char *name;
  int gap;
  gboolean manages;
  guint n_customers;
} HfHandoverFit;

GArray *hf_handover_dup_there (HfDb *db, const GArray *customers, GError **error);
gboolean hf_command_hand_over (HfDb *db,
                               const HfActor *actor,
                               GArray *customers,
                               gint64 to,
                               const char *reason,
                               guint *n_handed,
                               GError **error);
gboolean hf_handover_record (HfDb *db,
                             const HfActor *actor,
                             gint64 customer,
                             gint64 from,
                             gint64 to,
                             const char *reason,
                             GError **error);
GArray *hf_handover_dup_book (HfDb *db, gint64 owner, GError **error);
GPtrArray *hf_handover_dup_fits (HfDb *db, GArray *customers, GError **error);

HfHandoverPack *
hf_handover_pack_load (HfDb *db, const HfActor *actor, gint64 customer, GError **error);
char *hf_handover_pack_format (const HfHandoverPack *pack);
void hf_handover_pack_free (HfHandoverPack *pack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfHandoverPack, hf_handover_pack_free)

G_END_DECLS
