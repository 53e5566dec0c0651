/* hf-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-page.h"

/**
 * HfPage:
 *
 * One page of the window: the sidebar names it and counts what waits in it, the header bar bears
 * its heading. The window knows pages by this alone. Main thread.
 */
G_DEFINE_INTERFACE (HfPage, hf_page, GTK_TYPE_WIDGET)

enum
{
  HEADING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
hf_page_default_init (HfPageInterface *iface)
{
  /**
   * HfPage::heading-changed:
   *
   * The title, the line beside it, the number in the sidebar or the foot is another now.
   */
  signals[HEADING_CHANGED] = g_signal_new ("heading-changed", G_TYPE_FROM_INTERFACE (iface),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
hf_page_set_context (HfPage *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_PAGE (self));

  HF_PAGE_GET_IFACE (self)->set_context (self, context);
}

/**
 * hf_page_dup_title:
 *
 * Returns: (transfer full) (nullable): %NULL where the page's name says it
 */
char *
hf_page_dup_title (HfPage *self)
{
  g_return_val_if_fail (HF_IS_PAGE (self), NULL);

  return HF_PAGE_GET_IFACE (self)->dup_title != NULL ? HF_PAGE_GET_IFACE (self)->dup_title (self)
                                                     : NULL;
}

/**
 * hf_page_dup_subtitle:
 *
 * Returns: (transfer full) (nullable): what stands small beside the title
 */
char *
hf_page_dup_subtitle (HfPage *self)
{
  g_return_val_if_fail (HF_IS_PAGE (self), NULL);

  return HF_PAGE_GET_IFACE (self)->dup_subtitle != NULL
             ? HF_PAGE_GET_IFACE (self)->dup_subtitle (self)
             : NULL;
}

/**
 * hf_page_get_n_waiting:
 *
 * Returns: how much of the page needs somebody today; 0 shows no number
 */
guint
hf_page_get_n_waiting (HfPage *self)
{
  g_return_val_if_fail (HF_IS_PAGE (self), 0);

  return HF_PAGE_GET_IFACE (self)->get_n_waiting != NULL
             ? HF_PAGE_GET_IFACE (self)->get_n_waiting (self)
             : 0;
}

/**
 * hf_page_dup_customers:
 *
 * Returns: (transfer full) (nullable) (element-type gint64): whom the page lists, in its order
 */
GArray *
hf_page_dup_customers (HfPage *self)
{
  g_return_val_if_fail (HF_IS_PAGE (self), NULL);

  return HF_PAGE_GET_IFACE (self)->dup_customers != NULL
             ? HF_PAGE_GET_IFACE (self)->dup_customers (self)
             : NULL;
}

/**
 * hf_page_get_place:
 * @n: (out): of how many
 *
 * Returns: which one it shows of a list that somebody walks through, from 1; 0 for none
 */
guint
hf_page_get_place (HfPage *self, guint *n)
{
  g_return_val_if_fail (HF_IS_PAGE (self), 0);

  *n = 0;
  return HF_PAGE_GET_IFACE (self)->get_place != NULL ? HF_PAGE_GET_IFACE (self)->get_place (self, n)
                                                     : 0;
}

/**
 * hf_page_step:
 * @by: 1 for the next one of the list, -1 for the one before
 */
void
hf_page_step (HfPage *self, int by)
{
  g_return_if_fail (HF_IS_PAGE (self));

  if (HF_PAGE_GET_IFACE (self)->step != NULL)
    HF_PAGE_GET_IFACE (self)->step (self, by);
}

/**
 * hf_page_emit_heading_changed:
 *
 * For a page to say that its heading or its number is to be read again.
 */
void
hf_page_emit_heading_changed (HfPage *self)
{
  g_return_if_fail (HF_IS_PAGE (self));

  g_signal_emit (self, signals[HEADING_CHANGED], 0);
}

/**
 * hf_page_has_foot:
 *
 * Returns: whether a bar stands at the foot of the page now
 */
gboolean
hf_page_has_foot (HfPage *self)
{
  g_return_val_if_fail (HF_IS_PAGE (self), FALSE);

  return HF_PAGE_GET_IFACE (self)->has_foot != NULL && HF_PAGE_GET_IFACE (self)->has_foot (self);
}

/**
 * hf_page_set_subject:
 * @id: of whom or what the page is now, of which there are many: a customer, a complaint
 */
void
hf_page_set_subject (HfPage *self, gint64 id)
{
  g_return_if_fail (HF_IS_PAGE (self));

  g_object_set_data_full (G_OBJECT (self), "hf-page-subject", g_memdup2 (&id, sizeof id), g_free);
}

/**
 * hf_page_get_subject:
 *
 * Returns: what it was last set to; 0 for a page that is of nobody in particular
 */
gint64
hf_page_get_subject (HfPage *self)
{
  const gint64 *id;

  g_return_val_if_fail (HF_IS_PAGE (self), 0);

  id = g_object_get_data (G_OBJECT (self), "hf-page-subject");
  return id != NULL ? *id : 0;
}
