/* hf-reminders-main.h: the program huifang-reminders
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int hf_reminders_main (int argc, char *argv[]);

G_END_DECLS
