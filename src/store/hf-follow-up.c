/* hf-follow-up.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-follow-up.h"

#include <glib/gi18n-lib.h>

#include "hf-contact-window.h"
#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-follow-up-open.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-text-check.h"

/* An id is device_no << 48 | counter. */
#define COUNTER_MASK ((G_GINT64_CONSTANT (1) << 48) - 1)

/* What makes it unique: a special date comes once a year, a deadline has one reminder for those
 * who work on it and one for managers. */
static HfQuery
choose_insert (const HfFollowUpDraft *draft)
{
  if (draft->kind == HF_KIND_COMPLAINT && draft->subject_id != 0)
    return HF_QUERY_FOLLOW_UP_INSERT_DEADLINE;
  return draft->kind == HF_KIND_SPECIAL_DATE ? HF_QUERY_FOLLOW_UP_INSERT_YEARLY
                                             : HF_QUERY_FOLLOW_UP_INSERT;
}

static gboolean
insert (HfDb *db, HfQuery query, gint64 id, const HfFollowUpDraft *draft, GError **error)
{
  g_autofree char *ways = hf_ways_format (draft->ways);
  g_autofree char *channels =
      hf_domain_format_set (HF_DOMAIN_CHANNEL, hf_ways_get_channels (draft->ways));
  HfDay due_on = hf_minute_get_day (draft->due_at);

  return hf_db_run (db, query, error, "lrrriisilllllssssdrsiiir", id, draft->customer_id,
                    draft->staff_id, draft->enrolment_id, draft->step, draft->occurrence,
                    hf_domain_get_nick (HF_DOMAIN_KIND, (int) draft->kind), (int) draft->kind,
                    draft->due_at, due_on, draft->original_on, draft->window_from, draft->window_to,
                    ways, channels, draft->title != NULL ? draft->title : "",
                    draft->cause != NULL ? draft->cause : "", draft->anchor_on, draft->subject_id,
                    draft->paused ? "paused" : "open", draft->blocked ? 1 : 0, draft->step_no,
                    draft->step_count, draft->warn_at);
}

/**
 * hf_follow_up_insert:
 * @draft: of no plan: those are gathered
 * @id: (out): the new one, or 0 when there is one already: of a special date, of a deadline
 *
 * Within a running operation.
 */
gboolean
hf_follow_up_insert (HfDb *db, const HfFollowUpDraft *draft, gint64 *id, GError **error)
{
  *id = hf_db_new_id (db);
  if (!insert (db, choose_insert (draft), *id, draft, error))
    return FALSE;
  if (hf_db_get_changes (db) == 0)
    *id = 0;
  return TRUE;
}

/**
 * hf_follow_up_gather:
 * @draft: of an enrolment
 *
 * Has @draft written by the next hf_follow_up_insert_gathered(). Within a running operation, which
 * must not end before.
 */
gboolean
hf_follow_up_gather (HfDb *db, const HfFollowUpDraft *draft, GError **error)
{
  db->gathered = TRUE;
  return insert (db, HF_QUERY_FOLLOW_UP_GATHER, hf_db_new_id (db), draft, error);
}

/**
 * hf_follow_up_insert_gathered:
 * @created: (inout): how many there are now that were not before is added to it
 *
 * An enrolment that has that step and occurrence already gets no other (SCHED-6); one that was
 * withdrawn since the plan had no more use for it is opened again, under its old id.
 */
gboolean
hf_follow_up_insert_gathered (HfDb *db, int *created, GError **error)
{
  if (!db->gathered)
    return TRUE;
  db->gathered = FALSE;
  if (!hf_db_run (db, HF_QUERY_FOLLOW_UP_INSERT_GATHERED, error, ""))
    return FALSE;
  *created += (int) hf_db_get_changes (db);
  return hf_db_run (db, HF_QUERY_FOLLOW_UP_GATHER_END, error, "");
}

/**
 * hf_follow_up_complete:
 * @at: when the visit was: the next step counts from then, however late it is entered (PLAN-3)
 *
 * Done by @visit (SCHED-3); a promise that it stood for is kept, a failure mended (COMP-7). Within
 * a running operation.
 */
gboolean
hf_follow_up_complete (HfDb *db, gint64 id, gint64 visit, HfMinute at, GError **error)
{
  return hf_db_run (db, HF_QUERY_FOLLOW_UP_DONE, error, "lll", id, visit, at) &&
         hf_db_run (db, HF_QUERY_PROMISE_KEPT, error, "ll", id, hf_minute_get_day (at)) &&
         hf_db_run (db, HF_QUERY_RECOVERY_DONE, error, "l", id) &&
         hf_db_run (db, HF_QUERY_GREETING_DONE, error, "lll", id, visit, at);
}

/**
 * hf_follow_up_get_number:
 *
 * Returns: the id as people can type it, without the number of the device that gave it
 */
gint64
hf_follow_up_get_number (gint64 id)
{
  return id & COUNTER_MASK;
}

/**
 * hf_follow_up_find:
 * @text: an id, or its short number, with or without `#`
 * @id: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT for no number, %HF_ERROR_NOT_FOUND, or
 *   %HF_ERROR_AMBIGUOUS when two computers gave the same number
 */
