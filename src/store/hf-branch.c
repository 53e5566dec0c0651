/* hf-branch.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-branch.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-office.h"
#include "hf-plans.h"
#include "hf-text-check.h"
#include "hf-texts.h"
#include "hf-tier-schemes.h"

static gboolean
check_name (const char *name, char **clean, GError **error)
{
  g_autofree char *stripped = name != NULL ? g_strstrip (g_strdup (name)) : NULL;

  if (name == NULL || *stripped != '\0')
    return name == NULL || hf_text_check_name (name, clean, error);
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("The branch's name is empty. Give it one, or leave it out."));
  return FALSE;
}

/* Two branches in one file, or a slip of the pen: a name is changed on purpose, elsewhere. */
static gboolean
check_same_branch (HfDb *db, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *known = hf_setting_dup (db, "branch-name", NULL, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (name == NULL || known == NULL || strcmp (name, known) == 0)
    return TRUE;
  else
    g_set_error (error, HF_ERROR, HF_ERROR_CONFLICT,
                 _ ("This database belongs to the branch “%s”. Choose another file for a new "
                    "branch; a branch is renamed in the settings."),
                 known);
  return FALSE;
}

/**
 * hf_command_init_branch:
 * @name: (nullable): the branch's name; %NULL keeps the one there is, another than that is refused
 *
 * Names the branch and brings the shipped plans, tier schemes and texts in, where they are not
 * there yet.
 */
gboolean
hf_command_init_branch (HfDb *db, const HfActor *actor, const char *name, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *clean = NULL;

  if (!hf_actor_check_manager (actor, error) || !check_name (name, &clean, error) ||
      !hf_operation_begin (&operation, db, actor, "branch.init", error) ||
      !check_same_branch (db, clean, error) || !hf_plans_install_shipped (db, actor, error) ||
      !hf_tier_schemes_install_shipped (db, error) || !hf_texts_install_shipped (db, error) ||
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
