/* hf-process.h: whether a process that left its name still runs
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hf_process_dup_name (void);
gboolean hf_process_runs (const char *name);

G_END_DECLS
