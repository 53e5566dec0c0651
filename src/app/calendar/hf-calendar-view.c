/* hf-calendar-view.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-view.h"

#include <glib/gi18n-lib.h>

#include "hf-when.h"

enum
{
  STATUS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (HfCalendarView, hf_calendar_view, GTK_TYPE_WIDGET)

static void
hf_calendar_view_default_init (HfCalendarViewInterface *iface)
{
  /**
   * HfCalendarView::status:
   * @text: (nullable): what would become of a move that is under way; %NULL: there is none
   */
  signals[STATUS] = g_signal_new ("status", HF_TYPE_CALENDAR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

void
hf_calendar_view_emit_status (HfCalendarView *self, const char *text)
{
  g_return_if_fail (HF_IS_CALENDAR_VIEW (self));

  g_signal_emit (self, signals[STATUS], 0, text);
}

void
hf_calendar_view_set_model (HfCalendarView *self, HfCalendarModel *model)
{
  g_return_if_fail (HF_IS_CALENDAR_VIEW (self));

  HF_CALENDAR_VIEW_GET_IFACE (self)->set_model (self, model);
}

void
hf_calendar_view_set_day (HfCalendarView *self, HfDay day)
{
  g_return_if_fail (HF_IS_CALENDAR_VIEW (self));

  HF_CALENDAR_VIEW_GET_IFACE (self)->set_day (self, day);
}

/**
 * hf_calendar_view_step:
 * @n: 1 for the next month, week or day, -1 for the one before
 */
HfDay
hf_calendar_view_step (HfCalendarView *self, HfDay day, int n)
{
  g_return_val_if_fail (HF_IS_CALENDAR_VIEW (self), day);

  return HF_CALENDAR_VIEW_GET_IFACE (self)->step (self, day, n);
}

void
hf_calendar_view_get_span (HfCalendarView *self, HfDay day, HfDay *from, HfDay *to)
{
  g_return_if_fail (HF_IS_CALENDAR_VIEW (self));

  HF_CALENDAR_VIEW_GET_IFACE (self)->get_span (self, day, from, to);
}

/**
 * hf_calendar_open_item:
 * @widget: in the window
 *
 * What is to be done is shown where it is recorded, the rest on the customer's card.
 */
void
hf_calendar_open_item (GtkWidget *widget, const HfCalendarItem *item)
{
  if (item->type == HF_CALENDAR_FOLLOW_UP)
    gtk_widget_activate_action (widget, "app.show-follow-up", "x", item->id);
  else if (item->type == HF_CALENDAR_ROUND)
    gtk_widget_activate_action (widget, "win.show-greetings", "x", item->id);
  else if (item->customer_id != 0)
    gtk_widget_activate_action (widget, "win.show-customer", "x", item->customer_id);
}

static const char *
get_type_label (const HfCalendarItem *item)
{
  switch (item->type)
    {
    case HF_CALENDAR_VISIT:
      return _ ("done");
    case HF_CALENDAR_PROJECTED:
      return _ ("projected");
    case HF_CALENDAR_DEADLINE:
      return _ ("deadline of a complaint");
    case HF_CALENDAR_EVENT:
      return _ ("event");
    case HF_CALENDAR_SPECIAL:
      return _ ("special day");
    case HF_CALENDAR_PAUSED:
      return _ ("paused until the complaint or adverse reaction is closed");
    case HF_CALENDAR_FOLLOW_UP:
    case HF_CALENDAR_PAYMENT:
    case HF_CALENDAR_ROUND:
    default:
      return NULL;
    }
}

/**
 * hf_calendar_describe_item:
 *
 * Returns: (transfer full): all that the chip says by icon and colour, in words: "Wang Xiuying,
 *   home visit, 10:00, overdue"
 */
char *
hf_calendar_describe_item (const HfCalendarItem *item)
{
  GString *text = g_string_new (item->name);
  const char *type = get_type_label (item);

  if (item->channel >= 0)
    g_string_append_printf (text, ", %s", hf_domain_get_label (HF_DOMAIN_CHANNEL, item->channel));
  if (item->task != NULL)
    g_string_append_printf (text, ", %s", item->task);
  if (item->agreed_at != HF_MINUTE_NONE)
    {
      g_autofree char *clock = hf_when_format_clock (item->agreed_at);

      g_string_append_printf (text, ", %s", clock);
    }
  if (type != NULL)
    g_string_append_printf (text, ", %s", type);
  if (item->outcome > 0)
    g_string_append_printf (text, ", %s", hf_domain_get_label (HF_DOMAIN_OUTCOME, item->outcome));
  if (item->late)
    g_string_append_printf (text, ", %s", _ ("overdue"));
  return g_string_free (text, FALSE);
}

/**
 * hf_calendar_format_load:
 *
 * Returns: (transfer full): "6 h 50 min"
 */
char *
hf_calendar_format_load (int minutes)
{
  if (minutes < 60)
    return g_strdup_printf (_ ("%d min"), minutes);
  /* Of a whole branch nobody wants to know the minutes. */
  if (minutes % 60 == 0 || minutes >= 100 * 60)
    return g_strdup_printf (_ ("%d h"), minutes / 60);
  return g_strdup_printf (_ ("%d h %d min"), minutes / 60, minutes % 60);
}
