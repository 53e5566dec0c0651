/* hf-greeting-panel.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-greeting-panel.h"

#include <glib/gi18n-lib.h>

#include "hf-brief.h"
#include "hf-phone-field.h"
#include "hf-tier-badge.h"
#include "hf-today-changes.h"

/**
 * HfGreetingPanel:
 *
 * The chosen line of a round: the words with the names filled in (TEXT-1), to be read out or
 * copied, the number masked (PHONE-1), what to keep off (TEXT-2), and the buttons that tick the
 * line off.
 */
struct _HfGreetingPanel
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *tier;
  GtkButton *card;
  HfPhoneField *phone;
  GtkLabel *why;
  GtkLabel *taboo;
  GtkLabel *words;
  GtkWidget *acts;
  GtkDropDown *channel;
  GtkWidget *tried;
  GtkLabel *trouble;

  HfAppContext *context;
  HfBrief *brief; /* (nullable) */
  gint64 shown;   /* the greeting */
};

G_DEFINE_FINAL_TYPE (HfGreetingPanel, hf_greeting_panel, ADW_TYPE_BIN)

static void
show_channels (HfGreetingPanel *self, const HfGreetingLine *line)
{
  gtk_drop_down_set_selected (self->channel, (guint) line->channel);
}

static void
show_tried (HfGreetingPanel *self)
{
  gtk_widget_set_visible (self->tried, hf_greeting_panel_get_channel (self) == HF_CHANNEL_PHONE);
}

/* What the customer wants left alone; the branch's own stand in the visit panel. */
static void
show_taboo (HfGreetingPanel *self)
{
  const char *taboos = self->brief->card->taboos;
  g_autofree char *text = g_strdup_printf (_ ("Mind: %s"), taboos);

  gtk_label_set_label (self->taboo, text);
  gtk_widget_set_visible (GTK_WIDGET (self->taboo), *taboos != '\0');
}

static void
show_brief (HfGreetingPanel *self, const HfGreetingLine *line)
{
  const HfCard *card = self->brief->card;

  gtk_label_set_label (self->name, card->name);
  hf_tier_badge_apply (self->tier, card->tier);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->card), "x", card->id);
  hf_phone_field_set_customer (self->phone, self->context, card->id, card->phones[0]);
  gtk_label_set_label (self->why, self->brief->item->reason);
  gtk_label_set_label (self->words, self->brief->script != NULL ? self->brief->script : "");
  show_taboo (self);
  if (line->id != self->shown)
    show_channels (self, line);
  show_tried (self);
  gtk_widget_set_visible (self->acts, line->state == HF_FOLLOW_UP_OPEN);
}

static void
hf_greeting_panel_dispose (GObject *object)
{
  HfGreetingPanel *self = HF_GREETING_PANEL (object);

  g_clear_pointer (&self->brief, hf_brief_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_greeting_panel_parent_class)->dispose (object);
}

static void
hf_greeting_panel_class_init (HfGreetingPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_greeting_panel_dispose;
  g_type_ensure (HF_TYPE_PHONE_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/greetings/hf-greeting-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, HfGreetingPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingPanel, name);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingPanel, tier);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingPanel, card);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingPanel, phone);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingPanel, why);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingPanel, taboo);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingPanel, words);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingPanel, acts);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingPanel, channel);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingPanel, tried);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingPanel, trouble);
  gtk_widget_class_bind_template_callback (widget_class, show_tried);
}

static void
hf_greeting_panel_init (HfGreetingPanel *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < hf_domain_get_size (HF_DOMAIN_CHANNEL); i++)
    gtk_string_list_append (names, hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) i));
  gtk_drop_down_set_model (self->channel, G_LIST_MODEL (names));
  g_object_unref (names);
}

void
hf_greeting_panel_set_context (HfGreetingPanel *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_GREETING_PANEL (self));

  g_set_object (&self->context, context);
}

static HfBrief *
load_brief (HfGreetingPanel *self, const HfGreetingLine *line, GError **error)
{
  HfActor actor;

  return hf_app_context_init_actor (self->context, &actor, error)
             ? hf_brief_load (hf_app_context_get_reader (self->context), &actor, line->follow_up_id,
                              error)
             : NULL;
}

/**
 * hf_greeting_panel_show:
 * @line: (nullable): nobody is chosen without one; copied from
 */
void
hf_greeting_panel_show (HfGreetingPanel *self, const HfGreetingLine *line)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HF_IS_GREETING_PANEL (self));

  g_clear_pointer (&self->brief, hf_brief_free);
  if (line != NULL)
    self->brief = load_brief (self, line, &error);
  if (self->brief != NULL)
    show_brief (self, line);
  else if (error != NULL)
    gtk_label_set_label (self->trouble, error->message);
  self->shown = line != NULL ? line->id : 0;
  gtk_stack_set_visible_child_name (self->stack, self->brief != NULL ? "line"
                                                 : error != NULL     ? "trouble"
                                                                     : "nobody");
}

HfChannel
hf_greeting_panel_get_channel (HfGreetingPanel *self)
{
  g_return_val_if_fail (HF_IS_GREETING_PANEL (self), HF_CHANNEL_PHONE);

  return (HfChannel) gtk_drop_down_get_selected (self->channel);
}

/**
 * hf_greeting_panel_copy:
 *
 * Puts the words on the clipboard, for a message. No number goes there (PHONE-4).
 */
void
hf_greeting_panel_copy (HfGreetingPanel *self)
{
  g_return_if_fail (HF_IS_GREETING_PANEL (self));

  if (self->brief == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_label (self->words));
  hf_app_context_say (self->context, _ ("The words are copied"), FALSE, 0);
}

/**
 * hf_greeting_panel_leave_out:
 *
 * Asks why the customer is not greeted (SCHED-8).
 */
void
hf_greeting_panel_leave_out (HfGreetingPanel *self)
{
  g_return_if_fail (HF_IS_GREETING_PANEL (self));

  if (self->brief != NULL && self->brief->item->state == HF_FOLLOW_UP_OPEN)
    hf_today_ask_reason (GTK_WIDGET (self), self->context, self->brief->item);
}
