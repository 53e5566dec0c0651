/* test-tier.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-error.h"
#include "hf-tier.h"

static HfTierScheme *
load_scheme (const char *name)
{
  g_autofree char *path = g_build_filename (TIERS_DIR, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  HfTierScheme *scheme;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  scheme = hf_tier_scheme_parse (name, text, -1, &error);
  g_assert_no_error (error);
  return scheme;
}

static const char *
get_nick (const HfTierScheme *scheme, int rank)
{
  const HfTier *tier = hf_tier_scheme_get (scheme, rank);

  return tier != NULL ? tier->nick : "";
}

static void
test_loyalty (void)
{
  static const struct
  {
    /* purchases, repurchases, knows, encourages, events, guests, referrals, recent, confirmed */
    gint64 values[HF_N_TIER_FACTS];
    const char *tier;
    int score;
    const char *missing;
  } rows[] = {
    { { 0 }, "", 0, "purchases" },
    { { 0, 0, 1, 1, 3, 2, 4, 4, 1 }, "", 0, "purchases" }, /* without purchases: no tier */
    { { 1 }, "0", 0, "knows-company;repurchases" },
    { { 2, 1 }, "0", 0, "knows-company" },
    { { 2, 1, 1 }, "E", 20, "events;encourages-others" },
    { { 2, 1, 1, 0, 1 }, "E", 20, "encourages-others" },
    { { 1, 0, 0, 1, 1 }, "D", 40, "guests" }, /* the highest whose facts hold */
    { { 1, 0, 0, 0, 0, 1 }, "C", 60, "referrals" },
    { { 1, 0, 0, 0, 0, 0, 1, 1 }, "B", 80, "recent-referrals >= 3;confirmed" },
    { { 1, 0, 0, 0, 0, 0, 3, 3 }, "B", 80, "confirmed" },
    { { 1, 0, 0, 0, 0, 0, 5, 2, 1 }, "B", 80, "recent-referrals >= 3" },
    { { 1, 0, 0, 0, 0, 0, 3, 3, 1 }, "A", 100, "" },
  };
  g_autoptr (HfTierScheme) scheme = load_scheme ("loyalty.tier");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfTierFacts facts = { { 0 } };
      g_autoptr (GPtrArray) missing = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      int rank;

      for (guint f = 0; f < HF_N_TIER_FACTS; f++)
        facts.values[f] = rows[i].values[f];
      rank = hf_tier_evaluate (scheme, &facts);
      g_assert_cmpstr (get_nick (scheme, rank), ==, rows[i].tier);
      if (rank != HF_TIER_NONE)
        g_assert_cmpint (hf_tier_scheme_get (scheme, rank)->score, ==, rows[i].score);
      missing = hf_tier_list_missing (scheme, &facts, rank);
      for (guint m = 0; m < missing->len; m++)
        g_string_append_printf (text, "%s%s", m > 0 ? ";" : "",
                                ((HfTierNeed *) missing->pdata[m])->text);
      g_assert_cmpstr (text->str, ==, rows[i].missing);
    }
}

static void
test_value (void)
{
  static const struct
  {
    gint64 purchases, turnover, profit;
    const char *tier;
  } rows[] = {
    { 1, 1, 1, "A" }, { 1, 0, 1, "B" }, { 1, 1, 0, "C" }, { 1, 0, 0, "D" }, { 0, 0, 0, "" },
  };
  static const HfGrade skills[HF_N_SKILLS] = { HF_GRADE_HIGH, HF_GRADE_HIGH, HF_GRADE_HIGH };
  static const int gaps[] = { 1, 1, 1, 1 };
  static const gint64 values[] = { 500, 100, 300, 200 };
  g_autoptr (HfTierScheme) scheme = load_scheme ("value.tier");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfTierFacts facts = { { 0 } };

      facts.values[HF_TIER_FACT_PURCHASES] = rows[i].purchases;
      facts.values[HF_TIER_FACT_HIGH_TURNOVER] = rows[i].turnover;
      facts.values[HF_TIER_FACT_HIGH_PROFIT] = rows[i].profit;
      g_assert_cmpstr (get_nick (scheme, hf_tier_evaluate (scheme, &facts)), ==, rows[i].tier);
    }
  for (int rank = 0; rank < 4; rank++)
    g_assert_cmpint (hf_tier_get_skill_gap (hf_tier_scheme_get (scheme, rank), skills), ==,
                     gaps[rank]);
  g_assert_cmpint (hf_tier_scheme_get (scheme, 0)->skills[HF_SKILL_SERVICE], ==,
                   HF_GRADE_VERY_HIGH);
  g_assert_cmpint (hf_tier_get_median (values, 4), ==, 250);
  g_assert_cmpint (hf_tier_get_median (values, 3), ==, 300);
  g_assert_cmpint (hf_tier_get_median (NULL, 0), ==, 0);
}

static void
test_membership (void)
{
  static const struct
  {
    gint64 fen;
    const char *tier;
  } rows[] = {
    { 0, "none" },        { 99999, "none" },    { 100000, "member" }, { 499999, "member" },
    { 500000, "silver" }, { 999999, "silver" }, { 1000000, "gold" },
  };
  g_autoptr (HfTierScheme) scheme = load_scheme ("membership.tier");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfTierFacts facts = { { 0 } };

      facts.values[HF_TIER_FACT_SPENT] = rows[i].fen;
      g_assert_cmpstr (get_nick (scheme, hf_tier_evaluate (scheme, &facts)), ==, rows[i].tier);
    }
  g_assert_cmpint (hf_tier_scheme_find (scheme, "silver"), ==, 1);
  g_assert_cmpint (hf_tier_scheme_find (scheme, "bronze"), ==, HF_TIER_NONE);
}

