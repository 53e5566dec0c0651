-- Care plans, enrolments and what they make due.

-- name: plan-source
SELECT key, source FROM care_plan WHERE id = ?1

-- name: plan-revision
SELECT revision FROM care_plan WHERE id = ?1

-- name: plan-insert
INSERT INTO care_plan (id, key, trigger_kind, source, shipped) VALUES (?1, ?2, ?3, ?4, 1)
    ON CONFLICT (key) DO NOTHING

-- name: plan-active
SELECT id FROM care_plan WHERE key = ?1 AND active = 1

-- name: plan-list
SELECT id, key, active, shipped, source FROM care_plan ORDER BY key

-- name: enrolment-insert
INSERT INTO enrolment (id, customer_id, plan_id, anchor_on, started_at, purchase_id, routine_only, choice)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)

-- name: enrolment-running
SELECT 1 FROM enrolment WHERE customer_id = ?1 AND plan_id = ?2 AND state = 'running' LIMIT 1

-- name: enrolment-running-purchase
SELECT e.id, e.plan_id FROM enrolment e JOIN care_plan p ON p.id = e.plan_id
 WHERE e.customer_id = ?1 AND e.state = 'running' AND p.trigger_kind = 'purchase' LIMIT 1

-- name: enrolment-open-steps
SELECT count (*) FROM follow_up WHERE enrolment_id = ?1 AND step < ?2 AND state IN ('open', 'paused')

-- Whether the routine has begun: it never does before the steps are over.
-- name: enrolment-routine-only
SELECT 1 FROM enrolment e WHERE e.id = ?1
   AND (e.routine_only = 1 OR EXISTS (SELECT 1 FROM follow_up f WHERE f.enrolment_id = e.id AND f.step > ?2))

-- name: enrolment-open-follow-ups
SELECT id FROM follow_up WHERE enrolment_id = ?1 AND state IN ('open', 'paused') ORDER BY due_at, id

-- name: enrolment-end-purchase-plans
UPDATE enrolment SET state = 'ended', ended_on = ?2, end_reason = ?3
 WHERE customer_id = ?1 AND state = 'running'
   AND plan_id IN (SELECT id FROM care_plan WHERE trigger_kind = 'purchase')

-- name: enrolments-started-since
SELECT p.key FROM change c JOIN enrolment e ON e.id = c.row_id JOIN care_plan p ON p.id = e.plan_id
 WHERE c.seq >= ?1 AND c.tbl = 'enrolment' AND c.kind = 'I' ORDER BY c.seq

-- name: enrolment-of-trigger
SELECT e.id, e.choice FROM enrolment e JOIN care_plan p ON p.id = e.plan_id
 WHERE e.customer_id = ?1 AND e.state = 'running' AND p.trigger_kind = ?2 LIMIT 1

-- name: enrolment-end-one
UPDATE enrolment SET state = 'ended', ended_on = ?2, end_reason = ?3 WHERE id = ?1

-- name: enrolment-end-steps
UPDATE enrolment SET routine_only = 1 WHERE id = ?1

-- name: follow-up-cancel-enrolment
UPDATE follow_up SET state = 'cancelled', state_reason = ?2, closed_at = ?3
 WHERE enrolment_id = ?1 AND state IN ('open', 'paused') AND step < ?4

-- name: enrolment-stop-all
UPDATE enrolment SET state = 'stopped', ended_on = ?2, end_reason = ?3 WHERE customer_id = ?1 AND state IN ('running', 'paused')

-- What a discarded card's plans were, unless a later plan took their place (CARD-9).
-- name: enrolment-resume
UPDATE enrolment SET state = 'running', ended_on = NULL, end_reason = '', evaluate_on = 0
 WHERE customer_id = ?1 AND state = 'stopped' AND end_reason IN ('no-answer', 'refused', 'discarded')
   AND NOT EXISTS (SELECT 1 FROM customer WHERE id = ?1 AND (do_not_contact IS NOT NULL OR card_type = 'discarded'
                                                             OR merged_into_id IS NOT NULL))
   AND NOT EXISTS (SELECT 1 FROM enrolment e JOIN care_plan l ON l.id = e.plan_id
                     JOIN care_plan p ON p.id = enrolment.plan_id
                    WHERE e.customer_id = ?1 AND e.id > enrolment.id
                      AND (e.plan_id = enrolment.plan_id OR (l.trigger_kind = 'purchase' AND p.trigger_kind = 'purchase')))

-- What was cancelled with the card: the engine opens it again if the plan still asks for it.
-- name: follow-up-revive
UPDATE follow_up SET state_reason = 'not-needed'
 WHERE customer_id = ?1 AND state = 'cancelled' AND state_reason IN ('no-answer', 'refused', 'discarded')
   AND enrolment_id IN (SELECT id FROM enrolment WHERE customer_id = ?1 AND state = 'running')

-- name: follow-up-cancel-purchase-plans
UPDATE follow_up SET state = 'cancelled', state_reason = ?2, closed_at = ?3
 WHERE state IN ('open', 'paused')
   AND enrolment_id IN (SELECT id FROM enrolment
                         WHERE customer_id = ?1 AND state = 'running'
                           AND plan_id IN (SELECT id FROM care_plan WHERE trigger_kind = 'purchase'))

