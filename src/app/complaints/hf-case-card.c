/* hf-case-card.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-card.h"

#include <glib/gi18n-lib.h>

#include "hf-case-words.h"
#include "hf-tier-badge.h"
#include "hf-when.h"

/**
 * HfCaseCard:
 *
 * Who complains and why, the nearest deadline with what is left of its time, how old it is, whose
 * it is. Reused by its column for other complaints as that scrolls; can be dragged to another
 * column, for which `board.drag` is told.
 */
struct _HfCaseCard
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkLabel *tier;
  GtkLabel *name;
  GtkLabel *serious;
  GtkLabel *reason;
  GtkImage *icon;
  GtkLabel *deadline;
  GtkLabel *left;
  GtkProgressBar *bar;
  GtkLabel *age;
  AdwAvatar *avatar;
  GtkLabel *staff;

  HfCaseItem *item;
  gulong changed;
};

G_DEFINE_FINAL_TYPE (HfCaseCard, hf_case_card, ADW_TYPE_BIN)

static void
set_class (gpointer widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* The clock of the answer stands still while the customer is asked; that is said first (COMP-4). */
static void
show_deadline (HfCaseCard *self, const HfComplaintRow *row, HfMinute now)
{
  HfUrgency urgency = hf_case_get_urgency (row, now);
  gboolean waits = row->waits_since != HF_MINUTE_NONE && urgency != HF_URGENCY_LATE;
  g_autofree char *left = hf_case_format_left (row, now);
  g_autofree char *exact =
      row->due_at != HF_MINUTE_NONE ? hf_when_format_exact (row->due_at) : NULL;

  gtk_image_set_from_icon_name (self->icon, urgency == HF_URGENCY_LATE ? "dialog-warning-symbolic"
                                            : waits ? "media-playback-pause-symbolic"
                                                    : "alarm-symbolic");
  gtk_label_set_label (self->deadline,
                       waits ? _ ("Waits for the customer") : hf_case_get_deadline_label (row));
  gtk_label_set_label (self->left, waits ? "" : left);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->left), exact);
  gtk_progress_bar_set_fraction (self->bar, hf_case_get_fraction (row, now));
  gtk_widget_set_visible (GTK_WIDGET (self->icon), waits || row->due_at != HF_MINUTE_NONE);
  gtk_widget_set_opacity (GTK_WIDGET (self->bar), row->due_at != HF_MINUTE_NONE ? 1 : 0);
  set_class (self->icon, "late", urgency == HF_URGENCY_LATE);
  set_class (self->icon, "soon", urgency == HF_URGENCY_SOON && !waits);
  set_class (self->left, "late", urgency == HF_URGENCY_LATE);
  set_class (self->left, "soon", urgency == HF_URGENCY_SOON);
  set_class (self->left, "dim", urgency == HF_URGENCY_NONE);
  set_class (self->bar, "late", urgency == HF_URGENCY_LATE);
  set_class (self->bar, "soon", urgency == HF_URGENCY_SOON && !waits);
  set_class (self->box, "breach", urgency == HF_URGENCY_LATE);
}

/* What a screen reader says of the card. */
static void
describe (HfCaseCard *self, const HfComplaintRow *row)
{
  g_autofree char *spoken = g_strdup_printf (
      "%s, %s, %s%s%s %s, %s", gtk_label_get_label (self->name), gtk_label_get_label (self->reason),
      row->serious ? gtk_label_get_label (self->serious) : "", row->serious ? ", " : "",
      gtk_label_get_label (self->deadline), gtk_label_get_label (self->left),
      gtk_label_get_label (self->age));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_row (HfCaseCard *self, const HfComplaintRow *row, HfMinute now)
{
  g_autofree char *number = hf_case_format_number (row->number);
  g_autofree char *age = hf_case_format_age (row->received_at, row->closed_at, now);
  g_autofree char *foot = g_strdup_printf ("%s  %s", number, age);
  g_autofree char *exact = hf_when_format_exact (row->received_at);

  hf_tier_badge_apply (self->tier, row->tier);
  gtk_label_set_label (self->name, row->customer);
  gtk_widget_set_visible (GTK_WIDGET (self->serious), row->serious);
  gtk_label_set_label (self->reason,
                       hf_domain_get_label (HF_DOMAIN_COMPLAINT_REASON, (int) row->reason));
  gtk_label_set_label (self->age, foot);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->age), exact);
  gtk_label_set_label (self->staff, row->staff != NULL ? row->staff : _ ("nobody yet"));
  set_class (self->staff, "soon", row->staff == NULL);
  adw_avatar_set_text (self->avatar, row->staff);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), row->staff != NULL);
  show_deadline (self, row, now);
  describe (self, row);
}

static void
show_item (HfCaseCard *self)
{
  const HfComplaintRow *row = hf_case_item_get_row (self->item);

  if (row != NULL)
    show_row (self, row, hf_app_context_get_now (hf_case_item_get_context (self->item)));
}

static GdkContentProvider *
on_drag_prepare (HfCaseCard *self)
{
  return self->item != NULL
             ? gdk_content_provider_new_typed (G_TYPE_INT64, hf_case_item_get_id (self->item))
             : NULL;
}

static void
on_drag_begin (HfCaseCard *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (self->box);

  gtk_drag_source_set_icon (source, icon, 24, 24);
  gtk_widget_add_css_class (self->box, "drag");
  gtk_widget_activate_action (GTK_WIDGET (self), "board.drag", "x",
                              hf_case_item_get_id (self->item));
}

static void
on_drag_end (HfCaseCard *self)
{
  gtk_widget_remove_css_class (self->box, "drag");
  gtk_widget_activate_action (GTK_WIDGET (self), "board.drag", "x", (gint64) 0);
}

static void
hf_case_card_dispose (GObject *object)
{
  hf_case_card_set_item (HF_CASE_CARD (object), NULL);

  G_OBJECT_CLASS (hf_case_card_parent_class)->dispose (object);
}

static void
hf_case_card_class_init (HfCaseCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_case_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/complaints/hf-case-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCaseCard, box);
  gtk_widget_class_bind_template_child (widget_class, HfCaseCard, tier);
  gtk_widget_class_bind_template_child (widget_class, HfCaseCard, name);
  gtk_widget_class_bind_template_child (widget_class, HfCaseCard, serious);
  gtk_widget_class_bind_template_child (widget_class, HfCaseCard, reason);
  gtk_widget_class_bind_template_child (widget_class, HfCaseCard, icon);
  gtk_widget_class_bind_template_child (widget_class, HfCaseCard, deadline);
  gtk_widget_class_bind_template_child (widget_class, HfCaseCard, left);
  gtk_widget_class_bind_template_child (widget_class, HfCaseCard, bar);
  gtk_widget_class_bind_template_child (widget_class, HfCaseCard, age);
  gtk_widget_class_bind_template_child (widget_class, HfCaseCard, avatar);
  gtk_widget_class_bind_template_child (widget_class, HfCaseCard, staff);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_prepare);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_end);
}

static void
hf_case_card_init (HfCaseCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hf_case_card_new (void)
{
  return g_object_new (HF_TYPE_CASE_CARD, NULL);
}

/**
 * hf_case_card_set_item:
 * @item: (nullable): what to show from now on
 */
void
hf_case_card_set_item (HfCaseCard *self, HfCaseItem *item)
{
  g_return_if_fail (HF_IS_CASE_CARD (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->changed = g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  show_item (self);
}
