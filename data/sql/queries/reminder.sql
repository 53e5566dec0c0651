-- Deliveries of reminders. The columns of the first three: follow-up, kind, remind_at, delivered for, shown, by, when.

-- What has come due and was not claimed for that moment.
-- name: reminder-due
SELECT id, kind, remind_at, NULL, 0, NULL, 0 FROM follow_up
 WHERE state = 'open' AND reminded_for_at IS NOT remind_at AND remind_at <= ?1
 ORDER BY remind_at LIMIT ?2

-- name: reminder-next
SELECT id, kind, remind_at, NULL, 0, NULL, 0 FROM follow_up
 WHERE state = 'open' AND reminded_for_at IS NOT remind_at AND remind_at > ?1 AND ?2 > 0
 ORDER BY remind_at LIMIT 1

-- name: reminder-unfinished
SELECT f.id, f.kind, CASE f.state WHEN 'open' THEN f.remind_at END, d.due_at, d.state = 'shown', d.claimed_by, d.claimed_ms
  FROM delivery d JOIN follow_up f ON f.id = d.follow_up_id
 WHERE d.state IN ('claimed', 'shown') AND ?1 IS NOT NULL LIMIT ?2

-- Whether what is on the screen still says what is true.
-- name: reminder-live
SELECT count (*) FROM delivery d JOIN follow_up f ON f.id = d.follow_up_id
 WHERE d.follow_up_id = ?1 AND d.state IN ('claimed', 'shown') AND f.state = 'open'

-- Takes over what another process claimed and never showed; what was shown is nobody's to claim.
-- name: reminder-claim
INSERT INTO delivery (id, follow_up_id, due_at, claimed_by, claimed_ms)
SELECT ?1, f.id, f.remind_at, ?3, ?4 FROM follow_up f WHERE f.id = ?2 AND f.state = 'open'
    ON CONFLICT (follow_up_id, due_at) DO UPDATE SET claimed_by = excluded.claimed_by, claimed_ms = excluded.claimed_ms
    WHERE delivery.state = 'claimed' AND delivery.claimed_by <> excluded.claimed_by

-- name: reminder-mark
UPDATE follow_up SET reminded_for_at = remind_at WHERE id = ?1

-- name: reminder-unmark
UPDATE follow_up SET reminded_for_at = NULL WHERE id = ?1 AND ?2 = 0

-- name: reminder-shown
UPDATE delivery SET state = 'shown', shown_ms = ?2 WHERE follow_up_id = ?1 AND state = 'claimed'

-- name: reminder-give-back
DELETE FROM delivery WHERE follow_up_id = ?1 AND state = 'claimed' AND ?2 = 0

-- Only what was shown can be answered; a claim whose process died is withdrawn as well.
-- name: reminder-closed
UPDATE delivery SET state = CASE ?2 WHEN 'withdrawn' THEN 'withdrawn' ELSE 'answered' END, answer = ?2
 WHERE follow_up_id = ?1 AND (state = 'shown' OR (state = 'claimed' AND ?2 = 'withdrawn'))

-- name: reminder-close-others
UPDATE delivery SET state = 'withdrawn', answer = 'process ended' WHERE state = 'shown' AND claimed_by <> ?1
