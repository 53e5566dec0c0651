/* hf-cause.h: words for why a follow-up was moved
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-contact-rules.h"

G_BEGIN_DECLS

const char *hf_cause_get_nick (HfMoveCause cause);
HfMoveCause hf_cause_parse (const char *nick);

G_END_DECLS
