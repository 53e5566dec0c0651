/* hf-invite-rules.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-invite-rules.h"

#include <glib/gi18n-lib.h>

static gboolean
lies_around_birth (const HfContactRules *rules, HfDay day)
{
  return rules->no_home_to != HF_DAY_NONE && day >= rules->no_home_from && day <= rules->no_home_to;
}

/**
 * hf_invite_check:
 * @discarded: the card is out of use
 * @today: when the invitation is made
 * @day: of the event
 *
 * Nobody is invited who wants no contact, at a time when they are to be left in peace, or for a day
 * on which they are (CARD-7); no mother around a birth (CARD-10). An invitation is spoken or
 * written: who refuses calls, messages and visits can't be given one.
 */
HfInviteBar
hf_invite_check (const HfContactRules *rules, gboolean discarded, HfDay today, HfDay day)
{
  const HfSet ways =
      HF_BIT (HF_CHANNEL_PHONE) | HF_BIT (HF_CHANNEL_MESSAGE) | HF_BIT (HF_CHANNEL_HOME);

  if (rules->do_not_contact)
    return HF_INVITE_NO_CONTACT;
  if (discarded)
    return HF_INVITE_DISCARDED;
  if ((rules->refused & ways) == ways)
    return HF_INVITE_REFUSED;
  if (lies_around_birth (rules, today) || lies_around_birth (rules, day))
    return HF_INVITE_BIRTH;
  if (rules->quiet_until != HF_DAY_NONE && day < rules->quiet_until)
    return HF_INVITE_QUIET;
  return hf_contact_rules_day_is_allowed (rules, day, HF_BIT (HF_CHANNEL_EVENT)) ? HF_INVITE_MAY
                                                                                 : HF_INVITE_DAY;
}

/**
 * hf_invite_bar_describe:
 *
 * Returns: (transfer full): why, as one says it to a colleague; %NULL for %HF_INVITE_MAY
 */
char *
hf_invite_bar_describe (HfInviteBar bar, const HfContactRules *rules)
{
  g_autofree char *day = NULL;

  switch (bar)
    {
    case HF_INVITE_NO_CONTACT:
      return g_strdup (_ ("wants no contact"));
    case HF_INVITE_DISCARDED:
      return g_strdup (_ ("the card is discarded"));
    case HF_INVITE_REFUSED:
      return g_strdup (_ ("refuses calls, messages and visits"));
    case HF_INVITE_BIRTH:
      day = hf_day_format (rules->no_home_to);
      return g_strdup_printf (_ ("a birth: no invitation until %s; invite the family instead"),
                              day);
    case HF_INVITE_QUIET:
      day = hf_day_format (rules->quiet_until);
      return g_strdup_printf (_ ("asked to be left in peace until %s"), day);
    case HF_INVITE_DAY:
      return g_strdup (_ ("not to be contacted on that day"));
    case HF_INVITE_MAY:
    default:
      return NULL;
    }
}
