-- Two cards of one person: found, and made one (CARD-12). ?1 is the card that stays, ?2 the one that goes.

-- Every column that refers to a customer, as the schema stands, so that no table is forgotten.
-- name: merge-references
SELECT t.name, k."from" FROM sqlite_schema t JOIN pragma_foreign_key_list (t.name) k
 WHERE t.type = 'table' AND k."table" = 'customer' ORDER BY t.name, k."from"

-- A refusal on either card is the person's; of two days the later one; a card is what it is at its best.
-- name: merge-safe-side
UPDATE customer
   SET do_not_contact = coalesce (customer.do_not_contact, o.do_not_contact),
       quiet_reason = CASE WHEN o.quiet_until_on > coalesce (customer.quiet_until_on, 0) THEN o.quiet_reason ELSE customer.quiet_reason END,
       quiet_until_on = max (coalesce (customer.quiet_until_on, o.quiet_until_on), coalesce (o.quiet_until_on, customer.quiet_until_on)),
       no_contact_weekdays = customer.no_contact_weekdays | o.no_contact_weekdays,
       rather_no_reward = max (customer.rather_no_reward, o.rather_no_reward),
       created_on = min (customer.created_on, o.created_on)
  FROM (SELECT * FROM customer WHERE id = ?2) o
 WHERE customer.id = ?1

-- Who refused on one card refused; else the card that stands higher counts (CARD-9).
-- name: merge-card-type
UPDATE customer
   SET card_type = x.type, card_type_before = CASE x.type WHEN 'discarded' THEN x.before END,
       discard_reason = CASE x.type WHEN 'discarded' THEN x.reason ELSE '' END
  FROM (SELECT CASE WHEN max (a.discard_reason = 'refused' AND a.card_type = 'discarded') THEN 'discarded'
                    WHEN max (a.card_type = 'customer') THEN 'customer' WHEN max (a.card_type = 'contacted') THEN 'contacted'
                    WHEN max (a.card_type = 'new') THEN 'new' ELSE 'discarded' END AS type,
               CASE WHEN max (coalesce (a.card_type_before, a.card_type) = 'customer') THEN 'customer'
                    WHEN max (coalesce (a.card_type_before, a.card_type) = 'contacted') THEN 'contacted' ELSE 'new' END AS before,
               CASE WHEN max (a.discard_reason = 'refused') THEN 'refused' ELSE max (a.discard_reason) END AS reason
          FROM customer a WHERE a.id IN (?1, ?2)) x
 WHERE customer.id = ?1 AND customer.card_type <> x.type

-- name: merge-birthday-drop
DELETE FROM special_date WHERE customer_id = ?1 AND kind = 'birthday'
   AND EXISTS (SELECT 1 FROM special_date WHERE customer_id = ?2 AND kind = 'birthday')

-- What both cards say is said once.
-- name: merge-child-drop
DELETE FROM child WHERE customer_id = ?2
   AND EXISTS (SELECT 1 FROM child k WHERE k.customer_id = ?1 AND k.born_on IS child.born_on AND k.due_on IS child.due_on
                                       AND (child.name = '' OR child.name = k.name))

-- name: merge-health-drop
DELETE FROM health_fact WHERE customer_id = ?2
   AND EXISTS (SELECT 1 FROM health_fact k WHERE k.customer_id = ?1 AND k.kind = health_fact.kind AND k.text = health_fact.text)

-- name: merge-special-drop
DELETE FROM special_date WHERE customer_id = ?2 AND kind <> 'birthday'
   AND EXISTS (SELECT 1 FROM special_date k
                WHERE k.customer_id = ?1 AND k.kind = special_date.kind AND k.label = special_date.label
                  AND k.calendar = special_date.calendar AND k.month = special_date.month AND k.day = special_date.day
                  AND k.leap = special_date.leap)

-- name: merge-special-cancel
UPDATE follow_up SET state = 'cancelled', state_reason = 'not-needed', closed_at = ?2
 WHERE customer_id = ?1 AND kind = 'special-date' AND state IN ('open', 'paused')
   AND NOT EXISTS (SELECT 1 FROM special_date d WHERE d.id = follow_up.subject_id)

-- name: merge-phone-same
UPDATE phone SET label = CASE phone.label WHEN '' THEN o.label ELSE phone.label END, wrong = max (phone.wrong, o.wrong)
  FROM (SELECT number, label, wrong FROM phone WHERE customer_id = ?2) o
 WHERE phone.customer_id = ?1 AND phone.number = o.number

