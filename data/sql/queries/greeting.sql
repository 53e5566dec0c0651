-- Rounds of greetings, as they are worked through (CAL-7).

-- The latest rounds: of everybody, or those that ?1 started or that are about customers of theirs.
-- name: greeting-rounds
SELECT r.id, CASE r.title WHEN '' THEN r.occasion ELSE r.title END, r.text, coalesce (s.name, ''), r.staff_id, r.from_on, r.until_on
  FROM greeting_round r LEFT JOIN staff s ON s.id = r.staff_id
 WHERE ?1 = 0 OR r.staff_id = ?1
    OR (r.occasion = 'ad-hoc' AND EXISTS (SELECT 1 FROM greeting g JOIN customer c ON c.id = g.customer_id
                                           WHERE g.round_id = r.id AND c.owner_id = ?1))
 ORDER BY r.until_on DESC, r.id DESC LIMIT ?2

-- How far round ?1 has come, in whole or for the customers of ?2 and of nobody.
-- name: greeting-counts
SELECT count (*), count (g.done_at), coalesce (sum (g.done_at IS NULL AND f.state IN ('skipped', 'cancelled')), 0)
  FROM greeting g JOIN customer c ON c.id = g.customer_id
  LEFT JOIN follow_up f ON f.subject_id = g.id AND f.kind = 'greeting'
 WHERE g.round_id = ?1 AND (?2 = 0 OR c.owner_id IS NULL OR c.owner_id = ?2)

-- Whom round ?1 is for: those still to be greeted by day and name, then the others, newest first.
-- ?3: 'open', 'done', 'left-out', '' for all.
-- name: greeting-ids
SELECT id FROM (
  SELECT g.id, f.due_on, f.closed_at, c.name_sort,
         CASE WHEN g.done_at IS NOT NULL THEN 'done' WHEN f.state IN ('open', 'paused') THEN 'open' ELSE 'left-out' END AS state
    FROM greeting g JOIN customer c ON c.id = g.customer_id
    LEFT JOIN follow_up f ON f.subject_id = g.id AND f.kind = 'greeting'
   WHERE g.round_id = ?1 AND (?2 = 0 OR c.owner_id IS NULL OR c.owner_id = ?2))
 WHERE ?3 IN ('', state)
 ORDER BY state <> 'open', state <> 'done', CASE state WHEN 'open' THEN due_on ELSE -closed_at END, name_sort, id

-- name: greeting-line
SELECT g.customer_id, f.id, c.name, c.tier, f.due_on, coalesce (g.done_at, f.closed_at), coalesce (f.ways, ''),
       CASE WHEN g.done_at IS NOT NULL THEN 'done' WHEN f.state IN ('open', 'paused') THEN 'open' ELSE coalesce (f.state, 'cancelled') END,
       coalesce (f.state_reason, ''), c.owner_id, coalesce (v.channel, ''),
       CASE r.title WHEN '' THEN r.occasion ELSE r.title END
  FROM greeting g JOIN greeting_round r ON r.id = g.round_id JOIN customer c ON c.id = g.customer_id
  LEFT JOIN follow_up f ON f.subject_id = g.id AND f.kind = 'greeting'
  LEFT JOIN visit v ON v.id = g.visit_id
 WHERE g.id = ?1

-- name: greeting-find
SELECT id FROM greeting WHERE round_id = ?1 AND customer_id = ?2

-- name: greeting-round-owner
SELECT staff_id, CASE title WHEN '' THEN occasion ELSE title END FROM greeting_round WHERE id = ?1

-- name: greeting-round-word
UPDATE greeting_round SET text = ?2 WHERE id = ?1

-- name: greeting-is-done
SELECT done_at IS NOT NULL FROM greeting WHERE id = ?1
