/* hf-customer-draft.h: what is to be written on a customer card, checked, not yet stored
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-card-part.h"
#include "hf-civil.h"
#include "hf-domain.h"
#include "hf-yearly-date.h"

G_BEGIN_DECLS

/* The columns of a card that hold one value each; nicks in hf-customer-draft.c. */
typedef enum
{
  HF_CUSTOMER_NAME,
  HF_CUSTOMER_SEX,
  HF_CUSTOMER_ADDRESS,
  HF_CUSTOMER_AREA,
  HF_CUSTOMER_CARD_TYPE,
  HF_CUSTOMER_EDUCATION,
  HF_CUSTOMER_OCCUPATION,
  HF_CUSTOMER_PERSONALITY,
  HF_CUSTOMER_INTERESTS,
  HF_CUSTOMER_DIET,
  HF_CUSTOMER_TABOOS,
  HF_CUSTOMER_DECIDES,
  HF_CUSTOMER_COMPETING_PRODUCTS,
  HF_CUSTOMER_NOTE,
  HF_CUSTOMER_SOURCE,
  HF_CUSTOMER_COLLECTED_ON,
  HF_CUSTOMER_PREFERRED_CHANNEL,
  HF_CUSTOMER_WINDOW,
  HF_CUSTOMER_NO_CONTACT,
  HF_CUSTOMER_QUIET_UNTIL,
  HF_CUSTOMER_QUIET_REASON,
  HF_CUSTOMER_DO_NOT_CONTACT,
  HF_CUSTOMER_ROUTINE_INTERVAL,
  HF_N_CUSTOMER_FIELDS
} HfCustomerField;

/**
 * HfCustomerDraft:
 * @values: (element-type utf8): as the database takes them; %NULL: not said, "" : empty it
 * @owner: (nullable): the name or id of a member of staff, "" for none
 * @owner_id: the same where it is known already, 0 where not
 * @household: (nullable): what the branch calls the household
 * @phones: numbers, normalised (PHONE-1)
 * @phone_labels: whose each of them is, "" where nobody said
 * @wrong_phones, @removed_phones: numbers that the card has
 * @children: #HfDay of birth; of the due date where it lies after the day of recording
 * @health: pairs of kind (condition, medicine, allergy ...) and text
 * @changes: (element-type HfCardChange): what is to become of single lines of the card's parts
 * @has_birth: whether @birth was said
 * @verified: 1 when somebody confirmed that the data are true (CARD-8), -1 when that is taken back
 */
typedef struct
{
  char *values[HF_N_CUSTOMER_FIELDS];
  char *owner;
  gint64 owner_id;
  char *household;
  GPtrArray *phones;
  GPtrArray *phone_labels;
  GPtrArray *wrong_phones;
  GPtrArray *removed_phones;
  GPtrArray *tags;
  GPtrArray *health;
  GArray *children;
  GPtrArray *changes;
  HfYearlyDate birth;
  gboolean has_birth;
  int verified;
} HfCustomerDraft;

HfCustomerDraft *hf_customer_draft_new (void);
void hf_customer_draft_clear (HfCustomerDraft *draft);
void hf_customer_draft_free (HfCustomerDraft *draft);
gboolean hf_customer_draft_set (HfCustomerDraft *draft,
                                const char *field,
                                const char *value,
                                GError **error);
void hf_customer_draft_change (HfCustomerDraft *draft, HfCardChange *change);
gboolean hf_customer_draft_set_field (HfCustomerDraft *draft,
                                      HfCustomerField field,
                                      const char *value,
                                      GError **error);
void hf_customer_draft_add_phone (HfCustomerDraft *draft, const char *number, const char *label);
gboolean hf_customer_draft_add_word (HfCustomerDraft *draft,
                                     const char *kind,
                                     const char *value,
                                     GError **error);
const char *hf_customer_field_get_nick (HfCustomerField field);
const char *hf_customer_field_get_column (HfCustomerField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomerDraft, hf_customer_draft_free)

G_END_DECLS
