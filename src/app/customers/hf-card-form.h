/* hf-card-form.h: a form that is opened in a card's right column
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_CARD_FORM (hf_card_form_get_type ())

G_DECLARE_FINAL_TYPE (HfCardForm, hf_card_form, HF, CARD_FORM, AdwBin)

/**
 * HfCardFormSave:
 * @data: as given to hf_card_form_new()
 *
 * Checks what was keyed in and calls hf_card_form_run() or hf_card_form_tell().
 */
typedef void (*HfCardFormSave) (HfCardForm *form, gpointer data);

HfCardForm *hf_card_form_new (HfAppContext *context,
                              const char *save_label,
                              HfCardFormSave save,
                              gpointer data,
                              GDestroyNotify free_data);
void hf_card_form_add (HfCardForm *self, const char *label, GtkWidget *widget);
GtkWidget *hf_card_form_add_entry (HfCardForm *self, const char *label, const char *hint);
GtkWidget *
hf_card_form_add_choice (HfCardForm *self, const char *label, const char *const *choices);
void hf_card_form_add_more (HfCardForm *self, const char *label);
HfAppContext *hf_card_form_get_context (HfCardForm *self);
void hf_card_form_warn (HfCardForm *self);
const char *hf_card_form_get_reason (HfCardForm *self);
void hf_card_form_tell (HfCardForm *self, const GError *error);
void hf_card_form_run (HfCardForm *self,
                       HfCommandFunc func,
                       gpointer data,
                       GDestroyNotify free_data,
                       const char *said);
gboolean hf_card_form_read_day (GtkWidget *entry, HfDay *day, GError **error);
gboolean hf_card_form_read_money (GtkWidget *entry, gint64 *fen, GError **error);

/* The forms there are; each is of one customer. */
GtkWidget *hf_card_purchase_new (HfAppContext *context, gint64 customer);
GtkWidget *hf_card_complaint_new (HfAppContext *context, gint64 customer);
GtkWidget *hf_card_referral_new (HfAppContext *context, gint64 customer);
GtkWidget *hf_card_invite_new (HfAppContext *context, gint64 customer);
GtkWidget *hf_card_stop_new (HfAppContext *context, gint64 customer);
GtkWidget *hf_card_sale_window_new (HfAppContext *context, gint64 customer);
GtkWidget *hf_card_enrol_new (HfAppContext *context, gint64 customer);

G_END_DECLS
