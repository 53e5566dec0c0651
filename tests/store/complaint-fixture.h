/* complaint-fixture.h: a complaint on a real database, and what reminds of it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-complaint.h"
#include "store-fixture.h"

G_BEGIN_DECLS

gint64 complaint_open_about (Branch *branch, gint64 customer, gint64 about, gboolean serious);
gint64 complaint_open (Branch *branch);
gboolean complaint_try_move (Branch *branch, gint64 id, HfComplaintStage to, GError **error);
void complaint_move (Branch *branch, gint64 id, HfComplaintStage to, const char *now);
void complaint_set_waits (Branch *branch, gint64 id, gboolean waits, const char *now);
int complaint_run_engine (Branch *branch, const char *now);
void complaint_assert_reminders (Branch *branch, const char *expected);
gboolean complaint_deadline_is (Branch *branch, const char *what, const char *state);

G_END_DECLS
