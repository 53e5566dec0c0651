/* hf-zip-part.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-zip-part.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"

#define BLOCK (64 * 1024)

/* A part that unpacks to so much more than it takes in the file is a trap. What
 * Excel writes shrinks to a tenth, rows that are all alike to a hundredth. */
#define MAX_RATIO      (400)
#define RATIO_FROM     (32 * 1024 * 1024)
#define MAX_UNPACKED   (G_GINT64_CONSTANT (8) * 1024 * 1024 * 1024)
#define MAX_ENTRIES    (10000)
#define MAX_NAME_BYTES (1024)

/**
 * HfZipPart:
 *
 * Reads one entry of an archive through the archive's table of contents; never
 * writes anything to the disk. Two parts of one file can be open at a time.
 */
struct _HfZipPart
{
  struct archive *archive;
  gint64 packed; /* the size of the whole file: the packed size is only a claim */
  gint64 size;   /* as the archive claims, -1 where it doesn't */
  gint64 unpacked;
  char block[BLOCK];
};

static gboolean
refuse_damaged (GError **error)
{
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("The file is damaged or cut off. Open it in a spreadsheet and save it again as "
                  ".xlsx or CSV."));
  return FALSE;
}

static struct archive *
open_archive (const char *path, GError **error)
{
  struct archive *archive = archive_read_new ();

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_filename (archive, path, BLOCK) == ARCHIVE_OK)
    return archive;
  archive_read_free (archive);
  refuse_damaged (error);
  return NULL;
}

/* The next entry's name with forward slashes, or NULL at the end or with @error. */
static char *
next_name (struct archive *archive, struct archive_entry **entry, guint *n_entries, GError **error)
{
  int status;
  const char *name;

  do
    {
      status = archive_read_next_header (archive, entry);
      if (status == ARCHIVE_EOF && *n_entries > 0)
        return NULL;
      if (status < ARCHIVE_WARN || status == ARCHIVE_EOF || ++*n_entries > MAX_ENTRIES)
        {
          refuse_damaged (error);
          return NULL;
        }
      name = archive_entry_pathname_utf8 (*entry);
      if (name == NULL)
        name = archive_entry_pathname (*entry);
    }
  while (name == NULL || strlen (name) > MAX_NAME_BYTES);
  return g_strdelimit (g_strdup (name[0] == '/' ? name + 1 : name), "\\", '/');
}

/**
 * hf_zip_list:
 * @path: a file that begins like a zip archive
 *
 * Returns: (transfer full): the names of what is in it; %NULL with %HF_ERROR_BAD_INPUT
 */
char **
hf_zip_list (const char *path, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  struct archive *archive = open_archive (path, error);
  struct archive_entry *entry;
  guint n_entries = 0;
  char *name;

  if (archive == NULL)
    return NULL;
  while ((name = next_name (archive, &entry, &n_entries, &failure)) != NULL)
    g_ptr_array_add (names, name);
  archive_read_free (archive);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static gint64
file_size (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

/**
 * hf_zip_part_open:
 * @path: a zip archive
 * @name: the part, with forward slashes; upper and lower case are the same
 *
 * Returns: (transfer full): %NULL with %HF_ERROR_NOT_FOUND when the archive has
 *   no such part, with %HF_ERROR_BAD_INPUT when it is damaged or encrypted
 */
HfZipPart *
hf_zip_part_open (const char *path, const char *name, GError **error)
{
  g_autoptr (HfZipPart) self = g_new0 (HfZipPart, 1);
  g_autoptr (GError) failure = NULL;
  struct archive_entry *entry;
  guint n_entries = 0;
  char *found;

  g_return_val_if_fail (path != NULL && name != NULL, NULL);

  self->archive = open_archive (path, error);
  if (self->archive == NULL)
    return NULL;
  self->packed = file_size (path);
  while ((found = next_name (self->archive, &entry, &n_entries, &failure)) != NULL)
    {
      gboolean same = g_ascii_strcasecmp (found, name) == 0;

      g_free (found);
      if (!same)
        continue;
      if (archive_entry_is_encrypted (entry))
        {
          g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("The file is protected with a password. Save it without one."));
          return NULL;
        }
      self->size = archive_entry_size_is_set (entry) ? archive_entry_size (entry) : -1;
      return g_steal_pointer (&self);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                 _ ("The file is damaged: its part “%s” is missing. Open it in a spreadsheet and "
                    "save it again."),
                 name);
  return NULL;
}

void
hf_zip_part_free (HfZipPart *self)
{
  if (self == NULL)
    return;
  if (self->archive != NULL)
    archive_read_free (self->archive);
  g_free (self);
}

/**
 * hf_zip_part_read:
 * @bytes: (out): good until the next call
 * @length: (out): up to 64 KiB; 0 at the end
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when the part is damaged, or unpacks to
 *   more than any honest table (a “zip bomb”)
 */
gboolean
hf_zip_part_read (HfZipPart *self, const char **bytes, gsize *length, GError **error)
{
  la_ssize_t n;

  g_return_val_if_fail (self != NULL, FALSE);

  n = archive_read_data (self->archive, self->block, BLOCK);
  if (n < 0)
    return refuse_damaged (error);
  self->unpacked += n;
  if (self->unpacked > MAX_UNPACKED ||
      (self->unpacked > RATIO_FROM && self->unpacked / MAX_RATIO > self->packed))
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("The file unpacks to far more than any table of customers or purchases. It "
                      "is not read any further."));
      return FALSE;
    }
  *bytes = self->block;
  *length = (gsize) n;
  return TRUE;
}

/**
 * hf_zip_part_get_fraction:
 *
 * Returns: 0 to 1, how much of the part has been read, for a progress bar
 */
double
hf_zip_part_get_fraction (HfZipPart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size > 0 ? MIN (1.0, (double) self->unpacked / (double) self->size) : 0;
}
