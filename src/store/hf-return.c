/* hf-return.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-return.h"

#include <glib/gi18n-lib.h>

#include "hf-case-follow-up.h"
#include "hf-complaint-list.h"
#include "hf-db-private.h"
#include "hf-deadline-reminder.h"
#include "hf-deadline-store.h"
#include "hf-engine.h"
#include "hf-enrolment-store.h"
#include "hf-facts-store.h"
#include "hf-legal-store.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-return-list.h"
#include "hf-text-check.h"

static gboolean
refuse (GError **error, HfError code, const char *sentence)
{
  g_set_error_literal (error, HF_ERROR, (int) code, sentence);
  return FALSE;
}

/* Each line is of that purchase, and not more comes back than was bought. */
static gboolean
check_lines (HfDb *db, const HfReturnDraft *draft, GError **error)
{
  if (draft->lines == NULL || draft->lines->len == 0)
    return refuse (error, HF_ERROR_BAD_INPUT, _ ("Choose what comes back."));
  for (guint i = 0; i < draft->lines->len; i++)
    {
      const HfReturnLine *line = &g_array_index (draft->lines, HfReturnLine, i);
      gint64 left = -1;

      if (!hf_db_get_int (db, HF_QUERY_RETURN_LINE_LEFT, &left, error, "ll", line->line_id,
                          draft->purchase_id))
        return FALSE;
      if (left < 0)
        return refuse (error, HF_ERROR_NOT_FOUND, _ ("That was not bought with this purchase."));
      if (line->packs < 1 || line->packs > left)
        {
          g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       g_dngettext (GETTEXT_PACKAGE, "Only %d pack of it can come back.",
                                    "Only %d packs of it can come back.", (gulong) left),
                       (int) left);
          return FALSE;
        }
    }
  return TRUE;
}

/* A return comes from a complaint of the same customer. */
static gboolean
check_complaint (HfDb *db, gint64 id, gint64 customer, GError **error)
{
  g_autoptr (HfComplaint) complaint = id != 0 ? hf_complaint_load (db, id, error) : NULL;

  if (id == 0)
    return TRUE;
  return complaint != NULL &&
         (complaint->customer_id == customer ||
          refuse (error, HF_ERROR_BAD_INPUT, _ ("That complaint is another customer's.")));
}

static gboolean
insert (HfDb *db,
        const HfActor *actor,
        const HfReturnDraft *draft,
        gint64 id,
        gint64 customer,
        GError **error)
{
  if (!hf_db_run (
          db, HF_QUERY_RETURN_INSERT, error, "llrrrlrsiss", id, customer, draft->purchase_id,
          draft->complaint_id, draft->adverse_id, actor->now, actor->staff_id,
          hf_domain_get_nick (HF_DOMAIN_RETURN_REASON, (int) draft->reason), draft->insists ? 1 : 0,
          draft->exchange ? "exchange" : "refund", draft->note != NULL ? draft->note : ""))
    return FALSE;
  for (guint i = 0; i < draft->lines->len; i++)
    {
      const HfReturnLine *line = &g_array_index (draft->lines, HfReturnLine, i);

      if (!hf_db_run (db, HF_QUERY_RETURN_LINE_INSERT, error, "llli", hf_db_new_id (db), id,
                      line->line_id, line->packs))
        return FALSE;
    }
  return TRUE;
}

/* COMP-10: so many days after @from. */
static gboolean
set_deadline (HfDb *db, const HfActor *actor, gint64 id, HfDay from, GError **error)
{
  HfDay due;

  return hf_legal_get_due (db, HF_LEGAL_REFUND, from, &due, error) &&
         hf_deadline_set_for_return (db, id, actor->now, due, error) &&
         hf_deadline_reminders_refresh (db, actor, id, error);
}

/* Somebody is called today for what the reason asks. One that comes back at once has no other step
 * than the goods: nothing that could change the customer's mind (COMP-5, fixed). */
