/* hf-contact-rules.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-contact-rules.h"

#include <stdlib.h>

/* How far ahead an allowed day is looked for: past any confinement or treatment. */
#define HORIZON_DAYS (3 * 366)

static const HfSet disturbing_channels =
    HF_BIT (HF_CHANNEL_HOME) | HF_BIT (HF_CHANNEL_PHONE) | HF_BIT (HF_CHANNEL_MESSAGE);
static const HfSet birth_channels = HF_BIT (HF_CHANNEL_HOME) | HF_BIT (HF_CHANNEL_EVENT);

static int
compare_days (const void *a, const void *b)
{
  HfDay x = *(const HfDay *) a;
  HfDay y = *(const HfDay *) b;

  return (x > y) - (x < y);
}

static gboolean
day_is_listed (const HfContactRules *rules, HfDay day)
{
  return rules->n_days > 0 &&
         bsearch (&day, rules->days, rules->n_days, sizeof (HfDay), compare_days) != NULL;
}

static gboolean
day_is_quiet (const HfContactRules *rules, HfDay day)
{
  return rules->quiet_until != HF_DAY_NONE && day < rules->quiet_until;
}

static gboolean
day_is_near_birth (const HfContactRules *rules, HfDay day)
{
  return rules->no_home_from != HF_DAY_NONE && day >= rules->no_home_from &&
         day <= rules->no_home_to;
}

/**
 * hf_contact_rules_init:
 * @rules: (out): no limits at all
 */
void
hf_contact_rules_init (HfContactRules *rules)
{
  g_return_if_fail (rules != NULL);

  *rules = (HfContactRules){ .quiet_until = HF_DAY_NONE,
                             .no_home_from = HF_DAY_NONE,
                             .no_home_to = HF_DAY_NONE };
}

/**
 * hf_contact_rules_get_channels:
 * @channels: a set of #HfChannel
 *
 * Returns: those of @channels by which the customer may be contacted on @day
 */
HfSet
hf_contact_rules_get_channels (const HfContactRules *rules, HfDay day, HfSet channels)
{
  g_return_val_if_fail (rules != NULL, 0);

  if (rules->do_not_contact || HF_SET_HAS (rules->weekdays, hf_day_get_weekday (day)) ||
      day_is_listed (rules, day))
    return 0;
  channels &= ~rules->refused;
  if (day_is_quiet (rules, day))
    channels &= ~disturbing_channels;
  if (day_is_near_birth (rules, day))
    channels &= ~birth_channels;
  return channels;
}

/**
 * hf_contact_rules_day_is_allowed:
 * @channels: a set of #HfChannel
 *
 * Whether the customer may be contacted on @day by one of @channels at least.
 */
gboolean
hf_contact_rules_day_is_allowed (const HfContactRules *rules, HfDay day, HfSet channels)
{
  return hf_contact_rules_get_channels (rules, day, channels) != 0;
}

/**
 * hf_contact_rules_explain:
 *
 * Returns: the first of the rules that forbids @day, %HF_MOVE_NONE when none does
 */
HfMoveCause
hf_contact_rules_explain (const HfContactRules *rules, HfDay day, HfSet channels)
{
  g_return_val_if_fail (rules != NULL, HF_MOVE_NONE);

  if (hf_contact_rules_day_is_allowed (rules, day, channels))
    return HF_MOVE_NONE;
  if (rules->do_not_contact || (channels & ~rules->refused) == 0)
    return HF_MOVE_REFUSED;
  if (day_is_quiet (rules, day) && (channels & ~rules->refused & ~disturbing_channels) == 0)
    return HF_MOVE_QUIET;
  if (HF_SET_HAS (rules->weekdays, hf_day_get_weekday (day)))
    return HF_MOVE_WEEKDAY;
  if (day_is_listed (rules, day))
    return HF_MOVE_DAY;
  return HF_MOVE_NO_HOME;
}

/**
 * hf_contact_rules_next_allowed_day:
 *
 * Returns: @from or the first allowed day after it; %HF_DAY_NONE when refusals
 *   leave none within three years
 */
HfDay
hf_contact_rules_next_allowed_day (const HfContactRules *rules, HfDay from, HfSet channels)
{
  HfDay start;

  g_return_val_if_fail (rules != NULL, HF_DAY_NONE);

  if (rules->do_not_contact || (channels & ~rules->refused) == 0)
    return HF_DAY_NONE;
  start = day_is_quiet (rules, from) && (channels & ~disturbing_channels) == 0 ? rules->quiet_until
                                                                               : from;
  for (HfDay day = start; day < start + HORIZON_DAYS; day++)
    {
      if (hf_contact_rules_day_is_allowed (rules, day, channels))
        return day;
    }
  return HF_DAY_NONE;
}

/**
 * hf_contact_rules_last_allowed_day:
 *
 * Returns: the last allowed day from @from to @to, both included, or %HF_DAY_NONE
 */
HfDay
hf_contact_rules_last_allowed_day (const HfContactRules *rules,
                                   HfDay from,
                                   HfDay to,
                                   HfSet channels)
{
  for (HfDay day = to; day >= from; day--)
    {
      if (hf_contact_rules_day_is_allowed (rules, day, channels))
        return day;
    }
  return HF_DAY_NONE;
}

/**
 * hf_contact_rules_move_day:
 * @day: the day that the plan names
 * @from: first day of the window
 * @to: last day of the window; the same as @from when there is no window
 *
 * The day on which the contact is really due (SCHED-2): @day itself; else, when
 * there is a window, the nearest allowed day inside it, later ones first; else the
 * next allowed day.
 *
 * Returns: %HF_DAY_NONE when refusals leave no day at all
 */
HfDay
hf_contact_rules_move_day (
    const HfContactRules *rules, HfDay day, HfDay from, HfDay to, HfSet channels)
{
  HfDay next = hf_contact_rules_next_allowed_day (rules, day, channels);
  HfDay inside;

  if (from >= to || next == HF_DAY_NONE || next <= to)
    return next;
  inside = hf_contact_rules_last_allowed_day (rules, from, MIN (day, to), channels);
  return inside != HF_DAY_NONE ? inside : next;
}

/**
 * hf_contact_rules_get_reminder:
 * @channel: the channel that is to be tried first
 *
 * Returns: the moment on @day at which a follow-up reminds (CAL-5)
 */
HfMinute
hf_contact_rules_get_reminder (const HfContactRules *rules, HfDay day, HfChannel channel)
{
  int work_start;

  g_return_val_if_fail (rules != NULL, HF_MINUTE_NONE);

  work_start = rules->work_start > 0 ? rules->work_start : HF_CONTACT_EARLIEST;
  return hf_minute_new (day, hf_contact_window_get_reminder (&rules->window, channel, work_start));
}
