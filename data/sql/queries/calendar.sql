-- The calendar (CAL-1). Of each day only what is shown is read; how many there are stands in day_count.
-- In all of them: ?1 the day (or the first), ?2 whose (NULL: nobody's), ?3 area, ?4 channel, ?5 plan, ?6 tier, NULL or 0 for any.

-- Open follow-ups of day ?1. Greetings are shown as rounds, deadlines of complaints as such.
-- name: calendar-open
SELECT f.id, f.customer_id, f.staff_id, c.name, c.tier, c.stage, f.ways, f.kind, f.due_at, f.agreed_at, f.visit_order,
       c.area, c.address
  FROM follow_up f INDEXED BY follow_up_open_due CROSS JOIN customer c ON c.id = f.customer_id
 WHERE f.state = 'open' AND f.due_at >= ?1 * 1440 AND f.due_at < (?1 + 1) * 1440 AND f.kind NOT IN ('complaint', 'greeting')
   AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR f.ways >= ?4 || ':' AND f.ways < ?4 || ';')
   AND (?5 = 0 OR EXISTS (SELECT 1 FROM enrolment e WHERE e.id = f.enrolment_id AND e.plan_id = ?5))
   AND (?6 IS NULL OR c.tier = ?6)
 ORDER BY f.due_at, f.id LIMIT ?7

-- name: calendar-open-of-staff
SELECT f.id, f.customer_id, f.staff_id, c.name, c.tier, c.stage, f.ways, f.kind, f.due_at, f.agreed_at, f.visit_order,
       c.area, c.address
  FROM follow_up f INDEXED BY follow_up_open_staff CROSS JOIN customer c ON c.id = f.customer_id
 WHERE f.state = 'open' AND f.staff_id IS ?2 AND f.due_at >= ?1 * 1440 AND f.due_at < (?1 + 1) * 1440
   AND f.kind NOT IN ('complaint', 'greeting')
   AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR f.ways >= ?4 || ':' AND f.ways < ?4 || ';')
   AND (?5 = 0 OR EXISTS (SELECT 1 FROM enrolment e WHERE e.id = f.enrolment_id AND e.plan_id = ?5))
   AND (?6 IS NULL OR c.tier = ?6)
 ORDER BY f.due_at, f.id LIMIT ?7

-- The same, found among the first ?8 of the day: shown until the whole day has been searched.
-- name: calendar-open-near
SELECT f.id, f.customer_id, f.staff_id, c.name, c.tier, c.stage, f.ways, f.kind, f.due_at, f.agreed_at, f.visit_order,
       c.area, c.address
  FROM (SELECT * FROM follow_up INDEXED BY follow_up_open_due
         WHERE state = 'open' AND due_at >= ?1 * 1440 AND due_at < (?1 + 1) * 1440 ORDER BY due_at, id LIMIT ?8) f
 CROSS JOIN customer c ON c.id = f.customer_id
 WHERE f.kind NOT IN ('complaint', 'greeting')
   AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR f.ways >= ?4 || ':' AND f.ways < ?4 || ';')
   AND (?5 = 0 OR EXISTS (SELECT 1 FROM enrolment e WHERE e.id = f.enrolment_id AND e.plan_id = ?5))
   AND (?6 IS NULL OR c.tier = ?6)
 ORDER BY f.due_at, f.id LIMIT ?7

-- name: calendar-visits-near
SELECT v.id, v.customer_id, v.staff_id, c.name, c.tier, c.stage, v.channel, v.outcome, v.started_at, v.minutes, c.area, c.address
  FROM (SELECT * FROM visit INDEXED BY visit_time
         WHERE started_at >= ?1 * 1440 AND started_at < (?1 + 1) * 1440 ORDER BY started_at, id LIMIT ?8) v
 CROSS JOIN customer c ON c.id = v.customer_id
 WHERE (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR v.channel = ?4)
   AND (?6 IS NULL OR c.tier = ?6)
   AND (?5 = 0 OR EXISTS (SELECT 1 FROM follow_up f JOIN enrolment e ON e.id = f.enrolment_id
                           WHERE f.visit_id = v.id AND e.plan_id = ?5))
 ORDER BY v.started_at, v.id LIMIT ?7

