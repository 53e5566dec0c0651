/* hf-today-buttons.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-today-buttons.h"

#include "hf-today-row.h"

/**
 * HfTodayButtons:
 *
 * Record, remind later and a menu. Owned by a row, which makes it when it is first needed. Main
 * thread.
 */
struct _HfTodayButtons
{
  AdwBin parent_instance;

  GtkMenuButton *more;
};

G_DEFINE_FINAL_TYPE (HfTodayButtons, hf_today_buttons, ADW_TYPE_BIN)

/* The buttons act on the selection: pressing one selects its line first. */
static void
on_pressed (HfTodayButtons *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (self), HF_TYPE_TODAY_ROW);
  gint64 id = row != NULL ? hf_today_row_get_id (HF_TODAY_ROW (row)) : 0;

  if (id != 0)
    gtk_widget_activate_action (row, "today.select", "x", id);
}

static void
hf_today_buttons_class_init (HfTodayButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/today/hf-today-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, HfTodayButtons, more);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
}

static void
hf_today_buttons_init (HfTodayButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hf_today_buttons_new (void)
{
  return g_object_new (HF_TYPE_TODAY_BUTTONS, NULL);
}

/**
 * hf_today_buttons_pop_up_menu:
 *
 * What can be done besides recording (WORK-3).
 */
void
hf_today_buttons_pop_up_menu (HfTodayButtons *self)
{
  g_return_if_fail (HF_IS_TODAY_BUTTONS (self));

  gtk_menu_button_popup (self->more);
}
