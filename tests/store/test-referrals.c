/* test-referrals.c: whom customers name (REF-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-referral.h"
#include "hf-undo.h"
#include "store-fixture.h"

static gint64
add (Branch *branch, gint64 referrer, const char *person, const char *phone)
{
  const HfReferralDraft draft = { .referrer_id = referrer, .person = person, .phone = phone };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  hf_command_add_referral (branch->db, &branch->actor, &draft, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gboolean
move (Branch *branch, gint64 id, HfReferralState to, GError **error)
{
  return hf_command_move_referral (branch->db, &branch->actor, id, to, 0, error);
}

/* The referrer hears of each move (PLAN-8), and undoing takes both back. */
static void
test_moves (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  gint64 id = add (branch, wang, "赵六", "13912345678");
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (HfUndoResult) result = { 0 };

  g_assert_true (move (branch, id, HF_REFERRAL_INVITED, &error));
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch,
                                 "SELECT count (*) FROM follow_up f JOIN enrolment e ON e.id"
                                 " = f.enrolment_id JOIN care_plan p ON p.id = e.plan_id"
                                 " WHERE p.key = 'referrer-feedback' AND f.state = 'open'"),
                   ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM referral_move"), ==, 2);
  g_assert_false (move (branch, id, HF_REFERRAL_NAMED, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_true (hf_command_undo (branch->db, &branch->actor, 0, &result, &error));
  g_assert_no_error (error);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

/* PHONE-2: in its own field, in no text; once there is a card it stands there and nowhere else. */
static void
test_numbers (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  HfReferralDraft draft = { .referrer_id = wang, .person = "赵六", .relation = "电话13912345678" };
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_false (hf_command_add_referral (branch->db, &branch->actor, &draft, &id, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_assert_null (strstr (error->message, "1391"));
  g_clear_error (&error);
  id = add (branch, wang, "赵六", "139 1234 5678");
  branch_add_customer (branch, "赵六", "owner", "林娜", "phone", "13912345678", NULL);
  g_assert_true (move (branch, id, HF_REFERRAL_CONTACTED, &error));
  g_assert_cmpint (branch_count (branch, "SELECT person_phone IS NULL AND customer_id IS NOT NULL"
                                         " FROM referral"),
                   ==, 1);
  branch_add_customer (branch, "老顾客", "card-type", "customer", "phone", "13700000001", NULL);
  draft = (HfReferralDraft){ .referrer_id = wang, .person = "老顾客", .phone = "13700000001" };
  g_assert_false (hf_command_add_referral (branch->db, &branch->actor, &draft, &id, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
}

/* A sale to somebody who was named is the referral's end, in one operation; the card is linked. */
static void
test_purchase (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  gint64 zhao;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (HfUndoResult) result = { 0 };

  add (branch, wang, "赵六", "13912345678");
  add (branch, wang, "钱七", "13912340000");
  zhao = branch_add_customer (branch, "赵六", "owner", "林娜", "phone", "13912345678", NULL);
  before = branch_dump (branch);
  branch_buy (branch, zhao, branch->powder, "2026-11-10");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM referral r JOIN customer c ON"
                                         " c.id = r.customer_id AND c.name = r.person_name"
                                         " WHERE r.state = 'purchased' AND person_phone IS NULL"),
                   ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM referral WHERE state = 'named'"),
                   ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM referral_move"
                                         " WHERE state = 'purchased'"),
                   ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up f JOIN enrolment e ON"
                                         " e.id = f.enrolment_id JOIN care_plan p ON p.id ="
                                         " e.plan_id WHERE p.key = 'referrer-feedback'"),
                   ==, 1);
  branch_buy (branch, zhao, branch->powder, "2026-11-10");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM referral_move"
                                         " WHERE state = 'purchased'"),
                   ==, 1);
  g_assert_true (hf_command_undo (branch->db, &branch->actor, 0, &result, &error));
  hf_undo_result_clear (&result);
  g_assert_true (hf_command_undo (branch->db, &branch->actor, 0, &result, &error));
  g_assert_no_error (error);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

/* Nobody refers themselves; another one of the same name has another number. */
static void
test_self (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer",
                                     "phone", "13800005678", NULL);
  HfReferralDraft draft = { .referrer_id = wang, .person = " 王秀英 " };
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_false (hf_command_add_referral (branch->db, &branch->actor, &draft, &id, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  draft.person = "王阿姨";
  draft.phone = "138 0000 5678";
  g_assert_false (hf_command_add_referral (branch->db, &branch->actor, &draft, &id, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  add (branch, wang, "王秀英", "13912345678");
}

/* TIER-1 counts referrals that purchased; ROLE-1: not those of other agents' customers. */
static void
test_rights (Branch *branch, gconstpointer data)
{
  gint64 zhou = branch_add_staff (branch, "周敏");
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  gint64 id = add (branch, wang, "赵六", NULL);
  HfReferralDraft draft = { .referrer_id = wang, .person = "钱七" };
  g_autoptr (GError) error = NULL;

  branch_act_as (branch, zhou);
  g_assert_false (move (branch, id, HF_REFERRAL_CONTACTED, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_false (hf_command_add_referral (branch->db, &branch->actor, &draft, &id, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/referrals/REF-1/moves-are-dated-and-told (PLAN-8)", test_moves);
  branch_test ("/referrals/PHONE-2/numbers-have-their-own-field", test_numbers);
  branch_test ("/referrals/REF-1/a-purchase-is-the-end (PLAN-8)", test_purchase);
  branch_test ("/referrals/REF-1/nobody-refers-themselves", test_self);
  branch_test ("/referrals/ROLE-1/own-customers-only", test_rights);
  return g_test_run ();
}
