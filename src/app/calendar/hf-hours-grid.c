/* hf-hours-grid.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-hours-grid.h"

#include <glib/gi18n-lib.h>

#include "hf-contact-window.h"
#include "hf-hours-places.h"
#include "hf-reschedule.h"
#include "hf-when.h"

#define HOUR          (60)
#define HOUR_HEIGHT   (46)
#define SHORTEST      (30)
#define GAP           (2)
#define LEAST_COLUMN  (54)
#define NARROW        (90)
#define LEAST_DAY     (72)
#define QUARTER       (15)
#define SHADE_ALPHA   (0.055F)
#define CLOSED_ALPHA  (0.035F)
#define LINE_ALPHA    (0.10F)
#define REFUSED_ALPHA (0.10F)
#define TARGET_ALPHA  (0.22F)

/**
 * HfHoursGrid:
 *
 * Blocks of a day stand where their hours are, side by side where they overlap (hf_day_layout()).
 * The hours at which customers like to be called or visited are shaded (CAL-5). Chips are used
 * again; what they show belongs to the range, which must live until the next one is set.
 */
struct _HfHoursGrid
{
  GtkWidget parent_instance;

  guint n_days;
  HfDay from;
  HfMinute now;
  GPtrArray *places;   /* (element-type HfHoursPlace) */
  GPtrArray *chips;    /* (element-type HfCalendarChip): as many as were ever needed */
  GPtrArray *overflow; /* (element-type GtkLabel): one a day */
  GArray *refused;     /* (element-type gboolean): of each day */
  HfDay target;
  int target_minute;
};

G_DEFINE_FINAL_TYPE (HfHoursGrid, hf_hours_grid, GTK_TYPE_WIDGET)

static void
show_chips (HfHoursGrid *self)
{
  for (guint i = self->chips->len; i < self->places->len; i++)
    {
      GtkWidget *chip = hf_calendar_chip_new ();

      gtk_widget_set_parent (chip, GTK_WIDGET (self));
      g_ptr_array_add (self->chips, chip);
    }
  for (guint i = 0; i < self->chips->len; i++)
    {
      const HfHoursPlace *place = i < self->places->len ? self->places->pdata[i] : NULL;

      hf_calendar_chip_set_item (self->chips->pdata[i], place != NULL ? place->item : NULL);
      gtk_widget_set_visible (self->chips->pdata[i], place != NULL);
    }
}

/**
 * hf_hours_grid_set_days:
 * @range: (nullable): %NULL while the days are read
 * @from: the first day
 */
void
hf_hours_grid_set_days (HfHoursGrid *self, const HfCalendarRange *range, HfDay from, HfMinute now)
{
  g_return_if_fail (HF_IS_HOURS_GRID (self));

  self->from = from;
  self->now = now;
  g_ptr_array_unref (self->places);
  self->places = hf_hours_places_new (range, from, self->n_days);
  show_chips (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static double
get_left (HfHoursGrid *self, guint day)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - HF_HOURS_GUTTER;

  return HF_HOURS_GUTTER + (double) width * day / self->n_days;
}

/**
 * hf_hours_grid_get_y:
 *
 * Returns: how far down @minute of the day stands
 */
double
hf_hours_grid_get_y (HfHoursGrid *self, int minute)
{
  return (double) (CLAMP (minute, HF_HOURS_OPEN, HF_HOURS_CLOSE) - HF_HOURS_OPEN) * HOUR_HEIGHT /
         HOUR;
}

static void
hf_hours_grid_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  HfHoursGrid *self = HF_HOURS_GRID (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (HF_HOURS_CLOSE - HF_HOURS_OPEN) / HOUR * HOUR_HEIGHT;
  else
    *minimum = *natural = HF_HOURS_GUTTER + (int) self->n_days * LEAST_DAY;
}

/* The name has to be read, however many stand side by side. */
static void
set_narrow (GtkWidget *chip, gboolean narrow)
{
  if (narrow && !gtk_widget_has_css_class (chip, "narrow"))
    gtk_widget_add_css_class (chip, "narrow");
  else if (!narrow && gtk_widget_has_css_class (chip, "narrow"))
    gtk_widget_remove_css_class (chip, "narrow");
}

/* Where there is no room for all that are side by side, the last column says how many there are. */
static void
hf_hours_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HfHoursGrid *self = HF_HOURS_GRID (widget);
  g_autofree guint *hidden = g_new0 (guint, self->n_days);

  for (guint i = 0; i < self->places->len; i++)
    {
      const HfHoursPlace *place = self->places->pdata[i];
      double left = get_left (self, place->day) + GAP;
      double room = get_left (self, place->day + 1) - left - GAP;
      guint n = CLAMP ((guint) (room / LEAST_COLUMN), 1, place->block.n_columns);
      double top = hf_hours_grid_get_y (self, place->block.from) + 1;
      double bottom = hf_hours_grid_get_y (self, place->block.to) - 1;
      gboolean shown = place->block.column < n;
      GtkAllocation area = { (int) (left + room * place->block.column / n), (int) top,
                             (int) (room / n) - 1, (int) (bottom - top) };

      gtk_widget_set_child_visible (self->chips->pdata[i], shown);
      hidden[place->day] += shown ? 0 : 1;
      set_narrow (self->chips->pdata[i], room / n < NARROW);
      if (shown)
        gtk_widget_size_allocate (self->chips->pdata[i], &area, -1);
    }
  for (guint i = 0; i < self->n_days; i++)
    {
      g_autofree char *text = g_strdup_printf (_ ("%u more"), hidden[i]);
      GtkWidget *label = self->overflow->pdata[i];
      int tall, wide;

      gtk_label_set_label (GTK_LABEL (label), text);
      gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, NULL, &tall, NULL, NULL);
      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
      gtk_widget_set_child_visible (label, hidden[i] > 0);
      gtk_widget_size_allocate (
          label,
          &(GtkAllocation){ (int) get_left (self, i + 1) - wide - GAP, height - tall, wide, tall },
          -1);
    }
}

