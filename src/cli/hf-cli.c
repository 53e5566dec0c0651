/* hf-cli.c: from the words typed to a command
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-locale.h"
#include "hf-lookup.h"
#include "hf-office.h"

static const HfCliCommand *const commands[] = {
  &hf_cli_init,
  &hf_cli_sample,
  &hf_cli_staff_add,
  &hf_cli_staff_list,
  &hf_cli_product_add,
  &hf_cli_product_list,
  &hf_cli_customer_add,
  &hf_cli_customer_set,
  &hf_cli_customer_show,
  &hf_cli_customer_export,
  &hf_cli_customer_erase,
  &hf_cli_duplicates_list,
  &hf_cli_duplicates_merge,
  &hf_cli_duplicates_different,
  &hf_cli_find,
  &hf_cli_purchase_add,
  &hf_cli_import,
  &hf_cli_export_customers,
  &hf_cli_export_complaints,
  &hf_cli_export_visits,
  &hf_cli_export_follow_ups,
  &hf_cli_export_tiers,
  &hf_cli_export_calendar,
  &hf_cli_hand_over,
  &hf_cli_segment_list,
  &hf_cli_segment_save,
  &hf_cli_segment_delete,

  &hf_cli_enrol,
  &hf_cli_stop,
  &hf_cli_sale_window,
  &hf_cli_due,
  &hf_cli_project,
  &hf_cli_visit_log,
  &hf_cli_follow_up_done,
  &hf_cli_follow_up_snooze,
  &hf_cli_follow_up_reschedule,
  &hf_cli_follow_up_skip,
  &hf_cli_follow_up_spread,
  &hf_cli_week_list,
  &hf_cli_week_plan,
  &hf_cli_week_result,
  &hf_cli_week_report,
  &hf_cli_engine_run,
  &hf_cli_undo,
  &hf_cli_redo,
  &hf_cli_history,
  &hf_cli_plans_list,
  &hf_cli_plans_check,
  &hf_cli_plans_use,
  &hf_cli_tier_explain,
  &hf_cli_tier_observe,
  &hf_cli_tier_set,
  &hf_cli_report_tiers,
  &hf_cli_recovery_list,
  &hf_cli_text_list,
  &hf_cli_text_set,
  &hf_cli_text_check,
  &hf_cli_text_forbid,
  &hf_cli_complaint_open,
  &hf_cli_complaint_move,
  &hf_cli_complaint_wait,
  &hf_cli_complaint_list,
  &hf_cli_complaint_edit,
  &hf_cli_complaint_note,
  &hf_cli_complaint_apologise,
  &hf_cli_complaint_escalate,
  &hf_cli_complaint_withdraw,
  &hf_cli_complaint_enquiry,
  &hf_cli_complaint_enquiry_answered,
  &hf_cli_complaint_export,
  &hf_cli_referral_add,
  &hf_cli_referral_move,
  &hf_cli_referral_list,
  &hf_cli_event_add,
  &hf_cli_event_invite,
  &hf_cli_event_reply,
  &hf_cli_event_attend,
  &hf_cli_event_list,
  &hf_cli_return_open,
  &hf_cli_return_insist,
  &hf_cli_return_move,
  &hf_cli_return_list,
  &hf_cli_return_stock,
  &hf_cli_adverse_open,
  &hf_cli_adverse_close,
  &hf_cli_adverse_list,
  &hf_cli_adverse_report,
  &hf_cli_recovery_act,
  &hf_cli_incident_open,
  &hf_cli_incident_list,
  &hf_cli_incident_tick,
  &hf_cli_incident_warn,
  &hf_cli_incident_close,
  &hf_cli_incident_leaks,
  &hf_cli_incident_verify,
  &hf_cli_greeting_start,
  &hf_cli_greeting_list,
  &hf_cli_greeting_show,
  &hf_cli_greeting_done,
  &hf_cli_greeting_skip,
  &hf_cli_greeting_word,
  &hf_cli_holidays_import,
  &hf_cli_holidays_list,
  &hf_cli_lunar,
  &hf_cli_check,
  &hf_cli_backup,
};

typedef struct
{
  char *database;
  char *now;
  char *as;
  gboolean json;
  gboolean version;
} Globals;

static GOptionGroup *
make_globals (Globals *globals, gboolean with_version)
{
  GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &globals->database,
      N_ ("The database; by default the branch's own"), N_ ("FILE") },
    { "now", 0, 0, G_OPTION_ARG_STRING, &globals->now,
      N_ ("Act as if it were this time on the office's clock"), "YYYY-MM-DDTHH:MM" },
    { "as", 0, 0, G_OPTION_ARG_STRING, &globals->as, N_ ("Act as this member of staff"),
      N_ ("STAFF") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &globals->json, N_ ("Answer with one JSON document"), NULL },
    { "version", 0, with_version ? 0 : G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &globals->version,
      N_ ("Say which version this is"), NULL },
    { NULL },
  };
  GOptionGroup *group =
      g_option_group_new ("global", _ ("For every command"), _ ("Show them"), NULL, NULL);

  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);
  return group;
}

static gboolean
is_command (const HfCliCommand *command, char **words, int *n_words)
{
  g_auto (GStrv) parts = g_strsplit (command->name, " ", -1);
  int n = 0;

  for (; parts[n] != NULL; n++)
    {
      if (words[n] == NULL || strcmp (words[n], parts[n]) != 0)
        return FALSE;
    }
  *n_words = n;
  return TRUE;
}

static const HfCliCommand *
find_command (char **words, int *n_words)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (is_command (commands[i], words, n_words))
      return commands[i];
  return NULL;
}

static char *
make_description (void)
{
  GString *text = g_string_new (_ ("Commands:\n"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-22s %s\n", commands[i]->name, _ (commands[i]->summary));
  g_string_append (text, _ ("\n“huifangctl COMMAND --help” tells more about each."));
  return g_string_free (text, FALSE);
}

static gboolean
parse_globals (Globals *globals, int *argc, char ***argv, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("COMMAND …"));
  g_autofree char *description = make_description ();

  g_option_context_set_summary (
      context, _ ("Everything that Huifang does, from a terminal. Days and times are those of the "
                  "office's clock."));
  g_option_context_set_description (context, description);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_main_group (context, make_globals (globals, TRUE));
  return g_option_context_parse (context, argc, argv, error);
}

/* The options that stand for every command may also come after it. */
static gboolean
parse_command (
    const HfCliCommand *command, Globals *globals, int *argc, char ***argv, GError **error)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", command->name, command->arguments);
  g_autoptr (GOptionContext) context = g_option_context_new (usage);

  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (command->entries != NULL)
    g_option_context_add_main_entries (context, command->entries, GETTEXT_PACKAGE);
  g_option_context_add_group (context, make_globals (globals, FALSE));
  return g_option_context_parse (context, argc, argv, error);
}

