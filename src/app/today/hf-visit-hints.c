/* hf-visit-hints.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-hints.h"

#include <glib/gi18n-lib.h>

#include "hf-try.h"

/* VISIT-5: after so many tries another number or a message. */
#define TRIES_TO_HINT (2)

/**
 * HfVisitHints:
 *
 * A few sentences where there is something to say, nothing where there is not: an open adverse
 * reaction (COMP-6), tries without an answer (VISIT-5, CARD-9), too many contacts of one kind
 * (VISIT-7), a follow-up that somebody else has closed meanwhile.
 */
struct _HfVisitHints
{
  AdwBin parent_instance;

  GtkLabel *gone;
  GtkLabel *adverse;
  GtkWidget *tries;
  GtkLabel *tries_text;
  GtkLabel *mix;
};

G_DEFINE_FINAL_TYPE (HfVisitHints, hf_visit_hints, ADW_TYPE_BIN)

static void
say (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static GtkWidget *
create_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_widget_add_css_class (label, "hf-small");
  gtk_widget_set_visible (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
create_tries (HfVisitHints *self, GtkWidget *box)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Send a _Message"));

  self->tries = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->tries_text = GTK_LABEL (create_label (self->tries, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->tries_text), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->tries_text), TRUE);
  gtk_widget_add_css_class (self->tries, "hint");
  gtk_widget_add_css_class (button, "hf-flatbtn");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "today.message");
  gtk_box_append (GTK_BOX (self->tries), button);
  gtk_box_append (GTK_BOX (box), self->tries);
}

static void
hf_visit_hints_class_init (HfVisitHintsClass *klass)
{
}

static void
hf_visit_hints_init (HfVisitHints *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->gone = GTK_LABEL (create_label (box, "hint"));
  self->adverse = GTK_LABEL (create_label (box, "alarm"));
  create_tries (self, box);
  self->mix = GTK_LABEL (create_label (box, "hint"));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
format_tries (const HfBrief *brief)
{
  guint n_numbers = g_strv_length (brief->card->phones);
  const char *advice = n_numbers > 1 ? _ ("Try the other number, or send a message.")
                                     : _ ("Ask for another number, or send a message.");

  if (brief->n_failed_days + 1 >= HF_TRY_DAYS_TO_DISCARD)
    advice = _ ("After one more on another day the card is discarded; a message may help.");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d try without an answer. %s",
                                       "%d tries without an answer. %s", (gulong) brief->n_failed),
                          brief->n_failed, advice);
}

static char *
format_mix (const HfBrief *brief)
{
  const char *last = hf_domain_get_label (HF_DOMAIN_MIX, brief->mix_last);
  const char *other = hf_domain_get_label (HF_DOMAIN_MIX, brief->mix_suggested);

  if (brief->mix_suggested == HF_MIX_PERSONAL)
    return g_strdup_printf (_ ("Three times “%s”. This time perhaps what they enjoy: %s"), last,
                            brief->interests);
  return g_strdup_printf (_ ("Three times “%s”. This time perhaps “%s”."), last, other);
}

void
hf_visit_hints_set_brief (HfVisitHints *self, const HfBrief *brief)
{
  gboolean tries = brief->n_failed >= TRIES_TO_HINT;
  g_autofree char *text = tries ? format_tries (brief) : NULL;
  g_autofree char *mix = brief->mix_suggested >= 0 ? format_mix (brief) : NULL;

  g_return_if_fail (HF_IS_VISIT_HINTS (self));

  say (self->gone, NULL);
  say (self->adverse, brief->adverse != 0
                          ? _ ("Adverse reaction, not closed yet: stop or reduce use until an "
                               "expert has answered.")
                          : NULL);
  gtk_label_set_label (self->tries_text, text != NULL ? text : "");
  gtk_widget_set_visible (self->tries, tries);
  say (self->mix, mix);
  gtk_widget_set_visible (GTK_WIDGET (self), brief->adverse != 0 || tries || mix != NULL);
}

/**
 * hf_visit_hints_say_gone:
 * @text: what became of the follow-up, and of what was written here
 */
void
hf_visit_hints_say_gone (HfVisitHints *self, const char *text)
{
  g_return_if_fail (HF_IS_VISIT_HINTS (self));

  say (self->gone, text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
