/* hf-visit-row.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-row.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-move.h"
#include "hf-calendar-view.h"
#include "hf-tier-badge.h"
#include "hf-when.h"

/**
 * HfVisitRow:
 *
 * Number in the round, whom, where, what for, at what hour. Dragged by its handle, or anywhere,
 * before another one or to a day; Alt+Up and Alt+Down move it with the keyboard.
 */
struct _HfVisitRow
{
  GtkWidget parent_instance;

  gint64 id;
  gint64 customer;
  char *name;
};

enum
{
  STEPPED,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfVisitRow, hf_visit_row, GTK_TYPE_WIDGET)

static gboolean
on_step (GtkWidget *widget, GVariant *args, gpointer data)
{
  g_signal_emit (widget, signals[STEPPED], 0, g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
on_open (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_widget_activate_action (widget, "app.show-follow-up", "x", HF_VISIT_ROW (widget)->id);
  return TRUE;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, GtkWidget *widget)
{
  if (n_press == 2)
    on_open (widget, NULL, NULL);
  else
    gtk_widget_grab_focus (widget);
}

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, HfVisitRow *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, self->id);
  return hf_calendar_create_drag (ids, self->name);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, HfVisitRow *self)
{
  hf_calendar_begin_drag (source, drag, self->name);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, HfVisitRow *self)
{
  g_autoptr (GArray) ids = hf_calendar_dup_dragged (value, NULL);

  if (ids->len != 1 || g_array_index (ids, gint64, 0) == self->id)
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, g_array_index (ids, gint64, 0));
  return TRUE;
}

static void
hf_visit_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&HF_VISIT_ROW (object)->name, g_free);

  G_OBJECT_CLASS (hf_visit_row_parent_class)->dispose (object);
}

static void
hf_visit_row_class_init (HfVisitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_visit_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, on_step, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, on_step, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_open, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, on_open, NULL);

  /**
   * HfVisitRow::stepped:
   * @step: 1 to make the visit later, -1 earlier
   */
  signals[STEPPED] = g_signal_new ("stepped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * HfVisitRow::dropped:
   * @id: of the follow-up that is to come before this one
   */
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
hf_visit_row_init (HfVisitRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_VARIANT, GDK_ACTION_MOVE);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_add_css_class (widget, "cal-visit");
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 8);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_first_line (const HfCalendarItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tier = gtk_label_new (NULL);
  g_autofree char *clock =
      item->agreed_at != HF_MINUTE_NONE ? hf_when_format_clock (item->agreed_at) : NULL;
  GtkWidget *hour = gtk_label_new (clock != NULL ? clock : _ ("No hour yet"));

  gtk_box_append (GTK_BOX (box), create_label (item->name, "strong"));
  hf_tier_badge_apply (GTK_LABEL (tier), item->tier != NULL ? item->tier : "");
  gtk_box_append (GTK_BOX (box), tier);
  gtk_widget_set_hexpand (hour, TRUE);
  gtk_label_set_xalign (GTK_LABEL (hour), 1);
  gtk_widget_add_css_class (hour, "hf-small");
  gtk_widget_add_css_class (hour, clock != NULL ? "tnum" : "soon");
  gtk_box_append (GTK_BOX (box), hour);
  return box;
}

static GtkWidget *
create_lines (const HfCalendarItem *item)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *address = create_label (item->address != NULL ? item->address : "", "hf-small");

  gtk_widget_add_css_class (address, "dim");
  gtk_box_append (GTK_BOX (lines), create_first_line (item));
  gtk_box_append (GTK_BOX (lines), address);
  gtk_box_append (GTK_BOX (lines), create_label (item->task != NULL ? item->task : "", "hf-small"));
  gtk_widget_set_hexpand (lines, TRUE);
  return lines;
}

/**
 * hf_visit_row_new:
 * @item: looked at now only
 * @number: in the round, from 1
 */
GtkWidget *
hf_visit_row_new (const HfCalendarItem *item, guint number)
{
  HfVisitRow *self = g_object_new (HF_TYPE_VISIT_ROW, NULL);
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *described = hf_calendar_describe_item (item);
  g_autofree char *text =
      g_strdup_printf ("%u. %s, %s", number, described, item->address != NULL ? item->address : "");
  GtkWidget *order = gtk_label_new (digits);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  self->id = item->id;
  self->customer = item->customer_id;
  self->name = g_strdup (item->name);
  gtk_widget_add_css_class (order, "cal-order");
  gtk_widget_set_valign (order, GTK_ALIGN_START);
  gtk_widget_set_parent (order, widget);
  gtk_widget_set_parent (create_lines (item), widget);
  gtk_widget_add_css_class (handle, "dim");
  gtk_widget_set_parent (handle, widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return widget;
}

gint64
hf_visit_row_get_id (HfVisitRow *self)
{
  g_return_val_if_fail (HF_IS_VISIT_ROW (self), 0);

  return self->id;
}
