/* hf-work.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-case-follow-up.h"
#include "hf-cause.h"
#include "hf-customer-list.h"
#include "hf-deadline-reminder.h"
#include "hf-greeting-store.h"
#include "hf-plans.h"
#include "hf-reason.h"
#include "hf-recovery.h"

void
hf_work_item_free (HfWorkItem *item)
{
  g_free (item->customer);
  g_free (item->plan);
  g_free (item->plan_name);
  g_free (item->title);
  g_free (item->reason);
  g_free (item->tier);
  g_free (item->window);
  g_free (item);
}

/**
 * hf_work_dup_ids:
 *
 * Returns: (transfer full) (element-type gint64): the follow-ups of @filter in WORK-2's order, or
 * %NULL
 */
GArray *
hf_work_dup_ids (HfDb *db, const HfWorkFilter *filter, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  HfDay from = filter->from != HF_DAY_NONE ? filter->from : G_MININT32;
  const char *state = hf_domain_get_nick (HF_DOMAIN_FOLLOW_UP_STATE, (int) filter->state);
  gboolean open = filter->state == HF_FOLLOW_UP_OPEN;
  gboolean opened;

  if (open && filter->staff_id != 0)
    opened = hf_rows_open (&rows, db, HF_QUERY_WORK_OPEN_OF_STAFF, error, "llll", from, filter->to,
                           filter->staff_id, filter->warned_by);
  else if (open)
    opened = hf_rows_open (&rows, db, HF_QUERY_WORK_OPEN, error, "llll", from, filter->to,
                           G_GINT64_CONSTANT (0), filter->warned_by);
  else
    opened = hf_rows_open (&rows, db, HF_QUERY_WORK_CLOSED, error, "llsl", from, filter->to, state,
                           filter->staff_id);
  return opened ? hf_rows_dup_ids (&rows, error) : NULL;
}

static int
parse_word (HfDomainSet set, const char *nick, int otherwise)
{
  int value = otherwise;

  if (nick != NULL)
    hf_domain_parse (set, nick, &value, NULL);
  return value;
}

static void
read_row (HfWorkItem *item, HfRows *rows)
{
  item->id = hf_rows_int (rows, 0);
  item->customer_id = hf_rows_int (rows, 1);
  item->staff_id = hf_rows_int (rows, 2);
  item->customer = hf_rows_dup (rows, 3);
  item->plan = hf_rows_dup (rows, 4);
  item->step = (int) hf_rows_int (rows, 6);
  item->occurrence = (int) hf_rows_int (rows, 7);
  item->kind = (HfKind) parse_word (HF_DOMAIN_KIND, hf_rows_text (rows, 8), HF_KIND_ROUTINE);
  item->priority = (int) hf_rows_int (rows, 9);
  item->due_at = hf_rows_int (rows, 10);
  item->due_on = hf_rows_int (rows, 11);
  item->original_on = hf_rows_int (rows, 12);
  item->window_from = hf_rows_int (rows, 13);
  item->window_to = hf_rows_int (rows, 14);
  hf_ways_parse (hf_rows_text (rows, 15), &item->ways, NULL);
  item->channel = item->ways.n_ways > 0 ? item->ways.ways[0].channel : HF_CHANNEL_PHONE;
  item->title = hf_rows_dup (rows, 16);
  item->state =
      (HfFollowUpState) parse_word (HF_DOMAIN_FOLLOW_UP_STATE, hf_rows_text (rows, 18), 0);
  item->remind_at = MAX (hf_rows_int_or (rows, 19, item->due_at), item->due_at);
  item->closed_at = hf_rows_int_or (rows, 20, HF_MINUTE_NONE);
  item->tier = hf_rows_dup (rows, 21);
  item->stage = (int) hf_rows_int_or (rows, 22, -1);
  item->window = hf_rows_dup (rows, 23);
  item->outcome = parse_word (HF_DOMAIN_OUTCOME, hf_rows_text (rows, 24), -1);
  item->minutes = (int) hf_rows_int_or (rows, 25, -1);
  item->next_due_at = hf_rows_int_or (rows, 28, HF_MINUTE_NONE);
  item->index = (guint) hf_rows_int (rows, 29);
  item->count = (guint) hf_rows_int (rows, 30);
  item->blocked = hf_rows_int (rows, 31) != 0;
}

