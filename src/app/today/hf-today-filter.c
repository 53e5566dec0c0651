/* hf-today-filter.c: which follow-ups Today shows
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-today-page-private.h"

static const char *const channel_nicks[] = { "all",   "phone",   "home", "office",
                                             "event", "message", "post", NULL };

/**
 * hf_today_page_get_filter:
 *
 * What the toolbar says, for the person at the desk and at this moment.
 */
HfTodayFilter
hf_today_page_get_filter (HfTodayPage *self)
{
  HfTodayFilter filter = { hf_app_context_get_now (self->context), 0, -1, FALSE };
  guint channel = gtk_drop_down_get_selected (self->channel);

  /* Agents look after their own customers (ROLE-1). */
  if (gtk_drop_down_get_selected (self->scope) == 0 ||
      !gtk_widget_get_visible (GTK_WIDGET (self->scope)))
    filter.staff_id = hf_app_context_get_staff (self->context);
  if (channel > 0 && channel < G_N_ELEMENTS (channel_nicks) - 1)
    hf_domain_parse (HF_DOMAIN_CHANNEL, channel_nicks[channel], &filter.channel, NULL);
  filter.callable = gtk_toggle_button_get_active (self->callable);
  return filter;
}

gboolean
hf_today_page_has_filter (HfTodayPage *self)
{
  return gtk_drop_down_get_selected (self->channel) > 0 ||
         gtk_toggle_button_get_active (self->callable);
}

static HfRole
get_role (HfTodayPage *self)
{
  HfActor actor = { .role = HF_ROLE_AGENT };

  hf_app_context_init_actor (self->context, &actor, NULL);
  return actor.role;
}

/**
 * hf_today_page_show_scope:
 *
 * Only managers and experts choose whose work they see; managers begin with everybody's (ROLE-1,
 * WORK-1).
 */
void
hf_today_page_show_scope (HfTodayPage *self)
{
  GSettings *settings = hf_app_context_get_settings (self->context);
  g_autofree char *chosen = g_settings_get_string (settings, "today-scope");
  HfRole role = get_role (self);
  gboolean everybody =
      *chosen != '\0' ? g_str_equal (chosen, "everybody") : role == HF_ROLE_MANAGER;

  gtk_widget_set_visible (GTK_WIDGET (self->scope), role != HF_ROLE_AGENT);
  if (gtk_drop_down_get_selected (self->scope) != (guint) everybody)
    gtk_drop_down_set_selected (self->scope, (guint) everybody);
}

void
hf_today_page_restore_filter (HfTodayPage *self, GSettings *settings)
{
  g_autofree char *channel = g_settings_get_string (settings, "today-channel");

  for (guint i = 0; channel_nicks[i] != NULL; i++)
    if (g_strcmp0 (channel_nicks[i], channel) == 0)
      gtk_drop_down_set_selected (self->channel, i);
  gtk_toggle_button_set_active (self->callable,
                                g_settings_get_boolean (settings, "today-callable"));
}

void
hf_today_page_save_filter (HfTodayPage *self)
{
  GSettings *settings = hf_app_context_get_settings (self->context);
  gboolean everybody = gtk_drop_down_get_selected (self->scope) > 0;

  g_settings_set_string (settings, "today-scope",
                         everybody == (get_role (self) == HF_ROLE_MANAGER) ? ""
                         : everybody                                       ? "everybody"
                                                                           : "mine");
  g_settings_set_string (settings, "today-channel",
                         channel_nicks[gtk_drop_down_get_selected (self->channel)]);
  g_settings_set_boolean (settings, "today-callable",
                          gtk_toggle_button_get_active (self->callable));
}
