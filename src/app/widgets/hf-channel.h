/* hf-channel.h: how a channel looks
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-domain.h"

G_BEGIN_DECLS

const char *hf_channel_get_icon (HfChannel channel);
void hf_channel_apply (GtkImage *image, HfChannel channel);
void hf_channel_clear (GtkImage *image);

G_END_DECLS
