/* test-plan.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "hf-error.h"
#include "hf-plan.h"

#define HEAD "[Plan]\nId=p\nName=P\nTrigger=manual\n"
#define STEP "[Step 1]\nTitle=T\nOffset=3\nWays=phone\n"

static HfPlan *
load_plan (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (PLANS_DIR, name, NULL);
  g_autofree char *text = NULL;
  HfPlan *plan;

  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  plan = hf_plan_parse (name, text, -1, &error);
  g_assert_no_error (error);
  return plan;
}

static void
assert_ways (const HfWays *ways, const char *expected)
{
  g_autofree char *text = hf_ways_format (ways);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_member_28_day (void)
{
  g_autoptr (HfPlan) plan = load_plan ("member-28-day.plan");
  static const int offsets[] = { 3, 7, 14, 21, 28 };
  const HfPlanItem *routine;

  g_assert_cmpstr (plan->id, ==, "member-28-day");
  g_assert_cmpint (plan->trigger, ==, HF_TRIGGER_PURCHASE);
  g_assert_cmpuint (hf_plan_get_n_steps (plan), ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      const HfPlanItem *step = hf_plan_get_step (plan, i);

      g_assert_cmpint (step->key, ==, i + 1);
      g_assert_cmpint (step->offset, ==, offsets[i]);
      g_assert_cmpint (step->anchor, ==, HF_ANCHOR_TRIGGER);
      g_assert_false (step->within);
      g_assert_cmpint (step->kind, ==, HF_KIND_STEP);
      g_assert_cmpuint (g_strv_length (step->checklist), >=, 3);
      assert_ways (&step->ways,
                   i < 3 ? "home:agent;phone:agent" : "home:agent;phone:expert;home:agent+expert");
    }
  assert_ways (&hf_plan_get_step (plan, 2)->instead_ways, "home:agent");
  routine = hf_plan_find_item (plan, 1001);
  g_assert_cmpint (routine->usual, ==, 2);
  g_assert_true (routine->for_household);
  g_assert_cmpint (routine->kind, ==, HF_KIND_ROUTINE);
  routine = hf_plan_find_item (plan, 1002);
  g_assert_cmpint (routine->least, ==, 2);
  g_assert_cmpint (routine->most, ==, 5);
  g_assert_true (hf_plan_ends_on (plan, HF_PLAN_END_RETURN));
  g_assert_false (hf_plan_ends_on (plan, HF_PLAN_END_PURCHASE));
}

static void
test_four_level (void)
{
  g_autoptr (HfPlan) plan = load_plan ("four-level.plan");
  static const int offsets[] = { 7, 14, 21, 28 };

  g_assert_cmpuint (hf_plan_get_n_steps (plan), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const HfPlanItem *step = hf_plan_get_step (plan, i);

      g_assert_cmpint (step->offset, ==, offsets[i]);
      g_assert_cmpint (step->anchor, ==, i == 0 ? HF_ANCHOR_TRIGGER : HF_ANCHOR_PREVIOUS);
      g_assert_cmpint (step->within, ==, i == 0);
    }
  g_assert_cmpstr (hf_plan_get_choice (plan, NULL), ==, "monthly");
  g_assert_cmpstr (hf_plan_get_choice (plan, "two-monthly"), ==, "two-monthly");
  g_assert_cmpstr (hf_plan_get_choice (plan, "weekly"), ==, "monthly");
  g_assert_cmpint (hf_plan_find_item (plan, 1002)->interval, ==, 2);
}

/* Every shipped plan is good, complete in both languages, and words no claim. */
static void
test_shipped (void)
{
  static const char *const forbidden[] = {
    "治愈", "根治", "保证", "无副作用", "cure", "guarantee"
  };
  g_autoptr (GDir) dir = g_dir_open (PLANS_DIR, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (HfPlan) plan = NULL;
      g_autofree char *path = g_build_filename (PLANS_DIR, name, NULL);
      g_autofree char *text = NULL;

      if (!g_str_has_suffix (name, ".plan"))
        continue;
      plan = load_plan (name);
      g_assert_true (g_str_has_prefix (name, plan->id));
      g_file_get_contents (path, &text, NULL, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
        g_assert_null (strstr (text, forbidden[i]));
      for (guint i = 0; i < plan->steps->len + plan->routines->len; i++)
        {
          const HfPlanItem *item = i < plan->steps->len
                                       ? hf_plan_get_step (plan, i)
                                       : hf_plan_get_routine (plan, i - plan->steps->len);

          g_assert_cmpstr (item->purpose, !=, "");
          g_assert_cmpuint (g_strv_length (item->checklist), >, 0);
        }
    }
}

static void
test_chinese (void)
{
  g_autoptr (HfPlan) plan = NULL;

  g_setenv ("LC_ALL", "zh_CN.UTF-8", TRUE);
  plan = load_plan ("member-28-day.plan");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_assert_cmpstr (plan->name, ==, "会员28天维护");
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint ((guchar) *hf_plan_get_step (plan, i)->checklist[0], >=, 0x80);
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *text;
    const char *place; /* file:line: [group] key */
  } rows[] = {
    { "", "p.plan" },
    { "Id=p\n", "p.plan:1: [] " },
    { HEAD STEP "Purpose\n", "p.plan:9: [Step 1] " },
    { HEAD "[Step 1\nTitle=x\n", "p.plan:5: [Plan] " },
    { HEAD, "p.plan:1: [Plan] " },
    { "[Plan]\nName=P\nTrigger=manual\n" STEP, "p.plan:1: [Plan] Id: " },
    { "[Plan]\nId=P 1\nName=P\nTrigger=manual\n" STEP, "p.plan:2: [Plan] Id: " },
    { "[Plan]\nId=p\nName=P\n\nTrigger=full-moon\n" STEP, "p.plan:5: [Plan] Trigger: “full-moon”" },
    { "[Plan]\nId=p\nName=P\nTrigger=manual\nTriger=x\n" STEP, "p.plan:5: [Plan] Triger: " },
    { HEAD "EndsOn=rain\n" STEP, "p.plan:5: [Plan] EndsOn: " },
    { HEAD "[Step 1]\nOffset=3\nWays=phone\n", "p.plan:5: [Step 1] Title: " },
    { HEAD "[Step 1]\nTitle=T\nWays=phone\n", "p.plan:5: [Step 1] Offset: " },
    { HEAD "[Step 1]\nTitle=T\nOffset=three\nWays=phone\n", "p.plan:7: [Step 1] Offset: “three”" },
    { HEAD "[Step 1]\nTitle=T\nOffset=-3\nWays=phone\n", "p.plan:7: [Step 1] Offset: " },
    { HEAD "[Step 1]\nTitle=T\nOffset=3\n", "p.plan:5: [Step 1] Ways: " },
    { HEAD "[Step 1]\nTitle=T\nOffset=3\nWays=fax:agent\n", "p.plan:8: [Step 1] Ways: “fax”" },
    { HEAD "[Step 1]\nTitle=T\nOffset=3\nWays=phone:boss\n", "p.plan:8: [Step 1] Ways: “boss”" },
    { HEAD "[Step 1]\nTitle=T\nOffset=3\nWays=phone\nDue=before\n", "p.plan:9: [Step 1] Due: " },
    { HEAD "[Step 1]\nTitle=T\nOffset=3\nWays=phone\nAnchor=previous\n",
      "p.plan:9: [Step 1] Anchor: " },
    { HEAD STEP "[Step 2]\nTitle=T\nOffset=3\nWays=phone\nAnchor=step 2\n",
      "p.plan:13: [Step 2] Anchor: " },
    { HEAD STEP "[Step 2]\nTitle=T\nOffset=3\nWays=phone\nOnlyIf=step 2 done\n",
      "p.plan:13: [Step 2] OnlyIf: " },
    { HEAD STEP "[Step 2]\nTitle=T\nOffset=3\nWays=phone\nOnlyIf=weather fine\n",
      "p.plan:13: [Step 2] OnlyIf: " },
    { HEAD STEP "OnlyIf=choice often\n", "p.plan:9: [Step 1] OnlyIf: " },
    { HEAD STEP "InsteadWays=home\n", "p.plan:5: [Step 1] InsteadIf: " },
    { HEAD STEP "Offset=4\n", "p.plan:9: [Step 1] Offset: " },
    { HEAD STEP "[Step 3]\nTitle=T\nOffset=3\nWays=phone\n", "p.plan:9: [Step 3] " },
    { HEAD STEP "[Stage 1]\nTitle=T\n", "p.plan:9: [Stage 1] " },
    { HEAD STEP "[Step one]\nTitle=T\n", "p.plan:9: [Step one] " },
    { HEAD STEP "[Routine 1]\nTitle=T\nWays=phone\n", "p.plan:9: [Routine 1] " },
    { HEAD STEP "[Routine 1]\nTitle=T\nWays=phone\nEvery=7 weeks\n",
      "p.plan:12: [Routine 1] Every: " },
    { HEAD STEP "[Routine 1]\nTitle=T\nWays=phone\nEvery=7 days\nPerMonth=2\n",
      "p.plan:9: [Routine 1] " },
    { HEAD STEP "[Routine 1]\nTitle=T\nWays=phone\nPerMonth=5..2\n",
      "p.plan:12: [Routine 1] PerMonth: " },
    { HEAD STEP "[Routine 1]\nTitle=T\nWays=phone\nPerMonth=1..4\nUsual=5\n",
      "p.plan:13: [Routine 1] Usual: " },
    { HEAD STEP "[Routine 1]\nTitle=T\nTask=agent\nEvery=7 days\n",
      "p.plan:9: [Routine 1] Ways: " },
    { HEAD "\xff\n" STEP, "p.plan" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hf_plan_parse ("p.plan", rows[i].text, -1, &error));
      g_assert_error (error, HF_ERROR, HF_ERROR_PLAN);
      if (!g_str_has_prefix (error->message, rows[i].place))
        g_error ("row %u: “%s” does not begin with “%s”", i, error->message, rows[i].place);
    }
}