static gboolean
follow_advice (HfDb *db, const HfActor *actor, const HfReturn *back, GError **error)
{
  static const char *const causes[HF_N_RETURN_STEPS] = {
    [HF_RETURN_LISTEN] = "return-listen",         [HF_RETURN_EXPLAIN] = "return-explain",
    [HF_RETURN_EXPERT_CALL] = "return-expert",    [HF_RETURN_MANAGER_VISIT] = "return-manager",
    [HF_RETURN_INCLUDE_FAMILY] = "return-family", [HF_RETURN_TAKE_BACK] = "return-take-back",
  };
  HfReturnAdvice advice = hf_return_advise (back->reason, back->insists);
  HfCaseFollowUp task = { back->customer_id, back->owner_id,        HF_KIND_URGENT,
                          advice.ways,       causes[advice.urgent], back->id };

  if (back->reason == HF_RETURN_OFFENDED && !advice.at_once)
    task.staff_id = 0;
  return hf_case_follow_up_insert (db, actor, &task, NULL, error) &&
         (!advice.at_once ||
          set_deadline (db, actor, back->id, hf_minute_get_day (actor->now), error));
}

/* A return ends the steps (PLAN-1), supply, turnover and tiers follow (PUR-3), and so does the
 * reward of the sale (REF-5). */
static gboolean
apply_goods (HfDb *db, const HfActor *actor, const HfReturn *back, GError **error)
{
  return hf_enrolment_end_on (db, actor, back->customer_id, HF_PLAN_END_RETURN, error) &&
         (back->purchase_id == 0 ||
          hf_db_run (db, HF_QUERY_RETURN_REWARDS_BACK, error, "l", back->purchase_id)) &&
         hf_facts_refresh (db, actor, back->customer_id, error) &&
         hf_engine_update_customer (db, actor, back->customer_id, error);
}

/**
 * hf_command_open_return:
 * @id: (out): the return, which bears the next number
 *
 * A customer wants to give goods back (COMP-5): what the reason asks for is somebody's work today.
 * Who must not use the product, or insists, gives it back at once: the care for it ends, and the
 * day by which the money is due is set. No more can come back than was bought.
 */
gboolean
hf_command_open_return (
    HfDb *db, const HfActor *actor, const HfReturnDraft *draft, gint64 *id, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfReturn) back = NULL;
  gint64 customer = 0, owner;

  if ((draft->note != NULL && !hf_text_check (draft->note, error)) ||
      !hf_operation_begin (&operation, db, actor, "return.open", error) ||
      !hf_db_get_int (db, HF_QUERY_RETURN_PURCHASE_CUSTOMER, &customer, error, "l",
                      draft->purchase_id))
    return FALSE;
  if (customer == 0)
    return refuse (error, HF_ERROR_NOT_FOUND, _ ("There is no such purchase."));
  if (!hf_lookup_customer_owner (db, customer, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) || !check_lines (db, draft, error) ||
      !check_complaint (db, draft->complaint_id, customer, error))
    return FALSE;
  *id = hf_db_new_id (db);
  if (!insert (db, actor, draft, *id, customer, error))
    return FALSE;
  back = hf_return_load (db, *id, error);
  return back != NULL && follow_advice (db, actor, back, error) &&
         (!hf_return_advise (back->reason, back->insists).at_once ||
          apply_goods (db, actor, back, error)) &&
         hf_operation_commit (&operation, back->customer, error);
}

static HfReturn *
load_to_handle (HfDb *db, const HfActor *actor, gint64 id, GError **error)
{
  g_autoptr (HfReturn) back = hf_return_load (db, id, error);

  return back != NULL && hf_actor_check_owner (actor, back->owner_id, error)
             ? g_steal_pointer (&back)
             : NULL;
}

/**
 * hf_command_insist_on_return:
 *
 * The customer does not want to hear any more: what was meant to explain is called off, the goods
 * come back at once (COMP-5, fixed).
 */
