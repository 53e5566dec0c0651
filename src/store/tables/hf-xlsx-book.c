/* hf-xlsx-book.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-xlsx-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"
#include "hf-xlsx-styles.h"
#include "hf-xml-push.h"

#define USUAL_WORKBOOK "xl/workbook.xml"
#define MAX_SHEETS     (1024)
#define MAX_RELATIONS  (4096)

typedef struct
{
  char *id;
  char *type; /* the last word of its URI */
  char *part;
} Relation;

typedef struct
{
  char *name;
  char *relation;
  gboolean hidden;
} Sheet;

typedef struct
{
  const char *base; /* the folder that targets are seen from */
  GPtrArray *list;
} Relations;

typedef struct
{
  GPtrArray *sheets;
  gboolean from_1904;
} Workbook;

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->part);
  g_free (relation);
}

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet);
}

static void
on_relation (const char *name, const HfXmlAttributes *attributes, gpointer data, GError **error)
{
  Relations *relations = data;
  g_autofree char *mode = hf_xml_dup_attribute (attributes, "TargetMode");
  g_autofree char *target = hf_xml_dup_attribute (attributes, "Target");
  g_autofree char *type = hf_xml_dup_attribute (attributes, "Type");
  g_autofree char *base = g_strconcat ("/", relations->base, NULL);
  g_autofree char *absolute = NULL;
  Relation *relation;

  if (!g_str_equal (name, "Relationship") || target == NULL || type == NULL ||
      g_strcmp0 (mode, "External") == 0 || relations->list->len >= MAX_RELATIONS)
    return;
  g_strdelimit (target, "\\", '/');
  absolute = g_canonicalize_filename (target, base);
  relation = g_new0 (Relation, 1);
  relation->id = hf_xml_dup_attribute (attributes, "Id");
  relation->type = g_path_get_basename (type);
  relation->part = g_strdup (absolute + 1);
  g_ptr_array_add (relations->list, relation);
}

static void
on_sheet (const char *name, const HfXmlAttributes *attributes, gpointer data, GError **error)
{
  Workbook *workbook = data;
  g_autofree char *state = NULL;
  Sheet *sheet;

  if (g_str_equal (name, "workbookPr"))
    workbook->from_1904 = hf_xml_get_flag (attributes, "date1904");
  if (!g_str_equal (name, "sheet") || workbook->sheets->len >= MAX_SHEETS)
    return;
  state = hf_xml_dup_attribute (attributes, "state");
  sheet = g_new0 (Sheet, 1);
  sheet->name = hf_xml_dup_attribute (attributes, "name");
  sheet->relation = hf_xml_dup_attribute (attributes, "id");
  sheet->hidden = state != NULL && !g_str_equal (state, "visible");
  g_ptr_array_add (workbook->sheets, sheet);
}

static void
on_end (const char *name, gpointer data, GError **error)
{
}

/* The relations of @part ("" for those of the whole file). */
static GPtrArray *
read_relations (const char *path, const char *part, GCancellable *cancellable, GError **error)
{
  static const HfXmlHandler handler = { on_relation, on_end, NULL };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (relation_free);
  const char *slash = strrchr (part, '/');
  g_autofree char *base = slash != NULL ? g_strndup (part, (gsize) (slash - part)) : g_strdup ("");
  g_autofree char *name = g_strdup_printf ("%s%s_rels/%s.rels", base, slash != NULL ? "/" : "",
                                           slash != NULL ? slash + 1 : part);
  Relations relations = { base, list };

  if (!hf_xml_read_part (path, name, &handler, &relations, cancellable, error))
    return NULL;
  return g_steal_pointer (&list);
}

static const Relation *
find_relation (GPtrArray *relations, const char *id, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = relations->pdata[i];

      if (g_ascii_strcasecmp (relation->type, type) == 0 &&
          (id == NULL || g_strcmp0 (relation->id, id) == 0))
        return relation;
    }
  return NULL;
}

