/* hf-case-link.h: to which case a follow-up belongs
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

/**
 * HfCaseLink:
 * @kind: (nullable): static: `complaints`, `returns`, `adverse`, `recovery` or `incidents`; %NULL
 *   for a follow-up that belongs to no case
 */
typedef struct
{
  const char *kind;
  gint64 id;
} HfCaseLink;

gboolean hf_case_link_load (HfDb *db, gint64 follow_up, HfCaseLink *link, GError **error);

G_END_DECLS
