/* hf-sample-rounds.c: a round of greetings that is under way, and two weeks' plans, in an invented
 * branch
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-db-private.h"
#include "hf-greeting-list.h"
#include "hf-greeting-round.h"
#include "hf-sample-private.h"
#include "hf-week-plan.h"

/* Few, so that a big sample takes no longer. */
#define N_AGENTS  (3)
#define N_GREETED (16)
#define N_PLANNED (30)

#define WORDS                                                                                                                      \
  "{customer}您好，这两天降温明显，请注意保暖，早晚出门多穿一件。有什么需要随时找我。{store} " \
  "{staff}"

static GArray *
dup_customers (HfSample *sample, gint64 agent, int limit, GError **error)
{
  return hf_db_dup_ids (sample->db, HF_QUERY_SAMPLE_CUSTOMERS_OF, error, "li", agent, limit);
}

/* Every third has been greeted already. */
static gboolean
tick (HfSample *sample, const HfActor *agent, gint64 round, GError **error)
{
  g_autoptr (GArray) ids =
      hf_greetings_dup_ids (sample->db, agent, round, HF_GREETINGS_OPEN, error);

  for (guint i = 0; ids != NULL && i < ids->len; i += 3)
    {
      if (!hf_command_note_greeting (sample->db, agent, g_array_index (ids, gint64, i),
                                     HF_CHANNEL_MESSAGE, HF_OUTCOME_REACHED, error))
        return FALSE;
      sample->result->visits++;
    }
  return ids != NULL;
}

static gboolean
add_round (HfSample *sample, const HfActor *agent, GError **error)
{
  g_autoptr (GArray) customers = dup_customers (sample, agent->staff_id, N_GREETED, error);
  HfGreetingDraft draft = { "降温提醒", WORDS, HF_CHANNEL_MESSAGE, sample->today + 1, customers };
  gint64 round;
  int created;

  if (customers == NULL)
    return FALSE;
  return customers->len < N_GREETED ||
         (hf_command_start_greeting (sample->db, agent, &draft, &round, &created, error) &&
          tick (sample, agent, round, error));
}

static gboolean
set_intent (HfSample *sample, gint64 agent, gint64 customer, HfDay monday, guint i, GError **error)
{
  static const char *const results[] = { "", "下单一盒", "", "想月底再说", "", "" };
  const char *intent = hf_domain_get_nick (HF_DOMAIN_INTENT, (int) (i % HF_N_INTENTS));

  return hf_db_run (sample->db, HF_QUERY_WEEK_INTENT_SET, error, "lllls", hf_db_new_id (sample->db),
                    customer, agent, monday, intent) &&
         (monday > sample->today - 7 ||
          hf_db_run (sample->db, HF_QUERY_WEEK_RESULT_SET, error, "lls", customer, monday,
                     results[i % G_N_ELEMENTS (results)]));
}

/* Last week's whole plan; two thirds of this week's. */
static gboolean
plan_weeks (HfSample *sample, const HfActor *agent, GError **error)
{
  HfDay this_week = hf_week_get_monday (sample->today);

  for (HfDay monday = this_week - 7; monday <= this_week; monday += 7)
    {
      g_autoptr (GPtrArray) lines =
          hf_week_dup_lines (sample->db, agent, agent->staff_id, monday, error);

      if (lines == NULL)
        return FALSE;
      for (guint i = 0; i < MIN (lines->len, N_PLANNED); i++)
        {
          const HfWeekLine *line = lines->pdata[i];

          if ((monday < this_week || i % 3 != 2) &&
              !set_intent (sample, agent->staff_id, line->customer_id, monday, i, error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * hf_sample_add_rounds:
 *
 * To be called last; takes nothing from the sample's chance, so that the same seed goes on giving
 * the same people.
 */
gboolean
hf_sample_add_rounds (HfSample *sample, GError **error)
{
  for (guint i = 0; i < MIN (sample->agents->len, N_AGENTS); i++)
    {
      HfActor agent = *sample->actor;

      agent.staff_id = g_array_index (sample->agents, gint64, i);
      agent.role = HF_ROLE_AGENT;
      if (!add_round (sample, &agent, error) || !plan_weeks (sample, &agent, error))
        return FALSE;
    }
  return TRUE;
}
