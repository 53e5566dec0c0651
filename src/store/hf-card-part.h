/* hf-card-part.h: the parts of a customer card that are several: numbers, relatives, dates …
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-special-date.h"

G_BEGIN_DECLS

typedef enum
{
  HF_CARD_PHONE,
  HF_CARD_FAMILY,
  HF_CARD_CHILD,
  HF_CARD_HEALTH,
  HF_CARD_DATE,
  HF_CARD_CONSENT,
  HF_CARD_NO_CONTACT_DAY,
  HF_CARD_TAG,
} HfCardPart;

#define HF_N_CARD_PARTS (HF_CARD_TAG + 1)

/**
 * HfCardRow:
 * @id: of the row, 0 for one that is still to be written
 * @kind: the relation of a relative; `born` or `due` of a child; the kind of a health fact or of a
 *   special date; the channel of a consent; else empty
 * @text: the number (masked when read); the name; the words; how consent was given; why no contact
 * @note: the label of a number; the masked number of a relative; else empty
 * @day: of a birth, of a consent, without contact; else %HF_DAY_NONE
 * @yes: the number to call first; consent was given
 * @wrong: the number is wrong
 * @date: valid when @has_date: a special date, a relative's birthday
 *
 * One line of a part.
 */
typedef struct
{
  gint64 id;
  char *kind;
  char *text;
  char *note;
  HfDay day;
  gboolean yes;
  gboolean wrong;
  gboolean has_date;
  HfSpecialDate date;
} HfCardRow;

void hf_card_row_init (HfCardRow *row);
void hf_card_row_clear (HfCardRow *row);
void hf_card_row_free (HfCardRow *row);
GPtrArray *hf_card_dup_part (HfDb *db, gint64 customer, HfCardPart part, GError **error);
const char *hf_card_special_get_label (const char *kind, const char *label);

/**
 * HfCardChange:
 * @remove: take the row away, else write it
 * @row: what it is to be; one with an id is changed, and what its texts leave empty is empty then,
 *   but for the number of a phone, which stays
 *
 * What is to become of one line of a part.
 */
typedef struct
{
  HfCardPart part;
  gboolean remove;
  HfCardRow row;
} HfCardChange;

HfCardChange *hf_card_change_new (HfCardPart part);
void hf_card_change_free (HfCardChange *change);
gboolean hf_card_change_is_field (const char *field);
HfCardChange *hf_card_change_parse (const char *field, const char *value, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfCardRow, hf_card_row_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCardChange, hf_card_change_free)

G_END_DECLS
