/* hf-staff-choice.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-staff-choice.h"

#include "hf-staff.h"

#define IDS_KEY "hf-ids"

/**
 * hf_staff_choice_new:
 * @nobody: (nullable): what stands first, for nobody; %NULL where somebody must be chosen
 * @chosen: 0 for nobody
 * @except: who is not offered, 0 for nobody: whoever is complained about (COMP-9)
 *
 * Returns: (transfer floating): a #GtkDropDown
 */
GtkWidget *
hf_staff_choice_new (HfAppContext *context, const char *nobody, gint64 chosen, gint64 except)
{
  g_autoptr (GPtrArray) staff = hf_staff_dup_active (hf_app_context_get_reader (context), NULL);
  GtkStringList *names = gtk_string_list_new (NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  const gint64 none = 0;
  guint selected = 0;

  if (nobody != NULL)
    {
      gtk_string_list_append (names, nobody);
      g_array_append_val (ids, none);
    }
  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const HfStaff *one = staff->pdata[i];

      if (one->id == except && except != 0)
        continue;
      if (one->id == chosen)
        selected = ids->len;
      gtk_string_list_append (names, one->name);
      g_array_append_val (ids, one->id);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  g_object_set_data_full (G_OBJECT (choice), IDS_KEY, ids, (GDestroyNotify) g_array_unref);
  return choice;
}

/**
 * hf_staff_choice_get:
 *
 * Returns: who is chosen, 0 for nobody
 */
gint64
hf_staff_choice_get (GtkWidget *choice)
{
  const GArray *ids = g_object_get_data (G_OBJECT (choice), IDS_KEY);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));

  return ids != NULL && selected < ids->len ? g_array_index (ids, gint64, selected) : 0;
}
