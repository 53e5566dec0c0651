-- The Complaints page: how many cases there are, the board and the list, and one case (COMP-1, COMP-3, COMP-4).
-- Whose: ?1 the agent who looks, 0 for who sees all (ROLE-1); ?2 who is responsible, 0 for anybody.

-- How many cases are open behind each tab, and how many need somebody before ?3: of complaints and returns a deadline passed
-- or comes, also of an authority for a closed complaint; of reactions an expert has to answer.
-- name: case-counts
WITH mine AS (
    SELECT p.id, coalesce (p.investigator_id, p.responsible_id, c.owner_id) AS who
      FROM complaint p INDEXED BY complaint_open JOIN customer c ON c.id = p.customer_id
     WHERE p.stage <> 'closed'
       AND (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL OR p.investigator_id = ?1 OR p.responsible_id = ?1))
SELECT (SELECT count(*) FROM mine WHERE ?2 = 0 OR who = ?2),
       (SELECT count(*) FROM product_return r JOIN customer c ON c.id = r.customer_id
         WHERE r.state IN ('open', 'goods-back') AND (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL)),
       (SELECT count(*) FROM adverse_reaction a JOIN customer c ON c.id = a.customer_id
         WHERE a.closed_at IS NULL AND (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL)),
       (SELECT count(*) FROM recovery r JOIN customer c ON c.id = r.customer_id
         WHERE r.state = 'open' AND (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL)),
       (SELECT count(*) FROM incident i JOIN customer c ON c.id = i.customer_id
         WHERE i.closed_at IS NULL AND (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL)),
       (SELECT count(*) FROM mine m
         WHERE EXISTS (SELECT 1 FROM deadline d WHERE d.subject_id = m.id AND d.state IN ('open', 'missed')
                          AND d.done_at IS NULL AND d.stands_since_at IS NULL AND d.due_at < ?3))
     + (SELECT count(*) FROM enquiry e JOIN complaint p ON p.id = e.complaint_id JOIN customer c ON c.id = p.customer_id
          JOIN deadline d ON d.subject_id = p.id AND d.what = 'authority'
         WHERE e.answered_at IS NULL AND p.stage = 'closed' AND d.due_at < ?3
           AND (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL OR p.investigator_id = ?1 OR p.responsible_id = ?1))
     + (SELECT count(*) FROM product_return r JOIN customer c ON c.id = r.customer_id
         WHERE r.state IN ('open', 'goods-back') AND (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL)
           AND EXISTS (SELECT 1 FROM deadline d WHERE d.subject_id = r.id AND d.state IN ('open', 'missed')
                          AND d.done_at IS NULL AND d.due_at < ?3))
     + (SELECT count(*) FROM adverse_reaction a JOIN customer c ON c.id = a.customer_id
         WHERE a.closed_at IS NULL AND (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL)
           AND EXISTS (SELECT 1 FROM follow_up f WHERE f.customer_id = a.customer_id AND f.subject_id = a.id
                          AND f.kind = 'adverse' AND f.state = 'open' AND f.due_at < ?3))

-- Open complaints with the nearest deadline that runs, NULL for none.
-- name: board-open
SELECT p.id, p.stage,
       (SELECT min (due_at) FROM deadline d WHERE d.subject_id = p.id AND d.state IN ('open', 'missed')
           AND d.done_at IS NULL AND d.stands_since_at IS NULL) AS due
  FROM complaint p INDEXED BY complaint_open JOIN customer c ON c.id = p.customer_id
 WHERE p.stage <> 'closed'
   AND (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL OR p.investigator_id = ?1 OR p.responsible_id = ?1)
   AND (?2 = 0 OR coalesce (p.investigator_id, p.responsible_id, c.owner_id) = ?2)
 ORDER BY due IS NULL, due, p.severity <> 'serious', p.received_at, p.id

-- Closed since ?3: how many, how many of them without a missed deadline, days from receipt to the end of all; and how
-- many are closed at all. Those that were withdrawn say nothing of how the branch works: they are among the last only.
-- name: board-closed
SELECT count(*) FILTER (WHERE p.closed_at >= ?3 AND p.withdrawn_at IS NULL),
       count(*) FILTER (WHERE p.closed_at >= ?3 AND p.withdrawn_at IS NULL AND NOT EXISTS (
           SELECT 1 FROM deadline d WHERE d.subject_id = p.id AND d.state = 'missed')),
       coalesce (sum (p.closed_at - p.received_at) FILTER (WHERE p.closed_at >= ?3 AND p.withdrawn_at IS NULL), 0), count(*)
  FROM complaint p JOIN customer c ON c.id = p.customer_id
 WHERE p.closed_at IS NOT NULL
   AND (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL OR p.investigator_id = ?1 OR p.responsible_id = ?1)
   AND (?2 = 0 OR coalesce (p.investigator_id, p.responsible_id, c.owner_id) = ?2)

-- What a card or a line shows of one. The deadline that comes next, or that passed first.
-- name: board-row
SELECT p.id, p.number, p.customer_id, c.name, c.tier, p.stage, p.reason, p.severity, p.received_at, p.closed_at,
       p.escalated, s.id, s.name, d.what, d.due_at,
       coalesce ((SELECT max (moved_at) FROM complaint_move m WHERE m.complaint_id = p.id AND m.from_stage = 'closed'),
                 p.received_at),
       d.warn_at, (SELECT max (from_at) FROM complaint_wait w WHERE w.complaint_id = p.id AND w.to_at IS NULL),
       p.promised_by_at, p.withdrawn_at IS NOT NULL
  FROM complaint p JOIN customer c ON c.id = p.customer_id
  LEFT JOIN staff s ON s.id = coalesce (p.investigator_id, p.responsible_id, c.owner_id)
  LEFT JOIN deadline d ON d.id = (
       SELECT id FROM deadline n WHERE n.subject_id = p.id AND n.state IN ('open', 'missed') AND n.done_at IS NULL
          AND n.stands_since_at IS NULL ORDER BY n.due_at, n.id LIMIT 1)
 WHERE p.id = ?1

-- What a case shows besides itself: of which order, whether routine care waits (SCHED-5), from when its time counts.
-- name: case-around
SELECT u.order_number, u.bought_on,
       EXISTS (SELECT 1 FROM follow_up f WHERE f.customer_id = p.customer_id AND f.state = 'paused'),
       coalesce ((SELECT max (moved_at) FROM complaint_move m WHERE m.complaint_id = p.id AND m.from_stage = 'closed'),
                 p.received_at)
  FROM complaint p LEFT JOIN purchase u ON u.id = p.purchase_id WHERE p.id = ?1

-- The case that follow-up ?1 is about; no row for any other.
-- name: case-of-follow-up
SELECT CASE d.subject WHEN 'return' THEN 'returns' ELSE 'complaints' END, d.subject_id
  FROM follow_up f JOIN deadline d ON d.id = f.subject_id AND d.subject IN ('complaint', 'return')
 WHERE f.id = ?1 AND f.kind = 'complaint'
UNION ALL
SELECT 'adverse', f.subject_id FROM follow_up f WHERE f.id = ?1 AND f.kind = 'adverse' AND f.subject_id IS NOT NULL
UNION ALL
SELECT 'recovery', r.id FROM recovery r WHERE r.follow_up_id = ?1
UNION ALL
SELECT 'incidents', i.id FROM follow_up f JOIN greeting g ON g.id = f.subject_id JOIN incident i ON i.round_id = g.round_id
 WHERE f.id = ?1 AND f.kind = 'greeting'
LIMIT 1
