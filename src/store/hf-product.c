/* hf-product.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-product.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-office.h"
#include "hf-text-check.h"

static gboolean
check_draft (HfDb *db, const HfProductDraft *draft, const char *name, GError **error)
{
  gint64 there = 0;

  if (draft->doses <= 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("Say for how many days one pack lasts; it must be at least 1."));
      return FALSE;
    }
  if (!hf_db_get_int (db, HF_QUERY_PRODUCT_BY_NAME, &there, error, "s", name))
    return FALSE;
  if (there == 0)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("There is a product “%s” already."), name);
  return FALSE;
}

static gboolean
add_notes (HfDb *db, gint64 product, const char *kind, const char *const *words, GError **error)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (!hf_text_check (words[i], error) ||
          !hf_db_run (db, HF_QUERY_PRODUCT_NOTE_INSERT, error, "llss", hf_db_new_id (db), product,
                      kind, words[i]))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_command_add_product:
 * @id: (out): the new product
 *
 * Managers only.
 */
gboolean
hf_command_add_product (
    HfDb *db, const HfActor *actor, const HfProductDraft *draft, gint64 *id, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = NULL;

  if (!hf_actor_check_manager (actor, error) || !hf_text_check_name (draft->name, &name, error) ||
      !hf_operation_begin (&operation, db, actor, "product.add", error) ||
      !check_draft (db, draft, name, error))
    return FALSE;
  *id = hf_db_new_id (db);
  return hf_db_run (db, HF_QUERY_PRODUCT_INSERT, error, "lsirdd", *id, name, draft->doses,
                    (gint64) draft->shelf_life_days,
                    draft->price_fen >= 0 ? draft->price_fen : HF_DAY_NONE,
                    draft->cost_fen >= 0 ? draft->cost_fen : HF_DAY_NONE) &&
         add_notes (db, *id, "contraindication", draft->contraindications, error) &&
         add_notes (db, *id, "normal-reaction", draft->normal_reactions, error) &&
         hf_operation_commit (&operation, name, error);
}

static void
product_free (gpointer data)
{
  HfProduct *product = data;

  g_free (product->name);
  g_free (product);
}

/**
 * hf_product_dup_all:
 *
 * Returns: (transfer full) (element-type HfProduct): those still sold first, or %NULL with an error
 */
GPtrArray *
hf_product_dup_all (HfDb *db, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (product_free);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_PRODUCT_LIST, error, ""))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfProduct *product = g_new0 (HfProduct, 1);

      product->id = hf_rows_int (&rows, 0);
      product->name = hf_rows_dup (&rows, 1);
      product->doses = (int) hf_rows_int (&rows, 2);
      product->active = hf_rows_int (&rows, 5) != 0;
      g_ptr_array_add (all, product);
    }
  if (local == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
