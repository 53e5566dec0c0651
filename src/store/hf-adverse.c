/* hf-adverse.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-adverse.h"

#include <glib/gi18n-lib.h>

#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-text-check.h"

static gboolean
check_draft (const HfActor *actor, const HfAdverseDraft *draft, GError **error)
{
  if (draft->onset != HF_DAY_NONE && draft->onset > hf_minute_get_day (actor->now))
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("The reaction cannot have begun in the future. Check the day."));
      return FALSE;
    }
  return hf_text_check (draft->symptoms, error) && hf_text_check (draft->dose, error);
}

/**
 * hf_command_describe_adverse:
 * @customer: who has an open one, as a visit with the effect “adverse” made it (VISIT-3)
 *
 * Writes into the record what the customer feels, since when and how badly (COMP-6). The last one
 * that is open; %HF_ERROR_NOT_FOUND when there is none.
 */
gboolean
hf_command_describe_adverse (
    HfDb *db, const HfActor *actor, gint64 customer, const HfAdverseDraft *draft, GError **error)
{
  static const char *const severities[] = { "mild", "moderate", "severe" };
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = NULL;
  gint64 owner;
  gint64 id = 0;

  g_return_val_if_fail (draft->symptoms != NULL && draft->dose != NULL, FALSE);

  if (!check_draft (actor, draft, error) ||
      !hf_operation_begin (&operation, db, actor, "adverse.describe", error) ||
      !hf_lookup_customer_owner (db, customer, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) ||
      !hf_db_get_int (db, HF_QUERY_ADVERSE_OPEN_OF_CUSTOMER, &id, error, "l", customer))
    return FALSE;
  if (id == 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                           _ ("This customer has no open adverse reaction."));
      return FALSE;
    }
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer);
  return name != NULL &&
         hf_db_run (db, HF_QUERY_ADVERSE_DESCRIBE, error, "lssds", id, draft->symptoms, draft->dose,
                    draft->onset, severities[draft->severity]) &&
         hf_operation_commit (&operation, name, error);
}
