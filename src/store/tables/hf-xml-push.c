/* hf-xml-push.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-xml-push.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#include "hf-error.h"

/* How libxml2 lays an attribute out in the array that it hands over. */
#define PER_ATTRIBUTE (5)
#define NAME          (0)
#define VALUE         (3)
#define VALUE_END     (4)

#define MAX_DEPTH     (64)

/**
 * HfXmlPush:
 *
 * Feeds a part to libxml2's push parser. No document type is let in, so there
 * are no entities to expand and nothing outside of the archive to fetch.
 */
struct _HfXmlPush
{
  HfZipPart *part;
  const HfXmlHandler *handler;
  gpointer data;
  xmlSAXHandler sax;
  xmlParserCtxtPtr parser;
  guint depth;
  GError *failure;
};

static void
refuse_damaged (GError **error)
{
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("The file is damaged. Open it in a spreadsheet and save it again as .xlsx or "
                  "CSV."));
}

static void
stop_at_failure (HfXmlPush *self)
{
  if (self->failure != NULL)
    xmlStopParser (self->parser);
}

static void
on_start (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  HfXmlPush *self = data;
  HfXmlAttributes all = { n_attributes, attributes };

  if (self->failure != NULL)
    return;
  if (++self->depth > MAX_DEPTH)
    refuse_damaged (&self->failure);
  else
    self->handler->start ((const char *) name, &all, self->data, &self->failure);
  stop_at_failure (self);
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  HfXmlPush *self = data;

  if (self->failure != NULL)
    return;
  self->depth--;
  self->handler->end ((const char *) name, self->data, &self->failure);
  stop_at_failure (self);
}

static void
on_text (void *data, const xmlChar *text, int length)
{
  HfXmlPush *self = data;

  if (self->failure != NULL || self->handler->text == NULL)
    return;
  self->handler->text ((const char *) text, (gsize) length, self->data, &self->failure);
  stop_at_failure (self);
}

static void
on_document_type (void *data, const xmlChar *name, const xmlChar *id, const xmlChar *uri)
{
  HfXmlPush *self = data;

  if (self->failure == NULL)
    g_set_error (&self->failure, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("The file declares a document type, which no spreadsheet does: it may be an "
                    "attack and is not read."));
  stop_at_failure (self);
}

static void
on_error (void *data, xmlErrorPtr error)
{
  /* xmlParseChunk() tells; nothing goes to the terminal. */
}

/**
 * hf_xml_push_new:
 * @part: (transfer full): holds the document
 * @handler: must outlive the reading
 * @data: for the handler
 */
HfXmlPush *
hf_xml_push_new (HfZipPart *part, const HfXmlHandler *handler, gpointer data)
{
  HfXmlPush *self = g_new0 (HfXmlPush, 1);

  self->part = part;
  self->handler = handler;
  self->data = data;
  self->sax.initialized = XML_SAX2_MAGIC;
  self->sax.startElementNs = on_start;
  self->sax.endElementNs = on_end;
  self->sax.characters = on_text;
  self->sax.cdataBlock = on_text;
  self->sax.ignorableWhitespace = on_text;
  self->sax.internalSubset = on_document_type;
  self->sax.serror = (xmlStructuredErrorFunc) on_error;
  self->parser = xmlCreatePushParserCtxt (&self->sax, self, NULL, 0, NULL);
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  return self;
}

void
hf_xml_push_free (HfXmlPush *self)
{
  if (self == NULL)
    return;
  if (self->parser->myDoc != NULL)
    xmlFreeDoc (self->parser->myDoc);
  xmlFreeParserCtxt (self->parser);
  hf_zip_part_free (self->part);
  g_clear_error (&self->failure);
  g_free (self);
}

/**
 * hf_xml_push_step:
 * @at_end: (out): set when the document has been read to its end
 *
 * Reads the next piece of the document, up to 64 KiB, and calls the handler for
 * what is in it.
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT: the handler's own, or when the document is damaged
 */
gboolean
hf_xml_push_step (HfXmlPush *self, gboolean *at_end, GError **error)
{
  const char *bytes;
  gsize length;

  if (!hf_zip_part_read (self->part, &bytes, &length, error))
    return FALSE;
  xmlParseChunk (self->parser, bytes, (int) length, length == 0);
  *at_end = length == 0;
  if (self->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->failure));
      return FALSE;
    }
  if (self->parser->wellFormed)
    return TRUE;
  refuse_damaged (error);
  return FALSE;
}

double
hf_xml_push_get_fraction (HfXmlPush *self)
{
  return hf_zip_part_get_fraction (self->part);
}

/**
 * hf_xml_read_part:
 *
 * Reads a whole part of the archive at @path, see hf_zip_part_open() and
 * hf_xml_push_step().
 */
gboolean
hf_xml_read_part (const char *path,
                  const char *name,
                  const HfXmlHandler *handler,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (HfXmlPush) push = NULL;
  HfZipPart *part = hf_zip_part_open (path, name, error);
  gboolean at_end = FALSE;

  if (part == NULL)
    return FALSE;
  push = hf_xml_push_new (part, handler, data);
  while (!at_end)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !hf_xml_push_step (push, &at_end, error))
      return FALSE;
  return TRUE;
}

/**
 * hf_xml_peek_attribute:
 * @name: without the namespace's prefix
 * @length: (out):
 *
 * Returns: (nullable): the value, *not* NUL-terminated
 */
const char *
hf_xml_peek_attribute (const HfXmlAttributes *attributes, const char *name, gsize *length)
{
  for (int i = 0; i < attributes->n; i++)
    {
      const unsigned char **at = attributes->values + (gsize) i * PER_ATTRIBUTE;

      if (strcmp ((const char *) at[NAME], name) != 0)
        continue;
      *length = (gsize) (at[VALUE_END] - at[VALUE]);
      return (const char *) at[VALUE];
    }
  return NULL;
}

char *
hf_xml_dup_attribute (const HfXmlAttributes *attributes, const char *name)
{
  gsize length;
  const char *value = hf_xml_peek_attribute (attributes, name, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}

gboolean
hf_xml_get_flag (const HfXmlAttributes *attributes, const char *name)
{
  g_autofree char *value = hf_xml_dup_attribute (attributes, name);

  return g_strcmp0 (value, "1") == 0 || g_strcmp0 (value, "true") == 0;
}

/**
 * hf_xml_get_number:
 *
 * Returns: the attribute as a number without a sign, @fallback when there is no such attribute or
 *   it is no number
 */
gint64
hf_xml_get_number (const HfXmlAttributes *attributes, const char *name, gint64 fallback)
{
  gsize length;
  const char *value = hf_xml_peek_attribute (attributes, name, &length);
  gint64 number = 0;

  if (value == NULL || length == 0 || length > 10)
    return fallback;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]))
        return fallback;
      number = number * 10 + g_ascii_digit_value (value[i]);
    }
  return number;
}
