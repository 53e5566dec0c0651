/* hf-card-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-page.h"

#include <glib/gi18n-lib.h>

#include "hf-card-forms.h"
#include "hf-card-next.h"
#include "hf-card-part-form.h"
#include "hf-card-person.h"
#include "hf-card-run.h"
#include "hf-card-section.h"
#include "hf-card-timeline.h"
#include "hf-card-view.h"
#include "hf-card-walk.h"
#include "hf-card-words.h"
#include "hf-form-guard.h"

/**
 * HfCardPage:
 *
 * Who it is at the left, what happened in the middle, what comes next at the right. All of it is
 * read at once on a reader's thread, when a card is opened and whenever somebody committed; while
 * the page is not shown it reads nothing.
 */
struct _HfCardPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *gone;
  GtkButton *gone_button;
  HfCardPerson *person;
  HfCardTimeline *timeline;
  GtkStack *left;
  AdwBin *section;
  GtkStack *right;
  HfCardNext *next;
  GtkLabel *form_title;
  AdwBin *form;
  GtkWidget *opener; /* (nullable): had the focus before the form was opened */

  HfAppContext *context;
  gint64 customer;
  HfCardWalk walk;
  HfCardView *view; /* (nullable): while it was not read yet, or could not be */
  GCancellable *cancellable;
  gboolean stale;
  gboolean fresh; /* opened, not shown yet */
};

static void hf_card_page_page_init (HfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfCardPage,
                               hf_card_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_PAGE, hf_card_page_page_init))

typedef struct
{
  gint64 customer;
  HfActor actor;
} Request;

static gpointer
read_view (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return hf_card_view_load (db, &request->actor, request->customer, error);
}

static void
show_gone (HfCardPage *self, const char *title, const char *description, gboolean merged)
{
  adw_status_page_set_title (self->gone, title);
  adw_status_page_set_description (self->gone, description);
  gtk_widget_set_visible (GTK_WIDGET (self->gone_button), merged);
  gtk_stack_set_visible_child_name (self->stack, "gone");
}

static void
show_view (HfCardPage *self)
{
  const HfCardView *view = self->view;
  HfMinute now = hf_app_context_get_now (self->context);

  if (view->fate != HF_CARD_IS_THERE)
    {
      g_autofree char *why = NULL;
      const char *fate = hf_card_words_fate (view, &why);

      show_gone (self, fate, why, view->fate == HF_CARD_WAS_MERGED);
      return;
    }
  hf_card_person_set_view (self->person, self->context, view);
  hf_card_next_set_view (self->next, view, now);
  if (adw_bin_get_child (self->section) != NULL)
    hf_card_section_set_view (HF_CARD_SECTION (adw_bin_get_child (self->section)), self->context,
                              view);
  gtk_stack_set_visible_child_name (self->stack, "card");
  if (self->fresh)
    gtk_widget_child_focus (GTK_WIDGET (self->next), GTK_DIR_TAB_FORWARD);
  self->fresh = FALSE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCardPage) self = data;
  g_autoptr (GError) error = NULL;
  HfCardView *view = hf_store_call_finish (HF_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    return;
  g_clear_pointer (&self->view, hf_card_view_free);
  self->view = view;
  if (view != NULL)
    show_view (self);
  else
    {
      g_autofree char *text = g_markup_escape_text (error->message, -1);

      show_gone (self, _ ("The card can’t be shown"), text, FALSE);
    }
  hf_page_emit_heading_changed (HF_PAGE (self));
}

static void
load (HfCardPage *self)
{
  g_autoptr (GError) error = NULL;
  Request request = { self->customer, { 0 } };

  if (self->customer == 0)
    return;
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  if (!hf_app_context_init_actor (self->context, &request.actor, &error))
    {
      hf_app_context_complain (self->context, error);
      return;
    }
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, read_view,
                       g_memdup2 (&request, sizeof request), g_free,
                       (GDestroyNotify) hf_card_view_free, self->cancellable, on_read,
                       g_object_ref (self));
  hf_card_timeline_set_customer (self->timeline, self->context, self->customer);
}

static void
on_merged_wanted (HfCardPage *self)
{
  if (self->view != NULL && self->view->merged_into != 0)
    hf_card_page_show_customer (self, self->view->merged_into);
}

static void
on_reveal (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_card_person_reveal (HF_CARD_PAGE (widget)->person);
}

static void
on_call (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_card_person_call (HF_CARD_PAGE (widget)->person);
}

static void
on_edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_card_person_edit (HF_CARD_PAGE (widget)->person);
}

