/* test-staff-product.c: who works here and what is sold, changed (ROLE-1, PUR-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-product.h"
#include "hf-staff.h"
#include "hf-undo.h"
#include "store-fixture.h"

static gboolean
set_staff (Branch *branch, gint64 id, char *name, HfRole role, gboolean active, GError **error)
{
  HfStaff staff = { id, name, role, (char *) "", active };

  return hf_command_set_staff (branch->db, &branch->actor, &staff, error);
}

static void
undo (Branch *branch)
{
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
}

static void
test_staff_changes (Branch *branch, gconstpointer data)
{
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      set_staff (branch, branch->agent, (char *) "林娜娜", HF_ROLE_MANAGER, TRUE, &error));
  g_assert_cmpint (branch_count (branch,
                                 "SELECT count (*) FROM staff WHERE name = '林娜娜' AND role "
                                 "= 'manager'"),
                   ==, 1);
  undo (branch);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

static void
test_last_manager_stays (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set_staff (branch, branch->agent, (char *) "林娜", HF_ROLE_MANAGER, TRUE, NULL));
  g_assert_false (
      set_staff (branch, branch->agent, (char *) "林娜", HF_ROLE_MANAGER, FALSE, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
}

static void
test_expert_needs_qualification (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (set_staff (branch, branch->agent, (char *) "林娜", HF_ROLE_EXPERT, TRUE, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

static void
test_agents_may_not (Branch *branch, gconstpointer data)
{
  g_autoptr (HfProductCard) card = hf_product_card_load (branch->db, branch->powder, NULL);
  g_autoptr (GError) error = NULL;

  branch_act_as (branch, branch->agent);
  g_assert_false (
      set_staff (branch, branch->agent, (char *) "林娜", HF_ROLE_MANAGER, TRUE, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_false (hf_command_save_product (branch->db, &branch->actor, card, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
}

/* A pack that lasts longer: whoever has one has enough for longer (PUR-3). */
static void
test_product_changes (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  g_autoptr (HfProductCard) card = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 until;

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  before = branch_dump (branch);
  until = branch_count (branch, "SELECT supply_until_on FROM customer");
  card = hf_product_card_load (branch->db, branch->powder, &error);
  g_assert_cmpint (card->doses, ==, 30);
  card->doses = 45;
  g_strfreev (card->contraindications);
  card->contraindications = g_strsplit ("痛风,肾病", ",", -1);
  g_assert_true (hf_command_save_product (branch->db, &branch->actor, card, &error));
  g_assert_cmpint (branch_count (branch, "SELECT supply_until_on FROM customer"), ==, until + 15);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM product_note"), ==, 2);
  undo (branch);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/staff/ROLE-1/changes", test_staff_changes);
  branch_test ("/staff/ROLE-1/last-manager-stays", test_last_manager_stays);
  branch_test ("/staff/ROLE-1/expert-needs-qualification", test_expert_needs_qualification);
  branch_test ("/staff/ROLE-1/agents-may-not", test_agents_may_not);
  branch_test ("/product/PUR-1/changes", test_product_changes);
  return g_test_run ();
}
