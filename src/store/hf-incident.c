/* hf-incident.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-incident.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-db-private.h"
#include "hf-greeting-round.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-text-check.h"

#define TAIL        (4)
#define MOST_WARNED (200)

static gboolean
refuse (GError **error, HfError code, const char *sentence)
{
  g_set_error_literal (error, HF_ERROR, (int) code, sentence);
  return FALSE;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* The whole number is evidence and stays on paper: here it would be one more number outside the
 * phone field (PHONE-2). */
static char *
dup_tail (const char *caller)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = or_empty (caller); *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  return g_strdup (digits->len > TAIL ? digits->str + digits->len - TAIL : digits->str);
}

static char *
format_knew (HfSet knew)
{
  static const char *const nicks[HF_N_KNEW] = { "name",  "points",    "purchases",
                                                "staff", "condition", "address" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < HF_N_KNEW; i++)
    if (HF_SET_HAS (knew, i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", nicks[i]);
  return g_string_free (text, FALSE);
}

static gboolean
check_draft (const HfActor *actor, const HfIncidentDraft *draft, GError **error)
{
  if (draft->happened_at > actor->now)
    return refuse (error, HF_ERROR_BAD_INPUT, _ ("It cannot have happened in the future."));
  if (draft->lost_fen < 0)
    return refuse (error, HF_ERROR_BAD_INPUT, _ ("No less than nothing can be lost."));
  return hf_text_check (or_empty (draft->claimed), error) &&
         hf_text_check (or_empty (draft->courier), error);
}

/**
 * hf_command_open_incident:
 * @id: (out): the incident, which bears the next number
 *
 * Somebody posed as us to a customer (COMP-8).
 */
gboolean
hf_command_open_incident (
    HfDb *db, const HfActor *actor, const HfIncidentDraft *draft, gint64 *id, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *tail = dup_tail (draft->caller);
  g_autofree char *knew = format_knew (draft->knew);
  g_autofree char *name = NULL;
  gint64 owner;

  if (!check_draft (actor, draft, error) ||
      !hf_operation_begin (&operation, db, actor, "incident.open", error) ||
      !hf_lookup_customer_owner (db, draft->customer_id, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error))
    return FALSE;
  *id = hf_db_new_id (db);
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", draft->customer_id);
  return name != NULL &&
         hf_db_run (db, HF_QUERY_INCIDENT_INSERT, error, "lllrssslss", *id, draft->customer_id,
                    draft->happened_at, actor->staff_id, tail, or_empty (draft->claimed), knew,
                    draft->lost_fen, or_empty (draft->courier), or_empty (draft->tracking)) &&
         hf_operation_commit (&operation, name, error);
}

static HfIncident *
load_open (HfDb *db, const HfActor *actor, gint64 id, GError **error)
{
  g_autoptr (HfIncident) incident = hf_incident_load (db, id, error);

  if (incident == NULL || !hf_actor_check_owner (actor, incident->owner_id, error))
    return NULL;
  if (incident->closed_at == HF_MINUTE_NONE)
    return g_steal_pointer (&incident);
  refuse (error, HF_ERROR_CONFLICT, _ ("This incident is closed already."));
  return NULL;
}

static gboolean
store_done (HfDb *db, gint64 id, HfSet done, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < HF_N_INCIDENT_TASKS; i++)
    if (HF_SET_HAS (done, i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "",
                              hf_incident_task_get_nick ((HfIncidentTask) i));
  return hf_db_run (db, HF_QUERY_INCIDENT_SET_DONE, error, "ls", id, text->str);
}

/**
 * hf_command_tick_incident:
 *
 * A line of the checklist was done, or was not after all.
 */
gboolean
hf_command_tick_incident (
    HfDb *db, const HfActor *actor, gint64 id, HfIncidentTask task, gboolean done, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfIncident) incident = NULL;
  HfSet ticked;

  if (!hf_operation_begin (&operation, db, actor, "incident.tick", error))
    return FALSE;
  incident = load_open (db, actor, id, error);
  if (incident == NULL)
    return FALSE;
  ticked = done ? incident->done | HF_BIT (task) : incident->done & ~HF_BIT (task);
  return store_done (db, id, ticked, error) &&
         hf_operation_commit (&operation, incident->customer, error);
}

/**
 * hf_command_warn_customers:
 * @customers: (out): how many are called
 *
 * Prevention: an extra call to good customers, as a round that staff tick off (COMP-8). For
 * managers.
 */
gboolean
hf_command_warn_customers (
    HfDb *db, const HfActor *actor, gint64 id, int *customers, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfIncident) incident = NULL;
  g_autoptr (GArray) good = NULL;
  HfGreetingDraft draft = { .title = _ ("Warn of swindlers who use our name"),
                            .text = _ ("Somebody has posed as us. We never ask for money by phone. "
                                       "When in doubt hang up and ring the branch."),
                            .channel = HF_CHANNEL_PHONE,
                            .day = hf_minute_get_day (actor->now) };
  gint64 round = 0;

  if (!hf_actor_check_manager (actor, error) ||
      !hf_operation_begin (&operation, db, actor, "incident.warn", error))
    return FALSE;
  incident = load_open (db, actor, id, error);
  if (incident == NULL)
    return FALSE;
  if (incident->round_id != 0)
    return refuse (error, HF_ERROR_CONFLICT, _ ("Customers are being warned already."));
  good = hf_incident_dup_good_customers (db, id, MOST_WARNED, error);
  if (good == NULL)
    return FALSE;
  if (good->len == 0)
    return refuse (error, HF_ERROR_NOT_FOUND, _ ("There is nobody else to warn."));
  draft.customers = good;
  return hf_command_start_greeting (db, actor, &draft, &round, customers, error) &&
         hf_db_run (db, HF_QUERY_INCIDENT_SET_ROUND, error, "lr", id, round) &&
         store_done (db, id, incident->done | HF_BIT (HF_INCIDENT_WARNED), error) &&
         hf_operation_commit (&operation, incident->customer, error);
}

/**
 * hf_command_close_incident:
 *
 * Once all that it asks for was done; %HF_ERROR_BAD_INPUT names what is missing.
 */
gboolean
hf_command_close_incident (HfDb *db, const HfActor *actor, gint64 id, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfIncident) incident = NULL;

  if (!hf_operation_begin (&operation, db, actor, "incident.close", error))
    return FALSE;
  incident = load_open (db, actor, id, error);
  if (incident == NULL)
    return FALSE;
  for (guint i = 0; i < HF_N_INCIDENT_TASKS; i++)
    {
      if (!HF_SET_HAS (incident->needed & ~incident->done, i))
        continue;
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("This is still to be done: %s"),
                   hf_incident_task_get_label ((HfIncidentTask) i));
      return FALSE;
    }
  return hf_db_run (db, HF_QUERY_INCIDENT_CLOSE, error, "ll", id, actor->now) &&
         hf_operation_commit (&operation, incident->customer, error);
}

/**
 * hf_command_note_opened:
 *
 * Whoever opens a card is in the audit log, once a day (AUD-1): that is what a leak is looked for
 * in (COMP-8).
 */
gboolean
hf_command_note_opened (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  gint64 noted = 0;

  if (!hf_db_get_int (db, HF_QUERY_AUDIT_OPENED, &noted, error, "lrl", customer, actor->staff_id,
                      actor->now))
    return FALSE;
  return noted != 0 || (hf_operation_begin (&operation, db, actor, "customer.open", error) &&
                        hf_audit_write (db, actor, "open", "customer", customer, "", error) &&
                        hf_operation_commit (&operation, NULL, error));
}
