/* hf-purchase.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-purchase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-calendar-store.h"
#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-enrolment-store.h"
#include "hf-facts-store.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-referral.h"
#include "hf-supply-store.h"
#include "hf-text-check.h"

/**
 * hf_purchase_draft_init:
 *
 * Nothing said yet; the lines are the caller's to set.
 */
void
hf_purchase_draft_init (HfPurchaseDraft *draft)
{
  memset (draft, 0, sizeof *draft);
  draft->bought_on = draft->received_on = draft->promised_on = draft->collect_on = HF_DAY_NONE;
  draft->paid_fen = -1;
  draft->sold_by = -1;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, sentence);
  return FALSE;
}

static gboolean
check_texts (const HfPurchaseDraft *draft, GError **error)
{
  const char *texts[] = { draft->store, draft->courier, draft->reason, draft->note };

  /* Order and tracking numbers are long numbers by nature. */
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i] != NULL && !hf_text_check (texts[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_purchase_check_days:
 *
 * Whether the days of a purchase go together; no payment is collected on a Sunday (CAL-6).
 */
gboolean
hf_purchase_check_days (const HfActor *actor, const HfPurchaseDraft *draft, GError **error)
{
  if (draft->bought_on == HF_DAY_NONE)
    return refuse (error, _ ("Say on which day it was bought."));
  if (draft->bought_on > hf_minute_get_day (actor->now))
    return refuse (error, _ ("The day of the purchase lies in the future."));
  if (draft->received_on != HF_DAY_NONE && draft->received_on < draft->bought_on)
    return refuse (error, _ ("The goods can't have arrived before they were bought."));
  if (draft->received_on != HF_DAY_NONE && draft->received_on > hf_minute_get_day (actor->now))
    return refuse (error, _ ("The day on which the goods arrived lies in the future. Check the "
                             "year, or leave it out until they are there."));
  if (draft->collect_on != HF_DAY_NONE && hf_day_get_weekday (draft->collect_on) == HF_SUNDAY)
    return refuse (error, _ ("No payment is collected on a Sunday. Agree on another day."));
  return TRUE;
}

/* CAL-6, fixed: not on public holidays either. A list may say what was agreed before. */
static gboolean
check_collection (HfDb *db, const HfPurchaseDraft *draft, GError **error)
{
  g_autoptr (HfWorkCalendar) calendar = NULL;

  if (draft->collect_on == HF_DAY_NONE || draft->imported)
    return TRUE;
  calendar = hf_calendar_load (db, error);
  if (calendar == NULL)
    return FALSE;
  return hf_work_calendar_allows_collection (calendar, draft->collect_on) ||
         refuse (error, _ ("No payment is collected on a public holiday. Agree on another day."));
}

static gboolean
check_lines (const HfPurchaseDraft *draft, GError **error)
{
  if (draft->lines == NULL || draft->lines->len == 0)
    return refuse (error, _ ("Say which product was bought."));
  for (guint i = 0; i < draft->lines->len; i++)
    {
      if (g_array_index (draft->lines, HfPurchaseLine, i).packs <= 0)
        return refuse (error, _ ("The number of packs must be at least 1."));
    }
  return TRUE;
}

/**
 * hf_purchase_check_health:
 * @reason: (nullable): why it is sold all the same
 *
 * Returns: %FALSE with %HF_ERROR_WARNING when a word of the product stands in what is recorded of
 * the customer's health (PUR-2). The message names neither the condition nor the person: it may end
 * up on a screen that a queue can read.
 */
gboolean
hf_purchase_check_health (
    HfDb *db, gint64 customer, gint64 product, const char *reason, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *name = NULL;

  if (!hf_text_is_blank (reason))
    return TRUE;
  name = hf_db_dup_text (db, HF_QUERY_PURCHASE_CONTRAINDICATED, &local, "ll", customer, product);
  if (local == NULL && name == NULL)
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (
        error, HF_ERROR, HF_ERROR_WARNING,
        _ ("Something in this customer's Health section speaks against “%s”. Ask an expert; "
           "to sell it all the same, give the reason."),
        name);
  return FALSE;
}

/*
 * COMP-6: whoever bears a product badly is not sold it without a word before an expert has
 * answered; after a severe reaction nothing at all. What an import tells of was sold long ago.
 */
static gboolean
check_adverse (HfDb *db, gint64 customer, gint64 product, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_PURCHASE_ADVERSE, error, "ll", customer, product))
    return FALSE;
  if (!hf_rows_next (&rows, &local))
    {
      if (local == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (hf_rows_int (&rows, 1) != 0)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_WARNING,
                         _ ("A severe reaction of this customer is open: stop using, see a doctor. "
                            "To sell something all the same, give the reason."));
  else
    g_set_error (error, HF_ERROR, HF_ERROR_WARNING,
                 _ ("This customer’s reaction to “%s” is still open, and no expert has answered. "
                    "To sell it all the same, give the reason."),
                 hf_rows_text (&rows, 0));
  return FALSE;
}

static gboolean
check_bears (HfDb *db, const HfActor *actor, const HfPurchaseDraft *draft, GError **error)
{
  if (draft->imported || (draft->reason != NULL && *draft->reason != '\0'))
    return TRUE;
  for (guint i = 0; i < draft->lines->len; i++)
    {
      if (!check_adverse (db, draft->customer_id,
                          g_array_index (draft->lines, HfPurchaseLine, i).product_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_health (HfDb *db, const HfActor *actor, const HfPurchaseDraft *draft, GError **error)
{
  for (guint i = 0; i < draft->lines->len; i++)
    {
      if (!hf_purchase_check_health (db, draft->customer_id,
                                     g_array_index (draft->lines, HfPurchaseLine, i).product_id,
                                     draft->reason, error))
        return FALSE;
    }
  return TRUE;
}

/* All that speaks against a sale at once: whoever gives a reason has read it all (PUR-2, PUR-3). */
static gboolean
check_warnings (HfDb *db, const HfActor *actor, const HfPurchaseDraft *draft, GError **error)
{
  static gboolean (*const checks[]) (HfDb *, const HfActor *, const HfPurchaseDraft *,
                                     GError **) = {
    check_bears,
    check_health,
    hf_supply_check_sale,
  };
  g_autoptr (GString) sentences = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (GError) local = NULL;

      if (checks[i](db, actor, draft, &local))
        continue;
      if (!g_error_matches (local, HF_ERROR, HF_ERROR_WARNING))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (sentences->len > 0)
        {
          g_autofree char *before = g_strdup (sentences->str);

          g_string_printf (sentences, C_ ("two sentences", "%s %s"), before, local->message);
        }
      else
        g_string_append (sentences, local->message);
    }
  if (sentences->len == 0)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_WARNING, sentences->str);
  return FALSE;
}

/**
 * hf_purchase_insert_line:
 *
 * One more product of a purchase, within a running operation.
 */
gboolean
hf_purchase_insert_line (HfDb *db, gint64 purchase, const HfPurchaseLine *line, GError **error)
{
  return hf_db_run (db, HF_QUERY_PURCHASE_LINE_INSERT, error, "lllidsd", hf_db_new_id (db),
                    purchase, line->product_id, line->packs,
                    line->price_fen >= 0 ? line->price_fen : HF_DAY_NONE,
                    line->batch != NULL ? line->batch : "", line->expires_on);
}

static gboolean
insert_lines (HfDb *db, gint64 purchase, GArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      if (!hf_purchase_insert_line (db, purchase, &g_array_index (lines, HfPurchaseLine, i), error))
        return FALSE;
    }
  return TRUE;
}

static const char *
text_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static gboolean
insert_rows (HfDb *db, const HfPurchaseDraft *draft, gint64 id, GError **error)
{
  return hf_db_run (
             db, HF_QUERY_PURCHASE_INSERT, error, "lldddssssrldldssss", id, draft->customer_id,
             draft->bought_on, draft->received_on, draft->promised_on, text_or_empty (draft->store),
             text_or_empty (draft->order_number), text_or_empty (draft->courier),
             text_or_empty (draft->tracking_number), draft->delivered_by, draft->discount_fen,
             draft->paid_fen >= 0 ? draft->paid_fen : HF_DAY_NONE, draft->owed_fen,
             draft->collect_on, text_or_empty (draft->reason), text_or_empty (draft->note),
             draft->sold_by >= 0 ? hf_domain_get_nick (HF_DOMAIN_CHANNEL, draft->sold_by) : "",
             draft->price_basis) &&
         insert_lines (db, id, draft->lines, error);
}

/* The plans that a purchase ends, then those that it starts (PLAN-2, PLAN-5, PLAN-10). */
static gboolean
apply_plans (HfDb *db,
             const HfActor *actor,
             const HfPurchaseDraft *draft,
             gint64 purchase,
             gint64 plan,
             gint64 *enrolment,
             GError **error)
{
  gint64 customer = draft->customer_id;

  return hf_enrolment_end_on (db, actor, customer, HF_PLAN_END_PURCHASE, error) &&
         hf_facts_refresh (db, actor, customer, error) &&
         (plan == 0 ||
          hf_enrolment_start_for_purchase (db, actor, draft, plan, purchase, enrolment, error)) &&
         (draft->received_on == HF_DAY_NONE || draft->imported ||
          hf_enrolment_start (db, actor, customer, HF_TRIGGER_DELIVERY, draft->received_on, "",
                              error)) &&
         hf_enrolment_start (db, actor, customer, HF_TRIGGER_SALE_WINDOW, draft->bought_on, "",
                             error) &&
         hf_engine_update_customer (db, actor, customer, error);
}

/**
 * hf_purchase_insert:
 * @id: (out): the purchase
 * @enrolment: (out): the care plan that it started (PLAN-10), 0 for none
 *
 * Within a running operation. The customer becomes one of card type `customer` (CARD-9), and who
 * named them has won one (REF-1).
 */
gboolean
hf_purchase_insert (HfDb *db,
                    const HfActor *actor,
                    const HfPurchaseDraft *draft,
                    gint64 *id,
                    gint64 *enrolment,
                    GError **error)
{
  gint64 owner;
  gint64 plan = 0;

  *enrolment = 0;
  if (!check_texts (draft, error) || !hf_purchase_check_days (actor, draft, error) ||
      !check_lines (draft, error) || !check_collection (db, draft, error) ||
      !hf_lookup_customer_owner (db, draft->customer_id, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) || !check_warnings (db, actor, draft, error))
    return FALSE;
  *id = hf_db_new_id (db);
  return hf_enrolment_choose_plan (db, draft, &plan, error) &&
         insert_rows (db, draft, *id, error) &&
         hf_db_run (db, HF_QUERY_CUSTOMER_BOUGHT, error, "l", draft->customer_id) &&
         hf_referral_note_purchase (db, actor, draft->customer_id, draft->bought_on,
                                    !draft->imported, error) &&
         apply_plans (db, actor, draft, *id, plan, enrolment, error);
}

static GStrv
dup_started (HfDb *db, gint64 first_seq, GError **error)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_ENROLMENTS_STARTED_SINCE, error, "l", first_seq))
    return NULL;
  while (hf_rows_next (&rows, &local))
    g_strv_builder_add (keys, hf_rows_text (&rows, 0));
  if (local == NULL)
    return g_strv_builder_end (keys);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_command_add_purchase:
 * @enrolled: (out) (transfer full): keys of the plans that began
 *
 * Records a sale. %HF_ERROR_WARNING when something speaks against it and no reason is given
 * (PUR-2).
 */
gboolean
hf_command_add_purchase (HfDb *db,
                         const HfActor *actor,
                         const HfPurchaseDraft *draft,
                         gint64 *id,
                         GStrv *enrolled,
                         GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = NULL;
  g_auto (GStrv) started = NULL;
  gint64 enrolment = 0;

  if (!hf_operation_begin (&operation, db, actor, "purchase.add", error) ||
      !hf_purchase_insert (db, actor, draft, id, &enrolment, error))
    return FALSE;
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", draft->customer_id);
  if (name == NULL || (started = dup_started (db, operation.first_seq, error)) == NULL ||
      !hf_operation_commit (&operation, name, error))
    return FALSE;
  *enrolled = g_steal_pointer (&started);
  return TRUE;
}
