/* hf-segment.h: saved filters (CARD-5)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-customer-filter.h"
#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfSegment:
 * @filter: as JSON
 * @staff_id: whose it is, 0: everybody's
 */
typedef struct
{
  gint64 id;
  char *name;
  char *filter;
  gint64 staff_id;
} HfSegment;

void hf_segment_free (HfSegment *segment);
GPtrArray *hf_segment_dup_all (HfDb *db, const HfActor *actor, GError **error);
char *hf_segment_dup_filter (HfDb *db, const char *name, GError **error);
gboolean hf_command_save_segment (HfDb *db,
                                  const HfActor *actor,
                                  const char *name,
                                  const HfCustomerFilter *filter,
                                  gint64 *id,
                                  GError **error);
gboolean
hf_command_delete_segment (HfDb *db, const HfActor *actor, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfSegment, hf_segment_free)

G_END_DECLS
