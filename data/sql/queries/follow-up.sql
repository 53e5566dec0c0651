-- Follow-ups, written.

-- name: follow-up-insert
INSERT INTO follow_up (id, customer_id, staff_id, enrolment_id, step, occurrence, kind, priority, due_at, due_on,
                       original_on, window_from_on, window_to_on, ways, channels, title, cause, anchor_on, subject_id,
                       state, blocked, step_no, step_count, warn_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)

-- What plans ask for is gathered here and written in one go: a statement of its own for each costs as much again.
-- name: follow-up-gather-begin
CREATE TEMP TABLE new_follow_up AS
SELECT id, customer_id, staff_id, enrolment_id, step, occurrence, kind, priority, due_at, due_on, original_on,
       window_from_on, window_to_on, ways, channels, title, cause, anchor_on, subject_id, state, blocked, step_no,
       step_count, warn_at
  FROM follow_up WHERE false

-- name: follow-up-gather
INSERT INTO new_follow_up
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)

-- One that the plan had no more use for, and asks for again, is opened again.
-- name: follow-up-insert-gathered
INSERT INTO follow_up (id, customer_id, staff_id, enrolment_id, step, occurrence, kind, priority, due_at, due_on,
                       original_on, window_from_on, window_to_on, ways, channels, title, cause, anchor_on, subject_id,
                       state, blocked, step_no, step_count, warn_at)
SELECT * FROM new_follow_up WHERE true
    ON CONFLICT (enrolment_id, step, occurrence) WHERE enrolment_id IS NOT NULL DO UPDATE
   SET staff_id = excluded.staff_id, kind = excluded.kind, priority = excluded.priority, due_at = excluded.due_at,
       due_on = excluded.due_on, original_on = excluded.original_on, window_from_on = excluded.window_from_on,
       window_to_on = excluded.window_to_on, ways = excluded.ways, channels = excluded.channels, cause = excluded.cause,
       anchor_on = excluded.anchor_on, state = excluded.state, blocked = excluded.blocked, step_no = excluded.step_no,
       step_count = excluded.step_count, state_reason = '', closed_at = NULL, by_hand = 0, snoozed_until_at = NULL,
       agreed_at = NULL, visit_order = NULL
 WHERE follow_up.state = 'cancelled' AND follow_up.state_reason = 'not-needed'

-- name: follow-up-gather-end
DELETE FROM new_follow_up

-- name: follow-up-insert-yearly
INSERT INTO follow_up (id, customer_id, staff_id, enrolment_id, step, occurrence, kind, priority, due_at, due_on,
                       original_on, window_from_on, window_to_on, ways, channels, title, cause, anchor_on, subject_id,
                       state, blocked, step_no, step_count, warn_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)
    ON CONFLICT (subject_id, occurrence) WHERE kind = 'special-date' DO NOTHING

-- Of a deadline (COMP-4): one that was done, or that nobody needed, is opened again when the deadline is.
-- name: follow-up-insert-deadline
INSERT INTO follow_up (id, customer_id, staff_id, enrolment_id, step, occurrence, kind, priority, due_at, due_on,
                       original_on, window_from_on, window_to_on, ways, channels, title, cause, anchor_on, subject_id,
                       state, blocked, step_no, step_count, warn_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)
    ON CONFLICT (subject_id, occurrence) WHERE kind = 'complaint' DO UPDATE
   SET staff_id = excluded.staff_id, due_at = excluded.due_at, due_on = excluded.due_on, original_on = excluded.original_on,
       agreed_at = NULL, visit_order = NULL, window_to_on = excluded.window_to_on, state = excluded.state, warn_at = excluded.warn_at, state_reason = '',
       closed_at = NULL, visit_id = NULL
 WHERE (follow_up.state IN ('open', 'paused', 'done') OR follow_up.state_reason = 'not-needed')
   AND (follow_up.due_at <> excluded.due_at OR follow_up.state <> excluded.state
        OR follow_up.staff_id IS NOT excluded.staff_id)

-- name: promise-not-kept
UPDATE promise SET state = 'not-kept'
 WHERE state = 'open' AND id = (SELECT subject_id FROM follow_up WHERE id = ?1 AND kind = 'promise')

-- name: follow-up-done
UPDATE follow_up SET state = 'done', visit_id = ?2, closed_at = ?3 WHERE id = ?1

-- name: promise-kept
UPDATE promise SET state = 'kept', kept_on = ?2
 WHERE state = 'open' AND id = (SELECT subject_id FROM follow_up WHERE id = ?1 AND kind = 'promise')

-- name: follow-up-for-change
SELECT f.customer_id, f.enrolment_id, f.window_to_on, c.owner_id, f.channels, c.name, f.ways, f.subject_id,
       f.kind = 'complaint' AND f.subject_id IS NOT NULL, f.occurrence, f.due_on
  FROM follow_up f JOIN customer c ON c.id = f.customer_id
 WHERE f.id = ?1 AND f.state IN ('open', 'paused')

-- The short number of a follow-up is its id without the device; each device that there is gets looked at.
-- name: follow-up-by-number
WITH RECURSIVE device (no) AS (
  SELECT min (id) >> 48 FROM follow_up
  UNION ALL
  SELECT (SELECT min (id) >> 48 FROM follow_up WHERE id >= (device.no + 1) << 48) FROM device WHERE device.no IS NOT NULL)
SELECT f.id FROM device JOIN follow_up f ON f.id = (device.no << 48) | ?1 LIMIT 2

