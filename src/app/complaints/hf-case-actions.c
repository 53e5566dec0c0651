/* hf-case-actions.c: what can be done about a case
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-card-run.h"
#include "hf-case-acts.h"
#include "hf-case-enquiry.h"
#include "hf-case-move.h"
#include "hf-case-page-private.h"
#include "hf-case-paper.h"
#include "hf-complaint-edit.h"
#include "hf-complaint-rules.h"
#include "hf-intake-window.h"
#include "hf-matter-form.h"

static HfComplaint *
get_complaint (gpointer data)
{
  HfCasePage *self = data;

  return self->one != NULL ? self->one->complaint : NULL;
}

static gboolean
is_to_do (HfCasePage *self, HfDeadlineKind kind)
{
  const HfDeadlineRow *row = hf_complaint_case_find_deadline (self->one, kind);

  return row != NULL && row->done_at == HF_MINUTE_NONE && !g_str_equal (row->state, "kept");
}

static void
move_to (HfCasePage *self, HfComplaintStage to)
{
  hf_case_move_ask (GTK_WIDGET (self), self->context, self->one->complaint, to);
}

static void
on_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const int stages[] = {
    [HF_COMPLAINT_NEXT_ACKNOWLEDGE] = HF_CASE_ACKNOWLEDGED,
    [HF_COMPLAINT_NEXT_INVESTIGATE] = HF_CASE_INVESTIGATING,
    [HF_COMPLAINT_NEXT_ANSWER] = HF_CASE_ANSWERED,
    [HF_COMPLAINT_NEXT_ACCEPT] = HF_CASE_RESOLVED,
    [HF_COMPLAINT_NEXT_CLOSE] = HF_CASE_CLOSED,
    [HF_COMPLAINT_NEXT_REOPEN] = HF_CASE_INVESTIGATING,
  };
  HfCasePage *self = data;
  HfComplaint *complaint = get_complaint (data);
  HfComplaintNext next;

  if (complaint == NULL)
    return;
  next = hf_complaint_get_next (complaint->stage, is_to_do (self, HF_DEADLINE_CALL_BACK),
                                is_to_do (self, HF_DEADLINE_HOME_VISIT),
                                complaint->apologised_at != HF_MINUTE_NONE);
  if (next == HF_COMPLAINT_NEXT_CALL_BACK || next == HF_COMPLAINT_NEXT_VISIT)
    hf_case_ask_contact (GTK_WIDGET (self), self->context, complaint,
                         next == HF_COMPLAINT_NEXT_VISIT ? HF_CHANNEL_HOME : HF_CHANNEL_PHONE);
  else if (next == HF_COMPLAINT_NEXT_APOLOGISE)
    hf_case_ask_apology (GTK_WIDGET (self), self->context, complaint);
  else
    move_to (self, (HfComplaintStage) stages[next]);
}

static void
on_move (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_complaint (data) != NULL)
    move_to (data, (HfComplaintStage) g_variant_get_int32 (parameter));
}

static void
on_escalate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_complaint (data) != NULL)
    hf_case_ask_escalation (data, HF_CASE_PAGE (data)->context, get_complaint (data));
}

static void
on_wait (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_complaint (data) != NULL)
    hf_case_ask_wait (data, HF_CASE_PAGE (data)->context, get_complaint (data));
}

static void
on_reply (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_complaint (data) != NULL)
    hf_case_reply (HF_CASE_PAGE (data)->context, get_complaint (data));
}

static void
on_withdraw (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_complaint (data) != NULL)
    hf_case_ask_withdrawal (data, HF_CASE_PAGE (data)->context, get_complaint (data));
}

static void
on_card (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_complaint (data) != NULL)
    gtk_widget_activate_action (data, "win.show-customer", "x", get_complaint (data)->customer_id);
}

/* Who wants to give the goods back: the return stands in the case's log (COMP-5). */
static void
on_return (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const HfComplaint *complaint = get_complaint (data);
  HfAppContext *context = HF_CASE_PAGE (data)->context;

  if (complaint != NULL)
    hf_intake_window_show_filled (data, context, _ ("New Return"), complaint->customer_id,
                                  hf_return_form_new_for_complaint (context, complaint));
}

