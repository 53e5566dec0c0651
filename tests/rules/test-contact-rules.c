/* test-contact-rules.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-contact-rules.h"

#define HOME  HF_BIT (HF_CHANNEL_HOME)
#define PHONE HF_BIT (HF_CHANNEL_PHONE)
#define EVENT HF_BIT (HF_CHANNEL_EVENT)
#define POST  HF_BIT (HF_CHANNEL_POST)

/* November 2026: the 1st, 8th, 15th, 22nd and 29th are Sundays. */
static HfDay
nov (int day)
{
  return hf_day_from_ymd (2026, 11, 1) + day - 1;
}

static const HfDay listed[] = { 20772, 20773 }; /* the 15th is 20772 */

static void
make_rules (HfContactRules *rules)
{
  g_assert_cmpint (nov (15), ==, 20772);
  hf_contact_rules_init (rules);
  rules->weekdays = HF_BIT (HF_SUNDAY);
  rules->days = listed;
  rules->n_days = G_N_ELEMENTS (listed);
}

static void
test_move (void)
{
  static const struct
  {
    int day, from, to;
    int due;
  } rows[] = {
    { 7, 7, 7, 7 },     { 8, 8, 8, 9 },     /* Sunday: Monday */
    { 15, 15, 15, 17 },                     /* Sunday, and the listed 15th and 16th */
    { 8, 1, 8, 7 },                         /* within: the last allowed day inside */
    { 16, 10, 16, 14 }, { 16, 15, 16, 17 }, /* nothing allowed inside: the next allowed day */
    { 8, 8, 20, 9 },                        /* a quota's window: still inside */
    { 29, 16, 30, 30 }, { 22, 16, 22, 21 },
  };
  HfContactRules rules;

  make_rules (&rules);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (hf_contact_rules_move_day (&rules, nov (rows[i].day), nov (rows[i].from),
                                                nov (rows[i].to), PHONE),
                     ==, nov (rows[i].due));
}

static void
test_quiet (void)
{
  HfContactRules rules;

  hf_contact_rules_init (&rules);
  rules.quiet_until = nov (20);
  g_assert_cmpint (hf_contact_rules_next_allowed_day (&rules, nov (3), PHONE), ==, nov (20));
  g_assert_cmpint (hf_contact_rules_next_allowed_day (&rules, nov (3), HOME), ==, nov (20));
  g_assert_cmpint (hf_contact_rules_next_allowed_day (&rules, nov (3), POST), ==, nov (3));
  g_assert_cmpint (hf_contact_rules_next_allowed_day (&rules, nov (21), PHONE), ==, nov (21));
  g_assert_cmpint (hf_contact_rules_explain (&rules, nov (3), PHONE), ==, HF_MOVE_QUIET);
}

static void
test_birth (void)
{
  HfContactRules rules;

  hf_contact_rules_init (&rules);
  rules.no_home_from = nov (5);
  rules.no_home_to = nov (25);
  g_assert_cmpuint (hf_contact_rules_get_channels (&rules, nov (5), HOME | PHONE | EVENT), ==,
                    PHONE);
  g_assert_cmpuint (hf_contact_rules_get_channels (&rules, nov (26), HOME | PHONE), ==,
                    HOME | PHONE);
  g_assert_cmpint (hf_contact_rules_next_allowed_day (&rules, nov (10), HOME), ==, nov (26));
  g_assert_cmpint (hf_contact_rules_explain (&rules, nov (10), HOME), ==, HF_MOVE_NO_HOME);
}

static void
test_refusal (void)
{
  HfContactRules rules;

  make_rules (&rules);
  rules.refused = PHONE;
  g_assert_cmpuint (hf_contact_rules_get_channels (&rules, nov (3), HOME | PHONE), ==, HOME);
  g_assert_true (hf_contact_rules_next_allowed_day (&rules, nov (3), PHONE) == HF_DAY_NONE);
  g_assert_cmpint (hf_contact_rules_explain (&rules, nov (3), PHONE), ==, HF_MOVE_REFUSED);
  rules.do_not_contact = TRUE;
  g_assert_true (hf_contact_rules_next_allowed_day (&rules, nov (3), HOME) == HF_DAY_NONE);
  rules.do_not_contact = FALSE;
  rules.weekdays = HF_SET_ALL;
  g_assert_true (hf_contact_rules_next_allowed_day (&rules, nov (3), HOME) == HF_DAY_NONE);
  g_assert_cmpint (hf_contact_rules_explain (&rules, nov (3), HOME), ==, HF_MOVE_WEEKDAY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact-rules/SCHED-2/move", test_move);
  g_test_add_func ("/contact-rules/CARD-7/quiet", test_quiet);
  g_test_add_func ("/contact-rules/CARD-10/birth", test_birth);
  g_test_add_func ("/contact-rules/CARD-7/refusal", test_refusal);
  return g_test_run ();
}
