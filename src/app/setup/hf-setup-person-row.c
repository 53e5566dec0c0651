/* hf-setup-person-row.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-setup-person-row.h"

#include <glib/gi18n-lib.h>

#include "hf-text-check.h"

/**
 * HfSetupPersonRow:
 *
 * Name, role, and for an expert the qualification, on one line.
 */
struct _HfSetupPersonRow
{
  GtkListBoxRow parent_instance;

  GtkEntry *name;
  GtkDropDown *role;
  GtkEntry *qualification;
  GtkButton *remove_button;
};

enum
{
  CHANGED,
  ENTERED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfSetupPersonRow, hf_setup_person_row, GTK_TYPE_LIST_BOX_ROW)

/* As the rows of the role's list stand. */
static const HfRole roles[] = { HF_ROLE_MANAGER, HF_ROLE_AGENT, HF_ROLE_EXPERT };

static HfRole
get_role (HfSetupPersonRow *self)
{
  return roles[MIN (gtk_drop_down_get_selected (self->role), G_N_ELEMENTS (roles) - 1)];
}

static const char *
get_text (GtkEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
on_changed (HfSetupPersonRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->qualification), get_role (self) == HF_ROLE_EXPERT);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_entered (HfSetupPersonRow *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
on_remove (HfSetupPersonRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
hf_setup_person_row_class_init (HfSetupPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  /**
   * HfSetupPersonRow::changed:
   */
  signals[CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * HfSetupPersonRow::entered:
   *
   * Return was pressed.
   */
  signals[ENTERED] =
      g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * HfSetupPersonRow::removed:
   */
  signals[REMOVED] =
      g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/setup/hf-setup-person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupPersonRow, name);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPersonRow, role);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPersonRow, qualification);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPersonRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
hf_setup_person_row_init (HfSetupPersonRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    gtk_string_list_append (names, hf_domain_get_label (HF_DOMAIN_ROLE, (int) roles[i]));
  gtk_drop_down_set_model (self->role, G_LIST_MODEL (names));
}

static void
set_label (HfSetupPersonRow *self, const char *label)
{
  gtk_entry_set_placeholder_text (self->name, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * hf_setup_person_row_new:
 * @is_self: who sits at the desk; one cannot take oneself away
 */
GtkWidget *
hf_setup_person_row_new (gboolean is_self)
{
  HfSetupPersonRow *self = g_object_new (HF_TYPE_SETUP_PERSON_ROW, NULL);

  set_label (self, is_self ? _ ("Your name") : _ ("Name"));
  gtk_drop_down_set_selected (self->role, is_self ? 0 : 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->remove_button), !is_self);
  on_changed (self);
  return GTK_WIDGET (self);
}

/**
 * hf_setup_person_row_dup_person:
 *
 * Returns: (transfer full): what is written in it
 */
HfSetupPerson *
hf_setup_person_row_dup_person (HfSetupPersonRow *self)
{
  HfSetupPerson *person = g_new (HfSetupPerson, 1);

  person->name = g_strstrip (g_strdup (get_text (self->name)));
  person->role = get_role (self);
  person->qualification =
      g_strdup (person->role == HF_ROLE_EXPERT ? get_text (self->qualification) : "");
  return person;
}

/**
 * hf_setup_person_row_is_ready:
 *
 * Whether nothing is missing.
 */
gboolean
hf_setup_person_row_is_ready (HfSetupPersonRow *self)
{
  return *get_text (self->name) != '\0' &&
         (get_role (self) != HF_ROLE_EXPERT || *get_text (self->qualification) != '\0');
}

/**
 * hf_setup_person_row_check:
 *
 * Returns: whether the texts may stand in the list of staff (PHONE-2), else %FALSE with an error
 */
gboolean
hf_setup_person_row_check (HfSetupPersonRow *self, GError **error)
{
  g_autofree char *clean = NULL;

  return hf_text_check_name (get_text (self->name), &clean, error) &&
         (get_role (self) != HF_ROLE_EXPERT ||
          hf_text_check (get_text (self->qualification), error));
}

void
hf_setup_person_row_focus (HfSetupPersonRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
