/* engine-fixture.h: reminder engines on a branch, at a time of the test's choice
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-reminder-engine.h"
#include "store-fixture.h"

G_BEGIN_DECLS

HfReminderEngine *start_at (Branch *branch, const char *now, HfNotifier *notifier);
void look_at (Branch *branch, const char *now, HfNotifier *notifier);
gint64 add_due (Branch *branch, const char *name);
void add_overdue (Branch *branch, int n, const char *kind);
void kill_before_it_shows (Branch *branch, const char *now);
void undo_last (Branch *branch);

G_END_DECLS
