/* hf-main-view.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-main-view.h"

#include <glib/gi18n-lib.h>

#include "hf-branch.h"
#include "hf-calendar-page.h"
#include "hf-card-page.h"
#include "hf-case-badge.h"
#include "hf-case-page.h"
#include "hf-case-link.h"
#include "hf-complaints-page.h"
#include "hf-customers-page.h"
#include "hf-dialog.h"
#include "hf-events-page.h"
#include "hf-greetings-page.h"
#include "hf-page-row.h"
#include "hf-run-bar.h"
#include "hf-search-box.h"
#include "hf-staff-menu.h"
#include "hf-toasts.h"
#include "hf-today-page.h"
#include "hf-trail.h"

/**
 * HfMainView:
 *
 * Sidebar, header and the pages there are, and over them what was done.
 */
struct _HfMainView
{
  AdwBin parent_instance;

  AdwToastOverlay *toasts;
  HfRunBar *run_bar;
  AdwLeaflet *leaflet;
  GtkWidget *main_box;
  GtkListBox *rows;
  GtkStack *pages;
  GtkMenuButton *menu_button;
  GtkLabel *branch_label;
  GtkWidget *back_button;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkWidget *steps;
  HfSearchBox *search_box;
  HfStaffMenu *staff_menu;

  HfAppContext *context;
  GArray *trail; /* (element-type HfPlace): from where the shown card or case was opened */
};

G_DEFINE_FINAL_TYPE (HfMainView, hf_main_view, ADW_TYPE_BIN)

#define TODAY     "today"
#define CARD      "card"
#define CASE      "case"
#define CASES     "complaints"
#define GREETINGS "greetings"

/* The pages in the sidebar's order; one without an icon is not in the sidebar but opened from
 * others. One with @attach_count bears a number before the page is made. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  GType (*get_type) (void);
  void (*attach_count) (HfPageRow *row, HfAppContext *context); /* (nullable) */
} page_infos[] = {
  { TODAY, N_ ("Today"), "selection-mode-symbolic", hf_today_page_get_type },
  { CARD, N_ ("Customer Card"), NULL, hf_card_page_get_type },
  { CASE, N_ ("Complaint"), NULL, hf_case_page_get_type },
  { GREETINGS, N_ ("Greetings"), NULL, hf_greetings_page_get_type },
  { "customers", N_ ("Customers"), "x-office-address-book-symbolic", hf_customers_page_get_type },
  { "calendar", N_ ("Calendar"), "x-office-calendar-symbolic", hf_calendar_page_get_type },
  { CASES, N_ ("Complaints"), "emblem-important-symbolic", hf_complaints_page_get_type,
    hf_case_badge_attach },
  { "events", N_ ("Events"), "starred-symbolic", hf_events_page_get_type },
};

static void
on_began (HfAppContext *context, HfRun *run, HfMainView *self)
{
  hf_run_bar_watch (self->run_bar, run);
}

static void
on_complained (HfAppContext *context, const GError *error, HfMainView *self)
{
  hf_dialog_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), error);
}

static void
show_branch (HfMainView *self)
{
  g_autofree char *name = hf_branch_dup_name (hf_app_context_get_reader (self->context), NULL);

  gtk_label_set_label (self->branch_label, name != NULL ? name : "");
}

static const char *
get_page_title (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_infos); i++)
    if (g_str_equal (page_infos[i].name, name))
      return _ (page_infos[i].title);
  return "";
}

static HfPageRow *
find_row (HfMainView *self, const char *name)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (HF_IS_PAGE_ROW (row) && g_str_equal (hf_page_row_get_name (HF_PAGE_ROW (row)), name))
      return HF_PAGE_ROW (row);
  return NULL;
}

/* The arrows beside “1 of 86”. */
static void
show_place (HfMainView *self, HfPage *page)
{
  guint n;
  guint place = hf_page_get_place (page, &n);

  gtk_widget_set_visible (self->steps, place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.step-back", place > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.step-on", place > 0 && place < n);
}

static void
show_heading (HfMainView *self)
{
  HfPage *page = HF_PAGE (gtk_stack_get_visible_child (self->pages));
  g_autofree char *title = hf_page_dup_title (page);
  g_autofree char *subtitle = hf_page_dup_subtitle (page);
  const char *name = gtk_stack_get_visible_child_name (self->pages);

  gtk_label_set_label (self->title_label, title != NULL ? title : get_page_title (name));
  gtk_label_set_label (self->subtitle_label, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->back_button, find_row (self, name) == NULL);
  hf_toasts_raise (self->toasts, hf_page_has_foot (page));
  show_place (self, page);
}

/* Another card or case is opened. */
static void
leave_for (HfMainView *self, const char *page, gint64 id)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->pages);
  const char *name = gtk_stack_get_visible_child_name (self->pages);
  HfPlace here = { g_intern_string (name), hf_page_get_subject (HF_PAGE (shown)) };

  hf_trail_leave (self->trail, here, (HfPlace){ page, id });
}

