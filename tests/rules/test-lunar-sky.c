/* test-lunar-sky.c: the table of the Chinese calendar against the sky, day by day
 *
 * A source of its own, which the table was not made from: new moons after Meeus, Astronomical
 * Algorithms, chapter 49 (good to some seconds, at most 20), the sun's place by the largest terms
 * of VSOP87 (its Appendix III; good to about a minute of time), months by the rule of GB/T 33661:
 * month 11 has the winter solstice; where 13 months lie between two of them, the first one without
 * a principal term is the leap month. Months before 1929 go by Beijing's local mean time
 * (UTC+7:45:40), as they were published then; solar terms go by UTC+8 throughout.
 *
 * What it finds: of 72,684 days from 1901 to 2099 only two lunar months differ, see “known” below;
 * of 4,824 solar terms from 1900 to 2100 one (Winter Solstice 1951, eight seconds from midnight).
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "hf-lunar.h"

#define J2000            (2451545.0)
#define JULIAN_UNIX      (2440587.5)
#define SECONDS          (86400.0)
#define RADIANS(degrees) ((degrees) *G_PI / 180.0)

/* Where a term is nearer to midnight than this, the day is not for this source to say. */
#define SUN_SURE          (90.0 / SECONDS)

#define FIRST_YEAR        (1900)
#define LAST_YEAR         (2100)

#define BEIJING_MEAN_TIME (7 * 3600 + 45 * 60 + 40)
#define STANDARD_TIME     (8 * 3600)

typedef struct
{
  double a;
  double b;
  double c;
} Term;

static double
polynomial (double x, const double *factors, guint n)
{
  double sum = 0;

  while (n-- > 0)
    sum = sum * x + factors[n];
  return sum;
}

#define POLYNOMIAL(x, ...)                        \
  polynomial (x, (const double[]){ __VA_ARGS__ }, \
              sizeof ((const double[]){ __VA_ARGS__ }) / sizeof (double))

/* Earth's time less the clock of the stars, in seconds; after Espenak and Meeus. */
static double
get_delta_t (double year)
{
  if (year < 1920)
    return POLYNOMIAL (year - 1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197);
  if (year < 1941)
    return POLYNOMIAL (year - 1920, 21.20, 0.84493, -0.076100, 0.0020936);
  if (year < 1961)
    return POLYNOMIAL (year - 1950, 29.07, 0.407, -1 / 233.0, 1 / 2547.0);
  if (year < 1986)
    return POLYNOMIAL (year - 1975, 45.45, 1.067, -1 / 260.0, -1 / 718.0);
  if (year < 2005)
    return POLYNOMIAL (year - 2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814,
                       0.00002373599);
  if (year < 2050)
    return POLYNOMIAL (year - 2000, 62.92, 0.32217, 0.005589);
  return -20 + 32 * pow ((year - 1820) / 100, 2) - 0.5628 * (2150 - year);
}

/* Days since 1970-01-01 in the civil time of China, with the time of day. */
static double
to_china (double dynamical, gboolean as_published)
{
  double year = 2000 + (dynamical - J2000) / 365.25;
  double universal = dynamical - JULIAN_UNIX - get_delta_t (year) / SECONDS;
  gboolean old = as_published && universal < (double) hf_day_from_ymd (1929, 1, 1);

  return universal + (old ? BEIJING_MEAN_TIME : STANDARD_TIME) / SECONDS;
}

