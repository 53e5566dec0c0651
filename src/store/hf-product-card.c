/* hf-product-card.c: a product with all that is known of it, read and written
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-office.h"
#include "hf-product.h"
#include "hf-supply-store.h"
#include "hf-text-check.h"

HfProductCard *
hf_product_card_new (void)
{
  HfProductCard *card = g_new0 (HfProductCard, 1);

  card->price_fen = card->cost_fen = -1;
  card->active = TRUE;
  return card;
}

void
hf_product_card_free (HfProductCard *card)
{
  g_free (card->name);
  g_strfreev (card->contraindications);
  g_strfreev (card->normal_reactions);
  g_free (card);
}

static GStrv
dup_notes (HfDb *db, gint64 id, const char *kind, GError **error)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_PRODUCT_NOTES, error, "ls", id, kind))
    return NULL;
  while (hf_rows_next (&rows, &local))
    g_strv_builder_add (words, hf_rows_text (&rows, 0));
  if (local == NULL)
    return g_strv_builder_end (words);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_product_card_load:
 *
 * Returns: (transfer full): or %NULL with %HF_ERROR_NOT_FOUND
 */
HfProductCard *
hf_product_card_load (HfDb *db, gint64 id, GError **error)
{
  g_autoptr (HfProductCard) card = hf_product_card_new ();
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_PRODUCT_GET, error, "l", id))
    return NULL;
  if (!hf_rows_next (&rows, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such product."));
      return NULL;
    }
  card->id = id;
  card->name = hf_rows_dup (&rows, 0);
  card->doses = (int) hf_rows_int (&rows, 1);
  card->shelf_life_days = (int) hf_rows_int (&rows, 2);
  card->price_fen = hf_rows_int_or (&rows, 3, -1);
  card->cost_fen = hf_rows_int_or (&rows, 4, -1);
  card->active = hf_rows_int (&rows, 5) != 0;
  card->contraindications = dup_notes (db, id, "contraindication", error);
  if (card->contraindications != NULL)
    card->normal_reactions = dup_notes (db, id, "normal-reaction", error);
  return card->normal_reactions != NULL ? g_steal_pointer (&card) : NULL;
}

static gboolean
check_name (HfDb *db, const HfProductCard *card, const char *name, GError **error)
{
  gint64 there = 0;

  if (!hf_db_get_int (db, HF_QUERY_PRODUCT_BY_NAME, &there, error, "s", name))
    return FALSE;
  if (there == 0 || there == card->id)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("There is a product “%s” already."), name);
  return FALSE;
}

static gboolean
write_notes (HfDb *db, gint64 product, const char *kind, const char *const *words, GError **error)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (g_strv_contains (words + i + 1, words[i]))
        continue;
      if (!hf_text_check (words[i], error) ||
          !hf_db_run (db, HF_QUERY_PRODUCT_NOTE_INSERT, error, "llss", hf_db_new_id (db), product,
                      kind, words[i]))
        return FALSE;
    }
  return TRUE;
}

/* How long a pack lasts says until when each buyer has enough (PUR-3). */
static gboolean
refresh_buyers (HfDb *db, const HfActor *actor, gint64 product, GError **error)
{
  g_autoptr (GArray) ids = hf_db_dup_ids (db, HF_QUERY_PRODUCT_BUYERS, error, "l", product);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (!hf_supply_refresh (db, g_array_index (ids, gint64, i), hf_minute_get_day (actor->now),
                              NULL, error))
        return FALSE;
    }
  return ids != NULL;
}

static gboolean
change (HfDb *db, const HfActor *actor, const HfProductCard *card, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = NULL;

  return hf_actor_check_manager (actor, error) && hf_text_check_name (card->name, &name, error) &&
         hf_operation_begin (&operation, db, actor, "product.set", error) &&
         check_name (db, card, name, error) &&
         hf_db_run (db, HF_QUERY_PRODUCT_SET, error, "lsirddi", card->id, name, card->doses,
                    (gint64) card->shelf_life_days,
                    card->price_fen >= 0 ? card->price_fen : HF_DAY_NONE,
                    card->cost_fen >= 0 ? card->cost_fen : HF_DAY_NONE, card->active ? 1 : 0) &&
         hf_db_run (db, HF_QUERY_PRODUCT_NOTE_DROP, error, "l", card->id) &&
         write_notes (db, card->id, "contraindication",
                      (const char *const *) card->contraindications, error) &&
         write_notes (db, card->id, "normal-reaction", (const char *const *) card->normal_reactions,
                      error) &&
         refresh_buyers (db, actor, card->id, error) &&
         hf_operation_commit (&operation, name, error);
}

/**
 * hf_command_save_product:
 *
 * Adds a product, or changes one. Managers only.
 */
gboolean
hf_command_save_product (HfDb *db, const HfActor *actor, const HfProductCard *card, GError **error)
{
  HfProductDraft draft = { card->name,
                           card->doses,
                           card->shelf_life_days,
                           card->price_fen,
                           card->cost_fen,
                           (const char *const *) card->contraindications,
                           (const char *const *) card->normal_reactions };
  gint64 id;

  return card->id == 0 ? hf_command_add_product (db, actor, &draft, &id, error)
                       : change (db, actor, card, error);
}