static void
fill (HfHoursGrid *self,
      GtkSnapshot *snapshot,
      const char *colour,
      float alpha,
      const graphene_rect_t *area)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA rgba;

  if (colour == NULL || !gtk_style_context_lookup_color (style, colour, &rgba))
    gtk_style_context_get_color (style, &rgba);
  rgba.alpha = alpha;
  gtk_snapshot_append_color (snapshot, &rgba, area);
}

static void
fill_hours (
    HfHoursGrid *self, GtkSnapshot *snapshot, const char *colour, float alpha, int from, int to)
{
  double top = hf_hours_grid_get_y (self, from);
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - HF_HOURS_GUTTER;

  fill (self, snapshot, colour, alpha,
        &GRAPHENE_RECT_INIT (HF_HOURS_GUTTER, (float) top, (float) width,
                             (float) (hf_hours_grid_get_y (self, to) - top)));
}

static void
draw_windows (HfHoursGrid *self, GtkSnapshot *snapshot)
{
  static const struct
  {
    HfChannel channel;
    const char *colour;
  } kinds[] = { { HF_CHANNEL_HOME, "hf_chan_home" }, { HF_CHANNEL_PHONE, "hf_chan_phone" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      HfContactWindow window;

      hf_contact_window_init (&window, kinds[i].channel);
      for (guint j = 0; j < window.n_openings; j++)
        fill_hours (self, snapshot, kinds[i].colour, SHADE_ALPHA, window.openings[j].from,
                    window.openings[j].to);
    }
  fill_hours (self, snapshot, NULL, CLOSED_ALPHA, HF_HOURS_OPEN, HF_CONTACT_EARLIEST);
  fill_hours (self, snapshot, NULL, CLOSED_ALPHA, HF_CONTACT_LATEST, HF_HOURS_CLOSE);
}

static void
draw_hours (HfHoursGrid *self, GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha *= 0.7F;
  for (int minute = HF_HOURS_OPEN; minute < HF_HOURS_CLOSE; minute += HOUR)
    {
      float y = (float) hf_hours_grid_get_y (self, minute);
      g_autofree char *clock = hf_when_format_clock (minute);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), clock);
      int wide;

      fill (self, snapshot, NULL, LINE_ALPHA,
            &GRAPHENE_RECT_INIT (HF_HOURS_GUTTER, y, width - HF_HOURS_GUTTER, 1));
      pango_layout_get_pixel_size (layout, &wide, NULL);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((float) (HF_HOURS_GUTTER - 8 - wide), y + 1));
      gtk_snapshot_append_layout (snapshot, layout, &colour);
      gtk_snapshot_restore (snapshot);
    }
}

static void
draw_days (HfHoursGrid *self, GtkSnapshot *snapshot)
{
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));

  for (guint i = 0; i < self->n_days; i++)
    {
      float left = (float) get_left (self, i);
      float width = (float) get_left (self, i + 1) - left;

      fill (self, snapshot, NULL, LINE_ALPHA, &GRAPHENE_RECT_INIT (left, 0, 1, height));
      if (i < self->refused->len && g_array_index (self->refused, gboolean, i))
        fill (self, snapshot, "hf_overdue", REFUSED_ALPHA,
              &GRAPHENE_RECT_INIT (left, 0, width, height));
      if (self->from + i == self->target)
        fill (self, snapshot, "accent_bg_color", TARGET_ALPHA,
              &GRAPHENE_RECT_INIT (left + 1,
                                   (float) hf_hours_grid_get_y (self, self->target_minute),
                                   width - 2, HOUR_HEIGHT));
      if (self->from + i == hf_minute_get_day (self->now))
        fill (self, snapshot, "accent_bg_color", 1,
              &GRAPHENE_RECT_INIT (left,
                                   (float) hf_hours_grid_get_y (self, hf_minute_of_day (self->now)),
                                   width, 2));
    }
}

