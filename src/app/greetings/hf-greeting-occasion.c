/* hf-greeting-occasion.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-greeting-occasion.h"

#include <glib/gi18n-lib.h>

#include "hf-lunar.h"
#include "hf-texts.h"
#include "hf-when.h"

/* So far ahead somebody thinks of a festival. */
#define DAYS_AHEAD (60)

static void
clear_occasion (gpointer data)
{
  HfGreetingOccasion *occasion = data;

  g_free (occasion->label);
  g_free (occasion->title);
}

static void
add (GArray *list, const char *label, const char *title, const char *key, HfDay day)
{
  HfGreetingOccasion occasion = { g_strdup (label), g_strdup (title), key, day };

  g_array_append_val (list, occasion);
}

/**
 * hf_greeting_occasions_list:
 *
 * Returns: (transfer full) (element-type HfGreetingOccasion): the weather, news, the festivals that
 *   come, and anything else
 */
GArray *
hf_greeting_occasions_list (HfDay today)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (HfGreetingOccasion));

  g_array_set_clear_func (list, clear_occasion);
  add (list, _ ("Weather"), _ ("Change of weather"), "greeting.weather", HF_DAY_NONE);
  add (list, _ ("News"), _ ("News"), "greeting.news", HF_DAY_NONE);
  for (HfDay day = today; day < today + DAYS_AHEAD; day++)
    {
      HfFestival festival = hf_lunar_get_festival (day);
      g_autofree char *date = NULL;
      g_autofree char *label = NULL;

      if (festival == HF_FESTIVAL_NONE)
        continue;
      date = hf_when_format_date (day, today);
      label = g_strdup_printf ("%s · %s", hf_festival_get_label (festival), date);
      add (list, label, hf_festival_get_label (festival), "greeting", day);
    }
  add (list, _ ("Something else"), "", "", HF_DAY_NONE);
  return list;
}

/**
 * hf_greeting_occasion_dup_words:
 *
 * Returns: (transfer full): the branch's words for it, which may be empty
 */
char *
hf_greeting_occasion_dup_words (HfDb *db, const HfGreetingOccasion *occasion)
{
  const char *keys[] = { occasion->key, NULL };
  g_autoptr (HfTextPiece) piece =
      *occasion->key != '\0' ? hf_texts_find (db, HF_TEXT_SCRIPT, keys, NULL) : NULL;

  return g_strdup (piece != NULL ? piece->body : "");
}