-- name: merge-phone-prefer
UPDATE phone SET preferred = 0
 WHERE customer_id = ?2 AND preferred = 1
   AND EXISTS (SELECT 1 FROM phone WHERE customer_id = ?1 AND preferred = 1)

-- The later word counts, of two on one day the refusal (CARD-7).
-- name: merge-consent-same
UPDATE consent SET granted = o.granted, given_on = o.given_on, how = o.how
  FROM (SELECT channel, granted, given_on, how FROM consent WHERE customer_id = ?2) o
 WHERE consent.customer_id = ?1 AND consent.channel = o.channel
   AND (o.given_on > consent.given_on OR (o.given_on = consent.given_on AND o.granted < consent.granted))

-- name: merge-invitation-same
UPDATE invitation SET reply = coalesce (invitation.reply, o.reply), guests = max (invitation.guests, o.guests),
                      attended = max (coalesce (invitation.attended, o.attended), coalesce (o.attended, invitation.attended))
  FROM (SELECT event_id, reply, guests, attended FROM invitation WHERE customer_id = ?2) o
 WHERE invitation.customer_id = ?1 AND invitation.event_id = o.event_id

-- name: merge-greeting-same
UPDATE greeting SET done_at = o.done_at, visit_id = o.visit_id
  FROM (SELECT round_id, done_at, visit_id FROM greeting WHERE customer_id = ?2 AND done_at IS NOT NULL) o
 WHERE greeting.customer_id = ?1 AND greeting.round_id = o.round_id AND greeting.done_at IS NULL

-- A tier that a manager set by hand goes before one that was worked out (TIER-4).
-- name: merge-tier-drop
DELETE FROM customer_tier WHERE customer_id = ?1 AND by_hand = 0
   AND EXISTS (SELECT 1 FROM customer_tier o
                WHERE o.customer_id = ?2 AND o.scheme_id = customer_tier.scheme_id AND o.by_hand = 1)

-- name: merge-pair-merged
UPDATE duplicate SET state = 'merged'
 WHERE (customer_id = ?1 AND other_id = ?2) OR (customer_id = ?2 AND other_id = ?1)

-- name: merge-pairs-move
UPDATE OR IGNORE duplicate
   SET customer_id = min (?1, CASE customer_id WHEN ?2 THEN other_id ELSE customer_id END),
       other_id = max (?1, CASE customer_id WHEN ?2 THEN other_id ELSE customer_id END)
 WHERE ?2 IN (customer_id, other_id) AND state <> 'merged'

-- name: merge-pairs-drop
DELETE FROM duplicate WHERE ?2 IN (customer_id, other_id) AND state <> 'merged'

-- Of a plan that both followed, and of two plans for purchases (PLAN-10), the one that is in its steps goes on, else the
-- one that began first.
-- name: merge-enrolments-doubled
SELECT id FROM (
  SELECT e.id, row_number () OVER (
           PARTITION BY CASE p.trigger_kind WHEN 'purchase' THEN 0 ELSE e.plan_id END
           ORDER BY NOT EXISTS (SELECT 1 FROM follow_up f
                                 WHERE f.enrolment_id = e.id AND f.kind = 'step' AND f.state IN ('open', 'paused')),
                    e.anchor_on, e.id) AS place
    FROM enrolment e JOIN care_plan p ON p.id = e.plan_id
   WHERE e.customer_id = ?1 AND e.state IN ('running', 'paused'))
 WHERE place > 1

-- Open work goes to the owner of the card that stays, unless somebody else was asked to do it.
-- name: merge-hand-over
UPDATE follow_up SET staff_id = (SELECT owner_id FROM customer WHERE id = ?1)
 WHERE customer_id = ?1 AND state IN ('open', 'paused') AND (staff_id IS NULL OR staff_id IN (?2, ?3))
   AND staff_id IS NOT (SELECT owner_id FROM customer WHERE id = ?1)

-- name: merge-set
UPDATE customer SET merged_into_id = ?1 WHERE id = ?2

-- name: customer-merged-into
SELECT coalesce (merged_into_id, 0) FROM customer WHERE id = ?1

-- How much is on a card: visits, purchases, open follow-ups, complaints.
-- name: merge-weight
SELECT (SELECT count (*) FROM visit WHERE customer_id = ?1), (SELECT count (*) FROM purchase WHERE customer_id = ?1),
       (SELECT count (*) FROM follow_up WHERE customer_id = ?1 AND state IN ('open', 'paused')),
       (SELECT count (*) FROM complaint WHERE customer_id = ?1), created_on
  FROM customer WHERE id = ?1

