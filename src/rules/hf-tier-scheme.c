/* hf-tier-scheme.c: reads a tier scheme
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-data-file.h"
#include "hf-error.h"
#include "hf-tier.h"

#define GROUP_SCHEME "Scheme"
#define TIER_PREFIX  "Tier "
#define FEN          (100)

static const char *const grade_words[] = { "average", "high", "very-high" };

static void
need_clear (gpointer data)
{
  g_free (((HfTierNeed *) data)->text);
}

/* `FACT`, `not FACT` or `FACT >= NUMBER`. */
static gboolean
parse_need (const char *text, HfTierNeed *need)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint at = words[0] != NULL && strcmp (words[0], "not") == 0 ? 1 : 0;
  gint64 number = 1;

  need->negated = at == 1;
  for (need->fact = 0; need->fact < HF_N_TIER_FACTS; need->fact++)
    {
      if (g_strcmp0 (words[at], hf_tier_fact_get_nick (need->fact)) == 0)
        break;
    }
  if (need->fact == HF_N_TIER_FACTS)
    return FALSE;
  if (words[at + 1] != NULL &&
      (strcmp (words[at + 1], ">=") != 0 || words[at + 2] == NULL || words[at + 3] != NULL ||
       !g_ascii_string_to_signed (words[at + 2], 10, 1, G_MAXINT, &number, NULL)))
    return FALSE;
  need->at_least = need->fact == HF_TIER_FACT_SPENT ? number * FEN : number;
  return TRUE;
}

static gboolean
read_needs (HfDataFile *file, const char *group, HfTier *tier, GError **error)
{
  g_auto (GStrv) list = hf_data_file_dup_list (file, group, "Needs");

  for (guint i = 0; list[i] != NULL; i++)
    {
      HfTierNeed need = { .at_least = 1 };

      if (!parse_need (list[i], &need))
        {
          g_autofree char *message = g_strdup_printf (
              _ ("“%s” cannot be read. Write for example “repurchases >= 1” or “knows-company”."),
              list[i]);

          return hf_data_file_fail (file, group, "Needs", message, error);
        }
      need.text = g_strdup (list[i]);
      g_array_append_val (tier->needs, need);
    }
  return TRUE;
}

static gboolean
read_skills (HfDataFile *file, const char *group, HfTier *tier, GError **error)
{
  g_auto (GStrv) list = hf_data_file_dup_list (file, group, "Skills");

  if (list[0] == NULL)
    return TRUE;
  for (guint i = 0; i < HF_N_SKILLS && g_strv_length (list) == HF_N_SKILLS; i++)
    {
      guint grade = 0;

      while (grade < G_N_ELEMENTS (grade_words) && strcmp (list[i], grade_words[grade]) != 0)
        grade++;
      if (grade == G_N_ELEMENTS (grade_words))
        break;
      tier->skills[i] = (HfGrade) grade;
      if (i == HF_N_SKILLS - 1)
        return TRUE;
    }
  return hf_data_file_fail (file, group, "Skills",
                            _ ("Write three grades: professional, service and communication, each "
                               "average, high or very-high."),
                            error);
}

static gboolean
read_score (HfDataFile *file, const char *group, HfTier *tier, GError **error)
{
  g_autofree char *text = hf_data_file_dup_string (file, group, "Score");
  gint64 score;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, 0, G_MAXINT, &score, NULL))
    return hf_data_file_fail (file, group, "Score", _ ("Write a whole number."), error);
  tier->score = (int) score;
  return TRUE;
}

static HfTier *
read_tier (HfDataFile *file, const char *group, GError **error)
{
  g_autoptr (HfTier) tier = g_new0 (HfTier, 1);

  tier->needs = g_array_new (FALSE, FALSE, sizeof (HfTierNeed));
  g_array_set_clear_func (tier->needs, need_clear);
  tier->nick = g_strdup (group + strlen (TIER_PREFIX));
  tier->name = hf_data_file_dup_text (file, group, "Name");
  tier->work = hf_data_file_dup_text (file, group, "Work");
  if (tier->work == NULL)
    tier->work = g_strdup ("");
  if (tier->name == NULL)
    {
      hf_data_file_fail (file, group, "Name", _ ("Give the tier a name."), error);
      return NULL;
    }
  if (!read_score (file, group, tier, error) || !read_needs (file, group, tier, error) ||
      !read_skills (file, group, tier, error))
    return NULL;
  return g_steal_pointer (&tier);
}

