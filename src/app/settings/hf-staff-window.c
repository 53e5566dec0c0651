/* hf-staff-window.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-staff-window.h"

#include <glib/gi18n-lib.h>

#include "hf-dialog.h"
#include "hf-handover-dialog.h"
#include "hf-handover.h"
#include "hf-staff.h"

/**
 * HfStaffWindow:
 *
 * The list of those who work or worked here, and one of them to be added or changed. The commands
 * see to it that only a manager does.
 */
struct _HfStaffWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *back_button;
  GtkButton *add_button;
  GtkButton *save_button;
  GtkStack *pages;
  GtkListBox *list;
  GtkLabel *error_label;
  AdwEntryRow *name_row;
  AdwComboRow *role_row;
  AdwEntryRow *qualification_row;
  GtkWidget *active_row;
  GtkSwitch *active_switch;

  HfAppContext *context;
  GPtrArray *members; /* (element-type HfStaff) */
  gint64 edited;      /* 0: a new one */
  gint64 leaver;      /* who is said to have left by what is being saved; 0: nobody */
};

G_DEFINE_FINAL_TYPE (HfStaffWindow, hf_staff_window, ADW_TYPE_WINDOW)

/* As the rows of the role's list stand. */
static const HfRole roles[] = { HF_ROLE_MANAGER, HF_ROLE_AGENT, HF_ROLE_EXPERT };

static HfRole
get_role (HfStaffWindow *self)
{
  return roles[MIN (adw_combo_row_get_selected (self->role_row), G_N_ELEMENTS (roles) - 1)];
}

static void
show_error (HfStaffWindow *self, const GError *error)
{
  g_auto (GStrv) parts = g_strsplit (error != NULL ? error->message : "", "\n", 2);

  gtk_label_set_label (self->error_label, parts[0] != NULL ? parts[0] : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
}

static void
show_page (HfStaffWindow *self, gboolean editing)
{
  gtk_stack_set_visible_child_name (self->pages, editing ? "edit" : "list");
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), editing);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), editing);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), !editing);
  show_error (self, NULL);
}

static void
update (HfStaffWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->qualification_row), get_role (self) == HF_ROLE_EXPERT);
}

static GtkWidget *
create_row (const HfStaff *member)
{
  GtkWidget *row = adw_action_row_new ();
  const char *role = hf_domain_get_label (HF_DOMAIN_ROLE, (int) member->role);
  g_autofree char *text = *member->qualification != '\0'
                              ? g_strdup_printf ("%s · %s", role, member->qualification)
                              : g_strdup (role);
  g_autofree char *left =
      member->active ? g_strdup (text) : g_strdup_printf ("%s · %s", text, _ ("left"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), member->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), left);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), adw_avatar_new (32, member->name, TRUE));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
refresh (HfStaffWindow *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  g_clear_pointer (&self->members, g_ptr_array_unref);
  self->members = hf_staff_dup_all (hf_app_context_get_reader (self->context), &error);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; self->members != NULL && i < self->members->len; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (self->members, i)));
  show_page (self, FALSE);
  show_error (self, error);
}

/* @member: (nullable): %NULL for a new one */
static void
edit (HfStaffWindow *self, const HfStaff *member)
{
  guint role = 1;

  for (guint i = 0; member != NULL && i < G_N_ELEMENTS (roles); i++)
    if (roles[i] == member->role)
      role = i;
  self->edited = member != NULL ? member->id : 0;
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), member != NULL ? member->name : "");
  gtk_editable_set_text (GTK_EDITABLE (self->qualification_row),
                         member != NULL ? member->qualification : "");
  adw_combo_row_set_selected (self->role_row, role);
  gtk_switch_set_active (self->active_switch, member == NULL || member->active);
  gtk_widget_set_visible (self->active_row, member != NULL);
  show_page (self, TRUE);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
on_row_activated (HfStaffWindow *self, GtkListBoxRow *row)
{
  edit (self, g_ptr_array_index (self->members, (guint) gtk_list_box_row_get_index (row)));
}

static void
on_add (HfStaffWindow *self)
{
  edit (self, NULL);
}

static void
on_back (HfStaffWindow *self)
{
  refresh (self);
}

static gpointer
save (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  HfStaff *member = data;
  gboolean done = member->id == 0 ? hf_command_add_staff (db, actor, member->name, member->role,
                                                          member->qualification, &member->id, error)
                                  : hf_command_set_staff (db, actor, member, error);

  return done ? data : NULL;
}

