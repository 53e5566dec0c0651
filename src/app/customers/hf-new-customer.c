/* hf-new-customer.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-new-customer.h"

#include <glib/gi18n-lib.h>

#include "hf-card-run.h"
#include "hf-card.h"
#include "hf-customer.h"
#include "hf-staff.h"
#include "hf-yearly-date.h"

static const char *const card_types[] = { "new", "contacted", "customer" };

/**
 * HfNewCustomer:
 *
 * Only the name is needed (CARD-1). Somebody who may be known already is offered before the card is
 * saved (CARD-12); what was typed stays until it is. A text that cannot be saved stays, too, and
 * what is wrong with it is said below the fields, so that they stay where they are. The card that
 * was added is opened: there the rest is keyed in.
 */
struct _HfNewCustomer
{
  AdwWindow parent_instance;

  GtkButton *save_button;
  GtkLabel *trouble;
  GtkWidget *alike_box;
  GtkLabel *alike_label;
  GtkEditable *name;
  GtkEditable *phone;
  GtkEditable *birth;
  GtkEditable *address;
  GtkEditable *area;
  AdwComboRow *owner;
  AdwComboRow *card_type;
  GtkWidget *faulty; /* (nullable): the field with which something is wrong */

  GtkWidget *page; /* (unowned): whose action opens a card */
  HfAppContext *context;
  GPtrArray *staff;
  gint64 alike;      /* who was offered, 0 for nobody */
  gboolean all_same; /* the person has seen who was offered, and adds a card all the same */
};

G_DEFINE_FINAL_TYPE (HfNewCustomer, hf_new_customer, ADW_TYPE_WINDOW)

/* What comes back from the store's thread. */
typedef struct
{
  gint64 alike;
  char *name;
  char *phone;
} Alike;

static void
alike_free (gpointer data)
{
  Alike *alike = data;

  g_free (alike->name);
  g_free (alike->phone);
  g_free (alike);
}

static void
show_trouble (HfNewCustomer *self, const char *text)
{
  hf_card_run_tell (self->trouble, text);
}

static void
mark_faulty (HfNewCustomer *self, GtkWidget *field)
{
  if (self->faulty != NULL)
    gtk_widget_remove_css_class (self->faulty, "error");
  self->faulty = field;
  if (field == NULL)
    return;
  gtk_widget_add_css_class (field, "error");
  gtk_widget_grab_focus (field);
}

static void
on_changed (HfNewCustomer *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  self->all_same = FALSE;
  gtk_widget_set_visible (self->alike_box, FALSE);
  gtk_button_set_label (self->save_button, _ ("_Add"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), *name != '\0');
  mark_faulty (self, NULL);
  show_trouble (self, NULL);
}

/* The field whose text the draft does not take gets the focus. */
static gboolean
take (HfNewCustomer *self,
      HfCustomerDraft *draft,
      const char *field,
      GtkEditable *entry,
      GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*text == '\0' || hf_customer_draft_set (draft, field, text, error))
    return TRUE;
  mark_faulty (self, GTK_WIDGET (entry));
  return FALSE;
}

static gboolean
take_birth (HfNewCustomer *self, HfCustomerDraft *draft, GError **error)
{
  HfDay today = hf_minute_get_day (hf_app_context_get_now (self->context));

  if (!take (self, draft, "birth", self->birth, error))
    return FALSE;
  if (!draft->has_birth || hf_yearly_date_check_past (&draft->birth, today, error))
    return TRUE;
  mark_faulty (self, GTK_WIDGET (self->birth));
  return FALSE;
}

static HfCustomerDraft *
read_draft (HfNewCustomer *self, GError **error)
{
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  guint owner = adw_combo_row_get_selected (self->owner);

  mark_faulty (self, NULL);
  if (!take (self, draft, "name", self->name, error) ||
      !take (self, draft, "phone", self->phone, error) || !take_birth (self, draft, error) ||
      !take (self, draft, "address", self->address, error) ||
      !take (self, draft, "area", self->area, error) ||
      !hf_customer_draft_set (draft, "card-type",
                              card_types[adw_combo_row_get_selected (self->card_type)], error))
    return NULL;
  if (owner > 0 && owner <= self->staff->len)
    draft->owner_id = ((const HfStaff *) self->staff->pdata[owner - 1])->id;
  return g_steal_pointer (&draft);
}

/* What comes back from the writer's thread. */
typedef struct
{
  gint64 id;
  char *said;
} Added;

static void
added_free (gpointer data)
{
  Added *added = data;

  g_free (added->said);
  g_free (added);
}

static gpointer
add (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  HfCustomerDraft *draft = data;
  Added *added;
  gint64 id;

  if (!hf_command_add_customer (db, actor, draft, &id, error))
    return NULL;
  added = g_new0 (Added, 1);
  added->id = id;
  added->said = g_strdup_printf (_ ("%s: card added"), draft->values[HF_CUSTOMER_NAME]);
  return added;
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfNewCustomer) self = data;
  HfAppContext *context = HF_APP_CONTEXT (source);
  g_autoptr (GError) error = NULL;
  Added *added = hf_app_context_run_finish (context, result, &error);

  if (added == NULL)
    {
      show_trouble (self, error->message);
      gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
      return;
    }
  gtk_widget_activate_action (self->page, "win.show-customer", "x", added->id);
  hf_app_context_say (context, added->said, TRUE, 0);
  added_free (added);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
