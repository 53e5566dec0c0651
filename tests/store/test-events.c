/* test-events.c: who is invited to an event, and who came (EVT-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-event.h"
#include "hf-undo.h"
#include "store-fixture.h"

static gint64
add_event (Branch *branch, const char *at)
{
  HfEventDraft draft;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  hf_event_draft_init (&draft);
  draft.title = "重阳茶会";
  g_assert_true (hf_minute_parse (at, &draft.starts_at, NULL));
  hf_command_add_event (branch->db, &branch->actor, &draft, &id, &error);
  g_assert_no_error (error);
  return id;
}

static HfInvited *
invite (Branch *branch, gint64 event, const gint64 *customers, guint n, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (list, customers, n);
  return hf_command_invite (branch->db, &branch->actor, event, list, error);
}

static const char *
get_why (const HfInvited *invited, gint64 customer)
{
  for (guint i = 0; i < invited->left_out->len; i++)
    {
      const HfLeftOut *one = invited->left_out->pdata[i];

      if (one->customer_id == customer)
        return one->why;
    }
  return NULL;
}

/* Who may not be asked is left out, with the reason; who is asked twice counts once; all is undone.
 */
static void
test_left_out (Branch *branch, gconstpointer data)
{
  gint64 ids[] = {
    branch_add_customer (branch, "王秀英", "owner", "林娜", NULL),
    branch_add_customer (branch, "李妈妈", "owner", "林娜", "child", "2026-11-01", NULL),
    branch_add_customer (branch, "不要周日", "owner", "林娜", "no-contact", "sun", NULL),
    branch_add_customer (branch, "陈静", "owner", "林娜", NULL),
  };
  gint64 event;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfInvited) invited = NULL;
  g_autoptr (HfInvited) again = NULL;
  g_auto (HfUndoResult) result = { 0 };

  branch_set_now (branch, "2026-11-10T10:00");
  branch_set (branch, ids[3], "do-not-contact", "不想被打扰");
  event = add_event (branch, "2026-11-29T14:00"); /* a Sunday */
  invited = invite (branch, event, ids, G_N_ELEMENTS (ids), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (invited->customers->len, ==, 1);
  g_assert_null (get_why (invited, ids[0]));
  g_assert_cmpstr (get_why (invited, ids[1]), ==,
                   "a birth: no invitation until 2026-12-01; invite the family instead");
  g_assert_cmpstr (get_why (invited, ids[2]), ==, "not to be contacted on that day");
  g_assert_cmpstr (get_why (invited, ids[3]), ==, "wants no contact");
  again = invite (branch, event, ids, 1, &error);
  g_assert_cmpuint (again->already, ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM invitation"), ==, 1);
  g_assert_null (invite (branch, event, ids + 1, 1, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_true (hf_command_undo (branch->db, &branch->actor, 0, &result, &error));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM invitation"), ==, 0);
}

/* Not before its day; the tier's facts follow (TIER-1). */
static void
test_attended (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "owner", "林娜", NULL);
  gint64 event;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfInvited) invited = NULL;

  branch_set_now (branch, "2026-11-10T10:00");
  event = add_event (branch, "2026-11-29T14:00");
  g_assert_false (
      hf_command_note_attended (branch->db, &branch->actor, event, wang, TRUE, 2, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (
      hf_command_note_reply (branch->db, &branch->actor, event, wang, HF_REPLY_YES, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  invited = invite (branch, event, &wang, 1, &error);
  g_assert_true (
      hf_command_note_reply (branch->db, &branch->actor, event, wang, HF_REPLY_YES, &error));
  branch_set_now (branch, "2026-11-29T17:00");
  g_assert_true (
      hf_command_note_attended (branch->db, &branch->actor, event, wang, TRUE, 2, &error));
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM invitation WHERE attended = 1 AND"
                                         " guests = 2 AND reply = 'yes'"),
                   ==, 1);
  branch_set_now (branch, "2026-11-30T10:00");
  g_assert_null (invite (branch, event, &wang, 1, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (
      hf_command_note_reply (branch->db, &branch->actor, event, wang, HF_REPLY_YES, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

#define ASKED "SELECT count (*) FROM follow_up WHERE cause = 'invitation' AND state = "

/* Somebody hears whether they come, three days before; not once it is known, nor after the event.
 */
static void
test_asked (Branch *branch, gconstpointer data)
{
  gint64 ids[] = {
    branch_add_customer (branch, "王秀英", "owner", "林娜", NULL),
    branch_add_customer (branch, "陈静", "owner", "林娜", NULL),
    branch_add_customer (branch, "赵国强", "owner", "林娜", NULL),
  };
  gint64 event;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfInvited) invited = NULL;

  branch_set_now (branch, "2026-11-10T10:00");
  event = add_event (branch, "2026-11-28T14:00");
  invited = invite (branch, event, ids, G_N_ELEMENTS (ids), &error);
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, ASKED "'open' AND due_on = 20782"), ==, 3);
  g_assert_true (
      hf_command_note_reply (branch->db, &branch->actor, event, ids[0], HF_REPLY_MAYBE, &error));
  g_assert_true (
      hf_command_note_reply (branch->db, &branch->actor, event, ids[1], HF_REPLY_NO, &error));
  g_assert_cmpint (branch_count (branch, ASKED "'open'"), ==, 2);
  branch_set_now (branch, "2026-11-28T17:00");
  g_assert_true (
      hf_command_note_attended (branch->db, &branch->actor, event, ids[0], TRUE, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, ASKED "'open'"), ==, 1);
  branch_set_now (branch, "2026-11-30T10:00");
  branch_run_engine (branch);
  g_assert_cmpint (branch_count (branch, ASKED "'open'"), ==, 0);
}

/* Nobody is invited to a place that there is not; who declines leaves one. */
static void
test_places (Branch *branch, gconstpointer data)
{
  gint64 ids[] = {
    branch_add_customer (branch, "王秀英", "owner", "林娜", NULL),
    branch_add_customer (branch, "陈静", "owner", "林娜", NULL),
    branch_add_customer (branch, "赵国强", "owner", "林娜", NULL),
  };
  gint64 event;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfInvited) invited = NULL;
  g_autoptr (HfInvited) later = NULL;

  branch_set_now (branch, "2026-11-10T10:00");
  event = add_event (branch, "2026-11-28T14:00");
  branch_execute (branch, "UPDATE event SET capacity = 2");
  g_assert_null (invite (branch, event, ids, 3, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==,
                   "“重阳茶会” has 2 places left, and 3 would be invited. Choose fewer.");
  g_clear_error (&error);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM invitation"), ==, 0);
  invited = invite (branch, event, ids, 2, &error);
  g_assert_no_error (error);
  g_assert_null (invite (branch, event, ids + 2, 1, &error));
  g_assert_nonnull (strstr (error->message, "all 2 places are taken"));
  g_clear_error (&error);
  g_assert_true (
      hf_command_note_reply (branch->db, &branch->actor, event, ids[0], HF_REPLY_NO, &error));
  later = invite (branch, event, ids + 2, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (later->customers->len, ==, 1);
}

/* ROLE-1: an agent invites their own; one who is another's stops the whole act. */
static void
test_rights (Branch *branch, gconstpointer data)
{
  gint64 zhou = branch_add_staff (branch, "周敏");
  gint64 wang = branch_add_customer (branch, "王秀英", "owner", "林娜", NULL);
  gint64 event;
  g_autoptr (GError) error = NULL;

  branch_set_now (branch, "2026-11-10T10:00");
  event = add_event (branch, "2026-11-29T14:00");
  branch_act_as (branch, zhou);
  g_assert_null (invite (branch, event, &wang, 1, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/events/EVT-1/who-may-not-be-asked-is-left-out (CARD-7, CARD-10)", test_left_out);
  branch_test ("/events/EVT-1/who-came", test_attended);
  branch_test ("/events/EVT-1/the-owner-asks-for-the-reply (SCHED-2)", test_asked);
  branch_test ("/events/EVT-1/no-more-than-there-are-places", test_places);
  branch_test ("/events/ROLE-1/own-customers-only", test_rights);
  return g_test_run ();
}
