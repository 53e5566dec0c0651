-- Events and who is invited to them (EVT-1).

-- name: event-insert
INSERT INTO event (id, kind, title, place, starts_at, ends_at, capacity, with_sales, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)

-- name: event-get
SELECT e.id, e.kind, e.title, e.place, e.starts_at, e.capacity, count (i.id), count (nullif (i.attended, 0)),
       coalesce (sum (i.guests) FILTER (WHERE i.attended = 1), 0), count (i.id) FILTER (WHERE i.reply = 'yes'),
       count (i.id) FILTER (WHERE i.reply = 'no')
  FROM event e LEFT JOIN invitation i ON i.event_id = e.id WHERE e.id = ?1 GROUP BY e.id

-- name: event-by-title
SELECT id FROM event WHERE title = ?1 LIMIT 2

-- From minute ?1 on, the next one first.
-- name: events-coming
SELECT id FROM event WHERE starts_at >= ?1 ORDER BY starts_at, id LIMIT 200

-- name: invitation-insert
INSERT INTO invitation (id, event_id, customer_id, staff_id) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (event_id, customer_id) DO NOTHING

-- name: invitation-set-reply
UPDATE invitation SET reply = ?3 WHERE event_id = ?1 AND customer_id = ?2

-- name: invitation-set-attended
UPDATE invitation SET attended = ?3, guests = ?4 WHERE event_id = ?1 AND customer_id = ?2

-- name: invitation-id
SELECT id FROM invitation WHERE event_id = ?1 AND customer_id = ?2

-- Nobody need be asked any more.
-- name: invitation-answered
UPDATE follow_up SET state = 'cancelled', state_reason = 'not-needed', closed_at = ?3
 WHERE subject_id = (SELECT id FROM invitation WHERE event_id = ?1 AND customer_id = ?2)
   AND cause = 'invitation' AND state IN ('open', 'paused')

-- After the event nobody is asked whether they come; ?1 is today.
-- name: invitations-expire
UPDATE follow_up SET state = 'cancelled', state_reason = 'not-needed', closed_at = ?1 * 1440
 WHERE id IN (SELECT f.id FROM event e JOIN invitation i ON i.event_id = e.id JOIN follow_up f ON f.subject_id = i.id
               WHERE e.starts_at >= (?1 - 31) * 1440 AND e.starts_at < ?1 * 1440
                 AND f.cause = 'invitation' AND f.state IN ('open', 'paused'))

-- From minute ?1 on; those to come first, the next one on top, then those that were before ?2.
-- name: events-around
SELECT id FROM event WHERE starts_at >= ?1
 ORDER BY starts_at < ?2, CASE WHEN starts_at < ?2 THEN -starts_at ELSE starts_at END, id LIMIT 500

-- Of all customers, or of those whom agent ?2 looks after or nobody does (ROLE-1).
-- name: invitations-of-event
SELECT i.id FROM invitation i JOIN customer c ON c.id = i.customer_id
 WHERE i.event_id = ?1 AND (?2 = 0 OR c.owner_id = ?2 OR c.owner_id IS NULL)
 ORDER BY c.name_sort, i.id

-- name: invitation-get
SELECT i.event_id, i.customer_id, c.name, coalesce (s.name, ''), i.reply, i.attended, i.guests
  FROM invitation i JOIN customer c ON c.id = i.customer_id LEFT JOIN staff s ON s.id = c.owner_id
 WHERE i.id = ?1
