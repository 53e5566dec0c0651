/* hf-locale.h: the language and the bytes of a program's words
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hf_locale_init (void);

G_END_DECLS
