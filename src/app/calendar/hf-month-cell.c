/* hf-month-cell.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-month-cell.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-view.h"
#include "hf-when.h"

#define GAP      (2)
#define LUNAR_X  (8) /* between the day's number and the lunar day */
#define MIN_SIZE (40)

/**
 * HfMonthCell:
 *
 * Day, lunar day or festival, 休 or 班, load, and as many chips as there is room for; the others
 * are counted. Lays itself out: what it holds never makes it larger. Chips are used again.
 */
struct _HfMonthCell
{
  GtkWidget parent_instance;

  GtkWidget *number;
  GtkWidget *note;
  GtkWidget *mark;
  GtkWidget *bar;
  GtkWidget *more;
  GtkWidget *over;
  GPtrArray *chips; /* (element-type GtkWidget): as many as were ever needed */

  HfDay day;
  const HfCalendarDay *content; /* (nullable): the view's */
  const HfMoveDay *move;        /* (nullable): what would be of a move to this day; the view's */
  guint n_used;                 /* chips that hold something */
  guint n_shown;                /* chips for which there is room */
  guint idle;
};

G_DEFINE_FINAL_TYPE (HfMonthCell, hf_month_cell, GTK_TYPE_WIDGET)

static void
set_class (HfMonthCell *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static int
get_load (HfMonthCell *self)
{
  int load = self->content != NULL ? self->content->load : 0;

  return self->move != NULL && self->move->refused == NULL ? load + self->move->minutes : load;
}

static int
get_natural (GtkWidget *widget, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The header takes its largest part's height, with or without a mark: cells of a row look alike. */
static int
get_header_height (HfMonthCell *self)
{
  return MAX (get_natural (self->number, GTK_ORIENTATION_VERTICAL),
              get_natural (self->mark, GTK_ORIENTATION_VERTICAL));
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation allocation = { x, y, MAX (width, 0), MAX (height, 0) };
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  allocation.width = MAX (allocation.width, least);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
place_header (HfMonthCell *self, int width, int height)
{
  int number = get_natural (self->number, GTK_ORIENTATION_HORIZONTAL);
  int mark = gtk_widget_get_visible (self->mark)
                 ? get_natural (self->mark, GTK_ORIENTATION_HORIZONTAL)
                 : 0;
  int note = get_natural (self->note, GTK_ORIENTATION_HORIZONTAL);

  place (self->number, 0, 0, number, height);
  place (self->note, number + LUNAR_X, 0, MIN (note, width - number - LUNAR_X - mark), height);
  if (mark > 0)
    place (self->mark, width - mark,
           (height - get_natural (self->mark, GTK_ORIENTATION_VERTICAL)) / 2, mark,
           get_natural (self->mark, GTK_ORIENTATION_VERTICAL));
}

/* The line below the chips: what there is no room for, and how much is too much. */
static guint
get_n_more (HfMonthCell *self)
{
  guint n_items = self->content != NULL ? self->content->n_items : 0;

  return n_items > self->n_shown ? n_items - self->n_shown : 0;
}

static gboolean
is_over (HfMonthCell *self)
{
  return self->content != NULL && self->content->capacity > 0 &&
         get_load (self) > self->content->capacity;
}

static void
show_more (HfMonthCell *self)
{
  g_autofree char *text = g_strdup_printf ("+%u", get_n_more (self));

  gtk_label_set_label (GTK_LABEL (self->more), get_n_more (self) > 0 ? text : "");
}

static gboolean
on_idle (gpointer data)
{
  HfMonthCell *self = data;

  self->idle = 0;
  show_more (self);
  return G_SOURCE_REMOVE;
}

static guint
count_fitting (HfMonthCell *self, int room, int chip_height, int line_height)
{
  guint n_items = self->content != NULL ? MAX (self->content->n_items, self->n_used) : 0;
  int whole = room + GAP - (is_over (self) ? line_height : 0);

  if (n_items <= self->n_used && (int) n_items * (chip_height + GAP) <= whole)
    return n_items;
  return MIN (self->n_used, (guint) MAX ((room - line_height) / (chip_height + GAP), 0));
}

static void
place_chips (HfMonthCell *self, int y, int width, int height)
{
  int chip_height = self->n_used > 0
                        ? get_natural (g_ptr_array_index (self->chips, 0), GTK_ORIENTATION_VERTICAL)
                        : 0;
  int line_height = get_natural (self->more, GTK_ORIENTATION_VERTICAL);
  int over = get_natural (self->over, GTK_ORIENTATION_HORIZONTAL);
  guint n = count_fitting (self, height - y, chip_height, line_height);

  for (guint i = 0; i < self->n_used; i++)
    {
      GtkWidget *chip = g_ptr_array_index (self->chips, i);

      gtk_widget_set_child_visible (chip, i < n);
      place (chip, 0, y + (int) i * (chip_height + GAP), width, chip_height);
    }
  if (n != self->n_shown)
    {
      self->n_shown = n;
      /* The text must not change while things are being placed. */
      if (self->idle == 0)
        self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
    }
  y += (int) n * (chip_height + GAP) - (n > 0 ? GAP : 0);
  place (self->more, 0, y, width - over, line_height);
  if (gtk_widget_get_visible (self->over))
    place (self->over, width - over, y, over, line_height);
}

static void
hf_month_cell_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = MIN_SIZE;
}

static void
hf_month_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HfMonthCell *self = HF_MONTH_CELL (widget);
  int header = get_header_height (self);
  int bar = get_natural (self->bar, GTK_ORIENTATION_VERTICAL);

  place_header (self, width, header);
  place (self->bar, 0, header + GAP, width, bar);
  place_chips (self, header + bar + 3 * GAP, width, height);
}

static void
hf_month_cell_dispose (GObject *object)
{
  HfMonthCell *self = HF_MONTH_CELL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->idle, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (hf_month_cell_parent_class)->dispose (object);
}

static void
hf_month_cell_class_init (HfMonthCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_month_cell_dispose;
  widget_class->measure = hf_month_cell_measure;
  widget_class->size_allocate = hf_month_cell_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static GtkWidget *
add_label (HfMonthCell *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
hf_month_cell_init (HfMonthCell *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "cal-cell");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->chips = g_ptr_array_new ();
  self->number = add_label (self, "cal-day");
  self->note = add_label (self, "cal-lunar");
  gtk_label_set_ellipsize (GTK_LABEL (self->note), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  self->mark = add_label (self, "cal-mark");
  self->bar = gtk_progress_bar_new ();
  gtk_widget_add_css_class (self->bar, "load");
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  self->more = add_label (self, "cal-more");
  gtk_label_set_xalign (GTK_LABEL (self->more), 0);
  self->over = add_label (self, "cal-over");
  gtk_widget_set_visible (self->over, FALSE);
}

GtkWidget *
hf_month_cell_new (void)
{
  return g_object_new (HF_TYPE_MONTH_CELL, NULL);
}

HfDay
hf_month_cell_get_day (HfMonthCell *self)
{
  return self->day;
}

/* All that stands in the cell, in words. */
static void
describe (HfMonthCell *self)
{
  g_autofree char *date = hf_when_format_heading (self->day);
  g_autofree char *load = hf_calendar_format_load (get_load (self));
  g_autofree char *capacity =
      hf_calendar_format_load (self->content != NULL ? self->content->capacity : 0);
  GString *text = g_string_new (date);

  if (self->content != NULL && self->content->note.text != NULL)
    g_string_append_printf (text, ", %s", self->content->note.text);
  if (self->content != NULL && self->content->note.mark == HF_DAY_REST)
    g_string_append_printf (text, ", %s", _ ("day off"));
  if (self->content != NULL && self->content->note.mark == HF_DAY_WORK)
    g_string_append_printf (text, ", %s", _ ("workday"));
  if (self->content != NULL)
    g_string_append_printf (text, ", %s", load);
  if (self->content != NULL && self->content->capacity > 0)
    g_string_append_printf (text, " / %s", capacity);
  if (self->move != NULL && self->move->refused != NULL)
    g_string_append_printf (text, ". %s", self->move->refused);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
  g_string_free (text, TRUE);
}

static void
show_load (HfMonthCell *self)
{
  int load = get_load (self);
  int capacity = self->content != NULL ? self->content->capacity : 0;
  gboolean over = is_over (self);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 capacity > 0 ? MIN ((double) load / capacity, 1) : 0);
  gtk_widget_set_opacity (self->bar, load > 0 && capacity > 0 ? 1 : 0);
  if (over)
    gtk_widget_add_css_class (self->bar, "over");
  else
    gtk_widget_remove_css_class (self->bar, "over");
  gtk_widget_set_visible (self->over, over);
  if (over)
    {
      g_autofree char *much = hf_calendar_format_load (load - capacity);
      /* Translators: by how much a day's work is more than can be done. */
      g_autofree char *text = g_strdup_printf (_ ("%s over"), much);

      gtk_label_set_label (GTK_LABEL (self->over), text);
    }
  describe (self);
}

/**
 * hf_month_cell_set_day:
 * @in_month: %FALSE for the days before and after, which are dim
 */
void
hf_month_cell_set_day (HfMonthCell *self, HfDay day, gboolean in_month, gboolean is_today)
{
  g_autofree char *text = NULL;
  int number;

  self->day = day;
  hf_day_to_ymd (day, NULL, NULL, &number);
  text = g_strdup_printf ("%d", number);
  gtk_label_set_label (GTK_LABEL (self->number), text);
  set_class (self, "other", !in_month);
  if (is_today)
    gtk_widget_add_css_class (self->number, "today");
  else
    gtk_widget_remove_css_class (self->number, "today");
}

static void
show_note (HfMonthCell *self)
{
  const HfDayNote *note = self->content != NULL ? &self->content->note : NULL;
  HfDayKind mark = note != NULL ? note->mark : HF_DAY_ORDINARY;

  gtk_label_set_label (GTK_LABEL (self->note),
                       note != NULL && note->text != NULL ? note->text : "");
  gtk_widget_remove_css_class (self->note, "fest");
  gtk_widget_remove_css_class (self->note, "term");
  if (note != NULL && note->kind == HF_NOTE_FESTIVAL)
    gtk_widget_add_css_class (self->note, "fest");
  else if (note != NULL && note->kind == HF_NOTE_TERM)
    gtk_widget_add_css_class (self->note, "term");
  set_class (self, "rest", note != NULL && note->rest);
  gtk_widget_set_visible (self->mark, mark != HF_DAY_ORDINARY);
  gtk_widget_remove_css_class (self->mark, mark == HF_DAY_REST ? "work" : "rest");
  gtk_widget_add_css_class (self->mark, mark == HF_DAY_REST ? "rest" : "work");
  /* Translators: one or two characters: a day off, and a day of a weekend that is worked. */
  gtk_label_set_label (GTK_LABEL (self->mark),
                       mark == HF_DAY_REST ? C_ ("calendar", "off") : C_ ("calendar", "work"));
}

/**
 * hf_month_cell_set_content:
 * @content: (nullable) (transfer none): must live until the next one is set; %NULL while it is read
 */
void
hf_month_cell_set_content (HfMonthCell *self, const HfCalendarDay *content)
{
  self->content = content;
  self->n_used = content != NULL ? content->items->len : 0;
  while (self->chips->len < self->n_used)
    {
      GtkWidget *chip = hf_calendar_chip_new ();

      gtk_widget_insert_before (chip, GTK_WIDGET (self), self->more);
      g_ptr_array_add (self->chips, chip);
    }
  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkWidget *chip = g_ptr_array_index (self->chips, i);

      hf_calendar_chip_set_item (HF_CALENDAR_CHIP (chip),
                                 i < self->n_used ? g_ptr_array_index (content->items, i) : NULL);
      gtk_widget_set_visible (chip, i < self->n_used);
    }
  show_note (self);
  show_load (self);
  show_more (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * hf_month_cell_set_selected:
 *
 * Only the chosen day and its chips are reached with Tab; arrows go from day to day.
 */
void
hf_month_cell_set_selected (HfMonthCell *self, gboolean selected)
{
  set_class (self, "selected", selected);
  gtk_widget_set_focusable (GTK_WIDGET (self), selected);
  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_set_focusable (g_ptr_array_index (self->chips, i), selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * hf_month_cell_set_move:
 * @move: (nullable) (transfer none): what would be of the day if what is moved went there
 * @is_target: it would go here now
 *
 * Before the drop, the load as it would be, and whether the day is possible at all (SCHED-8).
 */
void
hf_month_cell_set_move (HfMonthCell *self, const HfMoveDay *move, gboolean is_target)
{
  gboolean changed = self->move != move;

  self->move = move;
  set_class (self, "forbid", move != NULL && move->refused != NULL);
  set_class (self, "drop", is_target);
  if (changed)
    show_load (self);
}

/**
 * hf_month_cell_get_n_chips:
 *
 * Returns: how many are seen
 */
guint
hf_month_cell_get_n_chips (HfMonthCell *self)
{
  return MIN (self->n_shown, self->n_used);
}

HfCalendarChip *
hf_month_cell_get_chip (HfMonthCell *self, guint index)
{
  return index < self->chips->len ? g_ptr_array_index (self->chips, index) : NULL;
}

/**
 * hf_month_cell_is_more:
 *
 * Returns: whether @widget says that there is more
 */
gboolean
hf_month_cell_is_more (HfMonthCell *self, GtkWidget *widget)
{
  return widget == self->more && get_n_more (self) > 0;
}
