/* hf-card-tiers.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-tiers.h"

#include <glib/gi18n-lib.h>

#include "hf-when.h"

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_facts (GtkBox *box, GStrv facts, const char *icon, const char *css_class, const char *spoken)
{
  for (guint i = 0; facts[i] != NULL; i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_widget_add_css_class (image, css_class);
      gtk_widget_set_tooltip_text (image, spoken);
      gtk_box_append (GTK_BOX (line), image);
      gtk_box_append (GTK_BOX (line), create_label (facts[i], NULL));
      gtk_box_append (box, line);
    }
}

/* "since 2 Sep", "falls on 1 Oct", "set by hand: …" */
static char *
format_state (const HfCardTier *tier, HfDay today)
{
  g_autofree char *day = NULL;

  if (tier->by_hand != NULL)
    return g_strdup_printf (_ ("Set by a manager: %s"), tier->by_hand);
  if (tier->falls_on != HF_DAY_NONE)
    {
      day = hf_when_format_date (tier->falls_on, today);
      return g_strdup_printf (_ ("The facts no longer give it; it falls on %s"), day);
    }
  if (tier->since == HF_DAY_NONE)
    return g_strdup (_ ("No tier yet"));
  day = hf_when_format_date (tier->since, today);
  return g_strdup_printf (_ ("since %s"), day);
}

static GtkWidget *
create_scheme (const HfCardTier *tier, HfDay today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = g_strdup_printf ("%s  %s", tier->scheme, tier->name);
  g_autofree char *state = format_state (tier, today);

  gtk_box_append (GTK_BOX (box), create_label (title, "strong"));
  gtk_box_append (GTK_BOX (box), create_label (state, "dim"));
  add_facts (GTK_BOX (box), tier->holds, "object-select-symbolic", "ok", _ ("holds"));
  if (tier->missing[0] != NULL)
    {
      gtk_box_append (GTK_BOX (box), create_label (_ ("For the next one:"), "dim"));
      add_facts (GTK_BOX (box), tier->missing, "list-add-symbolic", "dim", _ ("missing"));
    }
  if (*tier->work != '\0')
    gtk_box_append (GTK_BOX (box), create_label (tier->work, "hf-small"));
  return box;
}

/**
 * hf_card_tiers_create_why:
 * @tiers: (element-type HfCardTier):
 *
 * Returns: (transfer floating): the tier of each scheme, the facts that give it, and what is
 *   missing for the next (TIER-5)
 */
GtkWidget *
hf_card_tiers_create_why (GPtrArray *tiers, HfDay today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint i = 0; i < tiers->len; i++)
    gtk_box_append (GTK_BOX (box), create_scheme (tiers->pdata[i], today));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  return box;
}

/**
 * hf_card_tiers_format_short:
 *
 * Returns: (transfer full): what is missing for the next tier, in a line
 */
char *
hf_card_tiers_format_short (const HfCardTier *tier)
{
  g_autofree char *missing = g_strjoinv (_ (", "), tier->missing);

  if (*missing == '\0')
    return g_strdup (_ ("the highest there is"));
  return g_strdup_printf (_ ("for the next: %s"), missing);
}
