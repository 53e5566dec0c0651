/* hf-visit-run.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-run.h"

#include <glib/gi18n-lib.h>

#include "hf-customer.h"
#include "hf-phone.h"
#include "hf-when.h"
#include "hf-work.h"

/* The draft with texts of its own, and what came of it. */
typedef struct
{
  HfVisitDraft draft;
  char *note;
  char *promise;
  GStrv checks;
  GArray *staff;
  gint64 operation;
  gboolean discarded;
  gboolean other_number;
  HfWorkItem *stays; /* (nullable): the chosen one, when the contact was not what it asks for */
  char *also;        /* (nullable): what else it did, by name */
  HfWorkItem *next;  /* (nullable): of the follow-ups that it opened the one that is due first */
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_free (run->note);
  g_free (run->promise);
  g_strfreev (run->checks);
  g_clear_pointer (&run->staff, g_array_unref);
  g_clear_pointer (&run->next, hf_work_item_free);
  g_clear_pointer (&run->stays, hf_work_item_free);
  g_free (run->also);
  g_free (run);
}

static Run *
run_new (const HfVisitDraft *draft)
{
  Run *run = g_new0 (Run, 1);

  run->draft = *draft;
  run->draft.note = run->note = g_strdup (draft->note);
  run->draft.promise = run->promise = g_strdup (draft->promise);
  run->checks = g_strdupv ((char **) draft->checks);
  run->draft.checks = (const char *const *) run->checks;
  if (draft->staff != NULL)
    run->draft.staff = run->staff = g_array_ref (draft->staff);
  return run;
}

static HfWorkItem *
load_first (HfDb *db, const GArray *ids)
{
  HfWorkItem *first = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      HfWorkItem *item = hf_work_load (db, g_array_index (ids, gint64, i), NULL);

      if (item != NULL && (first == NULL || item->due_at < first->due_at))
        {
          g_clear_pointer (&first, hf_work_item_free);
          first = g_steal_pointer (&item);
        }
      g_clear_pointer (&item, hf_work_item_free);
    }
  return first;
}

/* An expert's call, say, is not done by an agent's (SCHED-3). */
static HfWorkItem *
load_staying (HfDb *db, const Run *run)
{
  g_autoptr (HfWorkItem) item = NULL;

  if (run->draft.follow_up == 0 || run->draft.outcome != HF_OUTCOME_REACHED)
    return NULL;
  item = hf_work_load (db, run->draft.follow_up, NULL);
  if (item != NULL && run->note != NULL && *run->note != '\0')
    item->puts_right = FALSE;
  return item != NULL && item->state == HF_FOLLOW_UP_OPEN ? g_steal_pointer (&item) : NULL;
}

/* A contact serves other lines as well (SCHED-3); nobody should find them gone. */
static char *
dup_also_done (HfDb *db, const Run *run, const GArray *completed)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < completed->len; i++)
    {
      gint64 id = g_array_index (completed, gint64, i);
      g_autoptr (HfWorkItem) item = id != run->draft.follow_up ? hf_work_load (db, id, NULL) : NULL;

      if (item != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", item->title);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static gpointer
log_visit (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Run *run = data;
  Run *result;
  g_auto (HfVisitResult) visit = { 0 };

  if (!hf_command_log_visit (db, actor, &run->draft, &visit, error))
    return NULL;
  result = g_new0 (Run, 1);
  result->draft.outcome = run->draft.outcome;
  result->draft.follow_up = run->draft.follow_up;
  result->operation = visit.operation;
  result->discarded = visit.discarded;
  result->other_number = visit.other_number;
  result->next = load_first (db, visit.opened);
  result->stays = load_staying (db, run);
  result->also = run->draft.follow_up != 0 ? dup_also_done (db, run, visit.completed) : NULL;
  return result;
}

/**
 * hf_visit_run_async:
 * @draft: copied
 * @follow_up: under which it was keyed in, 0 for none
 *
 * Records a contact as the person at the desk.
 */
void
hf_visit_run_async (HfAppContext *context,
                    const HfVisitDraft *draft,
                    gint64 follow_up,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  Run *run = run_new (draft);

  run->draft.follow_up = follow_up;
  hf_app_context_run_async (context, log_visit, run, run_free, run_free, callback, user_data);
}

static char *
format_staying (const HfWorkItem *item)
{
  if (item->ways.n_ways == 0 && item->kind == HF_KIND_COMPLAINT)
    return g_strdup_printf (_ ("Recorded. “%s” stays: it is done in its case, not by a contact"),
                            item->title);
  if (item->ways.n_ways == 0)
    return g_strdup_printf (_ ("Recorded. “%s” stays: it is no contact, tick it off once done"),
                            item->title);
  if (item->puts_right)
    return g_strdup_printf (_ ("Recorded. “%s” stays: write down how it was put right"),
                            item->title);
  if (hf_ways_get_roles (&item->ways) == HF_BIT (HF_ROLE_EXPERT))
    return g_strdup_printf (_ ("Recorded. The line of %s stays until an expert has called"),
                            item->customer);
  return g_strdup_printf (_ ("Recorded. The line of %s stays: it asks for another contact, %s"),
                          item->customer,
                          hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) item->channel));
}

