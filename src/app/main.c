/* main.c: the front end
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-application.h"

int
main (int argc, char *argv[])
{
  return hf_application_run (argc, argv);
}
