/* hf-process.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-process.h"

#include <string.h>
#include <unistd.h>

/* Numbers of processes come again; together with the boot and the moment of its start one is
 * unique. */

static char *
dup_boot (void)
{
  g_autofree char *boot = NULL;

  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL))
    return g_strdup ("-");
  return g_strdup (g_strchomp (boot));
}

/* The 22nd field of /proc/PID/stat, counted behind the name, which may hold anything. */
static char *
dup_start (int pid)
{
  const int start_field_behind_name = 20;
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;
  const char *behind;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (behind = strrchr (text, ')')) == NULL)
    return NULL;
  fields = g_strsplit (behind + 1, " ", -1);
  return g_strv_length (fields) > (guint) start_field_behind_name
             ? g_strdup (fields[start_field_behind_name])
             : NULL;
}

static char *
format_name (int pid)
{
  g_autofree char *boot = dup_boot ();
  g_autofree char *start = dup_start (pid);

  return start != NULL ? g_strdup_printf ("%s:%d:%s", boot, pid, start) : NULL;
}

/**
 * hf_process_dup_name:
 *
 * Returns: (transfer full): a name for this process that no other ever has
 */
char *
hf_process_dup_name (void)
{
  char *name = format_name (getpid ());

  return name != NULL ? name : g_uuid_string_random ();
}

/**
 * hf_process_runs:
 * @name: (nullable): from hf_process_dup_name(), of any process
 */
gboolean
hf_process_runs (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name != NULL ? name : "", ":", -1);
  g_autofree char *now = NULL;

  if (g_strv_length (parts) != 3)
    return FALSE;
  now = format_name ((int) g_ascii_strtoll (parts[1], NULL, 10));
  return g_strcmp0 (now, name) == 0;
}