static void
on_heading_changed (HfPage *page, HfMainView *self)
{
  if (gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (page))
    show_heading (self);
}

static void
on_row_activated (GtkListBox *rows, HfPageRow *row, HfMainView *self)
{
  hf_main_view_show_page (self, hf_page_row_get_name (row));
}

static void
on_back (HfMainView *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
on_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfMainView *self = HF_MAIN_VIEW (widget);

  hf_page_step (HF_PAGE (gtk_stack_get_visible_child (self->pages)),
                g_str_equal (action, "view.step-on") ? 1 : -1);
}

static void
on_customer_chosen (HfMainView *self, gint64 customer)
{
  hf_main_view_show_customer (self, customer);
}

/* A page is made when it is first shown. Today is made at once: its number stands in the sidebar.
 */
static GtkWidget *
ensure_page (HfMainView *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);
  HfPageRow *row = find_row (self, name);

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (page_infos); i++)
    if (g_str_equal (page_infos[i].name, name))
      {
        page = g_object_new (page_infos[i].get_type (), NULL);
        gtk_stack_add_named (self->pages, page, name);
        g_signal_connect_object (page, "heading-changed", G_CALLBACK (on_heading_changed), self, 0);
        hf_page_set_context (HF_PAGE (page), self->context);
        if (row != NULL && page_infos[i].attach_count == NULL)
          hf_page_row_set_page (row, HF_PAGE (page));
      }
  return page;
}

static void
add_rows (HfMainView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_infos); i++)
    if (page_infos[i].icon != NULL)
      {
        GtkWidget *row =
            hf_page_row_new (page_infos[i].name, _ (page_infos[i].title), page_infos[i].icon);

        gtk_list_box_append (self->rows, row);
        if (page_infos[i].attach_count != NULL)
          page_infos[i].attach_count (HF_PAGE_ROW (row), self->context);
      }
}

static void
set_context (HfMainView *self, HfAppContext *context)
{
  g_autofree char *page = g_settings_get_string (hf_app_context_get_settings (context), "page");

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "began", G_CALLBACK (on_began), self, 0);
  hf_toasts_watch (self->toasts, context);
  g_signal_connect_object (context, "complained", G_CALLBACK (on_complained), self, 0);
  g_signal_connect_object (hf_app_context_get_store (context), "changed", G_CALLBACK (show_branch),
                           self, G_CONNECT_SWAPPED);
  show_branch (self);
  hf_search_box_set_context (self->search_box, context);
  hf_staff_menu_set_context (self->staff_menu, context);
  add_rows (self);
  ensure_page (self, TODAY);
  hf_main_view_show_page (self, find_row (self, page) != NULL ? page : TODAY);
}

static void
hf_main_view_dispose (GObject *object)
{
  g_clear_object (&HF_MAIN_VIEW (object)->context);
  g_clear_pointer (&HF_MAIN_VIEW (object)->trail, g_array_unref);

  G_OBJECT_CLASS (hf_main_view_parent_class)->dispose (object);
}

static void
hf_main_view_class_init (HfMainViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_main_view_dispose;
  gtk_widget_class_install_action (widget_class, "view.step-back", NULL, on_step);
  gtk_widget_class_install_action (widget_class, "view.step-on", NULL, on_step);
  g_type_ensure (HF_TYPE_RUN_BAR);
  g_type_ensure (HF_TYPE_SEARCH_BOX);
  g_type_ensure (HF_TYPE_STAFF_MENU);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/hf-main-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HfMainView, toasts);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, run_bar);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, main_box);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, rows);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, pages);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, branch_label);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, back_button);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, title_label);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, search_box);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, staff_menu);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, HfMainView, steps);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
