/* hf-staff.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-staff.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-office.h"
#include "hf-text-check.h"

static gboolean
check_staff (
    HfDb *db, gint64 id, const char *name, HfRole role, const char *qualification, GError **error)
{
  gint64 there = 0;

  if (role == HF_ROLE_EXPERT && *qualification == '\0')
    {
      g_set_error_literal (
          error, HF_ERROR, HF_ERROR_BAD_INPUT,
          _ ("An expert needs a recorded qualification, for example “registered dietitian”."));
      return FALSE;
    }
  if (!hf_db_get_int (db, HF_QUERY_STAFF_BY_NAME, &there, error, "s", name))
    return FALSE;
  if (there == 0 || there == id)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is on the list already. Give the other one a name that tells them apart."),
               name);
  return FALSE;
}

/**
 * hf_command_add_staff:
 * @qualification: (nullable): an expert must have one (glossary)
 * @id: (out): the new member of staff
 *
 * Managers only (ROLE-1).
 */
gboolean
hf_command_add_staff (HfDb *db,
                      const HfActor *actor,
                      const char *name,
                      HfRole role,
                      const char *qualification,
                      gint64 *id,
                      GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *clean = NULL;
  const char *known = qualification != NULL ? qualification : "";

  if (!hf_actor_check_manager (actor, error) || !hf_text_check_name (name, &clean, error) ||
      !hf_text_check (known, error) ||
      !hf_operation_begin (&operation, db, actor, "staff.add", error) ||
      !check_staff (db, 0, clean, role, known, error))
    return FALSE;
  *id = hf_db_new_id (db);
  return hf_db_run (db, HF_QUERY_STAFF_INSERT, error, "lsss", *id, clean,
                    hf_domain_get_nick (HF_DOMAIN_ROLE, (int) role), known) &&
         hf_operation_commit (&operation, clean, error);
}

/* Without a manager nobody could add one. */
static gboolean
check_manager_left (HfDb *db, const HfStaff *staff, GError **error)
{
  gint64 other = 0;

  if (staff->active && staff->role == HF_ROLE_MANAGER)
    return TRUE;
  if (!hf_db_get_int (db, HF_QUERY_STAFF_OTHER_MANAGER, &other, error, "l", staff->id))
    return FALSE;
  if (other != 0)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT,
                       _ ("This is the only manager. Make somebody else a manager first."));
  return FALSE;
}

/**
 * hf_command_set_staff:
 * @staff: how they are from now on; who left is not active
 *
 * Managers only (ROLE-1). Their customers stay theirs until they are handed over (CARD-11).
 */
gboolean
hf_command_set_staff (HfDb *db, const HfActor *actor, const HfStaff *staff, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *clean = NULL;

  return hf_actor_check_manager (actor, error) && hf_text_check_name (staff->name, &clean, error) &&
         hf_text_check (staff->qualification, error) &&
         hf_operation_begin (&operation, db, actor, "staff.set", error) &&
         check_staff (db, staff->id, clean, staff->role, staff->qualification, error) &&
         check_manager_left (db, staff, error) &&
         hf_db_run (db, HF_QUERY_STAFF_SET, error, "lsssi", staff->id, clean,
                    hf_domain_get_nick (HF_DOMAIN_ROLE, (int) staff->role), staff->qualification,
                    staff->active ? 1 : 0) &&
         hf_operation_commit (&operation, clean, error);
}

void
hf_staff_free (HfStaff *staff)
{
  g_free (staff->name);
  g_free (staff->qualification);
  g_free (staff);
}

static GPtrArray *
dup_staff (HfDb *db, gboolean active_only, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_staff_free);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_STAFF_LIST, error, "i", active_only ? 1 : 0))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfStaff *staff = g_new0 (HfStaff, 1);
      int role = HF_ROLE_AGENT;

      hf_domain_parse (HF_DOMAIN_ROLE, hf_rows_text (&rows, 2), &role, NULL);
      staff->id = hf_rows_int (&rows, 0);
      staff->name = hf_rows_dup (&rows, 1);
      staff->role = (HfRole) role;
      staff->qualification = hf_rows_dup (&rows, 3);
      staff->active = hf_rows_int (&rows, 4) != 0;
      g_ptr_array_add (all, staff);
    }
  if (local == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_staff_dup_all:
 *
 * Returns: (transfer full) (element-type HfStaff): those who work here first, or %NULL with an
 * error
 */
GPtrArray *
hf_staff_dup_all (HfDb *db, GError **error)
{
  return dup_staff (db, FALSE, error);
}

/**
 * hf_staff_dup_active:
 *
 * Returns: (transfer full) (element-type HfStaff): those who work here now, or %NULL with an error
 */
GPtrArray *
hf_staff_dup_active (HfDb *db, GError **error)
{
  return dup_staff (db, TRUE, error);
}
