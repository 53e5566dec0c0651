/* hf-notifier.h: shows notifications, whoever does it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HF_NOTIFIER_ERROR (hf_notifier_error_quark ())

/**
 * HfNotifierError:
 * @HF_NOTIFIER_ERROR_NO_SERVER: the desktop has nothing that shows notifications; try
 *   again at #HfNotifier::server-appeared
 * @HF_NOTIFIER_ERROR_NO_ANSWER: the server hangs; try again later
 * @HF_NOTIFIER_ERROR_REFUSED: the server would not show this one
 */
typedef enum
{
  HF_NOTIFIER_ERROR_NO_SERVER,
  HF_NOTIFIER_ERROR_NO_ANSWER,
  HF_NOTIFIER_ERROR_REFUSED,
} HfNotifierError;

typedef enum
{
  HF_URGENCY_LOW,
  HF_URGENCY_NORMAL,
  HF_URGENCY_HIGH,
} HfUrgency;

/**
 * HfNotificationClosed:
 * @HF_NOTIFICATION_EXPIRED: nobody touched it
 * @HF_NOTIFICATION_DISMISSED: the person closed it, or pressed one of its buttons
 * @HF_NOTIFICATION_LOST: the server went away with all that it showed
 */
typedef enum
{
  HF_NOTIFICATION_EXPIRED,
  HF_NOTIFICATION_DISMISSED,
  HF_NOTIFICATION_LOST,
} HfNotificationClosed;

/* The id of the action that a click on the notification itself stands for. */
#define HF_NOTIFICATION_DEFAULT_ACTION "default"

typedef struct
{
  const char *id;
  const char *label;
} HfNotificationAction;

/**
 * HfNotification:
 * @key: names it; another one with the same key takes its place
 * @title: one line, plain text
 * @body: plain text; markup is shown as it stands
 * @urgency: a high one stays until it is dismissed
 * @actions: its buttons; left out where the server has none
 */
typedef struct
{
  const char *key;
  const char *title;
  const char *body;
  HfUrgency urgency;
  const HfNotificationAction *actions;
  gsize n_actions;
} HfNotification;

#define HF_TYPE_NOTIFIER (hf_notifier_get_type ())
G_DECLARE_INTERFACE (HfNotifier, hf_notifier, HF, NOTIFIER, GObject)

struct _HfNotifierInterface
{
  GTypeInterface parent;

  gboolean (*show) (HfNotifier *self, const HfNotification *notification, GError **error);
  void (*withdraw) (HfNotifier *self, const char *key);
};

GQuark hf_notifier_error_quark (void);

gboolean hf_notifier_show (HfNotifier *self, const HfNotification *notification, GError **error);
void hf_notifier_withdraw (HfNotifier *self, const char *key);

/* For those who implement it. */
void hf_notifier_emit_action (HfNotifier *self, const char *key, const char *id, const char *token);
void hf_notifier_emit_closed (HfNotifier *self, const char *key, HfNotificationClosed reason);
void hf_notifier_emit_server_appeared (HfNotifier *self);

G_END_DECLS
