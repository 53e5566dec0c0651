/* hf-customer-lines.h: the lines of the Customers page, those in view first
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"
#include "hf-customer-item.h"
#include "hf-id-list.h"

G_BEGIN_DECLS

typedef struct _HfCustomerLines HfCustomerLines;

HfCustomerLines *hf_customer_lines_new (HfAppContext *context);
void hf_customer_lines_free (HfCustomerLines *self);
HfIdList *hf_customer_lines_get_list (HfCustomerLines *self);
void hf_customer_lines_set_place (HfCustomerLines *self, GtkAdjustment *place);
void hf_customer_lines_set_ids (HfCustomerLines *self, GArray *ids);
void hf_customer_lines_renew (HfCustomerLines *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomerLines, hf_customer_lines_free)

G_END_DECLS
