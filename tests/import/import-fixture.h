/* import-fixture.h: tables written into a branch of a test's own
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-import.h"
#include "store-fixture.h"

G_BEGIN_DECLS

char *import_write (Branch *branch, const char *text);
void import_table (Branch *branch, HfImportKind kind, const char *text, HfImportResult *result);
void import_good (Branch *branch, HfImportKind kind, const char *text, const char *counts);
char *import_dup_counts (const HfImportResult *result);
char *import_dup_value (Branch *branch, const char *sql);

G_END_DECLS
