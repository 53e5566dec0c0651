/* hf-card-purchase.c: recording a purchase on the card (PUR-1 to PUR-3, TIER-3)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-card-form.h"
#include "hf-card-payment.h"
#include "hf-product.h"
#include "hf-purchase.h"
#include "hf-staff.h"

#define MAX_PACKS (99)

typedef struct
{
  GtkWidget *product;
  GtkWidget *packs;
  GtkWidget *price;
  GtkWidget *batch;
  GtkWidget *expires;
} Line;

typedef struct
{
  gint64 customer;
  GPtrArray *products; /* HfProduct, those that are sold */
  GArray *lines;       /* Line */
  GtkBox *box;         /* of the lines */
  GtkWidget *bought;
  GtkWidget *received;
  GtkWidget *basis;
  GtkWidget *channel;
  GtkWidget *promised;
  GtkWidget *courier;
  GtkWidget *tracking;
  GPtrArray *staff; /* HfStaff, who may have taken the goods there */
  GtkWidget *delivered_by;
  HfCardPayment payment;
  GtkWidget *store;
  GtkWidget *order;
  GtkWidget *note;
} Form;

/* The draft with texts of its own. */
typedef struct
{
  HfPurchaseDraft draft;
  GPtrArray *texts;
} Sale;

static const int channels[] = {
  -1, HF_CHANNEL_PHONE, HF_CHANNEL_HOME, HF_CHANNEL_EVENT, HF_CHANNEL_OFFICE, HF_CHANNEL_POST
};
static const char *const bases[] = { NULL, "promotion", "membership" };

static void
form_free (gpointer data)
{
  Form *form = data;

  g_ptr_array_unref (form->products);
  g_clear_pointer (&form->staff, g_ptr_array_unref);
  hf_card_payment_clear (&form->payment);
  g_array_unref (form->lines);
  g_free (form);
}

static void
sale_free (gpointer data)
{
  Sale *sale = data;

  g_array_unref (sale->draft.lines);
  g_ptr_array_unref (sale->texts);
  g_free (sale);
}

static const char *
keep (Sale *sale, GtkWidget *entry)
{
  char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  g_ptr_array_add (sale->texts, text);
  return text;
}

static gboolean
read_line (Form *form, Sale *sale, const Line *line, GError **error)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (line->product));
  HfPurchaseLine result = { 0 };

  if (chosen == GTK_INVALID_LIST_POSITION || chosen >= form->products->len)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("Say which product was bought."));
      return FALSE;
    }
  result.product_id = ((const HfProduct *) form->products->pdata[chosen])->id;
  /* What was typed counts, also when the keys saved it before the focus went elsewhere. */
  gtk_spin_button_update (GTK_SPIN_BUTTON (line->packs));
  result.packs = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (line->packs));
  result.batch = keep (sale, line->batch);
  if (!hf_card_form_read_money (line->price, &result.price_fen, error) ||
      !hf_card_form_read_day (line->expires, &result.expires_on, error))
    return FALSE;
  g_array_append_val (sale->draft.lines, result);
  return TRUE;
}

static void
read_delivery (Form *form, Sale *sale)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->delivered_by));
  HfPurchaseDraft *draft = &sale->draft;

  draft->courier = keep (sale, form->courier);
  draft->tracking_number = keep (sale, form->tracking);
  draft->delivered_by = chosen > 0 && form->staff != NULL && chosen <= form->staff->len
                            ? ((const HfStaff *) form->staff->pdata[chosen - 1])->id
                            : 0;
}

static gboolean
read_form (Form *form, HfCardForm *widget, Sale *sale, GError **error)
{
  HfPurchaseDraft *draft = &sale->draft;
  char *reason = g_strdup (hf_card_form_get_reason (widget));

  hf_purchase_draft_init (draft);
  sale->texts = g_ptr_array_new_with_free_func (g_free);
  draft->lines = g_array_new (FALSE, FALSE, sizeof (HfPurchaseLine));
  draft->customer_id = form->customer;
  draft->store = keep (sale, form->store);
  draft->order_number = keep (sale, form->order);
  draft->note = keep (sale, form->note);
  g_ptr_array_add (sale->texts, reason);
  draft->reason = reason;
  read_delivery (form, sale);
  draft->sold_by = channels[gtk_drop_down_get_selected (GTK_DROP_DOWN (form->channel))];
  draft->price_basis = bases[gtk_drop_down_get_selected (GTK_DROP_DOWN (form->basis))];
  for (guint i = 0; i < form->lines->len; i++)
    {
      if (!read_line (form, sale, &g_array_index (form->lines, Line, i), error))
        return FALSE;
    }
  return hf_card_form_read_day (form->bought, &draft->bought_on, error) &&
         hf_card_form_read_day (form->received, &draft->received_on, error) &&
         hf_card_form_read_day (form->promised, &draft->promised_on, error) &&
         hf_card_payment_read (&form->payment, draft, error);
}

static gpointer
add_purchase (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Sale *sale = data;
  g_auto (GStrv) enrolled = NULL;
  gint64 id;

  return hf_command_add_purchase (db, actor, &sale->draft, &id, &enrolled, error) ? sale : NULL;
}

static void
on_save (HfCardForm *widget, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Sale *sale = g_new0 (Sale, 1);

  if (read_form (data, widget, sale, &error))
    hf_card_form_run (widget, add_purchase, sale, sale_free, _ ("Purchase recorded"));
  else
    {
      hf_card_form_tell (widget, error);
      sale_free (sale);
    }
}

