/* hf-holidays.h: the branch's own days off and make-up workdays (CAL-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_command_import_holidays (HfDb *db,
                                     const HfActor *actor,
                                     const char *file_name,
                                     const char *text,
                                     int *year,
                                     GError **error);

G_END_DECLS
