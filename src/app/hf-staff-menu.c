/* hf-staff-menu.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-staff-menu.h"

#include <glib/gi18n-lib.h>

#include "hf-staff.h"

/**
 * HfStaffMenu:
 *
 * "Lin Na ▾": says who acts, and lets another take the desk. The choice is the setting `staff`.
 */
struct _HfStaffMenu
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkLabel *role_label;
  GMenu *menu;

  HfAppContext *context;
};

G_DEFINE_FINAL_TYPE (HfStaffMenu, hf_staff_menu, ADW_TYPE_BIN)

static void
show_person (HfStaffMenu *self, const char *name, HfRole role)
{
  const char *role_text = hf_domain_get_label (HF_DOMAIN_ROLE, (int) role);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, role_text);

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->role_label, role_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
add_member (GMenu *section, const HfStaff *member)
{
  g_autofree char *label = g_strdup_printf (
      "%s · %s", member->name, hf_domain_get_label (HF_DOMAIN_ROLE, (int) member->role));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, "win.staff", g_variant_new_int64 (member->id));
  g_menu_append_item (section, item);
}

static void
refresh (HfStaffMenu *self)
{
  gint64 current = hf_app_context_get_staff (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members =
      hf_staff_dup_active (hf_app_context_get_reader (self->context), &error);
  g_autoptr (GMenu) section = g_menu_new ();

  if (members == NULL)
    {
      g_warning ("cannot read the staff: %s", error->message);
      return;
    }
  show_person (self, _ ("Owner"), HF_ROLE_MANAGER);
  for (guint i = 0; i < members->len; i++)
    {
      const HfStaff *member = g_ptr_array_index (members, i);

      add_member (section, member);
      if (member->id == current)
        show_person (self, member->name, member->role);
    }
  g_menu_remove_all (self->menu);
  g_menu_append_section (self->menu, _ ("At this desk"), G_MENU_MODEL (section));
}

static void
hf_staff_menu_dispose (GObject *object)
{
  g_clear_object (&HF_STAFF_MENU (object)->context);

  G_OBJECT_CLASS (hf_staff_menu_parent_class)->dispose (object);
}

static void
hf_staff_menu_class_init (HfStaffMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_staff_menu_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/hf-staff-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, HfStaffMenu, button);
  gtk_widget_class_bind_template_child (widget_class, HfStaffMenu, avatar);
  gtk_widget_class_bind_template_child (widget_class, HfStaffMenu, name_label);
  gtk_widget_class_bind_template_child (widget_class, HfStaffMenu, role_label);
  gtk_widget_class_bind_template_child (widget_class, HfStaffMenu, menu);
}

static void
hf_staff_menu_init (HfStaffMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
hf_staff_menu_set_context (HfStaffMenu *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_STAFF_MENU (self));

  self->context = g_object_ref (context);
  g_signal_connect_object (hf_app_context_get_settings (context), "changed::staff",
                           G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hf_app_context_get_store (context), "changed", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  refresh (self);
}
