/* hf-card-payment.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-payment.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-store.h"

/* No run of public holidays is longer. */
#define DAYS_TO_LOOK (30)

/* Says at the field that nobody collects on that day, and when instead (CAL-6). */
static void
on_collect_changed (HfCardPayment *self)
{
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  HfDay day;
  HfDay free_day;

  if (self->calendar != NULL && hf_card_form_read_day (self->collect, &day, NULL) &&
      day != HF_DAY_NONE && !hf_work_calendar_allows_collection (self->calendar, day))
    {
      for (free_day = day + 1; free_day < day + DAYS_TO_LOOK; free_day++)
        if (hf_work_calendar_allows_collection (self->calendar, free_day))
          break;
      other = hf_day_format (free_day);
      text = g_strdup_printf (
          _ ("No payment is collected on Sundays and public holidays. The next day is %s."), other);
    }
  gtk_label_set_label (self->remark, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), text != NULL);
}

/**
 * hf_card_payment_init:
 * @form: gets the fields; must not be used any more once it is gone
 */
void
hf_card_payment_init (HfCardPayment *self, HfCardForm *form)
{
  HfDb *reader = hf_app_context_get_reader (hf_card_form_get_context (form));

  self->calendar = hf_calendar_load (reader, NULL);
  self->discount = hf_card_form_add_entry (form, _ ("Discount, in yuan"), NULL);
  self->paid = hf_card_form_add_entry (form, _ ("Paid, in yuan"), NULL);
  self->owed = hf_card_form_add_entry (form, _ ("Still owed, in yuan"), NULL);
  self->collect = hf_card_form_add_entry (form, _ ("To be collected on"), "2026-12-31");
  self->remark = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->remark, 0);
  gtk_label_set_wrap (self->remark, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->remark), "late");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), FALSE);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (self->collect)), GTK_WIDGET (self->remark));
  g_signal_connect_swapped (self->collect, "changed", G_CALLBACK (on_collect_changed), self);
}

void
hf_card_payment_clear (HfCardPayment *self)
{
  g_clear_pointer (&self->calendar, hf_work_calendar_free);
}

/**
 * hf_card_payment_read:
 *
 * What was keyed in, into the draft; the command checks the day once more (CAL-6).
 */
gboolean
hf_card_payment_read (HfCardPayment *self, HfPurchaseDraft *draft, GError **error)
{
  if (!hf_card_form_read_money (self->discount, &draft->discount_fen, error) ||
      !hf_card_form_read_money (self->paid, &draft->paid_fen, error) ||
      !hf_card_form_read_money (self->owed, &draft->owed_fen, error) ||
      !hf_card_form_read_day (self->collect, &draft->collect_on, error))
    return FALSE;
  draft->discount_fen = MAX (draft->discount_fen, 0);
  draft->owed_fen = MAX (draft->owed_fen, 0);
  if (draft->collect_on == HF_DAY_NONE || draft->owed_fen > 0)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("Say how much is still owed, or leave the day of collection empty."));
  return FALSE;
}
