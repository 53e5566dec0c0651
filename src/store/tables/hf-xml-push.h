/* hf-xml-push.h: reads the XML of a part piece by piece
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-zip-part.h"

G_BEGIN_DECLS

typedef struct _HfXmlPush HfXmlPush;

/**
 * HfXmlAttributes:
 *
 * The attributes of the element that is being started, see hf_xml_get_attribute().
 */
typedef struct
{
  int n;
  const unsigned char **values;
} HfXmlAttributes;

/**
 * HfXmlHandler:
 * @start: an element begins; its name without the namespace's prefix
 * @end: it ends
 * @text: characters, perhaps in several pieces; may be %NULL
 *
 * What to do with the document. A function that sets @error stops the reading.
 */
typedef struct
{
  void (*start) (const char *name,
                 const HfXmlAttributes *attributes,
                 gpointer data,
                 GError **error);
  void (*end) (const char *name, gpointer data, GError **error);
  void (*text) (const char *text, gsize length, gpointer data, GError **error);
} HfXmlHandler;

HfXmlPush *hf_xml_push_new (HfZipPart *part, const HfXmlHandler *handler, gpointer data);
void hf_xml_push_free (HfXmlPush *self);
gboolean hf_xml_push_step (HfXmlPush *self, gboolean *at_end, GError **error);
double hf_xml_push_get_fraction (HfXmlPush *self);

gboolean hf_xml_read_part (const char *path,
                           const char *name,
                           const HfXmlHandler *handler,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error);

char *hf_xml_dup_attribute (const HfXmlAttributes *attributes, const char *name);
const char *
hf_xml_peek_attribute (const HfXmlAttributes *attributes, const char *name, gsize *length);
gboolean hf_xml_get_flag (const HfXmlAttributes *attributes, const char *name);
gint64 hf_xml_get_number (const HfXmlAttributes *attributes, const char *name, gint64 fallback);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfXmlPush, hf_xml_push_free)

G_END_DECLS
