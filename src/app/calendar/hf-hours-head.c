/* hf-hours-head.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-hours-head.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-view.h"
#include "hf-hours-grid.h"
#include "hf-hours-places.h"
#include "hf-when.h"

/* What has no hour and finds no room is in the agenda. */
#define WEEK_CHIPS (2)
#define DAY_CHIPS  (4)

/**
 * HfHoursHead:
 *
 * For each day its number, lunar day, load against what one can work, and what has no hour: special
 * days, rounds, payments, what a plan will ask for.
 */
struct _HfHoursHead
{
  GtkWidget parent_instance;

  GtkWidget *gutter;
  GtkWidget *box;
  GPtrArray *columns; /* (element-type Column) */
};

typedef struct
{
  GtkWidget *box;
  GtkWidget *button;
  GtkLabel *number;
  GtkLabel *weekday;
  GtkLabel *lunar;
  GtkProgressBar *load;
  GtkLabel *over;
  GtkWidget *chips[DAY_CHIPS];
  guint n_chips;
  GtkLabel *more;
  HfDay day;
} Column;

G_DEFINE_FINAL_TYPE (HfHoursHead, hf_hours_head, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_day_clicked (GtkButton *button, Column *column)
{
  gtk_widget_activate_action (GTK_WIDGET (button), "calendar.day", "x", column->day);
}

static void
on_chip_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  const HfCalendarItem *item = hf_calendar_chip_get_item (HF_CALENDAR_CHIP (chip));

  gtk_widget_grab_focus (chip);
  if (n_press == 2 && item != NULL)
    hf_calendar_open_item (chip, item);
}

static void
on_more_pressed (GtkGestureClick *gesture, int n_press, double x, double y, Column *column)
{
  gtk_widget_activate_action (column->box, "calendar.show-rest", "x", column->day);
}

static GtkWidget *
create_name (Column *column)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  column->number = GTK_LABEL (add_label (line, "cal-day"));
  column->weekday = GTK_LABEL (add_label (line, "hf-small"));
  column->lunar = GTK_LABEL (add_label (line, "cal-lunar"));
  gtk_label_set_ellipsize (column->lunar, PANGO_ELLIPSIZE_END);
  column->over = GTK_LABEL (add_label (line, "hf-mini"));
  gtk_widget_add_css_class (GTK_WIDGET (column->over), "late");
  gtk_widget_set_hexpand (GTK_WIDGET (column->over), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (column->over), GTK_ALIGN_END);
  return line;
}

