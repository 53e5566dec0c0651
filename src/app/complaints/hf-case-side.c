/* hf-case-side.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-side.h"

#include <glib/gi18n-lib.h>

#include "hf-case-deadlines.h"
#include "hf-complaint-rules.h"
#include "hf-tier-badge.h"

/**
 * HfCaseSide:
 *
 * The customer, that their routine care waits, the one next step as the one blue button, what else
 * may be done, and the deadlines. Its buttons ask for actions of the page, `case.…`.
 */
struct _HfCaseSide
{
  AdwBin parent_instance;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *tier;
  GtkLabel *whose;
  GtkWidget *paused;
  GtkWidget *escalated;
  GtkWidget *hint;
  GtkLabel *hint_title;
  GtkLabel *hint_text;
  GtkButton *next_button;
  GtkLabel *then;
  GtkWidget *investigate;
  GtkWidget *answer;
  GtkWidget *reject;
  GtkButton *escalate_button;
  HfCaseDeadlines *deadlines;
};

G_DEFINE_FINAL_TYPE (HfCaseSide, hf_case_side, ADW_TYPE_BIN)

/* The one next step: what the button says, and what comes after it. */
static const struct
{
  const char *label;
  const char *then;
} steps[] = {
  [HF_COMPLAINT_NEXT_ACKNOWLEDGE] = { N_ ("Acknowledge…"), N_ ("Then: call the customer back") },
  [HF_COMPLAINT_NEXT_CALL_BACK] = { N_ ("Record the Call Back…"),
                                    N_ ("Then: find out what happened") },
  [HF_COMPLAINT_NEXT_VISIT] = { N_ ("Record the Home Visit…"),
                                N_ ("Then: find out what happened") },
  [HF_COMPLAINT_NEXT_INVESTIGATE] = { N_ ("Start Investigating…"),
                                      N_ ("Then: apologise → answer") },
  [HF_COMPLAINT_NEXT_APOLOGISE] = { N_ ("Record the Apology…"),
                                    N_ ("Then: answer → the customer accepts → close") },
  [HF_COMPLAINT_NEXT_ANSWER] = { N_ ("Answer the Customer…"),
                                 N_ ("Then: the customer accepts → close") },
  [HF_COMPLAINT_NEXT_ACCEPT] = { N_ ("The Customer Accepts…"), N_ ("Then: close") },
  [HF_COMPLAINT_NEXT_CLOSE] = { N_ ("Close the Complaint…"),
                                N_ ("With satisfaction, cause and what we change") },
  [HF_COMPLAINT_NEXT_REOPEN] = { N_ ("Open Again…"), "" },
};

static gboolean
is_to_do (const HfComplaintCase *one, HfDeadlineKind kind)
{
  const HfDeadlineRow *row = hf_complaint_case_find_deadline (one, kind);

  return row != NULL && row->done_at == HF_MINUTE_NONE && !g_str_equal (row->state, "kept");
}

/* What else may come instead. The buttons stay: one that goes while it is pressed leaves its room
 * and the keyboard to nobody. */
static void
show_others (HfCaseSide *self, const HfComplaint *complaint, HfComplaintNext next)
{
  gboolean contact = next == HF_COMPLAINT_NEXT_CALL_BACK || next == HF_COMPLAINT_NEXT_VISIT;

  gtk_widget_set_visible (self->investigate, contact && complaint->stage == HF_CASE_ACKNOWLEDGED);
  gtk_widget_set_visible (self->answer, contact && complaint->stage == HF_CASE_INVESTIGATING);
  gtk_widget_set_visible (self->reject, complaint->stage == HF_CASE_ANSWERED);
}

static void
show_hint (HfCaseSide *self, const HfComplaint *complaint, HfComplaintNext next)
{
  const char *title = NULL;
  const char *text = NULL;

  if (next == HF_COMPLAINT_NEXT_APOLOGISE)
    {
      title = _ ("No apology is recorded");
      text = _ ("First the apology, then the answer. Write down who apologised, and how.");
    }
  else if (next == HF_COMPLAINT_NEXT_VISIT)
    {
      title = _ ("Serious: visit the customer");
      text = _ ("Listen first, and write down what the customer says.");
    }
  else if (complaint->stage < HF_CASE_ANSWERED && complaint->waits_since != HF_MINUTE_NONE)
    {
      title = _ ("Waits for the customer");
      text = _ ("The time to answer stands still. Press “The Customer Answered” once they have.");
    }
  gtk_widget_set_visible (self->hint, title != NULL);
  gtk_label_set_label (self->hint_title, title != NULL ? title : "");
  gtk_label_set_label (self->hint_text, text != NULL ? text : "");
}

static void
show_next (HfCaseSide *self, const HfComplaintCase *one)
{
  const HfComplaint *complaint = one->complaint;
  HfComplaintNext next = hf_complaint_get_next (
      complaint->stage, is_to_do (one, HF_DEADLINE_CALL_BACK),
      is_to_do (one, HF_DEADLINE_HOME_VISIT), complaint->apologised_at != HF_MINUTE_NONE);
  gboolean closed = complaint->stage == HF_CASE_CLOSED;

  gtk_button_set_label (self->next_button, _ (steps[next].label));
  gtk_label_set_label (self->then, *steps[next].then != '\0' ? _ (steps[next].then) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->then), *steps[next].then != '\0');
  if (closed)
    gtk_widget_remove_css_class (GTK_WIDGET (self->next_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->next_button), "suggested-action");
  gtk_widget_set_visible (GTK_WIDGET (self->escalate_button), !closed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->escalate_button), !complaint->escalated);
  gtk_widget_set_visible (self->escalated, complaint->escalated && !closed);
  show_hint (self, complaint, next);
  show_others (self, complaint, next);
}

static void
hf_case_side_class_init (HfCaseSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HF_TYPE_CASE_DEADLINES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/complaints/hf-case-side.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, avatar);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, name);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, tier);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, whose);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, paused);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, escalated);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, hint);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, hint_title);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, hint_text);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, next_button);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, then);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, investigate);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, answer);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, reject);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, escalate_button);
  gtk_widget_class_bind_template_child (widget_class, HfCaseSide, deadlines);
}

static void
hf_case_side_init (HfCaseSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_case_side_set_case:
 *
 * Shows the case as it is now; the customer's number is masked (PHONE-1).
 */
void
hf_case_side_set_case (HfCaseSide *self, const HfComplaintCase *one, HfMinute now)
{
  const HfCard *card = one->card;
  const char *phone = card->phones != NULL && card->phones[0] != NULL ? card->phones[0] : "";
  g_autofree char *owner = card->owner != NULL ? g_strdup_printf (_ ("owner %s"), card->owner)
                                               : g_strdup (_ ("no owner"));
  g_autofree char *whose =
      *phone != '\0' ? g_strdup_printf ("%s · %s", phone, owner) : g_strdup (owner);

  g_return_if_fail (HF_IS_CASE_SIDE (self));

  adw_avatar_set_text (self->avatar, card->name);
  gtk_label_set_label (self->name, card->name);
  hf_tier_badge_apply (self->tier, card->tier);
  gtk_label_set_label (self->whose, whose);
  gtk_widget_set_visible (self->paused, one->paused && one->complaint->stage != HF_CASE_CLOSED);
  show_next (self, one);
  hf_case_deadlines_set_case (self->deadlines, one, now);
}

/**
 * hf_case_side_focus_next:
 *
 * The next step takes the keyboard.
 */
void
hf_case_side_focus_next (HfCaseSide *self)
{
  g_return_if_fail (HF_IS_CASE_SIDE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}
