/* hf-typing.h: Ctrl+Z while somebody is typing
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean hf_typing_undo (GtkWindow *window, const char *action);
void hf_typing_watch (GtkWindow *window, HfAppContext *context);

G_END_DECLS
