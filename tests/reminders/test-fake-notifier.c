/* test-fake-notifier.c: the fake behaves as the real one does
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-fake-notifier.h"

static const HfNotificationAction actions[] = { { HF_NOTIFICATION_DEFAULT_ACTION, "Open" } };

static const HfNotification call = {
  .key = "call",
  .title = "Wang",
  .body = "Phone call",
  .actions = actions,
  .n_actions = G_N_ELEMENTS (actions),
};

static void
note_action (HfNotifier *notifier, const char *key, const char *id, const char *token, GString *log)
{
  g_string_append_printf (log, "action %s %s\n", key, id);
}

static void
note_closed (HfNotifier *notifier, const char *key, int reason, GString *log)
{
  g_string_append_printf (log, "closed %s %d\n", key, reason);
}

static HfFakeNotifier *
create_noted (GString *log)
{
  HfFakeNotifier *fake = hf_fake_notifier_new ();

  g_signal_connect (fake, "action", G_CALLBACK (note_action), log);
  g_signal_connect (fake, "closed", G_CALLBACK (note_closed), log);
  return fake;
}

static void
test_show_press_close (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  HfFakeNotifier *fake = create_noted (log);
  g_autoptr (GError) error = NULL;

  g_assert_true (hf_notifier_show (HF_NOTIFIER (fake), &call, &error));
  g_assert_cmpstr (hf_fake_notifier_get_shown (fake, "call"), ==, "Wang|Phone call|default,");
  hf_fake_notifier_press (fake, "call", "default");
  g_assert_cmpuint (hf_fake_notifier_get_n_shown (fake), ==, 0);
  g_assert_cmpstr (log->str, ==, "action call default\nclosed call 1\n");
  hf_notifier_withdraw (HF_NOTIFIER (fake), "call");
  g_assert_cmpstr (hf_fake_notifier_get_log (fake), ==, "show call\n");
  g_assert_finalize_object (fake);
}

static void
test_server_goes_and_comes (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  HfFakeNotifier *fake = create_noted (log);
  g_autoptr (GError) error = NULL;

  g_assert_true (hf_notifier_show (HF_NOTIFIER (fake), &call, &error));
  hf_fake_notifier_set_server (fake, FALSE);
  g_assert_cmpstr (log->str, ==, "closed call 2\n");
  g_assert_false (hf_notifier_show (HF_NOTIFIER (fake), &call, &error));
  g_assert_error (error, HF_NOTIFIER_ERROR, HF_NOTIFIER_ERROR_NO_SERVER);
  hf_fake_notifier_set_server (fake, TRUE);
  g_assert_true (hf_notifier_show (HF_NOTIFIER (fake), &call, NULL));
  g_assert_finalize_object (fake);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fake-notifier/show-press-close", test_show_press_close);
  g_test_add_func ("/fake-notifier/server-goes-and-comes", test_server_goes_and_comes);
  return g_test_run ();
}
