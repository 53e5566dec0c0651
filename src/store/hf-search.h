/* hf-search.h: keeps the search index right
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

gboolean hf_search_catch_up (HfDb *db, GError **error);
gboolean hf_search_rebuild (HfDb *db, GError **error);
gboolean hf_search_compact (HfDb *db, GError **error);

G_END_DECLS
