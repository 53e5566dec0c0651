/* hf-complaint-private.h: what the files that write complaints share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-complaint-list.h"
#include "hf-operation.h"

G_BEGIN_DECLS

HfComplaint *
hf_complaint_load_to_handle (HfDb *db, const HfActor *actor, gint64 id, GError **error);
gboolean
hf_complaint_apply (HfDb *db, const HfActor *actor, gint64 id, gint64 customer, GError **error);
gboolean hf_complaint_write_note (
    HfDb *db, const HfActor *actor, gint64 id, const char *kind, const char *text, GError **error);

gboolean hf_complaint_check_promise (const HfActor *actor, HfMinute promised_by, GError **error);
gboolean hf_complaint_check_apology (const char *how, GError **error);
gboolean hf_complaint_check_impartial (const HfActor *actor,
                                       const HfComplaint *complaint,
                                       HfComplaintStage to,
                                       GError **error);

G_END_DECLS
