-- What is to be done, read. WORK-2: by priority; within one the higher tier first, T3 and T1 before other stages,
-- the longest overdue first.

-- Open work of the days ?1 to ?2; ?3 whose; ?4: also complaints that were warned of by then (COMP-4).
-- name: work-open
SELECT f.id FROM (
    SELECT id, customer_id, priority, due_at FROM follow_up INDEXED BY follow_up_open_due
     WHERE state = 'open' AND due_at >= ?1 * 1440 AND due_at < (?2 + 1) * 1440
     UNION ALL
    SELECT id, customer_id, priority, due_at FROM follow_up INDEXED BY follow_up_warned
     WHERE state = 'open' AND warn_at <= ?4 AND due_at >= (?2 + 1) * 1440) f
  JOIN customer c ON c.id = f.customer_id
 ORDER BY f.priority, c.tier_rank DESC, CASE c.stage WHEN 3 THEN 0 WHEN 1 THEN 1 ELSE 2 END, f.due_at, f.id

-- name: work-open-of-staff
SELECT f.id FROM (
    SELECT id, customer_id, priority, due_at FROM follow_up INDEXED BY follow_up_open_staff
     WHERE state = 'open' AND staff_id = ?3 AND due_at >= ?1 * 1440 AND due_at < (?2 + 1) * 1440
     UNION ALL
    SELECT id, customer_id, priority, due_at FROM follow_up INDEXED BY follow_up_warned
     WHERE state = 'open' AND staff_id = ?3 AND warn_at <= ?4 AND due_at >= (?2 + 1) * 1440) f
  JOIN customer c ON c.id = f.customer_id
 ORDER BY f.priority, c.tier_rank DESC, CASE c.stage WHEN 3 THEN 0 WHEN 1 THEN 1 ELSE 2 END, f.due_at, f.id

-- name: work-closed
SELECT f.id FROM follow_up f JOIN customer c ON c.id = f.customer_id
 WHERE f.state = ?3 AND f.due_at >= ?1 * 1440 AND f.due_at < (?2 + 1) * 1440 AND (?4 = 0 OR f.staff_id = ?4)
 ORDER BY f.priority, c.tier_rank DESC, CASE c.stage WHEN 3 THEN 0 WHEN 1 THEN 1 ELSE 2 END, f.due_at, f.id

-- name: work-item
SELECT f.id, f.customer_id, f.staff_id, c.name, p.key, e.plan_id, f.step, f.occurrence, f.kind, f.priority, f.due_at,
       f.due_on, f.original_on, f.window_from_on, f.window_to_on, f.ways, f.title, f.cause, f.state, f.snoozed_until_at,
       f.closed_at, c.tier, c.stage, c.contact_windows, v.outcome, v.minutes, e.anchor_on, f.anchor_on, c.next_due_at,
       f.step_no, f.step_count, f.blocked, e.purchase_id, f.subject_id, f.by_hand
  FROM follow_up f JOIN customer c ON c.id = f.customer_id
  LEFT JOIN enrolment e ON e.id = f.enrolment_id LEFT JOIN care_plan p ON p.id = e.plan_id
  LEFT JOIN visit v ON v.id = f.visit_id
 WHERE f.id = ?1

-- Open work up to the end of day ?1, and complaints that were warned of by ?3 (COMP-4), with what decides on its place
-- in today's list; of-staff: ?2 whose.
-- name: work-today
SELECT f.id, f.kind, f.due_at, f.snoozed_until_at, f.ways, c.contact_windows
  FROM (
    SELECT id, customer_id, kind, priority, due_at, snoozed_until_at, ways FROM follow_up INDEXED BY follow_up_open_due
     WHERE state = 'open' AND due_at < (?1 + 1) * 1440
     UNION ALL
    SELECT id, customer_id, kind, priority, due_at, snoozed_until_at, ways FROM follow_up INDEXED BY follow_up_warned
     WHERE state = 'open' AND warn_at <= ?3 AND due_at >= (?1 + 1) * 1440) f
  JOIN customer c ON c.id = f.customer_id
 ORDER BY f.priority, c.tier_rank DESC, CASE c.stage WHEN 3 THEN 0 WHEN 1 THEN 1 ELSE 2 END, f.due_at, f.id

