/* hf-tag.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-tag.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-enrolment-store.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-plans.h"
#include "hf-text-check.h"

void
hf_tag_free (HfTag *tag)
{
  g_free (tag->name);
  g_free (tag->colour);
  g_free (tag);
}

/**
 * hf_tag_dup_all:
 *
 * Returns: (transfer full) (element-type HfTag): by name, or %NULL with an error
 */
GPtrArray *
hf_tag_dup_all (HfDb *db, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_tag_free);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_TAG_LIST, error, ""))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfTag *tag = g_new0 (HfTag, 1);

      tag->id = hf_rows_int (&rows, 0);
      tag->name = hf_rows_dup (&rows, 1);
      tag->colour = hf_rows_dup (&rows, 2);
      g_ptr_array_add (all, tag);
    }
  if (local == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
check_customer (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  gint64 owner;

  return hf_lookup_customer_owner (db, customer, &owner, error) &&
         hf_actor_check_owner (actor, owner, error);
}

/* "likes tea · 20 customers" */
static char *
format_subject (const char *what, guint n)
{
  g_autofree char *whom =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u customer", "%u customers", n), n);

  return g_strdup_printf ("%s · %s", what, whom);
}

/**
 * hf_command_tag_customers:
 * @tag: its name; one that is not there yet is made
 * @colour: (nullable): of a new one
 */
gboolean
hf_command_tag_customers (HfDb *db,
                          const HfActor *actor,
                          GArray *customers,
                          const char *tag,
                          const char *colour,
                          GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *clean = NULL;
  g_autofree char *subject = NULL;
  gint64 id = 0;

  if (!hf_text_check_name (tag, &clean, error) ||
      !hf_operation_begin (&operation, db, actor, "customer.tag", error) ||
      !hf_db_get_int (db, HF_QUERY_TAG_BY_NAME, &id, error, "s", clean))
    return FALSE;
  if (id == 0)
    {
      id = hf_db_new_id (db);
      if (!hf_db_run (db, HF_QUERY_TAG_INSERT_COLOURED, error, "lss", id, clean,
                      colour != NULL ? colour : ""))
        return FALSE;
    }
  for (guint i = 0; i < customers->len; i++)
    {
      gint64 customer = g_array_index (customers, gint64, i);

      if (!hf_progress_step (db, i, customers->len, error) ||
          !check_customer (db, actor, customer, error) ||
          !hf_db_run (db, HF_QUERY_CUSTOMER_TAG_INSERT, error, "lll", hf_db_new_id (db), customer,
                      id))
        return FALSE;
    }
  subject = format_subject (clean, customers->len);
  return hf_operation_commit (&operation, subject, error);
}

/**
 * hf_command_untag_customers:
 *
 * Who does not bear the tag stays as they are.
 */
gboolean
hf_command_untag_customers (
    HfDb *db, const HfActor *actor, GArray *customers, const char *tag, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *subject = format_subject (tag, customers->len);
  gint64 id = 0;

  if (!hf_operation_begin (&operation, db, actor, "customer.untag", error) ||
      !hf_db_get_int (db, HF_QUERY_TAG_BY_NAME, &id, error, "s", tag))
    return FALSE;
  if (id == 0)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no tag “%s”."), tag);
      return FALSE;
    }
  for (guint i = 0; i < customers->len; i++)
    {
      gint64 customer = g_array_index (customers, gint64, i);

      if (!hf_progress_step (db, i, customers->len, error) ||
          !check_customer (db, actor, customer, error) ||
          !hf_db_run (db, HF_QUERY_CUSTOMERS_UNTAG, error, "ll", customer, id))
        return FALSE;
    }
  return hf_operation_commit (&operation, subject, error);
}

/* Who follows the plan already, wants no contact or is discarded is left out. */
static gboolean
enrol_one (
    HfDb *db, const HfActor *actor, gint64 customer, gint64 plan, guint *n_enrolled, GError **error)
{
  g_autoptr (GArray) opened = NULL;
  g_autoptr (GError) local = NULL;

  if (hf_command_enrol (db, actor, customer, plan, HF_DAY_NONE, &opened, &local))
    *n_enrolled += 1;
  else if (!g_error_matches (local, HF_ERROR, HF_ERROR_CONFLICT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

/**
 * hf_command_enrol_customers:
 * @n_enrolled: (out): how many follow it now who did not before
 */
gboolean
hf_command_enrol_customers (HfDb *db,
                            const HfActor *actor,
                            GArray *customers,
                            gint64 plan,
                            guint *n_enrolled,
                            GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *subject = NULL;
  const HfPlan *grammar;

  *n_enrolled = 0;
  if (!hf_operation_begin (&operation, db, actor, "customer.enrol", error) ||
      (grammar = hf_plans_get (db, plan, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < customers->len; i++)
    {
      if (!hf_progress_step (db, i, customers->len, error) ||
          !enrol_one (db, actor, g_array_index (customers, gint64, i), plan, n_enrolled, error))
        return FALSE;
    }
  if (*n_enrolled == 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT,
                           _ ("All of them follow this plan already, or want no contact."));
      return FALSE;
    }
  subject = format_subject (grammar->name, *n_enrolled);
  return hf_operation_commit (&operation, subject, error);
}