/* "Recorded. Next: home visit, Fri 4 Dec" */
static char *
format_said (HfAppContext *context, const Run *run)
{
  const HfWorkItem *next = run->next;
  HfDay today = hf_minute_get_day (hf_app_context_get_now (context));
  g_autofree char *day = NULL;

  if (run->discarded)
    return g_strdup (run->draft.outcome == HF_OUTCOME_REFUSED
                         ? _ ("The customer refused: the card was discarded")
                         : _ ("Three tries without an answer: the card was discarded"));
  if (run->other_number)
    return g_strdup (_ ("Recorded. Try another number next, or send a message"));
  if (run->stays != NULL)
    return format_staying (run->stays);
  if (next == NULL)
    return g_strdup (_ ("Recorded"));
  /* A step that was due before the one recorded now is due now. */
  day = hf_when_format_day (MAX (next->due_on, today), today);
  return g_strdup_printf (_ ("Recorded. Next for %s: %s, %s"), next->customer,
                          hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) next->channel), day);
}

/**
 * hf_visit_run_finish:
 *
 * Says in a toast what comes next, with Undo.
 */
gboolean
hf_visit_run_finish (HfAppContext *context, GAsyncResult *result, GError **error)
{
  Run *run = hf_app_context_run_finish (context, result, error);
  g_autofree char *text = NULL;

  if (run == NULL)
    return FALSE;
  text = format_said (context, run);
  if (run->also != NULL)
    {
      g_autofree char *said = g_steal_pointer (&text);

      text = g_strdup_printf (_ ("%s. Also done: %s"), said, run->also);
    }
  hf_app_context_say (context, text, TRUE, run->operation);
  run_free (run);
  return TRUE;
}

/**
 * hf_visit_format_next:
 *
 * Returns: (transfer full) (nullable): “Next: home visit, 28 Sep”; %NULL when nothing comes next
 */
char *
hf_visit_format_next (HfAppContext *context, const HfNextContact *next)
{
  HfDay today = hf_minute_get_day (hf_app_context_get_now (context));
  g_autofree char *day = NULL;

  if (next->day == HF_DAY_NONE)
    return NULL;
  /* What was due before is due now. */
  day = hf_when_format_day (MAX (next->day, today), today);
  return g_strdup_printf (next->required ? _ ("Next: %s, %s (needed)") : _ ("Next: %s, %s"),
                          hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) next->channel), day);
}

/* A number on its way from a text to the card. */
typedef struct
{
  gint64 customer;
  char *number;
  char *said;       /* once it is there */
  gint64 operation; /* which an Undo takes back */
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_free (move->number);
  g_free (move->said);
  g_free (move);
}

static gpointer
move_phone (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Move *move = data;
  g_autofree Move *result = g_new0 (Move, 1);
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  g_autofree char *number = NULL;
  g_autofree char *masked = NULL;

  if (!hf_phone_parse (move->number, &number, error))
    return NULL;
  hf_customer_draft_add_phone (draft, number, "");
  if (!hf_command_set_customer (db, actor, move->customer, draft, NULL, error) ||
      !hf_db_get_int (db, HF_QUERY_OPERATION_LAST_UNDOABLE, &result->operation, error, "l",
                      actor->staff_id))
    return NULL;
  masked = hf_phone_mask (number);
  result->said = g_strdup_printf (_ ("%s now stands on the card"), masked);
  return g_steal_pointer (&result);
}

/* A text with another number, or somebody else's, has forgotten this one. */
static void
on_undone (HfAppContext *context, gint64 operation, HfNoteEntry *entry)
{
  const gint64 *moved = g_object_get_data (G_OBJECT (entry), "moved-by");

  if (moved != NULL && *moved == operation)
    hf_note_entry_put_back (entry);
}

/* Says where the number is, masked, with Undo. */
static void
on_phone_moved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfNoteEntry) entry = data;
  HfAppContext *context = HF_APP_CONTEXT (source);
  g_autoptr (GError) error = NULL;
  Move *move = hf_app_context_run_finish (context, result, &error);

  if (move == NULL)
    {
      hf_app_context_complain (context, error);
      return;
    }
  hf_note_entry_remove_phone (entry);
  g_object_set_data_full (G_OBJECT (entry), "moved-by",
                          g_memdup2 (&move->operation, sizeof move->operation), g_free);
  g_signal_handlers_disconnect_by_func (context, on_undone, entry);
  g_signal_connect_object (context, "undone", G_CALLBACK (on_undone), entry, 0);
  hf_app_context_say (context, move->said, TRUE, move->operation);
  move_free (move);
}

/**
 * hf_visit_move_phone:
 * @entry: in which somebody typed a number
 *
 * Moves it to the customer's numbers, the one place for it (PHONE-2). An Undo puts it back.
 */
void
hf_visit_move_phone (HfAppContext *context, gint64 customer, HfNoteEntry *entry)
{
  g_autofree char *number = hf_note_entry_dup_phone (entry);
  Move *move;

  if (number == NULL)
    return;
  move = g_new0 (Move, 1);
  move->customer = customer;
  move->number = g_steal_pointer (&number);
  hf_app_context_run_async (context, move_phone, move, move_free, move_free, on_phone_moved,
                            g_object_ref (entry));
}
