/* notifier-probe.c: drives a notifier from standard input, for test-notifier.py
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-desktop-notifier.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  GMainLoop *loop;
  GDataInputStream *input;
  HfNotifier *notifier;
} Probe;

static void read_command (Probe *probe);

static const char *
get_error_name (int code)
{
  static const char *const names[] = {
    [HF_NOTIFIER_ERROR_NO_SERVER] = "no-server",
    [HF_NOTIFIER_ERROR_NO_ANSWER] = "no-answer",
    [HF_NOTIFIER_ERROR_REFUSED] = "refused",
  };

  return names[code];
}

/* show KEY URGENCY TITLE BODY, parted by tabs */
static void
show (Probe *probe, char **words)
{
  static const HfNotificationAction actions[] = {
    { HF_NOTIFICATION_DEFAULT_ACTION, "Open" },
    { "snooze", "Snooze" },
  };
  HfNotification notification = {
    .key = words[1],
    .urgency = (HfUrgency) g_ascii_strtoll (words[2], NULL, 10),
    .title = words[3],
    .body = words[4],
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
  };
  g_autoptr (GError) error = NULL;

  if (hf_notifier_show (probe->notifier, &notification, &error))
    {
      g_print ("shown %s\n", words[1]);
      return;
    }
  g_assert_true (error->domain == HF_NOTIFIER_ERROR && strlen (error->message) > 10);
  g_print ("error %s\n", get_error_name (error->code));
}

static void
on_action (HfNotifier *notifier, const char *key, const char *id, const char *token)
{
  g_print ("action %s %s\n", key, id);
}

static void
on_closed (HfNotifier *notifier, const char *key, int reason)
{
  static const char *const reasons[] = { "expired", "dismissed", "lost" };

  g_print ("closed %s %s\n", key, reasons[reason]);
}

static void
on_server_appeared (HfNotifier *notifier)
{
  g_print ("server-appeared\n");
}

static void
on_line (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Probe *probe = user_data;
  g_autofree char *line =
      g_data_input_stream_read_line_finish_utf8 (probe->input, result, NULL, NULL);
  g_auto (GStrv) words = NULL;

  if (line == NULL)
    {
      g_main_loop_quit (probe->loop);
      return;
    }
  words = g_strsplit (line, "\t", 5);
  if (strcmp (words[0], "show") == 0)
    show (probe, words);
  else if (strcmp (words[0], "withdraw") == 0)
    hf_notifier_withdraw (probe->notifier, words[1]);
  read_command (probe);
}

static void
read_command (Probe *probe)
{
  g_data_input_stream_read_line_async (probe->input, G_PRIORITY_DEFAULT, NULL, on_line, probe);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GInputStream) standard_input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  Probe probe = { 0 };

  setvbuf (stdout, NULL, _IOLBF, 0);
  probe.loop = g_main_loop_new (NULL, FALSE);
  probe.input = g_data_input_stream_new (standard_input);
  probe.notifier = hf_desktop_notifier_new ("org.huifang.Huifang");
  g_signal_connect (probe.notifier, "action", G_CALLBACK (on_action), NULL);
  g_signal_connect (probe.notifier, "closed", G_CALLBACK (on_closed), NULL);
  g_signal_connect (probe.notifier, "server-appeared", G_CALLBACK (on_server_appeared), NULL);
  read_command (&probe);
  g_main_loop_run (probe.loop);
  g_assert_finalize_object (probe.notifier);
  g_object_unref (probe.input);
  g_main_loop_unref (probe.loop);
  return 0;
}
