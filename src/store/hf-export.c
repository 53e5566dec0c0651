/* hf-export.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-export.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "hf-export-private.h"
#include "hf-office.h"

/* How often somebody who waits is told. */
#define PROGRESS_EVERY (200)

static const struct
{
  const char *ending;
  const HfExportFormat *format;
} kinds[] = {
  [HF_EXPORT_CSV] = { ".csv", &hf_export_csv },
  [HF_EXPORT_XLSX] = { ".xlsx", &hf_export_xlsx },
  [HF_EXPORT_VCARD] = { ".vcf", &hf_export_vcard },
  [HF_EXPORT_JSON] = { ".json", &hf_export_json },
};

/* As an import knows them again. */
static const char *const titles[HF_N_EXPORT_COLUMNS] = {
  [HF_EXPORT_NAME] = N_ ("Name"),           [HF_EXPORT_SEX] = N_ ("Sex"),
  [HF_EXPORT_PHONE] = N_ ("Phone"),         [HF_EXPORT_BIRTH] = N_ ("Birth date"),
  [HF_EXPORT_ADDRESS] = N_ ("Address"),     [HF_EXPORT_AREA] = N_ ("Area"),
  [HF_EXPORT_OWNER] = N_ ("Owner"),         [HF_EXPORT_CARD_TYPE] = N_ ("Card type"),
  [HF_EXPORT_TIER] = N_ ("Tier"),           [HF_EXPORT_STAGE] = N_ ("Stage"),
  [HF_EXPORT_TAGS] = N_ ("Tags"),           [HF_EXPORT_SOURCE] = N_ ("Source"),
  [HF_EXPORT_LAST] = N_ ("Last contact"),   [HF_EXPORT_NEXT] = N_ ("Next contact"),
  [HF_EXPORT_SUPPLY] = N_ ("Supply until"),
};

static const char *const keys[HF_N_EXPORT_COLUMNS] = {
  [HF_EXPORT_NAME] = "name",           [HF_EXPORT_SEX] = "sex",
  [HF_EXPORT_PHONE] = "phone",         [HF_EXPORT_BIRTH] = "birth",
  [HF_EXPORT_ADDRESS] = "address",     [HF_EXPORT_AREA] = "area",
  [HF_EXPORT_OWNER] = "owner",         [HF_EXPORT_CARD_TYPE] = "card_type",
  [HF_EXPORT_TIER] = "tier",           [HF_EXPORT_STAGE] = "stage",
  [HF_EXPORT_TAGS] = "tags",           [HF_EXPORT_SOURCE] = "source",
  [HF_EXPORT_LAST] = "last_contact",   [HF_EXPORT_NEXT] = "next_contact",
  [HF_EXPORT_SUPPLY] = "supply_until",
};

/**
 * hf_export_parse_kind:
 * @kind: (out): what the ending of @path asks for
 */
gboolean
hf_export_parse_kind (const char *path, HfExportKind *kind, GError **error)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_has_suffix (folded, kinds[i].ending))
        {
          *kind = (HfExportKind) i;
          return TRUE;
        }
    }
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("The file's name must end in .csv, .xlsx, .json or .vcf."));
  return FALSE;
}

/**
 * hf_command_note_export:
 *
 * Exports are a manager's, and are in the audit log, with whether numbers went out in full (ROLE-1,
 * PHONE-3). To be called before the file is written.
 */
gboolean
hf_command_note_export (HfDb *db, const HfActor *actor, const HfExport *request, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = g_path_get_basename (request->path);
  g_autofree char *detail = g_strdup_printf ("customers %u %s %s", request->customers->len,
                                             request->full_phone ? "full-phone" : "masked", name);

  return hf_actor_check_manager (actor, error) &&
         hf_operation_begin (&operation, db, actor, "export", error) &&
         hf_audit_write (db, actor, "export", "customer", 0, detail, error) &&
         hf_operation_commit (&operation, NULL, error);
}

