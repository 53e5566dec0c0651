/* hf-backup.h: a copy of the database that is whole
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

gboolean hf_backup_write (HfDb *db, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
