/* hf-greeting-rows.c: the lines of a round: whom, how, and whether it is done
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-channel.h"
#include "hf-greeting-item.h"
#include "hf-tier-badge.h"
#include "hf-when.h"

#define ROW_KEY "hf-greeting-row"

/* A line's widgets, made once and shown again for others. */
typedef struct
{
  HfAppContext *context;
  GtkWidget *box;
  GtkImage *state;
  GtkLabel *tier;
  GtkLabel *name;
  GtkLabel *what;
  GtkLabel *when;
  gulong changed;
} Row;

static GtkLabel *
add_label (GtkWidget *box, const char *style, gboolean wide)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), wide ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, wide);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer context)
{
  Row *row = g_new0 (Row, 1);

  row->context = context;
  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  row->state = GTK_IMAGE (gtk_image_new ());
  row->tier = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (row->tier), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row->box), GTK_WIDGET (row->state));
  gtk_box_append (GTK_BOX (row->box), GTK_WIDGET (row->tier));
  row->name = add_label (row->box, "strong", FALSE);
  row->what = add_label (row->box, "dim", TRUE);
  row->when = add_label (row->box, "tnum", FALSE);
  gtk_widget_add_css_class (row->box, "hf-today-line");
  g_object_set_data_full (G_OBJECT (list_item), ROW_KEY, row, g_free);
  gtk_list_item_set_child (list_item, row->box);
}

static char *
format_when (Row *row, const HfGreetingLine *line)
{
  HfMinute now = hf_app_context_get_now (row->context);
  HfDay today = hf_minute_get_day (now);

  if (line->state != HF_FOLLOW_UP_OPEN)
    return line->at != HF_MINUTE_NONE ? hf_when_format_moment (line->at, now) : g_strdup ("");
  if (line->due_on < today)
    return hf_when_format_late (hf_minute_new (line->due_on, 0), now);
  return hf_when_format_day (line->due_on, today);
}

static char *
format_what (const HfGreetingLine *line)
{
  const char *how = hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) line->channel);

  switch (line->state)
    {
    case HF_FOLLOW_UP_DONE:
      return g_strdup_printf (_ ("greeted · %s"), how);
    case HF_FOLLOW_UP_SKIPPED:
      return g_strdup_printf (_ ("left out: %s"), line->reason);
    case HF_FOLLOW_UP_CANCELLED:
      return g_strdup (_ ("not needed any more"));
    case HF_FOLLOW_UP_OPEN:
    case HF_FOLLOW_UP_PAUSED:
    default:
      return g_strdup (how);
    }
}

static void
show_state (Row *row, const HfGreetingLine *line)
{
  gtk_widget_remove_css_class (GTK_WIDGET (row->state), "ok");
  if (line->state == HF_FOLLOW_UP_OPEN)
    {
      hf_channel_apply (row->state, line->channel);
      return;
    }
  hf_channel_clear (row->state);
  gtk_image_set_from_icon_name (row->state, line->state == HF_FOLLOW_UP_DONE
                                                ? "object-select-symbolic"
                                                : "action-unavailable-symbolic");
  if (line->state == HF_FOLLOW_UP_DONE)
    gtk_widget_add_css_class (GTK_WIDGET (row->state), "ok");
}

static void
show_line (HfGreetingItem *item, Row *row)
{
  const HfGreetingLine *line = hf_greeting_item_get_line (item);
  HfDay today = hf_minute_get_day (hf_app_context_get_now (row->context));
  g_autofree char *what = NULL;
  g_autofree char *when = NULL;
  g_autofree char *spoken = NULL;

  if (line == NULL)
    return;
  what = format_what (line);
  when = format_when (row, line);
  spoken = g_strdup_printf ("%s, %s, %s", line->customer, what, when);
  show_state (row, line);
  hf_tier_badge_apply (row->tier, line->tier);
  gtk_label_set_label (row->name, line->customer);
  gtk_label_set_label (row->what, what);
  gtk_label_set_label (row->when, when);
  if (line->state == HF_FOLLOW_UP_OPEN && line->due_on < today)
    gtk_widget_add_css_class (GTK_WIDGET (row->when), "late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row->when), "late");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer context)
{
  Row *row = g_object_get_data (G_OBJECT (list_item), ROW_KEY);
  HfGreetingItem *item = gtk_list_item_get_item (list_item);

  show_line (item, row);
  row->changed = g_signal_connect (item, "changed", G_CALLBACK (show_line), row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer context)
{
  Row *row = g_object_get_data (G_OBJECT (list_item), ROW_KEY);

  g_signal_handler_disconnect (gtk_list_item_get_item (list_item), row->changed);
}

/**
 * hf_greeting_rows_create_factory:
 * @context: outlives the list
 *
 * Returns: (transfer full): what shows #HfGreetingItem, a line each
 */
GtkListItemFactory *
hf_greeting_rows_create_factory (HfAppContext *context)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), context);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), context);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), context);
  return factory;
}