static int
fail_usage (const char *message)
{
  g_printerr ("huifangctl: %s\n%s\n", message, _ ("“huifangctl --help” shows how it is used."));
  return HF_EXIT_USAGE;
}

static gboolean
take_globals (HfCli *cli, Globals *globals, GError **error)
{
  cli->json = globals->json;
  cli->database =
      globals->database != NULL ? g_steal_pointer (&globals->database) : hf_db_dup_default_path ();
  cli->as = g_steal_pointer (&globals->as);
  cli->now = HF_MINUTE_NONE;
  return globals->now == NULL || hf_minute_parse (globals->now, &cli->now, error);
}

static gboolean
open_branch (HfCli *cli, const HfCliCommand *command, GError **error)
{
  gint64 staff = 0;

  if (command->mode & HF_CLI_NO_DATABASE)
    return TRUE;
  cli->db = hf_db_open (cli->database, command->mode, error);
  return cli->db != NULL &&
         (cli->as == NULL || hf_lookup (cli->db, HF_LOOKUP_STAFF, cli->as, &staff, error)) &&
         hf_actor_init (&cli->actor, cli->db, staff, cli->now, error);
}

static int
run (const HfCliCommand *command, Globals *globals, char **words)
{
  HfCli cli = { 0 };
  g_autoptr (GError) error = NULL;
  JsonNode *node = NULL;
  int code;

  if (take_globals (&cli, globals, &error) && open_branch (&cli, command, &error))
    node = command->run (&cli, words, &error);
  if (node != NULL)
    {
      hf_cli_print (&cli, node);
      json_node_unref (node);
    }
  code = error != NULL ? hf_cli_report (&cli, error) : (int) cli.exit;
  hf_db_close (cli.db);
  g_free (cli.database);
  g_free (cli.as);
  return code;
}

