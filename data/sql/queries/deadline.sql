-- Deadlines of complaints, and what reminds of them (COMP-4).

-- The third column: when it was opened again; its answer and its closing count from there.
-- name: deadline-complaint
SELECT received_at, severity,
       (SELECT max (moved_at) FROM complaint_move WHERE complaint_id = ?1 AND from_stage = 'closed'), promised_by_at
  FROM complaint WHERE id = ?1

-- name: deadline-waits
SELECT from_at, to_at FROM complaint_wait WHERE complaint_id = ?1 ORDER BY from_at, id

-- A deadline that was kept or missed stays as it is.
-- name: deadline-set
INSERT INTO deadline (id, subject, subject_id, what, due_at, warn_at, stands_since_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    ON CONFLICT (subject_id, what) DO UPDATE
   SET due_at = excluded.due_at, warn_at = excluded.warn_at, stands_since_at = excluded.stands_since_at
 WHERE state = 'open' AND (due_at <> excluded.due_at OR stands_since_at IS NOT excluded.stands_since_at)

-- A moment that somebody named; a new one begins anew, also when the one before was kept or missed.
-- name: deadline-name
INSERT INTO deadline (id, subject, subject_id, what, due_at, warn_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (subject_id, what) DO UPDATE
   SET due_at = excluded.due_at, warn_at = excluded.warn_at, state = 'open', done_at = NULL
 WHERE due_at <> excluded.due_at OR state = 'void' OR (what = 'authority' AND done_at IS NOT NULL)

-- name: deadline-done
UPDATE deadline SET state = CASE WHEN ?3 <= due_at THEN 'kept' ELSE 'missed' END, done_at = ?3, stands_since_at = NULL
 WHERE subject_id = ?1 AND what = ?2 AND state IN ('open', 'missed') AND done_at IS NULL

-- The complaint was opened again: its clock runs anew (COMP-3).
-- name: deadline-reopen
UPDATE deadline SET state = 'open', done_at = NULL WHERE subject_id = ?1 AND what IN ('answer', 'close')

-- What nobody has to do any more.
-- name: deadline-void
UPDATE deadline SET state = 'void', stands_since_at = NULL WHERE subject_id = ?1 AND what = ?2 AND state = 'open'

-- A complaint that was withdrawn has none left but that of an authority, which wants to hear so (COMP-10).
-- name: deadline-void-all
UPDATE deadline SET state = 'void', stands_since_at = NULL WHERE subject_id = ?1 AND state = 'open' AND what <> 'authority'

-- Contacts with a customer who wants none (CARD-9).
-- name: deadline-void-contacts
UPDATE deadline SET state = 'void'
 WHERE state = 'open' AND what IN ('call-back', 'home-visit')
   AND subject_id IN (SELECT id FROM complaint WHERE customer_id = ?1)

-- name: deadline-list
SELECT what, due_at, state, done_at, warn_at, stands_since_at FROM deadline WHERE subject_id = ?1 AND state <> 'void' ORDER BY due_at, what

-- What reminds of each: the last column is the one to whom the case belongs, and never the one complained about.
-- name: deadline-reminders
SELECT d.id, d.what, d.due_at, d.warn_at, d.state, d.done_at, d.stands_since_at IS NOT NULL, c.customer_id, c.number,
       c.received_at / 1440, nullif (coalesce (c.investigator_id, c.responsible_id), c.about_id),
       c.stage = 'closed' AND d.what <> 'authority'
  FROM deadline d JOIN complaint c ON c.id = d.subject_id
 WHERE d.subject = 'complaint' AND d.subject_id = ?1
UNION ALL
SELECT d.id, d.what, d.due_at, d.warn_at, d.state, d.done_at, 0, t.customer_id, t.number, t.opened_at / 1440, c.owner_id,
       t.state NOT IN ('open', 'goods-back')
  FROM deadline d JOIN product_return t ON t.id = d.subject_id JOIN customer c ON c.id = t.customer_id
 WHERE d.subject = 'return' AND d.subject_id = ?1
 ORDER BY 3, 1

-- Whether managers were told of deadline ?1.
-- name: deadline-told
SELECT state FROM follow_up
 WHERE subject_id = ?1 AND kind = 'complaint' AND occurrence = ?2 AND state_reason <> 'not-needed'

-- Done with the case: what the branch does by itself is done, a contact that nobody made is not needed.
-- name: deadline-reminder-close
UPDATE follow_up SET state = CASE WHEN ways = '' AND occurrence = 0 THEN 'done' ELSE 'cancelled' END,
                     state_reason = CASE WHEN ways = '' AND occurrence = 0 THEN '' ELSE 'not-needed' END, closed_at = ?2
 WHERE subject_id = ?1 AND kind = 'complaint' AND state IN ('open', 'paused')

-- The moment of a deadline has come: its reminder comes once more. The + keeps from the index of all that is due, of
-- which few are complaints; a warning never comes after what it warns of.
-- name: deadline-ring
UPDATE follow_up SET warn_at = NULL
 WHERE state = 'open' AND warn_at <= ?1 AND +due_at <= ?1 AND kind = 'complaint' AND occurrence = 0

-- The next moment at which something is to be done about a deadline.
-- name: deadline-next
SELECT min (due_at) FROM deadline WHERE state = 'open' AND stands_since_at IS NULL

-- name: deadline-miss
UPDATE deadline SET state = 'missed' WHERE state = 'open' AND due_at < ?1 AND stands_since_at IS NULL

-- name: complaint-escalate
UPDATE complaint SET escalated = 1
 WHERE escalated = 0 AND stage <> 'closed'
   AND id IN (SELECT subject_id FROM deadline WHERE subject = 'complaint' AND state = 'missed' AND done_at IS NULL)

-- Complaints and returns of which a deadline passed and nothing was done since, and of which managers have not been told.
-- name: deadline-overdue
SELECT DISTINCT d.subject_id FROM deadline d
 WHERE d.state = 'missed' AND d.done_at IS NULL
   AND (EXISTS (SELECT 1 FROM complaint c WHERE c.id = d.subject_id AND (c.stage <> 'closed' OR d.what = 'authority'))
        OR EXISTS (SELECT 1 FROM product_return t WHERE t.id = d.subject_id AND t.state IN ('open', 'goods-back')))
   AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.subject_id = d.id AND f.kind = 'complaint' AND f.occurrence = 1
                                               AND NOT (f.state = 'cancelled' AND f.state_reason = 'not-needed'))
 ORDER BY d.subject_id

-- name: complaint-open-ids
SELECT id FROM complaint WHERE stage <> 'closed' ORDER BY id

-- The branch's own days off, a file a year (CAL-4).
-- name: calendar-own
SELECT key, value FROM setting WHERE key > 'holidays.' AND key < 'holidays/' AND value <> '' ORDER BY key

-- Those which a contact with the customer at ?2 concerns.
-- name: deadline-complaints-of-customer
SELECT id FROM complaint WHERE customer_id = ?1 AND received_at <= ?2 AND stage <> 'closed'
