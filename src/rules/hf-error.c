/* hf-error.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-error.h"

/* clang-format off: it would take the quark's name for a subtraction */
G_DEFINE_QUARK (hf - error - quark, hf_error)
/* clang-format on */
