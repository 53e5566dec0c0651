/* hf-reschedule.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reschedule.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-range.h"
#include "hf-calendar-store.h"
#include "hf-contact-facts.h"
#include "hf-engine.h"
#include "hf-follow-up-open.h"
#include "hf-office.h"
#include "hf-text-check.h"

/* So many at once: more than a person can have in view. */
#define MOST_MOVED (500)

/**
 * Moved:
 * @is_payment: not a follow-up but what is owed for a purchase
 *
 * What is to be moved, and what limits that.
 */
typedef struct
{
  gint64 id;
  gboolean is_payment;
  HfOpenFollowUp open;
  HfContactFacts *facts;
} Moved;

static void
clear_moved (gpointer data)
{
  Moved *moved = data;

  hf_open_follow_up_clear (&moved->open);
  g_clear_pointer (&moved->facts, hf_contact_facts_free);
}

/* Ids are given by one counter: one that is no purchase's is a follow-up's. */
static gboolean
read_payment (HfDb *db, const HfActor *actor, Moved *moved, gboolean *found, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_PAYMENT_FOR_CHANGE, error, "l", moved->id))
    return FALSE;
  *found = hf_rows_next (&rows, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!*found)
    return TRUE;
  moved->is_payment = TRUE;
  moved->open.customer_id = hf_rows_int (&rows, 0);
  moved->open.customer = hf_rows_dup (&rows, 2);
  moved->open.due_on = hf_rows_int (&rows, 3);
  moved->open.window_to = G_MAXINT64;
  return hf_actor_check_owner (actor, hf_rows_int (&rows, 1), error);
}

static gboolean
read_moved (HfDb *db, const HfActor *actor, Moved *moved, GError **error)
{
  gboolean payment = FALSE;

  if (!read_payment (db, actor, moved, &payment, error))
    return FALSE;
  if (!payment && !hf_open_follow_up_read (db, actor, moved->id, &moved->open, error))
    return FALSE;
  moved->facts = hf_contact_facts_load (db, moved->open.customer_id, error);
  return moved->facts != NULL;
}

static GArray *
read_all (HfDb *db, const HfActor *actor, const gint64 *ids, gsize n_ids, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Moved));

  g_array_set_clear_func (all, clear_moved);
  if (n_ids == 0 || n_ids > MOST_MOVED)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("Choose 1 to %d follow-ups."),
                   MOST_MOVED);
      return NULL;
    }
  for (gsize i = 0; i < n_ids; i++)
    {
      Moved moved = { .id = ids[i] };

      g_array_append_val (all, moved);
      if (!read_moved (db, actor, &g_array_index (all, Moved, i), error))
        return NULL;
    }
  return g_steal_pointer (&all);
}

static const char *
explain_contact (const Moved *moved, HfDay day)
{
  if (moved->open.is_task)
    return NULL;
  switch (hf_contact_rules_explain (&moved->facts->rules, day, moved->open.channels))
    {
    case HF_MOVE_WEEKDAY:
      return _ ("The customer does not want to be contacted on that weekday. Choose another day.");
    case HF_MOVE_DAY:
      return _ ("The customer does not want to be contacted on that day. Choose another.");
    case HF_MOVE_QUIET:
      return _ ("The customer is in treatment or at rest until later. Choose a day after that.");
    case HF_MOVE_NO_HOME:
      return _ ("No home visits around a birth. Choose a later day, or another channel.");
    case HF_MOVE_REFUSED:
      return _ ("The customer does not want to be contacted this way.");
    case HF_MOVE_NONE:
    case HF_MOVE_CAP:
    case HF_MOVE_PAUSED:
    case HF_MOVE_BY_STAFF:
    default:
      return NULL;
    }
}

/* Why @day is not possible, %NULL when it is. */
static const char *
explain (const Moved *moved, const HfWorkCalendar *calendar, HfDay today, HfDay day)
{
  if (moved->open.is_deadline)
    return _ ("The deadline of a complaint can't be moved. While you wait for the customer, record "
              "that on the complaint.");
  if (day < today)
    return _ ("This day is over. Choose a later one.");
  if (moved->is_payment)
    return hf_work_calendar_allows_collection (calendar, day)
               ? NULL
               : _ ("Payments are not collected on Sundays and public holidays.");
  return explain_contact (moved, day);
}

static gboolean
check (const GArray *all,
       const HfWorkCalendar *calendar,
       HfDay today,
       HfDay to,
       const char *reason,
       GError **error)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Moved *moved = &g_array_index (all, Moved, i);
      const char *sentence = explain (moved, calendar, today, to);

      if (sentence == NULL && to > moved->open.window_to && hf_text_is_blank (reason))
        sentence = _ ("That is later than the care plan allows. Give a reason for it.");
      if (sentence == NULL)
        continue;
      if (all->len == 1)
        g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, sentence);
      else
        g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, "%s: %s", moved->open.customer, sentence);
      return FALSE;
    }
  return TRUE;
}