static void
test_foreign_editors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfPlan) plan = hf_plan_parse (
      "p.plan",
      "\xef\xbb\xbf[Plan]\r\nId=p\r\nName=P\r\nTrigger=manual\r\n\r\n[Step 1]\r\nTitle=T\r\n"
      "Offset=3\r\nWays=phone\r\n",
      -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plan->name, ==, "P");
  assert_ways (&hf_plan_get_step (plan, 0)->ways, "phone:agent");
}

static void
test_satisfied (void)
{
  static const struct
  {
    const char *ways;
    HfChannel channel;
    HfSet roles;
    gboolean satisfied;
  } rows[] = {
    { "phone:agent", HF_CHANNEL_PHONE, HF_BIT (HF_ROLE_AGENT), TRUE },
    { "phone:agent", HF_CHANNEL_HOME, HF_BIT (HF_ROLE_AGENT), TRUE },
    { "phone:agent", HF_CHANNEL_OFFICE, HF_BIT (HF_ROLE_AGENT), TRUE },
    { "phone:agent", HF_CHANNEL_EVENT, HF_BIT (HF_ROLE_AGENT), TRUE },
    { "phone:agent", HF_CHANNEL_MESSAGE, HF_BIT (HF_ROLE_AGENT), FALSE },
    { "home:agent", HF_CHANNEL_PHONE, HF_BIT (HF_ROLE_AGENT), FALSE },
    { "home:agent", HF_CHANNEL_OFFICE, HF_BIT (HF_ROLE_AGENT), FALSE },
    { "phone:expert", HF_CHANNEL_PHONE, HF_BIT (HF_ROLE_AGENT), FALSE },
    { "phone:expert", HF_CHANNEL_HOME, HF_BIT (HF_ROLE_AGENT) | HF_BIT (HF_ROLE_EXPERT), TRUE },
    { "home:agent+expert", HF_CHANNEL_HOME, HF_BIT (HF_ROLE_AGENT), FALSE },
    { "home:agent;phone:expert", HF_CHANNEL_PHONE, HF_BIT (HF_ROLE_EXPERT), TRUE },
    { "phone:agent", HF_CHANNEL_PHONE, HF_BIT (HF_ROLE_MANAGER), TRUE },
    { "phone:agent", HF_CHANNEL_PHONE, 0, TRUE },
    { "home:agent+manager", HF_CHANNEL_HOME, HF_BIT (HF_ROLE_MANAGER), FALSE },
    { "home:another-agent", HF_CHANNEL_HOME, HF_BIT (HF_ROLE_AGENT), FALSE },
    { "home:another-agent", HF_CHANNEL_HOME, HF_BIT (HF_ROLE_ANOTHER_AGENT), TRUE },
    { "home:agent", HF_CHANNEL_HOME, HF_BIT (HF_ROLE_ANOTHER_AGENT), TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfWays ways;

      g_assert_true (hf_ways_parse (rows[i].ways, &ways, NULL));
      assert_ways (&ways, rows[i].ways);
      g_assert_cmpint (hf_ways_are_satisfied (&ways, rows[i].channel, rows[i].roles), ==,
                       rows[i].satisfied);
    }
}

/* Spoilt files are refused or read, and never bring the program down. */
static void
test_spoilt (void)
{
  static const char *const names[] = { "member-28-day.plan", "service-stopped.plan",
                                       "new-card.plan", "tier-rhythm.plan" };
  static const char spoil[] = "[]=;#\n\r \t0129-+.:\xe4\xff\x01";
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *path = g_build_filename (PLANS_DIR, names[i % G_N_ELEMENTS (names)], NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      HfPlan *plan;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      for (int n = g_rand_int_range (rand, 1, 6); n > 0; n--)
        text[g_rand_int_range (rand, 0, (gint32) length)] =
            spoil[g_rand_int_range (rand, 0, sizeof spoil - 1)];
      if (g_rand_boolean (rand))
        length = (gsize) g_rand_int_range (rand, 0, (gint32) length);
      plan = hf_plan_parse ("p.plan", text, (gssize) length, &error);
      g_assert_true ((plan == NULL) == (error != NULL));
      if (plan != NULL)
        hf_plan_unref (plan);
      else
        g_assert_error (error, HF_ERROR, HF_ERROR_PLAN);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/PLAN-1/member-28-day", test_member_28_day);
  g_test_add_func ("/plan/PLAN-3/four-level", test_four_level);
  g_test_add_func ("/plan/TEXT-3/shipped", test_shipped);
  g_test_add_func ("/plan/PLAN-9/chinese", test_chinese);
  g_test_add_func ("/plan/PLAN-9/mistakes", test_mistakes);
  g_test_add_func ("/plan/PLAN-9/spoilt", test_spoilt);
  g_test_add_func ("/plan/PLAN-9/foreign-editors", test_foreign_editors);
  g_test_add_func ("/plan/SCHED-3/satisfied", test_satisfied);
  return g_test_run ();
}
