/* hf-event-choice.h: chooses a coming event, or plans a new one
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"
#include "hf-event.h"

G_BEGIN_DECLS

#define HF_TYPE_EVENT_CHOICE (hf_event_choice_get_type ())

G_DECLARE_FINAL_TYPE (HfEventChoice, hf_event_choice, HF, EVENT_CHOICE, AdwBin)

/**
 * HfEventPick:
 * @event: one that is planned, 0 for a new one
 * @draft: the new one; borrows @title and @place
 *
 * What was chosen, for the writer's thread.
 */
typedef struct
{
  gint64 event;
  HfEventDraft draft;
  char *title;
  char *place;
} HfEventPick;

GtkWidget *hf_event_choice_new (HfAppContext *context);
void hf_event_choice_set_new (HfEventChoice *self);
HfEventPick *hf_event_choice_read (HfEventChoice *self, GError **error);
HfInvited *hf_event_pick_invite (
    const HfEventPick *pick, HfDb *db, const HfActor *actor, GArray *customers, GError **error);
void hf_event_pick_free (HfEventPick *pick);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfEventPick, hf_event_pick_free)

G_END_DECLS
