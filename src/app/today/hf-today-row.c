/* hf-today-row.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-today-row.h"

#include <glib/gi18n-lib.h>

#include "hf-channel.h"
#include "hf-tier-badge.h"
#include "hf-tip.h"
#include "hf-today-buttons.h"
#include "hf-when.h"

/**
 * HfTodayRow:
 *
 * A heading, or a follow-up on one line: tier, channel, whom, which plan, what for, and when.
 * Reused by the list for other items as it scrolls.
 */
struct _HfTodayRow
{
  AdwBin parent_instance;

  GtkWidget *line;         /* of a follow-up */
  GtkWidget *heading_line; /* (nullable): made when the row is one */
  GtkLabel *heading;
  GtkLabel *heading_count;
  GtkLabel *tier;
  GtkImage *channel;
  GtkLabel *name;
  GtkLabel *stage;
  GtkLabel *plan;
  GtkLabel *title;
  GtkLabel *when;
  AdwBin *buttons;

  HfAppContext *context;
  HfTodayItem *item;
  gulong changed;
};

G_DEFINE_FINAL_TYPE (HfTodayRow, hf_today_row, ADW_TYPE_BIN)

static void
set_class (gpointer widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static const char *
get_heading (HfTodayGroup group)
{
  static const char *const headings[] = {
    [HF_TODAY_LATE] = N_ ("Overdue"),
    [HF_TODAY_NOW] = N_ ("Can be contacted now"),
    [HF_TODAY_LATER] = N_ ("Later"),
    [HF_TODAY_DONE] = N_ ("Done"),
  };

  return _ (headings[group]);
}

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* Of two hundred rows four at most are headings. */
static void
ensure_heading (HfTodayRow *self)
{
  if (self->heading_line != NULL)
    return;
  self->heading_line = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));
  gtk_widget_add_css_class (self->heading_line, "hf-grouphead");
  self->heading = append_label (self->heading_line, "strong");
  self->heading_count = append_label (self->heading_line, "pill");
}

static void
show_heading (HfTodayRow *self)
{
  HfTodayGroup group = hf_today_item_get_group (self->item);
  g_autofree char *count = g_strdup_printf ("%u", hf_today_item_get_count (self->item));

  ensure_heading (self);
  gtk_label_set_label (self->heading, get_heading (group));
  gtk_label_set_label (self->heading_count, count);
  set_class (self->heading, "late", group == HF_TODAY_LATE);
  set_class (self->heading_count, "late", group == HF_TODAY_LATE);
  set_class (self->heading_count, "count", group != HF_TODAY_LATE);
  adw_bin_set_child (ADW_BIN (self), self->heading_line);
}

/* "28 days of care 2/5", "Promise" */
static char *
format_plan (const HfWorkItem *work)
{
  if (work->plan_name == NULL)
    return g_strdup (hf_domain_get_label (HF_DOMAIN_KIND, (int) work->kind));
  if (work->index == 0)
    return g_strdup (work->plan_name);
  return g_strdup_printf ("%s %u/%u", work->plan_name, work->index, work->count);
}

static char *
format_until (HfTodayRow *self, const HfWorkItem *work, HfMinute now)
{
  HfContactWindow window;
  int closing;
  g_autofree char *clock = NULL;

  hf_today_read_window (work->window, work->channel, &window);
  closing = hf_contact_window_get_closing (&window, hf_minute_of_day (now));
  if (closing < 0)
    return hf_when_format_clock (work->due_at);
  clock = hf_when_format_clock (hf_minute_new (hf_minute_get_day (now), closing));
  return g_strdup_printf (_ ("until %s"), clock);
}

static char *
format_when (HfTodayRow *self, const HfWorkItem *work)
{
  HfMinute now = hf_app_context_get_now (self->context);

  switch (hf_today_item_get_group (self->item))
    {
    case HF_TODAY_LATE:
      return hf_when_format_late (work->due_at, now);
    case HF_TODAY_NOW:
      return format_until (self, work, now);
    case HF_TODAY_DONE:
      return hf_when_format_clock (work->closed_at != HF_MINUTE_NONE ? work->closed_at
                                                                     : work->due_at);
    default:
      return hf_when_format_moment (MAX (work->remind_at, work->due_at), now);
    }
}

static void
show_when (HfTodayRow *self, const HfWorkItem *work)
{
  HfTodayGroup group = hf_today_item_get_group (self->item);
  g_autofree char *when = format_when (self, work);
  g_autofree char *exact = hf_when_format_exact (work->due_at);

  gtk_label_set_label (self->when, when);
  hf_tip_set (GTK_WIDGET (self->when), exact);
  set_class (self->when, "late", group == HF_TODAY_LATE);
  set_class (self->when, "dim", group == HF_TODAY_NOW);
}

static char *
format_done (const HfWorkItem *work)
{
  g_autofree char *minutes = NULL;
  const char *outcome;

  if (work->outcome < 0)
    return g_strdup (work->title);
  outcome = hf_domain_get_label (HF_DOMAIN_OUTCOME, work->outcome);
  if (work->minutes <= 0)
    return g_strdup_printf ("%s · %s", outcome, work->title);
  minutes = hf_when_format_minutes (work->minutes);
  return g_strdup_printf ("%s %s · %s", outcome, minutes, work->title);
}

