/* hf-app-context.h: what the parts of the program share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"
#include "hf-run.h"
#include "hf-store.h"

G_BEGIN_DECLS

/**
 * HfCommandFunc:
 * @actor: who does it, and when
 * @data: as given
 *
 * Runs on the writer's thread. Returns %NULL with an error, or what hf_app_context_run_finish()
 * gives; a command without a result returns @data.
 */
typedef gpointer (*HfCommandFunc) (HfDb *db, const HfActor *actor, gpointer data, GError **error);

#define HF_TYPE_APP_CONTEXT (hf_app_context_get_type ())

G_DECLARE_FINAL_TYPE (HfAppContext, hf_app_context, HF, APP_CONTEXT, GObject)

HfAppContext *hf_app_context_new (HfStore *store, GSettings *settings, HfMinute fixed_now);
HfStore *hf_app_context_get_store (HfAppContext *self);
HfDb *hf_app_context_get_reader (HfAppContext *self);
GSettings *hf_app_context_get_settings (HfAppContext *self);
gint64 hf_app_context_get_staff (HfAppContext *self);
gboolean hf_app_context_init_actor (HfAppContext *self, HfActor *actor, GError **error);
HfMinute hf_app_context_get_now (HfAppContext *self);

HfRun *hf_app_context_run_async (HfAppContext *self,
                                 HfCommandFunc func,
                                 gpointer data,
                                 GDestroyNotify free_data,
                                 GDestroyNotify free_result,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gpointer hf_app_context_run_finish (HfAppContext *self, GAsyncResult *result, GError **error);

void hf_app_context_say (HfAppContext *self, const char *text, gboolean can_undo, gint64 operation);
void hf_app_context_tell_undone (HfAppContext *self, gint64 operation);
void hf_app_context_on_said (GObject *source, GAsyncResult *result, gpointer data);
void hf_app_context_complain (HfAppContext *self, const GError *error);

G_END_DECLS
