/* hf-locale.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-locale.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

/**
 * hf_locale_init:
 *
 * First of all in each program: the person's language, translations, and UTF-8 whatever the locale:
 * names are Chinese also on a console that nobody told so. `HUIFANG_LOCALEDIR` names translations
 * that are not installed.
 */
void
hf_locale_init (void)
{
  const char *folder = g_getenv ("HUIFANG_LOCALEDIR");

  setlocale (LC_ALL, "");
  if (strcmp (nl_langinfo (CODESET), "UTF-8") != 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
