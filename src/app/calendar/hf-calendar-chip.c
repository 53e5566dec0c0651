/* hf-calendar-chip.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-chip.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-move.h"
#include "hf-calendar-view.h"
#include "hf-channel.h"
#include "hf-when.h"

#define SPACING         (5)

#define LEAST_WITH_WORD (80)

/**
 * HfCalendarChip:
 *
 * Icon of the channel and name: filled for what is to be done, outlined for what is projected, grey
 * for what is done, red with a word for what is late. Used again for another thing; what it shows
 * belongs to whoever shows it. Takes the focus; keys and pointer are its view's concern.
 */
struct _HfCalendarChip
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *word;

  const HfCalendarItem *item; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HfCalendarChip, hf_calendar_chip, GTK_TYPE_WIDGET)

/* What says which kind of thing it is. */
static const char *const looks[] = {
  "home", "phone",     "office", "event",    "message", "post",
  "done", "projected", "late",   "deadline", "within",  "paused"
};

static const char *
choose_icon (const HfCalendarItem *item)
{
  switch (item->type)
    {
    case HF_CALENDAR_DEADLINE:
      return "alarm-symbolic";
    case HF_CALENDAR_PAYMENT:
      return "package-x-generic-symbolic";
    case HF_CALENDAR_SPECIAL:
      return "starred-symbolic";
    case HF_CALENDAR_PAUSED:
      return "media-playback-pause-symbolic";
    case HF_CALENDAR_FOLLOW_UP:
    case HF_CALENDAR_VISIT:
    case HF_CALENDAR_PROJECTED:
    case HF_CALENDAR_EVENT:
    case HF_CALENDAR_ROUND:
    default:
      return item->channel >= 0 ? hf_channel_get_icon ((HfChannel) item->channel)
                                : "view-list-symbolic";
    }
}

static const char *
choose_look (const HfCalendarItem *item)
{
  if (item->type == HF_CALENDAR_VISIT)
    return "done";
  if (item->type == HF_CALENDAR_PAUSED)
    return "paused";
  if (item->type == HF_CALENDAR_PROJECTED)
    return "projected";
  if (item->late)
    return "late";
  if (item->type == HF_CALENDAR_DEADLINE)
    return "deadline";
  return item->channel >= 0 ? looks[item->channel] : "within";
}

/* What the colour says, in a word; else the hour at which the customer expects somebody. */
static void
show_word (HfCalendarChip *self)
{
  const HfCalendarItem *item = self->item;
  gboolean agreed = item->type == HF_CALENDAR_FOLLOW_UP && item->agreed_at != HF_MINUTE_NONE;
  g_autofree char *clock =
      agreed ? hf_when_format_clock (hf_minute_of_day (item->agreed_at)) : NULL;
  const char *word = clock;

  if (item->type == HF_CALENDAR_PAUSED)
    word = C_ ("calendar", "Paused");
  else if (item->late)
    word = C_ ("calendar", "Overdue");
  gtk_label_set_label (GTK_LABEL (self->word), word != NULL ? word : "");
  gtk_widget_set_visible (self->word, word != NULL);
  gtk_widget_set_css_classes (self->word,
                              item->late ? (const char *[]){ "late", "strong", "hf-mini", NULL }
                                         : (const char *[]){ "hf-mini", "tnum", NULL });
}

static void
show_icon (HfCalendarChip *self)
{
  hf_channel_clear (GTK_IMAGE (self->icon));
  if (self->item->channel >= 0 && self->item->type != HF_CALENDAR_VISIT)
    hf_channel_apply (GTK_IMAGE (self->icon), (HfChannel) self->item->channel);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), choose_icon (self->item));
  gtk_widget_set_has_tooltip (self->icon, FALSE);
}

static void
hf_calendar_chip_dispose (GObject *object)
{
  HfCalendarChip *self = HF_CALENDAR_CHIP (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->word, gtk_widget_unparent);

  G_OBJECT_CLASS (hf_calendar_chip_parent_class)->dispose (object);
}

static int
get_size (GtkWidget *child, GtkOrientation orientation, gboolean natural)
{
  int least, wanted;

  if (!gtk_widget_get_visible (child))
    return 0;
  gtk_widget_measure (child, orientation, -1, &least, &wanted, NULL, NULL);
  return natural ? wanted : least;
}

static void
hf_calendar_chip_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  HfCalendarChip *self = HF_CALENDAR_CHIP (widget);
  GtkWidget *children[] = { self->icon, self->label, self->word };

  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int least = get_size (children[i], orientation, FALSE);
      int wanted = get_size (children[i], orientation, TRUE);
      gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
      int gap = across && i > 0 && wanted > 0 ? SPACING : 0;

      *minimum =
          across && children[i] != self->word ? *minimum + least + gap : MAX (*minimum, least);
      *natural = across ? *natural + wanted + gap : MAX (*natural, wanted);
    }
}

