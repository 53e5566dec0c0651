-- Deadlines of complaints (COMP-4).

-- name: deadline-complaint
SELECT received_at, severity FROM complaint WHERE id = ?1

-- A deadline that was kept or missed stays as it is.
-- name: deadline-set
INSERT INTO deadline (id, subject, subject_id, what, due_at, warn_at, stands_since_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    ON CONFLICT (subject_id, what) DO UPDATE
   SET due_at = excluded.due_at, warn_at = excluded.warn_at, stands_since_at = excluded.stands_since_at
 WHERE state = 'open' AND (due_at <> excluded.due_at OR stands_since_at IS NOT excluded.stands_since_at)

-- name: deadline-done
UPDATE deadline SET state = CASE WHEN ?3 <= due_at THEN 'kept' ELSE 'missed' END, done_at = ?3, stands_since_at = NULL
 WHERE subject_id = ?1 AND what = ?2 AND state IN ('open', 'missed') AND done_at IS NULL

-- name: deadline-list
SELECT what, due_at, warn_at, state, done_at, stands_since_at FROM deadline WHERE subject_id = ?1 ORDER BY due_at, what
