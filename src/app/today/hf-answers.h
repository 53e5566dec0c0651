/* hf-answers.h: common questions and their answers
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_ANSWERS (hf_answers_get_type ())

G_DECLARE_FINAL_TYPE (HfAnswers, hf_answers, HF, ANSWERS, AdwBin)

void hf_answers_set_context (HfAnswers *self, HfAppContext *context);
void hf_answers_begin (HfAnswers *self);

G_END_DECLS
