/* hf-condition.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-condition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"

typedef enum
{
  TERM_CHOICE,
  TERM_DONE,
  TERM_SKIPPED,
  TERM_EXPERT_WANTED,
  TERM_BY,
} TermKind;

typedef struct
{
  TermKind kind;
  gboolean negated;
  gboolean starts_alternative; /* the first term, or one that follows `or` */
  int step;
  HfChannel channel;
  char *choice;
} Term;

struct _HfCondition
{
  GArray *terms; /* Term */
};

static void
term_clear (gpointer data)
{
  g_free (((Term *) data)->choice);
}

static gboolean
parse_step_number (const char *word, int *step)
{
  gint64 number;

  if (word == NULL ||
      !g_ascii_string_to_signed (word, 10, 1, HF_STEP_KEY_ROUTINE - 1, &number, NULL))
    return FALSE;
  *step = (int) number;
  return TRUE;
}

/* Reads what follows `step N`. Returns how many words that took, 0 when it is wrong. */
static guint
parse_step_state (char **words, Term *term)
{
  int channel;

  if (words[0] == NULL)
    return 0;
  if (strcmp (words[0], "done") == 0)
    term->kind = TERM_DONE;
  else if (strcmp (words[0], "skipped") == 0)
    term->kind = TERM_SKIPPED;
  else if (strcmp (words[0], "expert-wanted") == 0)
    term->kind = TERM_EXPERT_WANTED;
  else if (strcmp (words[0], "by") == 0 && words[1] != NULL &&
           hf_domain_parse (HF_DOMAIN_CHANNEL, words[1], &channel, NULL))
    {
      term->kind = TERM_BY;
      term->channel = (HfChannel) channel;
      return 2;
    }
  else
    return 0;
  return 1;
}

static guint
parse_term (char **words, Term *term)
{
  guint used = 0;
  guint rest;

  if (words[0] != NULL && strcmp (words[0], "not") == 0)
    {
      term->negated = TRUE;
      used = 1;
    }
  if (words[used] == NULL)
    return 0;
  if (strcmp (words[used], "choice") == 0 && words[used + 1] != NULL)
    {
      term->kind = TERM_CHOICE;
      term->choice = g_strdup (words[used + 1]);
      return used + 2;
    }
  if (strcmp (words[used], "step") != 0 || !parse_step_number (words[used + 1], &term->step))
    return 0;
  rest = parse_step_state (words + used + 2, term);
  return rest > 0 ? used + 2 + rest : 0;
}

static gboolean
parse_terms (HfCondition *condition, char **words)
{
  gboolean alternative = TRUE;

  for (guint i = 0;;)
    {
      Term term = { .starts_alternative = alternative };
      guint used = parse_term (words + i, &term);

      g_array_append_val (condition->terms, term);
      i += used;
      if (used == 0)
        return FALSE;
      if (words[i] == NULL)
        return TRUE;
      alternative = strcmp (words[i], "or") == 0;
      if (!alternative && strcmp (words[i], "and") != 0)
        return FALSE;
      i++;
    }
}

/**
 * hf_condition_parse:
 * @text: terms joined by `and` and `or` (`and` binds closer), each perhaps after
 *   `not`: `choice WORD`, `step N done`, `step N skipped`, `step N by CHANNEL`,
 *   `step N expert-wanted`
 *
 * Returns: (transfer full): %NULL with %HF_ERROR_BAD_INPUT when it cannot be read
 */
HfCondition *
hf_condition_parse (const char *text, GError **error)
{
  g_autoptr (HfCondition) condition = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_auto (GStrv) split = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  split = g_strsplit_set (text, " \t", -1);
  words = g_ptr_array_new ();
  for (guint i = 0; split[i] != NULL; i++)
    {
      if (*split[i] != '\0')
        g_ptr_array_add (words, split[i]);
    }
  g_ptr_array_add (words, NULL);
  condition = g_new0 (HfCondition, 1);
  condition->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (condition->terms, term_clear);
  if (parse_terms (condition, (char **) words->pdata))
    return g_steal_pointer (&condition);
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is not a condition. Write for example “step 1 by phone and not step 2 "
                  "done” or “choice monthly”."),
               text);
  return NULL;
}

void
hf_condition_free (HfCondition *condition)
{
  g_return_if_fail (condition != NULL);

  g_array_unref (condition->terms);
  g_free (condition);
}

static gboolean
has_step (const int *steps, gsize n_steps, int step)
{
  for (gsize i = 0; i < n_steps; i++)
    {
      if (steps[i] == step)
        return TRUE;
    }
  return FALSE;
}

/**
 * hf_condition_check:
 * @steps: the numbers of the steps that it may speak of
 * @choices: the plan's choices
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when it speaks of any other
 */
gboolean
hf_condition_check (const HfCondition *condition,
                    const int *steps,
                    gsize n_steps,
                    const char *const *choices,
                    GError **error)
{
  g_return_val_if_fail (condition != NULL, FALSE);

  for (guint i = 0; i < condition->terms->len; i++)
    {
      const Term *term = &g_array_index (condition->terms, Term, i);

      if (term->kind == TERM_CHOICE && !g_strv_contains (choices, term->choice))
        {
          g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("“%s” is not among the plan’s Choices."), term->choice);
          return FALSE;
        }
      if (term->kind != TERM_CHOICE && !has_step (steps, n_steps, term->step))
        {
          g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("There is no step %d before this one."), term->step);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
fact_holds (const Term *term, const HfStepFact *fact)
{
  switch (term->kind)
    {
    case TERM_DONE:
      return fact->state == HF_FOLLOW_UP_DONE;
    case TERM_SKIPPED:
      return fact->state == HF_FOLLOW_UP_SKIPPED;
    case TERM_EXPERT_WANTED:
      return fact->state == HF_FOLLOW_UP_DONE && fact->expert_wanted;
    case TERM_BY:
      return fact->state == HF_FOLLOW_UP_DONE && fact->channel == (int) term->channel;
    case TERM_CHOICE:
    default:
      return FALSE;
    }
}

static gboolean
term_holds (const Term *term, const HfEnrolment *enrolment, const char *choice)
{
  gboolean holds = FALSE;

  if (term->kind == TERM_CHOICE)
    holds = g_strcmp0 (term->choice, choice) == 0;
  for (gsize i = 0; i < enrolment->n_steps && !holds; i++)
    {
      if (enrolment->steps[i].step == term->step && term->kind != TERM_CHOICE)
        holds = fact_holds (term, &enrolment->steps[i]);
    }
  return holds != term->negated;
}

/**
 * hf_condition_holds:
 * @condition: (nullable): %NULL always holds
 * @choice: (nullable): the enrolment's choice, or the plan's first
 *
 * What has not happened yet counts as not so.
 */
gboolean
hf_condition_holds (const HfCondition *condition, const HfEnrolment *enrolment, const char *choice)
{
  gboolean holds = FALSE;

  g_return_val_if_fail (enrolment != NULL, FALSE);

  if (condition == NULL)
    return TRUE;
  for (guint i = 0; i < condition->terms->len; i++)
    {
      const Term *term = &g_array_index (condition->terms, Term, i);

      if (term->starts_alternative && holds)
        return TRUE;
      holds = (term->starts_alternative || holds) && term_holds (term, enrolment, choice);
    }
  return holds;
}