/* Periodic terms of a new moon: factor, power of E, and the multiples of M, M', F and Ω. */
static const struct
{
  double factor;
  int e, m, moon, f, omega;
} moon_terms[] = {
  { -0.40720, 0, 0, 1, 0, 0 }, { 0.17241, 1, 1, 0, 0, 0 },    { 0.01608, 0, 0, 2, 0, 0 },
  { 0.01039, 0, 0, 0, 2, 0 },  { 0.00739, 1, -1, 1, 0, 0 },   { -0.00514, 1, 1, 1, 0, 0 },
  { 0.00208, 2, 2, 0, 0, 0 },  { -0.00111, 0, 0, 1, -2, 0 },  { -0.00057, 0, 0, 1, 2, 0 },
  { 0.00056, 1, 1, 2, 0, 0 },  { -0.00042, 0, 0, 3, 0, 0 },   { 0.00042, 1, 1, 0, 2, 0 },
  { 0.00038, 1, 1, 0, -2, 0 }, { -0.00024, 1, -1, 2, 0, 0 },  { -0.00017, 0, 0, 0, 0, 1 },
  { -0.00007, 0, 2, 1, 0, 0 }, { 0.00004, 0, 0, 2, -2, 0 },   { 0.00004, 0, 3, 0, 0, 0 },
  { 0.00003, 0, 1, 1, -2, 0 }, { 0.00003, 0, 0, 2, 2, 0 },    { -0.00003, 0, 1, 1, 2, 0 },
  { 0.00003, 0, -1, 1, 2, 0 }, { -0.00002, 0, -1, 1, -2, 0 }, { -0.00002, 0, 1, 3, 0, 0 },
  { 0.00002, 0, 0, 4, 0, 0 },
};

/* The planets' pull: millionths of a day, degrees at k = 0, degrees a month. */
static const Term planet_terms[] = {
  { 325, 299.77, 0.107408 },  { 165, 251.88, 0.016321 }, { 164, 251.83, 26.651886 },
  { 126, 349.42, 36.412478 }, { 110, 84.66, 18.206239 }, { 62, 141.74, 53.303771 },
  { 60, 207.14, 2.453732 },   { 56, 154.84, 7.306860 },  { 47, 34.52, 27.261239 },
  { 42, 207.19, 0.121824 },   { 40, 291.34, 1.844379 },  { 37, 161.72, 24.198154 },
  { 35, 239.56, 25.513099 },  { 23, 331.55, 3.592518 },
};

/* @k: new moons since the one of 6 January 2000 */
static double
get_new_moon (int k)
{
  double t = k / 1236.85;
  double day = 2451550.09766 + 29.530588861 * k +
               POLYNOMIAL (t, 0, 0, 0.00015437, -0.000000150, 0.00000000073);
  double e = POLYNOMIAL (t, 1, -0.002516, -0.0000074);
  double m = 2.5534 + 29.10535670 * k + POLYNOMIAL (t, 0, 0, -0.0000014, -0.00000011);
  double moon =
      201.5643 + 385.81693528 * k + POLYNOMIAL (t, 0, 0, 0.0107582, 0.00001238, -0.000000058);
  double f =
      160.7108 + 390.67050284 * k + POLYNOMIAL (t, 0, 0, -0.0016118, -0.00000227, 0.000000011);
  double omega = 124.7746 - 1.56375588 * k + POLYNOMIAL (t, 0, 0, 0.0020672, 0.00000215);

  for (guint i = 0; i < G_N_ELEMENTS (moon_terms); i++)
    day += moon_terms[i].factor * pow (e, moon_terms[i].e) *
           sin (RADIANS (moon_terms[i].m * m + moon_terms[i].moon * moon + moon_terms[i].f * f +
                         moon_terms[i].omega * omega));
  for (guint i = 0; i < G_N_ELEMENTS (planet_terms); i++)
    day +=
        planet_terms[i].a * 1e-6 *
        sin (RADIANS (planet_terms[i].b + planet_terms[i].c * k - (i == 0 ? 0.009173 * t * t : 0)));
  return to_china (day, TRUE);
}

