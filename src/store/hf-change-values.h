/* hf-change-values.h: what the triggers of the change log call to write down columns as JSON
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db-private.h"

G_BEGIN_DECLS

extern const HfSqlFunction hf_change_functions[];

G_END_DECLS
