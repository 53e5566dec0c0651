/* test-condition.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-condition.h"
#include "hf-error.h"

/* Step 1 was done by phone, step 2 at home with the wish for an expert, step 3 was skipped. */
static const HfStepFact facts[] = {
  { .step = 1, .state = HF_FOLLOW_UP_DONE, .channel = HF_CHANNEL_PHONE },
  { .step = 2, .state = HF_FOLLOW_UP_DONE, .channel = HF_CHANNEL_HOME, .expert_wanted = TRUE },
  { .step = 3, .state = HF_FOLLOW_UP_SKIPPED, .channel = -1 },
  { .step = 4, .state = HF_FOLLOW_UP_OPEN, .channel = -1 },
};

static void
test_holds (void)
{
  static const struct
  {
    const char *text;
    gboolean holds;
  } rows[] = {
    { "step 1 done", TRUE },
    { "step 3 done", FALSE },
    { "step 3 skipped", TRUE },
    { "step 4 done", FALSE },
    { "step 5 done", FALSE },
    { "not step 5 done", TRUE },
    { "step 1 by phone", TRUE },
    { "step 1 by home", FALSE },
    { "step 3 by phone", FALSE },
    { "step 2 expert-wanted", TRUE },
    { "step 1 expert-wanted", FALSE },
    { "choice monthly", TRUE },
    { "choice weekly", FALSE },
    { "not choice weekly", TRUE },
    { "step 1 by phone and step 2 by phone", FALSE },
    { "step 1 by phone  and\tstep 2 by home", TRUE },
    { "step 1 by home or step 2 by home", TRUE },
    /* `and` binds closer than `or`. */
    { "step 1 done or step 3 done and step 3 done", TRUE },
    { "step 3 done and step 3 done or step 1 done", TRUE },
    { "step 3 done and step 1 done or step 3 done", FALSE },
    { "step 3 done or step 1 done and not step 2 done", FALSE },
    { "step 3 done or step 4 done or step 1 done and choice monthly", TRUE },
  };
  HfEnrolment enrolment = { .steps = facts, .n_steps = G_N_ELEMENTS (facts) };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfCondition) condition = hf_condition_parse (rows[i].text, &error);

      g_assert_no_error (error);
      if (hf_condition_holds (condition, &enrolment, "monthly") != rows[i].holds)
        g_error ("“%s” is wrong", rows[i].text);
    }
  g_assert_true (hf_condition_holds (NULL, &enrolment, NULL));
}

static void
test_mistakes (void)
{
  static const char *const wrong[] = { "",
                                       "   ",
                                       "not",
                                       "step",
                                       "step 1",
                                       "step 0 done",
                                       "step 1000 done",
                                       "step one done",
                                       "step 1 by",
                                       "step 1 by fax",
                                       "step 1 done and",
                                       "step 1 done or or step 2 done",
                                       "step 1 done step 2 done",
                                       "choice",
                                       "not not step 1 done",
                                       "and step 1 done" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hf_condition_parse (wrong[i], &error));
      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/condition/PLAN-9/holds", test_holds);
  g_test_add_func ("/condition/PLAN-9/mistakes", test_mistakes);
  return g_test_run ();
}
