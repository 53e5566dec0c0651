/* hf-plans.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-plans.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-store-resources.h"

#define PLAN_FOLDER "/org/huifang/Huifang/plans/"

typedef struct
{
  gint64 revision;
  HfPlan *plan;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  hf_plan_unref (entry->plan);
  g_free (entry);
}

static HfPlan *
read_plan (HfDb *db, gint64 id, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_PLAN_SOURCE, error, "l", id) ||
      !hf_rows_next (&rows, error))
    return NULL;
  return hf_plan_parse (hf_rows_text (&rows, 0), hf_rows_text (&rows, 1), -1, error);
}

/**
 * hf_plans_get:
 *
 * Returns: (transfer none): the plan, kept by @db until it is changed there or @db is closed; %NULL
 * with an error when there is none or its text is wrong
 */
HfPlan *
hf_plans_get (HfDb *db, gint64 id, GError **error)
{
  gint64 revision = 0;
  Entry *entry;
  HfPlan *plan;

  if (!hf_db_get_int (db, HF_QUERY_PLAN_REVISION, &revision, error, "l", id))
    return NULL;
  if (revision == 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such care plan."));
      return NULL;
    }
  if (db->plans == NULL)
    {
      db->plans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, entry_free);
      db->clear_plans = (GDestroyNotify) g_hash_table_unref;
    }
  entry = g_hash_table_lookup (db->plans, &id);
  if (entry != NULL && entry->revision == revision)
    return entry->plan;
  plan = read_plan (db, id, error);
  if (plan == NULL)
    return NULL;
  entry = g_new (Entry, 1);
  entry->revision = revision;
  entry->plan = plan;
  g_hash_table_insert (db->plans, g_memdup2 (&id, sizeof id), entry);
  return plan;
}

/**
 * hf_plans_look_up:
 * @plan: (out) (transfer none) (nullable): the plan, %NULL where its text cannot be read
 * @why: (out) (transfer full) (nullable): then what is wrong with it: file, line, group and key
 *
 * For those who can go on without: one wrong plan must not take the others along (PLAN-9).
 *
 * Returns: %FALSE with an error when the database could not be read
 */
gboolean
hf_plans_look_up (HfDb *db, gint64 id, HfPlan **plan, char **why, GError **error)
{
  g_autoptr (GError) local = NULL;

  *plan = hf_plans_get (db, id, &local);
  if (*plan != NULL)
    return TRUE;
  if (!g_error_matches (local, HF_ERROR, HF_ERROR_PLAN))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (why != NULL)
    *why = g_strdup (local->message);
  return TRUE;
}

static HfPlan *
read_shipped (const char *file, GBytes **bytes, GError **error)
{
  g_autofree char *path = g_strconcat (PLAN_FOLDER, file, NULL);

  *bytes =
      g_resource_lookup_data (hf_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (*bytes == NULL)
    return NULL;
  return hf_plan_parse (file, g_bytes_get_data (*bytes, NULL), (gssize) g_bytes_get_size (*bytes),
                        error);
}

/**
 * hf_plans_dup_shipped:
 *
 * For whoever has no database yet.
 *
 * Returns: (transfer full) (element-type HfPlan): the plans that come with the program, or %NULL
 */
GPtrArray *
hf_plans_dup_shipped (GError **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_plan_unref);
  g_auto (GStrv) files = g_resource_enumerate_children (hf_store_get_resource (), PLAN_FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      HfPlan *plan = read_shipped (files[i], &bytes, error);

      if (plan == NULL)
        return NULL;
      g_ptr_array_add (plans, plan);
    }
  return files != NULL ? g_steal_pointer (&plans) : NULL;
}

static gboolean
install (HfDb *db, const char *file, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HfPlan) plan = read_shipped (file, &bytes, error);

  return plan != NULL &&
         hf_db_run (db, HF_QUERY_PLAN_INSERT, error, "lsss", hf_db_new_id (db), plan->id,
                    hf_domain_get_nick (HF_DOMAIN_TRIGGER, (int) plan->trigger),
                    (const char *) g_bytes_get_data (bytes, NULL));
}

/**
 * hf_plans_install_shipped:
 *
 * Writes the plans that come with the program into the branch's database, where a manager may
 * change them (PLAN-9), within a running operation.
 */
gboolean
hf_plans_install_shipped (HfDb *db, const HfActor *actor, GError **error)
{
  g_auto (GStrv) files = g_resource_enumerate_children (hf_store_get_resource (), PLAN_FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      if (!install (db, files[i], error))
        return FALSE;
    }
  return files != NULL;
}

/* `purchase-infant` stands for a purchase by a family with a child on the card. */
static gboolean
check_trigger (const char *trigger, GError **error)
{
  int value;

  return g_str_equal (trigger, "purchase-infant") ||
         hf_domain_parse (HF_DOMAIN_TRIGGER, trigger, &value, error);
}

/**
 * hf_command_use_plan:
 * @trigger: what starts it
 * @key: which plan, `none` for none
 *
 * The branch chooses which plan a trigger starts (PLAN-10); who follows one goes on.
 */
gboolean
hf_command_use_plan (
    HfDb *db, const HfActor *actor, const char *trigger, const char *key, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *setting = g_strconcat ("plan.", trigger, NULL);
  gboolean none = g_str_equal (key, "none");
  gint64 plan;

  return hf_actor_check_manager (actor, error) && check_trigger (trigger, error) &&
         (none || hf_lookup (db, HF_LOOKUP_PLAN, key, &plan, error)) &&
         hf_operation_begin (&operation, db, actor, "plans.use", error) &&
         hf_setting_store (db, actor, setting, none ? "" : key, error) &&
         hf_operation_commit (&operation, key, error);
}

/**
 * hf_plans_dup_ids:
 *
 * Returns: (transfer full) (element-type gint64): all plans of the branch, by key, or %NULL with an
 * error
 */
GArray *
hf_plans_dup_ids (HfDb *db, GError **error)
{
  return hf_db_dup_ids (db, HF_QUERY_PLAN_LIST, error, "");
}
