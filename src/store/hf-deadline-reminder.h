/* hf-deadline-reminder.h: what reminds of deadlines, before, at and after (COMP-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-complaint-list.h"
#include "hf-deadline.h"
#include "hf-operation.h"

G_BEGIN_DECLS

gboolean
hf_deadline_reminders_refresh (HfDb *db, const HfActor *actor, gint64 complaint, GError **error);
gboolean hf_deadlines_note_contact (HfDb *db,
                                    const HfActor *actor,
                                    gint64 customer,
                                    HfChannel channel,
                                    HfMinute at,
                                    GError **error);
gboolean hf_deadline_reminder_pass_on (HfDb *db,
                                       const HfActor *actor,
                                       const HfComplaint *complaint,
                                       GError **error);
gboolean hf_deadlines_run (HfDb *db, const HfActor *actor, int *escalated, GError **error);
gboolean hf_command_run_deadlines (HfDb *db, const HfActor *actor, GError **error);
gboolean hf_deadlines_get_next (HfDb *db, HfMinute *next, GError **error);

char *hf_deadline_reminder_describe (
    const char *title, HfMinute due_at, HfDay received, gboolean passed, char **reason);

G_END_DECLS
