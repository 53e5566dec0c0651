/* hf-import-buyer.c: which customer a row of a table of purchases means (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-import-private.h"

static gboolean
refuse (GError **error, HfError code, const char *format, const char *name)
{
  g_set_error (error, HF_ERROR, (int) code, format, name);
  return FALSE;
}

/* @n: 0, 1, or 2 for more than one */
static gboolean
count_matches (
    HfDb *db, HfQuery query, const char *text, gint64 *customer, guint *n, GError **error)
{
  g_autoptr (GArray) ids = hf_db_dup_ids (db, query, error, "s", text);

  if (ids == NULL)
    return FALSE;
  *n = ids->len;
  if (ids->len > 0)
    *customer = g_array_index (ids, gint64, 0);
  return TRUE;
}

static gboolean
find_by_both (
    HfImport *import, const char *name, const char *phone, gint64 *customer, GError **error)
{
  if (!hf_db_get_int (import->db, HF_QUERY_CUSTOMER_SAME_PHONE_NAME, customer, error, "ss", phone,
                      name) ||
      (*customer == 0 && !hf_db_get_int (import->db, HF_QUERY_CUSTOMER_SAME_NAME_PHONE, customer,
                                         error, "ss", phone, name)))
    return FALSE;
  return *customer != 0 ||
         refuse (error, HF_ERROR_NOT_FOUND,
                 _ ("There is no customer “%s” with this phone number. Check both, or leave the "
                    "number out."),
                 name);
}

static gboolean
find_by_name (HfImport *import, const char *name, gint64 *customer, GError **error)
{
  guint n = 0;

  if (!count_matches (import->db, HF_QUERY_CUSTOMER_BY_NAME, name, customer, &n, error))
    return FALSE;
  if (n == 0)
    return refuse (error, HF_ERROR_NOT_FOUND,
                   _ ("There is no customer “%s”. Check the spelling, or import the customers "
                      "first."),
                   name);
  return n == 1 ||
         refuse (error, HF_ERROR_AMBIGUOUS,
                 _ ("More than one customer is called “%s”. Give the phone number as well."), name);
}

static gboolean
find_by_phone (HfImport *import, const char *phone, gint64 *customer, GError **error)
{
  guint n = 0;

  if (!count_matches (import->db, HF_QUERY_CUSTOMER_BY_PHONE, phone, customer, &n, error))
    return FALSE;
  if (n == 0)
    return refuse (error, HF_ERROR_NOT_FOUND, _ ("No customer has this phone number."), NULL);
  return n == 1 || refuse (error, HF_ERROR_AMBIGUOUS,
                           _ ("More than one customer has this phone number. Give the name as "
                              "well."),
                           NULL);
}

/**
 * hf_import_find_buyer:
 * @name: (nullable): as the row has it
 * @phone: (nullable): normalised
 * @customer: (out):
 * @field: (inout): the column to blame
 *
 * Never guesses: a name that several bear needs the number (PUR-4).
 */
gboolean
hf_import_find_buyer (HfImport *import,
                      const char *name,
                      const char *phone,
                      gint64 *customer,
                      HfImportField *field,
                      GError **error)
{
  *customer = 0;
  if (name == NULL && phone == NULL)
    return refuse (error, HF_ERROR_BAD_INPUT, _ ("The name is missing."), NULL);
  if (phone == NULL)
    return find_by_name (import, name, customer, error);
  if (name == NULL)
    return find_by_phone (import, phone, customer, error);
  if (find_by_both (import, name, phone, customer, error))
    return TRUE;
  *field = HF_IMPORT_CUSTOMER_PHONE;
  return FALSE;
}
