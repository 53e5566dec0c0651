/* hf-notifier.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-notifier.h"

/**
 * HfNotifier:
 *
 * What the reminder engine needs of a notification server. #HfDesktopNotifier is the
 * desktop's; tests have one that only remembers.
 *
 * All of it belongs to one thread: the one whose main context was the default when the
 * notifier was made.
 */

G_DEFINE_INTERFACE (HfNotifier, hf_notifier, G_TYPE_OBJECT)

/* clang-format off: it takes the words apart */
G_DEFINE_QUARK (hf - notifier - error, hf_notifier_error)
/* clang-format on */

enum
{
  ACTION,
  CLOSED,
  SERVER_APPEARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
hf_notifier_default_init (HfNotifierInterface *iface)
{
  /**
   * HfNotifier::action:
   * @key: of the notification
   * @id: of the action that the person chose
   * @token: (nullable): what lets a window of ours come to the front
   *
   * Most servers close the notification then, which #HfNotifier::closed tells as
   * %HF_NOTIFICATION_DISMISSED afterwards.
   */
  signals[ACTION] =
      g_signal_new ("action", HF_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);

  /**
   * HfNotifier::closed:
   * @key: of the notification
   * @reason: a #HfNotificationClosed
   *
   * Not emitted for what hf_notifier_withdraw() takes away.
   */
  signals[CLOSED] = g_signal_new ("closed", HF_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  /**
   * HfNotifier::server-appeared:
   *
   * Now is the time to show what could not be shown. Also emitted for a server that is
   * there from the start.
   */
  signals[SERVER_APPEARED] = g_signal_new ("server-appeared", HF_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * hf_notifier_show:
 * @notification: borrowed for the call
 *
 * May block for as long as the server takes, half a minute at most: not for a thread
 * that a person waits for.
 *
 * Returns: %FALSE with a #HfNotifierError when it could not be shown
 */
gboolean
hf_notifier_show (HfNotifier *self, const HfNotification *notification, GError **error)
{
  g_return_val_if_fail (HF_IS_NOTIFIER (self), FALSE);
  g_return_val_if_fail (notification != NULL && notification->key != NULL, FALSE);
  g_return_val_if_fail (notification->title != NULL && notification->body != NULL, FALSE);

  return HF_NOTIFIER_GET_IFACE (self)->show (self, notification, error);
}

/**
 * hf_notifier_withdraw:
 * @key: of a notification; when it is not shown any more nothing happens
 */
void
hf_notifier_withdraw (HfNotifier *self, const char *key)
{
  g_return_if_fail (HF_IS_NOTIFIER (self));
  g_return_if_fail (key != NULL);

  HF_NOTIFIER_GET_IFACE (self)->withdraw (self, key);
}

void
hf_notifier_emit_action (HfNotifier *self, const char *key, const char *id, const char *token)
{
  g_return_if_fail (HF_IS_NOTIFIER (self));

  g_signal_emit (self, signals[ACTION], 0, key, id, token);
}

void
hf_notifier_emit_closed (HfNotifier *self, const char *key, HfNotificationClosed reason)
{
  g_return_if_fail (HF_IS_NOTIFIER (self));

  g_signal_emit (self, signals[CLOSED], 0, key, (int) reason);
}

void
hf_notifier_emit_server_appeared (HfNotifier *self)
{
  g_return_if_fail (HF_IS_NOTIFIER (self));

  g_signal_emit (self, signals[SERVER_APPEARED], 0);
}
