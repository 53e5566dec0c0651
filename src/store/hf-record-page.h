/* hf-record-page.h: what is recorded of somebody or something, as a page or for programs
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db-private.h"
#include "hf-record.h"

G_BEGIN_DECLS

/**
 * HfRecordSection:
 * @key: in a JSON file
 * @titles: of the columns, parted by `|`
 * @formats: of each column: `s` as it is, `d` day, `m` minute, `b` yes or no, `y` fen as yuan, `p`
 *   phone number, `c` channel, `o` outcome, `t` card type, `r` reason, `g` stage, `v` severity and
 *   `n` wish of a complaint, `k` state of a return, `l` deadline, `e` state of a referral, `S`
 *   scheme and `T` tier, `f` state and `i` kind of a follow-up, `x` kind of a contact, `w` another
 * word of the file
 * @health: only where it is asked for (CARD-3)
 * @single: its one row is read from top to bottom
 */
typedef struct
{
  const char *key;
  const char *title;
  HfQuery query;
  const char *titles;
  const char *formats;
  gboolean health;
  gboolean single;
} HfRecordSection;

char *hf_record_value_dup (HfRows *rows, int column, char format, const HfRecordOptions *options);
void hf_record_append_json (GString *out, const char *text);
char *hf_record_page_make (HfDb *db,
                           const HfActor *actor,
                           gint64 subject,
                           const char *title,
                           const HfRecordSection *sections,
                           guint n_sections,
                           const HfRecordOptions *options,
                           GError **error);

G_END_DECLS