hf_main_view_init (HfMainView *self)
{
  self->trail = hf_trail_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
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

static void
show_page (HfMainView *self, const char *name)
{
  adw_leaflet_set_visible_child (self->leaflet, self->main_box);
  gtk_stack_set_visible_child_name (self->pages, name);
  if (find_row (self, name) != NULL)
    {
      gtk_list_box_select_row (self->rows, GTK_LIST_BOX_ROW (find_row (self, name)));
      g_settings_set_string (hf_app_context_get_settings (self->context), "page", name);
    }
  show_heading (self);
}

/**
 * hf_main_view_show_page:
 * @name: one of the pages' names; `today`
 *
 * Shows the page, which, if it is in the sidebar, is also the first one the next time the program
 * is opened. Nothing is left to go back to.
 */
void
hf_main_view_show_page (HfMainView *self, const char *name)
{
  g_return_if_fail (HF_IS_MAIN_VIEW (self));
  g_return_if_fail (ensure_page (self, name) != NULL);

  g_array_set_size (self->trail, 0);
  show_page (self, name);
}

/**
 * hf_main_view_go_back:
 *
 * From a card or a case to where it was opened: another card or case, Today, the board.
 */
void
hf_main_view_go_back (HfMainView *self)
{
  g_autofree char *page = NULL;
  HfPlace to;

  g_return_if_fail (HF_IS_MAIN_VIEW (self));

  if (hf_trail_go_back (self->trail, &to))
    {
      show_page (self, to.page);
      if (g_str_equal (to.page, CARD))
        hf_card_page_show_customer (HF_CARD_PAGE (ensure_page (self, CARD)), to.id);
      else if (g_str_equal (to.page, CASE))
        hf_case_page_show_complaint (HF_CASE_PAGE (ensure_page (self, CASE)), to.id);
      else if (g_str_equal (to.page, GREETINGS))
        hf_greetings_page_show_round (HF_GREETINGS_PAGE (ensure_page (self, GREETINGS)), to.id);
      return;
    }
  page = g_settings_get_string (hf_app_context_get_settings (self->context), "page");
  hf_main_view_show_page (self, page);
}

/**
 * hf_main_view_show_customer:
 * @id: of a customer
 *
 * Shows the customer's card.
 */
void
hf_main_view_show_customer (HfMainView *self, gint64 id)
{
  HfCardPage *card;
  HfPage *from;

  g_return_if_fail (HF_IS_MAIN_VIEW (self));

  from = HF_PAGE (gtk_stack_get_visible_child (self->pages));
  card = HF_CARD_PAGE (ensure_page (self, CARD));
  leave_for (self, CARD, id);
  if (from != HF_PAGE (card))
    hf_card_page_set_list (card, hf_page_dup_customers (from));
  show_page (self, CARD);
  hf_card_page_show_customer (card, id);
}

/**
 * hf_main_view_show_complaint:
 * @id: of a complaint
 *
 * Shows the case.
 */
void
hf_main_view_show_complaint (HfMainView *self, gint64 id)
{
  HfCasePage *page;

  g_return_if_fail (HF_IS_MAIN_VIEW (self));

  leave_for (self, CASE, id);
  page = HF_CASE_PAGE (ensure_page (self, CASE));
  show_page (self, CASE);
  hf_case_page_show_complaint (page, id);
}

/**
 * hf_main_view_show_case:
 * @kind: as of #HfCaseLink
 *
 * Shows the complaint, or the other case in its tab.
 */
void
hf_main_view_show_case (HfMainView *self, const char *kind, gint64 id)
{
  g_return_if_fail (HF_IS_MAIN_VIEW (self));

  if (g_str_equal (kind, "complaints"))
    {
      hf_main_view_show_complaint (self, id);
      return;
    }
  leave_for (self, CASES, 0);
  ensure_page (self, CASES);
  show_page (self, CASES);
  hf_complaints_page_show_case (HF_COMPLAINTS_PAGE (ensure_page (self, CASES)), kind, id);
}

/**
 * hf_main_view_show_greetings:
 * @round: 0 for the nearest one with something to do
 *
 * Shows a round of greetings (CAL-7).
 */
void
hf_main_view_show_greetings (HfMainView *self, gint64 round)
{
  g_return_if_fail (HF_IS_MAIN_VIEW (self));

  leave_for (self, GREETINGS, round);
  ensure_page (self, GREETINGS);
  show_page (self, GREETINGS);
  hf_greetings_page_show_round (HF_GREETINGS_PAGE (ensure_page (self, GREETINGS)), round);
}

/**
 * hf_main_view_show_follow_up:
 *
 * Selects the follow-up in Today; one that Today does not list is shown in its panel alone. The
 * deadline of a complaint or of a return is met in its case.
 */
void
hf_main_view_show_follow_up (HfMainView *self, gint64 id)
{
  HfCaseLink link = { NULL, 0 };

  g_return_if_fail (HF_IS_MAIN_VIEW (self));

  if (hf_case_link_load (hf_app_context_get_reader (self->context), id, &link, NULL) &&
      (g_strcmp0 (link.kind, "complaints") == 0 || g_strcmp0 (link.kind, "returns") == 0))
    {
      hf_main_view_show_case (self, link.kind, link.id);
      return;
    }

  hf_main_view_show_page (self, TODAY);
  hf_today_page_show_follow_up (HF_TODAY_PAGE (gtk_stack_get_child_by_name (self->pages, TODAY)),
                                id);
}

void
hf_main_view_find (HfMainView *self)
{
  g_return_if_fail (HF_IS_MAIN_VIEW (self));

  adw_leaflet_set_visible_child (self->leaflet, self->main_box);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_box));
}

void
hf_main_view_open_menu (HfMainView *self)
{
  g_return_if_fail (HF_IS_MAIN_VIEW (self));

  gtk_menu_button_popup (self->menu_button);
}
