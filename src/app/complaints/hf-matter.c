/* hf-matter.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-matter.h"

HfMatter *
hf_matter_new (gint64 id, gint64 customer_id, const char *customer)
{
  HfMatter *matter = g_new0 (HfMatter, 1);

  matter->id = id;
  matter->customer_id = customer_id;
  matter->customer = g_strdup (customer);
  matter->state_class = "stage";
  matter->steps = g_ptr_array_new ();
  matter->facts = g_ptr_array_new_with_free_func (g_free);
  matter->checks = g_array_new (FALSE, FALSE, sizeof (HfMatterCheck));
  matter->acts = g_array_new (FALSE, FALSE, sizeof (HfMatterAct));
  return matter;
}

void
hf_matter_free (HfMatter *matter)
{
  g_free (matter->customer);
  g_free (matter->what);
  g_free (matter->state);
  g_free (matter->when);
  g_free (matter->first);
  g_ptr_array_unref (matter->steps);
  g_ptr_array_unref (matter->facts);
  g_array_unref (matter->checks);
  g_array_unref (matter->acts);
  g_free (matter);
}

/**
 * hf_matter_take_fact:
 * @value: (transfer full) (nullable): nothing is said of it when it is empty
 */
void
hf_matter_take_fact (HfMatter *matter, const char *name, char *value)
{
  if (value == NULL || *value == '\0')
    {
      g_free (value);
      return;
    }
  g_ptr_array_add (matter->facts, g_strdup (name));
  g_ptr_array_add (matter->facts, value);
}

void
hf_matter_add_fact (HfMatter *matter, const char *name, const char *value)
{
  hf_matter_take_fact (matter, name, g_strdup (value));
}

/**
 * hf_matter_add_heading:
 *
 * The facts that are added from now on stand together below it.
 */
void
hf_matter_add_heading (HfMatter *matter, const char *heading)
{
  g_ptr_array_add (matter->facts, g_strdup (heading));
  g_ptr_array_add (matter->facts, NULL);
}

void
hf_matter_add_act (HfMatter *matter, const char *name, const char *label, gboolean main)
{
  HfMatterAct act = { name, label, main };

  g_array_append_val (matter->acts, act);
}

/**
 * hf_matter_format_money:
 *
 * Returns: (transfer full) (nullable): %NULL for an amount that is not known
 */
char *
hf_matter_format_money (gint64 fen)
{
  return fen >= 0 ? g_strdup_printf ("¥%.2f", (double) fen / 100) : NULL;
}

/**
 * hf_matter_dup_print:
 *
 * Returns: (transfer full): all that is shown, to see whether anything changed
 */
char *
hf_matter_dup_print (const HfMatter *matter)
{
  GString *print = g_string_new (NULL);

  g_string_append_printf (print, "%" G_GINT64_FORMAT "|%s|%s|%s|%s|", matter->id, matter->what,
                          matter->state, matter->when, matter->first);
  for (guint i = 0; i < matter->facts->len; i++)
    g_string_append_printf (
        print, "%s|", matter->facts->pdata[i] != NULL ? (char *) matter->facts->pdata[i] : "");
  for (guint i = 0; i < matter->checks->len; i++)
    g_string_append_printf (print, "%d|", g_array_index (matter->checks, HfMatterCheck, i).done);
  for (guint i = 0; i < matter->acts->len; i++)
    g_string_append_printf (print, "%s|", g_array_index (matter->acts, HfMatterAct, i).name);
  return g_string_free (print, FALSE);
}
