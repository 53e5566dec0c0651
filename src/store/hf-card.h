/* hf-card.h: a customer card, read
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-customer-draft.h"
#include "hf-db.h"

G_BEGIN_DECLS

/* What CARD-8 asks for; a set of these bits. */
typedef enum
{
  HF_CARD_LACKS_PHONE,
  HF_CARD_LACKS_BIRTH,
  HF_CARD_LACKS_ADDRESS,
  HF_CARD_LACKS_OWNER,
  HF_CARD_LACKS_SOURCE,
  HF_CARD_LACKS_PRODUCT,
  HF_CARD_LACKS_WINDOW,
  HF_N_CARD_LACKS
} HfCardLack;

/**
 * HfCard:
 * @phones: masked (PHONE-1), the one to call first; may be empty
 * @birth: valid when @has_birth
 * @last_contact_at, @next_due_at: %HF_MINUTE_NONE when there is none
 * @supply_until: %HF_DAY_NONE
 * @no_contact: days of the week; @quiet_until: %HF_DAY_NONE; @do_not_contact: the reason or %NULL
 * @stage: 0 to 5, -1 without a child
 * @lacks: what is missing, a set of #HfCardLack
 * @completeness: per cent (CARD-8)
 *
 * What a card shows outside of its Health section. No full number, no health data.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *sex;
  char *address;
  char *area;
  char *owner;
  gint64 owner_id;
  HfCardType card_type;
  char *window;
  HfSet no_contact;
  HfDay quiet_until;
  char *do_not_contact;
  char *taboos;
  char *note;
  char *source;
  char *tier;
  int stage;
  HfYearlyDate birth;
  gboolean has_birth;
  GStrv phones;
  GStrv tags;
  HfMinute last_contact_at;
  HfMinute next_due_at;
  HfDay supply_until;
  HfSet lacks;
  int completeness;
} HfCard;

/**
 * HfCardVisit:
 *
 * One of the last contacts.
 */
typedef struct
{
  gint64 id;
  HfChannel channel;
  HfMinute at;
  int minutes;
  HfOutcome outcome;
  char *note;
  char *staff;
} HfCardVisit;

/**
 * HfCardLine:
 *
 * A purchase with its products, or an open promise with what was promised.
 */
typedef struct
{
  gint64 id;
  HfDay day;
  char *text;
} HfCardLine;

HfCard *hf_card_load (HfDb *db, gint64 id, GError **error);
void hf_card_free (HfCard *card);
GPtrArray *hf_card_dup_last_visits (HfDb *db, gint64 id, int limit, GError **error);
GPtrArray *hf_card_dup_purchases (HfDb *db, gint64 id, GError **error);
GPtrArray *hf_card_dup_lines (HfDb *db, HfQuery query, gint64 id, GError **error);
GPtrArray *hf_card_dup_promises (HfDb *db, gint64 id, GError **error);
const char *hf_card_lack_get_nick (HfCardLack lack);
const char *hf_card_lack_get_label (HfCardLack lack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCard, hf_card_free)

G_END_DECLS