/* The name has to be read: where there is no room for all, the word goes, but not that something is
 * overdue; on the narrowest that too, and the icon: the tooltip and the description say both. */
static void
hf_calendar_chip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HfCalendarChip *self = HF_CALENDAR_CHIP (widget);
  int icon = get_size (self->icon, GTK_ORIENTATION_HORIZONTAL, TRUE);
  int name = get_size (self->label, GTK_ORIENTATION_HORIZONTAL, TRUE);
  int word = get_size (self->word, GTK_ORIENTATION_HORIZONTAL, TRUE);
  gboolean bare = width < LEAST_WITH_WORD && icon + SPACING + name > width;
  int left = bare ? 0 : icon + SPACING;
  gboolean shown =
      word > 0 && ((self->item != NULL && self->item->late && width >= LEAST_WITH_WORD) ||
                   left + name + SPACING + word <= width);
  int right = shown ? MAX (width - word, left) : width;

  gtk_widget_set_child_visible (self->icon, !bare);
  gtk_widget_set_child_visible (self->word, shown);
  gtk_widget_size_allocate (self->icon, &(GtkAllocation){ 0, 0, icon, height }, -1);
  gtk_widget_size_allocate (
      self->label,
      &(GtkAllocation){ left, 0,
                        MAX (right - left - (shown ? SPACING : 0),
                             get_size (self->label, GTK_ORIENTATION_HORIZONTAL, FALSE)),
                        height },
      -1);
  if (shown)
    gtk_widget_size_allocate (self->word, &(GtkAllocation){ right, 0, word, height }, -1);
}

static void
hf_calendar_chip_class_init (HfCalendarChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_calendar_chip_dispose;
  widget_class->measure = hf_calendar_chip_measure;
  widget_class->size_allocate = hf_calendar_chip_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
hf_calendar_chip_init (HfCalendarChip *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cal-chip");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  self->word = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->word, GTK_WIDGET (self));
}

GtkWidget *
hf_calendar_chip_new (void)
{
  return g_object_new (HF_TYPE_CALENDAR_CHIP, NULL);
}

/**
 * hf_calendar_chip_set_item:
 * @item: (nullable) (transfer none): must live until the next one is set
 */
void
hf_calendar_chip_set_item (HfCalendarChip *self, const HfCalendarItem *item)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *text = NULL;

  g_return_if_fail (HF_IS_CALENDAR_CHIP (self));

  self->item = item;
  if (item == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (widget, looks[i]);
  gtk_widget_add_css_class (widget, choose_look (item));
  show_icon (self);
  gtk_label_set_label (GTK_LABEL (self->label), item->name);
  show_word (self);
  text = hf_calendar_describe_item (item);
  gtk_widget_set_tooltip_text (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

const HfCalendarItem *
hf_calendar_chip_get_item (HfCalendarChip *self)
{
  g_return_val_if_fail (HF_IS_CALENDAR_CHIP (self), NULL);

  return self->item;
}

/**
 * hf_calendar_chip_set_selected:
 *
 * Several are selected with Ctrl and moved together.
 */
void
hf_calendar_chip_set_selected (HfCalendarChip *self, gboolean selected)
{
  g_return_if_fail (HF_IS_CALENDAR_CHIP (self));

  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, HfCalendarChip *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    hf_calendar_open_item (GTK_WIDGET (self), self->item);
}

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, HfCalendarChip *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!hf_calendar_item_can_move (self->item))
    return NULL;
  g_array_append_val (ids, self->item->id);
  return hf_calendar_create_drag (ids, self->item->name);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, HfCalendarChip *self)
{
  hf_calendar_begin_drag (source, drag, self->item->name);
}

static void
add_drag (HfCalendarChip *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

static gboolean
on_key_pressed (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, HfCalendarChip *self)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  hf_calendar_open_item (GTK_WIDGET (self), self->item);
  return GDK_EVENT_STOP;
}

/**
 * hf_calendar_chip_add_all:
 * @items: (element-type HfCalendarItem): must live as long as the chips
 * @most: so many at most
 *
 * Chips one below the other, which open what they show on a double click and with Return, and can
 * be dragged to another day.
 */
void
hf_calendar_chip_add_all (GtkBox *box, const GPtrArray *items, guint most)
{
  for (guint i = 0; i < MIN (items->len, most); i++)
    {
      GtkWidget *chip = hf_calendar_chip_new ();
      GtkGesture *click = gtk_gesture_click_new ();
      GtkEventController *keys = gtk_event_controller_key_new ();

      hf_calendar_chip_set_item (HF_CALENDAR_CHIP (chip), g_ptr_array_index (items, i));
      gtk_widget_set_margin_top (chip, 3);
      g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), chip);
      gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (click));
      g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), chip);
      gtk_widget_add_controller (chip, keys);
      add_drag (HF_CALENDAR_CHIP (chip));
      gtk_box_append (box, chip);
    }
}