static Column *
column_new (guint n_chips)
{
  Column *column = g_new0 (Column, 1);
  GtkGesture *more = gtk_gesture_click_new ();

  column->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  column->button = gtk_button_new ();
  column->load = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  column->n_chips = n_chips;
  gtk_widget_add_css_class (column->box, "cal-cell");
  gtk_widget_add_css_class (column->button, "flat");
  gtk_widget_add_css_class (column->button, "cal-head");
  gtk_widget_add_css_class (GTK_WIDGET (column->load), "load");
  gtk_button_set_child (GTK_BUTTON (column->button), create_name (column));
  gtk_box_append (GTK_BOX (column->box), column->button);
  gtk_box_append (GTK_BOX (column->box), GTK_WIDGET (column->load));
  for (guint i = 0; i < n_chips; i++)
    {
      GtkGesture *click = gtk_gesture_click_new ();

      column->chips[i] = hf_calendar_chip_new ();
      gtk_widget_add_controller (column->chips[i], GTK_EVENT_CONTROLLER (click));
      g_signal_connect (click, "pressed", G_CALLBACK (on_chip_pressed), NULL);
      gtk_box_append (GTK_BOX (column->box), column->chips[i]);
    }
  column->more = GTK_LABEL (add_label (column->box, "cal-more"));
  gtk_label_set_xalign (column->more, 0);
  g_signal_connect (more, "pressed", G_CALLBACK (on_more_pressed), column);
  gtk_widget_add_controller (GTK_WIDGET (column->more), GTK_EVENT_CONTROLLER (more));
  g_signal_connect (column->button, "clicked", G_CALLBACK (on_day_clicked), column);
  return column;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_name (Column *column, HfDay today)
{
  static const char *const names[] = { N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"),
                                       N_ ("Fri"), N_ ("Sat"), N_ ("Sun") };
  g_autofree char *number = NULL;
  g_autofree char *spoken = hf_when_format_heading (column->day);
  int mday;

  hf_day_to_ymd (column->day, NULL, NULL, &mday);
  number = g_strdup_printf ("%d", mday);
  gtk_label_set_label (column->number, number);
  gtk_label_set_label (column->weekday, _ (names[hf_day_get_weekday (column->day) - HF_MONDAY]));
  set_class (GTK_WIDGET (column->number), "today", column->day == today);
  gtk_accessible_update_property (GTK_ACCESSIBLE (column->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
show_load (Column *column, const HfCalendarDay *day)
{
  int load = day != NULL ? day->load : 0;
  int capacity = day != NULL ? day->capacity : 0;
  gboolean over = capacity > 0 && load > capacity;
  g_autofree char *much = hf_calendar_format_load (load);
  g_autofree char *most = hf_calendar_format_load (capacity);
  g_autofree char *beyond = hf_calendar_format_load (load - capacity);
  g_autofree char *tooltip = g_strdup_printf ("%s / %s", much, most);
  g_autofree char *word = over ? g_strdup_printf (_ ("%s over"), beyond) : g_strdup ("");

  gtk_progress_bar_set_fraction (column->load,
                                 capacity > 0 ? MIN ((double) load / capacity, 1) : 0);
  set_class (GTK_WIDGET (column->load), "over", over);
  gtk_widget_set_tooltip_text (column->button, tooltip);
  gtk_label_set_label (column->over, word);
}

static void
show_chips (Column *column, const HfCalendarDay *day)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; day != NULL && i < day->items->len; i++)
    {
      const HfCalendarItem *item = day->items->pdata[i];

      if (hf_hours_place_takes (item))
        continue;
      if (n < column->n_chips)
        hf_calendar_chip_set_item (HF_CALENDAR_CHIP (column->chips[n]), item);
      n++;
    }
  for (guint i = 0; i < column->n_chips; i++)
    {
      gtk_widget_set_visible (column->chips[i], i < n);
      if (i >= n)
        hf_calendar_chip_set_item (HF_CALENDAR_CHIP (column->chips[i]), NULL);
    }
  text = g_strdup_printf ("+%u", n > column->n_chips ? n - column->n_chips : 0);
  gtk_label_set_label (column->more, text);
  gtk_widget_set_visible (GTK_WIDGET (column->more), n > column->n_chips);
}

static void
show_note (Column *column, const HfCalendarDay *day)
{
  const char *text = day != NULL && day->note.text != NULL ? day->note.text : "";
  HfNoteKind kind = day != NULL ? day->note.kind : HF_NOTE_LUNAR;

  gtk_label_set_label (column->lunar, text);
  set_class (GTK_WIDGET (column->lunar), "fest", kind == HF_NOTE_FESTIVAL);
  set_class (GTK_WIDGET (column->lunar), "term", kind == HF_NOTE_TERM);
  set_class (column->box, "rest", day != NULL && day->note.rest);
}

/**
 * hf_hours_head_set_days:
 * @range: (nullable): must live until the next one is set
 * @day: the chosen one
 */
void
hf_hours_head_set_days (
    HfHoursHead *self, const HfCalendarRange *range, HfDay from, HfDay day, HfDay today)
{
  g_return_if_fail (HF_IS_HOURS_HEAD (self));

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = self->columns->pdata[i];
      const HfCalendarDay *content =
          range != NULL ? hf_calendar_range_get_day (range, from + i) : NULL;

      column->day = from + i;
      show_name (column, today);
      show_note (column, content);
      show_load (column, content);
      show_chips (column, content);
      set_class (column->box, "selected", self->columns->len > 1 && column->day == day);
    }
}

static void
hf_hours_head_dispose (GObject *object)
{
  HfHoursHead *self = HF_HOURS_HEAD (object);

  g_clear_pointer (&self->gutter, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (hf_hours_head_parent_class)->dispose (object);
}

static void
hf_hours_head_class_init (HfHoursHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_hours_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
hf_hours_head_init (HfHoursHead *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->gutter = gtk_label_new (NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_size_request (self->gutter, HF_HOURS_GUTTER, -1);
  gtk_widget_set_hexpand (self->box, TRUE);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  gtk_widget_set_parent (self->gutter, GTK_WIDGET (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
hf_hours_head_new (guint n_days)
{
  HfHoursHead *self = g_object_new (HF_TYPE_HOURS_HEAD, NULL);

  for (guint i = 0; i < n_days; i++)
    {
      Column *column = column_new (n_days > 1 ? WEEK_CHIPS : DAY_CHIPS);

      gtk_box_append (GTK_BOX (self->box), column->box);
      g_ptr_array_add (self->columns, column);
    }
  return GTK_WIDGET (self);
}
