/* hf-handover.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-handover.h"

#include <glib/gi18n-lib.h>

#include "hf-contact-facts.h"
#include "hf-customer-list.h"
#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-follow-up.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-text-check.h"
#include "hf-tier-schemes.h"

/* The introduction is made at once, before something else has to be done for the customer. */
#define INTRODUCE_WITHIN (2)

static gboolean
introduce (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  g_autoptr (HfContactFacts) contact = hf_contact_facts_load (db, customer, error);
  HfFollowUpDraft draft = { 0 };
  HfDay today = hf_minute_get_day (actor->now);
  HfSet channels;
  HfWays ways;
  HfDay day;
  gint64 id;

  if (contact == NULL || !hf_ways_parse ("phone:agent;home:agent;phone:manager", &ways, error))
    return FALSE;
  if (contact->barred)
    return TRUE;
  channels = hf_ways_get_channels (&ways);
  day = hf_contact_rules_next_allowed_day (&contact->rules, today, channels);
  draft.blocked = day == HF_DAY_NONE;
  day = draft.blocked ? today : day;
  draft.customer_id = customer;
  draft.staff_id = contact->owner_id;
  draft.kind = HF_KIND_STEP;
  draft.original_on = draft.anchor_on = draft.window_from = today;
  draft.window_to = MAX (day, today + INTRODUCE_WITHIN);
  draft.due_at = hf_contact_facts_get_reminder (contact, day, &ways);
  draft.ways = &ways;
  draft.cause = "introduction";
  return hf_follow_up_insert (db, &draft, &id, error) &&
         hf_db_run (db, HF_QUERY_GREETING_LOOK_AGAIN, error, "ll", customer, day);
}

/**
 * hf_handover_record:
 * @from: 0 for nobody
 * @to: 0 for nobody
 *
 * Within a running operation: open follow-ups go along, it is written down who had the customer
 * before (CARD-11), and the new owner begins with an introduction call (CARD-14).
 */
gboolean
hf_handover_record (HfDb *db,
                    const HfActor *actor,
                    gint64 customer,
                    gint64 from,
                    gint64 to,
                    const char *reason,
                    GError **error)
{
  return hf_db_run (db, HF_QUERY_CUSTOMER_SET_OWNER, error, "lr", customer, to) &&
         hf_db_run (db, HF_QUERY_FOLLOW_UP_HAND_OVER, error, "lr", customer, to) &&
         hf_db_run (db, HF_QUERY_HANDOVER_INSERT, error, "llrrsl", hf_db_new_id (db), customer,
                    from, to, reason, hf_minute_get_day (actor->now)) &&
         (to == 0 || introduce (db, actor, customer, error));
}

static gboolean
hand_one (HfDb *db,
          const HfActor *actor,
          gint64 customer,
          gint64 to,
          const char *reason,
          guint *n_handed,
          GError **error)
{
  gint64 from;

  if (!hf_lookup_customer_owner (db, customer, &from, error) ||
      !hf_actor_check_owner (actor, from, error))
    return FALSE;
  if (from == to)
    return TRUE;
  *n_handed += 1;
  /* Routine contacts of that week give way to the introduction at once (SCHED-4). */
  return hf_handover_record (db, actor, customer, from, to, reason, error) &&
         hf_engine_update_customer (db, actor, customer, error);
}

/**
 * hf_handover_dup_there:
 * @customers: (element-type gint64):
 *
 * Returns: (transfer full) (element-type gint64): those whose cards are still there, neither merged
 * nor erased; %NULL with an error
 */
GArray *
hf_handover_dup_there (HfDb *db, const GArray *customers, GError **error)
{
  g_autoptr (GArray) there = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < customers->len; i++)
    {
      gint64 id = g_array_index (customers, gint64, i);
      gint64 owner = -1;

      if (!hf_db_get_int (db, HF_QUERY_CUSTOMER_OWNER, &owner, error, "l", id))
        return NULL;
      if (owner >= 0)
        g_array_append_val (there, id);
    }
  return g_steal_pointer (&there);
}

static gboolean
check_request (HfDb *db, gint64 to, const char *reason, char **name, GError **error)
{
  if (hf_text_is_blank (reason))
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("Say why the customers are handed over."));
      return FALSE;
    }
  if (!hf_text_check (reason, error))
    return FALSE;
  *name = hf_db_dup_text (db, HF_QUERY_STAFF_NAME_ACTIVE, error, "l", to);
  if (*name != NULL)
    return TRUE;
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                         _ ("Choose somebody who works here still."));
  return FALSE;
}

static char *
dup_subject (HfDb *db, GArray *customers, guint n_handed, const char *to, GError **error)
{
  g_autofree char *whom = NULL;

  if (customers->len == 1)
    whom = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l",
                           g_array_index (customers, gint64, 0));
  else
    whom = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u customer", "%u customers", n_handed),
                            n_handed);
  return whom != NULL ? g_strdup_printf ("%s → %s", whom, to) : NULL;
}

/**
 * hf_command_hand_over:
 * @customers: (element-type gint64): may hold some that @to has already
 * @reason: why, needed
 * @n_handed: (out): how many changed hands
 *
 * Gives customers to @to, with their open follow-ups, and an introduction call as the first thing
 * to do (CARD-11, CARD-14). An agent may hand over their own (ROLE-1).
 */
