/* hf-day-note.h: what a calendar writes beside the number of a day (CAL-3, CAL-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-work-calendar.h"

G_BEGIN_DECLS

typedef enum
{
  HF_NOTE_LUNAR,    /* the lunar day, on the first of a month the month */
  HF_NOTE_TERM,     /* a solar term */
  HF_NOTE_FESTIVAL, /* a festival, of the lunar or of the solar calendar */
} HfNoteKind;

/**
 * HfDayNote:
 * @kind: what @text is
 * @text: (nullable): %NULL outside of the years that the lunar calendar knows
 * @mark: 休 and 班: days off and make-up workdays; ordinary weekends bear no mark
 * @rest: nobody works: a day off, or a weekend that is not worked
 */
typedef struct
{
  HfNoteKind kind;
  char *text;
  HfDayKind mark;
  gboolean rest;
} HfDayNote;

void hf_day_note_init (HfDayNote *note, const HfWorkCalendar *calendar, HfDay day);
void hf_day_note_clear (HfDayNote *note);
char *hf_lunar_format_span (HfDay from, HfDay to);

G_END_DECLS
