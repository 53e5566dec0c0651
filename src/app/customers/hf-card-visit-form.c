/* hf-card-visit-form.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-visit-form.h"

#include "hf-visit-form.h"

/**
 * HfCardVisitForm:
 *
 * The foot of Today's visit panel, for a contact that the card itself asks for: the next follow-up
 * of the customer, or none at all.
 */
struct _HfCardVisitForm
{
  AdwBin parent_instance;

  HfVisitForm *form;
};

G_DEFINE_FINAL_TYPE (HfCardVisitForm, hf_card_visit_form, ADW_TYPE_BIN)

/* The form's names for what it asks of where it stands. */
static void
on_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_visit_form_record (HF_CARD_VISIT_FORM (widget)->form, NULL);
}

static void
on_recorded (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "card.close-form", NULL);
}

static void
on_outcome (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_visit_form_choose_outcome (HF_CARD_VISIT_FORM (widget)->form,
                                (guint) g_variant_get_int32 (parameter));
}

static void
hf_card_visit_form_class_init (HfCardVisitFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "today.record", NULL, on_record);
  gtk_widget_class_install_action (widget_class, "today.next", NULL, on_recorded);
  gtk_widget_class_install_action (widget_class, "visit.outcome", "i", on_outcome);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "today.record", NULL);
  for (int i = 1; i <= 7; i++)
    gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_0 + i), 0, "visit.outcome",
                                         "i", i);
}

static void
hf_card_visit_form_init (HfCardVisitForm *self)
{
  self->form = g_object_new (HF_TYPE_VISIT_FORM, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->form), GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->form));
}

/* A contact that no follow-up asks for: the form knows it by a number that none has. */
static HfBrief *
make_brief (const HfCardView *view)
{
  HfBrief *brief = g_new0 (HfBrief, 1);

  brief->item = g_new0 (HfWorkItem, 1);
  brief->item->id = -view->id;
  brief->item->customer_id = view->id;
  brief->item->customer = g_strdup (view->card->name);
  brief->item->channel = HF_CHANNEL_PHONE;
  brief->item->state = HF_FOLLOW_UP_OPEN;
  brief->interests = g_strdup (view->values[HF_CUSTOMER_INTERESTS]);
  brief->mix_last = brief->mix_suggested = -1;
  brief->birthday_on = HF_DAY_NONE;
  brief->next.day = HF_DAY_NONE;
  return brief;
}

/**
 * hf_card_visit_form_new:
 *
 * Returns: (transfer floating):
 */
GtkWidget *
hf_card_visit_form_new (HfAppContext *context, const HfCardView *view)
{
  HfCardVisitForm *self = g_object_new (HF_TYPE_CARD_VISIT_FORM, NULL);
  g_autoptr (HfBrief) brief = NULL;
  HfActor actor;

  if (view->follow_ups->len > 0 && hf_app_context_init_actor (context, &actor, NULL))
    brief = hf_brief_load (hf_app_context_get_reader (context), &actor,
                           ((const HfWorkItem *) view->follow_ups->pdata[0])->id, NULL);
  if (brief == NULL)
    brief = make_brief (view);
  hf_visit_form_set_context (self->form, context);
  hf_visit_form_set_brief (self->form, brief);
  return GTK_WIDGET (self);
}
