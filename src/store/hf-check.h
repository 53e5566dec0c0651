/* hf-check.h: whether the database is whole
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

GStrv hf_check_run (HfDb *db, GError **error);

G_END_DECLS