-- What waits until a complaint or an adverse reaction is closed, on the days ?1 to ?7 (SCHED-5); ?2 whose, 0 for everybody's.
-- name: calendar-paused
SELECT f.id, f.customer_id, f.staff_id, c.name, c.tier, c.stage, f.ways, f.kind, f.due_at, f.agreed_at, f.visit_order,
       c.area, c.address
  FROM follow_up f INDEXED BY follow_up_paused CROSS JOIN customer c ON c.id = f.customer_id
 WHERE f.state = 'paused' AND f.due_at >= ?1 * 1440 AND f.due_at < (?7 + 1) * 1440
   AND (?2 = 0 OR coalesce (f.staff_id, 0) = max (?2, 0))
   AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR f.ways >= ?4 || ':' AND f.ways < ?4 || ';')
   AND (?5 = 0 OR EXISTS (SELECT 1 FROM enrolment e WHERE e.id = f.enrolment_id AND e.plan_id = ?5))
   AND (?6 IS NULL OR c.tier = ?6)
 ORDER BY f.due_at, f.id LIMIT ?8

-- Visits of day ?1; of a plan those that did one of its follow-ups.
-- name: calendar-visits
SELECT v.id, v.customer_id, v.staff_id, c.name, c.tier, c.stage, v.channel, v.outcome, v.started_at, v.minutes, c.area, c.address
  FROM visit v INDEXED BY visit_time CROSS JOIN customer c ON c.id = v.customer_id
 WHERE v.started_at >= ?1 * 1440 AND v.started_at < (?1 + 1) * 1440
   AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR v.channel = ?4) AND (?6 IS NULL OR c.tier = ?6)
   AND (?5 = 0 OR EXISTS (SELECT 1 FROM follow_up f JOIN enrolment e ON e.id = f.enrolment_id
                           WHERE f.visit_id = v.id AND e.plan_id = ?5))
 ORDER BY v.started_at, v.id LIMIT ?7

-- name: calendar-visits-of-staff
SELECT v.id, v.customer_id, v.staff_id, c.name, c.tier, c.stage, v.channel, v.outcome, v.started_at, v.minutes, c.area, c.address
  FROM visit v INDEXED BY visit_staff_time CROSS JOIN customer c ON c.id = v.customer_id
 WHERE v.staff_id IS ?2 AND v.started_at >= ?1 * 1440 AND v.started_at < (?1 + 1) * 1440
   AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR v.channel = ?4) AND (?6 IS NULL OR c.tier = ?6)
   AND (?5 = 0 OR EXISTS (SELECT 1 FROM follow_up f JOIN enrolment e ON e.id = f.enrolment_id
                           WHERE f.visit_id = v.id AND e.plan_id = ?5))
 ORDER BY v.started_at, v.id LIMIT ?7

-- How many lie on the days ?1 to ?3, from what the triggers keep; ?2 0 for everybody's, -1 for nobody's; ?4 channel.
-- name: calendar-counts
SELECT day_on, what, channel, sum (n) FROM day_count
 WHERE day_on BETWEEN ?1 AND ?3 AND (?2 = 0 OR staff_id = max (?2, 0)) AND (?4 IS NULL OR channel = ?4)
 GROUP BY 1, 2, 3 HAVING sum (n) > 0

-- The same of one area or tier: ?5 'area' or 'tier', ?6 which.
-- name: calendar-counts-of
SELECT day_on, what, channel, sum (n) FROM day_count_of
 WHERE of = ?5 AND name = ?6 AND day_on BETWEEN ?1 AND ?3 AND (?2 = 0 OR staff_id = max (?2, 0))
   AND (?4 IS NULL OR channel = ?4)
 GROUP BY 1, 2, 3 HAVING sum (n) > 0

