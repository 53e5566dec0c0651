/* hf-intake-window.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-intake-window.h"

#include <glib/gi18n-lib.h>

#include "hf-card-form.h"
#include "hf-card.h"
#include "hf-dialog.h"
#include "hf-form-guard.h"
#include "hf-search-box.h"

/**
 * HfIntakeWindow:
 *
 * Who complains is found first, then the same form as on the card is filled in (COMP-1): a minute
 * on the phone. The form belongs to one customer. What was written is never dropped without asking:
 * neither when the window is closed nor when another customer is chosen.
 */
struct _HfIntakeWindow
{
  AdwWindow parent_instance;

  HfSearchBox *search_box;
  GtkLabel *chosen;
  AdwBin *form;

  AdwStatusPage *question;

  HfAppContext *context;
  HfIntakeForm create;
  gint64 wanted; /* who was chosen instead, 0 to close */
};

G_DEFINE_FINAL_TYPE (HfIntakeWindow, hf_intake_window, ADW_TYPE_WINDOW)

/* Name and where: two may have the same name. */
static char *
describe (const HfCard *card)
{
  const char *phone = card->phones != NULL && card->phones[0] != NULL ? card->phones[0] : "";
  const char *owner = card->owner != NULL ? card->owner : _ ("no owner");

  return g_strdup_printf ("%s  %s · %s", card->name, phone, owner);
}

/* Returns: whether there is such a customer */
static gboolean
show_customer (HfIntakeWindow *self, gint64 customer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCard) card =
      hf_card_load (hf_app_context_get_reader (self->context), customer, &error);
  g_autofree char *text = card != NULL ? describe (card) : g_strdup (error->message);

  gtk_label_set_label (self->chosen, text);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), TRUE);
  return card != NULL;
}

static void
show_form (HfIntakeWindow *self, GtkWidget *form)
{
  adw_bin_set_child (self->form, form);
  gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD);
  hf_form_guard (form);
}

static void
leave_form (GtkWidget *widget)
{
  HfIntakeWindow *self = HF_INTAKE_WINDOW (widget);

  if (self->wanted == 0)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (show_customer (self, self->wanted))
    show_form (self, self->create (self->context, self->wanted));
}

/* @wanted: who was chosen instead, 0 to close */
static void
ask_to_leave (HfIntakeWindow *self, gint64 wanted)
{
  self->wanted = wanted;
  hf_form_leave (adw_bin_get_child (self->form), GTK_WIDGET (self), leave_form);
}

static void
on_chosen (HfIntakeWindow *self, gint64 customer)
{
  ask_to_leave (self, customer);
}

static void
on_left (HfIntakeWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
hf_intake_window_close_request (GtkWindow *window)
{
  ask_to_leave (HF_INTAKE_WINDOW (window), 0);
  return TRUE;
}

/* The form's name for being done. */
static void
on_close_form (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_destroy (GTK_WINDOW (widget));
}

static void
hf_intake_window_dispose (GObject *object)
{
  g_clear_object (&HF_INTAKE_WINDOW (object)->context);

  G_OBJECT_CLASS (hf_intake_window_parent_class)->dispose (object);
}

static void
hf_intake_window_class_init (HfIntakeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_intake_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = hf_intake_window_close_request;
  g_type_ensure (HF_TYPE_SEARCH_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/complaints/hf-intake-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HfIntakeWindow, search_box);
  gtk_widget_class_bind_template_child (widget_class, HfIntakeWindow, chosen);
  gtk_widget_class_bind_template_child (widget_class, HfIntakeWindow, form);
  gtk_widget_class_bind_template_child (widget_class, HfIntakeWindow, question);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_install_action (widget_class, "card.close-form", NULL, on_close_form);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_intake_window_init (HfIntakeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_complaint (HfAppContext *context, gint64 customer)
{
  return hf_card_complaint_new (context, customer);
}

static HfIntakeWindow *
open_window (GtkWidget *parent, HfAppContext *context, const char *title)
{
  HfIntakeWindow *self = g_object_new (HF_TYPE_INTAKE_WINDOW, "transient-for",
                                       gtk_widget_get_root (parent), "title", title, NULL);

  self->context = g_object_ref (context);
  hf_search_box_set_context (self->search_box, context);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * hf_intake_window_show_filled:
 * @parent: in the window over which it stands
 * @customer: whose matter it is
 * @form: (transfer floating): with what is known filled in; as #HfIntakeForm makes it
 */
void
hf_intake_window_show_filled (
    GtkWidget *parent, HfAppContext *context, const char *title, gint64 customer, GtkWidget *form)
{
  HfIntakeWindow *self = open_window (parent, context, title);

  gtk_widget_set_visible (GTK_WIDGET (self->search_box), FALSE);
  show_customer (self, customer);
  show_form (self, form);
}

/**
 * hf_intake_window_show_form:
 * @parent: in the window over which it stands
 * @question: who is looked for
 * @create: makes the form for the one who is chosen
 * @customer: who it is, 0 to ask
 */
void
hf_intake_window_show_form (GtkWidget *parent,
                            HfAppContext *context,
                            const char *title,
                            const char *question,
                            HfIntakeForm create,
                            gint64 customer)
{
  HfIntakeWindow *self;

  if (customer != 0)
    {
      hf_intake_window_show_filled (parent, context, title, customer, create (context, customer));
      return;
    }
  self = open_window (parent, context, title);
  self->create = create;
  adw_status_page_set_title (self->question, question);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_box));
}

/**
 * hf_intake_window_show:
 * @parent: in the window over which it stands
 */
void
hf_intake_window_show (GtkWidget *parent, HfAppContext *context)
{
  hf_intake_window_show_form (parent, context, _ ("New Complaint"), _ ("Who complains?"),
                              create_complaint, 0);
}
