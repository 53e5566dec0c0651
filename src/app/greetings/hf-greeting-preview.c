/* hf-greeting-preview.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-greeting-preview.h"

#include <glib/gi18n-lib.h>

#include "hf-brief-texts.h"
#include "hf-customer-list.h"
#include "hf-greeting-list.h"

#define N_SHOWN (3)

/**
 * HfGreetingPreview:
 *
 * How many are meant, and the words with the names of the first ones filled in (TEXT-1). Reads on a
 * reader's thread; what is newer takes the place of what is still being read.
 */
struct _HfGreetingPreview
{
  AdwBin parent_instance;

  HfAppContext *context;
  GtkLabel *count;
  GtkLabel *words;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HfGreetingPreview, hf_greeting_preview, ADW_TYPE_BIN)

typedef struct
{
  HfActor actor;
  HfGreetingWhom whom;
  char *text;
} Reading;

typedef struct
{
  guint n;
  char *words;
} Answer;

void
hf_greeting_whom_set (HfGreetingWhom *whom, const HfGreetingWhom *from)
{
  whom->customers = from->customers != NULL ? g_array_ref (from->customers) : NULL;
  whom->filter = g_strdup (from->filter);
  whom->round = from->round;
}

void
hf_greeting_whom_clear (HfGreetingWhom *whom)
{
  g_clear_pointer (&whom->customers, g_array_unref);
  g_clear_pointer (&whom->filter, g_free);
}

static GArray *
read_round (HfDb *db, const HfActor *actor, gint64 round, GError **error)
{
  g_autoptr (GArray) customers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) ids = hf_greetings_dup_ids (db, actor, round, HF_GREETINGS_ALL, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (HfGreetingLine) line =
          i < N_SHOWN ? hf_greeting_line_load (db, g_array_index (ids, gint64, i), NULL) : NULL;
      gint64 customer = line != NULL ? line->customer_id : 0;

      g_array_append_val (customers, customer);
    }
  return ids != NULL ? g_steal_pointer (&customers) : NULL;
}

/**
 * hf_greeting_whom_read:
 *
 * Of a round only the first customers are read; for the others 0 stands.
 *
 * Returns: (transfer full) (element-type gint64): the customers, or %NULL with an error
 */
GArray *
hf_greeting_whom_read (HfDb *db, const HfActor *actor, const HfGreetingWhom *whom, GError **error)
{
  g_autoptr (HfCustomerFilter) filter = NULL;
  g_autoptr (HfCustomerQuery) query = NULL;

  if (whom->customers != NULL)
    return g_array_ref (whom->customers);
  if (whom->round != 0)
    return read_round (db, actor, whom->round, error);
  filter = whom->filter != NULL ? hf_customer_filter_parse (db, whom->filter, error)
                                : hf_customer_filter_new ();
  if (filter == NULL)
    return NULL;
  query = hf_customer_query_new (actor, filter);
  return hf_customer_list_dup_ids (db, query, -1, error);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  hf_greeting_whom_clear (&reading->whom);
  g_free (reading->text);
  g_free (reading);
}

static void
answer_free (gpointer data)
{
  g_free (((Answer *) data)->words);
  g_free (data);
}

static gpointer
read_words (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Reading *reading = data;
  g_autoptr (GArray) customers = hf_greeting_whom_read (db, &reading->actor, &reading->whom, error);
  g_autoptr (GString) words = g_string_new (NULL);
  Answer *answer;

  if (customers == NULL)
    return NULL;
  for (guint i = 0; *reading->text != '\0' && i < MIN (customers->len, N_SHOWN); i++)
    {
      g_autofree char *said = hf_words_fill_for (
          db, &reading->actor, g_array_index (customers, gint64, i), reading->text, error);

      if (said == NULL)
        return NULL;
      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", said);
    }
  answer = g_new0 (Answer, 1);
  *answer = (Answer){ customers->len, g_string_free (g_steal_pointer (&words), FALSE) };
  return answer;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfGreetingPreview) self = data;
  g_autoptr (GError) error = NULL;
  Answer *answer = hf_store_call_finish (HF_STORE (source), result, &error);
  g_autofree char *count = NULL;

  if (answer != NULL && self->context != NULL)
    {
      count = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u customer", "%u customers", answer->n), answer->n);
      gtk_label_set_label (self->count, count);
      gtk_label_set_label (self->words, answer->words);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_label_set_label (self->words, error->message);
  g_clear_pointer (&answer, answer_free);
}

static void
stop (HfGreetingPreview *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
hf_greeting_preview_dispose (GObject *object)
{
  stop (HF_GREETING_PREVIEW (object));
  g_clear_object (&HF_GREETING_PREVIEW (object)->context);

  G_OBJECT_CLASS (hf_greeting_preview_parent_class)->dispose (object);
}

static void
hf_greeting_preview_class_init (HfGreetingPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_greeting_preview_dispose;
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "hf-small");
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
hf_greeting_preview_init (HfGreetingPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->count = add_label (box, "dim");
  self->words = add_label (box, "script");
  adw_bin_set_child (ADW_BIN (self), box);
}

HfGreetingPreview *
hf_greeting_preview_new (HfAppContext *context)
{
  HfGreetingPreview *self = g_object_new (HF_TYPE_GREETING_PREVIEW, NULL);

  self->context = g_object_ref (context);
  return self;
}

/**
 * hf_greeting_preview_show:
 * @text: with placeholders, may be empty
 *
 * Reads and shows them; both are copied.
 */
void
hf_greeting_preview_show (HfGreetingPreview *self, const HfGreetingWhom *whom, const char *text)
{
  Reading *reading;
  HfActor actor;

  g_return_if_fail (HF_IS_GREETING_PREVIEW (self));

  stop (self);
  if (!hf_app_context_init_actor (self->context, &actor, NULL))
    return;
  reading = g_new0 (Reading, 1);
  reading->actor = actor;
  reading->text = g_strdup (text);
  hf_greeting_whom_set (&reading->whom, whom);
  self->cancellable = g_cancellable_new ();
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, read_words, reading,
                       reading_free, answer_free, self->cancellable, on_read, g_object_ref (self));
}
