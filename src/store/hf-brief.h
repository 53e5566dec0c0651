/* hf-brief.h: what one has to know before contacting a customer, read (VISIT-2)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-card.h"
#include "hf-case-link.h"
#include "hf-operation.h"
#include "hf-work.h"

G_BEGIN_DECLS

/**
 * HfNextContact:
 * @day: %HF_DAY_NONE when the plan asks for nothing more
 * @channel: the preferred one
 * @required: no other channel will do
 * @title: (nullable): what it is for
 */
typedef struct
{
  HfDay day;
  HfChannel channel;
  gboolean required;
  char *title;
} HfNextContact;

/**
 * HfBrief:
 * @item: the follow-up
 * @visits: (element-type HfCardVisit): the last three contacts
 * @purpose: (nullable): what it is for, as the plan words it
 * @checklist: what to find out or do, may be empty
 * @n_complaints, @n_promises: still open
 * @greeting, @script, @closing: (nullable): the branch's words with the names filled in (TEXT-1)
 * @taboos: the customer's own, then the branch's (TEXT-2)
 * @interests: what the customer enjoys, may be empty
 * @n_failed: tries in a row without an answer; @n_failed_days: on how many days (VISIT-5, CARD-9)
 * @mix_last, @mix_suggested: three contacts of one kind suggest another, else -1 (VISIT-7)
 * @birthday_on: when it comes within 15 days, else %HF_DAY_NONE
 * @adverse: the open adverse reaction, 0 for none
 * @belongs: the case the follow-up is about
 * @next: what the plan asks for once this one has been reached by the preferred channel
 */
typedef struct
{
  HfWorkItem *item;
  HfCard *card;
  GPtrArray *visits;
  char *purpose;
  GStrv checklist;
  int n_complaints;
  int n_promises;
  char *greeting;
  char *script;
  char *closing;
  GStrv taboos;
  char *interests;
  int n_failed;
  int n_failed_days;
  int mix_last;
  int mix_suggested;
  HfDay birthday_on;
  gint64 adverse;
  HfCaseLink belongs;
  HfNextContact next;
} HfBrief;

HfBrief *hf_brief_load (HfDb *db, const HfActor *actor, gint64 follow_up, GError **error);
void hf_brief_free (HfBrief *brief);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfBrief, hf_brief_free)

G_END_DECLS