static void
free_member (gpointer data)
{
  hf_staff_free (data);
}

static gpointer
read_book (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return hf_handover_dup_book (db, *(gint64 *) data, error);
}

static void
on_book_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  HfStaffWindow *self = g_object_get_data (G_OBJECT (dialog), "window");

  hf_handover_ask (GTK_WIDGET (self), self->context, data, NULL);
}

/* Nobody would call the customers of somebody who has left. */
static void
on_book_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfStaffWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) book = hf_store_call_finish (HF_STORE (source), result, &error);
  g_autofree char *title = NULL;
  GtkWidget *dialog;

  if (book == NULL || book->len == 0 || self->context == NULL)
    return;
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Customer Has Nobody Now",
                                        "%u Customers Have Nobody Now", book->len),
                           book->len);
  dialog = hf_dialog_new (GTK_WIDGET (self), title,
                          _ ("Whoever looked after them has left. Hand them over, so that somebody "
                             "goes on calling."),
                          NULL, _ ("_Later"));
  hf_dialog_add_main_answer (dialog, "do", _ ("_Hand Over…"));
  g_object_set_data_full (G_OBJECT (dialog), "window", g_object_ref (self), g_object_unref);
  hf_dialog_ask (dialog, on_book_answered, g_steal_pointer (&book), (GDestroyNotify) g_array_unref);
}

static void
offer_book (HfStaffWindow *self)
{
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, read_book,
                       g_memdup2 (&self->leaver, sizeof self->leaver), g_free,
                       (GDestroyNotify) g_array_unref, NULL, on_book_read, g_object_ref (self));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfStaffWindow) self = data;
  g_autoptr (GError) error = NULL;

  hf_app_context_run_finish (HF_APP_CONTEXT (source), result, &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
  if (error != NULL)
    show_error (self, error);
  else if (self->context != NULL)
    {
      refresh (self);
      if (self->leaver != 0)
        offer_book (self);
    }
}

static gboolean
was_active (HfStaffWindow *self, gint64 id)
{
  for (guint i = 0; i < self->members->len; i++)
    if (((const HfStaff *) self->members->pdata[i])->id == id)
      return ((const HfStaff *) self->members->pdata[i])->active;
  return FALSE;
}

static void
on_save (HfStaffWindow *self)
{
  HfStaff *member = g_new0 (HfStaff, 1);
  gboolean expert = get_role (self) == HF_ROLE_EXPERT;

  member->id = self->edited;
  member->name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  member->role = get_role (self);
  member->qualification =
      g_strdup (expert ? gtk_editable_get_text (GTK_EDITABLE (self->qualification_row)) : "");
  member->active = gtk_switch_get_active (self->active_switch);
  self->leaver = !member->active && was_active (self, member->id) ? member->id : 0;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  hf_app_context_run_async (self->context, save, member, free_member, NULL, on_saved,
                            g_object_ref (self));
}

static void
hf_staff_window_dispose (GObject *object)
{
  HfStaffWindow *self = HF_STAFF_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->members, g_ptr_array_unref);

  G_OBJECT_CLASS (hf_staff_window_parent_class)->dispose (object);
}

static void
hf_staff_window_class_init (HfStaffWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_staff_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/settings/hf-staff-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HfStaffWindow, title);
  gtk_widget_class_bind_template_child (widget_class, HfStaffWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, HfStaffWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, HfStaffWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, HfStaffWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, HfStaffWindow, list);
  gtk_widget_class_bind_template_child (widget_class, HfStaffWindow, error_label);
  gtk_widget_class_bind_template_child (widget_class, HfStaffWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, HfStaffWindow, role_row);
  gtk_widget_class_bind_template_child (widget_class, HfStaffWindow, qualification_row);
  gtk_widget_class_bind_template_child (widget_class, HfStaffWindow, active_row);
  gtk_widget_class_bind_template_child (widget_class, HfStaffWindow, active_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_staff_window_init (HfStaffWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    gtk_string_list_append (names, hf_domain_get_label (HF_DOMAIN_ROLE, (int) roles[i]));
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (names));
}

void
hf_staff_window_present (GtkWindow *parent, HfAppContext *context)
{
  HfStaffWindow *self = g_object_new (HF_TYPE_STAFF_WINDOW, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