-- How many customers an area ?1 or tier ?2 has, up to ?3.
-- name: calendar-count-customers
SELECT count (*) FROM (SELECT 1 FROM customer INDEXED BY customer_by_area WHERE area = ?1
                       UNION ALL SELECT 1 FROM customer INDEXED BY customer_by_letter WHERE tier = ?2 LIMIT ?3)

-- How many follow plan ?1, up to ?2.
-- name: calendar-count-of-plan
SELECT count (*) FROM (SELECT 1 FROM enrolment INDEXED BY enrolment_plan WHERE plan_id = ?1 LIMIT ?2)

-- Where few customers are asked for, their work on the days ?1 to ?7 is looked up customer by customer; ?8 what they have in
-- common: 'area', 'tier' or 'plan'; ?2 whose, 0 for everybody's.
-- name: calendar-open-of-few
WITH few (id) AS (
  SELECT id FROM customer INDEXED BY customer_by_area WHERE ?8 = 'area' AND area = ?3
  UNION ALL SELECT id FROM customer INDEXED BY customer_by_letter WHERE ?8 = 'tier' AND tier = ?6
  UNION ALL SELECT DISTINCT customer_id FROM enrolment INDEXED BY enrolment_plan WHERE ?8 = 'plan' AND plan_id = ?5)
SELECT f.id, f.customer_id, f.staff_id, c.name, c.tier, c.stage, f.ways, f.kind, f.due_at, f.agreed_at, f.visit_order,
       c.area, c.address
  FROM few CROSS JOIN follow_up f INDEXED BY follow_up_open_customer ON f.customer_id = few.id
 CROSS JOIN customer c ON c.id = few.id
 WHERE f.state IN ('open', 'paused') AND f.state = 'open' AND f.due_at >= ?1 * 1440 AND f.due_at < (?7 + 1) * 1440
   AND f.kind <> 'complaint' AND (?2 = 0 OR coalesce (f.staff_id, 0) = max (?2, 0))
   AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR f.ways >= ?4 || ':' AND f.ways < ?4 || ';')
   AND (?5 = 0 OR EXISTS (SELECT 1 FROM enrolment e WHERE e.id = f.enrolment_id AND e.plan_id = ?5))
   AND (?6 IS NULL OR c.tier = ?6)
 ORDER BY f.due_at, f.id

-- name: calendar-visits-of-few
WITH few (id) AS (
  SELECT id FROM customer INDEXED BY customer_by_area WHERE ?8 = 'area' AND area = ?3
  UNION ALL SELECT id FROM customer INDEXED BY customer_by_letter WHERE ?8 = 'tier' AND tier = ?6
  UNION ALL SELECT DISTINCT customer_id FROM enrolment INDEXED BY enrolment_plan WHERE ?8 = 'plan' AND plan_id = ?5)
SELECT v.id, v.customer_id, v.staff_id, c.name, c.tier, c.stage, v.channel, v.outcome, v.started_at, v.minutes, c.area, c.address
  FROM few CROSS JOIN visit v INDEXED BY visit_customer ON v.customer_id = few.id
 CROSS JOIN customer c ON c.id = few.id
 WHERE v.started_at >= ?1 * 1440 AND v.started_at < (?7 + 1) * 1440 AND (?2 = 0 OR coalesce (v.staff_id, 0) = max (?2, 0))
   AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR v.channel = ?4) AND (?6 IS NULL OR c.tier = ?6)
   AND (?5 = 0 OR EXISTS (SELECT 1 FROM follow_up f JOIN enrolment e ON e.id = f.enrolment_id
                           WHERE f.visit_id = v.id AND e.plan_id = ?5))
 ORDER BY v.started_at, v.id

