/* main.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reminders-main.h"

int
main (int argc, char *argv[])
{
  return hf_reminders_main (argc, argv);
}
