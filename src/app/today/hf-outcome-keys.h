/* hf-outcome-keys.h: which outcomes fit a channel, by the keys 1 to 7
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-domain.h"

G_BEGIN_DECLS

#define HF_N_OUTCOME_KEYS (7)

guint hf_outcome_keys_get_n (HfChannel channel);
HfOutcome hf_outcome_keys_get (HfChannel channel, guint index);
void hf_outcome_keys_show (HfChannel channel, guint index, GtkButton *button);

G_END_DECLS
