/* hf-card-payment.h: how a purchase is paid (PUR-1, CAL-6)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-card-form.h"
#include "hf-purchase.h"
#include "hf-work-calendar.h"

G_BEGIN_DECLS

/**
 * HfCardPayment:
 *
 * Fields of a form; they belong to it.
 */
typedef struct
{
  GtkWidget *discount;
  GtkWidget *paid;
  GtkWidget *owed;
  GtkWidget *collect;
  GtkLabel *remark;
  HfWorkCalendar *calendar;
} HfCardPayment;

void hf_card_payment_init (HfCardPayment *self, HfCardForm *form);
void hf_card_payment_clear (HfCardPayment *self);
gboolean hf_card_payment_read (HfCardPayment *self, HfPurchaseDraft *draft, GError **error);

G_END_DECLS
