/* hf-zip-part.h: one file inside of a zip archive, as a stream
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _HfZipPart HfZipPart;

HfZipPart *hf_zip_part_open (const char *path, const char *name, GError **error);
void hf_zip_part_free (HfZipPart *self);
gboolean hf_zip_part_read (HfZipPart *self, const char **bytes, gsize *length, GError **error);
double hf_zip_part_get_fraction (HfZipPart *self);

char **hf_zip_list (const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfZipPart, hf_zip_part_free)

G_END_DECLS
