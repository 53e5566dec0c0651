/* hf-week-plan.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-week-plan.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-staff.h"
#include "hf-text-check.h"

#define WEEK (7)

/* A plan further ahead is a wish. */
#define MAX_WEEKS_AHEAD (4)

/* What is late for longer is in Today; a week is about what can be done in it. */
#define LATE_DAYS (30)

#define MAX_LINES (1000)

/**
 * hf_week_get_monday:
 *
 * Returns: the first day of the week of @day
 */
HfDay
hf_week_get_monday (HfDay day)
{
  return day - (hf_day_get_weekday (day) - HF_MONDAY);
}

void
hf_week_line_free (HfWeekLine *line)
{
  g_free (line->customer);
  g_free (line->tier);
  g_free (line->result);
  g_free (line);
}

void
hf_week_sum_free (HfWeekSum *sum)
{
  g_free (sum->staff);
  g_free (sum);
}

static HfWeekLine *
read_line (HfRows *rows)
{
  HfWeekLine *line = g_new0 (HfWeekLine, 1);

  line->customer_id = hf_rows_int (rows, 0);
  line->customer = hf_rows_dup (rows, 1);
  line->tier = hf_rows_dup (rows, 2);
  line->intent = HF_INTENT_NONE;
  if (!hf_rows_is_null (rows, 3))
    hf_domain_parse (HF_DOMAIN_INTENT, hf_rows_text (rows, 3), &line->intent, NULL);
  line->result = hf_rows_dup (rows, 4);
  line->due_on = hf_rows_int_or (rows, 5, HF_DAY_NONE);
  line->tries = (int) hf_rows_int (rows, 6);
  if (hf_rows_int (rows, 8) != 0)
    line->outcome = HF_WEEK_BOUGHT;
  else if (hf_rows_int (rows, 7) != 0)
    line->outcome = HF_WEEK_REACHED;
  else
    line->outcome = line->tries > 0 ? HF_WEEK_TRIED : HF_WEEK_NOTHING;
  return line;
}

/**
 * hf_week_dup_lines:
 * @staff: whose week
 * @monday: its first day
 *
 * The customers of the week: those with an intent, those who were contacted, those with whom
 * something is due; in the week that runs also what is late. For a reader's thread.
 *
 * Returns: (transfer full) (element-type HfWeekLine): by the day on which something is due; %NULL
 *   with an error, %HF_ERROR_NOT_ALLOWED for a colleague's (ROLE-1)
 */
GPtrArray *
hf_week_dup_lines (HfDb *db, const HfActor *actor, gint64 staff, HfDay monday, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_week_line_free);
  gboolean running = hf_week_get_monday (hf_minute_get_day (actor->now)) == monday;
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_actor_check_staff (actor, staff, error) ||
      !hf_rows_open (&rows, db, HF_QUERY_WEEK_LINES, error, "llli", staff, monday,
                     running ? monday - LATE_DAYS : monday, MAX_LINES))
    return NULL;
  while (hf_rows_next (&rows, &local))
    g_ptr_array_add (list, read_line (&rows));
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static HfWeekSum *
sum_up (HfDb *db, const HfActor *actor, const HfStaff *person, HfDay monday, GError **error)
{
  g_autoptr (GPtrArray) lines = hf_week_dup_lines (db, actor, person->id, monday, error);
  HfWeekSum *sum;

  if (lines == NULL)
    return NULL;
  sum = g_new0 (HfWeekSum, 1);
  sum->staff_id = person->id;
  sum->staff = g_strdup (person->name);
  for (guint i = 0; i < lines->len; i++)
    {
      const HfWeekLine *line = lines->pdata[i];

      sum->counts[line->intent != HF_INTENT_NONE ? line->intent : HF_N_INTENTS][line->outcome]++;
    }
  return sum;
}

/**
 * hf_week_dup_sums:
 * @staff: whose, 0 for everybody's
 *
 * What was meant against what came of it, for the agent on Monday and for the manager. For a
 * reader's thread.
 *
 * Returns: (transfer full) (element-type HfWeekSum): %NULL with an error
 */
GPtrArray *
hf_week_dup_sums (HfDb *db,
                  const HfActor *actor,
                  gint64 staff,
                  HfDay monday,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_week_sum_free);
  g_autoptr (GPtrArray) all = NULL;

  if (!hf_actor_check_staff (actor, staff, error) ||
      (all = hf_staff_dup_active (db, error)) == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      const HfStaff *person = all->pdata[i];
      HfWeekSum *sum;

      if (staff != 0 ? person->id != staff : person->role == HF_ROLE_MANAGER)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (sum = sum_up (db, actor, person, monday, error)) == NULL)
        return NULL;
      g_ptr_array_add (list, sum);
    }
  return g_steal_pointer (&list);
}

