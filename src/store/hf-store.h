/* hf-store.h: the branch database for a program with a main loop
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "hf-db.h"

G_BEGIN_DECLS

#define HF_TYPE_STORE (hf_store_get_type ())

G_DECLARE_FINAL_TYPE (HfStore, hf_store, HF, STORE, GObject)

/**
 * HfStoreFunc:
 * @db: a connection that is this call's alone
 * @data: as given
 * @error: to be set when %NULL is returned for a failure
 *
 * Runs on a thread of the store's. Returns what hf_store_call_finish() gives.
 */
typedef gpointer (*HfStoreFunc) (HfDb *db,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

typedef enum
{
  HF_STORE_READ,
  HF_STORE_WRITE,
} HfStoreAccess;

HfStore *hf_store_new (const char *path, GError **error);
HfDb *hf_store_get_reader (HfStore *self);
void hf_store_call_async (HfStore *self,
                          HfStoreAccess access,
                          HfStoreFunc func,
                          gpointer data,
                          GDestroyNotify free_data,
                          GDestroyNotify free_result,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gpointer hf_store_call_finish (HfStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