/* A person who chose another day is the reason for it, whatever moved it before (SCHED-8). */
static HfMoveCause
read_move (HfRows *rows)
{
  return hf_rows_int (rows, 34) != 0 ? HF_MOVE_BY_STAFF : hf_cause_parse (hf_rows_text (rows, 17));
}

static void
describe_planned (HfWorkItem *item, const HfPlan *plan, HfRows *rows)
{
  const HfPlanItem *step = hf_plan_find_item (plan, item->step);
  HfReason reason = { 0 };

  item->plan_name = g_strdup (plan->name);
  if (step == NULL)
    return;
  g_free (item->title);
  item->title = g_strdup (step->title);
  item->task_roles = step->task_roles;
  reason.plan_name = plan->name;
  reason.trigger = plan->trigger;
  reason.started = hf_rows_int (rows, 26);
  reason.by_hand = hf_rows_is_null (rows, 32);
  reason.item = step;
  reason.occurrence = item->occurrence;
  reason.index = item->index;
  reason.count = item->count;
  reason.anchor_day = hf_rows_int_or (rows, 27, reason.started);
  reason.original_day = item->original_on;
  reason.due_day = item->due_on;
  reason.moved = read_move (rows);
  item->reason = hf_reason_format (&reason);
}

static const char *
get_special_label (const char *word)
{
  if (g_str_has_prefix (word, "birthday"))
    return _ ("Birthday");
  if (g_str_has_prefix (word, "wedding"))
    return _ ("Wedding anniversary");
  if (g_str_has_prefix (word, "spouse-birthday"))
    return _ ("Spouse’s birthday");
  return strchr (word, ':') != NULL ? strchr (word, ':') + 1 : _ ("Special day");
}

/* CAL-7: something to prepare, without a way to the customer, and the day itself. */
static void
describe_special (HfWorkItem *item, HfRows *rows)
{
  g_autofree char *day = hf_reason_format_day (hf_rows_int_or (rows, 27, item->due_on));
  g_autofree char *word = g_steal_pointer (&item->title);
  const char *label = get_special_label (word + strlen ("special:"));
  g_autofree char *move = hf_reason_format_move (item->original_on, item->due_on, read_move (rows));

  if (item->ways.n_ways == 0)
    {
      item->task_roles = HF_BIT (HF_ROLE_AGENT);
      item->title = g_strdup_printf (_ ("%s: prepare"), label);
      item->reason =
          g_strdup_printf (_ ("%s on %s: have a card or a small gift arrive in time"), label, day);
    }
  else
    {
      item->title = g_strdup_printf (_ ("%s: congratulate"), label);
      item->reason = move != NULL ? g_strdup_printf (_ ("%s on %s; %s"), label, day, move)
                                  : g_strdup_printf (_ ("%s on %s"), label, day);
    }
}

static void
describe_recovery (HfWorkItem *item, const char *kind)
{
  item->puts_right = TRUE;
  g_free (item->title);
  item->title = g_strdup (_ ("Put right what we did wrong"));
  item->reason = g_strdup (hf_recovery_get_label (kind));
}

static void
describe_invitation (HfWorkItem *item, const char *day)
{
  g_autofree char *event = g_steal_pointer (&item->title);

  item->title = g_strdup_printf (_ ("Ask for the reply: %s"), event);
  item->reason = g_strdup_printf (_ ("Invited to “%s” on %s: will they come?"), event, day);
}

static void
describe_deadline (HfWorkItem *item, HfRows *rows)
{
  g_autofree char *title = g_steal_pointer (&item->title);
  gboolean passed = g_strcmp0 (hf_rows_text (rows, 17), "deadline-missed") == 0;

  if (item->ways.n_ways == 0)
    item->task_roles = HF_BIT (passed ? HF_ROLE_MANAGER : HF_ROLE_AGENT);
  item->title = hf_deadline_reminder_describe (
      title, item->due_at, hf_rows_int_or (rows, 27, item->due_on), passed, &item->reason);
}