static gboolean
read_tiers (HfDataFile *file, HfTierScheme *scheme, GError **error)
{
  g_auto (GStrv) groups = hf_data_file_get_groups (file);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      HfTier *tier;

      if (strcmp (groups[i], GROUP_SCHEME) == 0)
        continue;
      if (!g_str_has_prefix (groups[i], TIER_PREFIX))
        return hf_data_file_fail (file, groups[i], NULL,
                                  _ ("Groups are called Scheme and Tier NAME."), error);
      tier = read_tier (file, groups[i], error);
      if (tier == NULL)
        return FALSE;
      g_ptr_array_add (scheme->tiers, tier);
    }
  return scheme->tiers->len > 0 ||
         hf_data_file_fail (file, GROUP_SCHEME, NULL, _ ("The scheme has no tiers."), error);
}

/**
 * hf_tier_scheme_parse:
 * @text: a file of data/tier-schemes; the groups of tiers stand highest first
 *
 * Returns: (transfer full): %NULL with %HF_ERROR_BAD_INPUT, whose message names file,
 *   line, group and key
 */
HfTierScheme *
hf_tier_scheme_parse (const char *file_name, const char *text, gssize length, GError **error)
{
  g_autoptr (HfTierScheme) scheme = g_new0 (HfTierScheme, 1);
  g_autoptr (HfDataFile) file = NULL;

  g_return_val_if_fail (file_name != NULL && text != NULL, NULL);

  scheme->tiers = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_tier_free);
  file = hf_data_file_new (file_name, text, length, HF_ERROR_BAD_INPUT, error);
  if (file == NULL)
    return NULL;
  scheme->id = hf_data_file_dup_string (file, GROUP_SCHEME, "Id");
  scheme->name = hf_data_file_dup_text (file, GROUP_SCHEME, "Name");
  if (scheme->id == NULL || scheme->name == NULL)
    {
      hf_data_file_fail (file, GROUP_SCHEME, "Id", _ ("Give the scheme an Id and a Name."), error);
      return NULL;
    }
  if (!read_tiers (file, scheme, error) || !hf_data_file_check_unused (file, error))
    return NULL;
  return g_steal_pointer (&scheme);
}

void
hf_tier_scheme_free (HfTierScheme *scheme)
{
  g_return_if_fail (scheme != NULL);

  g_free (scheme->id);
  g_free (scheme->name);
  g_clear_pointer (&scheme->tiers, g_ptr_array_unref);
  g_free (scheme);
}

void
hf_tier_free (HfTier *tier)
{
  g_return_if_fail (tier != NULL);

  g_free (tier->nick);
  g_free (tier->name);
  g_free (tier->work);
  g_clear_pointer (&tier->needs, g_array_unref);
  g_free (tier);
}

/**
 * hf_tier_scheme_get:
 *
 * Returns: (transfer none) (nullable): %NULL when there is no such rank
 */
const HfTier *
hf_tier_scheme_get (const HfTierScheme *scheme, int rank)
{
  g_return_val_if_fail (scheme != NULL, NULL);

  return rank >= 0 && (guint) rank < scheme->tiers->len ? scheme->tiers->pdata[rank] : NULL;
}

/**
 * hf_tier_scheme_find:
 *
 * Returns: the rank of the tier that bears @nick, %HF_TIER_NONE when none does
 */
int
hf_tier_scheme_find (const HfTierScheme *scheme, const char *nick)
{
  g_return_val_if_fail (scheme != NULL, HF_TIER_NONE);

  for (guint i = 0; i < scheme->tiers->len; i++)
    {
      if (g_strcmp0 (((const HfTier *) scheme->tiers->pdata[i])->nick, nick) == 0)
        return (int) i;
    }
  return HF_TIER_NONE;
}
