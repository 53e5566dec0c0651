/* hf-customer-parts.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-parts.h"

#include <string.h>

#include "hf-db-private.h"

/* The first number is the one to call, unless the card has one already. */
static gboolean
add_phones (HfDb *db, gint64 id, GPtrArray *phones, GError **error)
{
  gint64 there = 0;

  if (phones->len > 0 && !hf_db_get_int (db, HF_QUERY_PHONE_COUNT, &there, error, "l", id))
    return FALSE;
  for (guint i = 0; i < phones->len; i++)
    {
      if (!hf_db_run (db, HF_QUERY_PHONE_INSERT, error, "llsi", hf_db_new_id (db), id,
                      phones->pdata[i], there == 0 && i == 0 ? 1 : 0))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_tags (HfDb *db, gint64 id, GPtrArray *tags, GError **error)
{
  for (guint i = 0; i < tags->len; i++)
    {
      const char *name = tags->pdata[i];

      if (!hf_db_run (db, HF_QUERY_TAG_INSERT, error, "ls", hf_db_new_id (db), name) ||
          !hf_db_run (db, HF_QUERY_CUSTOMER_TAG_INSERT, error, "lls", hf_db_new_id (db), id, name))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_health (HfDb *db, gint64 id, GPtrArray *health, GError **error)
{
  for (guint i = 0; i + 1 < health->len; i += 2)
    {
      if (!hf_db_run (db, HF_QUERY_HEALTH_INSERT, error, "llss", hf_db_new_id (db), id,
                      health->pdata[i], health->pdata[i + 1]))
        return FALSE;
    }
  return TRUE;
}

/* A day still to come is a due date (CARD-10, T0). */
static gboolean
add_children (HfDb *db, const HfActor *actor, gint64 id, GArray *children, GError **error)
{
  HfDay today = hf_minute_get_day (actor->now);

  for (guint i = 0; i < children->len; i++)
    {
      HfDay day = g_array_index (children, HfDay, i);
      gboolean born = day <= today;

      if (!hf_db_run (db, HF_QUERY_CHILD_INSERT, error, "lldd", hf_db_new_id (db), id,
                      born ? day : HF_DAY_NONE, born ? HF_DAY_NONE : day))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_birth (HfDb *db, gint64 id, const HfYearlyDate *birth, GError **error)
{
  return hf_db_run (db, HF_QUERY_BIRTHDAY_SET, error, "llsriii", hf_db_new_id (db), id,
                    birth->lunar ? "lunar" : "solar", (gint64) birth->year, birth->month,
                    birth->day, birth->leap ? 1 : 0);
}

/**
 * hf_customer_add_parts:
 *
 * Phones, tags, health facts, children and the birth date of @draft, within a running operation.
 */
gboolean
hf_customer_add_parts (
    HfDb *db, const HfActor *actor, gint64 id, HfCustomerDraft *draft, GError **error)
{
  return add_phones (db, id, draft->phones, error) && add_tags (db, id, draft->tags, error) &&
         add_health (db, id, draft->health, error) &&
         add_children (db, actor, id, draft->children, error) &&
         (!draft->has_birth || set_birth (db, id, &draft->birth, error));
}

/* "Shanghai" is where millions live: an address names a home only when it has a number in it. */
static gboolean
names_a_home (const char *address)
{
  return g_utf8_strlen (address, -1) >= 6 && strpbrk (address, "0123456789") != NULL;
}

/**
 * hf_customer_join_household:
 *
 * Customers at one address are one household, whose home visits are counted together (PLAN-1).
 */
gboolean
hf_customer_join_household (HfDb *db, gint64 id, const char *address, GError **error)
{
  gint64 other = 0;
  gint64 household = 0;

  if (address == NULL || !names_a_home (address))
    return TRUE;
  if (!hf_db_get_int (db, HF_QUERY_CUSTOMER_AT_ADDRESS, &other, error, "sl", address, id))
    return FALSE;
  if (other == 0)
    return TRUE;
  if (!hf_db_get_int (db, HF_QUERY_CUSTOMER_HOUSEHOLD, &household, error, "l", other))
    return FALSE;
  if (household == 0)
    {
      household = hf_db_new_id (db);
      if (!hf_db_run (db, HF_QUERY_HOUSEHOLD_INSERT, error, "ls", household, address) ||
          !hf_db_run (db, HF_QUERY_CUSTOMER_SET_HOUSEHOLD, error, "ll", other, household))
        return FALSE;
    }
  return hf_db_run (db, HF_QUERY_CUSTOMER_SET_HOUSEHOLD, error, "ll", id, household);
}
