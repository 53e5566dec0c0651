/* hf-office.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-office.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"

#define MS_A_MINUTE (60 * G_GINT64_CONSTANT (1000))

/**
 * hf_setting_dup:
 * @otherwise: (nullable): what holds where the branch has set nothing
 *
 * Returns: (transfer full) (nullable): the value of a setting
 */
char *
hf_setting_dup (HfDb *db, const char *key, const char *otherwise, GError **error)
{
  char *value = hf_db_dup_text (db, HF_QUERY_SETTING_GET, error, "s", key);

  return value != NULL ? value : g_strdup (otherwise);
}

/**
 * hf_setting_store:
 *
 * Within a running operation.
 */
gboolean
hf_setting_store (
    HfDb *db, const HfActor *actor, const char *key, const char *value, GError **error)
{
  return hf_db_run (db, HF_QUERY_SETTING_SET, error, "lss", hf_db_new_id (db), key, value);
}

/**
 * hf_office_dup_zone:
 *
 * Returns: (transfer full): the office's time zone, the setting `time-zone`, or %NULL with an error
 */
GTimeZone *
hf_office_dup_zone (HfDb *db, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *name = hf_setting_dup (db, "time-zone", "Asia/Shanghai", &local);
  GTimeZone *zone = local == NULL ? g_time_zone_new_identifier (name) : NULL;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (zone == NULL)
    g_set_error (
        error, HF_ERROR, HF_ERROR_BAD_INPUT,
        _ ("This computer knows no time zone “%s”. Choose another in the settings, or install "
           "the package tzdata."),
        name);
  return zone;
}

/**
 * hf_office_minute:
 * @ms: UTC milliseconds
 *
 * Returns: what the office's clock shows then
 */
HfMinute
hf_office_minute (GTimeZone *zone, gint64 ms)
{
  gint64 seconds = ms / 1000;
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);

  return (seconds + g_time_zone_get_offset (zone, interval)) / 60;
}

/**
 * hf_office_ms:
 *
 * The inverse, for what has happened and was noted by the office's clock. In an hour that comes
 * twice the first is meant.
 */
gint64
hf_office_ms (GTimeZone *zone, HfMinute minute)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_STANDARD, minute * 60);

  return (minute * 60 - g_time_zone_get_offset (zone, interval)) * 1000;
}

static gboolean
read_role (HfActor *actor, HfDb *db, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *nick = hf_db_dup_text (db, HF_QUERY_STAFF_ROLE, &local, "l", actor->staff_id);
  int role;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (nick == NULL)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_ALLOWED,
                           _ ("This person no longer works here."));
      return FALSE;
    }
  if (!hf_domain_parse (HF_DOMAIN_ROLE, nick, &role, error))
    return FALSE;
  actor->role = (HfRole) role;
  return TRUE;
}

/**
 * hf_actor_init:
 * @actor: (out caller-allocates):
 * @staff_id: who acts, 0 for the owner of the file, who acts as a manager
 * @now: %HF_MINUTE_NONE for the real time
 */
gboolean
hf_actor_init (HfActor *actor, HfDb *db, gint64 staff_id, HfMinute now, GError **error)
{
  g_autoptr (GTimeZone) zone = hf_office_dup_zone (db, error);

  if (zone == NULL)
    return FALSE;
  actor->staff_id = staff_id;
  actor->role = HF_ROLE_MANAGER;
  actor->now_ms = now == HF_MINUTE_NONE ? g_get_real_time () / 1000 : hf_office_ms (zone, now);
  actor->now = now == HF_MINUTE_NONE ? hf_office_minute (zone, actor->now_ms) : now;
  return staff_id == 0 || read_role (actor, db, error);
}

/**
 * hf_actor_check_manager:
 *
 * Returns: %FALSE with %HF_ERROR_NOT_ALLOWED unless a manager acts (ROLE-1)
 */
gboolean
hf_actor_check_manager (const HfActor *actor, GError **error)
{
  if (actor->role == HF_ROLE_MANAGER)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_ALLOWED,
                       _ ("Only a manager may do this. Ask yours."));
  return FALSE;
}

/**
 * hf_actor_check_owner:
 * @owner_id: the customer's owner, 0 for none
 *
 * Agents look after their own customers and those without an owner (ROLE-1). Experts are called in
 * for anybody's.
 */
gboolean
hf_actor_check_owner (const HfActor *actor, gint64 owner_id, GError **error)
{
  if (actor->role != HF_ROLE_AGENT || owner_id == 0 || owner_id == actor->staff_id)
    return TRUE;
  g_set_error_literal (
      error, HF_ERROR, HF_ERROR_NOT_ALLOWED,
      _ ("This customer belongs to a colleague. Ask them or a manager to hand the customer over."));
  return FALSE;
}

/**
 * hf_actor_check_staff:
 * @staff_id: whose work, 0 for everybody's
 *
 * Agents see their own work, others everybody's (ROLE-1, WORK-1).
 */
gboolean
hf_actor_check_staff (const HfActor *actor, gint64 staff_id, GError **error)
{
  if (actor->role != HF_ROLE_AGENT || staff_id == actor->staff_id)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_ALLOWED,
                       _ ("Only a manager may see what colleagues have to do."));
  return FALSE;
}

/**
 * hf_audit_write:
 * @action: what was done, such as `reveal`
 * @detail: no phone number, no health data
 *
 * Writes the audit log (AUD-1), within a running operation.
 */
gboolean
hf_audit_write (HfDb *db,
                const HfActor *actor,
                const char *action,
                const char *table,
                gint64 row_id,
                const char *detail,
                GError **error)
{
  return hf_db_run (db, HF_QUERY_AUDIT_INSERT, error, "lllrssrs", hf_db_new_id (db), actor->now_ms,
                    actor->now, actor->staff_id, action, table, row_id, detail);
}
