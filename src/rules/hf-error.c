/* hf-error.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-error.h"

G_DEFINE_QUARK (hf - error - quark, hf_error)
