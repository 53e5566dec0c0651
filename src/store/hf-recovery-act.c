/* hf-recovery-act.c: what is done about a failure that was found (COMP-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-case-follow-up.h"
#include "hf-db-private.h"
#include "hf-office.h"
#include "hf-recovery.h"
#include "hf-return-list.h"
#include "hf-return.h"
#include "hf-text-check.h"
#include "hf-visit.h"

static const char *const nicks[] = { "follow-up", "exchange", "apology", "dismiss" };

const char *
hf_recovery_act_get_nick (HfRecoveryAct act)
{
  return nicks[act];
}

/**
 * hf_recovery_act_parse:
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT
 */
gboolean
hf_recovery_act_parse (const char *nick, HfRecoveryAct *act, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nicks[i], nick))
      {
        *act = (HfRecoveryAct) i;
        return TRUE;
      }
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is none of follow-up, exchange, apology, dismiss."), nick);
  return FALSE;
}

static gboolean
refuse (GError **error, HfError code, const char *sentence)
{
  g_set_error_literal (error, HF_ERROR, (int) code, sentence);
  return FALSE;
}

/* The one that the daily evaluation made comes today; one that is gone is made anew. */
static gboolean
call_today (HfDb *db, const HfActor *actor, const HfRecoveryRow *row, GError **error)
{
  g_autofree char *cause = g_strconcat ("recovery-", row->kind, NULL);
  HfCaseFollowUp task = { row->customer_id,         row->owner_id, HF_KIND_URGENT,
                          "phone:agent;home:agent", cause,         row->id };
  gint64 id;

  return hf_db_run (db, HF_QUERY_RECOVERY_FOLLOW_UP_CLOSE, error, "ll", row->id, actor->now) &&
         hf_case_follow_up_insert (db, actor, &task, &id, error) &&
         hf_db_run (db, HF_QUERY_RECOVERY_SET_FOLLOW_UP, error, "ll", row->id, id) &&
         hf_db_run (db, HF_QUERY_RECOVERY_ACTED, error, "lsssdr", row->id, "open", "follow-up", "",
                    actor->now, actor->staff_id);
}

/* COMP-7 a: all that is left of it comes back at once, and goes out anew. */
static gboolean
exchange (HfDb *db, const HfActor *actor, const HfRecoveryRow *row, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (HfReturnLine));
  g_autoptr (GArray) choices = hf_return_dup_choices (db, row->customer_id, error);
  HfReturnDraft draft = {
    .lines = lines, .reason = HF_RETURN_OTHER, .insists = TRUE, .exchange = TRUE
  };
  gint64 id;

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const HfReturnChoice *choice = &g_array_index (choices, HfReturnChoice, i);
      HfReturnLine line = { choice->line_id, choice->packs };

      if (choice->line_id != row->subject_id)
        continue;
      draft.purchase_id = choice->purchase_id;
      g_array_append_val (lines, line);
    }
  if (choices == NULL)
    return FALSE;
  if (lines->len == 0 || !g_str_equal (row->kind, "expiry"))
    return refuse (error, HF_ERROR_BAD_INPUT, _ ("There are no goods to exchange here."));
  return hf_command_open_return (db, actor, &draft, &id, error);
}

/* An apology is a contact with the customer, and stands as one on the card. */
static gboolean
apologise (HfDb *db,
           const HfActor *actor,
           const HfRecoveryRow *row,
           const HfRecoveryDeed *deed,
           GError **error)
{
  g_auto (HfVisitResult) result = { 0 };
  HfVisitDraft draft;

  hf_visit_draft_init (&draft);
  draft.customer_id = row->customer_id;
  draft.channel = deed->channel;
  draft.outcome = HF_OUTCOME_REACHED;
  draft.note = deed->note != NULL && *deed->note != '\0' ? deed->note : _ ("Apologised");
  return hf_command_log_visit (db, actor, &draft, &result, error);
}

static gboolean
act_on (HfDb *db,
        const HfActor *actor,
        const HfRecoveryRow *row,
        const HfRecoveryDeed *deed,
        GError **error)
{
  HfRecoveryAct act = deed->act;
  const char *state = act == HF_RECOVERY_DISMISS ? "dismissed" : "done";

  if (act == HF_RECOVERY_FOLLOW_UP)
    return call_today (db, actor, row, error);
  if ((act == HF_RECOVERY_EXCHANGE && !exchange (db, actor, row, error)) ||
      (act == HF_RECOVERY_APOLOGY && !apologise (db, actor, row, deed, error)))
    return FALSE;
  return hf_db_run (db, HF_QUERY_RECOVERY_FOLLOW_UP_CLOSE, error, "ll", row->id, actor->now) &&
         hf_db_run (db, HF_QUERY_RECOVERY_ACTED, error, "lsssdr", row->id, state, nicks[act],
                    deed->note != NULL ? deed->note : "", actor->now, actor->staff_id);
}

/**
 * hf_command_act_on_recovery:
 *
 * One click for a failure that was found (COMP-7): somebody calls today, the goods are exchanged,
 * we apologised, or nothing is to be done. The same failure is not found again.
 */
gboolean
hf_command_act_on_recovery (
    HfDb *db, const HfActor *actor, gint64 id, const HfRecoveryDeed *deed, GError **error)
{
  const char *note = deed->note;
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  HfRecoveryRow row = { 0 };
  gboolean done = FALSE;

  if (deed->act == HF_RECOVERY_DISMISS && hf_text_is_blank (note))
    return refuse (error, HF_ERROR_BAD_INPUT, _ ("Say why nothing is to be done."));
  if ((note != NULL && !hf_text_check (note, error)) ||
      !hf_operation_begin (&operation, db, actor, "recovery.act", error) ||
      !hf_recovery_load (db, id, &row, error))
    return FALSE;
  if (!g_str_equal (row.state, "open"))
    refuse (error, HF_ERROR_CONFLICT, _ ("This was put right already."));
  else
    done = hf_actor_check_owner (actor, row.owner_id, error) &&
           act_on (db, actor, &row, deed, error) &&
           hf_operation_commit (&operation, row.customer, error);
  hf_recovery_row_clear (&row);
  return done;
}
