-- Events and who is invited to them (EVT-1).

-- name: event-insert
INSERT INTO event (id, kind, title, place, starts_at, ends_at, capacity, with_sales, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)

-- name: event-get
SELECT e.id, e.kind, e.title, e.place, e.starts_at, e.capacity,
       (SELECT count (*) FROM invitation WHERE event_id = e.id),
       (SELECT count (*) FROM invitation WHERE event_id = e.id AND attended = 1),
       (SELECT coalesce (sum (guests), 0) FROM invitation WHERE event_id = e.id AND attended = 1)
  FROM event e WHERE e.id = ?1

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

-- Who said no leaves the place to somebody else.
-- name: event-places-taken
SELECT count (*) FROM invitation WHERE event_id = ?1 AND coalesce (reply, '') <> 'no'

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
