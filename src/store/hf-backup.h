/* hf-backup.h: a copy of the database that is whole
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_backup_write (HfDb *db, const char *path, GCancellable *cancellable, GError **error);
gboolean hf_command_backup (
    HfDb *db, const HfActor *actor, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