static void
show_channel (HfTodayRow *self, const HfWorkItem *work, gboolean done)
{
  set_class (self->channel, "ok", done);
  if (done)
    {
      hf_channel_clear (self->channel);
      gtk_image_set_from_icon_name (self->channel, "object-select-symbolic");
      hf_tip_set (GTK_WIDGET (self->channel), _ ("Done"));
    }
  else
    /* What is done in the branch is no call. */
    hf_channel_apply (self->channel, work->ways.n_ways > 0 ? work->channel : HF_CHANNEL_OFFICE);
}

/* What a screen reader says of the line, in the order in which a person would. */
static void
describe (HfTodayRow *self)
{
  g_autofree char *spoken = g_strdup_printf (
      "%s, %s, %s, %s", gtk_label_get_label (self->name), gtk_label_get_label (self->title),
      gtk_label_get_label (self->plan), gtk_label_get_label (self->when));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_work (HfTodayRow *self, const HfWorkItem *work)
{
  gboolean done = hf_today_item_get_group (self->item) == HF_TODAY_DONE;
  g_autofree char *plan = format_plan (work);
  g_autofree char *title = done ? format_done (work) : g_strdup (work->title);
  g_autofree char *stage = g_strdup_printf ("T%d", work->stage);

  hf_tier_badge_apply (self->tier, work->tier);
  show_channel (self, work, done);
  gtk_label_set_label (self->name, work->customer);
  gtk_label_set_label (self->stage, stage);
  gtk_widget_set_visible (GTK_WIDGET (self->stage), work->stage >= 0);
  gtk_label_set_label (self->plan, plan);
  gtk_label_set_label (self->title, title);
  hf_tip_set (GTK_WIDGET (self->title), work->reason);
  set_class (self, "done", done);
  show_when (self, work);
  describe (self);
  adw_bin_set_child (ADW_BIN (self), self->line);
}

static void
show_item (HfTodayRow *self)
{
  const HfWorkItem *work = hf_today_item_get_work (self->item);

  if (hf_today_item_is_heading (self->item))
    show_heading (self);
  else if (work != NULL)
    show_work (self, work);
}

/* Two hundred rows are made for the dozen that are seen: the buttons wait for a pointer or the
 * selection. */
static void
ensure_buttons (HfTodayRow *self)
{
  if (adw_bin_get_child (self->buttons) == NULL && self->item != NULL &&
      !hf_today_item_is_heading (self->item))
    adw_bin_set_child (self->buttons, hf_today_buttons_new ());
}

static void
hf_today_row_dispose (GObject *object)
{
  HfTodayRow *self = HF_TODAY_ROW (object);

  hf_today_row_set_item (self, NULL);
  g_clear_object (&self->heading_line);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_today_row_parent_class)->dispose (object);
}

static void
hf_today_row_class_init (HfTodayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_today_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/today/hf-today-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfTodayRow, line);
  gtk_widget_class_bind_template_child (widget_class, HfTodayRow, tier);
  gtk_widget_class_bind_template_child (widget_class, HfTodayRow, channel);
  gtk_widget_class_bind_template_child (widget_class, HfTodayRow, name);
  gtk_widget_class_bind_template_child (widget_class, HfTodayRow, stage);
  gtk_widget_class_bind_template_child (widget_class, HfTodayRow, plan);
  gtk_widget_class_bind_template_child (widget_class, HfTodayRow, title);
  gtk_widget_class_bind_template_child (widget_class, HfTodayRow, when);
  gtk_widget_class_bind_template_child (widget_class, HfTodayRow, buttons);
  gtk_widget_class_bind_template_callback (widget_class, ensure_buttons);
}

static void
hf_today_row_init (HfTodayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

HfTodayRow *
hf_today_row_new (HfAppContext *context)
{
  HfTodayRow *self = g_object_new (HF_TYPE_TODAY_ROW, NULL);

  self->context = g_object_ref (context);
  return self;
}

/**
 * hf_today_row_set_item:
 * @item: (nullable): what to show from now on
 */
void
hf_today_row_set_item (HfTodayRow *self, HfTodayItem *item)
{
  g_return_if_fail (HF_IS_TODAY_ROW (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->changed = g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  show_item (self);
}

/**
 * hf_today_row_get_id:
 *
 * Returns: the follow-up that is shown, 0 for a heading
 */
gint64
hf_today_row_get_id (HfTodayRow *self)
{
  g_return_val_if_fail (HF_IS_TODAY_ROW (self), 0);

  return self->item != NULL ? hf_today_item_get_id (self->item) : 0;
}

/**
 * hf_today_row_set_edges:
 * @first: the line above is a heading
 * @last: the group ends here
 */
void
hf_today_row_set_edges (HfTodayRow *self, gboolean first, gboolean last)
{
  g_return_if_fail (HF_IS_TODAY_ROW (self));

  set_class (self, "first", first);
  set_class (self, "last", last);
}

/**
 * hf_today_row_pop_up_menu:
 *
 * What can be done with it besides recording (WORK-3).
 */
void
hf_today_row_pop_up_menu (HfTodayRow *self)
{
  g_return_if_fail (HF_IS_TODAY_ROW (self));

  ensure_buttons (self);
  if (adw_bin_get_child (self->buttons) != NULL)
    hf_today_buttons_pop_up_menu (HF_TODAY_BUTTONS (adw_bin_get_child (self->buttons)));
}

/**
 * hf_today_row_set_selected:
 *
 * Whether the line is the one that keys act on; that one always has its buttons.
 */
void
hf_today_row_set_selected (HfTodayRow *self, gboolean selected)
{
  g_return_if_fail (HF_IS_TODAY_ROW (self));

  if (selected)
    ensure_buttons (self);
}
