/* hf-id-list.h: a list of rows known by their ids, each made when it is looked at
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HfIdListCreate:
 * @position: where it stands now
 *
 * Returns: (transfer full): the object that stands for @id
 */
typedef GObject *(*HfIdListCreate) (gint64 id, guint position, gpointer data);

#define HF_TYPE_ID_LIST (hf_id_list_get_type ())

G_DECLARE_FINAL_TYPE (HfIdList, hf_id_list, HF, ID_LIST, GObject)

HfIdList *hf_id_list_new (GType item_type, HfIdListCreate create, gpointer data);
void hf_id_list_set_ids (HfIdList *self, GArray *ids);
guint hf_id_list_get_n_ids (HfIdList *self);
gint64 hf_id_list_get_id (HfIdList *self, guint position);
GArray *hf_id_list_dup_ids (HfIdList *self);
GObject *hf_id_list_peek (HfIdList *self, guint position);
gboolean hf_id_list_find (HfIdList *self, gint64 id, guint *position);
void hf_id_list_foreach_object (HfIdList *self, GFunc func, gpointer data);

G_END_DECLS