/**
 * hf_week_sum_count:
 * @intent: %HF_N_INTENTS for those without; -1 for all that have one
 * @outcome: -1 for any
 *
 * Returns: how many customers
 */
int
hf_week_sum_count (const HfWeekSum *sum, int intent, int outcome)
{
  int n = 0;

  for (int i = 0; i <= HF_N_INTENTS; i++)
    for (int j = 0; j < HF_N_WEEK_OUTCOMES; j++)
      if ((intent < 0 ? i < HF_N_INTENTS : i == intent) && (outcome < 0 || j == outcome))
        n += sum->counts[i][j];
  return n;
}

static gboolean
check_week (const HfActor *actor, HfDay monday, GError **error)
{
  HfDay this_week = hf_week_get_monday (hf_minute_get_day (actor->now));
  const char *sentence = NULL;

  if (monday != hf_week_get_monday (monday))
    sentence = _ ("A week begins on a Monday.");
  else if (monday < this_week)
    sentence =
        _ ("This week is over: what was meant then stays as it is. Plan the week that runs.");
  else if (monday > this_week + MAX_WEEKS_AHEAD * WEEK)
    sentence = _ ("This week is far ahead. Plan it once it is nearer.");
  if (sentence != NULL)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, sentence);
  return sentence == NULL;
}

/* The plan is the owner's, whoever writes it; of a customer of nobody it is the writer's. */
static gboolean
find_planner (HfDb *db, const HfActor *actor, gint64 customer, gint64 *staff, GError **error)
{
  gint64 owner;

  if (!hf_lookup_customer_owner (db, customer, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error))
    return FALSE;
  *staff = owner != 0 ? owner : actor->staff_id;
  if (*staff == 0)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                         _ ("Nobody looks after this customer yet. Give them an owner first."));
  return *staff != 0;
}

static gboolean
set_one (HfDb *db, const HfActor *actor, gint64 customer, HfDay monday, int intent, GError **error)
{
  gint64 staff;

  if (!find_planner (db, actor, customer, &staff, error))
    return FALSE;
  if (intent == HF_INTENT_NONE)
    return hf_db_run (db, HF_QUERY_WEEK_INTENT_CLEAR, error, "ll", customer, monday);
  return hf_db_run (db, HF_QUERY_WEEK_INTENT_SET, error, "lllls", hf_db_new_id (db), customer,
                    staff, monday, hf_domain_get_nick (HF_DOMAIN_INTENT, intent));
}

static char *
format_subject (HfDb *db, const GArray *customers)
{
  if (customers->len == 1)
    return hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, NULL, "l",
                           g_array_index (customers, gint64, 0));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u customer", "%u customers", customers->len), customers->len);
}

/**
 * hf_command_set_intents:
 * @customers: (element-type gint64):
 * @monday: of a week that is not over
 * @intent: an #HfIntent, or %HF_INTENT_NONE to take it back
 *
 * What is meant to be reached with them in the week (CAL-10).
 */
gboolean
hf_command_set_intents (HfDb *db,
                        const HfActor *actor,
                        const GArray *customers,
                        HfDay monday,
                        int intent,
                        GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *subject = NULL;
  gboolean changed = FALSE;

  if (customers->len == 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("Choose customers first."));
      return FALSE;
    }
  if (!check_week (actor, monday, error) ||
      !hf_operation_begin (&operation, db, actor, "week.plan", error))
    return FALSE;
  for (guint i = 0; i < customers->len; i++)
    {
      if (!set_one (db, actor, g_array_index (customers, gint64, i), monday, intent, error))
        return FALSE;
      changed = changed || hf_db_get_changes (db) > 0;
    }
  if (!changed)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                           _ ("Nothing was planned for that week: there is nothing to take back."));
      return FALSE;
    }
  subject = format_subject (db, customers);
  return hf_operation_commit (&operation, subject, error);
}

/**
 * hf_command_set_week_result:
 * @monday: of a week for which the customer has an intent; may be over, but has begun (CAL-10)
 * @text: what came of it, in the agent's words
 */
gboolean
hf_command_set_week_result (
    HfDb *db, const HfActor *actor, gint64 customer, HfDay monday, const char *text, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = NULL;
  gint64 staff;

  if (monday > hf_minute_get_day (actor->now))
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("This week has not begun yet. Write the result once it has."));
      return FALSE;
    }
  if (!hf_text_check (text, error) ||
      !hf_operation_begin (&operation, db, actor, "week.result", error) ||
      !find_planner (db, actor, customer, &staff, error) ||
      !hf_db_run (db, HF_QUERY_WEEK_RESULT_SET, error, "lls", customer, monday, text))
    return FALSE;
  if (hf_db_get_changes (db) == 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                           _ ("Nothing was planned with this customer in that week."));
      return FALSE;
    }
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer);
  return name != NULL && hf_operation_commit (&operation, name, error);
}
