/* test-return-rules.c: what to do about goods that come back
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-error.h"
#include "hf-return-rules.h"

/* COMP-5 (fixed): whatever the reason, an insisting customer meets no step that persuades. */
static void
test_insists (void)
{
  for (int i = 0; i <= HF_RETURN_OTHER; i++)
    {
      HfReturnAdvice advice = hf_return_advise ((HfReturnReason) i, TRUE);

      g_assert_cmpint (advice.steps & HF_RETURN_PERSUADING, ==, 0);
      g_assert_true (advice.at_once);
      g_assert_true (HF_SET_HAS (advice.steps, HF_RETURN_TAKE_BACK));
      g_assert_true (HF_SET_HAS (advice.steps, HF_RETURN_REFUND));
      g_assert_cmpint (advice.urgent, ==, HF_RETURN_TAKE_BACK);
    }
}

/* COMP-5 (fixed): stop use now, take the goods back, apologise; no persuading. */
static void
test_contraindicated (void)
{
  HfReturnAdvice advice = hf_return_advise (HF_RETURN_CONTRAINDICATED, FALSE);
  HfReturnMove move = {
    HF_RETURN_OPEN, HF_RETURN_REFUNDED, HF_RETURN_CONTRAINDICATED, FALSE, 9900, 9900
  };

  g_assert_cmpint (advice.steps, ==,
                   HF_BIT (HF_RETURN_STOP_USE) | HF_BIT (HF_RETURN_APOLOGISE) |
                       HF_BIT (HF_RETURN_TAKE_BACK) | HF_BIT (HF_RETURN_REFUND));
  g_assert_true (advice.at_once);
  g_assert_false (hf_return_move_check (&move, NULL));
  move.from = HF_RETURN_GOODS_BACK;
  g_assert_true (hf_return_move_check (&move, NULL));
}

static void
test_reasons (void)
{
  static const struct
  {
    HfReturnReason reason;
    HfReturnStep urgent;
    const char *ways;
  } cases[] = {
    { HF_RETURN_NORMAL, HF_RETURN_EXPLAIN, "phone:agent;home:agent" },
    { HF_RETURN_INDIVIDUAL, HF_RETURN_EXPERT_CALL, "phone:expert;home:expert" },
    { HF_RETURN_OFFENDED, HF_RETURN_MANAGER_VISIT, "home:manager" },
    { HF_RETURN_LEFT_OUT, HF_RETURN_INCLUDE_FAMILY, "home:agent;phone:agent" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HfReturnAdvice advice = hf_return_advise (cases[i].reason, FALSE);

      g_assert_false (advice.at_once);
      g_assert_cmpint (advice.urgent, ==, cases[i].urgent);
      g_assert_cmpstr (advice.ways, ==, cases[i].ways);
      g_assert_true (HF_SET_HAS (advice.steps, HF_RETURN_CUSTOMER_DECIDES));
    }
  for (int i = 0; i < HF_N_RETURN_STEPS; i++)
    g_assert_nonnull (hf_return_step_get_text ((HfReturnStep) i));
}

static void
test_moves (void)
{
  static const struct
  {
    HfReturnMove move;
    gboolean allowed;
  } cases[] = {
    { { HF_RETURN_OPEN, HF_RETURN_GOODS_BACK, HF_RETURN_NORMAL, FALSE, -1, 100 }, TRUE },
    { { HF_RETURN_OPEN, HF_RETURN_KEPT, HF_RETURN_NORMAL, FALSE, -1, 100 }, TRUE },
    { { HF_RETURN_OPEN, HF_RETURN_KEPT, HF_RETURN_CONTRAINDICATED, FALSE, -1, 100 }, FALSE },
    { { HF_RETURN_OPEN, HF_RETURN_KEPT, HF_RETURN_HEARSAY, TRUE, -1, 100 }, FALSE },
    { { HF_RETURN_GOODS_BACK, HF_RETURN_KEPT, HF_RETURN_NORMAL, FALSE, -1, 100 }, FALSE },
    { { HF_RETURN_GOODS_BACK, HF_RETURN_GOODS_BACK, HF_RETURN_NORMAL, FALSE, -1, 100 }, FALSE },
    { { HF_RETURN_GOODS_BACK, HF_RETURN_REFUNDED, HF_RETURN_NORMAL, FALSE, 100, 100 }, TRUE },
    { { HF_RETURN_GOODS_BACK, HF_RETURN_REFUNDED, HF_RETURN_NORMAL, FALSE, 101, 100 }, FALSE },
    { { HF_RETURN_GOODS_BACK, HF_RETURN_REFUNDED, HF_RETURN_NORMAL, FALSE, 101, -1 }, TRUE },
    { { HF_RETURN_GOODS_BACK, HF_RETURN_REFUNDED, HF_RETURN_NORMAL, FALSE, -1, -1 }, FALSE },
    { { HF_RETURN_GOODS_BACK, HF_RETURN_REFUNDED, HF_RETURN_NORMAL, FALSE, 0, 100 }, FALSE },
    { { HF_RETURN_OPEN, HF_RETURN_REFUNDED, HF_RETURN_NORMAL, FALSE, 0, -1 }, FALSE },
    { { HF_RETURN_GOODS_BACK, HF_RETURN_REFUNDED, HF_RETURN_NORMAL, FALSE, 0, 0 }, TRUE },
    { { HF_RETURN_GOODS_BACK, HF_RETURN_EXCHANGED, HF_RETURN_NORMAL, FALSE, -1, 0 }, TRUE },
    { { HF_RETURN_REFUNDED, HF_RETURN_EXCHANGED, HF_RETURN_NORMAL, FALSE, -1, 0 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (hf_return_move_check (&cases[i].move, &error), ==, cases[i].allowed);
      if (!cases[i].allowed)
        g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/return-rules/COMP-5/insists", test_insists);
  g_test_add_func ("/return-rules/COMP-5/contraindicated", test_contraindicated);
  g_test_add_func ("/return-rules/COMP-5/reasons", test_reasons);
  g_test_add_func ("/return-rules/COMP-5/moves", test_moves);
  return g_test_run ();
}
