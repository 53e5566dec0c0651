/* hf-adverse.h: adverse reactions, written (VISIT-3, COMP-6)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/* In the order of the words that the database keeps: mild, moderate, severe. */
typedef enum
{
  HF_SEVERITY_MILD,
  HF_SEVERITY_MODERATE,
  HF_SEVERITY_SEVERE,
} HfSeverity;

/**
 * HfAdverseDraft:
 * @symptoms: what the customer feels, in their words
 * @dose: how much had been taken; may be empty
 * @onset: since when, %HF_DAY_NONE
 */
typedef struct
{
  const char *symptoms;
  const char *dose;
  HfDay onset;
  HfSeverity severity;
} HfAdverseDraft;

gboolean hf_command_describe_adverse (
    HfDb *db, const HfActor *actor, gint64 customer, const HfAdverseDraft *draft, GError **error);

G_END_DECLS