static GtkWidget *
create_product_choice (Form *form)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (guint i = 0; i < form->products->len; i++)
    gtk_string_list_append (names, ((const HfProduct *) form->products->pdata[i])->name);
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)),
                              gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  /* Nobody is to sell the first of the list by mistake. */
  if (form->products->len > 1)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), GTK_INVALID_LIST_POSITION);
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Product"), -1);
  return choice;
}

static GtkWidget *
create_entry (const char *label, int width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_tooltip_text (entry, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return entry;
}

static void
add_line (Form *form)
{
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Line line = { create_product_choice (form), gtk_spin_button_new_with_range (1, MAX_PACKS, 1),
                create_entry (_ ("Price"), 5), create_entry (_ ("Batch"), 6),
                create_entry (_ ("Expires 2027-12-31"), 9) };

  gtk_accessible_update_property (GTK_ACCESSIBLE (line.packs), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Packs"), -1);
  gtk_widget_set_tooltip_text (line.packs, _ ("Packs"));
  gtk_box_append (GTK_BOX (first), line.product);
  gtk_box_append (GTK_BOX (first), line.packs);
  gtk_box_append (GTK_BOX (second), line.price);
  gtk_box_append (GTK_BOX (second), line.batch);
  gtk_box_append (GTK_BOX (second), line.expires);
  gtk_box_append (form->box, first);
  gtk_box_append (form->box, second);
  g_array_append_val (form->lines, line);
}

static GtkWidget *
create_lines (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *more = gtk_button_new_with_label (_ ("Another Product"));

  form->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (form->box));
  gtk_box_append (GTK_BOX (box), more);
  gtk_widget_add_css_class (more, "flat");
  g_signal_connect_swapped (more, "clicked", G_CALLBACK (add_line), form);
  add_line (form);
  return box;
}

static void
free_product (gpointer data)
{
  HfProduct *product = data;

  g_free (product->name);
  g_free (product);
}

/* Copies those that are sold. */
static GPtrArray *
list_products (HfAppContext *context)
{
  GPtrArray *sold = g_ptr_array_new_with_free_func (free_product);
  g_autoptr (GPtrArray) all = hf_product_dup_all (hf_app_context_get_reader (context), NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const HfProduct *product = all->pdata[i];
      HfProduct *copy = g_memdup2 (product, sizeof *product);

      copy->name = g_strdup (product->name);
      if (product->active)
        g_ptr_array_add (sold, copy);
      else
        free_product (copy);
    }
  return sold;
}

static void
add_delivery (Form *form, HfCardForm *widget, HfAppContext *context)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) choices = NULL;

  form->staff = hf_staff_dup_active (hf_app_context_get_reader (context), NULL);
  g_strv_builder_add (names, _ ("a courier, or not yet"));
  for (guint i = 0; form->staff != NULL && i < form->staff->len; i++)
    g_strv_builder_add (names, ((const HfStaff *) form->staff->pdata[i])->name);
  choices = g_strv_builder_end (names);
  hf_card_form_add_more (widget, _ ("Delivery"));
  form->promised = hf_card_form_add_entry (widget, _ ("Delivery promised for"), "2026-12-31");
  form->courier = hf_card_form_add_entry (widget, _ ("Courier"), NULL);
  form->tracking = hf_card_form_add_entry (widget, _ ("Tracking number"), NULL);
  form->delivered_by =
      hf_card_form_add_choice (widget, _ ("Delivered by"), (const char *const *) choices);
}

/* What is seldom keyed in stands behind “more” (PUR-1). */
static void
add_more (Form *form, HfCardForm *widget, HfAppContext *context)
{
  add_delivery (form, widget, context);
  hf_card_form_add_more (widget, _ ("Payment"));
  hf_card_payment_init (&form->payment, widget);
  hf_card_form_add_more (widget, _ ("Order and note"));
  form->store = hf_card_form_add_entry (widget, _ ("Shop"), NULL);
  form->order = hf_card_form_add_entry (widget, _ ("Order number"), NULL);
  form->note = hf_card_form_add_entry (widget, _ ("Note"), NULL);
}

/**
 * hf_card_purchase_new:
 *
 * Returns: (transfer floating): the form of a purchase; what speaks against it is told before it is
 *   saved and needs a reason (PUR-2, PUR-3)
 */
GtkWidget *
hf_card_purchase_new (HfAppContext *context, gint64 customer)
{
  const char *channel_labels[] = {
    _ ("not said"),    _ ("by phone"), _ ("at home"), _ ("at a meeting"),
    _ ("in the shop"), _ ("by post"),  NULL
  };
  const char *basis_labels[] = { _ ("list price"), _ ("promotion"), _ ("membership price"), NULL };
  Form *form = g_new0 (Form, 1);
  HfCardForm *widget = hf_card_form_new (context, _ ("Record Purchase"), on_save, form, form_free);
  HfDay today = hf_minute_get_day (hf_app_context_get_now (context));
  g_autofree char *day = hf_day_format (today);

  form->customer = customer;
  form->products = list_products (context);
  form->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  hf_card_form_add (widget, _ ("Products, packs"), create_lines (form));
  form->bought = hf_card_form_add_entry (widget, _ ("Bought on"), "2026-12-31");
  gtk_editable_set_text (GTK_EDITABLE (form->bought), day);
  form->received = hf_card_form_add_entry (widget, _ ("Received on"), _ ("empty: not yet"));
  form->basis = hf_card_form_add_choice (widget, _ ("Price"), basis_labels);
  form->channel = hf_card_form_add_choice (widget, _ ("How it was sold"), channel_labels);
  add_more (form, widget, context);
  return GTK_WIDGET (widget);
}
