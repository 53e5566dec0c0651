/* hf-trail.h: the way back from a page that others opened
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfPlace:
 * @page: its name, static
 * @id: of whom or what: a customer, a complaint; 0 for a page that is of nobody
 */
typedef struct
{
  const char *page;
  gint64 id;
} HfPlace;

GArray *hf_trail_new (void);
void hf_trail_leave (GArray *trail, HfPlace here, HfPlace to);
gboolean hf_trail_go_back (GArray *trail, HfPlace *place);

G_END_DECLS