/* Hundred-millionths of a radian, radians, radians in a thousand years. */
static const Term l0[] = {
  { 175347046, 0, 0 },
  { 3341656, 4.6692568, 6283.0758500 },
  { 34894, 4.62610, 12566.1517 },
  { 3497, 2.7441, 5753.3849 },
  { 3418, 2.8289, 3.5231 },
  { 3136, 3.6277, 77713.7715 },
  { 2676, 4.4181, 7860.4194 },
  { 2343, 6.1352, 3930.2097 },
  { 1324, 0.7425, 11506.7698 },
  { 1273, 2.0371, 529.6910 },
  { 1199, 1.1096, 1577.3435 },
  { 990, 5.233, 5884.927 },
  { 902, 2.045, 26.298 },
  { 857, 3.508, 398.149 },
  { 780, 1.179, 5223.694 },
  { 753, 2.533, 5507.553 },
  { 505, 4.583, 18849.228 },
  { 492, 4.205, 775.523 },
  { 357, 2.920, 0.067 },
  { 317, 5.849, 11790.629 },
  { 284, 1.899, 796.298 },
  { 271, 0.315, 10977.079 },
  { 243, 0.345, 5486.778 },
  { 206, 4.806, 2544.314 },
  { 205, 1.869, 5573.143 },
  { 202, 2.458, 6069.777 },
  { 156, 0.833, 213.299 },
  { 132, 3.411, 2942.463 },
  { 126, 1.083, 20.775 },
  { 115, 0.645, 0.980 },
  { 103, 0.636, 4694.003 },
  { 102, 0.976, 15720.839 },
  { 102, 4.267, 7.114 },
  { 99, 6.21, 2146.17 },
  { 98, 0.68, 155.42 },
};
static const Term l1[] = {
  { 628331966747, 0, 0 },       { 206059, 2.678235, 6283.075850 },
  { 4303, 2.6351, 12566.1517 }, { 425, 1.590, 3.523 },
  { 119, 5.796, 26.298 },       { 109, 2.966, 1577.344 },
  { 93, 2.59, 18849.23 },       { 72, 1.14, 529.69 },
  { 68, 1.87, 398.15 },         { 67, 4.41, 5507.55 },
  { 59, 2.89, 5223.69 },        { 56, 2.17, 155.42 },
};
static const Term l2[] = { { 52919, 0, 0 },
                           { 8720, 1.0721, 6283.0758 },
                           { 309, 0.867, 12566.152 } };
static const Term l3[] = { { 289, 5.844, 6283.076 }, { 35, 0, 0 } };

static double
sum_terms (const Term *terms, guint n, double tau)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += terms[i].a * cos (terms[i].b + terms[i].c * tau);
  return sum;
}

/* The sun's apparent longitude in degrees: the Earth's place turned round, aberration, nutation. */
static double
get_sun (double day)
{
  double tau = (day - J2000) / 365250;
  double t = tau * 10;
  double earth = sum_terms (l0, G_N_ELEMENTS (l0), tau) +
                 tau * (sum_terms (l1, G_N_ELEMENTS (l1), tau) +
                        tau * (sum_terms (l2, G_N_ELEMENTS (l2), tau) +
                               tau * sum_terms (l3, G_N_ELEMENTS (l3), tau)));
  double anomaly = RADIANS (357.52911 + 35999.05029 * t);
  double distance = 1.00014 - 0.01671 * cos (anomaly) - 0.00014 * cos (2 * anomaly);
  double omega = RADIANS (125.04452 - 1934.136261 * t);
  double sun = RADIANS (280.4665 + 36000.7698 * t);
  double moon = RADIANS (218.3165 + 481267.8813 * t);
  double nutation =
      -17.20 * sin (omega) - 1.32 * sin (2 * sun) - 0.23 * sin (2 * moon) + 0.21 * sin (2 * omega);

  return earth * 1e-8 * 180 / G_PI + 180 + (nutation - 0.0903 - 20.4898 / distance) / 3600;
}

/* @term: 0 for Minor Cold, at 285 degrees, in January of @year */
static double
get_solar_term (int year, int term)
{
  double wanted = fmod (285 + 15 * term, 360);
  double day = JULIAN_UNIX + (double) hf_day_from_ymd (year, 1, 6) + 15.22 * term;

  for (int i = 0; i < 6; i++)
    day += 365.2422 / 360 * remainder (wanted - get_sun (day), 360);
  return to_china (day, FALSE);
}

