/* hf-tier.h: tier schemes and what tier a customer has (TIER-1 to TIER-6)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"
#include "hf-domain.h"

G_BEGIN_DECLS

/* What a scheme may ask about. Money is in fen, but in yuan in scheme files. */
typedef enum
{
  HF_TIER_FACT_PURCHASES,         /* orders ever */
  HF_TIER_FACT_REPURCHASES,       /* orders after the first */
  HF_TIER_FACT_KNOWS_COMPANY,     /* 1: observed by staff */
  HF_TIER_FACT_ENCOURAGES_OTHERS, /* 1: observed by staff */
  HF_TIER_FACT_EVENTS,            /* events attended in 12 months */
  HF_TIER_FACT_GUESTS,            /* guests ever brought to an event */
  HF_TIER_FACT_REFERRALS,         /* referrals that purchased, ever */
  HF_TIER_FACT_RECENT_REFERRALS,  /* the same in 12 months */
  HF_TIER_FACT_CONFIRMED,         /* 1: by a manager */
  HF_TIER_FACT_SPENT,             /* fen in 12 months */
  HF_TIER_FACT_HIGH_TURNOVER,     /* 1: at or above the branch's median */
  HF_TIER_FACT_HIGH_PROFIT,       /* 1: at or above the branch's median */
} HfTierFact;

#define HF_N_TIER_FACTS (HF_TIER_FACT_HIGH_PROFIT + 1)

/**
 * HfTierFacts:
 * @values: by #HfTierFact
 */
typedef struct
{
  gint64 values[HF_N_TIER_FACTS];
} HfTierFacts;

/* How skilled a member of staff is, or should be (TIER-2). */
typedef enum
{
  HF_SKILL_PROFESSIONAL,
  HF_SKILL_SERVICE,
  HF_SKILL_COMMUNICATION,
} HfSkill;

#define HF_N_SKILLS (HF_SKILL_COMMUNICATION + 1)

typedef enum
{
  HF_GRADE_AVERAGE,
  HF_GRADE_HIGH,
  HF_GRADE_VERY_HIGH,
} HfGrade;

/**
 * HfTierNeed:
 * @fact: what is asked about
 * @at_least: the value it must have
 * @negated: must not have it
 * @text: as in the file: `repurchases >= 1`
 */
typedef struct
{
  HfTierFact fact;
  gint64 at_least;
  gboolean negated;
  char *text;
} HfTierNeed;

/**
 * HfTier:
 * @nick: `A`, `gold` …: names it in the database
 * @name: in the user's language
 * @score: as the scheme gives it
 * @work: the work that suits it, in the user's language; may be empty
 * @needs: #HfTierNeed, all of which must hold
 * @skills: the grade of each #HfSkill that it asks for
 */
typedef struct
{
  char *nick;
  char *name;
  int score;
  char *work;
  GArray *needs;
  HfGrade skills[HF_N_SKILLS];
} HfTier;

/**
 * HfTierScheme:
 * @tiers: #HfTier, the highest first: the place is the tier's rank
 */
typedef struct
{
  char *id;
  char *name;
  GPtrArray *tiers;
} HfTierScheme;

#define HF_TIER_NONE (-1)

HfTierScheme *
hf_tier_scheme_parse (const char *file_name, const char *text, gssize length, GError **error);
void hf_tier_scheme_free (HfTierScheme *scheme);
const HfTier *hf_tier_scheme_get (const HfTierScheme *scheme, int rank);
int hf_tier_scheme_find (const HfTierScheme *scheme, const char *nick);
void hf_tier_free (HfTier *tier);

int hf_tier_evaluate (const HfTierScheme *scheme, const HfTierFacts *facts);
gboolean hf_tier_need_holds (const HfTierNeed *need, const HfTierFacts *facts);
GPtrArray *hf_tier_list_missing (const HfTierScheme *scheme, const HfTierFacts *facts, int rank);
GPtrArray *hf_tier_list_needs (const HfTierScheme *scheme);
const char *hf_tier_fact_get_nick (HfTierFact fact);
const char *hf_tier_fact_get_label (HfTierFact fact);
gint64 hf_tier_get_median (const gint64 *values, gsize n_values);
int hf_tier_get_skill_gap (const HfTier *tier, const HfGrade skills[HF_N_SKILLS]);

/* A fall waits so many days after the fact that caused it (TIER-6). */
#define HF_TIER_GRACE_DAYS (30)

/**
 * HfTierState:
 * @rank: the tier that the customer has, %HF_TIER_NONE for none
 * @fall_since: since when the facts no longer hold it, %HF_DAY_NONE while they do
 */
typedef struct
{
  int rank;
  HfDay fall_since;
} HfTierState;

/**
 * HfTierOverride:
 * @rank: set by a manager, %HF_TIER_NONE for none (TIER-4)
 * @until: the last day, %HF_DAY_NONE when there is no such setting
 */
typedef struct
{
  int rank;
  HfDay until;
} HfTierOverride;

typedef enum
{
  HF_TIER_CAUSE_NONE,     /* nothing changes */
  HF_TIER_CAUSE_FACTS,    /* the facts give another tier */
  HF_TIER_CAUSE_OVERRIDE, /* a manager set it */
} HfTierCause;

HfTierCause hf_tier_settle (HfTierState *state,
                            int rank,
                            const HfTierOverride *override,
                            gboolean complaint_open,
                            HfDay today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfTierScheme, hf_tier_scheme_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfTier, hf_tier_free)

G_END_DECLS
