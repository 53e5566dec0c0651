/* hf-customer-model.h: the customers that the page lists
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"
#include "hf-customer-item.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMER_MODEL (hf_customer_model_get_type ())

G_DECLARE_FINAL_TYPE (HfCustomerModel, hf_customer_model, HF, CUSTOMER_MODEL, GObject)

HfCustomerModel *hf_customer_model_new (HfAppContext *context);
GListModel *hf_customer_model_get_list (HfCustomerModel *self);
void hf_customer_model_set_place (HfCustomerModel *self, GtkAdjustment *place);
gint64 hf_customer_model_get_id (HfCustomerModel *self, guint position);
guint hf_customer_model_get_n (HfCustomerModel *self);
GArray *hf_customer_model_dup_ids (HfCustomerModel *self);
gboolean hf_customer_model_is_complete (HfCustomerModel *self);
void hf_customer_model_ask (HfCustomerModel *self,
                            const HfCustomerFilter *filter,
                            HfCustomerSort sort,
                            gboolean descending);
void hf_customer_model_refresh (HfCustomerModel *self);
void hf_customer_model_show_all (HfCustomerModel *self);

G_END_DECLS