gboolean
hf_command_hand_over (HfDb *db,
                      const HfActor *actor,
                      GArray *customers,
                      gint64 to,
                      const char *reason,
                      guint *n_handed,
                      GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = NULL;
  g_autofree char *subject = NULL;

  *n_handed = 0;
  if (!hf_operation_begin (&operation, db, actor, "customer.hand-over", error) ||
      !check_request (db, to, reason, &name, error))
    return FALSE;
  for (guint i = 0; i < customers->len; i++)
    {
      if (!hf_progress_step (db, i, customers->len, error) ||
          !hand_one (db, actor, g_array_index (customers, gint64, i), to, reason, n_handed, error))
        return FALSE;
    }
  subject = dup_subject (db, customers, *n_handed, name, error);
  return subject != NULL && hf_operation_commit (&operation, subject, error);
}

/**
 * hf_handover_dup_book:
 *
 * Returns: (transfer full) (element-type gint64): all whom @owner looks after, or %NULL
 */
GArray *
hf_handover_dup_book (HfDb *db, gint64 owner, GError **error)
{
  return hf_db_dup_ids (db, HF_QUERY_CUSTOMER_BOOK, error, "l", owner);
}

static void
fit_free (gpointer data)
{
  HfHandoverFit *fit = data;

  g_free (fit->name);
  g_free (fit);
}

/* The tier in which most of @customers stand; %NULL when none stands in any. */
static gboolean
find_tier (HfDb *db, GArray *customers, const HfTier **tier, GError **error)
{
  const HfStoredScheme *stored = hf_tier_schemes_find (db, "value", error);
  g_autofree char *json =
      hf_ids_to_json ((const gint64 *) (void *) customers->data, customers->len);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  gint64 most = 0;

  *tier = NULL;
  if (stored == NULL ||
      !hf_rows_open (&rows, db, HF_QUERY_HANDOVER_TIERS, error, "sl", json, stored->id))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      int rank = hf_tier_scheme_find (stored->scheme, hf_rows_text (&rows, 0));

      if (rank == HF_TIER_NONE || hf_rows_int (&rows, 1) <= most)
        continue;
      most = hf_rows_int (&rows, 1);
      *tier = hf_tier_scheme_get (stored->scheme, rank);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static void
take_skill (HfGrade skills[HF_N_SKILLS], const char *skill, const char *grade)
{
  static const char *const skill_nicks[] = { "professional", "service", "communication", NULL };
  static const char *const grade_nicks[] = { "average", "high", "very-high", NULL };

  for (guint i = 0; skill != NULL && skill_nicks[i] != NULL; i++)
    for (guint j = 0; grade_nicks[j] != NULL; j++)
      if (g_str_equal (skill, skill_nicks[i]) && g_strcmp0 (grade, grade_nicks[j]) == 0)
        skills[i] = (HfGrade) j;
}

static int
compare_fits (gconstpointer a, gconstpointer b)
{
  const HfHandoverFit *left = *(HfHandoverFit *const *) a;
  const HfHandoverFit *right = *(HfHandoverFit *const *) b;

  if (left->manages != right->manages)
    return left->manages ? 1 : -1;
  if (left->gap != right->gap)
    return left->gap - right->gap;
  return left->n_customers < right->n_customers ? -1 : left->n_customers > right->n_customers;
}

/* Somebody whose skills nobody wrote down counts as average. */
static GPtrArray *
read_fits (HfDb *db, const HfTier *tier, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) fits = g_ptr_array_new_with_free_func (fit_free);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  HfGrade skills[HF_N_SKILLS] = { 0 };
  HfHandoverFit *fit = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_STAFF_SKILLS, error, ""))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      if (hf_rows_int (&rows, 0) == owner)
        continue;
      if (fit == NULL || fit->staff_id != hf_rows_int (&rows, 0))
        {
          fit = g_new0 (HfHandoverFit, 1);
          fit->staff_id = hf_rows_int (&rows, 0);
          fit->name = hf_rows_dup (&rows, 1);
          fit->n_customers = (guint) hf_rows_int (&rows, 4);
          fit->manages = hf_rows_int (&rows, 5) != 0;
          g_ptr_array_add (fits, fit);
          memset (skills, 0, sizeof skills);
        }
      take_skill (skills, hf_rows_text (&rows, 2), hf_rows_text (&rows, 3));
      fit->gap = tier != NULL ? hf_tier_get_skill_gap (tier, skills) : 0;
    }
  if (local == NULL)
    return g_steal_pointer (&fits);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_handover_dup_fits:
 *
 * Returns: (transfer full) (element-type HfHandoverFit): who could take @customers over, but not
 *   who has them all already; those
 *   first whose recorded skills fit their tier in the value scheme, then those with fewer customers
 *   (TIER-2); %NULL with an error
 */
GPtrArray *
hf_handover_dup_fits (HfDb *db, GArray *customers, GError **error)
{
  g_autofree char *json =
      hf_ids_to_json ((const gint64 *) (void *) customers->data, customers->len);
  const HfTier *tier;
  GPtrArray *fits;
  gint64 owner;

  if (!find_tier (db, customers, &tier, error) ||
      !hf_db_get_int (db, HF_QUERY_HANDOVER_ONLY_OWNER, &owner, error, "s", json))
    return NULL;
  fits = read_fits (db, tier, owner, error);
  if (fits != NULL)
    g_ptr_array_sort (fits, compare_fits);
  return fits;
}
