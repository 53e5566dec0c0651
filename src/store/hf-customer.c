/* hf-customer.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-card-part-store.h"
#include "hf-customer-parts.h"
#include "hf-db-private.h"
#include "hf-duplicate.h"
#include "hf-engine.h"
#include "hf-enrolment-resume.h"
#include "hf-enrolment-store.h"
#include "hf-handover.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-special-store.h"
#include "hf-stage-store.h"
#include "hf-text-check.h"

static gboolean
resolve_owner (
    HfDb *db, const HfActor *actor, const HfCustomerDraft *draft, gint64 *owner, GError **error)
{
  *owner = draft->owner_id;
  if (*owner == 0 && actor->role == HF_ROLE_AGENT)
    *owner = actor->staff_id;
  if (draft->owner == NULL || draft->owner_id != 0)
    return TRUE;
  *owner = 0;
  return *draft->owner == '\0' || hf_lookup (db, HF_LOOKUP_STAFF, draft->owner, owner, error);
}

static const char *
value_or (const HfCustomerDraft *draft, HfCustomerField field, const char *otherwise)
{
  const char *value = draft->values[field];

  return value != NULL && *value != '\0' ? value : otherwise;
}

static gboolean
insert_row (HfDb *db,
            const HfActor *actor,
            const HfCustomerDraft *draft,
            gint64 id,
            gint64 owner,
            gint64 household,
            GError **error)
{
  HfDay today = hf_minute_get_day (actor->now);

  return hf_db_run (
      db, HF_QUERY_CUSTOMER_INSERT, error, "lslrssssssssssssssssssssssr", id,
      draft->values[HF_CUSTOMER_NAME], today, owner, value_or (draft, HF_CUSTOMER_SEX, NULL),
      value_or (draft, HF_CUSTOMER_ADDRESS, ""), value_or (draft, HF_CUSTOMER_AREA, ""),
      value_or (draft, HF_CUSTOMER_CARD_TYPE, "new"), value_or (draft, HF_CUSTOMER_EDUCATION, ""),
      value_or (draft, HF_CUSTOMER_OCCUPATION, ""), value_or (draft, HF_CUSTOMER_PERSONALITY, ""),
      value_or (draft, HF_CUSTOMER_INTERESTS, ""), value_or (draft, HF_CUSTOMER_DIET, ""),
      value_or (draft, HF_CUSTOMER_TABOOS, ""), value_or (draft, HF_CUSTOMER_DECIDES, ""),
      value_or (draft, HF_CUSTOMER_COMPETING_PRODUCTS, ""), value_or (draft, HF_CUSTOMER_NOTE, ""),
      value_or (draft, HF_CUSTOMER_SOURCE, ""), value_or (draft, HF_CUSTOMER_COLLECTED_ON, NULL),
      value_or (draft, HF_CUSTOMER_PREFERRED_CHANNEL, NULL),
      value_or (draft, HF_CUSTOMER_WINDOW, ""), value_or (draft, HF_CUSTOMER_NO_CONTACT, "0"),
      value_or (draft, HF_CUSTOMER_QUIET_UNTIL, NULL),
      value_or (draft, HF_CUSTOMER_QUIET_REASON, ""),
      value_or (draft, HF_CUSTOMER_DO_NOT_CONTACT, NULL),
      value_or (draft, HF_CUSTOMER_ROUTINE_INTERVAL, NULL), household);
}

/**
 * hf_customer_insert:
 * @id: (out): the new card
 *
 * A new card from @draft, within a running operation. An agent's new card is that agent's (CARD-1).
 */
gboolean
hf_customer_insert (
    HfDb *db, const HfActor *actor, HfCustomerDraft *draft, gint64 *id, GError **error)
{
  gint64 owner, household;

  if (draft->values[HF_CUSTOMER_NAME] == NULL)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("The name is missing."));
      return FALSE;
    }
  if (!resolve_owner (db, actor, draft, &owner, error) ||
      !hf_customer_find_household (db, 0, draft->household, draft->values[HF_CUSTOMER_ADDRESS],
                                   &household, error))
    return FALSE;
  *id = hf_db_new_id (db);
  return insert_row (db, actor, draft, *id, owner, household, error) &&
         hf_customer_add_parts (db, actor, *id, draft, error);
}

static gboolean
check_birth (const HfActor *actor, const HfCustomerDraft *draft, GError **error)
{
  return !draft->has_birth ||
         hf_yearly_date_check_past (&draft->birth, hf_minute_get_day (actor->now), error);
}