/* Of a word that begins several commands, such as `visit`, the commands. */
static char *
list_commands (const char *word)
{
  g_autofree char *prefix = g_strconcat (word, " ", NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_has_prefix (commands[i]->name, prefix))
      g_string_append_printf (text, "  huifangctl %s %s\n      %s\n", commands[i]->name,
                              commands[i]->arguments, _ (commands[i]->summary));
  return g_string_free (text, FALSE);
}

static int
fail_unknown (int argc, char **argv)
{
  g_autofree char *list = list_commands (argv[1]);
  g_autofree char *message = NULL;

  if (*list == '\0')
    message = g_strdup_printf (_ ("there is no command “%s”"), argv[1]);
  else if (argc == 3 && (strcmp (argv[2], "--help") == 0 || strcmp (argv[2], "-h") == 0 ||
                         strcmp (argv[2], "--help-all") == 0))
    {
      g_print ("%s\n%s", _ ("Commands:"), list);
      return HF_EXIT_DONE;
    }
  else
    {
      message = argc == 2 ? g_strdup_printf (_ ("“%s” needs a second word"), argv[1])
                          : g_strdup_printf (_ ("there is no command “%s %s”"), argv[1], argv[2]);
      g_printerr ("huifangctl: %s\n%s", message, list);
      return HF_EXIT_USAGE;
    }
  return fail_usage (message);
}

static int
dispatch (int argc, char **argv, Globals *globals)
{
  const HfCliCommand *command;
  g_autoptr (GError) error = NULL;
  int n_words = 0;

  if (argc < 2)
    return fail_usage (_ ("say what to do"));
  command = find_command (argv + 1, &n_words);
  if (command == NULL)
    return fail_unknown (argc, argv);
  argv[n_words] = argv[0];
  argv += n_words;
  argc -= n_words;
  if (!parse_command (command, globals, &argc, &argv, &error))
    return fail_usage (error->message);
  if (argc - 1 < command->least || (command->most >= 0 && argc - 1 > command->most))
    {
      g_autofree char *message = g_strdup_printf (_ ("this is used as: huifangctl %s %s"),
                                                  command->name, command->arguments);

      return fail_usage (message);
    }
  return run (command, globals, argv + 1);
}

/**
 * hf_cli_main:
 *
 * Returns: the exit code of the contract
 */
int
hf_cli_main (int argc, char *argv[])
{
  Globals globals = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char **arguments = NULL;
  g_auto (GStrv) copy = NULL;
  int code;

  hf_locale_init ();
  g_set_prgname ("huifangctl");

  copy = g_strdupv (argv);
  arguments = g_memdup2 (copy, sizeof (char *) * (gsize) (argc + 1));
  if (!parse_globals (&globals, &argc, &arguments, &error))
    code = fail_usage (error->message);
  else if (globals.version)
    {
      g_print ("huifangctl %s\n", HF_VERSION);
      code = HF_EXIT_DONE;
    }
  else
    code = dispatch (argc, arguments, &globals);
  g_free (globals.database);
  g_free (globals.now);
  g_free (globals.as);
  return code;
}
