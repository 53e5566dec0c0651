/* hf-window.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-window.h"

#include <glib/gi18n-lib.h>

#include "hf-app-context.h"
#include "hf-application.h"
#include "hf-import-assistant.h"
#include "hf-main-view.h"
#include "hf-plans.h"
#include "hf-setup-page.h"
#include "hf-staff-page.h"
#include "hf-trouble-page.h"
#include "hf-typing.h"
#include "hf-window-actions.h"

/**
 * HfWindow:
 *
 * Opens the database and shows what fits: setting up a branch where there is none, what to do where
 * it cannot be opened, who are you, or the pages.
 */
struct _HfWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack *stack;
  GtkWidget *frame;            /* what is seen until the branch is open */
  HfSetupPage *setup_page;     /* (nullable): these three only where they are needed */
  HfStaffPage *staff_page;     /* (nullable) */
  HfTroublePage *trouble_page; /* (nullable) */
  HfMainView *main_view;       /* (nullable): once a branch is open */

  char *database;
  HfMinute fixed_now;
  GSettings *settings;
  gint64 wanted;      /* the follow-up to be shown once a branch is open, 0 for none */
  GFile *wanted_file; /* (nullable): to be imported then */
  gulong painted;     /* until the frame has been seen */
  guint too_long;     /* the same, for a screen that paints nothing */
};

G_DEFINE_FINAL_TYPE (HfWindow, hf_window, ADW_TYPE_APPLICATION_WINDOW)

/* For how long the first frame is waited for. */
#define PATIENCE_MS (250)

static void open_branch (HfWindow *self);

static void
show (HfWindow *self, gpointer page)
{
  if (gtk_widget_get_parent (page) == NULL)
    gtk_stack_add_child (self->stack, page);
  gtk_stack_set_visible_child (self->stack, page);
}

static void
show_main (HfWindow *self, HfAppContext *context)
{
  self->main_view = hf_main_view_new (context);
  hf_typing_watch (GTK_WINDOW (self), context);
  show (self, self->main_view);
  if (self->wanted != 0)
    hf_main_view_show_follow_up (self->main_view, self->wanted);
  self->wanted = 0;
  if (self->wanted_file != NULL)
    hf_import_assistant_present (GTK_WINDOW (self), context, self->wanted_file);
  g_clear_object (&self->wanted_file);
}

static void
on_branch_made (HfSetupPage *page, gint64 staff, gboolean import, HfWindow *self)
{
  g_settings_set_int64 (self->settings, "staff", staff);
  open_branch (self);
  if (import)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
}

static void
show_setup (HfWindow *self)
{
  if (self->setup_page == NULL)
    {
      self->setup_page = g_object_new (HF_TYPE_SETUP_PAGE, NULL);
      hf_setup_page_set_database (self->setup_page, self->database, self->fixed_now);
      g_signal_connect (self->setup_page, "made", G_CALLBACK (on_branch_made), self);
    }
  show (self, self->setup_page);
}

static void
on_try_again (HfTroublePage *page, HfWindow *self)
{
  open_branch (self);
}

static void
show_trouble (HfWindow *self, const GError *error)
{
  if (self->trouble_page == NULL)
    {
      self->trouble_page = g_object_new (HF_TYPE_TROUBLE_PAGE, NULL);
      g_signal_connect (self->trouble_page, "try-again", G_CALLBACK (on_try_again), self);
    }
  hf_trouble_page_set_error (self->trouble_page, error);
  show (self, self->trouble_page);
}

static void
on_staff_chosen (HfStaffPage *page, gint64 staff, HfWindow *self)
{
  g_settings_set_int64 (self->settings, "staff", staff);
  show_main (self, hf_staff_page_get_context (page));
}

/* Where nobody is on the list yet there is nobody to choose. */
static void
ask_who (HfWindow *self, HfAppContext *context)
{
  g_autoptr (GError) error = NULL;

  g_settings_set_int64 (self->settings, "staff", 0);
  if (self->staff_page == NULL)
    {
      self->staff_page = g_object_new (HF_TYPE_STAFF_PAGE, NULL);
      g_signal_connect (self->staff_page, "chosen", G_CALLBACK (on_staff_chosen), self);
    }
  if (hf_staff_page_set_context (self->staff_page, context, &error))
    show (self, self->staff_page);
  else
    show_main (self, context);
}

static gboolean
is_somebody_here (HfAppContext *context)
{
  HfActor actor;

  return hf_app_context_get_staff (context) != 0 &&
         hf_app_context_init_actor (context, &actor, NULL);
}

