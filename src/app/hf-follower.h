/* hf-follower.h: reads anew what a widget shows, whenever it may have changed
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_FOLLOWER (hf_follower_get_type ())

G_DECLARE_FINAL_TYPE (HfFollower, hf_follower, HF, FOLLOWER, GObject)

/**
 * HfFollowerFunc:
 * @widget: as given
 * @arrived: it has just come into view
 *
 * To call hf_follower_read().
 */
typedef void (*HfFollowerFunc) (HfFollower *follower, gpointer widget, gboolean arrived);

HfFollower *hf_follower_new (gpointer widget, HfAppContext *context, HfFollowerFunc func);
void hf_follower_wake (HfFollower *self);
void hf_follower_read (HfFollower *self,
                       HfStoreFunc func,
                       gpointer data,
                       GDestroyNotify free_data,
                       GDestroyNotify free_result,
                       GAsyncReadyCallback callback);

G_END_DECLS
