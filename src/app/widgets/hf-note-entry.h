/* hf-note-entry.h: a field for text that marks what must not stand in it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-wording.h"

G_BEGIN_DECLS

#define HF_TYPE_NOTE_ENTRY (hf_note_entry_get_type ())

G_DECLARE_FINAL_TYPE (HfNoteEntry, hf_note_entry, HF, NOTE_ENTRY, AdwBin)

void hf_note_entry_set_wording (HfNoteEntry *self, const HfWording *wording);
const char *hf_note_entry_get_text (HfNoteEntry *self);
void hf_note_entry_set_text (HfNoteEntry *self, const char *text);
gboolean hf_note_entry_has_claims (HfNoteEntry *self);
char *hf_note_entry_dup_phone (HfNoteEntry *self);
void hf_note_entry_remove_phone (HfNoteEntry *self);
void hf_note_entry_put_back (HfNoteEntry *self);

G_END_DECLS
