/* hf-application.h: the program as the desktop knows it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-civil.h"

G_BEGIN_DECLS

#define HF_APPLICATION_ID   "org.huifang.Huifang"

#define HF_TYPE_APPLICATION (hf_application_get_type ())

G_DECLARE_FINAL_TYPE (HfApplication, hf_application, HF, APPLICATION, AdwApplication)

HfApplication *hf_application_new (void);
int hf_application_run (int argc, char *argv[]);

G_END_DECLS
