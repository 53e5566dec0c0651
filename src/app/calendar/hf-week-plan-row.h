/* hf-week-plan-row.h: a customer of the week: what is meant, what came of it (CAL-10)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"
#include "hf-week-plan.h"

G_BEGIN_DECLS

#define HF_TYPE_WEEK_ITEM (hf_week_item_get_type ())

G_DECLARE_FINAL_TYPE (HfWeekItem, hf_week_item, HF, WEEK_ITEM, GObject)

/**
 * HfWeekPlanAct:
 * @intent: what somebody chose; %HF_INTENT_NONE takes it back
 * @result: (nullable): what somebody wrote instead
 *
 * What is to be done with the customer of a line.
 */
typedef void (*HfWeekPlanAct) (const HfWeekLine *line,
                               int intent,
                               const char *result,
                               gpointer data);

HfWeekItem *hf_week_item_new (void);
const HfWeekLine *hf_week_item_get_line (HfWeekItem *self);
void hf_week_item_set_line (HfWeekItem *self, const HfWeekLine *line);

GtkListItemFactory *hf_week_plan_rows_create_factory (HfWeekPlanAct act, gpointer data);

G_END_DECLS