-- name: follow-up-snooze
UPDATE follow_up SET snoozed_until_at = ?2 WHERE id = ?1

-- name: follow-up-move
UPDATE follow_up SET due_at = ?2, due_on = ?3, state_reason = ?4, by_hand = 1, snoozed_until_at = NULL,
                     agreed_at = CASE due_on WHEN ?3 THEN agreed_at END, visit_order = CASE due_on WHEN ?3 THEN visit_order END
 WHERE id = ?1

-- A payment that is still to be collected.
-- name: payment-for-change
SELECT p.customer_id, c.owner_id, c.name, p.collect_on FROM purchase p JOIN customer c ON c.id = p.customer_id
 WHERE p.id = ?1 AND p.collect_on IS NOT NULL AND p.owed_fen > 0

-- name: payment-move
UPDATE purchase SET collect_on = ?2 WHERE id = ?1

-- name: follow-up-agree
UPDATE follow_up SET agreed_at = ?2 WHERE id = ?1

-- name: follow-up-set-order
UPDATE follow_up SET visit_order = ?2 WHERE id = ?1 AND visit_order IS NOT ?2

-- name: follow-up-adjust
UPDATE follow_up SET due_at = ?2, due_on = ?3, original_on = ?4, window_from_on = ?5, window_to_on = ?6, ways = ?7,
                     channels = ?8, cause = ?9, anchor_on = ?10, blocked = ?11, step_no = ?12, step_count = ?13,
                     by_hand = 0, agreed_at = CASE due_on WHEN ?3 THEN agreed_at END,
                     visit_order = CASE due_on WHEN ?3 THEN visit_order END
 WHERE id = ?1 AND (due_at <> ?2 OR original_on <> ?4 OR window_from_on <> ?5 OR window_to_on <> ?6 OR ways <> ?7
                    OR cause <> ?9 OR blocked <> ?11 OR step_no <> ?12 OR step_count <> ?13)

-- name: follow-up-skip
UPDATE follow_up SET state = 'skipped', state_reason = ?2, closed_at = ?3 WHERE id = ?1

-- name: follow-up-cancel
UPDATE follow_up SET state = 'cancelled', state_reason = ?2, closed_at = ?3 WHERE id = ?1 AND state IN ('open', 'paused')

-- Due by day ?2, and not opened since ?3.
-- name: follow-ups-due-of-customer
SELECT f.id FROM follow_up f
 WHERE f.customer_id = ?1 AND f.state = 'open' AND f.due_on <= ?2 AND f.ways <> ''
   AND NOT EXISTS (SELECT 1 FROM change c WHERE c.seq >= ?3 AND c.row_id = f.id AND c.tbl = 'follow_up' AND c.kind = 'I')
 ORDER BY f.due_at, f.id

-- name: follow-ups-cancelled-since
SELECT DISTINCT f.id FROM change c JOIN follow_up f ON f.id = c.row_id
 WHERE c.seq >= ?1 AND c.tbl = 'follow_up' AND f.state = 'cancelled' AND f.state_reason IN ('no-answer', 'refused')

-- name: follow-up-cancel-later
UPDATE follow_up SET state = 'cancelled', state_reason = ?2, closed_at = ?3
 WHERE customer_id = ?1 AND state IN ('open', 'paused') AND cause = 'asked-to-call-later'

-- The last column: whether somebody took part in visit ?2 to whom the customer was handed since the plan began (PLAN-6).
-- name: follow-up-open-of-customer
SELECT f.id, f.due_on, f.ways, f.kind, f.enrolment_id, f.subject_id,
       instr (f.ways, 'another-agent') > 0 AND EXISTS (
         SELECT 1 FROM handover h JOIN enrolment e ON e.id = f.enrolment_id
          WHERE h.customer_id = ?1 AND h.done_on >= e.anchor_on AND h.to_id IS NOT h.from_id
            AND h.to_id IN (SELECT staff_id FROM visit WHERE id = ?2
                             UNION SELECT staff_id FROM visit_staff WHERE visit_id = ?2)),
       f.cause GLOB 'recovery-*'
  FROM follow_up f WHERE f.customer_id = ?1 AND f.state = 'open' ORDER BY f.due_at, f.id

-- name: follow-up-tick
UPDATE follow_up SET state = 'done', closed_at = ?2 WHERE id = ?1

-- The last columns spare most customers more queries.
-- name: contact-card
SELECT owner_id, household_id, contact_windows, no_contact_weekdays, quiet_until_on, do_not_contact IS NOT NULL,
       do_not_contact IS NOT NULL OR card_type = 'discarded' OR merged_into_id IS NOT NULL, routine_interval,
       coalesce (sale_expected_on, supply_until_on - 7),
       EXISTS (SELECT 1 FROM no_contact_day d WHERE d.customer_id = ?1),
       EXISTS (SELECT 1 FROM consent g WHERE g.customer_id = ?1), EXISTS (SELECT 1 FROM child k WHERE k.customer_id = ?1),
       EXISTS (SELECT 1 FROM complaint n WHERE n.customer_id = ?1)
         OR EXISTS (SELECT 1 FROM adverse_reaction a WHERE a.customer_id = ?1), last_contact_at
  FROM customer WHERE id = ?1

-- name: contact-children
SELECT coalesce (born_on, due_on), born_on IS NULL FROM child WHERE customer_id = ?1

-- name: contact-days
SELECT day_on FROM no_contact_day WHERE customer_id = ?1 ORDER BY day_on

-- name: contact-refusals
SELECT channel FROM consent WHERE customer_id = ?1 AND granted = 0
