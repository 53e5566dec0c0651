/* bench-painted.h: tells bench-start when a window is painted
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

/* The environment variable that says when the program was started, in microseconds. */
#define BENCH_STARTED "HF_BENCH_STARTED"

void bench_painted_watch (GtkApplication *application);
void bench_painted_fill (void);
