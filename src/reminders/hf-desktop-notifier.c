/* hf-desktop-notifier.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-desktop-notifier.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libnotify/notify.h>

/* libnotify's calls give up after 25 seconds. A server that let one wait this long is
 * left alone for a while, so that ten reminders do not block ten times. */
#define HANGS_AFTER_US    (10 * G_USEC_PER_SEC)
#define LEAVE_IT_ALONE_US (60 * G_USEC_PER_SEC)
#define SERVER_NAME       "org.freedesktop.Notifications"
#define PORTAL_NAME       "org.freedesktop.portal.Desktop"
#define KEY_OF_OBJECT     "hf-key"

/**
 * HfDesktopNotifier:
 *
 * libnotify behind #HfNotifier. Inside a sandbox libnotify goes through the portal by
 * itself. A server need not be there: D-Bus may start one when something is to be shown,
 * and one that comes later is announced.
 */
struct _HfDesktopNotifier
{
  GObject parent;

  char *desktop_id;
  GHashTable *shown; /* key → NotifyNotification, owns both */
  guint watch;

  gboolean knows_server; /* whether the next two are true of it */
  gboolean has_actions;
  gboolean has_markup;
  gint64 alone_until; /* monotonic */
};

static void hf_desktop_notifier_iface_init (HfNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfDesktopNotifier,
                               hf_desktop_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_NOTIFIER,
                                                      hf_desktop_notifier_iface_init))

