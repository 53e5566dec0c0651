/* hf-wording.h: words that claim too much (TEXT-3)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfWording:
 *
 * The list of what may not be claimed. It can be added to, never shortened.
 */
typedef struct _HfWording HfWording;

/**
 * HfWordingMark:
 * @start, @length: in bytes
 * @word: as the list has it
 * @reason: a sentence for the writer
 *
 * One place to be marked; @word and @reason belong to the list.
 */
typedef struct
{
  gsize start;
  gsize length;
  const char *word;
  const char *reason;
} HfWordingMark;

HfWording *hf_wording_new (void);
void hf_wording_free (HfWording *wording);
gboolean hf_wording_read (
    HfWording *wording, const char *file_name, const char *text, gssize length, GError **error);
gboolean hf_wording_add (HfWording *wording, const char *word, const char *reason);
GArray *hf_wording_check (const HfWording *wording, const char *text);
char *hf_wording_describe (const GArray *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfWording, hf_wording_free)

G_END_DECLS