gboolean
hf_follow_up_find (HfDb *db, const char *text, gint64 *id, GError **error)
{
  const char *digits = *text == '#' ? text + 1 : text;
  g_autoptr (GArray) found = NULL;

  if (!g_ascii_string_to_signed (digits, 10, 1, G_MAXINT64, id, NULL))
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("“%s” is not the number of a follow-up. The list of what is due shows them, "
                      "such as #123."),
                   text);
      return FALSE;
    }
  if (*id > COUNTER_MASK)
    return TRUE;
  found = hf_db_dup_ids (db, HF_QUERY_FOLLOW_UP_BY_NUMBER, error, "l", *id);
  if (found == NULL)
    return FALSE;
  if (found->len == 0)
    g_set_error (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no follow-up #%lld."),
                 (long long) *id);
  else if (found->len > 1)
    g_set_error (error, HF_ERROR, HF_ERROR_AMBIGUOUS,
                 _ ("More than one follow-up bears the number %lld. Give the whole id."),
                 (long long) *id);
  else
    *id = g_array_index (found, gint64, 0);
  return found->len == 1;
}

void
hf_open_follow_up_clear (HfOpenFollowUp *open)
{
  g_clear_pointer (&open->customer, g_free);
}

/**
 * hf_open_follow_up_read:
 * @open: (out caller-allocates): to be cleared
 *
 * Returns: %FALSE with %HF_ERROR_NOT_FOUND when it is closed, %HF_ERROR_NOT_ALLOWED when the
 *   customer is a colleague's (ROLE-1)
 */
gboolean
hf_open_follow_up_read (
    HfDb *db, const HfActor *actor, gint64 id, HfOpenFollowUp *open, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_FOLLOW_UP_FOR_CHANGE, error, "l", id))
    return FALSE;
  if (!hf_rows_next (&rows, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                             _ ("There is no such follow-up, or it is closed already."));
      return FALSE;
    }
  open->customer_id = hf_rows_int (&rows, 0);
  open->enrolment_id = hf_rows_int (&rows, 1);
  open->window_to = hf_rows_int (&rows, 2);
  open->customer = hf_rows_dup (&rows, 5);
  open->is_task = *hf_rows_text (&rows, 6) == '\0';
  open->due_on = hf_rows_int (&rows, 10);
  open->is_deadline = hf_rows_int (&rows, 8) != 0 && hf_rows_int (&rows, 9) == 0;
  return hf_domain_parse_set (HF_DOMAIN_CHANNEL, hf_rows_text (&rows, 4), &open->channels, error) &&
         (open->is_task || hf_ways_parse (hf_rows_text (&rows, 6), &open->ways, error)) &&
         hf_actor_check_owner (actor, hf_rows_int (&rows, 3), error);
}

/**
 * hf_command_snooze:
 * @until: when to remind again, after "now"
 *
 * Moves the reminder, not the due day (SCHED-8), to a time at which the customer may be contacted
 * (CAL-5).
 */
gboolean
hf_command_snooze (HfDb *db, const HfActor *actor, gint64 id, HfMinute until, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_auto (HfOpenFollowUp) open = { 0 };

  if (until <= actor->now)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("Choose a time that is still to come."));
      return FALSE;
    }
  return hf_operation_begin (&operation, db, actor, "follow-up.snooze", error) &&
         hf_open_follow_up_read (db, actor, id, &open, error) &&
         (open.is_task || hf_contact_hours_check (until, error)) &&
         hf_db_run (db, HF_QUERY_FOLLOW_UP_SNOOZE, error, "ll", id, until) &&
         hf_operation_commit (&operation, open.customer, error);
}

/**
 * hf_command_tick:
 *
 * Work within the branch is done: a note to write, a card to post. A contact is done by a visit
 * (SCHED-3).
 */
gboolean
hf_command_tick (HfDb *db, const HfActor *actor, gint64 id, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_auto (HfOpenFollowUp) open = { 0 };

  if (!hf_operation_begin (&operation, db, actor, "follow-up.done", error) ||
      !hf_open_follow_up_read (db, actor, id, &open, error))
    return FALSE;
  if (!open.is_task)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("Record the contact with the customer: that is what completes it."));
      return FALSE;
    }
  if (open.is_deadline)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("Move the complaint to its next stage: that is what completes it."));
      return FALSE;
    }
  return hf_db_run (db, HF_QUERY_FOLLOW_UP_TICK, error, "ll", id, actor->now) &&
         hf_engine_update_customer (db, actor, open.customer_id, error) &&
         hf_operation_commit (&operation, open.customer, error);
}

/**
 * hf_command_skip:
 * @reason: why, needed (SCHED-8)
 */
gboolean
hf_command_skip (HfDb *db, const HfActor *actor, gint64 id, const char *reason, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_auto (HfOpenFollowUp) open = { 0 };

  if (hf_text_is_blank (reason))
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("Say why it is skipped."));
      return FALSE;
    }
  return hf_text_check (reason, error) &&
         hf_operation_begin (&operation, db, actor, "follow-up.skip", error) &&
         hf_open_follow_up_read (db, actor, id, &open, error) &&
         hf_db_run (db, HF_QUERY_FOLLOW_UP_SKIP, error, "lsl", id, reason, actor->now) &&
         hf_db_run (db, HF_QUERY_PROMISE_NOT_KEPT, error, "l", id) &&
         hf_db_run (db, HF_QUERY_RECOVERY_DISMISSED, error, "l", id) &&
         hf_engine_update_customer (db, actor, open.customer_id, error) &&
         hf_operation_commit (&operation, open.customer, error);
}
