/* hf-reminder-rules.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reminder-rules.h"

#include <stdio.h>

#include "hf-office.h"

static int
read_minute_of_day (HfDb *db, const char *key, int otherwise)
{
  g_autofree char *text = hf_setting_dup (db, key, NULL, NULL);
  int hour, minute;

  if (text == NULL || sscanf (text, "%d:%d", &hour, &minute) != 2)
    return otherwise;
  return CLAMP (hour * 60 + minute, 0, HF_MINUTES_A_DAY - 1);
}

/**
 * hf_reminder_read_rules:
 * @otherwise: what holds where the branch has set nothing; when it has no quiet hours there are
 *   none, whatever is set
 *
 * Returns: @otherwise with the quiet hours of the settings `reminders.quiet-from` and
 *   `reminders.quiet-until`
 */
HfDeliveryRules
hf_reminder_read_rules (HfDb *db, const HfDeliveryRules *otherwise)
{
  HfDeliveryRules rules = *otherwise;

  if (rules.quiet_from == rules.quiet_until)
    return rules;
  rules.quiet_from = read_minute_of_day (db, "reminders.quiet-from", rules.quiet_from);
  rules.quiet_until = read_minute_of_day (db, "reminders.quiet-until", rules.quiet_until);
  return rules;
}
