/* hf-segment.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-segment.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-office.h"
#include "hf-text-check.h"

void
hf_segment_free (HfSegment *segment)
{
  g_free (segment->name);
  g_free (segment->filter);
  g_free (segment);
}

/**
 * hf_segment_dup_all:
 *
 * Returns: (transfer full) (element-type HfSegment): everybody's and the actor's own, by name; or
 *   %NULL with an error
 */
GPtrArray *
hf_segment_dup_all (HfDb *db, const HfActor *actor, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_segment_free);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_SEGMENT_LIST, error, "l", actor->staff_id))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfSegment *segment = g_new0 (HfSegment, 1);

      segment->id = hf_rows_int (&rows, 0);
      segment->name = hf_rows_dup (&rows, 1);
      segment->filter = hf_rows_dup (&rows, 2);
      segment->staff_id = hf_rows_int (&rows, 3);
      g_ptr_array_add (all, segment);
    }
  if (local == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_segment_dup_filter:
 *
 * Returns: (transfer full): the filter as JSON, or %NULL with an error
 */
char *
hf_segment_dup_filter (HfDb *db, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *filter = hf_db_dup_text (db, HF_QUERY_SEGMENT_FILTER, &local, "s", name);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (filter == NULL)
    g_set_error (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no segment “%s”."), name);
  return filter;
}

/* Whose it is may change it; those that are everybody's are the manager's (ROLE-1). */
static gboolean
check_may_change (HfDb *db, const HfActor *actor, gint64 id, GError **error)
{
  gint64 staff = 0;

  return hf_db_get_int (db, HF_QUERY_SEGMENT_OWNER, &staff, error, "l", id) &&
         ((staff != 0 && staff == actor->staff_id) || hf_actor_check_manager (actor, error));
}

/* A manager may take a colleague's segment away, but does not write over it by chance. */
static gboolean
check_is_own (HfDb *db, const HfActor *actor, gint64 id, const char *name, GError **error)
{
  gint64 staff = 0;

  if (!check_may_change (db, actor, id, error) ||
      !hf_db_get_int (db, HF_QUERY_SEGMENT_OWNER, &staff, error, "l", id))
    return FALSE;
  if (staff == 0 || staff == actor->staff_id)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_CONFLICT,
               _ ("A colleague has a segment “%s” already. Choose another name."), name);
  return FALSE;
}

/**
 * hf_command_save_segment:
 * @name: a segment of that name is changed, unless it is somebody else's
 * @id: (out):
 *
 * What a manager saves is everybody's.
 */
gboolean
hf_command_save_segment (HfDb *db,
                         const HfActor *actor,
                         const char *name,
                         const HfCustomerFilter *filter,
                         gint64 *id,
                         GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *clean = NULL;
  g_autofree char *json = hf_customer_filter_to_json (filter);
  gint64 staff = actor->role == HF_ROLE_MANAGER ? 0 : actor->staff_id;

  *id = 0;
  if (!hf_text_check_name (name, &clean, error) || !hf_text_check (json, error) ||
      !hf_operation_begin (&operation, db, actor, "segment.save", error) ||
      !hf_db_get_int (db, HF_QUERY_SEGMENT_BY_NAME, id, error, "s", clean))
    return FALSE;
  if (*id != 0)
    {
      if (!check_is_own (db, actor, *id, clean, error) ||
          !hf_db_run (db, HF_QUERY_SEGMENT_UPDATE, error, "ls", *id, json))
        return FALSE;
    }
  else
    {
      *id = hf_db_new_id (db);
      if (!hf_db_run (db, HF_QUERY_SEGMENT_INSERT, error, "lssr", *id, clean, json, staff))
        return FALSE;
    }
  return hf_operation_commit (&operation, clean, error);
}

gboolean
hf_command_delete_segment (HfDb *db, const HfActor *actor, const char *name, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  gint64 id = 0;

  if (!hf_operation_begin (&operation, db, actor, "segment.delete", error) ||
      !hf_db_get_int (db, HF_QUERY_SEGMENT_BY_NAME, &id, error, "s", name))
    return FALSE;
  if (id == 0)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no segment “%s”."), name);
      return FALSE;
    }
  return check_may_change (db, actor, id, error) &&
         hf_db_run (db, HF_QUERY_SEGMENT_DELETE, error, "l", id) &&
         hf_operation_commit (&operation, name, error);
}