static char *
find_workbook (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) relations = read_relations (path, "", cancellable, &failure);
  const Relation *workbook = NULL;

  if (relations != NULL)
    workbook = find_relation (relations, NULL, "officeDocument");
  else if (!g_error_matches (failure, HF_ERROR, HF_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_strdup (workbook != NULL ? workbook->part : USUAL_WORKBOOK);
}

/* The sheet called @wanted, else the first that a person sees. */
static gboolean
choose_sheet (
    HfXlsxBook *self, GPtrArray *sheets, GPtrArray *relations, const char *wanted, GError **error)
{
  const Relation *chosen = NULL;

  for (guint pass = 0; pass < 2 && chosen == NULL; pass++)
    for (guint i = 0; i < sheets->len && chosen == NULL; i++)
      {
        const Sheet *sheet = sheets->pdata[i];

        if (wanted != NULL ? g_strcmp0 (sheet->name, wanted) != 0 : pass == 0 && sheet->hidden)
          continue;
        chosen = find_relation (relations, sheet->relation, "worksheet");
        if (chosen != NULL)
          self->sheet_name = g_strdup (sheet->name != NULL ? sheet->name : "");
      }
  if (chosen != NULL)
    {
      self->sheet_part = g_strdup (chosen->part);
      return TRUE;
    }
  if (wanted != NULL)
    g_set_error (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                 _ ("The file has no sheet called “%s”. Look at the names at the bottom of the "
                    "spreadsheet's window."),
                 wanted);
  else
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("The file has no sheet with cells."));
  return FALSE;
}

static gboolean
read_styles (HfXlsxBook *self,
             const char *path,
             GPtrArray *relations,
             GCancellable *cancellable,
             GError **error)
{
  const Relation *styles = find_relation (relations, NULL, "styles");

  if (styles == NULL)
    {
      self->formats = g_byte_array_new ();
      return TRUE;
    }
  self->formats = hf_xlsx_styles_read (path, styles->part, cancellable, error);
  return self->formats != NULL;
}

/**
 * hf_xlsx_book_new:
 * @path: an .xlsx file
 * @sheet: (nullable): the sheet's name; without, the first that isn't hidden
 *
 * Returns: (transfer full): %NULL with %HF_ERROR_BAD_INPUT or %HF_ERROR_NOT_FOUND
 */
HfXlsxBook *
hf_xlsx_book_new (const char *path, const char *sheet, GCancellable *cancellable, GError **error)
{
  static const HfXmlHandler handler = { on_sheet, on_end, NULL };
  g_autoptr (HfXlsxBook) self = g_new0 (HfXlsxBook, 1);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (sheet_free);
  g_autoptr (GPtrArray) relations = NULL;
  g_autofree char *part = find_workbook (path, cancellable, error);
  Workbook workbook = { sheets, FALSE };
  const Relation *strings;

  if (part == NULL || !hf_xml_read_part (path, part, &handler, &workbook, cancellable, error))
    return NULL;
  relations = read_relations (path, part, cancellable, error);
  if (relations == NULL || !choose_sheet (self, sheets, relations, sheet, error) ||
      !read_styles (self, path, relations, cancellable, error))
    return NULL;
  strings = find_relation (relations, NULL, "sharedStrings");
  self->strings_part = strings != NULL ? g_strdup (strings->part) : NULL;
  self->from_1904 = workbook.from_1904;
  return g_steal_pointer (&self);
}

void
hf_xlsx_book_free (HfXlsxBook *self)
{
  if (self == NULL)
    return;
  g_free (self->sheet_name);
  g_free (self->sheet_part);
  g_free (self->strings_part);
  g_clear_pointer (&self->formats, g_byte_array_unref);
  g_free (self);
}

HfXlsxFormat
hf_xlsx_book_get_format (const HfXlsxBook *self, guint style)
{
  return style < self->formats->len ? self->formats->data[style] : HF_XLSX_FORMAT_NUMBER;
}
