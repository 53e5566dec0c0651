/* hf-event.h: gatherings, and who is invited to them (EVT-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfEventDraft:
 * @title: what it is called
 * @place: (nullable)
 * @ends_at: %HF_MINUTE_NONE when that is open
 * @capacity: how many can come, 0 for no limit
 * @with_sales: something is sold there
 * @note: (nullable)
 */
typedef struct
{
  HfEventKind kind;
  const char *title;
  const char *place;
  HfMinute starts_at;
  HfMinute ends_at;
  int capacity;
  gboolean with_sales;
  const char *note;
} HfEventDraft;

/**
 * HfEvent:
 * @capacity: 0 for no limit
 * @invited: how many are, @attended how many came, @guests whom they brought
 * @coming: how many said that they come, @declined that they do not
 */
typedef struct
{
  gint64 id;
  HfEventKind kind;
  char *title;
  char *place;
  HfMinute starts_at;
  int capacity;
  int invited;
  int attended;
  int guests;
  int coming;
  int declined;
} HfEvent;

/**
 * HfInvitation:
 * @owner: who looks after the customer; "" for nobody
 * @reply: a #HfReply, -1 while none is known
 * @attended: 1 who came, 0 who did not, -1 while nobody noted it
 */
typedef struct
{
  gint64 id;
  gint64 event_id;
  gint64 customer_id;
  char *customer;
  char *owner;
  int reply;
  int attended;
  int guests;
} HfInvitation;

/* Who was not invited, and why. */
typedef struct
{
  gint64 customer_id;
  char *name;
  char *why;
} HfLeftOut;

/**
 * HfInvited:
 * @title: of the event
 * @customers: (element-type gint64): who is invited now
 * @already: how many were before
 * @left_out: (element-type HfLeftOut):
 *
 * What came of inviting several.
 */
typedef struct
{
  char *title;
  GArray *customers;
  guint already;
  GPtrArray *left_out;
} HfInvited;

void hf_event_draft_init (HfEventDraft *draft);
gboolean hf_command_add_event (
    HfDb *db, const HfActor *actor, const HfEventDraft *draft, gint64 *id, GError **error);
HfInvited *
hf_command_invite (HfDb *db, const HfActor *actor, gint64 event, GArray *customers, GError **error);
HfInvited *hf_command_invite_to_new (
    HfDb *db, const HfActor *actor, const HfEventDraft *draft, GArray *customers, GError **error);
gboolean hf_command_note_reply (
    HfDb *db, const HfActor *actor, gint64 event, gint64 customer, HfReply reply, GError **error);
gboolean hf_command_note_attended (HfDb *db,
                                   const HfActor *actor,
                                   gint64 event,
                                   gint64 customer,
                                   gboolean came,
                                   int guests,
                                   GError **error);

HfEvent *hf_event_load (HfDb *db, gint64 id, GError **error);
gboolean hf_event_find (HfDb *db, const char *text, gint64 *id, GError **error);
GPtrArray *hf_events_dup_coming (HfDb *db, HfMinute from, GError **error);
GArray *hf_events_dup_ids (HfDb *db, HfMinute now, GError **error);
int hf_event_count_places (const HfEvent *event);
GArray *hf_invitations_dup_ids (HfDb *db, gint64 event, gint64 agent, GError **error);
HfInvitation *hf_invitation_load (HfDb *db, gint64 id, GError **error);
void hf_invitation_free (HfInvitation *invitation);
void hf_event_free (HfEvent *event);
void hf_invited_free (HfInvited *invited);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfEvent, hf_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfInvitation, hf_invitation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfInvited, hf_invited_free)

G_END_DECLS