-- name: work-today-of-staff
SELECT f.id, f.kind, f.due_at, f.snoozed_until_at, f.ways, c.contact_windows
  FROM (
    SELECT id, customer_id, kind, priority, due_at, snoozed_until_at, ways FROM follow_up INDEXED BY follow_up_open_staff
     WHERE state = 'open' AND staff_id = ?2 AND due_at < (?1 + 1) * 1440
     UNION ALL
    SELECT id, customer_id, kind, priority, due_at, snoozed_until_at, ways FROM follow_up INDEXED BY follow_up_warned
     WHERE state = 'open' AND staff_id = ?2 AND warn_at <= ?3 AND due_at >= (?1 + 1) * 1440) f
  JOIN customer c ON c.id = f.customer_id
 ORDER BY f.priority, c.tier_rank DESC, CASE c.stage WHEN 3 THEN 0 WHEN 1 THEN 1 ELSE 2 END, f.due_at, f.id

-- When the next complaint is warned of, after ?1.
-- name: work-next-warning
SELECT min (warn_at) FROM follow_up INDEXED BY follow_up_warned WHERE state = 'open' AND warn_at > ?1

-- name: work-done-today
SELECT f.id, v.channel FROM follow_up f INDEXED BY follow_up_done JOIN visit v ON v.id = f.visit_id
 WHERE f.closed_at >= ?1 * 1440 AND f.closed_at < (?1 + 1) * 1440 AND f.state = 'done'
 ORDER BY f.closed_at DESC, f.id DESC

-- name: work-done-today-of-staff
SELECT f.id, v.channel FROM follow_up f INDEXED BY follow_up_closed_staff JOIN visit v ON v.id = f.visit_id
 WHERE f.closed_at >= ?1 * 1440 AND f.closed_at < (?1 + 1) * 1440 AND f.state = 'done' AND f.staff_id = ?2
 ORDER BY f.closed_at DESC, f.id DESC

-- name: work-next-of-customer
SELECT id FROM follow_up WHERE customer_id = ?1 AND state IN ('open', 'paused') AND state = 'open' ORDER BY due_at, id LIMIT 1

-- name: work-enrolment
SELECT e.id, e.plan_id, e.anchor_on, e.routine_only, e.choice, e.per_month, e.started_at / 1440, f.step,
       f.occurrence
  FROM follow_up f JOIN enrolment e ON e.id = f.enrolment_id WHERE f.id = ?1

-- Open complaints, open promises.
-- name: work-open-matters
SELECT (SELECT count (*) FROM complaint WHERE customer_id = ?1 AND stage NOT IN ('resolved', 'closed')),
       (SELECT count (*) FROM promise WHERE customer_id = ?1 AND state = 'open')

-- What the customer bought last (TEXT-1).
-- name: brief-last-purchase
SELECT p.bought_on, group_concat (DISTINCT r.name)
  FROM purchase p LEFT JOIN purchase_line l ON l.purchase_id = p.id LEFT JOIN product r ON r.id = l.product_id
 WHERE p.customer_id = ?1 GROUP BY p.id ORDER BY p.bought_on DESC, p.id DESC LIMIT 1

-- Of what kind the last contacts were (VISIT-7).
-- name: brief-last-mix
SELECT mix FROM visit WHERE customer_id = ?1 AND outcome = 'reached' ORDER BY started_at DESC, id DESC LIMIT ?2

-- name: brief-facts
SELECT interests, (SELECT coalesce (max (id), 0) FROM adverse_reaction WHERE customer_id = ?1 AND closed_at IS NULL)
  FROM customer WHERE id = ?1

-- Whose follow-ups those of the JSON list ?1 are, each once, in its order.
-- name: work-customers
SELECT f.customer_id FROM json_each (?1) j JOIN follow_up f ON f.id = j.value GROUP BY f.customer_id ORDER BY min (j.key)
