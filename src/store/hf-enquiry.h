/* hf-enquiry.h: an authority asks about a complaint (COMP-10)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"
#include "hf-record.h"

G_BEGIN_DECLS

/**
 * HfEnquiryDraft:
 * @authority: who asks
 * @reference: (nullable): the number under which they ask, to be named in the answer
 * @asked_on: when their letter or call came; the answer's working days count from then
 *
 * Texts are borrowed.
 */
typedef struct
{
  const char *authority;
  const char *reference;
  HfDay asked_on;
} HfEnquiryDraft;

gboolean hf_command_open_enquiry (
    HfDb *db, const HfActor *actor, gint64 complaint, const HfEnquiryDraft *draft, GError **error);
gboolean
hf_command_answer_enquiry (HfDb *db, const HfActor *actor, gint64 complaint, GError **error);
gboolean hf_command_export_complaint (HfDb *db,
                                      const HfActor *actor,
                                      gint64 complaint,
                                      const HfRecordOptions *options,
                                      const char *path,
                                      GError **error);

G_END_DECLS
