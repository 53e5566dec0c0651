/* hf-lookup.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-lookup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-phone.h"

/* What the query says of the owner of a card that was merged into another one (CARD-12). */
#define MERGED (-2)
#define ERASED (-3)

typedef struct
{
  HfQuery by_id;
  HfQuery by_name;
  const char *unknown;
} Kind;

static const Kind kinds[] = {
  [HF_LOOKUP_STAFF] = { HF_QUERY_STAFF_BY_ID, HF_QUERY_STAFF_BY_NAME,
                        N_ ("There is no member of staff “%s”. Check the spelling, or add them "
                            "first.") },
  [HF_LOOKUP_PRODUCT] = { HF_QUERY_PRODUCT_BY_ID, HF_QUERY_PRODUCT_BY_NAME,
                          N_ ("There is no product “%s”. Check the spelling, or add it first.") },
  [HF_LOOKUP_CUSTOMER] = { HF_QUERY_CUSTOMER_BY_ID, HF_QUERY_CUSTOMER_BY_NAME,
                           N_ ("There is no customer “%s”. Check the spelling.") },
  [HF_LOOKUP_PLAN] = { HF_QUERY_PLAN_BY_ID, HF_QUERY_PLAN_BY_KEY,
                       N_ ("There is no care plan “%s”. “huifangctl plans list” shows them.") },
};

/* @count: how many bear the name, as far as it matters: 0, 1 or 2 */
static gboolean
run_lookup (HfDb *db, HfQuery query, const char *text, gint64 *id, int *count, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  *count = 0;
  if (!hf_rows_open (&rows, db, query, error, "s", text))
    return FALSE;
  while (*count < 2 && hf_rows_next (&rows, &local))
    {
      *id = hf_rows_int (&rows, 0);
      *count += 1;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/**
 * hf_lookup:
 * @text: an id, or an exact name that only one bears
 * @id: (out):
 *
 * Returns: %FALSE with %HF_ERROR_NOT_FOUND or %HF_ERROR_AMBIGUOUS; their sentence masks numbers
 * (PHONE-4)
 */
gboolean
hf_lookup (HfDb *db, HfLookup what, const char *text, gint64 *id, GError **error)
{
  const Kind *kind = &kinds[what];
  g_autofree char *masked = NULL;
  int count = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  if (is_number (text) && !run_lookup (db, kind->by_id, text, id, &count, error))
    return FALSE;
  if (count == 0 && !run_lookup (db, kind->by_name, text, id, &count, error))
    return FALSE;
  if (count == 1)
    return TRUE;
  masked = hf_phone_mask_text (text);
  if (count == 0)
    g_set_error (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ (kind->unknown), masked);
  else
    g_set_error (error, HF_ERROR, HF_ERROR_AMBIGUOUS,
                 _ ("More than one is called “%s”. Use the number that “huifangctl find” shows."),
                 masked);
  return FALSE;
}

/**
 * hf_lookup_number:
 * @by_number: gives the id of what bears a number, or has it as its id
 * @text: an id, or a number, with or without `#`
 * @missing: for a clerk: that there is none
 * @id: (out): 0 with an error
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT for no number, or @missing as %HF_ERROR_NOT_FOUND
 */
gboolean
hf_lookup_number (
    HfDb *db, HfQuery by_number, const char *text, const char *missing, gint64 *id, GError **error)
{
  gint64 number;

  *id = 0;
  if (!g_ascii_string_to_signed (*text == '#' ? text + 1 : text, 10, 1, G_MAXINT64, &number, NULL))
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("“%s” is not a number such as 12 or #12."),
                 text);
  else if (hf_db_get_int (db, by_number, id, error, "l", number) && *id == 0)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, missing);
  return *id != 0;
}

/**
 * hf_lookup_customer_owner:
 * @owner: (out): 0 for none
 *
 * Returns: %FALSE with %HF_ERROR_NOT_FOUND when there is no such customer, with %HF_ERROR_CONFLICT
 * when the card was merged into another one or erased (CARD-12, CARD-13)
 */
gboolean
hf_lookup_customer_owner (HfDb *db, gint64 customer, gint64 *owner, GError **error)
{
  *owner = -1;
  if (!hf_db_get_int (db, HF_QUERY_CUSTOMER_OWNER, owner, error, "l", customer))
    return FALSE;
  if (*owner >= 0)
    return TRUE;
  if (*owner == MERGED)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT,
                         _ ("This card was merged with another one of the same person. Look the "
                            "customer up again and go on there."));
  else if (*owner == ERASED)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT,
                         _ ("The card of this customer was erased meanwhile. Take it out of what "
                            "is chosen and try again."));
  else
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such customer."));
  return FALSE;
}
