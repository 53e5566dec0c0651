/* hf-card-entry-row.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-entry-row.h"

#include <glib/gi18n-lib.h>

#include "hf-card-words.h"
#include "hf-channel.h"
#include "hf-when.h"

/**
 * HfCardEntryRow:
 *
 * A month's heading, or an entry: a dot on the line of time, what happened, when, and who.
 */
struct _HfCardEntryRow
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *month;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *day;
  GtkLabel *text;
  GtkLabel *staff;
  const char *icon_class;
};

G_DEFINE_FINAL_TYPE (HfCardEntryRow, hf_card_entry_row, ADW_TYPE_BIN)

static void
hf_card_entry_row_class_init (HfCardEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/customers/hf-card-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCardEntryRow, stack);
  gtk_widget_class_bind_template_child (widget_class, HfCardEntryRow, month);
  gtk_widget_class_bind_template_child (widget_class, HfCardEntryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HfCardEntryRow, title);
  gtk_widget_class_bind_template_child (widget_class, HfCardEntryRow, detail);
  gtk_widget_class_bind_template_child (widget_class, HfCardEntryRow, day);
  gtk_widget_class_bind_template_child (widget_class, HfCardEntryRow, text);
  gtk_widget_class_bind_template_child (widget_class, HfCardEntryRow, staff);
}

static void
hf_card_entry_row_init (HfCardEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

HfCardEntryRow *
hf_card_entry_row_new (void)
{
  return g_object_new (HF_TYPE_CARD_ENTRY_ROW, NULL);
}

static void
show_icon (HfCardEntryRow *self, const HfCardEntry *entry, const HfCardWords *words)
{
  hf_channel_clear (self->icon);
  if (self->icon_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), self->icon_class);
  self->icon_class = words->icon_class;
  if (entry->kind == HF_ENTRY_VISIT && entry->channel >= 0)
    hf_channel_apply (self->icon, (HfChannel) entry->channel);
  else
    gtk_image_set_from_icon_name (self->icon, words->icon);
  if (self->icon_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), self->icon_class);
}

static void
show_entry (HfCardEntryRow *self, const HfCardEntry *entry, HfDay today)
{
  g_auto (HfCardWords) words = { 0 };
  g_autofree char *day = hf_when_format_date (hf_minute_get_day (entry->at), today);
  g_autofree char *exact = hf_when_format_exact (entry->at);

  hf_card_words_init (&words, entry);
  show_icon (self, entry, &words);
  gtk_label_set_label (self->title, words.title);
  gtk_label_set_label (self->detail, words.detail);
  gtk_label_set_label (self->day, day);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->day), exact);
  gtk_label_set_label (self->text, words.text != NULL ? words.text : "");
  gtk_label_set_label (self->staff, words.staff);
}

/**
 * hf_card_entry_row_set_item:
 * @today: decides whether a day is said with its year
 */
void
hf_card_entry_row_set_item (HfCardEntryRow *self, HfCardItem *item, HfDay today)
{
  const HfCardEntry *entry = hf_card_item_get_entry (item);

  g_return_if_fail (HF_IS_CARD_ENTRY_ROW (self));

  if (entry != NULL)
    show_entry (self, entry, today);
  else
    {
      g_autofree char *month = hf_card_words_month (hf_card_item_get_month (item));

      gtk_label_set_label (self->month, month);
    }
  gtk_stack_set_visible_child_name (self->stack, entry != NULL ? "entry" : "month");
}
