/* hf-agenda-row.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-agenda-row.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-chip.h"
#include "hf-calendar-view.h"
#include "hf-tier-badge.h"
#include "hf-when.h"

#define CHIP_WIDTH (190)

/**
 * HfAgendaLine:
 *
 * A day's heading when it has no item. Keeps the range alive of which it shows a part.
 */
struct _HfAgendaLine
{
  GObject parent_instance;

  HfCalendarRange *range;
  const HfCalendarDay *day;
  const HfCalendarItem *item; /* (nullable) */
  int minute;                 /* -1 for none */
};

G_DEFINE_FINAL_TYPE (HfAgendaLine, hf_agenda_line, G_TYPE_OBJECT)

/* A line's widgets, made once and shown again for others. */
typedef struct
{
  GtkWidget *heading;
  GtkLabel *day;
  GtkLabel *note;
  GtkLabel *count;
  GtkWidget *line;
  GtkLabel *clock;
  GtkWidget *chip;
  GtkLabel *tier;
  GtkLabel *words;
} Row;

static void
hf_agenda_line_finalize (GObject *object)
{
  hf_calendar_range_unref (HF_AGENDA_LINE (object)->range);

  G_OBJECT_CLASS (hf_agenda_line_parent_class)->finalize (object);
}

static void
hf_agenda_line_class_init (HfAgendaLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_agenda_line_finalize;
}

static void
hf_agenda_line_init (HfAgendaLine *self)
{
}

/**
 * hf_agenda_line_new:
 * @day: of @range
 * @item: (nullable): of @day; %NULL for its heading
 * @minute: of the day, at which it stands among the hours of the day; -1 when it has none
 */
HfAgendaLine *
hf_agenda_line_new (HfCalendarRange *range,
                    const HfCalendarDay *day,
                    const HfCalendarItem *item,
                    int minute)
{
  HfAgendaLine *self = g_object_new (HF_TYPE_AGENDA_LINE, NULL);

  self->range = hf_calendar_range_ref (range);
  self->day = day;
  self->item = item;
  self->minute = minute;
  return self;
}

const HfCalendarItem *
hf_agenda_line_get_item (HfAgendaLine *self)
{
  return self->item;
}

HfDay
hf_agenda_line_get_day (HfAgendaLine *self)
{
  return self->day->day;
}

static GtkWidget *
add_label (GtkWidget *box, const char *style, gboolean wide)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), wide ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, wide);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  row->heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  row->day = GTK_LABEL (add_label (row->heading, "strong", FALSE));
  row->note = GTK_LABEL (add_label (row->heading, "cal-lunar", TRUE));
  row->count = GTK_LABEL (add_label (row->heading, "hf-small", FALSE));
  gtk_widget_set_margin_top (row->heading, 10);
  row->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  row->clock = GTK_LABEL (add_label (row->line, "hf-small", FALSE));
  gtk_label_set_width_chars (row->clock, 6);
  row->chip = hf_calendar_chip_new ();
  gtk_widget_set_size_request (row->chip, CHIP_WIDTH, -1);
  gtk_widget_set_focusable (row->chip, FALSE);
  gtk_box_append (GTK_BOX (row->line), row->chip);
  row->tier = GTK_LABEL (add_label (row->line, "tier", FALSE));
  gtk_label_set_xalign (row->tier, 0.5F);
  row->words = GTK_LABEL (add_label (row->line, "hf-small", TRUE));
  gtk_box_append (GTK_BOX (box), row->heading);
  gtk_box_append (GTK_BOX (box), row->line);
  g_object_set_data_full (G_OBJECT (box), "row", row, g_free);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_heading (Row *row, const HfCalendarDay *day)
{
  g_autofree char *name = hf_when_format_heading (day->day);
  g_autofree char *load = hf_calendar_format_load (day->load);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u entry, %s", "%u entries, %s", day->n_items), day->n_items,
      load);

  gtk_label_set_label (row->day, name);
  gtk_label_set_label (row->note, day->note.text != NULL ? day->note.text : "");
  gtk_label_set_label (row->count, count);
}

static void
bind_line (Row *row, const HfCalendarItem *item, int minute)
{
  g_autofree char *clock = minute >= 0 ? hf_when_format_clock (minute) : g_strdup ("");
  g_autoptr (GString) words = g_string_new (item->task != NULL ? item->task : "");

  if (item->outcome >= 0)
    g_string_append (words, hf_domain_get_label (HF_DOMAIN_OUTCOME, item->outcome));
  if (item->area != NULL && *item->area != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? "  " : "", item->area);
  if (item->address != NULL && *item->address != '\0')
    g_string_append_printf (words, "  %s", item->address);
  gtk_label_set_label (row->clock, clock);
  hf_calendar_chip_set_item (HF_CALENDAR_CHIP (row->chip), item);
  hf_tier_badge_apply (row->tier, item->tier);
  gtk_widget_set_visible (GTK_WIDGET (row->tier), item->tier != NULL && *item->tier != '\0');
  gtk_label_set_label (row->words, words->str);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  Row *row = g_object_get_data (G_OBJECT (gtk_list_item_get_child (list_item)), "row");
  HfAgendaLine *line = gtk_list_item_get_item (list_item);

  gtk_widget_set_visible (row->heading, line->item == NULL);
  gtk_widget_set_visible (row->line, line->item != NULL);
  gtk_list_item_set_activatable (list_item, line->item != NULL);
  if (line->item != NULL)
    bind_line (row, line->item, line->minute);
  else
    bind_heading (row, line->day);
}

/* What the chip shows goes with the line. */
static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  Row *row = g_object_get_data (G_OBJECT (gtk_list_item_get_child (list_item)), "row");

  hf_calendar_chip_set_item (HF_CALENDAR_CHIP (row->chip), NULL);
}

GtkListItemFactory *
hf_agenda_row_create_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}
