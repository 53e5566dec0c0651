/* hf-enrolment-resume.h: care goes on for a card that was discarded
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_enrolment_resume (HfDb *db, const HfActor *actor, gint64 customer, GError **error);
gboolean hf_card_take_up (HfDb *db, const HfActor *actor, gint64 customer, GError **error);

G_END_DECLS
