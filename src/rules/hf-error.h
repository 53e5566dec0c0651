/* hf-error.h
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_ERROR (hf_error_quark ())

/**
 * HfError:
 * @HF_ERROR_BAD_INPUT: something a person or a file said cannot be accepted
 * @HF_ERROR_NOT_FOUND: nothing bears that id or name
 * @HF_ERROR_AMBIGUOUS: more than one record bears that name
 * @HF_ERROR_NOT_ALLOWED: the person's role does not permit it (ROLE-1)
 * @HF_ERROR_WARNING: needs a reason to go on (PUR-2)
 * @HF_ERROR_CONFLICT: the record has changed since
 * @HF_ERROR_PLAN: a care plan file is wrong (PLAN-9)
 * @HF_ERROR_BUSY: another process holds the database
 * @HF_ERROR_FULL: no room left on the disk
 * @HF_ERROR_CORRUPT: the database is damaged, or no database at all
 * @HF_ERROR_NEWER: a newer version of the program wrote the database
 * @HF_ERROR_READ_ONLY: the file or its folder cannot be written
 * @HF_ERROR_MISSING: there is no database yet
 * @HF_ERROR_DATABASE: any other trouble that SQLite reports
 *
 * What went wrong, one code for each thing that a person can do about it.
 * huifangctl derives its exit code from it, the app what it offers.
 */
typedef enum
{
  HF_ERROR_BAD_INPUT,
  HF_ERROR_NOT_FOUND,
  HF_ERROR_AMBIGUOUS,
  HF_ERROR_NOT_ALLOWED,
  HF_ERROR_WARNING,
  HF_ERROR_CONFLICT,
  HF_ERROR_PLAN,
  HF_ERROR_BUSY,
  HF_ERROR_FULL,
  HF_ERROR_CORRUPT,
  HF_ERROR_NEWER,
  HF_ERROR_READ_ONLY,
  HF_ERROR_MISSING,
  HF_ERROR_DATABASE,
} HfError;

GQuark hf_error_quark (void);

G_END_DECLS
