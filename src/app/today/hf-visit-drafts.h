/* hf-visit-drafts.h: what was written of a contact and not recorded
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"

G_BEGIN_DECLS

/**
 * HfVisitDrafts:
 *
 * For each follow-up what somebody had begun to write when another one was chosen: nothing is lost
 * by a wrong click. For as long as the window is open.
 */
typedef struct _HfVisitDrafts HfVisitDrafts;

/**
 * HfVisitText:
 *
 * The texts of the form; they belong to the drafts.
 */
typedef struct
{
  char *note;
  char *promise;
  HfDay promise_on;
} HfVisitText;

HfVisitDrafts *hf_visit_drafts_new (void);
void hf_visit_drafts_free (HfVisitDrafts *drafts);
void hf_visit_drafts_keep (HfVisitDrafts *drafts, gint64 follow_up, const HfVisitText *text);
const HfVisitText *hf_visit_drafts_find (HfVisitDrafts *drafts, gint64 follow_up);

G_END_DECLS