/**
 * hf_customer_welcome:
 * @may_start: the card says of itself that it is a new one
 *
 * What comes of a card that was just written: the child's stage (CARD-10), its special dates
 * (CAL-7), and the first call of a new card (PLAN-7).
 */
gboolean
hf_customer_welcome (HfDb *db, const HfActor *actor, gint64 id, gboolean may_start, GError **error)
{
  HfDay today = hf_minute_get_day (actor->now);
  g_autofree char *type = hf_db_dup_text (db, HF_QUERY_CUSTOMER_CARD_TYPE, error, "l", id);

  return type != NULL && hf_stage_follow (db, actor, id, error) &&
         hf_special_refresh (db, actor, id, error) &&
         (!may_start || !g_str_equal (type, "new") ||
          hf_enrolment_start (db, actor, id, HF_TRIGGER_NEW_CARD, today, "", error));
}

/**
 * hf_command_add_customer:
 * @id: (out): the new card
 */
gboolean
hf_command_add_customer (
    HfDb *db, const HfActor *actor, HfCustomerDraft *draft, gint64 *id, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;

  return check_birth (actor, draft, error) &&
         hf_operation_begin (&operation, db, actor, "customer.add", error) &&
         hf_customer_insert (db, actor, draft, id, error) && hf_duplicate_note (db, *id, error) &&
         hf_customer_welcome (db, actor, *id, TRUE, error) &&
         hf_operation_commit (&operation, draft->values[HF_CUSTOMER_NAME], error);
}

static gboolean
update_column (HfDb *db, gint64 id, HfCustomerField field, const char *value, GError **error)
{
  static const HfCustomerField nullable[] = {
    HF_CUSTOMER_SEX,         HF_CUSTOMER_COLLECTED_ON,   HF_CUSTOMER_PREFERRED_CHANNEL,
    HF_CUSTOMER_QUIET_UNTIL, HF_CUSTOMER_DO_NOT_CONTACT, HF_CUSTOMER_ROUTINE_INTERVAL
  };
  g_autofree char *sql = g_strdup_printf ("UPDATE customer SET %s = ?2 WHERE id = ?1",
                                          hf_customer_field_get_column (field));

  for (guint i = 0; i < G_N_ELEMENTS (nullable); i++)
    if (field == nullable[i] && *value == '\0')
      value = NULL;
  return hf_db_run_text (db, sql, error, "ls", id, value);
}

/* The card has to remember what it was, so that it can come back (CARD-9). */
static gboolean
is_discarding (const HfCustomerDraft *draft)
{
  return g_strcmp0 (draft->values[HF_CUSTOMER_CARD_TYPE], "discarded") == 0;
}

static gboolean
update_columns (HfDb *db, gint64 id, const HfCustomerDraft *draft, GError **error)
{
  for (HfCustomerField field = 0; field < HF_N_CUSTOMER_FIELDS; field++)
    {
      if (draft->values[field] != NULL &&
          !(field == HF_CUSTOMER_CARD_TYPE && is_discarding (draft)) &&
          !update_column (db, id, field, draft->values[field], error))
        return FALSE;
    }
  return (draft->values[HF_CUSTOMER_ADDRESS] == NULL && draft->household == NULL) ||
         hf_customer_join_household (db, id, draft->household, draft->values[HF_CUSTOMER_ADDRESS],
                                     error);
}

static gboolean
change_owner (HfDb *db,
              const HfActor *actor,
              gint64 id,
              const HfCustomerDraft *draft,
              gint64 before,
              const char *reason,
              GError **error)
{
  gint64 owner;

  if (draft->owner == NULL)
    return TRUE;
  if (!resolve_owner (db, actor, draft, &owner, error))
    return FALSE;
  if (owner == before)
    return TRUE;
  return hf_handover_record (db, actor, id, before, owner, reason, error);
}

/* A card that is discarded by hand, or a customer who wants no contact: nothing stays open (CARD-7,
 * CARD-9). */
static gboolean
stop_if_barred (
    HfDb *db, const HfActor *actor, gint64 id, const HfCustomerDraft *draft, GError **error)
{
  const char *unwanted = draft->values[HF_CUSTOMER_DO_NOT_CONTACT];

  if (is_discarding (draft))
    return hf_db_run (db, HF_QUERY_CUSTOMER_DISCARD, error, "ls", id, "discarded") &&
           hf_enrolment_stop_all (db, actor, id, "discarded", error);
  return unwanted == NULL || *unwanted == '\0' ||
         hf_enrolment_stop_all (db, actor, id, "do-not-contact", error);
}

