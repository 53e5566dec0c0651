-- What must hold in a whole database; each counts the rows for which it does not.

-- name: check-next-due
SELECT count (*) FROM customer c
 WHERE c.next_due_at IS NOT (SELECT min (due_at) FROM follow_up
                              WHERE customer_id = c.id AND state IN ('open', 'paused') AND state = 'open')

-- name: check-last-contact
SELECT count (*) FROM customer c
 WHERE c.last_contact_at IS NOT (SELECT max (started_at) FROM visit WHERE customer_id = c.id AND outcome = 'reached')

-- Both ways: a month that is missing, and one that nothing stands for.
-- name: check-counters
WITH kept AS (SELECT month, staff_id, channel, outcome, n, minutes FROM visit_counter WHERE n <> 0),
     counted AS (SELECT hf_month (started_at / 1440), coalesce (staff_id, 0), channel, outcome, count (*),
                        sum (coalesce (minutes, 0)) FROM visit GROUP BY 1, 2, 3, 4)
SELECT (SELECT count (*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted))
     + (SELECT count (*) FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept))

-- name: check-day-counts
WITH kept AS (SELECT day_on, staff_id, what, channel, n FROM day_count WHERE n <> 0),
     counted AS (SELECT started_at / 1440, coalesce (staff_id, 0), 'visit', channel, count (*) FROM visit GROUP BY 1, 2, 4
                 UNION ALL
                 SELECT due_on, coalesce (staff_id, 0), CASE kind WHEN 'greeting' THEN 'greeting' ELSE 'open' END,
                        substr (ways, 1, instr (ways, ':') - 1), count (*)
                   FROM follow_up WHERE state = 'open' AND kind <> 'complaint' GROUP BY 1, 2, 3, 4)
SELECT (SELECT count (*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted))
     + (SELECT count (*) FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept))

-- name: check-day-counts-of
WITH kept AS (SELECT of, name, day_on, staff_id, what, channel, n FROM day_count_of WHERE n <> 0),
     counted AS (SELECT of, name, day_on, staff_id, what, channel, count (*)
                   FROM customer_count_day JOIN customer_count_name USING (customer_id) GROUP BY 1, 2, 3, 4, 5, 6)
SELECT (SELECT count (*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted))
     + (SELECT count (*) FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept))

-- A promise, an adverse reaction or a call that was asked for may still be open.
-- name: check-open-barred
SELECT count (*) FROM follow_up f JOIN customer c ON c.id = f.customer_id
 WHERE f.state = 'open' AND f.enrolment_id IS NOT NULL
   AND (c.card_type = 'discarded' OR c.do_not_contact IS NOT NULL)

-- name: check-open-ended
SELECT count (*) FROM follow_up f JOIN enrolment e ON e.id = f.enrolment_id
 WHERE f.state = 'open' AND e.state IN ('ended', 'stopped')

-- SCHED-1: only the next step is stored.
-- name: check-open-steps
SELECT count (*) FROM (
  SELECT enrolment_id FROM follow_up
   WHERE state IN ('open', 'paused') AND enrolment_id IS NOT NULL AND step < 1000
   GROUP BY enrolment_id HAVING count (*) > 1)

-- name: check-purchase-lines
SELECT count (*) FROM purchase p WHERE NOT EXISTS (SELECT 1 FROM purchase_line WHERE purchase_id = p.id)

-- Cards found under other words than their own, or not at all, and words of cards that are no more.
-- name: check-search
SELECT (SELECT count (*) FROM search_stale)
     + (SELECT count (*) FROM customer_search_text t LEFT JOIN customer_search s ON s.rowid = t.id
         WHERE s.tokens IS NOT t.tokens)
     + (SELECT count (*) FROM customer_search s WHERE NOT EXISTS (
          SELECT 1 FROM customer c WHERE c.id = s.rowid AND c.merged_into_id IS NULL))

-- name: check-name-sort
SELECT count (*) FROM customer WHERE name_sort IS NOT hf_name_sort (name)
