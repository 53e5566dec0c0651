/* hf-phone-field.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-phone-field.h"

#include <glib/gi18n-lib.h>

#include "hf-customer.h"

/* PHONE-1: so long a number stays in full on the screen. */
#define REVEALED_SECONDS (30)

/**
 * HfPhoneField:
 *
 * The one place in which a number can be seen in full, for 30 seconds, after somebody asked for it;
 * each reveal is in the audit log (PHONE-1).
 */
struct _HfPhoneField
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkButton *button;

  HfAppContext *context;
  gint64 customer;
  char *masked;
  guint mask_again;
  gboolean calling; /* the number that comes is to be called, not shown */
};

G_DEFINE_FINAL_TYPE (HfPhoneField, hf_phone_field, ADW_TYPE_BIN)

static void
show_masked (HfPhoneField *self)
{
  g_clear_handle_id (&self->mask_again, g_source_remove);
  gtk_label_set_label (self->label, self->masked != NULL ? self->masked : _ ("no phone number"));
  gtk_widget_set_visible (GTK_WIDGET (self->button), self->masked != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), TRUE);
}

static gboolean
on_time_over (gpointer data)
{
  HfPhoneField *self = data;

  self->mask_again = 0;
  show_masked (self);
  return G_SOURCE_REMOVE;
}

static gpointer
reveal (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  GStrv numbers = NULL;

  return hf_command_reveal_phones (db, actor, *(gint64 *) data, &numbers, error) ? numbers : NULL;
}

static void
call_number (HfPhoneField *self, const char *number)
{
  g_autofree char *uri = g_strconcat ("tel:", number, NULL);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static void
on_revealed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfPhoneField) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) numbers = hf_app_context_run_finish (HF_APP_CONTEXT (source), result, &error);
  gboolean calling = self->calling;

  self->calling = FALSE;
  if (error != NULL)
    hf_app_context_complain (HF_APP_CONTEXT (source), error);
  if (numbers == NULL || numbers[0] == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (calling)
    call_number (self, numbers[0]);
  gtk_label_set_label (self->label, numbers[0]);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
  g_clear_handle_id (&self->mask_again, g_source_remove);
  self->mask_again = g_timeout_add_seconds (REVEALED_SECONDS, on_time_over, self);
}

static void
hf_phone_field_dispose (GObject *object)
{
  HfPhoneField *self = HF_PHONE_FIELD (object);

  g_clear_handle_id (&self->mask_again, g_source_remove);
  g_clear_object (&self->context);
  g_clear_pointer (&self->masked, g_free);

  G_OBJECT_CLASS (hf_phone_field_parent_class)->dispose (object);
}

static void
hf_phone_field_class_init (HfPhoneFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_phone_field_dispose;
}

static void
hf_phone_field_init (HfPhoneField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("view-reveal-symbolic");

  self->label = GTK_LABEL (label);
  self->button = GTK_BUTTON (button);
  gtk_widget_add_css_class (label, "tnum");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chipx");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Show the number for 30 seconds; this is noted"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show the number"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "phone.reveal");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * hf_phone_field_set_customer:
 * @masked: (nullable): the number as it may be seen, %NULL when there is none
 */
void
hf_phone_field_set_customer (HfPhoneField *self,
                             HfAppContext *context,
                             gint64 customer,
                             const char *masked)
{
  gboolean same;

  g_return_if_fail (HF_IS_PHONE_FIELD (self));

  same = self->customer == customer && g_strcmp0 (self->masked, masked) == 0;
  g_set_object (&self->context, context);
  self->customer = customer;
  g_free (self->masked);
  self->masked = g_strdup (masked);
  if (!same || self->mask_again == 0)
    show_masked (self);
}

void
hf_phone_field_reveal (HfPhoneField *self)
{
  g_return_if_fail (HF_IS_PHONE_FIELD (self));

  if (self->context != NULL && self->masked != NULL)
    hf_app_context_run_async (self->context, reveal,
                              g_memdup2 (&self->customer, sizeof self->customer), g_free,
                              (GDestroyNotify) g_strfreev, on_revealed, g_object_ref (self));
}

/**
 * hf_phone_field_call:
 *
 * Hands the number to the program that the desktop has for `tel:`.
 */
void
hf_phone_field_call (HfPhoneField *self)
{
  g_return_if_fail (HF_IS_PHONE_FIELD (self));

  self->calling = TRUE;
  hf_phone_field_reveal (self);
}
