/* hf-setup-run.h: a branch made, with all that the assistant asked for
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "hf-civil.h"
#include "hf-domain.h"

G_BEGIN_DECLS

/**
 * HfSetupPerson:
 *
 * Somebody who works here.
 */
typedef struct
{
  char *name;
  HfRole role;
  char *qualification;
} HfSetupPerson;

void hf_setup_person_free (HfSetupPerson *person);

/**
 * HfSetup:
 * @people: (element-type HfSetupPerson): the first is who sits at the desk
 * @plans: (element-type utf8): what each trigger starts, as settings: trigger → key, `none` for
 * none
 * @sample: fill it with invented customers
 * @staff: (out): who sits at the desk
 * @progress: thousandths of the sample that are made; to be read and written atomically
 *
 * What a person decided, and how far it has come.
 */
typedef struct
{
  char *database;
  HfMinute fixed_now;
  char *branch;
  GPtrArray *people;
  GHashTable *plans;
  gboolean sample;
  gint64 staff;
  int progress;
} HfSetup;

HfSetup *hf_setup_new (const char *database, HfMinute fixed_now);
void hf_setup_free (HfSetup *setup);
void hf_setup_run (HfSetup *setup,
                   GObject *source,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback);

G_END_DECLS
