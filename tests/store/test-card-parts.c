/* test-card-parts.c: the parts of a card: written, read, taken back
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-history.h"
#include "hf-card-view.h"
#include "hf-undo.h"
#include "store-fixture.h"

static HfCardView *
load (Branch *branch, gint64 customer)
{
  GError *error = NULL;
  HfCardView *view = hf_card_view_load (branch->db, &branch->actor, customer, &error);

  g_assert_no_error (error);
  return view;
}

/* Writes one field and takes it back: the file is as it was. */
static void
assert_undoes (Branch *branch, gint64 customer, const char *field, const char *value)
{
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  branch_set (branch, customer, field, value);
  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

static void
test_undo (Branch *branch, gconstpointer data)
{
  static const char *const changes[][2] = {
    { "phone", "13800005679" },
    { "phone-preferred", "13800005679" },
    { "family", "女儿/王梅/1990-02-03" },
    { "health-note", "走路要拐杖" },
    { "condition", "高血压" },
    { "date", "wedding/1985-11-02" },
    { "date", "other/lunar:1990-+5-3/结拜/both" },
    { "date", "birthday/lunar:8-20" },
    { "consent", "phone/no/口头" },
    { "no-contact-day", "2026-12-24/外出" },
    { "tag", "爱喝茶" },
    { "verified", "yes" },
    { "do-not-contact", "本人要求" },
    { "quiet-until", "2026-12-01" },
  };
  gint64 wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", NULL);

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    assert_undoes (branch, wang, changes[i][0], changes[i][1]);
}

static void
test_removals_undo (Branch *branch, gconstpointer data)
{
  static const char *const changes[][3] = {
    { "family", "女儿/王梅/1990-02-03", "family-remove" },
    { "tag", "爱喝茶", "tag-remove" },
    { "condition", "高血压", "health-remove" },
    { "date", "wedding/1985-11-26", "date-remove" },
    { "consent", "home/yes", "consent-remove" },
    { "no-contact-day", "2026-12-24", "no-contact-day-remove" },
  };
  static const char *const wanted[] = {
    "王梅", "爱喝茶", "高血压", "wedding", "home", "2026-12-24"
  };
  gint64 wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      branch_set (branch, wang, changes[i][0], changes[i][1]);
      assert_undoes (branch, wang, changes[i][2], wanted[i]);
      branch_set (branch, wang, changes[i][2], wanted[i]);
    }
}

