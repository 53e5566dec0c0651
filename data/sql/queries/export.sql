-- Lists for others, of the days ?1 to ?2 (PHONE-3). The columns' names are the keys of a JSON file. Nothing that somebody wrote
-- in words of their own, and no health (COMP-1, CARD-3).

-- name: export-complaints
SELECT p.number AS number, c.name AS customer,
       (SELECT number FROM phone WHERE customer_id = c.id ORDER BY preferred DESC, id LIMIT 1) AS phone, o.name AS owner,
       p.received_at AS received, p.channel AS channel, p.reason AS reason, p.severity AS severity, p.wants AS wants,
       p.stage AS stage, r.name AS responsible, i.name AS investigator, p.escalated AS escalated,
       (SELECT count (*) FROM deadline d WHERE d.subject = 'complaint' AND d.subject_id = p.id AND d.state = 'missed') AS missed,
       (SELECT max (moved_at) FROM complaint_move m WHERE m.complaint_id = p.id AND m.to_stage = 'answered') AS answered,
       p.closed_at AS closed, p.satisfaction AS satisfaction, p.withdrawn_at AS withdrawn
  FROM complaint p JOIN customer c ON c.id = p.customer_id LEFT JOIN staff o ON o.id = c.owner_id
  LEFT JOIN staff r ON r.id = p.responsible_id LEFT JOIN staff i ON i.id = p.investigator_id
 WHERE p.received_at >= ?1 * 1440 AND p.received_at < (?2 + 1) * 1440 ORDER BY p.received_at, p.id

-- name: export-visits
SELECT c.name AS customer, (SELECT number FROM phone WHERE customer_id = c.id ORDER BY preferred DESC, id LIMIT 1) AS phone,
       v.started_at AS at, v.channel AS channel, v.outcome AS outcome, v.minutes AS minutes, v.mix AS kind,
       v.satisfaction AS satisfaction, s.name AS staff, v.cost_fen AS cost
  FROM visit v JOIN customer c ON c.id = v.customer_id LEFT JOIN staff s ON s.id = v.staff_id
 WHERE v.started_at >= ?1 * 1440 AND v.started_at < (?2 + 1) * 1440 ORDER BY v.started_at, v.id

-- name: export-follow-ups
SELECT c.name AS customer, (SELECT number FROM phone WHERE customer_id = c.id ORDER BY preferred DESC, id LIMIT 1) AS phone,
       f.due_at AS due, f.original_on AS original_due, f.kind AS kind, p.key AS plan, nullif (f.step_no, 0) AS step,
       f.state AS state, s.name AS staff, f.closed_at AS closed
  FROM follow_up f JOIN customer c ON c.id = f.customer_id LEFT JOIN staff s ON s.id = f.staff_id
  LEFT JOIN enrolment e ON e.id = f.enrolment_id LEFT JOIN care_plan p ON p.id = e.plan_id
 WHERE f.due_at >= ?1 * 1440 AND f.due_at < (?2 + 1) * 1440 ORDER BY f.due_at, f.id

-- Each customer's tiers as they are; of the days on which they began.
-- name: export-tiers
SELECT c.name AS customer, h.key AS scheme, t.tier AS tier, t.since_on AS since, t.by_hand AS by_hand,
       t.hand_until_on AS by_hand_until, s.name AS owner,
       (SELECT number FROM phone WHERE customer_id = c.id ORDER BY preferred DESC, id LIMIT 1) AS phone
  FROM customer_tier t JOIN customer c ON c.id = t.customer_id JOIN tier_scheme h ON h.id = t.scheme_id
  LEFT JOIN staff s ON s.id = c.owner_id
 WHERE t.since_on BETWEEN ?1 AND ?2 AND t.tier <> '' ORDER BY c.name_sort, c.id, h.key