static gboolean
is_sandboxed (void)
{
  return g_getenv ("NOTIFY_FORCE_PORTAL") != NULL ||
         g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static gboolean
has_capability (GList *capabilities, const char *name)
{
  return g_list_find_custom (capabilities, name, (GCompareFunc) g_strcmp0) != NULL;
}

/* A server that is not there has no capabilities: ask again then. */
static void
learn_about_server (HfDesktopNotifier *self)
{
  GList *capabilities;

  if (self->knows_server)
    return;
  capabilities = notify_get_server_caps ();
  self->knows_server = capabilities != NULL;
  self->has_actions = has_capability (capabilities, "actions");
  self->has_markup = has_capability (capabilities, "body-markup");
  g_list_free_full (capabilities, g_free);
}

/* Takes the notification from the table without telling anybody.
 *
 * Returns: (transfer full) (nullable): */
static GObject *
forget (HfDesktopNotifier *self, const char *key)
{
  gpointer stolen_key = NULL, notification = NULL;

  g_hash_table_steal_extended (self->shown, key, &stolen_key, &notification);
  g_free (stolen_key);
  return notification;
}

static void
on_action (NotifyNotification *notification, char *action, gpointer user_data)
{
  g_autoptr (HfDesktopNotifier) self = g_object_ref (HF_DESKTOP_NOTIFIER (user_data));
  g_autofree char *key = g_strdup (g_object_get_data (G_OBJECT (notification), KEY_OF_OBJECT));

  hf_notifier_emit_action (HF_NOTIFIER (self), key, action,
                           notify_notification_get_activation_token (notification));
}

static void
on_closed (NotifyNotification *notification, HfDesktopNotifier *self)
{
  const char *name = g_object_get_data (G_OBJECT (notification), KEY_OF_OBJECT);
  g_autofree char *key = g_strdup (name);
  g_autoptr (GObject) gone = NULL;
  gboolean expired =
      notify_notification_get_closed_reason (notification) == NOTIFY_CLOSED_REASON_EXPIRED;

  if (g_hash_table_lookup (self->shown, key) != notification)
    return;
  gone = forget (self, key);
  hf_notifier_emit_closed (HF_NOTIFIER (self), key,
                           expired ? HF_NOTIFICATION_EXPIRED : HF_NOTIFICATION_DISMISSED);
}

static void
on_server_appeared (GDBusConnection *bus, const char *name, const char *owner, gpointer user_data)
{
  HfDesktopNotifier *self = user_data;

  self->knows_server = FALSE;
  self->alone_until = 0;
  hf_notifier_emit_server_appeared (HF_NOTIFIER (self));
}

static void
on_server_vanished (GDBusConnection *bus, const char *name, gpointer user_data)
{
  g_autoptr (HfDesktopNotifier) self = g_object_ref (HF_DESKTOP_NOTIFIER (user_data));
  g_autoptr (GHashTable) lost = g_steal_pointer (&self->shown);
  GHashTableIter iter;
  gpointer key;

  /* Whoever is told may show something again. */
  self->shown = create_table ();
  self->knows_server = FALSE;
  g_hash_table_iter_init (&iter, lost);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    hf_notifier_emit_closed (HF_NOTIFIER (self), key, HF_NOTIFICATION_LOST);
}

static NotifyNotification *
add_notification (HfDesktopNotifier *self, const char *key)
{
  NotifyNotification *created = notify_notification_new ("", NULL, self->desktop_id);

  g_hash_table_replace (self->shown, g_strdup (key), created);
  g_object_set_data_full (G_OBJECT (created), KEY_OF_OBJECT, g_strdup (key), g_free);
  notify_notification_set_hint (created, "desktop-entry", g_variant_new_string (self->desktop_id));
  g_signal_connect_object (created, "closed", G_CALLBACK (on_closed), self, 0);
  return created;
}

static NotifyUrgency
to_libnotify (HfUrgency urgency)
{
  static const NotifyUrgency urgencies[] = {
    [HF_URGENCY_LOW] = NOTIFY_URGENCY_LOW,
    [HF_URGENCY_NORMAL] = NOTIFY_URGENCY_NORMAL,
    [HF_URGENCY_HIGH] = NOTIFY_URGENCY_CRITICAL,
  };

  return urgencies[urgency];
}

static void
fill (HfDesktopNotifier *self, NotifyNotification *target, const HfNotification *source)
{
  g_autofree char *body =
      self->has_markup ? g_markup_escape_text (source->body, -1) : g_strdup (source->body);

  notify_notification_update (target, source->title, body, self->desktop_id);
  notify_notification_set_urgency (target, to_libnotify (source->urgency));
  notify_notification_set_timeout (
      target, source->urgency == HF_URGENCY_HIGH ? NOTIFY_EXPIRES_NEVER : NOTIFY_EXPIRES_DEFAULT);
  notify_notification_clear_actions (target);
  for (gsize i = 0; self->has_actions && i < source->n_actions; i++)
    notify_notification_add_action (target, source->actions[i].id, source->actions[i].label,
                                    on_action, self, NULL);
}

static HfNotifierError
classify (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT))
    return HF_NOTIFIER_ERROR_NO_ANSWER;
  /* From GIO itself: there is no session bus. */
  if (error->domain == G_IO_ERROR ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER) ||
      (error->domain == G_DBUS_ERROR && error->code >= G_DBUS_ERROR_SPAWN_EXEC_FAILED &&
       error->code <= G_DBUS_ERROR_SPAWN_NO_MEMORY))
    return HF_NOTIFIER_ERROR_NO_SERVER;
  return HF_NOTIFIER_ERROR_REFUSED;
}

static gboolean
fail (GError **error, HfNotifierError code, const char *details)
{
  static const char *const sentences[] = {
    [HF_NOTIFIER_ERROR_NO_SERVER] =
        N_ ("This desktop shows no notifications at the moment. The reminder waits in Today."),
    [HF_NOTIFIER_ERROR_NO_ANSWER] =
        N_ ("The desktop does not answer. The reminder waits in Today and is tried again."),
    [HF_NOTIFIER_ERROR_REFUSED] =
        N_ ("The desktop refused to show a notification. The reminder waits in Today."),
  };

  g_debug ("No notification: %s", details);
  g_set_error_literal (error, HF_NOTIFIER_ERROR, (int) code, _ (sentences[code]));
  return FALSE;
}

