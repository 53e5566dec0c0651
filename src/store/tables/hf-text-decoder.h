/* hf-text-decoder.h: a text file as a stream of UTF-8 (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-text-scan.h"

G_BEGIN_DECLS

typedef struct _HfTextDecoder HfTextDecoder;

HfTextDecoder *hf_text_decoder_new (const char *path,
                                    HfEncoding forced,
                                    GCancellable *cancellable,
                                    GError **error);
void hf_text_decoder_free (HfTextDecoder *self);
gboolean
hf_text_decoder_next (HfTextDecoder *self, const char **text, gsize *length, GError **error);
HfEncoding hf_text_decoder_get_encoding (HfTextDecoder *self);
double hf_text_decoder_get_fraction (HfTextDecoder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfTextDecoder, hf_text_decoder_free)

G_END_DECLS