static const char *
get_other_title (const HfWorkItem *item, const char *cause)
{
  if (g_strcmp0 (cause, "asked-to-call-later") == 0)
    return _ ("Call back as asked");
  if (g_strcmp0 (cause, "introduction") == 0)
    return _ ("Introduction call");
  if (g_strcmp0 (cause, "adverse") == 0)
    return _ ("An expert calls; less or none of it until then");
  return hf_domain_get_label (HF_DOMAIN_KIND, (int) item->kind);
}

static gboolean
describe_greeting (HfWorkItem *item, HfDb *db, gint64 greeting, GError **error)
{
  g_autofree char *title = g_steal_pointer (&item->title);

  item->title = hf_greeting_describe (db, greeting, title, &item->reason, error);
  return item->title != NULL;
}

/* Those that no plan asked for say so themselves. */
static void
describe_other (HfWorkItem *item, HfRows *rows)
{
  const char *cause = hf_rows_text (rows, 17);
  g_autofree char *day =
      hf_reason_format_day_seen (hf_rows_int_or (rows, 27, item->due_on), item->due_on);
  const char *reason = NULL;
  const char *title = hf_case_follow_up_describe (cause, &reason);

  if (title != NULL)
    {
      g_free (item->title);
      item->title = g_strdup (title);
      item->reason = g_strdup (reason);
    }
  else if (g_str_has_prefix (item->title, "special:"))
    describe_special (item, rows);
  else if (g_str_has_prefix (item->title, "complaint:"))
    describe_deadline (item, rows);
  else if (g_str_has_prefix (cause, "recovery-"))
    describe_recovery (item, cause + strlen ("recovery-"));
  else if (g_strcmp0 (cause, "invitation") == 0)
    describe_invitation (item, day);
  else if (g_strcmp0 (cause, "promise") == 0)
    item->reason = g_strdup_printf (_ ("Promised on %s: %s"), day, item->title);
  else if (g_strcmp0 (cause, "asked-to-call-later") == 0)
    item->reason = g_strdup_printf (_ ("On %s the customer asked to be called at this time"), day);
  else if (g_strcmp0 (cause, "introduction") == 0)
    item->reason = g_strdup_printf (_ ("Handed over to you on %s: introduce yourself"), day);
  else if (g_strcmp0 (cause, "adverse") == 0)
    item->reason = g_strdup (_ ("Does not feel well with the product: stop or reduce its use until "
                                "an expert has answered"));
  else
    item->reason = g_strdup (hf_domain_get_label (HF_DOMAIN_KIND, (int) item->kind));
  if (*item->title == '\0')
    {
      g_free (item->title);
      item->title = g_strdup (get_other_title (item, cause));
    }
}

/**
 * hf_work_load:
 *
 * Returns: (transfer full) (nullable): the follow-up as a list shows it; %NULL when it is gone, or
 * with an error
 */
HfWorkItem *
hf_work_load (HfDb *db, gint64 id, GError **error)
{
  g_autoptr (HfWorkItem) item = g_new0 (HfWorkItem, 1);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  gint64 plan_id;
  HfPlan *plan = NULL;
  g_autofree char *why = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_WORK_ITEM, error, "l", id) || !hf_rows_next (&rows, error))
    return NULL;
  read_row (item, &rows);
  plan_id = hf_rows_int (&rows, 5);
  if (item->kind == HF_KIND_GREETING)
    {
      if (!describe_greeting (item, db, hf_rows_int (&rows, 33), error))
        return NULL;
    }
  else if (plan_id != 0 && !hf_plans_look_up (db, plan_id, &plan, &why, error))
    return NULL;
  else if (plan != NULL)
    describe_planned (item, plan, &rows);
  else
    describe_other (item, &rows);
  if (why != NULL)
    {
      g_free (item->reason);
      item->reason = g_steal_pointer (&why);
    }
  return g_steal_pointer (&item);
}

/**
 * hf_work_dup_customers:
 * @follow_ups: (element-type gint64):
 *
 * Returns: (transfer full) (element-type gint64): whose they are, each customer once, in that
 * order; %NULL with an error
 */
GArray *
hf_work_dup_customers (HfDb *db, GArray *follow_ups, GError **error)
{
  g_autofree char *json =
      hf_ids_to_json ((const gint64 *) (void *) follow_ups->data, follow_ups->len);

  return hf_db_dup_ids (db, HF_QUERY_WORK_CUSTOMERS, error, "s", json);
}
