/* hf-import-assistant.h: takes a file over into the branch, step by step (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_IMPORT_ASSISTANT (hf_import_assistant_get_type ())

G_DECLARE_FINAL_TYPE (HfImportAssistant, hf_import_assistant, HF, IMPORT_ASSISTANT, AdwWindow)

void hf_import_assistant_present (GtkWindow *parent, HfAppContext *context, GFile *file);

G_END_DECLS
