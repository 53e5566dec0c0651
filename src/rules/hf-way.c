/* hf-way.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-way.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"

static const char another_agent[] = "another-agent";

static gboolean
parse_way (const char *text, HfWay *way, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  int channel;

  if (!hf_domain_parse (HF_DOMAIN_CHANNEL, g_strstrip (parts[0]), &channel, error))
    return FALSE;
  way->channel = (HfChannel) channel;
  way->roles = HF_BIT (HF_ROLE_AGENT);
  return parts[1] == NULL || hf_roles_parse (parts[1], &way->roles, error);
}

static void
append_roles (GString *text, HfSet roles)
{
  const char *separator = "";

  for (guint i = 0; i <= HF_ROLE_ANOTHER_AGENT; i++)
    {
      if (!HF_SET_HAS (roles, i))
        continue;
      g_string_append (text, separator);
      g_string_append (text, i == HF_ROLE_ANOTHER_AGENT
                                 ? another_agent
                                 : hf_domain_get_nick (HF_DOMAIN_ROLE, (int) i));
      separator = "+";
    }
}

/* SCHED-3: who meets the customer has also spoken with them; a visit is replaced by nothing. */
static gboolean
channel_serves (HfChannel wanted, HfChannel used)
{
  if (wanted == used)
    return TRUE;
  return wanted == HF_CHANNEL_PHONE &&
         (used == HF_CHANNEL_HOME || used == HF_CHANNEL_OFFICE || used == HF_CHANNEL_EVENT);
}

/* A manager may do an agent's work; an expert's needs the qualification. */
static gboolean
roles_serve (HfSet wanted, HfSet present)
{
  if (present == 0)
    present = HF_BIT (HF_ROLE_AGENT);
  if (HF_SET_HAS (present, HF_ROLE_ANOTHER_AGENT) ||
      (HF_SET_HAS (present, HF_ROLE_MANAGER) && !HF_SET_HAS (wanted, HF_ROLE_MANAGER)))
    present |= HF_BIT (HF_ROLE_AGENT);
  return (wanted & ~present) == 0;
}

/**
 * hf_roles_parse:
 * @text: roles joined by `+`, for example `agent+expert`
 * @roles: (out): a set of #HfRole, perhaps with %HF_ROLE_ANOTHER_AGENT
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when a word is no role or none is there
 */
gboolean
hf_roles_parse (const char *text, HfSet *roles, GError **error)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL && roles != NULL, FALSE);

  words = g_strsplit (text, "+", -1);
  *roles = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      int role = HF_ROLE_ANOTHER_AGENT;

      if (strcmp (g_strstrip (words[i]), another_agent) != 0 &&
          !hf_domain_parse (HF_DOMAIN_ROLE, words[i], &role, error))
        return FALSE;
      *roles |= HF_BIT (role);
    }
  if (*roles != 0)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("No role is named."));
  return FALSE;
}

/**
 * hf_ways_parse:
 * @text: ways separated by `;`, each `CHANNEL:ROLE+ROLE`; without a role an agent's
 * @ways: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT naming what is wrong
 */
gboolean
hf_ways_parse (const char *text, HfWays *ways, GError **error)
{
  g_auto (GStrv) words = NULL;
  HfWays parsed = { 0 };

  g_return_val_if_fail (text != NULL && ways != NULL, FALSE);

  words = g_strsplit (text, ";", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*g_strstrip (words[i]) == '\0')
        continue;
      if (parsed.n_ways == HF_WAYS_MAX)
        {
          g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("No more than %d ways of contact are possible."), HF_WAYS_MAX);
          return FALSE;
        }
      if (!parse_way (words[i], &parsed.ways[parsed.n_ways++], error))
        return FALSE;
    }
  if (parsed.n_ways == 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("No way of contact is named, for example “phone:agent”."));
      return FALSE;
    }
  *ways = parsed;
  return TRUE;
}

/**
 * hf_ways_format:
 *
 * Returns: (transfer full): what hf_ways_parse() reads; empty for none
 */
char *
hf_ways_format (const HfWays *ways)
{
  GString *text;

  g_return_val_if_fail (ways != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < ways->n_ways; i++)
    {
      g_string_append_printf (text, "%s%s:", i > 0 ? ";" : "",
                              hf_domain_get_nick (HF_DOMAIN_CHANNEL, (int) ways->ways[i].channel));
      append_roles (text, ways->ways[i].roles);
    }
  return g_string_free (text, FALSE);
}

/**
 * hf_ways_get_channels:
 *
 * Returns: every channel among @ways, a set of #HfChannel
 */
HfSet
hf_ways_get_channels (const HfWays *ways)
{
  HfSet channels = 0;

  g_return_val_if_fail (ways != NULL, 0);

  for (guint i = 0; i < ways->n_ways; i++)
    channels |= HF_BIT (ways->ways[i].channel);
  return channels;
}

/**
 * hf_ways_get_roles:
 *
 * Returns: every role that has a part in any of @ways, a set of #HfRole
 */
HfSet
hf_ways_get_roles (const HfWays *ways)
{
  HfSet roles = 0;

  g_return_val_if_fail (ways != NULL, 0);

  for (guint i = 0; i < ways->n_ways; i++)
    roles |= ways->ways[i].roles;
  return roles;
}

/**
 * hf_ways_filter:
 * @channels: a set of #HfChannel
 *
 * Returns: those of @ways that go by one of @channels, in their order
 */
HfWays
hf_ways_filter (const HfWays *ways, HfSet channels)
{
  HfWays kept = { 0 };

  g_return_val_if_fail (ways != NULL, kept);

  for (guint i = 0; i < ways->n_ways; i++)
    {
      if (HF_SET_HAS (channels, ways->ways[i].channel))
        kept.ways[kept.n_ways++] = ways->ways[i];
    }
  return kept;
}

/**
 * hf_ways_are_satisfied:
 * @channel: by which a contact was made
 * @roles: of the staff who took part; 0 counts as an agent
 *
 * Whether that contact does what @ways ask for (SCHED-3): home, office and a talk
 * at an event also serve for `phone`, but nothing else for `home`.
 */
gboolean
hf_ways_are_satisfied (const HfWays *ways, HfChannel channel, HfSet roles)
{
  g_return_val_if_fail (ways != NULL, FALSE);

  for (guint i = 0; i < ways->n_ways; i++)
    {
      if (channel_serves (ways->ways[i].channel, channel) &&
          roles_serve (ways->ways[i].roles, roles))
        return TRUE;
    }
  return FALSE;
}
