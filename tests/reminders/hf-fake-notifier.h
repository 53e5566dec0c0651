/* hf-fake-notifier.h: remembers what it was asked to show
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-notifier.h"

G_BEGIN_DECLS

#define HF_TYPE_FAKE_NOTIFIER (hf_fake_notifier_get_type ())
G_DECLARE_FINAL_TYPE (HfFakeNotifier, hf_fake_notifier, HF, FAKE_NOTIFIER, GObject)

HfFakeNotifier *hf_fake_notifier_new (void);
void hf_fake_notifier_set_server (HfFakeNotifier *self, gboolean is_there);
const char *hf_fake_notifier_get_shown (HfFakeNotifier *self, const char *key);
guint hf_fake_notifier_get_n_shown (HfFakeNotifier *self);
const char *hf_fake_notifier_get_log (HfFakeNotifier *self);
void hf_fake_notifier_press (HfFakeNotifier *self, const char *key, const char *id);

G_END_DECLS
