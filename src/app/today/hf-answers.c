/* hf-answers.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-answers.h"

#include <glib/gi18n-lib.h>

#include "hf-texts.h"

/**
 * HfAnswers:
 *
 * What to answer when a customer asks something at the phone (TEXT-1, VISIT-2): type a word, read
 * the answer; the foot of the panel stays in reach for notes. Escape goes back.
 */
struct _HfAnswers
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkBox *list;
  GtkLabel *nothing;

  HfAppContext *context;
};

G_DEFINE_FINAL_TYPE (HfAnswers, hf_answers, ADW_TYPE_BIN)

static GtkWidget *
create_body (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_widget_add_css_class (label, "script");
  gtk_widget_set_margin_top (label, 4);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_can_focus (label, FALSE);
  return label;
}

static void
add_answer (HfAnswers *self, const HfTextPiece *piece, gboolean open)
{
  GtkWidget *expander = gtk_expander_new (piece->title);
  GtkWidget *title = gtk_label_new (piece->title);

  gtk_widget_add_css_class (title, "strong");
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), title);
  gtk_expander_set_child (GTK_EXPANDER (expander), create_body (piece->body));
  gtk_expander_set_expanded (GTK_EXPANDER (expander), open);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  piece->title, -1);
  gtk_box_append (self->list, expander);
}

static void
show_answers (HfAnswers *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  found = hf_texts_dup_answers (hf_app_context_get_reader (self->context), query, &error);
  if (found == NULL)
    hf_app_context_complain (self->context, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    add_answer (self, found->pdata[i], *query != '\0' && i == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), found != NULL && found->len == 0);
}

static void
on_stop (HfAnswers *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "today.brief", NULL);
}

static void
hf_answers_dispose (GObject *object)
{
  g_clear_object (&HF_ANSWERS (object)->context);

  G_OBJECT_CLASS (hf_answers_parent_class)->dispose (object);
}

static void
hf_answers_class_init (HfAnswersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_answers_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/today/hf-answers.ui");
  gtk_widget_class_bind_template_child (widget_class, HfAnswers, search);
  gtk_widget_class_bind_template_child (widget_class, HfAnswers, list);
  gtk_widget_class_bind_template_child (widget_class, HfAnswers, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, show_answers);
}

static void
hf_answers_init (HfAnswers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
hf_answers_set_context (HfAnswers *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_ANSWERS (self));

  g_set_object (&self->context, context);
}

/**
 * hf_answers_begin:
 *
 * Ready to type, with all questions below.
 */
void
hf_answers_begin (HfAnswers *self)
{
  g_return_if_fail (HF_IS_ANSWERS (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  show_answers (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