static void
close_form (HfCardPage *self)
{
  gtk_stack_set_visible_child_name (self->right, "next");
  adw_bin_set_child (self->form, NULL);
}

static void
on_close_form (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCardPage *self = HF_CARD_PAGE (widget);

  if (adw_bin_get_child (self->form) == NULL)
    {
      gtk_widget_activate_action (widget, "card.show-section", "s", "");
      return;
    }
  close_form (self);
  if (self->opener != NULL && gtk_widget_get_mapped (self->opener))
    gtk_widget_grab_focus (self->opener);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->next), GTK_DIR_TAB_FORWARD);
}

static void
leave_form (GtkWidget *widget)
{
  gtk_widget_activate_action (widget, "card.close-form", NULL);
}

static void
on_leave_form (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_form_leave (adw_bin_get_child (HF_CARD_PAGE (widget)->form), widget, leave_form);
}

static void
open_form (HfCardPage *self, GtkWidget *form, const char *title)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->form)))
    g_set_weak_pointer (&self->opener, focus);
  gtk_label_set_label (self->form_title, title);
  adw_bin_set_child (self->form, form);
  gtk_stack_set_visible_child_name (self->right, "form");
  gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD);
  hf_form_guard (form);
}

static void
on_show_form (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCardPage *self = HF_CARD_PAGE (widget);
  const char *title = NULL;
  GtkWidget *form;

  if (self->view == NULL || self->view->fate != HF_CARD_IS_THERE)
    return;
  form = hf_card_forms_create (g_variant_get_string (parameter, NULL), self->context, self->view,
                               self->customer, &title);
  if (form != NULL)
    open_form (self, form, title);
}

/* Which part, and which of its rows; 0 for a new one. */
static void
on_edit_part (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCardPage *self = HF_CARD_PAGE (widget);
  const HfCardRow *row = NULL;
  gint64 id;
  int part;

  g_variant_get (parameter, "(ix)", &part, &id);
  if (self->view == NULL || self->view->fate != HF_CARD_IS_THERE)
    return;
  for (guint i = 0; i < self->view->parts[part]->len; i++)
    if (id != 0 && ((const HfCardRow *) self->view->parts[part]->pdata[i])->id == id)
      row = self->view->parts[part]->pdata[i];
  open_form (self, hf_card_part_form_new (self->context, self->customer, (HfCardPart) part, row),
             hf_card_part_get_title ((HfCardPart) part));
}

/* "" goes back to who it is. */
static void
on_show_section (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCardPage *self = HF_CARD_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  gboolean open =
      hf_card_section_is_name (name) && self->view != NULL && self->view->fate == HF_CARD_IS_THERE;

  adw_bin_set_child (self->section, NULL);
  if (open)
    {
      GtkWidget *section = hf_card_section_new (name);

      adw_bin_set_child (self->section, section);
      hf_card_section_set_view (HF_CARD_SECTION (section), self->context, self->view);
    }
  gtk_stack_set_visible_child_name (self->left, open ? "section" : "person");
  gtk_widget_child_focus (GTK_WIDGET (self->left), GTK_DIR_TAB_FORWARD);
}

/* CARD-8 */
static void
on_verify (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCardPage *self = HF_CARD_PAGE (widget);
  HfCustomerDraft *draft = hf_customer_draft_new ();

  draft->verified = 1;
  hf_card_run_draft (self->context, self->customer, draft, _ ("Noted: the data are true"), self,
                     NULL);
}

static void
on_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_page_step (HF_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
on_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_card_timeline_search (HF_CARD_PAGE (widget)->timeline);
}

static void
hf_card_page_map (GtkWidget *widget)
{
  HfCardPage *self = HF_CARD_PAGE (widget);

  GTK_WIDGET_CLASS (hf_card_page_parent_class)->map (widget);
  if (self->stale)
    load (self);
}

