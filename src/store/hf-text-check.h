/* hf-text-check.h: what may stand in a field for text
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hf_text_is_blank (const char *text);
gboolean hf_text_check (const char *text, GError **error);
gboolean hf_text_check_name (const char *text, char **clean, GError **error);
gboolean hf_text_check_title (const char *text, char **clean, GError **error);

G_END_DECLS
