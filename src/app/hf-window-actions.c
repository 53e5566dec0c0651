/* hf-window-actions.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-window-actions.h"

#include "hf-day-sheet-print.h"
#include "hf-duplicates-window.h"
#include "hf-import-assistant.h"
#include "hf-main-view.h"
#include "hf-product-window.h"
#include "hf-staff-window.h"
#include "hf-typing.h"
#include "hf-undo-run.h"

static HfAppContext *
get_context (GtkWidget *window)
{
  HfMainView *view = hf_window_get_main_view (HF_WINDOW (window));

  return view != NULL ? hf_main_view_get_context (view) : NULL;
}

static void
on_find (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfMainView *view = hf_window_get_main_view (HF_WINDOW (window));

  if (view != NULL)
    hf_main_view_find (view);
}

static void
on_menu (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfMainView *view = hf_window_get_main_view (HF_WINDOW (window));

  if (view != NULL)
    hf_main_view_open_menu (view);
}

static void
on_back (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfMainView *view = hf_window_get_main_view (HF_WINDOW (window));

  if (view != NULL)
    hf_main_view_go_back (view);
}

static void
on_show_page (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfMainView *view = hf_window_get_main_view (HF_WINDOW (window));

  if (view != NULL)
    hf_main_view_show_page (view, g_variant_get_string (parameter, NULL));
}

static void
on_show_customer (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfMainView *view = hf_window_get_main_view (HF_WINDOW (window));

  if (view != NULL)
    hf_main_view_show_customer (view, g_variant_get_int64 (parameter));
}

static void
on_show_complaint (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfMainView *view = hf_window_get_main_view (HF_WINDOW (window));

  if (view != NULL)
    hf_main_view_show_complaint (view, g_variant_get_int64 (parameter));
}

static void
on_show_case (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfMainView *view = hf_window_get_main_view (HF_WINDOW (window));
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  if (view != NULL)
    hf_main_view_show_case (view, kind, id);
}

static void
on_show_greetings (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfMainView *view = hf_window_get_main_view (HF_WINDOW (window));

  if (view != NULL)
    hf_main_view_show_greetings (view, g_variant_get_int64 (parameter));
}

static void
on_undo (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfAppContext *context = get_context (window);

  if (parameter == NULL && hf_typing_undo (GTK_WINDOW (window), "text.undo"))
    return;
  if (context != NULL)
    hf_undo_run (context, parameter != NULL ? g_variant_get_int64 (parameter) : 0);
}

static void
on_redo (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfAppContext *context = get_context (window);

  if (hf_typing_undo (GTK_WINDOW (window), "text.redo"))
    return;
  if (context != NULL)
    hf_redo_run (context);
}

static void
on_staff (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfAppContext *context = get_context (window);

  if (context != NULL)
    g_settings_set_int64 (hf_app_context_get_settings (context), "staff",
                          g_variant_get_int64 (parameter));
}

static void
on_import (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfAppContext *context = get_context (window);

  if (context != NULL)
    hf_import_assistant_present (GTK_WINDOW (window), context, NULL);
}

static void
on_show_duplicates (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfAppContext *context = get_context (window);

  if (context != NULL)
    hf_duplicates_window_present (GTK_WINDOW (window), context,
                                  parameter != NULL ? g_variant_get_int64 (parameter) : 0);
}

static void
on_manage_staff (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfAppContext *context = get_context (window);

  if (context != NULL)
    hf_staff_window_present (GTK_WINDOW (window), context);
}

static void
on_manage_products (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfAppContext *context = get_context (window);

  if (context != NULL)
    hf_product_window_present (GTK_WINDOW (window), context);
}

static void
on_print_day_sheet (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfAppContext *context = get_context (window);
  gint64 staff, day;

  g_variant_get (parameter, "(xx)", &staff, &day);
  if (context != NULL)
    hf_day_sheet_print (window, context, staff, day);
}

static void
on_save_day_sheet (GtkWidget *window, const char *action, GVariant *parameter)
{
  HfAppContext *context = get_context (window);
  gint64 staff, day;

  g_variant_get (parameter, "(xx)", &staff, &day);
  if (context != NULL)
    hf_day_sheet_save (window, context, staff, day);
}

/* Made when it is asked for. GTK would make one at each start of the program if the file had the
 * name that it looks for: 2 MB. */
static void
on_shortcuts (GtkWidget *window, const char *action, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/huifang/Huifang/ui/hf-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (window));
  gtk_window_present (shortcuts);
}

/**
 * hf_window_add_actions:
 *
 * Each thing that a menu or a key does is a named action.
 */
void
hf_window_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.find", NULL, on_find);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", on_show_page);
  gtk_widget_class_install_action (widget_class, "win.show-customer", "x", on_show_customer);
  gtk_widget_class_install_action (widget_class, "win.show-complaint", "x", on_show_complaint);
  gtk_widget_class_install_action (widget_class, "win.show-case", "(sx)", on_show_case);
  gtk_widget_class_install_action (widget_class, "win.show-greetings", "x", on_show_greetings);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, on_menu);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, on_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, on_redo);
  gtk_widget_class_install_action (widget_class, "win.undo-operation", "x", on_undo);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, on_import);
  gtk_widget_class_install_action (widget_class, "win.show-duplicates", NULL, on_show_duplicates);
  gtk_widget_class_install_action (widget_class, "win.merge", "x", on_show_duplicates);
  gtk_widget_class_install_action (widget_class, "win.manage-staff", NULL, on_manage_staff);
  gtk_widget_class_install_action (widget_class, "win.manage-products", NULL, on_manage_products);
  gtk_widget_class_install_action (widget_class, "win.print-day-sheet", "(xx)", on_print_day_sheet);
  gtk_widget_class_install_action (widget_class, "win.save-day-sheet", "(xx)", on_save_day_sheet);
  gtk_widget_class_install_action (widget_class, "win.staff", "x", on_staff);
}