-------------------------------------------------------------------------------------------- finding them

-- Others with a number, the birth date or the address of this card; of what very many share only the first ones.

-- name: duplicate-twins-phone
SELECT DISTINCT coalesce (c.merged_into_id, c.id)
  FROM phone mine JOIN phone p ON p.number = mine.number AND p.customer_id <> mine.customer_id
  JOIN customer c ON c.id = p.customer_id
 WHERE mine.customer_id = ?1 AND mine.family_id IS NULL AND p.family_id IS NULL LIMIT 20

-- name: duplicate-twins-address
SELECT o.id FROM customer c JOIN customer o ON o.address = c.address AND o.name = c.name AND o.id <> c.id
 WHERE c.id = ?1 AND c.address <> '' AND o.address <> '' AND o.merged_into_id IS NULL LIMIT 20

-- name: duplicate-twins-birth
SELECT o.id FROM customer c JOIN special_date d ON d.customer_id = c.id AND d.kind = 'birthday'
  CROSS JOIN (SELECT customer_id, calendar, year, month, day, leap FROM special_date WHERE kind = 'birthday') b
  CROSS JOIN customer o ON o.id = b.customer_id
 WHERE c.id = ?1 AND b.calendar = d.calendar AND b.month = d.month AND b.day = d.day AND b.year = d.year AND b.leap = d.leap
   AND o.name = c.name AND o.id <> c.id AND o.merged_into_id IS NULL LIMIT 20

-- The whole branch, what belongs together one after another: a key and a card.

-- name: duplicate-all-phone
SELECT g.number, p.customer_id
  FROM (SELECT number FROM phone GROUP BY number HAVING count (*) > 1) g
 CROSS JOIN phone p ON p.number = g.number
 CROSS JOIN customer c ON c.id = p.customer_id
 WHERE p.family_id IS NULL AND c.merged_into_id IS NULL ORDER BY g.number, p.customer_id

-- name: duplicate-all-birth
SELECT g.name || char (10) || d.calendar || d.year || '-' || d.month || '-' || d.day || '-' || d.leap AS same, c.id
  FROM (SELECT name FROM customer GROUP BY name HAVING count (*) > 1) g
 CROSS JOIN customer c ON c.name = g.name
 CROSS JOIN special_date d ON d.customer_id = c.id AND d.kind = 'birthday' AND d.year IS NOT NULL
 WHERE c.merged_into_id IS NULL ORDER BY same, c.id

-- name: duplicate-all-address
SELECT g.name || char (10) || g.address AS same, c.id
  FROM (SELECT address, name FROM customer WHERE address <> '' GROUP BY address, name HAVING count (*) > 1) g
 CROSS JOIN customer c ON c.address = g.address AND c.name = g.name AND c.address <> ''
 WHERE c.merged_into_id IS NULL ORDER BY same, c.id

-- name: duplicate-state
SELECT id FROM duplicate WHERE customer_id = min (?1, ?2) AND other_id = max (?1, ?2)

-- name: duplicate-set-different
UPDATE duplicate SET state = 'different' WHERE id = ?1

-- ?1: whose customers may be seen (ROLE-1), 0 for all; ?2: of this card only, 0 for all.
-- name: duplicate-list
SELECT d.id, d.customer_id, d.other_id, d.why
  FROM duplicate d JOIN customer a ON a.id = d.customer_id JOIN customer b ON b.id = d.other_id
 WHERE d.state = 'open' AND a.merged_into_id IS NULL AND b.merged_into_id IS NULL
   AND (?1 = 0 OR ((a.owner_id = ?1 OR a.owner_id IS NULL) AND (b.owner_id = ?1 OR b.owner_id IS NULL)))
   AND (?2 = 0 OR ?2 IN (d.customer_id, d.other_id))
 ORDER BY d.id LIMIT ?3

-- name: duplicate-count
SELECT count (*)
  FROM duplicate d JOIN customer a ON a.id = d.customer_id JOIN customer b ON b.id = d.other_id
 WHERE d.state = 'open' AND a.merged_into_id IS NULL AND b.merged_into_id IS NULL
   AND (?1 = 0 OR ((a.owner_id = ?1 OR a.owner_id IS NULL) AND (b.owner_id = ?1 OR b.owner_id IS NULL)))
