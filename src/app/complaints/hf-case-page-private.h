/* hf-case-page-private.h: what the files of a case share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-case-fields.h"
#include "hf-case-log.h"
#include "hf-case-page.h"
#include "hf-case-side.h"
#include "hf-case-stepper.h"
#include "hf-follower.h"

G_BEGIN_DECLS

struct _HfCasePage
{
  AdwBin parent_instance;

  GtkStack *stack;
  HfCaseStepper *stepper;
  GtkWidget *moved_box;
  GtkLabel *moved;
  GtkLabel *received;
  GtkLabel *words;
  AdwBin *facts_bin;
  AdwBin *remedy_bin;
  HfCaseFields *facts;
  HfCaseFields *remedy;
  HfCaseLog *log;
  GtkEntry *note;
  GtkWidget *note_button;
  GtkLabel *note_trouble;
  HfCaseSide *side;

  HfAppContext *context;
  GSimpleActionGroup *actions;
  gint64 id;
  HfComplaintCase *one; /* (nullable): while it was not read yet, or could not be */
  HfFollower *follower;
  GHashTable *notes; /* (element-type gint64 utf8): lines begun, by case */
  gboolean fresh;    /* opened, not shown yet */
};

void hf_case_page_add_actions (HfCasePage *self);
void hf_case_page_update_actions (HfCasePage *self);

G_END_DECLS
