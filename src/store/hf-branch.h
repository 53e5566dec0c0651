/* hf-branch.h: setting up a branch
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_command_init_branch (HfDb *db, const HfActor *actor, const char *name, GError **error);
char *hf_branch_dup_name (HfDb *db, GError **error);

G_END_DECLS
