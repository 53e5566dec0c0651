/* hf-case-facts.h: what is known of a case, in words
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-complaint-case.h"

G_BEGIN_DECLS

/**
 * HfCaseFactKind:
 *
 * How a fact is written down.
 */
typedef enum
{
  HF_CASE_FACT_SHOWN,
  HF_CASE_FACT_TEXT,
  HF_CASE_FACT_STAFF,
  HF_CASE_FACT_MONEY,
  HF_CASE_FACT_DAY,
  HF_CASE_FACT_CHOICE,
  HF_CASE_FACT_YES_NO,
} HfCaseFactKind;

/**
 * HfCaseFact:
 * @label: translatable
 * @field: an #HfCaseField; of no meaning for what is only shown
 * @wide: takes the whole line
 * @format: what it says, empty for nothing yet; (transfer full)
 * @dup_state: (nullable): the value as text: an id, a day, words; (transfer full)
 *
 * One thing that is known of a case.
 */
typedef struct
{
  const char *label;
  HfCaseFactKind kind;
  int field;
  gboolean wide;
  char *(*format) (const HfComplaintCase *one, HfMinute now);
  char *(*dup_state) (const HfComplaintCase *one);
} HfCaseFact;

extern const HfCaseFact hf_case_facts[];
extern const guint hf_n_case_facts;
extern const HfCaseFact hf_case_remedies[];
extern const guint hf_n_case_remedies;

G_END_DECLS
