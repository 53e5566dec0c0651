/* hf-deadline.h: by when a complaint must be worked on (COMP-4), and what the law gives (COMP-10)
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
  HF_DEADLINE_ACKNOWLEDGE,
  HF_DEADLINE_CALL_BACK,
  HF_DEADLINE_HOME_VISIT,
  HF_DEADLINE_ANSWER,
  HF_DEADLINE_CLOSE,
  HF_DEADLINE_PROMISED,  /* what the customer was told (COMP-1, COMP-3) */
  HF_DEADLINE_AUTHORITY, /* an authority asked (COMP-10) */
  HF_DEADLINE_REFUND,    /* of a return (COMP-5) */
} HfDeadlineKind;

/* Those that follow from when a complaint was received, and all of a complaint. */
#define HF_N_RECEIPT_DEADLINES (HF_DEADLINE_CLOSE + 1)
#define HF_N_DEADLINES         (HF_DEADLINE_AUTHORITY + 1)

/**
 * HfDeadlineSettings:
 * @acknowledge_minutes: of opening hours
 * @call_back_minutes: by the clock
 * @visit_until: minute of the day; what is received before is visited the same day
 * @visit_next_day: minute of the next open day by which else
 * @answer_days: working days after the day of receipt
 * @close_days: calendar days after the day of receipt
 *
 * COMP-4's numbers, which a branch can change.
 */
typedef struct
{
  int acknowledge_minutes;
  int call_back_minutes;
  int visit_until;
  int visit_next_day;
  int answer_days;
  int close_days;
} HfDeadlineSettings;

/**
 * HfWait:
 * @from: when the customer was asked
 * @to: when they answered, %HF_MINUTE_NONE while they have not
 */
typedef struct
{
  HfMinute from;
  HfMinute to;
} HfWait;

/**
 * HfDeadlines:
 * @at: by kind; %HF_MINUTE_NONE where there is none
 * @answer_waits: the customer has been asked; the answer's clock stands still
 * @unknown_year: a year whose days off are not known, 0 for none: say so
 */
typedef struct
{
  HfMinute at[HF_N_RECEIPT_DEADLINES];
  gboolean answer_waits;
  int unknown_year;
} HfDeadlines;

void hf_deadline_settings_init (HfDeadlineSettings *settings);
HfDeadlines hf_deadlines_for_complaint (const HfDeadlineSettings *settings,
                                        const HfWorkCalendar *calendar,
                                        HfMinute received,
                                        gboolean serious,
                                        const HfWait *waits,
                                        gsize n_waits,
                                        HfMinute now);
HfMinute hf_deadline_get_warning (HfMinute start, HfMinute deadline);
const char *hf_deadline_get_nick (HfDeadlineKind kind);
int hf_deadline_parse (const char *nick);
const char *hf_deadline_get_label (HfDeadlineKind kind);

/**
 * HfLegalDays:
 * @return_days: days to return goods without a reason, by the channel of the sale; 0 for none
 * @refund_days: days to pay back after the goods came back
 * @authority_days: working days to answer an authority
 * @data_request_days: days to answer a person who asks for their data
 * @checked: when somebody last checked these numbers
 * @note: that this is no legal advice; in the user's language
 */
typedef struct
{
  int return_days[HF_CHANNEL_POST + 1];
  int refund_days;
  int authority_days;
  int data_request_days;
  HfDay checked;
  char *note;
} HfLegalDays;

gboolean hf_legal_days_parse (
    const char *file_name, const char *text, gssize length, HfLegalDays *days, GError **error);
void hf_legal_days_clear (HfLegalDays *days);
HfDay hf_legal_days_get_return_until (const HfLegalDays *days, HfChannel sold_by, HfDay received);
HfDay hf_legal_days_get_refund_until (const HfLegalDays *days, HfDay goods_back);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfLegalDays, hf_legal_days_clear)

G_END_DECLS