static void
hf_card_page_dispose (GObject *object)
{
  HfCardPage *self = HF_CARD_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->opener);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->view, hf_card_view_free);
  hf_card_walk_clear (&self->walk);

  G_OBJECT_CLASS (hf_card_page_parent_class)->dispose (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "phone.reveal", NULL, on_reveal);
  gtk_widget_class_install_action (widget_class, "phone.call", NULL, on_call);
  gtk_widget_class_install_action (widget_class, "card.edit", NULL, on_edit);
  gtk_widget_class_install_action (widget_class, "card.search", NULL, on_search);
  gtk_widget_class_install_action (widget_class, "card.show-form", "s", on_show_form);
  gtk_widget_class_install_action (widget_class, "card.close-form", NULL, on_close_form);
  gtk_widget_class_install_action (widget_class, "card.leave-form", NULL, on_leave_form);
  gtk_widget_class_install_action (widget_class, "card.show-section", "s", on_show_section);
  gtk_widget_class_install_action (widget_class, "card.edit-part", "(ix)", on_edit_part);
  gtk_widget_class_install_action (widget_class, "card.verify", NULL, on_verify);
  gtk_widget_class_install_action (widget_class, "card.step", "i", on_step);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "card.step", "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "card.step", "i",
                                       1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "phone.reveal",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "card.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "card.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "card.show-form",
                                       "s", "visit");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "card.show-form",
                                       "s", "purchase");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "card.show-form", "s", "complaint");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "card.show-form", "s", "referral");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "card.show-form", "s", "invite");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "card.leave-form", NULL);
}

static void
hf_card_page_class_init (HfCardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_card_page_dispose;
  widget_class->map = hf_card_page_map;
  g_type_ensure (HF_TYPE_CARD_PERSON);
  g_type_ensure (HF_TYPE_CARD_TIMELINE);
  g_type_ensure (HF_TYPE_CARD_NEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/customers/hf-card-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HfCardPage, gone);
  gtk_widget_class_bind_template_child (widget_class, HfCardPage, gone_button);
  gtk_widget_class_bind_template_child (widget_class, HfCardPage, person);
  gtk_widget_class_bind_template_child (widget_class, HfCardPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, HfCardPage, left);
  gtk_widget_class_bind_template_child (widget_class, HfCardPage, section);
  gtk_widget_class_bind_template_child (widget_class, HfCardPage, right);
  gtk_widget_class_bind_template_child (widget_class, HfCardPage, next);
  gtk_widget_class_bind_template_child (widget_class, HfCardPage, form_title);
  gtk_widget_class_bind_template_child (widget_class, HfCardPage, form);
  gtk_widget_class_bind_template_callback (widget_class, on_merged_wanted);
  add_actions (widget_class);
}

static void
hf_card_page_init (HfCardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
hf_card_page_set_context (HfPage *page, HfAppContext *context)
{
  HfCardPage *self = HF_CARD_PAGE (page);

  g_set_object (&self->context, context);
  g_signal_connect_object (hf_app_context_get_store (context), "changed", G_CALLBACK (load), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hf_app_context_get_settings (context), "changed::staff",
                           G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

static char *
hf_card_page_dup_subtitle (HfPage *page)
{
  return hf_card_walk_format (&HF_CARD_PAGE (page)->walk);
}

static guint
hf_card_page_get_place (HfPage *page, guint *n)
{
  return hf_card_walk_get_place (&HF_CARD_PAGE (page)->walk, n);
}

/* What stands in an open form would be lost. */
static void
hf_card_page_step (HfPage *page, int by)
{
  HfCardPage *self = HF_CARD_PAGE (page);
  gint64 next = hf_card_walk_peek (&self->walk, by);

  if (next == 0 || adw_bin_get_child (self->form) != NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    hf_card_page_show_customer (self, next);
}

static void
hf_card_page_page_init (HfPageInterface *iface)
{
  iface->set_context = hf_card_page_set_context;
  iface->dup_subtitle = hf_card_page_dup_subtitle;
  iface->get_place = hf_card_page_get_place;
  iface->step = hf_card_page_step;
}

/**
 * hf_card_page_show_customer:
 *
 * Opens that customer's card; that somebody did is in the audit log (AUD-1).
 */
void
hf_card_page_show_customer (HfCardPage *self, gint64 customer)
{
  g_return_if_fail (HF_IS_CARD_PAGE (self));

  self->fresh = TRUE;
  if (self->customer != customer)
    {
      gtk_stack_set_visible_child_name (self->stack, "reading");
      close_form (self);
      adw_bin_set_child (self->section, NULL);
      gtk_stack_set_visible_child_name (self->left, "person");
    }
  self->customer = customer;
  hf_page_set_subject (HF_PAGE (self), customer);
  hf_card_walk_find (&self->walk, customer);
  hf_page_emit_heading_changed (HF_PAGE (self));
  load (self);
  hf_card_run_note_opened (self->context, customer);
}

/**
 * hf_card_page_set_list:
 * @customers: (transfer full) (nullable) (element-type gint64): those through whom one may walk,
 *   in order
 */
void
hf_card_page_set_list (HfCardPage *self, GArray *customers)
{
  g_return_if_fail (HF_IS_CARD_PAGE (self));

  hf_card_walk_start (&self->walk, customers);
}
