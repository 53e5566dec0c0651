/* hf-tier-badge.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-tier-badge.h"

#include <glib/gi18n-lib.h>

#include "hf-tip.h"

/* The tier's name: the style class that colours it. */
static const struct
{
  const char *tier;
  const char *css_class;
} classes[] = {
  { "A", "a" }, { "B", "b" }, { "C", "c" }, { "D", "d" }, { "E", "e" }, { "0", "zero" },
};

/**
 * hf_tier_badge_apply:
 * @tier: (nullable): one letter; empty for a customer without a tier, who gets a dash and no box
 *
 * Makes a badge of @label, or another badge of one.
 */
void
hf_tier_badge_apply (GtkLabel *label, const char *tier)
{
  gboolean none = tier == NULL || *tier == '\0';
  g_autofree char *spoken = NULL;

  gtk_widget_add_css_class (GTK_WIDGET (label), "tier");
  gtk_widget_set_valign (GTK_WIDGET (label), GTK_ALIGN_CENTER);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (g_strcmp0 (tier, classes[i].tier) == 0)
        gtk_widget_add_css_class (GTK_WIDGET (label), classes[i].css_class);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (label), classes[i].css_class);
    }
  if (none)
    gtk_widget_add_css_class (GTK_WIDGET (label), "none");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "none");
  gtk_label_set_label (label, none ? "–" : tier);
  spoken = none ? g_strdup (_ ("no tier")) : g_strdup_printf (_ ("tier %s"), tier);
  hf_tip_set (GTK_WIDGET (label), spoken);
}
