/* hf-tier-schemes.h: the branch's tier schemes, read once
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"
#include "hf-tier.h"

G_BEGIN_DECLS

/**
 * HfStoredScheme:
 * @leading: the one that lists show
 */
typedef struct
{
  gint64 id;
  gboolean leading;
  HfTierScheme *scheme;
} HfStoredScheme;

GArray *hf_tier_schemes_get (HfDb *db, GError **error);
const HfStoredScheme *hf_tier_schemes_find (HfDb *db, const char *key, GError **error);
gboolean hf_tier_schemes_install_shipped (HfDb *db, GError **error);

G_END_DECLS