/* By hand a card is discarded and taken up as by a visit: what it was is remembered, its care goes
 * on (CARD-9). Before the columns are written. */
static gboolean
move_card (HfDb *db, const HfActor *actor, gint64 id, const HfCustomerDraft *draft, GError **error)
{
  const char *type = draft->values[HF_CUSTOMER_CARD_TYPE];

  return type == NULL || is_discarding (draft) || hf_card_take_up (db, actor, id, error);
}

/* CARD-8: who confirmed it, and when. */
static gboolean
verify (HfDb *db, const HfActor *actor, gint64 id, const HfCustomerDraft *draft, GError **error)
{
  HfDay day = draft->verified > 0 ? hf_minute_get_day (actor->now) : HF_DAY_NONE;

  return draft->verified == 0 || hf_db_run (db, HF_QUERY_CUSTOMER_VERIFY, error, "ldr", id, day,
                                            draft->verified > 0 ? actor->staff_id : (gint64) 0);
}

/* Of the customer, and of those whose quotas the household that was left or entered fills as well
 * (PLAN-1).
 *
 * @before: (element-type gint64): who was of one household before */
static gboolean
follow_household (HfDb *db, const HfActor *actor, gint64 id, const GArray *before, GError **error)
{
  g_autoptr (GArray) after =
      hf_db_dup_ids (db, HF_QUERY_CUSTOMER_HOUSEHOLD_MEMBERS, error, "l", id);

  if (after == NULL)
    return FALSE;
  if (after->len == before->len &&
      memcmp (after->data, before->data, after->len * sizeof (gint64)) == 0)
    return hf_engine_update_customer (db, actor, id, error);
  for (guint i = 0; i < before->len; i++)
    {
      gint64 member = g_array_index (before, gint64, i);

      if (member != id && !hf_engine_update_customer (db, actor, member, error))
        return FALSE;
    }
  return hf_engine_update_household (db, actor, id, error);
}

/**
 * hf_command_set_customer:
 * @draft: what is to change; what it leaves unsaid stays
 * @reason: (nullable): why, for a new owner
 */
gboolean
hf_command_set_customer (HfDb *db,
                         const HfActor *actor,
                         gint64 id,
                         HfCustomerDraft *draft,
                         const char *reason,
                         GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (GArray) household = NULL;
  g_autofree char *name = NULL;
  const char *why = reason != NULL ? reason : "";
  gint64 owner;

  if (!hf_text_check (why, error) || !check_birth (actor, draft, error) ||
      !hf_operation_begin (&operation, db, actor, "customer.set", error) ||
      !hf_lookup_customer_owner (db, id, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error))
    return FALSE;
  household = hf_db_dup_ids (db, HF_QUERY_CUSTOMER_HOUSEHOLD_MEMBERS, error, "l", id);
  if (household == NULL)
    return FALSE;
  if (!move_card (db, actor, id, draft, error) || !update_columns (db, id, draft, error) ||
      !change_owner (db, actor, id, draft, owner, why, error) ||
      !hf_customer_add_parts (db, actor, id, draft, error) ||
      !hf_customer_change_phones (db, id, draft, error) ||
      !hf_card_changes_store (db, actor, id, draft->changes, error) ||
      !verify (db, actor, id, draft, error) || !hf_duplicate_note (db, id, error) ||
      !hf_customer_welcome (db, actor, id, FALSE, error) ||
      !stop_if_barred (db, actor, id, draft, error) ||
      !follow_household (db, actor, id, household, error))
    return FALSE;
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", id);
  return name != NULL && hf_operation_commit (&operation, name, error);
}

/**
 * hf_command_reveal_phones:
 * @numbers: (out) (transfer full): the one to call first
 *
 * The numbers in full, for the staff concerned; each reveal is in the audit log (PHONE-1).
 */
gboolean
hf_command_reveal_phones (HfDb *db, const HfActor *actor, gint64 id, GStrv *numbers, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  gint64 owner;

  if (!hf_operation_begin (&operation, db, actor, "customer.reveal", error) ||
      !hf_lookup_customer_owner (db, id, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) ||
      !hf_audit_write (db, actor, "reveal", "customer", id, "", error) ||
      !hf_rows_open (&rows, db, HF_QUERY_PHONE_LIST, error, "l", id))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    g_strv_builder_add (found, hf_rows_text (&rows, 0));
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *numbers = g_strv_builder_end (found);
  if (hf_operation_commit (&operation, NULL, error))
    return TRUE;
  g_clear_pointer (numbers, g_strfreev);
  return FALSE;
}
