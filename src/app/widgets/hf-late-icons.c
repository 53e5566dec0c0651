/* hf-late-icons.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-late-icons.h"

#include <adwaita.h>

#define ICON "hf-late-icon"

static void
on_map (AdwStatusPage *page)
{
  adw_status_page_set_icon_name (page, g_object_get_data (G_OBJECT (page), ICON));
}

/**
 * hf_late_icons_wait:
 * @stack: just made from its template
 *
 * Lets the #AdwStatusPage children of @stack have their icons when they are first shown. GTK loads
 * an icon as soon as its widget has a style, shown or not; one of that size is an SVG, and the
 * library that draws those takes 7 MB.
 */
void
hf_late_icons_wait (GtkStack *stack)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_STACK (stack));

  child = gtk_widget_get_first_child (GTK_WIDGET (stack));
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (ADW_IS_STATUS_PAGE (child))
      {
        AdwStatusPage *page = ADW_STATUS_PAGE (child);

        g_object_set_data_full (G_OBJECT (page), ICON,
                                g_strdup (adw_status_page_get_icon_name (page)), g_free);
        adw_status_page_set_icon_name (page, NULL);
        g_signal_connect (page, "map", G_CALLBACK (on_map), NULL);
      }
}
