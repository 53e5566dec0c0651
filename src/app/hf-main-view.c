/* hf-main-view.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-main-view.h"

#include <glib/gi18n-lib.h>

#include "hf-about.h"
#include "hf-branch.h"
#include "hf-search-box.h"
#include "hf-staff-menu.h"
#include "hf-today-page.h"
#include "hf-today.h"
#include "hf-when.h"

/**
 * HfMainView:
 *
 * Sidebar, header and the pages there are. Says in a toast what was done, with Undo.
 */
struct _HfMainView
{
  AdwBin parent_instance;

  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  GtkWidget *main_box;
  GtkListBox *pages;
  GtkMenuButton *menu_button;
  GtkLabel *branch_label;
  GtkLabel *today_count;
  GtkLabel *date_label;
  HfSearchBox *search_box;
  HfStaffMenu *staff_menu;
  HfTodayPage *today_page;

  HfAppContext *context;
  AdwToast *toast; /* (nullable): the one that is shown */
};

G_DEFINE_FINAL_TYPE (HfMainView, hf_main_view, ADW_TYPE_BIN)

/* One at a time: what was done before is still in the menu of Ctrl+Z. */
static void
on_toast_dismissed (AdwToast *toast, HfMainView *self)
{
  if (self->toast == toast)
    self->toast = NULL;
}

static void
on_said (
    HfAppContext *context, const char *text, gboolean can_undo, gint64 operation, HfMainView *self)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (can_undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo-operation");
      adw_toast_set_action_target_value (toast, g_variant_new_int64 (operation));
    }
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  self->toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_complained (HfAppContext *context, const GError *error, HfMainView *self)
{
  hf_about_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), error);
}

static void
show_branch (HfMainView *self)
{
  g_autofree char *name = hf_branch_dup_name (hf_app_context_get_reader (self->context), NULL);

  gtk_label_set_label (self->branch_label, name != NULL ? name : "");
}

static void
on_today_loaded (HfMainView *self)
{
  guint n = hf_today_page_get_n_open (self->today_page);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *date = hf_today_page_dup_date (self->today_page);

  gtk_label_set_label (self->today_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->today_count), n > 0);
  gtk_label_set_label (self->date_label, date);
}

static void
on_page_activated (HfMainView *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->main_box);
}

static void
on_back (HfMainView *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
on_customer_chosen (HfMainView *self, gint64 customer)
{
  g_autoptr (GError) error = NULL;
  gint64 id = hf_today_find_next (hf_app_context_get_reader (self->context), customer, &error);

  if (error != NULL)
    hf_app_context_complain (self->context, error);
  else if (id != 0)
    hf_main_view_show_follow_up (self, id);
  else
    hf_app_context_say (self->context, _ ("Nothing is due for this customer."), FALSE, 0);
}

static void
set_context (HfMainView *self, HfAppContext *context)
{
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "said", G_CALLBACK (on_said), self, 0);
  g_signal_connect_object (context, "complained", G_CALLBACK (on_complained), self, 0);
  g_signal_connect_object (hf_app_context_get_store (context), "changed", G_CALLBACK (show_branch),
                           self, G_CONNECT_SWAPPED);
  show_branch (self);
  hf_search_box_set_context (self->search_box, context);
  hf_staff_menu_set_context (self->staff_menu, context);
  hf_today_page_set_context (self->today_page, context);
}

static void
hf_main_view_dispose (GObject *object)
{
  g_clear_object (&HF_MAIN_VIEW (object)->context);

  G_OBJECT_CLASS (hf_main_view_parent_class)->dispose (object);
}

static void
hf_main_view_class_init (HfMainViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_main_view_dispose;
  g_type_ensure (HF_TYPE_SEARCH_BOX);
  g_type_ensure (HF_TYPE_STAFF_MENU);
  g_type_ensure (HF_TYPE_TODAY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/hf-main-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HfMainView, toasts);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, main_box);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, pages);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, branch_label);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, today_count);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, date_label);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, search_box);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, staff_menu);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, today_page);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_page_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_today_loaded);
}

static void
hf_main_view_init (HfMainView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_select_row (self->pages, gtk_list_box_get_row_at_index (self->pages, 0));
}

HfMainView *
hf_main_view_new (HfAppContext *context)
{
  HfMainView *self = g_object_new (HF_TYPE_MAIN_VIEW, NULL);

  set_context (self, context);
  return self;
}

HfAppContext *
hf_main_view_get_context (HfMainView *self)
{
  g_return_val_if_fail (HF_IS_MAIN_VIEW (self), NULL);

  return self->context;
}

/**
 * hf_main_view_show_follow_up:
 *
 * Selects the follow-up in Today; one that Today does not list is shown in its panel alone.
 */
void
hf_main_view_show_follow_up (HfMainView *self, gint64 id)
{
  g_return_if_fail (HF_IS_MAIN_VIEW (self));

  on_page_activated (self);
  hf_today_page_show_follow_up (self->today_page, id);
}

void
hf_main_view_find (HfMainView *self)
{
  g_return_if_fail (HF_IS_MAIN_VIEW (self));

  on_page_activated (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_box));
}

void
hf_main_view_open_menu (HfMainView *self)
{
  g_return_if_fail (HF_IS_MAIN_VIEW (self));

  gtk_menu_button_popup (self->menu_button);
}
