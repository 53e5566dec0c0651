/* hf-visit-outcome.h: what follows from what came of a contact
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-visit.h"

G_BEGIN_DECLS

gboolean hf_visit_apply_outcome (HfDb *db,
                                 const HfActor *actor,
                                 const HfVisitDraft *draft,
                                 gint64 visit,
                                 gint64 owner,
                                 gboolean *other_number,
                                 GError **error);

G_END_DECLS