static void
test_explain (void)
{
  g_autoptr (HfTierScheme) scheme = load_scheme ("loyalty.tier");
  g_autoptr (GPtrArray) needs = hf_tier_list_needs (scheme);

  g_assert_cmpuint (needs->len, ==, 9);
  for (HfTierFact f = HF_TIER_FACT_PURCHASES; f < HF_N_TIER_FACTS; f++)
    {
      g_assert_nonnull (hf_tier_fact_get_nick (f));
      g_assert_nonnull (hf_tier_fact_get_label (f));
    }
}

/* One story, day by day. Ranks: 0 is the highest. */
static void
test_settle (void)
{
  static const struct
  {
    HfDay today;
    int rank;
    gboolean complaint;
    HfTierOverride override;
    HfTierCause cause;
    int settled;
  } rows[] = {
    { 100, 3, FALSE, { -1, HF_DAY_NONE }, HF_TIER_CAUSE_FACTS, 3 }, /* the first tier */
    { 101, 1, TRUE, { -1, HF_DAY_NONE }, HF_TIER_CAUSE_FACTS, 1 },  /* a rise at once */
    { 110, 2, FALSE, { -1, HF_DAY_NONE }, HF_TIER_CAUSE_NONE, 1 },  /* grace begins */
    { 139, 2, FALSE, { -1, HF_DAY_NONE }, HF_TIER_CAUSE_NONE, 1 },
    { 140, 2, TRUE, { -1, HF_DAY_NONE }, HF_TIER_CAUSE_NONE, 1 }, /* a complaint is open */
    { 150, 2, FALSE, { -1, HF_DAY_NONE }, HF_TIER_CAUSE_FACTS, 2 },
    { 151, 2, FALSE, { -1, HF_DAY_NONE }, HF_TIER_CAUSE_NONE, 2 },
    { 160, 3, FALSE, { -1, HF_DAY_NONE }, HF_TIER_CAUSE_NONE, 2 },
    { 170, 2, FALSE, { -1, HF_DAY_NONE }, HF_TIER_CAUSE_NONE, 2 }, /* held again: no fall */
    { 195, 3, FALSE, { -1, HF_DAY_NONE }, HF_TIER_CAUSE_NONE, 2 }, /* grace begins anew */
    { 200, 3, FALSE, { 0, 240 }, HF_TIER_CAUSE_OVERRIDE, 0 },      /* by hand */
    { 240, 3, FALSE, { 0, 240 }, HF_TIER_CAUSE_NONE, 0 },
    { 241, 3, FALSE, { 0, 240 }, HF_TIER_CAUSE_FACTS, 3 }, /* it has ended */
    { 250, HF_TIER_NONE, FALSE, { -1, HF_DAY_NONE }, HF_TIER_CAUSE_NONE, 3 },
    { 280, HF_TIER_NONE, FALSE, { -1, HF_DAY_NONE }, HF_TIER_CAUSE_FACTS, HF_TIER_NONE },
  };
  HfTierState state = { HF_TIER_NONE, HF_DAY_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (guint again = 0; again < 2; again++)
        {
          HfTierCause cause = hf_tier_settle (&state, rows[i].rank, &rows[i].override,
                                              rows[i].complaint, rows[i].today);

          g_assert_cmpint (cause, ==, again == 0 ? rows[i].cause : HF_TIER_CAUSE_NONE);
          g_assert_cmpint (state.rank, ==, rows[i].settled);
        }
    }
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *text;
    const char *place;
  } rows[] = {
    { "[Scheme]\nName=x\n[Tier A]\nName=a\n", "t.tier:1: [Scheme] Id: " },
    { "[Scheme]\nId=x\nName=x\n", "t.tier:1: [Scheme] " },
    { "[Scheme]\nId=x\nName=x\n[Level A]\nName=a\n", "t.tier:4: [Level A] " },
    { "[Scheme]\nId=x\nName=x\n[Tier A]\nName=a\nNeeds=luck\n",
      "t.tier:6: [Tier A] Needs: “luck”" },
    { "[Scheme]\nId=x\nName=x\n[Tier A]\nName=a\nNeeds=spent > 5\n", "t.tier:6: [Tier A] Needs: " },
    { "[Scheme]\nId=x\nName=x\n[Tier A]\nName=a\nNeeds=spent >= 5 yuan\n",
      "t.tier:6: [Tier A] Needs: " },
    { "[Scheme]\nId=x\nName=x\n[Tier A]\nName=a\nSkills=high;high\n",
      "t.tier:6: [Tier A] Skills: " },
    { "[Scheme]\nId=x\nName=x\n[Tier A]\nName=a\nScore=many\n", "t.tier:6: [Tier A] Score: " },
    { "[Scheme]\nId=x\nName=x\n[Tier A]\nName=a\nNeed=spent\n", "t.tier:6: [Tier A] Need: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hf_tier_scheme_parse ("t.tier", rows[i].text, -1, &error));
      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
      if (!g_str_has_prefix (error->message, rows[i].place))
        g_error ("row %u: %s", i, error->message);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tier/TIER-1/loyalty", test_loyalty);
  g_test_add_func ("/tier/TIER-2/value", test_value);
  g_test_add_func ("/tier/TIER-3/membership", test_membership);
  g_test_add_func ("/tier/TIER-5/explain", test_explain);
  g_test_add_func ("/tier/TIER-6/settle", test_settle);
  g_test_add_func ("/tier/TIER-1/mistakes", test_mistakes);
  return g_test_run ();
}