static void
hf_hours_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HfHoursGrid *self = HF_HOURS_GRID (widget);

  draw_windows (self, snapshot);
  draw_hours (self, snapshot);
  draw_days (self, snapshot);
  GTK_WIDGET_CLASS (hf_hours_grid_parent_class)->snapshot (widget, snapshot);
}

static void
hf_hours_grid_dispose (GObject *object)
{
  HfHoursGrid *self = HF_HOURS_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_pointer (&self->overflow, g_ptr_array_unref);
  g_clear_pointer (&self->refused, g_array_unref);

  G_OBJECT_CLASS (hf_hours_grid_parent_class)->dispose (object);
}

static void
hf_hours_grid_class_init (HfHoursGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_hours_grid_dispose;
  widget_class->measure = hf_hours_grid_measure;
  widget_class->size_allocate = hf_hours_grid_size_allocate;
  widget_class->snapshot = hf_hours_grid_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hf_hours_grid_init (HfHoursGrid *self)
{
  self->places = g_ptr_array_new_with_free_func (g_free);
  self->chips = g_ptr_array_new ();
  self->overflow = g_ptr_array_new ();
  self->refused = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->target = HF_DAY_NONE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "hf-small");
}

GtkWidget *
hf_hours_grid_new (guint n_days)
{
  HfHoursGrid *self = g_object_new (HF_TYPE_HOURS_GRID, NULL);

  self->n_days = n_days;
  for (guint i = 0; i < n_days; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_widget_add_css_class (label, "cal-more");
      gtk_widget_set_parent (label, GTK_WIDGET (self));
      g_ptr_array_add (self->overflow, label);
    }
  return GTK_WIDGET (self);
}

/**
 * hf_hours_grid_pick_chip:
 *
 * Returns: (transfer none) (nullable): what lies there
 */
HfCalendarChip *
hf_hours_grid_pick_chip (HfHoursGrid *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *chip = widget != NULL ? gtk_widget_get_ancestor (widget, HF_TYPE_CALENDAR_CHIP) : NULL;

  return chip != NULL ? HF_CALENDAR_CHIP (chip) : NULL;
}

/**
 * hf_hours_grid_pick:
 * @day: (out): which day lies there
 * @minute: (out): of that day, a quarter of an hour
 */
gboolean
hf_hours_grid_pick (HfHoursGrid *self, double x, double y, HfDay *day, int *minute)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - HF_HOURS_GUTTER;

  if (x < HF_HOURS_GUTTER || width <= 0)
    return FALSE;
  *day =
      self->from + MIN ((guint) ((x - HF_HOURS_GUTTER) * self->n_days / width), self->n_days - 1);
  *minute = HF_HOURS_OPEN + (int) (y * HOUR / HOUR_HEIGHT) / QUARTER * QUARTER;
  *minute = CLAMP (*minute, HF_HOURS_OPEN, HF_HOURS_CLOSE - SHORTEST);
  return TRUE;
}

/**
 * hf_hours_grid_set_target:
 * @moves: (nullable) (element-type HfMoveDay): of each day shown, whether what is moved may go
 * there
 * @day: where it would be dropped, %HF_DAY_NONE for nowhere
 */
void
hf_hours_grid_set_target (HfHoursGrid *self, const GArray *moves, HfDay day, int minute)
{
  g_array_set_size (self->refused, 0);
  for (guint i = 0; moves != NULL && i < moves->len; i++)
    {
      gboolean refused = g_array_index (moves, HfMoveDay, i).refused != NULL;

      g_array_append_val (self->refused, refused);
    }
  self->target = day;
  self->target_minute = minute;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hf_hours_grid_get_chip:
 *
 * Returns: (transfer none) (nullable): the day's @index-th, in the order of the list
 */
HfCalendarChip *
hf_hours_grid_get_chip (HfHoursGrid *self, HfDay day, guint index)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const HfHoursPlace *place = self->places->pdata[i];

      if (self->from + place->day == day && gtk_widget_get_child_visible (self->chips->pdata[i]) &&
          index-- == 0)
        return self->chips->pdata[i];
    }
  return NULL;
}

/**
 * hf_hours_grid_find_chip:
 *
 * Returns: (transfer none) (nullable): the one that shows @id
 */
HfCalendarChip *
hf_hours_grid_find_chip (HfHoursGrid *self, gint64 id)
{
  for (guint i = 0; i < self->places->len; i++)
    if (((const HfHoursPlace *) self->places->pdata[i])->item->id == id)
      return self->chips->pdata[i];
  return NULL;
}

/**
 * hf_hours_grid_set_selected:
 * @selected: a set of ids
 */
void
hf_hours_grid_set_selected (HfHoursGrid *self, GHashTable *selected)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const HfHoursPlace *place = self->places->pdata[i];

      hf_calendar_chip_set_selected (self->chips->pdata[i],
                                     g_hash_table_contains (selected, &place->item->id));
    }
}
