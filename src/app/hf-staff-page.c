/* hf-staff-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-staff-page.h"

#include "hf-staff.h"

/**
 * HfStaffPage:
 *
 * Asks once who sits at this desk (ROLE-1).
 */
struct _HfStaffPage
{
  AdwBin parent_instance;

  GtkListBox *list;
  HfAppContext *context;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfStaffPage, hf_staff_page, ADW_TYPE_BIN)

static GQuark
member_quark (void)
{
  return g_quark_from_static_string ("hf-staff-page-member");
}

static void
add_row (HfStaffPage *self, const HfStaff *member)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), member->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               hf_domain_get_label (HF_DOMAIN_ROLE, (int) member->role));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), adw_avatar_new (32, member->name, TRUE));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_qdata_full (G_OBJECT (row), member_quark (),
                           g_memdup2 (&member->id, sizeof member->id), g_free);
  gtk_list_box_append (self->list, row);
}

static void
on_row_activated (HfStaffPage *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_qdata (G_OBJECT (row), member_quark ());

  g_signal_emit (self, signals[CHOSEN], 0, *id);
}

static void
hf_staff_page_dispose (GObject *object)
{
  g_clear_object (&HF_STAFF_PAGE (object)->context);

  G_OBJECT_CLASS (hf_staff_page_parent_class)->dispose (object);
}

static void
hf_staff_page_class_init (HfStaffPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_staff_page_dispose;

  /**
   * HfStaffPage::chosen:
   * @staff: who it is
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/hf-staff-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfStaffPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
hf_staff_page_init (HfStaffPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_staff_page_set_context:
 *
 * Returns: whether there is anybody to choose; %FALSE also with an error
 */
gboolean
hf_staff_page_set_context (HfStaffPage *self, HfAppContext *context, GError **error)
{
  g_autoptr (GPtrArray) members = NULL;
  GtkWidget *row;

  g_return_val_if_fail (HF_IS_STAFF_PAGE (self), FALSE);

  g_set_object (&self->context, context);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  members = hf_staff_dup_active (hf_app_context_get_reader (context), error);
  for (guint i = 0; members != NULL && i < members->len; i++)
    add_row (self, g_ptr_array_index (members, i));
  return members != NULL && members->len > 0;
}

HfAppContext *
hf_staff_page_get_context (HfStaffPage *self)
{
  g_return_val_if_fail (HF_IS_STAFF_PAGE (self), NULL);

  return self->context;
}