static char *
dup_phones (HfDb *db, const HfCard *card, gboolean full, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!full)
    return g_strjoinv (" / ", card->phones);
  if (!hf_rows_open (&rows, db, HF_QUERY_PHONE_LIST, error, "l", card->id))
    return NULL;
  while (hf_rows_next (&rows, &local))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " / " : "", hf_rows_text (&rows, 0));
  if (local == NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static char *
dup_minute (HfMinute minute)
{
  return minute != HF_MINUTE_NONE ? hf_day_format (hf_minute_get_day (minute)) : g_strdup ("");
}

static const char *
get_sex (const HfCard *card)
{
  if (card->sex == NULL)
    return "";
  return g_str_equal (card->sex, "female") ? _ ("female") : _ ("male");
}

/* Health is not among it (CARD-3). */
static gboolean
write_card (HfDb *db,
            const HfExport *request,
            const HfExportFormat *format,
            gpointer file,
            gint64 id,
            GError **error)
{
  g_autoptr (HfCard) card = hf_card_load (db, id, error);
  g_autofree char *phones = card != NULL ? dup_phones (db, card, request->full_phone, error) : NULL;
  g_autofree char *birth = NULL;
  g_autofree char *stage = NULL;
  g_autofree char *tags = NULL;
  g_autofree char *last = NULL;
  g_autofree char *next = NULL;
  g_autofree char *supply = NULL;

  if (phones == NULL)
    return FALSE;
  birth = card->has_birth ? hf_yearly_date_format (&card->birth) : g_strdup ("");
  stage = card->stage >= 0 ? g_strdup_printf ("T%d", card->stage) : g_strdup ("");
  tags = g_strjoinv (" / ", card->tags);
  last = dup_minute (card->last_contact_at);
  next = dup_minute (card->next_due_at);
  supply = card->supply_until != HF_DAY_NONE ? hf_day_format (card->supply_until) : g_strdup ("");
  return format->row (file,
                      (const char *[HF_N_EXPORT_COLUMNS]){
                          card->name, get_sex (card), phones, birth, card->address, card->area,
                          card->owner != NULL ? card->owner : "",
                          hf_domain_get_label (HF_DOMAIN_CARD_TYPE, (int) card->card_type),
                          card->tier, stage, tags, card->source, last, next, supply },
                      error);
}

typedef struct
{
  HfDb *db;
  const HfExport *request;
} Job;

static gboolean
write_all (const HfExportFormat *format,
           gpointer file,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  const Job *job = data;
  const HfExport *request = job->request;

  for (guint i = 0; i < request->customers->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !write_card (job->db, request, format, file,
                       g_array_index (request->customers, gint64, i), error))
        return FALSE;
      if (request->progress != NULL && i % PROGRESS_EVERY == 0)
        request->progress (i, request->customers->len, request->data);
    }
  return TRUE;
}

static gboolean
set_file_error (const char *path, int number, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, HF_ERROR, number == ENOSPC ? HF_ERROR_FULL : HF_ERROR_READ_ONLY,
               _ ("“%s” cannot be written: %s. Choose another place."), shown, g_strerror (number));
  return FALSE;
}

/* Durable before it takes the place of what stood there. */
static gboolean
put_in_place (const char *temporary, const char *path, GError **error)
{
  int handle = g_open (temporary, O_RDONLY, 0);
  gboolean synced = handle >= 0 && fsync (handle) == 0;

  if (handle >= 0)
    close (handle);
  if (synced && g_rename (temporary, path) == 0)
    return TRUE;
  return set_file_error (path, errno, error);
}

/* Readable by its owner alone: there are names and addresses in it. */
static char *
create_temporary (const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int handle = g_mkstemp (temporary);

  if (handle < 0)
    {
      set_file_error (path, errno, error);
      return NULL;
    }
  close (handle);
  return g_steal_pointer (&temporary);
}

/**
 * hf_export_write_file:
 * @path: whose ending says how
 *
 * Not for the main thread. The file appears under its name once it is whole; cancelled or failed,
 * nothing of it stays.
 */
gboolean
hf_export_write_file (const char *path,
                      const HfExportSheet *sheet,
                      HfExportFunc func,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *temporary = NULL;
  const HfExportFormat *format;
  HfExportKind kind;
  gpointer file;
  gboolean written;

  if (!hf_export_parse_kind (path, &kind, error))
    return FALSE;
  temporary = create_temporary (path, error);
  if (temporary == NULL)
    return FALSE;
  format = kinds[kind].format;
  file = format->begin (temporary, sheet, error);
  written = file != NULL && func (format, file, data, cancellable, error);
  /* What went wrong first is what is told. */
  if (file != NULL)
    written = format->finish (file, written, written ? error : NULL) && written;
  if (written && put_in_place (temporary, path, error))
    return TRUE;
  g_unlink (temporary);
  return FALSE;
}

/**
 * hf_export_write_customers:
 *
 * As hf_export_write_file().
 */
gboolean
hf_export_write_customers (HfDb *db,
                           const HfExport *request,
                           GCancellable *cancellable,
                           GError **error)
{
  const char *shown[HF_N_EXPORT_COLUMNS];
  const HfExportSheet sheet = { shown, keys, HF_N_EXPORT_COLUMNS };
  Job job = { db, request };

  for (int i = 0; i < HF_N_EXPORT_COLUMNS; i++)
    shown[i] = _ (titles[i]);
  return hf_export_write_file (request->path, &sheet, write_all, &job, cancellable, error);
}
