/* test-invite.c: who may be invited (EVT-1), how a referral moves (REF-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-error.h"
#include "hf-invite-rules.h"
#include "hf-referral-rules.h"

#define TODAY (20779) /* Sunday 22 November 2026 */
#define EVENT (TODAY + 7)

static void
test_may (void)
{
  HfContactRules rules;
  g_autofree char *why = NULL;

  hf_contact_rules_init (&rules);
  g_assert_cmpint (hf_invite_check (&rules, FALSE, TODAY, EVENT), ==, HF_INVITE_MAY);
  g_assert_null (hf_invite_bar_describe (HF_INVITE_MAY, &rules));
  rules.refused = HF_BIT (HF_CHANNEL_PHONE) | HF_BIT (HF_CHANNEL_MESSAGE);
  g_assert_cmpint (hf_invite_check (&rules, FALSE, TODAY, EVENT), ==, HF_INVITE_MAY);
  rules.refused |= HF_BIT (HF_CHANNEL_HOME);
  g_assert_cmpint (hf_invite_check (&rules, FALSE, TODAY, EVENT), ==, HF_INVITE_REFUSED);
  rules.do_not_contact = TRUE;
  g_assert_cmpint (hf_invite_check (&rules, TRUE, TODAY, EVENT), ==, HF_INVITE_NO_CONTACT);
  why = hf_invite_bar_describe (HF_INVITE_NO_CONTACT, &rules);
  g_assert_cmpstr (why, ==, "wants no contact");
}

static void
test_days (void)
{
  HfContactRules rules;

  hf_contact_rules_init (&rules);
  g_assert_cmpint (hf_invite_check (&rules, TRUE, TODAY, EVENT), ==, HF_INVITE_DISCARDED);
  rules.quiet_until = EVENT + 1;
  g_assert_cmpint (hf_invite_check (&rules, FALSE, TODAY, EVENT), ==, HF_INVITE_QUIET);
  rules.quiet_until = EVENT;
  g_assert_cmpint (hf_invite_check (&rules, FALSE, TODAY, EVENT), ==, HF_INVITE_MAY);
  rules.weekdays = HF_BIT (hf_day_get_weekday (EVENT));
  g_assert_cmpint (hf_invite_check (&rules, FALSE, TODAY, EVENT), ==, HF_INVITE_DAY);
  g_assert_cmpint (hf_invite_check (&rules, FALSE, TODAY, EVENT + 1), ==, HF_INVITE_MAY);
}

/* Neither on a day around a birth nor for one. */
static void
test_birth (void)
{
  HfContactRules rules;

  hf_contact_rules_init (&rules);
  rules.no_home_from = EVENT - 1;
  rules.no_home_to = EVENT + 30;
  g_assert_cmpint (hf_invite_check (&rules, FALSE, TODAY, EVENT), ==, HF_INVITE_BIRTH);
  g_assert_cmpint (hf_invite_check (&rules, FALSE, TODAY, EVENT - 2), ==, HF_INVITE_MAY);
  rules.no_home_from = TODAY - 30;
  rules.no_home_to = TODAY;
  g_assert_cmpint (hf_invite_check (&rules, FALSE, TODAY, EVENT), ==, HF_INVITE_BIRTH);
  g_assert_cmpint (hf_invite_check (&rules, FALSE, TODAY + 1, EVENT), ==, HF_INVITE_MAY);
}

static void
test_moves (void)
{
  static const struct
  {
    HfReferralState from, to;
    gboolean may;
  } moves[] = {
    { HF_REFERRAL_NAMED, HF_REFERRAL_CONTACTED, TRUE },
    { HF_REFERRAL_NAMED, HF_REFERRAL_ATTENDED, TRUE },
    { HF_REFERRAL_NAMED, HF_REFERRAL_NAMED, FALSE },
    { HF_REFERRAL_INVITED, HF_REFERRAL_CONTACTED, FALSE },
    { HF_REFERRAL_ATTENDED, HF_REFERRAL_DECLINED, TRUE },
    { HF_REFERRAL_DECLINED, HF_REFERRAL_CONTACTED, TRUE },
    { HF_REFERRAL_PURCHASED, HF_REFERRAL_DECLINED, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (hf_referral_move_check (moves[i].from, moves[i].to, &error), ==,
                       moves[i].may);
      if (!moves[i].may)
        g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invite/EVT-1/consent-is-honoured (CARD-7)", test_may);
  g_test_add_func ("/invite/CARD-7/days-without-contact", test_days);
  g_test_add_func ("/invite/CARD-10/nobody-around-a-birth", test_birth);
  g_test_add_func ("/referral/REF-1/moves", test_moves);
  return g_test_run ();
}
