/* hf-sample-card.c: invented staff, products and customers
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer.h"
#include "hf-db-private.h"
#include "hf-sample-private.h"

/* A child is due at the latest so many days after the card was made (CARD-10). */
#define LATEST_DUE        (270)

#define CUSTOMERS_A_AGENT (300)
#define AGENTS_AN_EXPERT  (8)

/* 1380…: numbers that look right and belong to nobody; each is another one. */
#define FIRST_PHONE G_GINT64_CONSTANT (13800000000)
#define N_PHONES    (10000000)
#define PHONE_STEP  (7919)

static gboolean
add_person (
    HfSample *sample, const char *role, const char *qualification, GArray *ids, GError **error)
{
  gint64 id = hf_db_new_id (sample->db);
  gint64 known = 1;
  g_autofree char *name = NULL;

  while (known != 0)
    {
      g_free (name);
      name = hf_sample_dup_name (sample, hf_sample_chance (sample, 70));
      known = 0;
      if (!hf_db_get_int (sample->db, HF_QUERY_STAFF_BY_NAME, &known, error, "s", name))
        return FALSE;
    }
  sample->result->staff++;
  if (ids != NULL)
    g_array_append_val (ids, id);
  else
    sample->manager = id;
  return hf_db_run (sample->db, HF_QUERY_STAFF_INSERT, error, "lsss", id, name, role,
                    qualification);
}

/**
 * hf_sample_add_staff:
 *
 * An agent for every few hundred customers, some experts, a manager.
 */
gboolean
hf_sample_add_staff (HfSample *sample, int customers, GError **error)
{
  int agents = MAX (3, customers / CUSTOMERS_A_AGENT);

  for (int i = 0; i < agents; i++)
    {
      if (!add_person (sample, "agent", "", sample->agents, error) ||
          (i % AGENTS_AN_EXPERT == 0 &&
           !add_person (sample, "expert", "执业医师", sample->experts, error)))
        return FALSE;
    }
  return add_person (sample, "manager", "", NULL, error);
}

/**
 * hf_sample_add_products:
 *
 * Those that the branch has under the same name already are taken as they are.
 */
