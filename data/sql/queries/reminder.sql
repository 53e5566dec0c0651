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

-- What is claimed, and what was shown for a moment that holds no longer.
-- name: reminder-unfinished
SELECT f.id, f.kind, CASE f.state WHEN 'open' THEN f.remind_at END, d.due_at, d.state = 'shown', d.claimed_by, d.claimed_ms
  FROM delivery d JOIN follow_up f ON f.id = d.follow_up_id
 WHERE d.state IN ('claimed', 'shown') AND ?1 IS NOT NULL
   AND (d.state = 'claimed' OR f.state <> 'open' OR f.remind_at IS NOT d.due_at) LIMIT ?2

-- name: reminder-count-due
SELECT count (*) FROM (SELECT 1 FROM follow_up
 WHERE state = 'open' AND reminded_for_at IS NOT remind_at AND remind_at <= ?1 LIMIT ?2)

-- Whether what is on the screen still says what is true.
-- name: reminder-live
SELECT count (*) FROM delivery d JOIN follow_up f ON f.id = d.follow_up_id
 WHERE d.follow_up_id = ?1 AND d.state IN ('claimed', 'shown') AND f.state = 'open'

-- What another process has claimed, or was shown for that moment, is nobody's to claim.
-- name: reminder-claim
INSERT INTO delivery (id, follow_up_id, due_at, claimed_by, claimed_ms)
SELECT ?1, f.id, f.remind_at, ?3, ?4 FROM follow_up f WHERE f.id = ?2 AND f.state = 'open' AND f.remind_at <= ?5
    ON CONFLICT (follow_up_id, due_at) DO NOTHING

-- name: reminder-claim-backlog
INSERT INTO delivery (id, follow_up_id, due_at, claimed_by, claimed_ms)
SELECT hf_new_id (), id, remind_at, ?2, ?3 FROM follow_up
 WHERE state = 'open' AND reminded_for_at IS NOT remind_at AND remind_at <= ?1 AND kind <> 'adverse'
    ON CONFLICT (follow_up_id, due_at) DO NOTHING

-- name: reminder-mark
UPDATE follow_up SET reminded_for_at = remind_at WHERE id = ?1 AND remind_at <= ?2

-- name: reminder-mark-backlog
UPDATE follow_up SET reminded_for_at = remind_at
 WHERE state = 'open' AND reminded_for_at IS NOT remind_at AND remind_at <= ?1 AND kind <> 'adverse'

-- A delivery for an earlier moment than the one that is claimed now.
-- name: reminder-supersede
UPDATE delivery SET state = 'withdrawn', answer = 'superseded'
 WHERE state IN ('claimed', 'shown')
   AND EXISTS (SELECT 1 FROM follow_up f WHERE f.id = delivery.follow_up_id AND f.remind_at <> delivery.due_at
                  AND f.reminded_for_at IS f.remind_at)

-- name: reminder-is-claimed
SELECT count (*) FROM delivery WHERE follow_up_id = ?1 AND state = 'claimed' AND claimed_by = ?2

-- name: reminder-claims
SELECT claimed_by, min (claimed_ms) FROM delivery WHERE state = 'claimed' GROUP BY claimed_by

-- name: reminder-summary
SELECT count (*), total (f.kind IN ('adverse', 'complaint', 'urgent')), total (f.due_on < ?3), count (DISTINCT f.customer_id)
  FROM delivery d JOIN follow_up f ON f.id = d.follow_up_id
 WHERE d.state IN ('claimed', 'shown') AND d.claimed_by = ?1 AND f.id NOT IN (SELECT value FROM json_each (?2))

-- In WORK-2's order.
-- name: reminder-summary-names
SELECT c.name FROM delivery d JOIN follow_up f ON f.id = d.follow_up_id JOIN customer c ON c.id = f.customer_id
 WHERE d.state IN ('claimed', 'shown') AND d.claimed_by = ?1 AND f.id NOT IN (SELECT value FROM json_each (?2))
 GROUP BY c.id
 ORDER BY min (f.priority), c.tier_rank DESC, CASE c.stage WHEN 3 THEN 0 WHEN 1 THEN 1 ELSE 2 END, min (f.due_at), c.id LIMIT ?3

-- name: reminder-in-summary
SELECT count (*) FROM delivery
 WHERE state = 'shown' AND claimed_by = ?1 AND follow_up_id NOT IN (SELECT value FROM json_each (?2))

-- name: reminder-summary-closed
UPDATE delivery SET state = 'answered', answer = ?3
 WHERE state = 'shown' AND claimed_by = ?1 AND follow_up_id NOT IN (SELECT value FROM json_each (?2))

-- name: reminder-all-shown
UPDATE delivery SET state = 'shown', shown_ms = ?2 WHERE state = 'claimed' AND claimed_by = ?1

-- name: reminder-unmark-all
UPDATE follow_up SET reminded_for_at = NULL
 WHERE id IN (SELECT follow_up_id FROM delivery WHERE state = 'claimed' AND claimed_by = ?1 AND claimed_ms <= ?2)

-- name: reminder-give-all-back
DELETE FROM delivery WHERE state = 'claimed' AND claimed_by = ?1 AND claimed_ms <= ?2

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
