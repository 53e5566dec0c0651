/* hf-customer-parts.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-db-private.h"

/* The first number is the one to call, unless the card has one already. */
static gboolean
add_phones (HfDb *db, gint64 id, const HfCustomerDraft *draft, GError **error)
{
  gint64 there = 0;

  if (draft->phones->len > 0 && !hf_db_get_int (db, HF_QUERY_PHONE_COUNT, &there, error, "l", id))
    return FALSE;
  for (guint i = 0; i < draft->phones->len; i++)
    {
      if (!hf_db_run (db, HF_QUERY_PHONE_INSERT, error, "llsis", hf_db_new_id (db), id,
                      draft->phones->pdata[i], there == 0 && i == 0 ? 1 : 0,
                      draft->phone_labels->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_numbers (HfDb *db, gint64 id, GPtrArray *numbers, HfQuery query, GError **error)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      if (!hf_db_run (db, query, error, "ls", id, numbers->pdata[i]))
        return FALSE;
      if (hf_db_get_changes (db) > 0)
        continue;
      g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                           _ ("The card does not have this phone number."));
      return FALSE;
    }
  return TRUE;
}

/**
 * hf_customer_change_phones:
 *
 * Marks and removes the numbers that @draft names; another becomes the one to call where it was one
 * of them. Within a running operation.
 */
gboolean
hf_customer_change_phones (HfDb *db, gint64 id, const HfCustomerDraft *draft, GError **error)
{
  if (draft->wrong_phones->len == 0 && draft->removed_phones->len == 0)
    return TRUE;
  return change_numbers (db, id, draft->wrong_phones, HF_QUERY_PHONE_MARK_WRONG, error) &&
         change_numbers (db, id, draft->removed_phones, HF_QUERY_PHONE_REMOVE, error) &&
         hf_db_run (db, HF_QUERY_PHONE_PREFER_NEXT, error, "l", id);
}

static gboolean
add_tag (HfDb *db, gint64 id, const char *name, GError **error)
{
  gint64 tag = 0;

  if (!hf_db_get_int (db, HF_QUERY_TAG_BY_NAME, &tag, error, "s", name))
    return FALSE;
  if (tag == 0)
    {
      tag = hf_db_new_id (db);
      if (!hf_db_run (db, HF_QUERY_TAG_INSERT, error, "ls", tag, name))
        return FALSE;
    }
  return hf_db_run (db, HF_QUERY_CUSTOMER_TAG_INSERT, error, "lll", hf_db_new_id (db), id, tag);
}

static gboolean
add_tags (HfDb *db, gint64 id, GPtrArray *tags, GError **error)
{
  for (guint i = 0; i < tags->len; i++)
    {
      if (!add_tag (db, id, tags->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_health (HfDb *db, gint64 id, GPtrArray *health, GError **error)
{
  for (guint i = 0; i + 1 < health->len; i += 2)
    {
      const char *kind = health->pdata[i];
      const char *text = health->pdata[i + 1];
      gint64 known = 0;

      if (!hf_db_get_int (db, HF_QUERY_HEALTH_KNOWN, &known, error, "lss", id, kind, text) ||
          (known == 0 && !hf_db_run (db, HF_QUERY_HEALTH_INSERT, error, "llss", hf_db_new_id (db),
                                     id, kind, text)))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_customer_check_child:
 * @day: when a child was born, or is due
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when it is due later than anybody can be
 */
gboolean
hf_customer_check_child (HfDay today, HfDay day, GError **error)
{
  const int latest_due = 310;

  if (day <= today + latest_due)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("No child is due as late as that. Check the year."));
  return FALSE;
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

      if (!hf_customer_check_child (today, day, error) ||
          !hf_db_run (db, HF_QUERY_CHILD_INSERT, error, "lldd", hf_db_new_id (db), id,
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
  return add_phones (db, id, draft, error) && add_tags (db, id, draft->tags, error) &&
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

static gboolean
make_household (HfDb *db, const char *name, const char *address, gint64 *household, GError **error)
{
  *household = hf_db_new_id (db);
  return hf_db_run (db, HF_QUERY_HOUSEHOLD_INSERT, error, "lss", *household, name, address);
}

static gboolean
find_named (HfDb *db, const char *name, const char *address, gint64 *household, GError **error)
{
  return hf_db_get_int (db, HF_QUERY_HOUSEHOLD_BY_NAME, household, error, "s", name) &&
         (*household != 0 || make_household (db, name, address, household, error));
}

/* The second card at an address makes the household, and the first one joins it. */
static gboolean
find_at_address (HfDb *db, gint64 id, const char *address, gint64 *household, GError **error)
{
  gint64 other = 0;

  if (!hf_db_get_int (db, HF_QUERY_CUSTOMER_AT_ADDRESS, &other, error, "sl", address, id))
    return FALSE;
  if (other == 0)
    return TRUE;
  if (!hf_db_get_int (db, HF_QUERY_CUSTOMER_HOUSEHOLD, household, error, "l", other))
    return FALSE;
  return *household != 0 ||
         (make_household (db, "", address, household, error) &&
          hf_db_run (db, HF_QUERY_CUSTOMER_SET_HOUSEHOLD, error, "ll", other, *household));
}

/**
 * hf_customer_find_household:
 * @id: the customer, 0 for one who is still to be written
 * @name: (nullable): what the branch calls the household
 * @address: (nullable): where the customer lives
 * @household: (out): 0 for none
 *
 * Customers whom the branch put together, or who live at one address, are one household, whose home
 * visits are counted together (PLAN-1). Made where there is none yet.
 */
gboolean
hf_customer_find_household (
    HfDb *db, gint64 id, const char *name, const char *address, gint64 *household, GError **error)
{
  const char *where = address != NULL ? address : "";

  *household = 0;
  if (name != NULL && *name != '\0')
    return find_named (db, name, where, household, error);
  return !names_a_home (where) || find_at_address (db, id, where, household, error);
}

/**
 * hf_customer_join_household:
 *
 * Puts a customer whose address or household is new into the household that goes with it. Who moved
 * to an address of their own leaves the one before, unless the branch put them together.
 */
gboolean
hf_customer_join_household (
    HfDb *db, gint64 id, const char *name, const char *address, GError **error)
{
  gint64 household;

  if (!hf_customer_find_household (db, id, name, address, &household, error))
    return FALSE;
  return household != 0
             ? hf_db_run (db, HF_QUERY_CUSTOMER_SET_HOUSEHOLD, error, "ll", id, household)
             : hf_db_run (db, HF_QUERY_CUSTOMER_LEAVE_HOUSEHOLD, error, "l", id);
}