-- The same counted, where a filter asks for what the triggers do not keep; ?7 the last day.
-- name: calendar-count-open
SELECT f.due_on, CASE f.kind WHEN 'greeting' THEN 'greeting' ELSE 'open' END, substr (f.ways, 1, instr (f.ways, ':') - 1),
       count (*)
  FROM follow_up f INDEXED BY follow_up_open_due CROSS JOIN customer c ON c.id = f.customer_id
 WHERE f.state = 'open' AND f.due_at >= ?1 * 1440 AND f.due_at < (?7 + 1) * 1440 AND f.kind <> 'complaint'
   AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR f.ways >= ?4 || ':' AND f.ways < ?4 || ';')
   AND (?5 = 0 OR EXISTS (SELECT 1 FROM enrolment e WHERE e.id = f.enrolment_id AND e.plan_id = ?5))
   AND (?6 IS NULL OR c.tier = ?6)
 GROUP BY 1, 2, 3

-- name: calendar-count-open-of-staff
SELECT f.due_on, CASE f.kind WHEN 'greeting' THEN 'greeting' ELSE 'open' END, substr (f.ways, 1, instr (f.ways, ':') - 1),
       count (*)
  FROM follow_up f INDEXED BY follow_up_open_staff CROSS JOIN customer c ON c.id = f.customer_id
 WHERE f.state = 'open' AND f.staff_id IS ?2 AND f.due_at >= ?1 * 1440 AND f.due_at < (?7 + 1) * 1440
   AND f.kind <> 'complaint'
   AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR f.ways >= ?4 || ':' AND f.ways < ?4 || ';')
   AND (?5 = 0 OR EXISTS (SELECT 1 FROM enrolment e WHERE e.id = f.enrolment_id AND e.plan_id = ?5))
   AND (?6 IS NULL OR c.tier = ?6)
 GROUP BY 1, 2, 3

-- name: calendar-count-visits
SELECT v.started_at / 1440, 'visit', v.channel, count (*)
  FROM visit v INDEXED BY visit_time CROSS JOIN customer c ON c.id = v.customer_id
 WHERE v.started_at >= ?1 * 1440 AND v.started_at < (?7 + 1) * 1440
   AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR v.channel = ?4) AND (?6 IS NULL OR c.tier = ?6)
   AND (?5 = 0 OR EXISTS (SELECT 1 FROM follow_up f JOIN enrolment e ON e.id = f.enrolment_id
                           WHERE f.visit_id = v.id AND e.plan_id = ?5))
 GROUP BY 1, 3

-- name: calendar-count-visits-of-staff
SELECT v.started_at / 1440, 'visit', v.channel, count (*)
  FROM visit v INDEXED BY visit_staff_time CROSS JOIN customer c ON c.id = v.customer_id
 WHERE v.staff_id IS ?2 AND v.started_at >= ?1 * 1440 AND v.started_at < (?7 + 1) * 1440
   AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR v.channel = ?4) AND (?6 IS NULL OR c.tier = ?6)
   AND (?5 = 0 OR EXISTS (SELECT 1 FROM follow_up f JOIN enrolment e ON e.id = f.enrolment_id
                           WHERE f.visit_id = v.id AND e.plan_id = ?5))
 GROUP BY 1, 3

-- Deadlines of complaints on the days ?1 to ?3 (COMP-4); ?2 who works on them, 0 for everybody; what was kept is over.
-- name: calendar-deadlines
SELECT c.id, c.customer_id, c.responsible_id, u.name, u.tier, d.what, d.due_at, d.state, u.area
  FROM deadline d JOIN complaint c ON c.id = d.subject_id JOIN customer u ON u.id = c.customer_id
 WHERE d.due_at >= ?1 * 1440 AND d.due_at < (?3 + 1) * 1440 AND d.subject = 'complaint' AND d.done_at IS NULL
   AND d.state IN ('open', 'missed') AND (?2 = 0 OR coalesce (c.responsible_id, 0) = max (?2, 0))
   AND (?4 IS NULL OR u.area = ?4) AND (?5 IS NULL OR u.tier = ?5)
 ORDER BY d.due_at, d.id LIMIT ?6

-- Events on the days ?1 to ?2 (EVT-1).
-- name: calendar-events
SELECT id, title, place, starts_at, coalesce (ends_at - starts_at, 0) FROM event
 WHERE starts_at >= ?1 * 1440 AND starts_at < (?2 + 1) * 1440 ORDER BY starts_at, id LIMIT ?3

