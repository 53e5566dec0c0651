/* hf-outcome-keys.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-outcome-keys.h"

#include <adwaita.h>

/* In the order of the keys 1 to 7. */
static const HfOutcome phone_outcomes[HF_N_OUTCOME_KEYS] = {
  HF_OUTCOME_REACHED, HF_OUTCOME_ASKED_TO_CALL_LATER, HF_OUTCOME_NO_ANSWER, HF_OUTCOME_BUSY,
  HF_OUTCOME_OFF,     HF_OUTCOME_WRONG_NUMBER,        HF_OUTCOME_REFUSED,
};

static const HfOutcome home_outcomes[] = { HF_OUTCOME_REACHED, HF_OUTCOME_ASKED_TO_CALL_LATER,
                                           HF_OUTCOME_NOT_HOME, HF_OUTCOME_REFUSED };

static gboolean
has_lines (HfChannel channel)
{
  return channel == HF_CHANNEL_PHONE || channel == HF_CHANNEL_MESSAGE;
}

/**
 * hf_outcome_keys_get_n:
 *
 * Returns: how many outcomes a contact by @channel can have
 */
guint
hf_outcome_keys_get_n (HfChannel channel)
{
  return has_lines (channel) ? HF_N_OUTCOME_KEYS : G_N_ELEMENTS (home_outcomes);
}

/**
 * hf_outcome_keys_get:
 * @index: from 0, below hf_outcome_keys_get_n()
 */
HfOutcome
hf_outcome_keys_get (HfChannel channel, guint index)
{
  return has_lines (channel) ? phone_outcomes[index] : home_outcomes[index];
}

/**
 * hf_outcome_keys_show:
 * @button: with a label in it; it is called what the key means, or hidden when it means nothing
 */
void
hf_outcome_keys_show (HfChannel channel, guint index, GtkButton *button)
{
  gboolean shown = index < hf_outcome_keys_get_n (channel);
  g_autofree char *markup = NULL;
  const char *name;

  gtk_widget_set_visible (GTK_WIDGET (button), shown);
  if (!shown)
    return;
  name = hf_domain_get_label (HF_DOMAIN_OUTCOME, (int) hf_outcome_keys_get (channel, index));
  /* A narrow space: the widest label and its key have to fit at 125 % text, too. */
  markup = g_strdup_printf (
      "%s\u2009<span size='small' alpha='%s'>%u</span>", name,
      adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? "100%" : "55%",
      index + 1);
  gtk_label_set_markup (GTK_LABEL (gtk_button_get_child (button)), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