static void
on_reload (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_follower_wake (HF_CASE_PAGE (data)->follower);
}

/* ---- a line for the log */

typedef struct
{
  gint64 id;
  char *text;
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->text);
  g_free (note);
}

static gpointer
add_note (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Note *note = data;

  return hf_command_note_complaint (db, actor, note->id, note->text, error) ? note : NULL;
}

static void
on_noted (GObject *form, const GError *error)
{
  HfCasePage *self = HF_CASE_PAGE (form);

  gtk_widget_set_sensitive (self->note_button, TRUE);
  hf_card_run_tell (self->note_trouble, error != NULL ? error->message : NULL);
  if (error == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->note), "");
}

static void
on_note (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCasePage *self = data;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note))));
  Note *note;

  if (*text == '\0' || self->one == NULL)
    return;
  note = g_new0 (Note, 1);
  note->id = self->id;
  note->text = g_steal_pointer (&text);
  gtk_widget_set_sensitive (self->note_button, FALSE);
  hf_card_run_command (self->context, add_note, note, note_free, _ ("Noted"), self, on_noted);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_complaint (data) != NULL)
    hf_case_paper_print (data, HF_CASE_PAGE (data)->context, HF_CASE_PAGE (data)->id);
}

static void
on_save_pdf (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_complaint (data) != NULL)
    hf_case_paper_save (data, HF_CASE_PAGE (data)->context, HF_CASE_PAGE (data)->id);
}

static void
on_enquiry (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_complaint (data) != NULL)
    hf_case_ask_enquiry (data, HF_CASE_PAGE (data)->context, get_complaint (data));
}

static void
on_enquiry_answered (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_complaint (data) != NULL)
    hf_case_answer_enquiry (HF_CASE_PAGE (data)->context, get_complaint (data));
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_complaint (data) != NULL)
    hf_case_export (data, HF_CASE_PAGE (data)->context, get_complaint (data));
}

static const GActionEntry action_entries[] = {
  { .name = "next", .activate = on_next },
  { .name = "move", .activate = on_move, .parameter_type = "i" },
  { .name = "escalate", .activate = on_escalate },
  { .name = "wait", .activate = on_wait },
  { .name = "reply", .activate = on_reply },
  { .name = "withdraw", .activate = on_withdraw },
  { .name = "return", .activate = on_return },
  { .name = "card", .activate = on_card },
  { .name = "note", .activate = on_note },
  { .name = "print", .activate = on_print },
  { .name = "save-pdf", .activate = on_save_pdf },
  { .name = "enquiry", .activate = on_enquiry },
  { .name = "enquiry-answered", .activate = on_enquiry_answered },
  { .name = "export", .activate = on_export },
  { .name = "reload", .activate = on_reload },
};

/**
 * hf_case_page_add_actions:
 *
 * The group `case`, for buttons and keys alike.
 */
void
hf_case_page_add_actions (HfCasePage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "case", G_ACTION_GROUP (self->actions));
}

static void
set_enabled (HfCasePage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * hf_case_page_update_actions:
 *
 * An authority asks, or waits for its answer; what goes out of the house is a manager's (ROLE-1).
 */
void
hf_case_page_update_actions (HfCasePage *self)
{
  gboolean waits = is_to_do (self, HF_DEADLINE_AUTHORITY);
  HfActor actor;

  set_enabled (self, "enquiry", !waits);
  set_enabled (self, "enquiry-answered", waits);
  set_enabled (self, "export",
               hf_app_context_init_actor (self->context, &actor, NULL) &&
                   actor.role == HF_ROLE_MANAGER);
}
