/* hf-visit-panel.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-panel-private.h"

#include <glib/gi18n-lib.h>

#include "hf-late-icons.h"

/**
 * HfVisitPanel:
 *
 * All that somebody wants to see while they dial (VISIT-2): who, why now, the last three contacts,
 * what to ask, what to avoid. The foot, with what came of it, never scrolls away.
 */
G_DEFINE_FINAL_TYPE (HfVisitPanel, hf_visit_panel, ADW_TYPE_BIN)

/* Once a call has begun, what to ask and to say matters more than the calls before. */
static void
on_outcome_chosen (HfVisitPanel *self)
{
  GtkWidget *last = gtk_widget_get_first_child (GTK_WIDGET (self->visits));

  gtk_widget_set_visible (self->visits_title, last != NULL && !hf_visit_form_is_begun (self->form));
  for (GtkWidget *child = last; child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == last || !hf_visit_form_is_begun (self->form));
}

static void
hf_visit_panel_dispose (GObject *object)
{
  HfVisitPanel *self = HF_VISIT_PANEL (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->brief, hf_brief_free);

  G_OBJECT_CLASS (hf_visit_panel_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, closing);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, script);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, script_box);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, birthday);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, birthday_icon);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, hints);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, answers);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, top);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, avatar);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, name);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, tier);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, about);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, phone);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, callable);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, call);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, why);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, why_plan);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, why_late);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, why_purpose);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, why_reason);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, case_button);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, matters);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, visits_title);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, visits);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, checks_title);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, checks_count);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, checks);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, taboo_box);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, taboos);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, form);
}

static void
hf_visit_panel_class_init (HfVisitPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_visit_panel_dispose;
  g_type_ensure (HF_TYPE_ANSWERS);
  g_type_ensure (HF_TYPE_PHONE_FIELD);
  g_type_ensure (HF_TYPE_VISIT_FORM);
  g_type_ensure (HF_TYPE_VISIT_HINTS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/today/hf-visit-panel.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_outcome_chosen);
}

static void
hf_visit_panel_init (HfVisitPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hf_late_icons_wait (self->stack);
}

void
hf_visit_panel_set_context (HfVisitPanel *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  g_set_object (&self->context, context);
  hf_visit_form_set_context (self->form, context);
  hf_answers_set_context (self->answers, context);
}

/**
 * hf_visit_panel_show:
 * @follow_up: 0 for none
 *
 * Reads a few rows by their ids.
 */
void
hf_visit_panel_show (HfVisitPanel *self, gint64 follow_up)
{
  g_autoptr (GError) error = NULL;
  HfBrief *brief = NULL;
  HfActor actor;
  gboolean another;

  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  if (follow_up != 0 && hf_app_context_init_actor (self->context, &actor, &error))
    brief = hf_brief_load (hf_app_context_get_reader (self->context), &actor, follow_up, &error);
  if (brief == NULL && hf_visit_panel_is_dirty (self) && self->brief->item->id == follow_up)
    {
      hf_visit_hints_say_gone (self->hints,
                               _ ("This customer was removed in another window. What you wrote is "
                                  "still here to be copied."));
      return;
    }
  if (error != NULL)
    hf_app_context_complain (self->context, error);
  another = brief == NULL || self->brief == NULL || self->brief->item->id != brief->item->id;
  g_clear_pointer (&self->brief, hf_brief_free);
  self->brief = brief;
  if (brief != NULL)
    hf_visit_panel_show_brief (self, another);
  else
    gtk_stack_set_visible_child_name (self->stack, "nobody");
}

/**
 * hf_visit_panel_get_brief:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
const HfBrief *
hf_visit_panel_get_brief (HfVisitPanel *self)
{
  g_return_val_if_fail (HF_IS_VISIT_PANEL (self), NULL);

  return self->brief;
}

void
hf_visit_panel_choose_outcome (HfVisitPanel *self, guint number)
{
  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  if (self->brief != NULL)
    hf_visit_form_choose_outcome (self->form, number);
}

void
hf_visit_panel_record (HfVisitPanel *self)
{
  g_auto (GStrv) ticked = NULL;

  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  if (self->brief == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->form)))
    return;
  ticked = hf_visit_panel_dup_ticked (self);
  hf_visit_form_record (self->form, ticked);
}

void
hf_visit_panel_reveal (HfVisitPanel *self)
{
  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  if (self->brief != NULL)
    hf_phone_field_reveal (self->phone);
}

void
hf_visit_panel_call (HfVisitPanel *self)
{
  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  if (self->brief == NULL)
    return;
  hf_phone_field_call (self->phone);
  hf_visit_form_begin_call (self->form);
}

/**
 * hf_visit_panel_is_dirty:
 *
 * Whether something was written that is not recorded yet: it must not go with the line.
 */
gboolean
hf_visit_panel_is_dirty (HfVisitPanel *self)
{
  g_return_val_if_fail (HF_IS_VISIT_PANEL (self), FALSE);

  return self->brief != NULL && hf_visit_form_is_dirty (self->form);
}

/**
 * hf_visit_panel_show_answers:
 *
 * Common questions in the place of the brief (VISIT-2), or back to it.
 */
void
hf_visit_panel_show_answers (HfVisitPanel *self, gboolean shown)
{
  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  gtk_stack_set_visible_child_name (self->top, shown ? "answers" : "brief");
  if (shown)
    hf_answers_begin (self->answers);
}

/**
 * hf_visit_panel_choose_message:
 *
 * After tries without an answer: the contact is to be a message (VISIT-5).
 */
void
hf_visit_panel_choose_message (HfVisitPanel *self)
{
  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  if (self->brief != NULL)
    hf_visit_form_set_channel (self->form, HF_CHANNEL_MESSAGE);
}

void
hf_visit_panel_show_details (HfVisitPanel *self)
{
  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  hf_visit_form_show_details (self->form);
}