static void
assert_refused (Branch *branch, gint64 customer, const char *field, const char *value)
{
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  g_autoptr (GError) error = NULL;

  if (hf_customer_draft_set (draft, field, value, &error))
    hf_command_set_customer (branch->db, &branch->actor, customer, draft, NULL, &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

static void
test_refused (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", NULL);
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_autofree char *long_name = g_strnfill (201, 'a');

  assert_refused (branch, wang, "birth", "2027-01-01");
  assert_refused (branch, wang, "date", "birthday/2027-01-01");
  assert_refused (branch, wang, "date", "wedding/2026-13-01");
  assert_refused (branch, wang, "family", "女儿/王梅/2027-01-01");
  assert_refused (branch, wang, "family", "女儿/电话 138 0000 5679");
  assert_refused (branch, wang, "note", "女儿 13800005679");
  assert_refused (branch, wang, "consent", "pigeon/yes");
  assert_refused (branch, wang, "child", "2099-01-01");
  assert_refused (branch, wang, "name", "");
  assert_refused (branch, wang, "name", long_name);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

/* One to two hundred characters of any script. */
static void
test_names (Branch *branch, gconstpointer data)
{
  static const char *const names[] = { "王", "أمينة بنت خالد", "👵🏻 王奶奶",
                                       "Zoë O’Brien-Łukasz", "欧阳娜娜" };
  g_autofree char *long_name = g_strnfill (200, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 id = branch_add_customer (branch, names[i], NULL);
      g_autoptr (HfCardView) view = load (branch, id);

      g_assert_cmpstr (view->card->name, ==, names[i]);
    }
  branch_add_customer (branch, long_name, NULL);
}

static void
test_view (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", "no-contact", "sun",
                                     "window", "working", NULL);
  g_autoptr (HfCardView) view = NULL;
  const HfCardRow *phone;

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  branch_visit (branch, wang, "phone", "reached");
  branch_set (branch, wang, "date", "birthday/lunar:1958-8-20");
  view = load (branch, wang);
  g_assert_cmpint (view->fate, ==, HF_CARD_IS_THERE);
  g_assert_cmpuint (view->parts[HF_CARD_PHONE]->len, ==, 1);
  phone = view->parts[HF_CARD_PHONE]->pdata[0];
  g_assert_cmpstr (phone->text, ==, "138****5678");
  g_assert_cmpstr (view->values[HF_CUSTOMER_NO_CONTACT], ==, "sun");
  g_assert_true (hf_card_view_get_birthday (view)->date.is_lunar);
  g_assert_cmpuint (view->follow_ups->len, >, 0);
  g_assert_cmpuint (view->projected->len, >, 0);
  g_assert_cmpuint (view->supplies->len, ==, 1);
  g_assert_cmpuint (view->tiers->len, ==, 3);
  g_assert_cmpstr (((const HfCardTier *) view->tiers->pdata[0])->tier, ==, "0");
  g_assert_cmpuint (g_strv_length (((const HfCardTier *) view->tiers->pdata[0])->missing), >, 0);
}

static void
test_gone (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  gint64 twin = branch_add_customer (branch, "王秀英", NULL);
  g_autofree char *merge = g_strdup_printf ("UPDATE customer SET merged_into_id = %" G_GINT64_FORMAT
                                            " WHERE id = %" G_GINT64_FORMAT,
                                            wang, twin);
  g_autoptr (HfCardView) merged = NULL;
  g_autoptr (HfCardView) gone = NULL;

  branch_execute (branch, merge);
  merged = load (branch, twin);
  g_assert_cmpint (merged->fate, ==, HF_CARD_WAS_MERGED);
  g_assert_cmpint (merged->merged_into, ==, wang);
  gone = load (branch, 1);
  g_assert_cmpint (gone->fate, ==, HF_CARD_IS_GONE);
}

/* Agents see their own customers (ROLE-1). */
static void
test_whose (Branch *branch, gconstpointer data)
{
  gint64 zhou = branch_add_staff (branch, "周敏");
  gint64 wang = branch_add_customer (branch, "王秀英", "owner", "林娜", NULL);
  g_autoptr (GError) error = NULL;

  branch_act_as (branch, zhou);
  g_assert_null (hf_card_view_load (branch->db, &branch->actor, wang, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
}

static guint
count_history (Branch *branch, gint64 customer, HfSet kinds, const char *text)
{
  HfCardHistoryFilter filter = { kinds, text, 100 };
  GError *error = NULL;
  g_autoptr (GPtrArray) list = hf_card_dup_history (branch->db, customer, &filter, &error);

  g_assert_no_error (error);
  for (guint i = 1; i < list->len; i++)
    g_assert_cmpint (((HfCardEntry *) list->pdata[i - 1])->at, >=,
                     ((HfCardEntry *) list->pdata[i])->at);
  return list->len;
}

static void
test_history (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "owner", "林娜", NULL);

  branch_add_staff (branch, "周敏");
  branch_buy (branch, wang, branch->powder, "2026-11-10");
  branch_visit (branch, wang, "phone", "reached");
  branch_visit (branch, wang, "home", "not-home");
  branch_set (branch, wang, "owner", "周敏");
  g_assert_cmpuint (count_history (branch, wang, HF_BIT (HF_ENTRY_VISIT), NULL), ==, 2);
  g_assert_cmpuint (count_history (branch, wang, HF_BIT (HF_ENTRY_PURCHASE), NULL), ==, 1);
  g_assert_cmpuint (count_history (branch, wang, HF_BIT (HF_ENTRY_HANDOVER), NULL), ==, 1);
  g_assert_cmpuint (count_history (branch, wang, HF_BIT (HF_ENTRY_PURCHASE), "蛋白"), ==, 1);
  g_assert_cmpuint (count_history (branch, wang, HF_SET_ALL, "没有的"), ==, 0);
  g_assert_cmpuint (count_history (branch, wang, HF_SET_ALL, NULL), >=, 4);
}

/* An id that belongs to another card changes nothing there. */
static void
test_of_another (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "condition", "高血压", NULL);
  gint64 li = branch_add_customer (branch, "李建国", NULL);
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  HfCardChange *change = hf_card_change_new (HF_CARD_HEALTH);
  GError *error = NULL;

  change->row.id = branch_count (branch, "SELECT id FROM health_fact");
  g_free (change->row.kind);
  change->row.kind = g_strdup ("condition");
  g_free (change->row.text);
  change->row.text = g_strdup ("糖尿病");
  hf_customer_draft_change (draft, change);
  hf_command_set_customer (branch->db, &branch->actor, li, draft, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (wang, >, 0);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM health_fact WHERE text = '高血压'"),
                   ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/card-parts/CARD-1/undo-is-exact", test_undo);
  branch_test ("/card-parts/CARD-2/removals-undo", test_removals_undo);
  branch_test ("/card-parts/PHONE-2/refused", test_refused);
  branch_test ("/card-parts/CARD-1/names-of-any-script", test_names);
  branch_test ("/card-parts/TIER-5/view", test_view);
  branch_test ("/card-parts/CARD-12/gone", test_gone);
  branch_test ("/card-parts/ROLE-1/whose", test_whose);
  branch_test ("/card-parts/ROLE-1/of-another", test_of_another);
  branch_test ("/card-parts/CARD-11/history", test_history);
  return g_test_run ();
}