static gboolean
move_one (
    HfDb *db, const HfActor *actor, Moved *moved, HfDay to, const char *reason, GError **error)
{
  HfMinute due_at;

  if (moved->is_payment)
    return hf_db_run (db, HF_QUERY_PAYMENT_MOVE, error, "ll", moved->id, to);
  due_at = hf_contact_facts_get_reminder (moved->facts, to, &moved->open.ways);
  return hf_db_run (db, HF_QUERY_FOLLOW_UP_MOVE, error, "llls", moved->id, due_at, to,
                    reason != NULL ? reason : "") &&
         hf_engine_update_customer (db, actor, moved->open.customer_id, error);
}

/* Whose they are, as the list of what was done says it. */
static char *
describe (const GArray *all)
{
  const Moved *first = &g_array_index (all, Moved, 0);

  if (all->len == 1)
    return g_strdup (first->open.customer);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s and %u other", "%s and %u others", all->len - 1),
      first->open.customer, all->len - 1);
}

/**
 * hf_command_reschedule_many:
 * @ids: follow-ups, and purchases of which a payment is to be collected (CAL-6)
 * @to: the new due day
 * @reason: (nullable): needed when @to is later than a window allows (SCHED-8)
 *
 * All of them or none, as one operation. Routine contacts give way to the new day (SCHED-4); an
 * hour that was agreed for the old day is none for the new one.
 */
gboolean
hf_command_reschedule_many (HfDb *db,
                            const HfActor *actor,
                            const gint64 *ids,
                            gsize n_ids,
                            HfDay to,
                            const char *reason,
                            GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfWorkCalendar) calendar = NULL;
  g_autoptr (GArray) all = NULL;
  g_autofree char *subject = NULL;

  if ((reason != NULL && !hf_text_check (reason, error)) ||
      !hf_operation_begin (&operation, db, actor, "follow-up.reschedule", error) ||
      (all = read_all (db, actor, ids, n_ids, error)) == NULL ||
      (calendar = hf_calendar_load (db, error)) == NULL ||
      !check (all, calendar, hf_minute_get_day (actor->now), to, reason, error))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      if (!move_one (db, actor, &g_array_index (all, Moved, i), to, reason, error))
        return FALSE;
    }
  subject = describe (all);
  return hf_operation_commit (&operation, subject, error);
}

/**
 * hf_command_reschedule:
 *
 * hf_command_reschedule_many() for one.
 */
gboolean
hf_command_reschedule (
    HfDb *db, const HfActor *actor, gint64 id, HfDay to, const char *reason, GError **error)
{
  return hf_command_reschedule_many (db, actor, &id, 1, to, reason, error);
}

static void
clear_move_day (gpointer data)
{
  g_free (((HfMoveDay *) data)->refused);
}

static void
add_to_day (
    HfMoveDay *day, const Moved *moved, const char *sentence, gboolean alone, const int *minutes)
{
  if (sentence != NULL && day->refused == NULL)
    day->refused =
        alone ? g_strdup (sentence) : g_strdup_printf ("%s: %s", moved->open.customer, sentence);
  if (day->day > moved->open.window_to)
    day->asks_reason = TRUE;
  if (day->day != moved->open.due_on && !moved->is_payment && !moved->open.is_task)
    day->minutes += minutes[moved->open.ways.ways[0].channel];
}

/**
 * hf_reschedule_preview:
 * @from, @to: the days that are in view, both included
 *
 * What hf_command_reschedule_many() would say to each of the days, so that whoever drags knows
 * before the drop.
 *
 * Returns: (transfer full) (element-type HfMoveDay): or %NULL with an error
 */
GArray *
hf_reschedule_preview (HfDb *db,
                       const HfActor *actor,
                       const gint64 *ids,
                       gsize n_ids,
                       HfDay from,
                       HfDay to,
                       GError **error)
{
  g_autoptr (GArray) all = read_all (db, actor, ids, n_ids, error);
  g_autoptr (GArray) days = g_array_new (FALSE, TRUE, sizeof (HfMoveDay));
  g_autoptr (HfWorkCalendar) calendar = NULL;
  int minutes[HF_CHANNEL_POST + 1] = { 0 };

  g_array_set_clear_func (days, clear_move_day);
  if (all == NULL || (calendar = hf_calendar_load (db, error)) == NULL ||
      !hf_load_minutes_read (db, minutes, error))
    return NULL;
  for (HfDay day = from; day <= to; day++)
    {
      HfMoveDay move = { .day = day };

      for (guint i = 0; i < all->len; i++)
        {
          const Moved *moved = &g_array_index (all, Moved, i);

          add_to_day (&move, moved, explain (moved, calendar, hf_minute_get_day (actor->now), day),
                      all->len == 1, minutes);
        }
      g_array_append_val (days, move);
    }
  return g_steal_pointer (&days);
}
