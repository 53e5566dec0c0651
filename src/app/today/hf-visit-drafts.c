/* hf-visit-drafts.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-drafts.h"

struct _HfVisitDrafts
{
  GHashTable *texts;
};

static void
text_free (gpointer data)
{
  HfVisitText *text = data;

  g_free (text->note);
  g_free (text->promise);
  g_free (text);
}

HfVisitDrafts *
hf_visit_drafts_new (void)
{
  HfVisitDrafts *drafts = g_new0 (HfVisitDrafts, 1);

  drafts->texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, text_free);
  return drafts;
}

void
hf_visit_drafts_free (HfVisitDrafts *drafts)
{
  g_return_if_fail (drafts != NULL);

  g_hash_table_unref (drafts->texts);
  g_free (drafts);
}

/**
 * hf_visit_drafts_keep:
 * @text: (nullable): copied; %NULL forgets what there was
 */
void
hf_visit_drafts_keep (HfVisitDrafts *drafts, gint64 follow_up, const HfVisitText *text)
{
  HfVisitText *copy;

  g_return_if_fail (drafts != NULL);

  if (text == NULL)
    {
      g_hash_table_remove (drafts->texts, &follow_up);
      return;
    }
  copy = g_new0 (HfVisitText, 1);
  copy->note = g_strdup (text->note);
  copy->promise = g_strdup (text->promise);
  copy->promise_on = text->promise_on;
  g_hash_table_replace (drafts->texts, g_memdup2 (&follow_up, sizeof follow_up), copy);
}

/**
 * hf_visit_drafts_find:
 *
 * Returns: (transfer none) (nullable):
 */
const HfVisitText *
hf_visit_drafts_find (HfVisitDrafts *drafts, gint64 follow_up)
{
  g_return_val_if_fail (drafts != NULL, NULL);

  return g_hash_table_lookup (drafts->texts, &follow_up);
}
