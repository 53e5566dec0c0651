-- The week plan (CAL-10).

-- Customers of ?1 in the week from Monday ?2 on: those with an intent, those who were contacted, and those who are due in it; or
-- late, since ?3. By the day on which something is due.
-- name: week-lines
WITH who (customer_id) AS (
  SELECT customer_id FROM week_intent WHERE staff_id = ?1 AND week_on = ?2
  UNION
  SELECT customer_id FROM visit WHERE staff_id = ?1 AND started_at >= ?2 * 1440 AND started_at < (?2 + 7) * 1440
  UNION
  SELECT customer_id FROM follow_up INDEXED BY follow_up_open_staff
   WHERE state = 'open' AND staff_id = ?1 AND due_at >= ?3 * 1440 AND due_at < (?2 + 7) * 1440 AND kind <> 'greeting'),
line AS (
  SELECT c.id, c.name, c.name_sort, c.tier, w.intent, w.result,
         (SELECT min (due_on) FROM follow_up
           WHERE customer_id = c.id AND state IN ('open', 'paused') AND state = 'open' AND due_at >= ?3 * 1440
             AND due_at < (?2 + 7) * 1440 AND kind <> 'greeting') AS due_on,
         (SELECT count (*) FROM visit WHERE customer_id = c.id AND started_at >= ?2 * 1440 AND started_at < (?2 + 7) * 1440) AS tries,
         EXISTS (SELECT 1 FROM visit WHERE customer_id = c.id AND started_at >= ?2 * 1440 AND started_at < (?2 + 7) * 1440
                                       AND outcome = 'reached') AS reached,
         EXISTS (SELECT 1 FROM purchase WHERE customer_id = c.id AND bought_on BETWEEN ?2 AND ?2 + 6) AS bought
    FROM who JOIN customer c ON c.id = who.customer_id
    LEFT JOIN week_intent w ON w.customer_id = c.id AND w.week_on = ?2
   WHERE c.merged_into_id IS NULL AND c.erased_on IS NULL)
SELECT id, name, tier, intent, coalesce (result, ''), due_on, tries, reached, bought FROM line
 ORDER BY due_on IS NULL, due_on, name_sort, id LIMIT ?4

-- name: week-intent-set
INSERT INTO week_intent (id, customer_id, staff_id, week_on, intent) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (customer_id, week_on) DO UPDATE SET intent = excluded.intent, staff_id = excluded.staff_id

-- name: week-intent-clear
DELETE FROM week_intent WHERE customer_id = ?1 AND week_on = ?2

-- name: week-result-set
UPDATE week_intent SET result = ?3 WHERE customer_id = ?1 AND week_on = ?2
