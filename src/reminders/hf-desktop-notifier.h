/* hf-desktop-notifier.h: shows notifications on the desktop
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-notifier.h"

G_BEGIN_DECLS

#define HF_TYPE_DESKTOP_NOTIFIER (hf_desktop_notifier_get_type ())
G_DECLARE_FINAL_TYPE (HfDesktopNotifier, hf_desktop_notifier, HF, DESKTOP_NOTIFIER, GObject)

HfNotifier *hf_desktop_notifier_new (const char *desktop_id);

G_END_DECLS
