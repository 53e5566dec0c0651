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
