/* hf-office.h: the branch's settings and its clock
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

char *hf_setting_dup (HfDb *db, const char *key, const char *otherwise, GError **error);
gboolean hf_setting_store (
    HfDb *db, const HfActor *actor, const char *key, const char *value, GError **error);

GTimeZone *hf_office_dup_zone (HfDb *db, GError **error);
HfMinute hf_office_minute (GTimeZone *zone, gint64 ms);
gint64 hf_office_ms (GTimeZone *zone, HfMinute minute);

gboolean hf_actor_init (HfActor *actor, HfDb *db, gint64 staff_id, HfMinute now, GError **error);
gboolean hf_actor_check_manager (const HfActor *actor, GError **error);
gboolean hf_actor_check_owner (const HfActor *actor, gint64 owner_id, GError **error);
gboolean hf_actor_check_staff (const HfActor *actor, gint64 staff_id, GError **error);

gboolean hf_audit_write (HfDb *db,
                         const HfActor *actor,
                         const char *action,
                         const char *table,
                         gint64 row_id,
                         const char *detail,
                         GError **error);

G_END_DECLS
