-- Follow-ups, written.

-- name: follow-up-insert
INSERT INTO follow_up (id, customer_id, staff_id, enrolment_id, step, occurrence, kind, priority, due_at, due_on,
                       original_on, window_from_on, window_to_on, ways, channels, title, cause, anchor_on, subject_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
    ON CONFLICT (enrolment_id, step, occurrence) WHERE enrolment_id IS NOT NULL DO NOTHING

-- name: follow-up-done
UPDATE follow_up SET state = 'done', visit_id = ?2, closed_at = ?3 WHERE id = ?1

-- name: promise-kept
UPDATE promise SET state = 'kept', kept_on = ?2
 WHERE state = 'open' AND id = (SELECT subject_id FROM follow_up WHERE id = ?1 AND kind = 'promise')

-- name: follow-up-for-change
SELECT f.customer_id, f.enrolment_id, f.window_to_on, c.owner_id, f.channels, c.name
  FROM follow_up f JOIN customer c ON c.id = f.customer_id
 WHERE f.id = ?1 AND f.state IN ('open', 'paused')

-- name: follow-up-snooze
UPDATE follow_up SET snoozed_until_at = ?2 WHERE id = ?1

-- name: follow-up-move
UPDATE follow_up SET due_at = ?2, due_on = ?3, state_reason = ?4, by_hand = 1, snoozed_until_at = NULL WHERE id = ?1

-- name: follow-up-adjust
UPDATE follow_up SET due_at = ?2, due_on = ?3, original_on = ?4, window_from_on = ?5, window_to_on = ?6, ways = ?7,
                     channels = ?8, cause = ?9, anchor_on = ?10
 WHERE id = ?1 AND (due_at <> ?2 OR original_on <> ?4 OR window_from_on <> ?5 OR window_to_on <> ?6 OR ways <> ?7
                    OR cause <> ?9)

-- name: follow-up-skip
UPDATE follow_up SET state = 'skipped', state_reason = ?2, closed_at = ?3 WHERE id = ?1

-- name: follow-up-cancel
UPDATE follow_up SET state = 'cancelled', state_reason = ?2, closed_at = ?3 WHERE id = ?1 AND state IN ('open', 'paused')

-- name: follow-up-open-of-customer
SELECT id, due_on, ways, kind, enrolment_id, subject_id FROM follow_up
 WHERE customer_id = ?1 AND state = 'open' ORDER BY due_at, id

-- name: contact-card
SELECT owner_id, household_id, contact_windows, no_contact_weekdays, quiet_until_on, do_not_contact IS NOT NULL,
       do_not_contact IS NOT NULL OR card_type = 'discarded' OR merged_into_id IS NOT NULL, routine_interval
  FROM customer WHERE id = ?1

-- name: contact-days
SELECT day_on FROM no_contact_day WHERE customer_id = ?1 ORDER BY day_on

-- name: contact-refusals
SELECT channel FROM consent WHERE customer_id = ?1 AND granted = 0
