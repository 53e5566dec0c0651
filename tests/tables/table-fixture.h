/* table-fixture.h: makes files to import, good and bad, for the tests
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of a zip archive; @text NULL ends a list of them. */
typedef struct
{
  const char *name;
  const char *text;
} ZipPart;

/* What makes a workbook different from the plainest one; NULL for the plain thing. */
typedef struct
{
  const char *sheet_data; /* the rows */
  const char *strings;    /* the <si> elements */
  const char *formats;    /* the <numFmt> elements */
  const char *styles;     /* the <xf> elements of cellXfs */
  const char *workbook;   /* attributes of workbookPr */
  gboolean sheet_first;   /* in the archive, before what it refers to */
} BookParts;

char *fixture_dir (void);
char *fixture_path (const char *name);
char *fixture_write (const char *name, const void *bytes, gssize length);
char *fixture_write_zip (const char *name, const ZipPart *parts);
char *fixture_write_book (const char *name, const BookParts *parts);
char *fixture_encode (const char *text, const char *encoding, gsize *length);
char *fixture_dump (const char *path, GError **error);
void fixture_assert_refused (const char *path, const char *words);
void fixture_clean (void);

G_END_DECLS