static void
test_solar_terms (void)
{
  int other = 0;

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    for (int term = 0; term < 24; term++)
      {
        double moment = get_solar_term (year, term);

        if ((HfDay) floor (moment) == hf_solar_term_get_day (year, term))
          continue;
        other++;
        g_assert_cmpfloat (fabs (moment - round (moment)), <, SUN_SURE);
      }
  g_assert_cmpint (other, <=, 1);
}

/* The eleventh month has the Winter Solstice, the last of the twelve principal terms. */
#define SOLSTICE (11)

/* One lunar month as the sky has it. */
typedef struct
{
  HfDay first;
  gboolean has_term; /* a principal term: every second one of the 24 */
  gboolean has_solstice;
  int number;
  gboolean leap;
} Month;

static void
find_principal_term (Month *month, HfDay end)
{
  int from, to;

  hf_day_to_ymd (month->first, &from, NULL, NULL);
  hf_day_to_ymd (end, &to, NULL, NULL);
  for (int year = from; year <= to; year++)
    for (int i = 0; i < 12; i++)
      {
        HfDay day = (HfDay) floor (get_solar_term (year, 2 * i + 1));

        if (day < month->first || day >= end)
          continue;
        month->has_term = TRUE;
        month->has_solstice |= i == SOLSTICE;
      }
}

/* Months from the eleventh of one year to that of the next: with 13 of them one is a leap month. */
static void
number_months (Month *months, guint n)
{
  gboolean has_leap = n == 13;
  int number = 11;

  months[0].number = number;
  for (guint i = 1; i < n; i++)
    {
      months[i].leap = has_leap && !months[i].has_term;
      has_leap = has_leap && !months[i].leap;
      number = months[i].leap ? number : number % 12 + 1;
      months[i].number = number;
    }
}

static GArray *
create_months (void)
{
  GArray *months = g_array_new (FALSE, TRUE, sizeof (Month));
  guint last = 0;

  for (int k = -1250; k <= 1260; k++)
    {
      Month month = { .first = (HfDay) floor (get_new_moon (k)) };

      find_principal_term (&month, (HfDay) floor (get_new_moon (k + 1)));
      g_array_append_val (months, month);
      if (!month.has_solstice)
        continue;
      if (g_array_index (months, Month, last).has_solstice)
        number_months (&g_array_index (months, Month, last), months->len - 1 - last);
      last = months->len - 1;
    }
  return months;
}

/* Lunar months that the table has otherwise, with the reason. */
static const struct
{
  const char *from;
  const char *to;
} known[] = {
  /* The new moon was eight minutes before midnight; the calendars of that time say 24 April. */
  { "1906-04-23", "1906-05-22" },
  /* Two seconds from midnight: nobody knows yet. */
  { "2057-09-28", "2057-10-27" },
};

static gboolean
is_known (HfDay day)
{
  g_autofree char *text = hf_day_format (day);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strcmp0 (text, known[i].from) >= 0 && g_strcmp0 (text, known[i].to) <= 0)
      return TRUE;
  return FALSE;
}

static void
check_day (const Month *month, HfDay day)
{
  HfLunarDate date;

  g_assert_true (hf_lunar_from_day (day, &date));
  if (is_known (day))
    return;
  g_assert_cmpint (date.month, ==, month->number);
  g_assert_cmpint (date.leap, ==, month->leap);
  g_assert_cmpint (date.day, ==, day - month->first + 1);
}

static void
test_every_day (void)
{
  g_autoptr (GArray) months = create_months ();
  HfDay first = hf_day_from_ymd (1901, 1, 1);
  HfDay last = hf_day_from_ymd (2099, 12, 31);
  int n = 0;

  for (guint i = 0; i + 1 < months->len; i++)
    {
      const Month *month = &g_array_index (months, Month, i);
      HfDay end = g_array_index (months, Month, i + 1).first;

      for (HfDay day = MAX (month->first, first); day < MIN (end, last + 1); day++, n++)
        check_day (month, day);
    }
  g_assert_cmpint (n, ==, 72684);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lunar-sky/CAL-3/solar-terms", test_solar_terms);
  g_test_add_func ("/lunar-sky/CAL-3/every-day", test_every_day);
  return g_test_run ();
}
