/* hf-staff.h: the people who work here
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfStaff:
 * @qualification: may be empty
 * @active: works here still
 */
typedef struct
{
  gint64 id;
  char *name;
  HfRole role;
  char *qualification;
  gboolean active;
} HfStaff;

void hf_staff_free (HfStaff *staff);
GPtrArray *hf_staff_dup_all (HfDb *db, GError **error);
GPtrArray *hf_staff_dup_active (HfDb *db, GError **error);
gboolean hf_command_add_staff (HfDb *db,
                               const HfActor *actor,
                               const char *name,
                               HfRole role,
                               const char *qualification,
                               gint64 *id,
                               GError **error);
gboolean
hf_command_set_staff (HfDb *db, const HfActor *actor, const HfStaff *staff, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfStaff, hf_staff_free)

G_END_DECLS