gboolean
hf_sample_add_products (HfSample *sample, GError **error)
{
  static const struct
  {
    const char *name;
    int doses;
    gint64 price_fen;
  } products[] = { { "蛋白粉", 30, 19800 },          { "钙片", 60, 12800 },
                   { "鱼油软胶囊", 60, 16800 },      { "益生菌", 30, 15800 },
                   { "婴儿配方奶粉1段", 12, 26800 }, { "婴儿配方奶粉2段", 12, 25800 },
                   { "婴儿配方奶粉3段", 12, 24800 } };

  G_STATIC_ASSERT (G_N_ELEMENTS (products) == HF_SAMPLE_N_PRODUCTS + HF_SAMPLE_N_MILKS);
  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    {
      gint64 *id = &sample->products[i];

      if (!hf_db_get_int (sample->db, HF_QUERY_PRODUCT_BY_NAME, id, error, "s", products[i].name))
        return FALSE;
      if (*id != 0)
        continue;
      *id = hf_db_new_id (sample->db);
      sample->result->products++;
      if (!hf_db_run (sample->db, HF_QUERY_PRODUCT_INSERT, error, "lsilll", *id, products[i].name,
                      products[i].doses, (gint64) 720, products[i].price_fen,
                      products[i].price_fen / 2))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set (HfSample *sample, HfCustomerField field, const char *value, GError **error)
{
  return hf_customer_draft_set_field (sample->draft, field, value, error);
}

static void
set_birth (HfSample *sample, gboolean young)
{
  HfYearlyDate *birth = &sample->draft->birth;

  birth->lunar = !young && hf_sample_chance (sample, 30);
  birth->leap = FALSE;
  birth->year =
      young ? hf_sample_between (sample, 1985, 1999) : hf_sample_between (sample, 1938, 1962);
  birth->month = hf_sample_between (sample, 1, 12);
  birth->day = hf_sample_between (sample, 1, 28);
  sample->draft->has_birth = TRUE;
}

static void
set_phone (HfSample *sample)
{
  gint64 number = FIRST_PHONE + sample->result->customers * PHONE_STEP % N_PHONES;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  hf_customer_draft_add_phone (sample->draft, text, "");
}

/* Every seventh lives with the one before. */
static gboolean
set_address (HfSample *sample, HfSampleCustomer *customer, GError **error)
{
  if (customer->address == NULL || !hf_sample_chance (sample, 15))
    {
      g_free (customer->address);
      customer->address = hf_sample_dup_address (sample, &customer->area);
    }
  return set (sample, HF_CUSTOMER_ADDRESS, customer->address, error) &&
         set (sample, HF_CUSTOMER_AREA, customer->area, error);
}

static gboolean
set_extras (HfSample *sample, GError **error)
{
  static const char *const windows[] = { "working", "home", "09:30-11:00", "15:00-17:00" };
  static const char *const days[] = { "sun", "sat,sun", "wed", "mon" };

  return (!hf_sample_chance (sample, 40) ||
          set (sample, HF_CUSTOMER_WINDOW, windows[hf_sample_between (sample, 0, 3)], error)) &&
         (!hf_sample_chance (sample, 12) ||
          set (sample, HF_CUSTOMER_NO_CONTACT, days[hf_sample_between (sample, 0, 3)], error)) &&
         (!hf_sample_chance (sample, 50) ||
          set (sample, HF_CUSTOMER_OCCUPATION, hf_sample_pick_job (sample), error)) &&
         (!hf_sample_chance (sample, 40) ||
          set (sample, HF_CUSTOMER_INTERESTS, hf_sample_pick_hobby (sample), error)) &&
         (!hf_sample_chance (sample, 25) ||
          hf_customer_draft_add_word (sample->draft, "tag", hf_sample_pick_tag (sample), error)) &&
         (!hf_sample_chance (sample, 30) ||
          hf_customer_draft_add_word (sample->draft, "condition", hf_sample_pick_condition (sample),
                                      error));
}

static gboolean
fill_draft (HfSample *sample, HfSampleCustomer *customer, GError **error)
{
  gboolean female = customer->infant || hf_sample_chance (sample, 62);
  HfDay then = sample->today - hf_sample_between (sample, 10, 700);
  HfDay born = MIN (then, customer->since + LATEST_DUE);

  hf_customer_draft_clear (sample->draft);
  g_free (customer->name);
  customer->name = hf_sample_dup_name (sample, female);
  sample->draft->owner_id = customer->owner;
  if (!set (sample, HF_CUSTOMER_NAME, customer->name, error) ||
      !set (sample, HF_CUSTOMER_SEX, female ? "female" : "male", error) ||
      !set (sample, HF_CUSTOMER_SOURCE, hf_sample_pick_source (sample), error) ||
      !set_address (sample, customer, error) || !set_extras (sample, error))
    return FALSE;
  set_phone (sample);
  if (hf_sample_chance (sample, 85))
    set_birth (sample, customer->infant);
  if (customer->infant)
    g_array_append_val (sample->draft->children, born);
  return TRUE;
}

/**
 * hf_sample_add_card:
 * @customer: (inout): the one before, whose address may be taken again
 *
 * One more customer, whose card was made on some day of the years asked for.
 */
gboolean
hf_sample_add_card (HfSample *sample, HfSampleCustomer *customer, GError **error)
{
  HfSampleCustomer before = *customer;
  HfActor then = *sample->actor;
  int days_ago = hf_sample_between (sample, 1, sample->years * 365);

  *customer =
      (HfSampleCustomer){ .name = before.name, .address = before.address, .area = before.area };
  customer->infant = hf_sample_chance (sample, 8);
  customer->since = sample->today - days_ago;
  customer->owner = hf_sample_chance (sample, 97) ? hf_sample_pick_id (sample, sample->agents) : 0;
  then.now -= (HfMinute) days_ago * HF_MINUTES_A_DAY;
  if (!fill_draft (sample, customer, error) ||
      !hf_customer_insert (sample->db, &then, sample->draft, &customer->id, error))
    return FALSE;
  sample->result->customers++;
  return TRUE;
}
