/* hf-contact-rules.h: the days on which a customer may be contacted, and how (CARD-7, SCHED-2)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-contact-window.h"

G_BEGIN_DECLS

/**
 * HfContactRules:
 * @weekdays: weekdays without contact, %HF_BIT (%HF_MONDAY) … %HF_BIT (%HF_SUNDAY)
 * @days: (nullable): single days without contact, ascending; borrowed
 * @n_days: how many
 * @quiet_until: in treatment or confinement: calls, messages and home visits wait
 *   until this day, which is the first allowed again; %HF_DAY_NONE
 * @no_home_from: first day without home visits and event invitations (CARD-10); %HF_DAY_NONE
 * @no_home_to: the last such day
 * @refused: channels that the customer refuses, a set of #HfChannel
 * @do_not_contact: the customer wants no contact at all
 * @window: when in a day; empty when the customer named none
 * @work_start: minute of the day at which the branch opens; 0 stands for 09:00
 *
 * What limits the contacts with one customer. A plain value; all zero bytes with
 * the days set to %HF_DAY_NONE mean no limits: use hf_contact_rules_init().
 */
typedef struct
{
  HfSet weekdays;
  const HfDay *days;
  gsize n_days;
  HfDay quiet_until;
  HfDay no_home_from;
  HfDay no_home_to;
  HfSet refused;
  gboolean do_not_contact;
  HfContactWindow window;
  int work_start;
} HfContactRules;

/* Why a day is not possible, or not by all channels. */
typedef enum
{
  HF_MOVE_NONE,
  HF_MOVE_WEEKDAY,  /* never on that day of the week */
  HF_MOVE_DAY,      /* not on that single day */
  HF_MOVE_QUIET,    /* asked to be left in peace until a day */
  HF_MOVE_NO_HOME,  /* no home visits around a birth */
  HF_MOVE_REFUSED,  /* refuses that channel, or all */
  HF_MOVE_CAP,      /* enough contacts in that week (SCHED-4) */
  HF_MOVE_PAUSED,   /* a complaint or an adverse reaction was open (SCHED-5) */
  HF_MOVE_BY_STAFF, /* someone chose another day (SCHED-8) */
} HfMoveCause;

void hf_contact_rules_init (HfContactRules *rules);
HfSet hf_contact_rules_get_channels (const HfContactRules *rules, HfDay day, HfSet channels);
gboolean hf_contact_rules_day_is_allowed (const HfContactRules *rules, HfDay day, HfSet channels);
HfMoveCause hf_contact_rules_explain (const HfContactRules *rules, HfDay day, HfSet channels);
HfDay hf_contact_rules_next_allowed_day (const HfContactRules *rules, HfDay from, HfSet channels);
HfDay hf_contact_rules_last_allowed_day (const HfContactRules *rules,
                                         HfDay from,
                                         HfDay to,
                                         HfSet channels);
HfDay hf_contact_rules_move_day (
    const HfContactRules *rules, HfDay day, HfDay from, HfDay to, HfSet channels);
HfMinute hf_contact_rules_get_reminder (const HfContactRules *rules, HfDay day, HfChannel channel);

G_END_DECLS
