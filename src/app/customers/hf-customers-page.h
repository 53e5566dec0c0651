/* hf-customers-page.h: all customers of the branch
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-page.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMERS_PAGE (hf_customers_page_get_type ())

G_DECLARE_FINAL_TYPE (HfCustomersPage, hf_customers_page, HF, CUSTOMERS_PAGE, AdwBin)

G_END_DECLS