-- All but an adverse reaction, safety comes before everything else (COMP-6), and the branch's own work on a complaint.
-- name: follow-up-cancel-all
UPDATE follow_up SET state = 'cancelled', state_reason = ?2, closed_at = ?3
 WHERE customer_id = ?1 AND state IN ('open', 'paused') AND kind <> 'adverse' AND NOT (kind = 'complaint' AND ways = '')

-- What a promise, an adverse reaction or a person asked for stays.
-- name: follow-up-cancel-plans
UPDATE follow_up SET state = 'cancelled', state_reason = ?2, closed_at = ?3
 WHERE customer_id = ?1 AND state IN ('open', 'paused') AND enrolment_id IS NOT NULL

-- name: promise-void-all
UPDATE promise SET state = 'void' WHERE customer_id = ?1 AND state = 'open'

-- name: customer-barred
SELECT 1 FROM customer WHERE id = ?1 AND (do_not_contact IS NOT NULL OR card_type = 'discarded' OR merged_into_id IS NOT NULL)

-- name: enrolment-all-running
SELECT id, plan_id, anchor_on, routine_only, choice, per_month, started_at / 1440
  FROM enrolment WHERE customer_id = ?1 AND state = 'running' ORDER BY id

-- name: enrolment-get
SELECT id, plan_id, anchor_on, routine_only, choice, per_month, started_at / 1440 FROM enrolment WHERE id = ?1

-- name: enrolment-end
UPDATE enrolment SET state = 'ended', ended_on = ?2, end_reason = ?3 WHERE id = ?1

-- name: enrolment-evaluated
UPDATE enrolment SET evaluate_on = ?2 WHERE id = ?1 AND evaluate_on <> ?2

-- Left alone, SQLite walks all that run, to meet each customer once.
-- name: enrolment-to-evaluate
SELECT customer_id FROM enrolment INDEXED BY enrolment_to_evaluate
 WHERE state = 'running' AND evaluate_on <= ?1 AND evaluate_on < 2147483647 GROUP BY customer_id

-- name: follow-up-pause
UPDATE follow_up SET state = CASE ?2 WHEN 'open' THEN 'open' ELSE 'paused' END WHERE id = ?1

-- name: customer-household-members
SELECT id FROM customer WHERE id = ?1
 UNION SELECT o.id FROM customer c JOIN customer o ON o.household_id = c.household_id WHERE c.id = ?1
 ORDER BY 1

-- name: engine-steps
SELECT f.id, f.step, f.occurrence, f.state, f.original_on, f.due_on, f.by_hand, f.closed_at, v.channel, v.expert_wanted
  FROM follow_up f LEFT JOIN visit v ON v.id = f.visit_id
 WHERE f.enrolment_id = ?1 AND NOT (f.state = 'cancelled' AND f.state_reason = 'not-needed')
 ORDER BY f.step, f.occurrence

-- What plans wait for (PLAN-7): material that was sent, an event that the customer came to.
-- name: engine-marks
SELECT 'material', started_at / 1440 FROM visit
 WHERE customer_id = ?1 AND channel = 'post' AND outcome = 'reached' AND started_at >= ?2
UNION
SELECT 'event', started_at / 1440 FROM visit
 WHERE customer_id = ?1 AND channel = 'event' AND outcome = 'reached' AND started_at >= ?2
UNION
SELECT 'event', e.starts_at / 1440 FROM invitation i JOIN event e ON e.id = i.event_id
 WHERE i.customer_id = ?1 AND i.attended = 1 AND e.starts_at >= ?2

-- Days on which plans brought about a contact, and those of greetings and introductions, done and to come (SCHED-4).
-- name: engine-contact-days
SELECT closed_at / 1440 FROM follow_up
 WHERE customer_id = ?1 AND state = 'done' AND kind IN ('step', 'routine', 'sale-window', 'greeting') AND closed_at >= ?2
UNION
SELECT due_on FROM follow_up
 WHERE customer_id = ?1 AND state = 'open' AND (kind = 'greeting' OR kind = 'step' AND enrolment_id IS NULL) AND due_at >= ?2

-- The last columns: the roles of who led it and of those who took part.
-- name: engine-contacts
SELECT v.started_at, v.channel, 0, (SELECT role FROM staff WHERE id = v.staff_id),
       (SELECT group_concat (s.role) FROM visit_staff w JOIN staff s ON s.id = w.staff_id WHERE w.visit_id = v.id)
  FROM visit v WHERE v.customer_id = ?1 AND v.started_at >= ?2 AND v.outcome = 'reached'

-- The same of all who live at ?3 with ?1.
-- name: engine-contacts-household
SELECT v.started_at, v.channel, c.id <> ?1, (SELECT role FROM staff WHERE id = v.staff_id),
       (SELECT group_concat (s.role) FROM visit_staff w JOIN staff s ON s.id = w.staff_id WHERE w.visit_id = v.id)
  FROM customer c CROSS JOIN visit v ON v.customer_id = c.id
 WHERE c.household_id = ?3 AND v.started_at >= ?2 AND v.outcome = 'reached'

-- name: engine-pauses
SELECT received_at / 1440, closed_at / 1440 FROM complaint WHERE customer_id = ?1
UNION ALL
SELECT opened_at / 1440, closed_at / 1440 FROM adverse_reaction WHERE customer_id = ?1
