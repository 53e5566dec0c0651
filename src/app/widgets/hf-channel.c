/* hf-channel.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-channel.h"

#include "hf-tip.h"

static const struct
{
  const char *icon;
  const char *css_class;
} looks[] = {
  [HF_CHANNEL_HOME] = { "user-home-symbolic", "chan-home" },
  [HF_CHANNEL_PHONE] = { "call-start-symbolic", "chan-phone" },
  [HF_CHANNEL_OFFICE] = { "mark-location-symbolic", "chan-office" },
  [HF_CHANNEL_EVENT] = { "system-users-symbolic", "chan-event" },
  [HF_CHANNEL_MESSAGE] = { "chat-message-new-symbolic", "chan-message" },
  [HF_CHANNEL_POST] = { "mail-unread-symbolic", "chan-post" },
};

const char *
hf_channel_get_icon (HfChannel channel)
{
  g_return_val_if_fail ((guint) channel < G_N_ELEMENTS (looks), NULL);

  return looks[channel].icon;
}

/**
 * hf_channel_clear:
 *
 * Takes the channel's colour off @image.
 */
void
hf_channel_clear (GtkImage *image)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (image), looks[i].css_class);
}

/**
 * hf_channel_apply:
 *
 * Shows @channel: the icon says it, the colour helps, the tooltip names it.
 */
void
hf_channel_apply (GtkImage *image, HfChannel channel)
{
  g_return_if_fail ((guint) channel < G_N_ELEMENTS (looks));

  hf_channel_clear (image);
  gtk_widget_add_css_class (GTK_WIDGET (image), looks[channel].css_class);
  gtk_image_set_from_icon_name (image, looks[channel].icon);
  hf_tip_set (GTK_WIDGET (image), hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) channel));
}
