/* hf-text-scan.h: which encoding a text file is written in (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  HF_ENCODING_AUTO,
  HF_ENCODING_UTF8,
  HF_ENCODING_UTF16LE,
  HF_ENCODING_UTF16BE,
  HF_ENCODING_GB18030,
} HfEncoding;

const char *hf_encoding_get_name (HfEncoding encoding);
gboolean hf_encoding_parse (const char *name, HfEncoding *encoding, GError **error);

HfEncoding hf_text_scan_bom (const guint8 *bytes, gsize length);
gboolean hf_text_scan (GInputStream *stream,
                       HfEncoding *encoding,
                       GCancellable *cancellable,
                       GError **error);

G_END_DECLS
