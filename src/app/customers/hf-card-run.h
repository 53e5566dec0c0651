/* hf-card-run.h: changing a card off the main thread
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"
#include "hf-customer-draft.h"

G_BEGIN_DECLS

/**
 * HfCardDone:
 * @error: (nullable): why it could not be done; the form keeps what was typed
 *
 * Called once, on the main thread.
 */
typedef void (*HfCardDone) (GObject *form, const GError *error);

void hf_card_run_draft (HfAppContext *context,
                        gint64 customer,
                        HfCustomerDraft *draft,
                        const char *said,
                        gpointer form,
                        HfCardDone done);
void hf_card_run_command (HfAppContext *context,
                          HfCommandFunc func,
                          gpointer data,
                          GDestroyNotify free_data,
                          const char *said,
                          gpointer form,
                          HfCardDone done);
void hf_card_run_note_opened (HfAppContext *context, gint64 customer);
void hf_card_run_tell (GtkLabel *label, const char *text);

G_END_DECLS
