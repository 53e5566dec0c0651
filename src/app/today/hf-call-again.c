/* hf-call-again.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-call-again.h"

#include <glib/gi18n-lib.h>

#include "hf-day-button.h"
#include "hf-error.h"

/* The last line: another time. */
#define ANOTHER (4)

/**
 * HfCallAgain:
 *
 * The times that are asked for most often, one of them chosen at once; with the last line any day
 * and time (VISIT-1).
 */
struct _HfCallAgain
{
  AdwBin parent_instance;

  GtkDropDown *usual;
  HfDayButton *day;
  GtkEntry *time;
};

G_DEFINE_FINAL_TYPE (HfCallAgain, hf_call_again, ADW_TYPE_BIN)

static void
on_chosen (HfCallAgain *self)
{
  gboolean another = gtk_drop_down_get_selected (self->usual) == ANOTHER;

  gtk_widget_set_visible (GTK_WIDGET (self->day), another);
  gtk_widget_set_visible (GTK_WIDGET (self->time), another);
}

static gboolean
get_another (HfCallAgain *self, HfMinute *at, GError **error)
{
  HfDay day = hf_day_button_get_day (self->day);
  int hour, minute;
  char rest;

  if (day != HF_DAY_NONE &&
      sscanf (gtk_editable_get_text (GTK_EDITABLE (self->time)), "%2d:%2d%c", &hour, &minute,
              &rest) == 2 &&
      hour >= 0 && hour < 24 && minute >= 0 && minute < 60)
    {
      *at = hf_minute_new (day, hour * 60 + minute);
      return TRUE;
    }
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("Say on which day and at what time to call again, such as 11:30."));
  return FALSE;
}

static void
hf_call_again_class_init (HfCallAgainClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/huifang/Huifang/ui/today/hf-call-again.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), HfCallAgain, usual);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), HfCallAgain, day);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), HfCallAgain, time);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_chosen);
}

static void
hf_call_again_init (HfCallAgain *self)
{
  g_type_ensure (HF_TYPE_DAY_BUTTON);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
hf_call_again_reset (HfCallAgain *self, HfDay today)
{
  g_return_if_fail (HF_IS_CALL_AGAIN (self));

  gtk_drop_down_set_selected (self->usual, 0);
  hf_day_button_set_today (self->day, today);
  hf_day_button_set_day (self->day, HF_DAY_NONE);
}

/**
 * hf_call_again_get:
 * @at: (out): the chosen time
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when it is not complete
 */
gboolean
hf_call_again_get (HfCallAgain *self, HfMinute now, HfMinute *at, GError **error)
{
  HfDay today = hf_minute_get_day (now);

  g_return_val_if_fail (HF_IS_CALL_AGAIN (self), FALSE);

  switch (gtk_drop_down_get_selected (self->usual))
    {
    case 0:
      *at = now + 60;
      return TRUE;
    case 1:
      *at = MAX (hf_minute_new (today, 18 * 60), now + 30);
      return TRUE;
    case 2:
      *at = hf_minute_new (today + 1, 11 * 60 + 30);
      return TRUE;
    case 3:
      *at = hf_minute_new (today + 1, 18 * 60);
      return TRUE;
    default:
      return get_another (self, at, error);
    }
}
