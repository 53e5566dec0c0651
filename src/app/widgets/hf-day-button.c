/* hf-day-button.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-day-button.h"

#include <glib/gi18n-lib.h>

#include "hf-when.h"

#define N_QUICK (4)

/**
 * HfDayButton:
 *
 * Says which day was chosen. Behind it the days that are meant most often, one click each, and a
 * calendar for the others. #HfDayButton:past is for days that were, not for those that come.
 */
struct _HfDayButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkWidget *popover;
  GtkWidget *quick[N_QUICK];
  GtkCalendar *calendar;

  char *otherwise;
  gboolean past;
  HfDay today;
  HfDay day;
  gboolean settling; /* the calendar is being put right */
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_PAST,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const int ahead[N_QUICK] = { 1, 2, 3, 7 };

G_DEFINE_FINAL_TYPE (HfDayButton, hf_day_button, ADW_TYPE_BIN)

static void
show_day (HfDayButton *self)
{
  g_autofree char *text =
      self->day != HF_DAY_NONE ? hf_when_format_day (self->day, self->today) : NULL;

  gtk_menu_button_set_label (self->button, text != NULL ? text : self->otherwise);
}

static void
choose (HfDayButton *self, HfDay day)
{
  self->day = day;
  show_day (self);
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_quick_clicked (GtkButton *button, HfDayButton *self)
{
  for (guint i = 0; i < N_QUICK; i++)
    if (self->quick[i] == GTK_WIDGET (button))
      choose (self, self->past ? self->today - ahead[i] + 1 : self->today + ahead[i]);
}

static void
on_day_selected (HfDayButton *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  if (!self->settling)
    choose (self, hf_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                   g_date_time_get_day_of_month (date)));
}

static void
on_popover_shown (HfDayButton *self)
{
  HfDay day = self->day != HF_DAY_NONE ? self->day : self->today;
  int year, month, mday;
  g_autoptr (GDateTime) date = NULL;

  for (guint i = 0; i < N_QUICK; i++)
    {
      HfDay quick = self->past ? self->today - ahead[i] + 1 : self->today + ahead[i];
      g_autofree char *text = hf_when_format_day (quick, self->today);

      gtk_button_set_label (GTK_BUTTON (self->quick[i]), text);
    }
  hf_day_to_ymd (day, &year, &month, &mday);
  date = g_date_time_new_utc (year, month, mday, 12, 0, 0);
  self->settling = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->settling = FALSE;
}

static void
hf_day_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfDayButton *self = HF_DAY_BUTTON (object);

  if (id == PROP_PAST)
    self->past = g_value_get_boolean (value);
  else
    {
      g_free (self->otherwise);
      self->otherwise = g_value_dup_string (value);
      show_day (self);
    }
}

static void
hf_day_button_finalize (GObject *object)
{
  g_free (HF_DAY_BUTTON (object)->otherwise);

  G_OBJECT_CLASS (hf_day_button_parent_class)->finalize (object);
}

static void
hf_day_button_class_init (HfDayButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = hf_day_button_set_property;
  object_class->finalize = hf_day_button_finalize;

  /**
   * HfDayButton:label:
   *
   * What stands on it while no day is chosen.
   */
  properties[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, NULL,
                           G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_PAST] =
      g_param_spec_boolean ("past", NULL, NULL, FALSE,
                            G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
create_popover (HfDayButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (row), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (row), 6);
  gtk_grid_set_row_spacing (GTK_GRID (row), 6);
  for (int i = 0; i < N_QUICK; i++)
    {
      self->quick[i] = gtk_button_new ();
      g_signal_connect (self->quick[i], "clicked", G_CALLBACK (on_quick_clicked), self);
      gtk_grid_attach (GTK_GRID (row), self->quick[i], i % 2, i / 2, 1, 1);
    }
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_popover_shown), self);
  return popover;
}

static void
hf_day_button_init (HfDayButton *self)
{
  self->day = HF_DAY_NONE;
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->popover = create_popover (self);
  gtk_menu_button_set_popover (self->button, self->popover);
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * hf_day_button_set_today:
 *
 * From which day the others are named.
 */
void
hf_day_button_set_today (HfDayButton *self, HfDay today)
{
  g_return_if_fail (HF_IS_DAY_BUTTON (self));

  self->today = today;
  show_day (self);
}

/**
 * hf_day_button_get_day:
 *
 * Returns: %HF_DAY_NONE when none was chosen
 */
HfDay
hf_day_button_get_day (HfDayButton *self)
{
  g_return_val_if_fail (HF_IS_DAY_BUTTON (self), HF_DAY_NONE);

  return self->day;
}

void
hf_day_button_set_day (HfDayButton *self, HfDay day)
{
  g_return_if_fail (HF_IS_DAY_BUTTON (self));

  self->day = day;
  show_day (self);
}
