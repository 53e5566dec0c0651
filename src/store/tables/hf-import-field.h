/* hf-import-field.h: what columns of an imported table can mean (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HF_IMPORT_CUSTOMERS,
  HF_IMPORT_PURCHASES,
} HfImportKind;

typedef enum
{
  HF_IMPORT_NAME,
  HF_IMPORT_SEX,
  HF_IMPORT_PHONE,
  HF_IMPORT_PHONE2,
  HF_IMPORT_LANDLINE,
  HF_IMPORT_BIRTH,
  HF_IMPORT_LUNAR_BIRTH,
  HF_IMPORT_ADDRESS,
  HF_IMPORT_AREA,
  HF_IMPORT_HOUSEHOLD,
  HF_IMPORT_OWNER,
  HF_IMPORT_SOURCE,
  HF_IMPORT_COLLECTED_ON,
  HF_IMPORT_CARD_TYPE,
  HF_IMPORT_CHANNEL,
  HF_IMPORT_WINDOW,
  HF_IMPORT_NO_CONTACT,
  HF_IMPORT_TAGS,
  HF_IMPORT_EDUCATION,
  HF_IMPORT_OCCUPATION,
  HF_IMPORT_HOBBIES,
  HF_IMPORT_TABOOS,
  HF_IMPORT_CONDITIONS,
  HF_IMPORT_MEDICINES,
  HF_IMPORT_ALLERGIES,
  HF_IMPORT_CHILD_BIRTH,
  HF_IMPORT_DUE_DATE,
  HF_IMPORT_NOTES,

  HF_IMPORT_CUSTOMER_NAME,
  HF_IMPORT_CUSTOMER_PHONE,
  HF_IMPORT_ORDER_NUMBER,
  HF_IMPORT_DATE,
  HF_IMPORT_STORE,
  HF_IMPORT_PRODUCT,
  HF_IMPORT_QUANTITY,
  HF_IMPORT_UNIT_PRICE,
  HF_IMPORT_AMOUNT,
  HF_IMPORT_BATCH,
  HF_IMPORT_EXPIRY,
  HF_IMPORT_RECEIVED_ON,
  HF_IMPORT_PROMISED_ON,
  HF_IMPORT_COURIER,
  HF_IMPORT_TRACKING,
  HF_IMPORT_DELIVERED_BY,
  HF_IMPORT_DISCOUNT,
  HF_IMPORT_PAID,
  HF_IMPORT_OWED,
  HF_IMPORT_COLLECTION_DATE,
  HF_IMPORT_REASON,
  HF_IMPORT_PURCHASE_NOTES,
} HfImportField;

#define HF_IMPORT_N_FIELDS (HF_IMPORT_PURCHASE_NOTES + 1)

HfImportField hf_import_field_get_first (HfImportKind kind);
HfImportField hf_import_field_get_last (HfImportKind kind);
const char *hf_import_field_get_nick (HfImportField field);
const char *hf_import_field_get_label (HfImportField field);
guint hf_import_field_get_need (HfImportField field);
gboolean hf_import_field_from_nick (HfImportKind kind, const char *nick, HfImportField *field);
gboolean hf_import_field_from_header (HfImportKind kind, const char *header, HfImportField *field);
char *hf_import_fold_header (const char *header);

G_END_DECLS
