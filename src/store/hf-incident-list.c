/* hf-incident-list.c: incidents, read
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-incident.h"
#include "hf-lookup.h"
#include "hf-office.h"

static const struct
{
  const char *nick;
  const char *label;
} tasks[HF_N_INCIDENT_TASKS] = {
  { "courier", N_ ("Ring the courier's head office with the tracking number") },
  { "payee", N_ ("Ask the payee for the money") },
  { "police", N_ ("Report it to the police with the customer") },
  { "head-office", N_ ("Tell our head office") },
  { "warned", N_ ("Call other good customers") },
};

static const struct
{
  const char *nick;
  const char *label;
} knews[HF_N_KNEW] = {
  { "name", N_ ("Name") },
  { "points", N_ ("Points") },
  { "purchases", N_ ("What was bought") },
  { "staff", N_ ("Name of our staff") },
  { "condition", N_ ("Health") },
  { "address", N_ ("Address") },
};

const char *
hf_knew_get_label (HfKnew knew)
{
  return _ (knews[knew].label);
}

const char *
hf_incident_task_get_nick (HfIncidentTask task)
{
  return tasks[task].nick;
}

const char *
hf_incident_task_get_label (HfIncidentTask task)
{
  return _ (tasks[task].label);
}

void
hf_incident_free (HfIncident *incident)
{
  g_free (incident->customer);
  g_free (incident->staff);
  g_free (incident->tail);
  g_free (incident->claimed);
  g_free (incident->courier);
  g_free (incident->tracking);
  g_free (incident);
}

static HfSet
parse_tasks (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  HfSet set = 0;

  for (guint i = 0; i < HF_N_INCIDENT_TASKS; i++)
    if (g_strv_contains ((const char *const *) words, tasks[i].nick))
      set |= HF_BIT (i);
  return set;
}

static HfSet
parse_knew (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  HfSet set = 0;

  for (guint i = 0; i < HF_N_KNEW; i++)
    if (g_strv_contains ((const char *const *) words, knews[i].nick))
      set |= HF_BIT (i);
  return set;
}

/* A courier is asked about a parcel, a payee and the police where money went. */
static HfSet
get_needed (const HfIncident *incident)
{
  HfSet needed = HF_BIT (HF_INCIDENT_HEAD_OFFICE) | HF_BIT (HF_INCIDENT_WARNED);

  if (*incident->tracking != '\0')
    needed |= HF_BIT (HF_INCIDENT_COURIER);
  if (incident->lost_fen > 0)
    needed |= HF_BIT (HF_INCIDENT_PAYEE) | HF_BIT (HF_INCIDENT_POLICE);
  return needed;
}

static void
read_row (HfIncident *incident, HfRows *rows)
{
  incident->id = hf_rows_int (rows, 0);
  incident->number = hf_rows_int (rows, 1);
  incident->customer_id = hf_rows_int (rows, 2);
  incident->customer = hf_rows_dup (rows, 3);
  incident->owner_id = hf_rows_int (rows, 4);
  incident->happened_at = hf_rows_int (rows, 5);
  incident->staff = hf_rows_dup (rows, 6);
  incident->tail = hf_rows_dup (rows, 7);
  incident->claimed = hf_rows_dup (rows, 8);
  incident->knew = parse_knew (hf_rows_text (rows, 9));
  incident->lost_fen = hf_rows_int (rows, 10);
  incident->courier = hf_rows_dup (rows, 11);
  incident->tracking = hf_rows_dup (rows, 12);
  incident->done = parse_tasks (hf_rows_text (rows, 13));
  incident->closed_at = hf_rows_int_or (rows, 14, HF_MINUTE_NONE);
  incident->round_id = hf_rows_int (rows, 15);
  incident->to_warn = (int) hf_rows_int (rows, 16);
  incident->warned = (int) hf_rows_int (rows, 17);
  incident->needed = get_needed (incident);
}

