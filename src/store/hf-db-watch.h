/* hf-db-watch.h: tells when anybody committed to a database
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

typedef struct _HfDbWatch HfDbWatch;

HfDbWatch *hf_db_watch_new (HfDb *db, GFunc changed, gpointer data, GError **error);
void hf_db_watch_free (HfDbWatch *watch);
void hf_db_watch_tell (HfDb *db);
void hf_db_watch_look (HfDbWatch *watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfDbWatch, hf_db_watch_free)

G_END_DECLS
