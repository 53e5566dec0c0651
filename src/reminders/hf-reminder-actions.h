/* hf-reminder-actions.h: what the buttons of a reminder do
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_reminder_act (HfDb *db,
                          const HfActor *actor,
                          const char *key,
                          const char *action,
                          const char *token,
                          GError **error);

G_END_DECLS
