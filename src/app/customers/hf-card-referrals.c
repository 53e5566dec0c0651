/* hf-card-referrals.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-referrals.h"

#include <glib/gi18n-lib.h>

#include "hf-card-run.h"
#include "hf-referral-rules.h"
#include "hf-referral.h"
#include "hf-when.h"

#define MOST (50)

/**
 * HfCardReferrals:
 *
 * A line a person, with a button that says how far it has come and brings it on.
 */
struct _HfCardReferrals
{
  AdwBin parent_instance;

  GtkBox *lines;
  char *digest;
  HfAppContext *context;
};

G_DEFINE_FINAL_TYPE (HfCardReferrals, hf_card_referrals, ADW_TYPE_BIN)

typedef struct
{
  gint64 referral;
  HfReferralState to;
} Move;

static gpointer
move (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Move *self = data;

  return hf_command_move_referral (db, actor, self->referral, self->to, 0, error) ? data : NULL;
}

static void
on_move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCardReferrals *self = HF_CARD_REFERRALS (widget);
  Move *request = g_new (Move, 1);
  g_autofree char *said = NULL;
  int to;

  g_variant_get (parameter, "(xi)", &request->referral, &to);
  request->to = (HfReferralState) to;
  said = g_strdup_printf (_ ("Referral: %s. The referrer is to be told."),
                          hf_domain_get_label (HF_DOMAIN_REFERRAL_STATE, to));
  hf_card_run_command (self->context, move, request, g_free, said, self, NULL);
}

static void
hf_card_referrals_dispose (GObject *object)
{
  HfCardReferrals *self = HF_CARD_REFERRALS (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->digest, g_free);

  G_OBJECT_CLASS (hf_card_referrals_parent_class)->dispose (object);
}

static void
hf_card_referrals_class_init (HfCardReferralsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_card_referrals_dispose;
  gtk_widget_class_install_action (widget_class, "referrals.move", "(xi)", on_move);
}

static void
hf_card_referrals_init (HfCardReferrals *self)
{
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->lines));
}

GtkWidget *
hf_card_referrals_new (void)
{
  return g_object_new (HF_TYPE_CARD_REFERRALS, NULL);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The states to which it may go on. */
static GMenuModel *
create_menu (const HfReferral *referral)
{
  GMenu *menu = g_menu_new ();

  for (guint to = 0; to < hf_domain_get_size (HF_DOMAIN_REFERRAL_STATE); to++)
    {
      g_autoptr (GMenuItem) item =
          g_menu_item_new (hf_domain_get_label (HF_DOMAIN_REFERRAL_STATE, (int) to), NULL);

      if (!hf_referral_move_check (referral->state, (HfReferralState) to, NULL))
        continue;
      g_menu_item_set_action_and_target (item, "referrals.move", "(xi)", referral->id, (int) to);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
create_state (const HfReferral *referral)
{
  const char *state = hf_domain_get_label (HF_DOMAIN_REFERRAL_STATE, (int) referral->state);
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %s, bring it on"), referral->person, state);
  g_autoptr (GMenuModel) menu = create_menu (referral);
  GtkWidget *button;

  if (g_menu_model_get_n_items (menu) == 0)
    return create_label (state, "done");
  button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), state);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return button;
}

static char *
format_detail (const HfReferral *referral, HfDay today)
{
  g_autofree char *day = hf_when_format_date (referral->named_on, today);
  const char *how = hf_domain_get_label (HF_DOMAIN_REFERRED_HOW, (int) referral->how);

  return *referral->relation != '\0'
             ? g_strdup_printf ("%s · %s · %s", day, how, referral->relation)
             : g_strdup_printf ("%s · %s", day, how);
}

static void
add_line (HfCardReferrals *self, const HfReferral *referral, HfDay today)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *detail = format_detail (referral, today);
  GtkWidget *below = create_label (detail, "hf-small");

  gtk_widget_add_css_class (below, "dim");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), create_label (referral->person, NULL));
  gtk_box_append (GTK_BOX (texts), below);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), create_state (referral));
  gtk_box_append (self->lines, line);
}

static GPtrArray *
load (HfDb *db, gint64 customer, char **digest)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_referral_free);
  g_autoptr (GArray) ids = hf_referrals_dup_ids (db, customer, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < MIN (ids->len, MOST); i++)
    {
      HfReferral *referral = hf_referral_load (db, g_array_index (ids, gint64, i), NULL);

      if (referral == NULL)
        continue;
      g_ptr_array_add (list, referral);
      g_string_append_printf (text, "%" G_GINT64_FORMAT "|%d|%s\n", referral->id,
                              (int) referral->state, referral->person);
    }
  *digest = g_string_free (text, FALSE);
  return list;
}

/**
 * hf_card_referrals_show:
 *
 * Whom @customer named, the last first. What stays the same is left alone, with the focus in it.
 */
void
hf_card_referrals_show (HfCardReferrals *self, HfAppContext *context, gint64 customer)
{
  HfDay today = hf_minute_get_day (hf_app_context_get_now (context));
  g_autofree char *digest = NULL;
  g_autoptr (GPtrArray) list = NULL;
  GtkWidget *child;

  g_return_if_fail (HF_IS_CARD_REFERRALS (self));

  g_set_object (&self->context, context);
  list = load (hf_app_context_get_reader (context), customer, &digest);
  if (g_strcmp0 (digest, self->digest) == 0)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (guint i = 0; i < list->len; i++)
    add_line (self, list->pdata[i], today);
  if (list->len == 0)
    gtk_box_append (self->lines, create_label (_ ("nobody yet"), "dim"));
  g_free (self->digest);
  self->digest = g_steal_pointer (&digest);
}