start_adding (HfNewCustomer *self)
{
  g_autoptr (GError) error = NULL;
  HfCustomerDraft *draft = read_draft (self, &error);

  if (draft == NULL)
    {
      show_trouble (self, error->message);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  hf_app_context_run_async (self->context, add, draft, (GDestroyNotify) hf_customer_draft_free,
                            added_free, on_added, g_object_ref (self));
}

static gpointer
find_alike (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree Alike *alike = g_new0 (Alike, 1);
  g_autoptr (HfCard) card = NULL;
  gint64 twin;

  if (!hf_customer_find_same (db, data, &alike->alike, &twin, error))
    return NULL;
  if (alike->alike == 0)
    alike->alike = twin;
  if (alike->alike == 0)
    return g_steal_pointer (&alike);
  card = hf_card_load (db, alike->alike, error);
  if (card == NULL)
    return NULL;
  alike->name = g_strdup (card->name);
  alike->phone = g_strdup (card->phones[0]);
  return g_steal_pointer (&alike);
}

static void
offer (HfNewCustomer *self, const Alike *alike)
{
  g_autofree char *text = g_strdup_printf (_ ("This may be somebody you know already: %s %s"),
                                           alike->name, alike->phone != NULL ? alike->phone : "");

  self->alike = alike->alike;
  self->all_same = TRUE;
  gtk_label_set_label (self->alike_label, text);
  gtk_widget_set_visible (self->alike_box, TRUE);
  gtk_button_set_label (self->save_button, _ ("_Add All the Same"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
}

static void
on_alike_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfNewCustomer) self = data;
  g_autoptr (GError) error = NULL;
  Alike *alike = hf_store_call_finish (HF_STORE (source), result, &error);

  if (alike == NULL)
    show_trouble (self, error->message);
  else if (alike->alike != 0)
    offer (self, alike);
  else
    start_adding (self);
  g_clear_pointer (&alike, alike_free);
}

static void
on_save (HfNewCustomer *self)
{
  g_autoptr (GError) error = NULL;
  HfCustomerDraft *draft;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save_button)))
    return;
  draft = read_draft (self, &error);
  if (draft == NULL)
    show_trouble (self, error->message);
  else if (self->all_same)
    {
      hf_customer_draft_free (draft);
      start_adding (self);
    }
  else
    hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, find_alike, draft,
                         (GDestroyNotify) hf_customer_draft_free, alike_free, NULL, on_alike_found,
                         g_object_ref (self));
}

static void
on_open_alike (HfNewCustomer *self)
{
  gtk_widget_activate_action (self->page, "win.show-customer", "x", self->alike);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* An agent's new card is the agent's own (CARD-1). */
static void
fill_choices (HfNewCustomer *self)
{
  HfDb *db = hf_app_context_get_reader (self->context);
  gint64 me = hf_app_context_get_staff (self->context);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) types = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;
  guint mine = 0;

  self->staff = hf_staff_dup_active (db, &error);
  if (self->staff == NULL)
    self->staff = g_ptr_array_new ();
  gtk_string_list_append (names, _ ("nobody"));
  for (guint i = 0; i < self->staff->len; i++)
    {
      const HfStaff *one = self->staff->pdata[i];

      gtk_string_list_append (names, one->name);
      if (one->id == me)
        mine = i + 1;
    }
  adw_combo_row_set_model (self->owner, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->owner, mine);
  for (guint i = 0; i < G_N_ELEMENTS (card_types); i++)
    {
      int type = 0;

      hf_domain_parse (HF_DOMAIN_CARD_TYPE, card_types[i], &type, NULL);
      gtk_string_list_append (types, hf_domain_get_label (HF_DOMAIN_CARD_TYPE, type));
    }
  adw_combo_row_set_model (self->card_type, G_LIST_MODEL (types));
}

static void
hf_new_customer_dispose (GObject *object)
{
  HfNewCustomer *self = HF_NEW_CUSTOMER (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->staff, g_ptr_array_unref);

  G_OBJECT_CLASS (hf_new_customer_parent_class)->dispose (object);
}

static void
hf_new_customer_class_init (HfNewCustomerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_new_customer_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/customers/hf-new-customer.ui");
  gtk_widget_class_bind_template_child (widget_class, HfNewCustomer, save_button);
  gtk_widget_class_bind_template_child (widget_class, HfNewCustomer, trouble);
  gtk_widget_class_bind_template_child (widget_class, HfNewCustomer, alike_box);
  gtk_widget_class_bind_template_child (widget_class, HfNewCustomer, alike_label);
  gtk_widget_class_bind_template_child (widget_class, HfNewCustomer, name);
  gtk_widget_class_bind_template_child (widget_class, HfNewCustomer, phone);
  gtk_widget_class_bind_template_child (widget_class, HfNewCustomer, birth);
  gtk_widget_class_bind_template_child (widget_class, HfNewCustomer, address);
  gtk_widget_class_bind_template_child (widget_class, HfNewCustomer, area);
  gtk_widget_class_bind_template_child (widget_class, HfNewCustomer, owner);
  gtk_widget_class_bind_template_child (widget_class, HfNewCustomer, card_type);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_open_alike);
}

static void
hf_new_customer_init (HfNewCustomer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_new_customer_show:
 * @parent: the page that asks for it
 */
void
hf_new_customer_show (GtkWidget *parent, HfAppContext *context)
{
  HfNewCustomer *self =
      g_object_new (HF_TYPE_NEW_CUSTOMER, "transient-for", gtk_widget_get_root (parent), NULL);

  self->page = parent;
  self->context = g_object_ref (context);
  fill_choices (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
