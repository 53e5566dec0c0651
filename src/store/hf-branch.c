/* hf-branch.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-branch.h"

#include <glib/gi18n-lib.h>

#include "hf-office.h"
#include "hf-plans.h"
#include "hf-text-check.h"
#include "hf-tier-schemes.h"

/**
 * hf_command_init_branch:
 * @name: (nullable): the branch's name; %NULL keeps the one there is
 *
 * Names the branch and brings the shipped plans in, where they are not there yet.
 */
gboolean
hf_command_init_branch (HfDb *db, const HfActor *actor, const char *name, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *clean = NULL;

  if (!hf_actor_check_manager (actor, error) ||
      (name != NULL && !hf_text_check_name (name, &clean, error)) ||
      !hf_operation_begin (&operation, db, actor, "branch.init", error) ||
      !hf_plans_install_shipped (db, actor, error) ||
      !hf_tier_schemes_install_shipped (db, error) ||
      (clean != NULL && !hf_setting_store (db, actor, "branch-name", clean, error)))
    return FALSE;
  return hf_operation_commit (&operation, clean, error);
}

/**
 * hf_branch_dup_name:
 *
 * Returns: (transfer full): the branch's name, a general word where it has none yet
 */
char *
hf_branch_dup_name (HfDb *db, GError **error)
{
  return hf_setting_dup (db, "branch-name", _ ("Branch office"), error);
}
