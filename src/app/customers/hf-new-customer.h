/* hf-new-customer.h: a new customer card
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_NEW_CUSTOMER (hf_new_customer_get_type ())

G_DECLARE_FINAL_TYPE (HfNewCustomer, hf_new_customer, HF, NEW_CUSTOMER, AdwWindow)

void hf_new_customer_show (GtkWidget *parent, HfAppContext *context);

G_END_DECLS
