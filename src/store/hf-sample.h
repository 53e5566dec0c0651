/* hf-sample.h: a branch full of invented people, to look at and to measure with
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/* @fraction: 0 to 1 */
typedef void (*HfSampleProgress) (double fraction, gpointer data);

/**
 * HfSampleOptions:
 * @customers: how many to make
 * @years: over how many years back they came and bought
 * @seed: the same gives the same people
 * @cancellable: (nullable):
 * @progress: (nullable): called now and then
 */
typedef struct
{
  int customers;
  int years;
  guint32 seed;
  GCancellable *cancellable;
  HfSampleProgress progress;
  gpointer progress_data;
} HfSampleOptions;

/* What was made. */
typedef struct
{
  gint64 staff;
  gint64 products;
  gint64 customers;
  gint64 purchases;
  gint64 visits;
  gint64 promises;
  gint64 complaints;
  gint64 returns;
  gint64 referrals;
} HfSampleResult;

gboolean hf_command_fill_sample (HfDb *db,
                                 const HfActor *actor,
                                 const HfSampleOptions *options,
                                 HfSampleResult *result,
                                 GError **error);

G_END_DECLS
