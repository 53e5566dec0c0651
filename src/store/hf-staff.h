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
<<<<<<< HEAD
 * HfStaff:
 * @qualification: may be empty
 * @active: works here still
=======
 * HfStaffMember:
 *
 * Somebody who works here.
>>>>>>> app
 */
typedef struct
{
  gint64 id;
  char *name;
  HfRole role;
<<<<<<< HEAD
  char *qualification;
  gboolean active;
} HfStaff;

GPtrArray *hf_staff_dup_all (HfDb *db, GError **error);
=======
} HfStaffMember;

void hf_staff_member_free (HfStaffMember *member);
GPtrArray *hf_staff_dup_active (HfDb *db, GError **error);

>>>>>>> app
gboolean hf_command_add_staff (HfDb *db,
                               const HfActor *actor,
                               const char *name,
                               HfRole role,
                               const char *qualification,
                               gint64 *id,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfStaffMember, hf_staff_member_free)

G_END_DECLS