/**
 * hf_incident_load:
 *
 * Returns: (transfer full): or %NULL with %HF_ERROR_NOT_FOUND
 */
HfIncident *
hf_incident_load (HfDb *db, gint64 id, GError **error)
{
  g_autoptr (HfIncident) incident = g_new0 (HfIncident, 1);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_INCIDENT_GET, error, "l", id))
    return NULL;
  if (hf_rows_next (&rows, &local))
    {
      read_row (incident, &rows);
      return g_steal_pointer (&incident);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such incident."));
  return NULL;
}

/**
 * hf_incident_find:
 * @text: an id, or the incident's number, with or without `#`
 * @id: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT for no number, or %HF_ERROR_NOT_FOUND
 */
gboolean
hf_incident_find (HfDb *db, const char *text, gint64 *id, GError **error)
{
  return hf_lookup_number (db, HF_QUERY_INCIDENT_BY_NUMBER, text, _ ("There is no such incident."),
                           id, error);
}

/**
 * hf_incidents_dup_ids:
 * @agent: who looks, where they see only their own customers' (ROLE-1); 0 for who sees all
 * @owner: whose customers', 0 for anybody's
 *
 * Returns: (transfer full) (element-type gint64): open ones first; %NULL with an error
 */
GArray *
hf_incidents_dup_ids (HfDb *db, gint64 agent, gint64 owner, int limit, GError **error)
{
  return hf_db_dup_ids (db, HF_QUERY_INCIDENT_LIST, error, "lli", agent, owner, limit);
}

/**
 * hf_incident_dup_good_customers:
 *
 * Returns: (transfer full) (element-type gint64): whom to warn, the best first; %NULL with an error
 */
GArray *
hf_incident_dup_good_customers (HfDb *db, gint64 incident, int limit, GError **error)
{
  return hf_db_dup_ids (db, HF_QUERY_INCIDENT_GOOD_CUSTOMERS, error, "li", incident, limit);
}

void
hf_verification_free (HfVerification *verification)
{
  g_free (verification->customer);
  g_free (verification->order);
  g_free (verification->staff);
  g_free (verification);
}

/**
 * hf_verification_load:
 *
 * Returns: (transfer full): what to say to a customer who rings back to check; %NULL with an error
 */
HfVerification *
hf_verification_load (HfDb *db, gint64 customer, GError **error)
{
  g_autoptr (HfVerification) card = g_new0 (HfVerification, 1);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_VERIFICATION, error, "l", customer))
    return NULL;
  if (hf_rows_next (&rows, &local))
    {
      card->number = hf_rows_int (&rows, 0);
      card->customer = hf_rows_dup (&rows, 1);
      card->order = hf_rows_dup (&rows, 2);
      card->bought_on = hf_rows_int_or (&rows, 3, HF_DAY_NONE);
      card->staff = hf_rows_dup (&rows, 4);
      return g_steal_pointer (&card);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such customer."));
  return NULL;
}

static void
clear_leak (gpointer data)
{
  g_free (((HfLeak *) data)->staff);
}

/**
 * hf_incidents_dup_leaks:
 *
 * Across all incidents, which staff had opened the records involved in the year before (COMP-8): a
 * place to begin to look, no proof. For managers.
 *
 * Returns: (transfer full) (element-type HfLeak): the most incidents first; %NULL with an error
 */
GArray *
hf_incidents_dup_leaks (HfDb *db, const HfActor *actor, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (HfLeak));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  g_array_set_clear_func (list, clear_leak);
  if (!hf_actor_check_manager (actor, error) ||
      !hf_rows_open (&rows, db, HF_QUERY_INCIDENT_LEAKS, error, ""))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfLeak leak = { hf_rows_dup (&rows, 0), (int) hf_rows_int (&rows, 1),
                      (int) hf_rows_int (&rows, 2), (int) hf_rows_int (&rows, 3) };

      g_array_append_val (list, leak);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
