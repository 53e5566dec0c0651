/* hf-fake-notifier.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-fake-notifier.h"

struct _HfFakeNotifier
{
  GObject parent;

  gboolean has_server;
  GHashTable *shown; /* key → "title|body|action,action," */
  GString *log;      /* a line for each call */
};

static void hf_fake_notifier_iface_init (HfNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfFakeNotifier,
                               hf_fake_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_NOTIFIER,
                                                      hf_fake_notifier_iface_init))

static gboolean
hf_fake_notifier_show (HfNotifier *notifier, const HfNotification *notification, GError **error)
{
  HfFakeNotifier *self = HF_FAKE_NOTIFIER (notifier);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!self->has_server)
    {
      g_string_append_printf (self->log, "failed %s\n", notification->key);
      g_set_error_literal (error, HF_NOTIFIER_ERROR, HF_NOTIFIER_ERROR_NO_SERVER, "no server");
      return FALSE;
    }
  g_string_append_printf (text, "%s|%s|", notification->title, notification->body);
  for (gsize i = 0; i < notification->n_actions; i++)
    g_string_append_printf (text, "%s,", notification->actions[i].id);
  g_string_append_printf (self->log, "show %s\n", notification->key);
  g_hash_table_replace (self->shown, g_strdup (notification->key), g_strdup (text->str));
  return TRUE;
}

static void
hf_fake_notifier_withdraw (HfNotifier *notifier, const char *key)
{
  HfFakeNotifier *self = HF_FAKE_NOTIFIER (notifier);

  if (g_hash_table_remove (self->shown, key))
    g_string_append_printf (self->log, "withdraw %s\n", key);
}

static void
hf_fake_notifier_finalize (GObject *object)
{
  HfFakeNotifier *self = HF_FAKE_NOTIFIER (object);

  g_hash_table_unref (self->shown);
  g_string_free (self->log, TRUE);
  G_OBJECT_CLASS (hf_fake_notifier_parent_class)->finalize (object);
}

static void
hf_fake_notifier_iface_init (HfNotifierInterface *iface)
{
  iface->show = hf_fake_notifier_show;
  iface->withdraw = hf_fake_notifier_withdraw;
}

static void
hf_fake_notifier_class_init (HfFakeNotifierClass *class)
{
  G_OBJECT_CLASS (class)->finalize = hf_fake_notifier_finalize;
}

static void
hf_fake_notifier_init (HfFakeNotifier *self)
{
  self->has_server = TRUE;
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->log = g_string_new (NULL);
}

/**
 * hf_fake_notifier_new:
 *
 * Returns: (transfer full): a notifier whose server is there
 */
HfFakeNotifier *
hf_fake_notifier_new (void)
{
  return g_object_new (HF_TYPE_FAKE_NOTIFIER, NULL);
}

/**
 * hf_fake_notifier_set_server:
 *
 * Lets the server come, or go with all that it shows.
 */
void
hf_fake_notifier_set_server (HfFakeNotifier *self, gboolean is_there)
{
  g_auto (GStrv) keys = NULL;

  if (self->has_server == is_there)
    return;
  self->has_server = is_there;
  if (is_there)
    {
      hf_notifier_emit_server_appeared (HF_NOTIFIER (self));
      return;
    }
  keys = (char **) g_hash_table_get_keys_as_array (self->shown, NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    keys[i] = g_strdup (keys[i]);
  g_hash_table_remove_all (self->shown);
  for (guint i = 0; keys[i] != NULL; i++)
    hf_notifier_emit_closed (HF_NOTIFIER (self), keys[i], HF_NOTIFICATION_LOST);
}

/**
 * hf_fake_notifier_get_shown:
 *
 * Returns: (nullable): "title|body|action,action," of what is shown under @key
 */
const char *
hf_fake_notifier_get_shown (HfFakeNotifier *self, const char *key)
{
  return g_hash_table_lookup (self->shown, key);
}

guint
hf_fake_notifier_get_n_shown (HfFakeNotifier *self)
{
  return g_hash_table_size (self->shown);
}

/**
 * hf_fake_notifier_get_log:
 *
 * Returns: a line for each call so far: `show KEY`, `withdraw KEY` or `failed KEY`
 */
const char *
hf_fake_notifier_get_log (HfFakeNotifier *self)
{
  return self->log->str;
}

/**
 * hf_fake_notifier_press:
 *
 * As if the person pressed the button @id: the notification closes, as on most desktops.
 */
void
hf_fake_notifier_press (HfFakeNotifier *self, const char *key, const char *id)
{
  g_return_if_fail (g_hash_table_contains (self->shown, key));

  hf_notifier_emit_action (HF_NOTIFIER (self), key, id, NULL);
  if (g_hash_table_remove (self->shown, key))
    hf_notifier_emit_closed (HF_NOTIFIER (self), key, HF_NOTIFICATION_DISMISSED);
}