/* The file was made, and then the power failed before the assistant had written anything. */
static gboolean
is_blank (HfStore *store)
{
  g_autoptr (GArray) plans = hf_plans_dup_ids (hf_store_get_reader (store), NULL);

  return plans != NULL && plans->len == 0;
}

static void
open_branch (HfWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_new (self->database, &error);
  g_autoptr (HfAppContext) context = NULL;

  if (g_error_matches (error, HF_ERROR, HF_ERROR_MISSING) || (store != NULL && is_blank (store)))
    show_setup (self);
  else if (store == NULL)
    show_trouble (self, error);
  else
    {
      context = hf_app_context_new (store, self->settings, self->fixed_now);
      if (is_somebody_here (context))
        show_main (self, context);
      else
        ask_who (self, context);
    }
}

/* The frame stands on the screen before the branch is opened and the pages are made: people see at
 * once that the program comes. */
static gboolean
begin (gpointer data)
{
  HfWindow *self = data;

  g_clear_handle_id (&self->too_long, g_source_remove);
  g_clear_signal_handler (&self->painted, gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  open_branch (self);
  return G_SOURCE_REMOVE;
}

static void
on_painted (GdkFrameClock *clock, HfWindow *self)
{
  g_clear_signal_handler (&self->painted, clock);
  g_clear_handle_id (&self->too_long, g_source_remove);
  self->too_long = g_idle_add (begin, self);
}

static void
hf_window_map (GtkWidget *widget)
{
  HfWindow *self = HF_WINDOW (widget);

  GTK_WIDGET_CLASS (hf_window_parent_class)->map (widget);
  if (gtk_stack_get_visible_child (self->stack) != self->frame || self->too_long != 0)
    return;
  self->painted = g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint",
                                    G_CALLBACK (on_painted), self);
  self->too_long = g_timeout_add (PATIENCE_MS, begin, self);
}

static void
remember_size (HfWindow *self)
{
  int width, height;
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (maximized)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, HfWindow *self)
{
  GFile *file = g_value_get_object (value);

  if (file == NULL || self->main_view == NULL)
    return FALSE;
  hf_window_import (self, file);
  return TRUE;
}

static gboolean
hf_window_close_request (GtkWindow *window)
{
  remember_size (HF_WINDOW (window));

  return GTK_WINDOW_CLASS (hf_window_parent_class)->close_request (window);
}

static void
hf_window_dispose (GObject *object)
{
  HfWindow *self = HF_WINDOW (object);

  g_clear_handle_id (&self->too_long, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->wanted_file);
  g_clear_pointer (&self->database, g_free);

  G_OBJECT_CLASS (hf_window_parent_class)->dispose (object);
}

static void
hf_window_class_init (HfWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = hf_window_close_request;
  widget_class->map = hf_window_map;
  hf_window_add_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/hf-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HfWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, frame);
}

static void
hf_window_init (HfWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (HF_APPLICATION_ID);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/**
 * hf_window_new:
 * @database: file of the branch, which need not exist
 * @fixed_now: a moment at which the clock stands, %HF_MINUTE_NONE for the real time
 */
HfWindow *
hf_window_new (GtkApplication *application, const char *database, HfMinute fixed_now)
{
  HfWindow *self = g_object_new (HF_TYPE_WINDOW, "application", application, NULL);

  self->database = g_strdup (database);
  self->fixed_now = fixed_now;
  return self;
}

/**
 * hf_window_show_follow_up:
 *
 * Shows a follow-up; once there is a branch to show it of.
 */
void
hf_window_show_follow_up (HfWindow *self, gint64 id)
{
  g_return_if_fail (HF_IS_WINDOW (self));

  if (self->main_view != NULL)
    hf_main_view_show_follow_up (self->main_view, id);
  else
    self->wanted = id;
}

/**
 * hf_window_get_main_view:
 *
 * Returns: (transfer none) (nullable): %NULL while no branch is open
 */
HfMainView *
hf_window_get_main_view (HfWindow *self)
{
  g_return_val_if_fail (HF_IS_WINDOW (self), NULL);

  return self->main_view;
}

/**
 * hf_window_import:
 *
 * Opens the import assistant with a file; once there is a branch to import it into.
 */
void
hf_window_import (HfWindow *self, GFile *file)
{
  g_return_if_fail (HF_IS_WINDOW (self));

  if (self->main_view != NULL)
    hf_import_assistant_present (GTK_WINDOW (self), hf_main_view_get_context (self->main_view),
                                 file);
  else
    g_set_object (&self->wanted_file, file);
}
