/* hf-special-due.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-special-due.h"

static HfChannel
get_first_channel (HfSet channels)
{
  HfChannel channel = HF_CHANNEL_HOME;

  while (channel < HF_CHANNEL_POST && !HF_SET_HAS (channels, channel))
    channel++;
  return channel;
}

static void
append_preparation (GArray *list, const HfContactRules *rules, HfDay special_day)
{
  HfDay day = special_day - HF_SPECIAL_DATE_DAYS_AHEAD;
  HfSpecialDue due = { .occurrence = (int) special_day * 2,
                       .is_preparation = TRUE,
                       .special_day = special_day,
                       .original_day = day,
                       .due_day = day,
                       .due_at = hf_contact_rules_get_reminder (rules, day, HF_CHANNEL_POST) };

  g_array_append_val (list, due);
}

static void
append_contact (GArray *list, const HfContactRules *rules, HfSet channels, HfDay special_day)
{
  HfDay day = hf_contact_rules_next_allowed_day (rules, special_day, channels);
  HfSpecialDue due = { .occurrence = (int) special_day * 2 + 1,
                       .special_day = special_day,
                       .original_day = special_day,
                       .due_day = day };
  HfSet allowed;

  if (day == HF_DAY_NONE)
    return;
  allowed = hf_contact_rules_get_channels (rules, day, channels);
  due.due_at = hf_contact_rules_get_reminder (rules, day, get_first_channel (allowed));
  if (day != special_day)
    due.moved = hf_contact_rules_explain (rules, special_day, channels);
  g_array_append_val (list, due);
}

/**
 * hf_special_date_list_due:
 * @rules: of the customer
 * @channels: by which they may be congratulated, a set of #HfChannel
 * @from: first day
 * @to: last day
 *
 * The follow-ups whose original day lies from @from to @to (CAL-7): something to
 * prepare 7 days ahead, and the contact on the day. Asked again for the same days it
 * gives the same, so that @occurrence keeps them from being doubled (SCHED-6). Who
 * refuses all of @channels is not contacted.
 *
 * Returns: (transfer full) (element-type HfSpecialDue): by special day
 */
GArray *
hf_special_date_list_due (
    const HfSpecialDate *date, const HfContactRules *rules, HfSet channels, HfDay from, HfDay to)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (HfSpecialDue));
  HfDay last = to + HF_SPECIAL_DATE_DAYS_AHEAD;
  HfDay day;

  g_return_val_if_fail (date != NULL && rules != NULL, list);

  for (day = hf_special_date_get_next (date, from); day != HF_DAY_NONE && day <= last;
       day = hf_special_date_get_next (date, day + 1))
    {
      HfDay preparation = day - HF_SPECIAL_DATE_DAYS_AHEAD;

      if (preparation >= from && preparation <= to)
        append_preparation (list, rules, day);
      if (day <= to)
        append_contact (list, rules, channels, day);
    }
  return list;
}