/* Returns: %FALSE with @error set when the server could not be asked or does not show it */
static gboolean
try_to_show (HfDesktopNotifier *self, const HfNotification *source, GError **error)
{
  gint64 started_at = g_get_monotonic_time ();
  NotifyNotification *target = g_hash_table_lookup (self->shown, source->key);
  gboolean is_new = target == NULL;

  learn_about_server (self);
  if (g_get_monotonic_time () - started_at > HANGS_AFTER_US)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "GetCapabilities hangs");
      return FALSE;
    }
  if (is_new)
    target = add_notification (self, source->key);
  fill (self, target, source);
  if (notify_notification_show (target, error))
    return TRUE;
  if (is_new)
    g_hash_table_remove (self->shown, source->key);
  return FALSE;
}

static gboolean
hf_desktop_notifier_show (HfNotifier *notifier, const HfNotification *source, GError **error)
{
  HfDesktopNotifier *self = HF_DESKTOP_NOTIFIER (notifier);
  g_autoptr (GError) trouble = NULL;
  HfNotifierError code;

  if (g_get_monotonic_time () < self->alone_until)
    return fail (error, HF_NOTIFIER_ERROR_NO_ANSWER, "it hung a moment ago");
  if (try_to_show (self, source, &trouble))
    return TRUE;
  code = classify (trouble);
  if (code == HF_NOTIFIER_ERROR_NO_ANSWER)
    self->alone_until = g_get_monotonic_time () + LEAVE_IT_ALONE_US;
  return fail (error, code, trouble->message);
}

static void
hf_desktop_notifier_withdraw (HfNotifier *notifier, const char *key)
{
  HfDesktopNotifier *self = HF_DESKTOP_NOTIFIER (notifier);
  g_autoptr (GObject) gone = forget (self, key);
  g_autoptr (GError) error = NULL;

  if (gone != NULL && !notify_notification_close (NOTIFY_NOTIFICATION (gone), &error))
    g_debug ("A notification could not be closed: %s", error->message);
}

static void
hf_desktop_notifier_dispose (GObject *object)
{
  HfDesktopNotifier *self = HF_DESKTOP_NOTIFIER (object);

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  G_OBJECT_CLASS (hf_desktop_notifier_parent_class)->dispose (object);
}

static void
hf_desktop_notifier_finalize (GObject *object)
{
  HfDesktopNotifier *self = HF_DESKTOP_NOTIFIER (object);

  g_free (self->desktop_id);
  G_OBJECT_CLASS (hf_desktop_notifier_parent_class)->finalize (object);
}

static void
hf_desktop_notifier_iface_init (HfNotifierInterface *iface)
{
  iface->show = hf_desktop_notifier_show;
  iface->withdraw = hf_desktop_notifier_withdraw;
}

static void
hf_desktop_notifier_class_init (HfDesktopNotifierClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = hf_desktop_notifier_dispose;
  object_class->finalize = hf_desktop_notifier_finalize;
}

static void
hf_desktop_notifier_init (HfDesktopNotifier *self)
{
  self->shown = create_table ();
}

/**
 * hf_desktop_notifier_new:
 * @desktop_id: the app's id, of its desktop file and of its icon
 *
 * Does not block and cannot fail; what is wrong with the desktop shows when something is
 * to be shown.
 *
 * Returns: (transfer full):
 */
HfNotifier *
hf_desktop_notifier_new (const char *desktop_id)
{
  HfDesktopNotifier *self;

  g_return_val_if_fail (desktop_id != NULL, NULL);

  if (!notify_is_initted ())
    notify_init (_ ("Huifang"));
  self = g_object_new (HF_TYPE_DESKTOP_NOTIFIER, NULL);
  self->desktop_id = g_strdup (desktop_id);
  self->watch = g_bus_watch_name (G_BUS_TYPE_SESSION, is_sandboxed () ? PORTAL_NAME : SERVER_NAME,
                                  G_BUS_NAME_WATCHER_FLAGS_NONE, on_server_appeared,
                                  on_server_vanished, self, NULL);
  return HF_NOTIFIER (self);
}
