/* hf-matters-tab.h: a tab with a list of matters, and one of them beside it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-cases-tab.h"
#include "hf-matter.h"

G_BEGIN_DECLS

#define HF_TYPE_MATTERS_TAB (hf_matters_tab_get_type ())

G_DECLARE_DERIVABLE_TYPE (HfMattersTab, hf_matters_tab, HF, MATTERS_TAB, AdwBin)

/**
 * HfMattersTabClass:
 * @new_label: (nullable): what the blue button says, to be translated
 * @empty: what an empty list says, to be translated
 * @dup_ids: reads them on a reader's thread, open ones first
 * @load: reads one by its key
 * @act: does what was pressed
 * @check: (nullable): a line of the checklist was ticked
 * @start_new: (nullable): what the blue button does
 */
struct _HfMattersTabClass
{
  AdwBinClass parent_class;

  const char *new_label;
  const char *empty;
  GArray *(*dup_ids) (HfDb *db, const HfCaseFilter *filter, GError **error);
  HfMatter *(*load) (HfDb *db, gint64 id, const HfActor *actor, GError **error);
  void (*act) (HfMattersTab *self, const HfMatter *matter, const char *name);
  void (*check) (HfMattersTab *self, const HfMatter *matter, int index, gboolean done);
  void (*start_new) (HfMattersTab *self);
};

HfAppContext *hf_matters_tab_get_context (HfMattersTab *self);

GType hf_returns_tab_get_type (void);
GType hf_adverse_tab_get_type (void);
GType hf_recovery_tab_get_type (void);
GType hf_incidents_tab_get_type (void);

G_END_DECLS
