/* hf-incident.h: somebody outside posed as us to a customer (COMP-8)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-domain.h"
#include "hf-operation.h"

G_BEGIN_DECLS

/* What the caller knew already. */
typedef enum
{
  HF_KNEW_NAME,
  HF_KNEW_POINTS,
  HF_KNEW_PURCHASES,
  HF_KNEW_STAFF,
  HF_KNEW_CONDITION,
  HF_KNEW_ADDRESS,
} HfKnew;

#define HF_N_KNEW (HF_KNEW_ADDRESS + 1)

/* The checklist. */
typedef enum
{
  HF_INCIDENT_COURIER,     /* the courier's head office, with the tracking number */
  HF_INCIDENT_PAYEE,       /* ask the payee for the money */
  HF_INCIDENT_POLICE,      /* the customer was told to report it */
  HF_INCIDENT_HEAD_OFFICE, /* our own head office knows */
  HF_INCIDENT_WARNED,      /* other good customers are called */
} HfIncidentTask;

#define HF_N_INCIDENT_TASKS (HF_INCIDENT_WARNED + 1)

/**
 * HfIncidentDraft:
 * @happened_at: when the caller rang
 * @caller: (nullable): the caller's number; its last four digits are kept (PHONE-2)
 * @claimed: (nullable): who the caller said they were, and wanted
 * @knew: HF_BIT (#HfKnew)
 * @lost_fen: money that is gone, 0 for none
 * @courier, @tracking: (nullable): of a parcel that came with it
 */
typedef struct
{
  gint64 customer_id;
  HfMinute happened_at;
  const char *caller;
  const char *claimed;
  HfSet knew;
  gint64 lost_fen;
  const char *courier;
  const char *tracking;
} HfIncidentDraft;

/**
 * HfIncident:
 * @tail: the last digits of the caller's number, may be empty
 * @done: ticked tasks, @needed: those that this one asks for
 * @closed_at: %HF_MINUTE_NONE while it is open
 * @round_id: the round in which good customers are warned, 0 for none; @warned of @to_warn so far
 */
typedef struct
{
  gint64 id;
  gint64 number;
  gint64 customer_id;
  char *customer;
  gint64 owner_id;
  HfMinute happened_at;
  char *staff;
  char *tail;
  char *claimed;
  HfSet knew;
  gint64 lost_fen;
  char *courier;
  char *tracking;
  HfSet done;
  HfSet needed;
  HfMinute closed_at;
  gint64 round_id;
  int to_warn;
  int warned;
} HfIncident;

/**
 * HfVerification:
 * @number: of the customer
 * @order: (nullable): of the newest purchase, @bought_on: %HF_DAY_NONE
 * @staff: (nullable): who looks after them
 *
 * What we say to a customer who rings back to check that we are we: no caller from outside has it.
 */
typedef struct
{
  gint64 number;
  char *customer;
  char *order;
  HfDay bought_on;
  char *staff;
} HfVerification;

/**
 * HfLeak:
 * @incidents: of how many incidents they had opened the customer's record before
 * @looks: how often
 * @all: how many incidents there are
 */
typedef struct
{
  char *staff;
  int incidents;
  int looks;
  int all;
} HfLeak;

const char *hf_knew_get_label (HfKnew knew);
const char *hf_incident_task_get_nick (HfIncidentTask task);
const char *hf_incident_task_get_label (HfIncidentTask task);

HfIncident *hf_incident_load (HfDb *db, gint64 id, GError **error);
void hf_incident_free (HfIncident *incident);
gboolean hf_incident_find (HfDb *db, const char *text, gint64 *id, GError **error);
GArray *hf_incidents_dup_ids (HfDb *db, gint64 agent, gint64 owner, int limit, GError **error);
HfVerification *hf_verification_load (HfDb *db, gint64 customer, GError **error);
void hf_verification_free (HfVerification *verification);
GArray *hf_incidents_dup_leaks (HfDb *db, const HfActor *actor, GError **error);
GArray *hf_incident_dup_good_customers (HfDb *db, gint64 incident, int limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfIncident, hf_incident_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfVerification, hf_verification_free)

gboolean hf_command_open_incident (
    HfDb *db, const HfActor *actor, const HfIncidentDraft *draft, gint64 *id, GError **error);
gboolean hf_command_tick_incident (
    HfDb *db, const HfActor *actor, gint64 id, HfIncidentTask task, gboolean done, GError **error);
gboolean hf_command_warn_customers (
    HfDb *db, const HfActor *actor, gint64 id, int *customers, GError **error);
gboolean hf_command_close_incident (HfDb *db, const HfActor *actor, gint64 id, GError **error);
gboolean hf_command_note_opened (HfDb *db, const HfActor *actor, gint64 customer, GError **error);

G_END_DECLS
