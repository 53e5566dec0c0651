/* hf-matter-act.h: what a button of a matter does
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-matters-tab.h"

G_BEGIN_DECLS

/**
 * HfMatterRun:
 * @text: (nullable): what was written, where a text was asked for
 * @value: as given
 */
typedef gboolean (*HfMatterRun) (
    HfDb *db, const HfActor *actor, gint64 id, int value, const char *text, GError **error);

void hf_matter_act_run (
    HfMattersTab *tab, const HfMatter *matter, HfMatterRun run, int value, const char *said);
void hf_matter_act_ask (HfMattersTab *tab,
                        const HfMatter *matter,
                        const char *title,
                        const char *name,
                        const char *text,
                        const char *button,
                        HfMatterRun run,
                        int value,
                        const char *said);

void hf_matter_act_ask_contact (HfMattersTab *tab,
                                const HfMatter *matter,
                                const char *title,
                                const char *name,
                                const char *button,
                                HfMatterRun run,
                                const char *said);

G_END_DECLS