gboolean
hf_command_insist_on_return (HfDb *db, const HfActor *actor, gint64 id, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfReturn) back = NULL;

  if (!hf_operation_begin (&operation, db, actor, "return.insist", error))
    return FALSE;
  back = load_to_handle (db, actor, id, error);
  if (back == NULL)
    return FALSE;
  if (back->state != HF_RETURN_OPEN || back->insists)
    return refuse (error, HF_ERROR_CONFLICT, _ ("This return is under way already."));
  back->insists = TRUE;
  return hf_db_run (db, HF_QUERY_RETURN_INSISTS, error, "l", id) &&
         hf_db_run (db, HF_QUERY_RETURN_FOLLOW_UPS_CLOSE, error, "ll", id, actor->now) &&
         follow_advice (db, actor, back, error) && apply_goods (db, actor, back, error) &&
         hf_operation_commit (&operation, back->customer, error);
}

/* What is paid back when nobody said: what the goods cost, and no more than was paid. */
static gint64
choose_refund (const HfReturn *back, const HfReturnMoveTo *move)
{
  if (move->to != HF_RETURN_REFUNDED || move->refund_fen >= 0)
    return move->refund_fen;
  if (back->goods_fen >= 0 && back->payable_fen >= 0)
    return MIN (back->goods_fen, back->payable_fen);
  return MAX (back->goods_fen, back->payable_fen);
}

static gboolean
check_move (const HfReturn *back, const HfReturnMoveTo *to, gint64 refund, GError **error)
{
  /* Where nobody wrote down what was paid, what the goods cost is the most that can have been. */
  gint64 payable = back->payable_fen >= 0 ? back->payable_fen : back->goods_fen;
  HfReturnMove move = { back->state, to->to, back->reason, back->insists, refund, payable };

  return hf_return_move_check (&move, error);
}

static gboolean
write_move (HfDb *db,
            const HfActor *actor,
            const HfReturn *back,
            const HfReturnMoveTo *move,
            gint64 refund,
            GError **error)
{
  gboolean done = move->to >= HF_RETURN_REFUNDED;
  HfDay today = hf_minute_get_day (actor->now);

  /* When the goods came is known only to who noted it. */
  return hf_db_run (db, HF_QUERY_RETURN_SET_STATE, error, "lsddd", back->id,
                    hf_domain_get_nick (HF_DOMAIN_RETURN_STATE, (int) move->to),
                    move->to == HF_RETURN_GOODS_BACK ? today : HF_DAY_NONE,
                    done ? actor->now : HF_MINUTE_NONE,
                    move->to == HF_RETURN_REFUNDED ? refund : HF_DAY_NONE) &&
         (!move->sealed || hf_db_run (db, HF_QUERY_RETURN_SET_SEALED, error, "l", back->id)) &&
         hf_db_run (db, HF_QUERY_RETURN_FOLLOW_UPS_CLOSE, error, "ll", back->id, actor->now);
}

/**
 * hf_command_move_return:
 *
 * The goods are back, the money is paid back or the goods exchanged, or the customer keeps them,
 * which is not for one who must not use them, or insists (COMP-5). From the day the goods are back
 * the time for the refund counts (COMP-10).
 */
gboolean
hf_command_move_return (
    HfDb *db, const HfActor *actor, gint64 id, const HfReturnMoveTo *move, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfReturn) back = NULL;
  gint64 refund;

  if (!hf_operation_begin (&operation, db, actor, "return.move", error))
    return FALSE;
  back = load_to_handle (db, actor, id, error);
  if (back == NULL)
    return FALSE;
  refund = choose_refund (back, move);
  if (!check_move (back, move, refund, error) || !write_move (db, actor, back, move, refund, error))
    return FALSE;
  if (move->to == HF_RETURN_GOODS_BACK && back->refund_due == HF_MINUTE_NONE &&
      !set_deadline (db, actor, id, hf_minute_get_day (actor->now), error))
    return FALSE;
  if (move->to != HF_RETURN_GOODS_BACK &&
      !hf_deadline_set_done (db, id, HF_DEADLINE_REFUND, actor->now, error))
    return FALSE;
  return hf_deadline_reminders_refresh (db, actor, id, error) &&
         (move->to == HF_RETURN_KEPT || apply_goods (db, actor, back, error)) &&
         hf_operation_commit (&operation, back->customer, error);
}