-- Rounds of greetings that begin on the days ?1 to ?3 (CAL-7); ?2 whose, 0 for everybody's.
-- name: calendar-greetings
SELECT r.id, r.staff_id, r.occasion, r.title, r.until_on, r.from_on
  FROM greeting_round r
 WHERE r.until_on BETWEEN ?1 AND ?3 AND (?2 = 0 OR coalesce (r.staff_id, 0) = max (?2, 0))
 ORDER BY r.until_on, r.id LIMIT ?4

-- Payments that are to be collected on the days ?1 to ?3 (CAL-6); ?2 whose customers, 0 for everybody's.
-- name: calendar-payments
SELECT p.id, p.customer_id, c.owner_id, c.name, c.tier, p.collect_on, p.owed_fen, c.area, c.address
  FROM purchase p INDEXED BY purchase_collect CROSS JOIN customer c ON c.id = p.customer_id
 WHERE p.collect_on BETWEEN ?1 AND ?3 AND p.owed_fen > 0 AND (?2 = 0 OR coalesce (c.owner_id, 0) = max (?2, 0))
   AND (?4 IS NULL OR c.area = ?4) AND (?5 IS NULL OR c.tier = ?5)
 ORDER BY p.collect_on, p.id LIMIT ?6

-- How many minutes a day whoever is asked for can work (CAL-1); 0: everybody.
-- name: calendar-capacity
SELECT coalesce (sum (capacity_min), 0) FROM staff WHERE active = 1 AND role <> 'manager' AND (?1 = 0 OR id = ?1)

-- name: calendar-capacity-of-staff
SELECT coalesce (sum (capacity_min), 0) FROM staff WHERE id = ?1

-- Customers who follow a care plan and whose next contact comes before ?1, the earliest first (SCHED-1); ?3 area, ?4 tier.
-- name: calendar-following
SELECT c.id, c.owner_id, c.name, c.tier, c.area FROM customer c INDEXED BY customer_by_next_due
 WHERE c.next_due_at < ?1 AND (?2 IS NULL OR c.owner_id = ?2) AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR c.tier = ?4)
   AND EXISTS (SELECT 1 FROM enrolment e INDEXED BY enrolment_running WHERE e.customer_id = c.id AND e.state = 'running')
 ORDER BY c.next_due_at LIMIT ?5

-- The same of owner ?2.
-- name: calendar-following-of-staff
SELECT c.id, c.owner_id, c.name, c.tier, c.area FROM customer c INDEXED BY customer_by_next_due
 WHERE c.next_due_at < ?1 AND c.owner_id IS ?2 AND (?3 IS NULL OR c.area = ?3) AND (?4 IS NULL OR c.tier = ?4)
   AND EXISTS (SELECT 1 FROM enrolment e INDEXED BY enrolment_running WHERE e.customer_id = c.id AND e.state = 'running')
 ORDER BY c.next_due_at LIMIT ?5

-- Customers' special days by calendar ?1, month ?2 and days ?3 to ?4 (CAL-4); ?5 whose customers, 0 for everybody's; ?9 the day,
-- on which none is to be congratulated yet: then the follow-up stands there.
-- name: calendar-special
SELECT s.id, s.customer_id, c.owner_id, c.name, c.tier, s.kind, s.label, s.year, s.month, s.day, s.leap, s.keep, c.area
  FROM special_date s CROSS JOIN customer c ON c.id = s.customer_id
 WHERE s.calendar = ?1 AND s.month = ?2 AND s.day BETWEEN ?3 AND ?4
   AND (?5 = 0 OR coalesce (c.owner_id, 0) = max (?5, 0)) AND (?6 IS NULL OR c.area = ?6) AND (?7 IS NULL OR c.tier = ?7)
   AND c.card_type <> 'discarded' AND c.do_not_contact IS NULL AND c.merged_into_id IS NULL
   AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.subject_id = s.id AND f.kind = 'special-date' AND f.due_on = ?9)
 ORDER BY s.id LIMIT ?8
