-- What a customer card shows and how its parts are written.

-- The parts all have the same columns: id, kind, text, note, day, yes, wrong, calendar, year, month, day, leap, keep.

-- name: card-phones
SELECT id, '', number, label, NULL, preferred, wrong, NULL, 0, 0, 0, 0, '' FROM phone
 WHERE customer_id = ?1 AND family_id IS NULL ORDER BY preferred DESC, wrong, id

-- name: card-family
SELECT f.id, f.relation, f.name, coalesce ((SELECT number FROM phone p WHERE p.family_id = f.id LIMIT 1), ''), NULL, 0, 0,
       f.birth_calendar, f.birth_year, f.birth_month, f.birth_day, 0, ''
  FROM family_member f WHERE f.customer_id = ?1 ORDER BY f.id

-- name: card-children
SELECT id, CASE WHEN born_on IS NULL THEN 'due' ELSE 'born' END, name, '', coalesce (born_on, due_on), 0, 0,
       NULL, 0, 0, 0, 0, '' FROM child WHERE customer_id = ?1 ORDER BY coalesce (born_on, due_on), id

-- name: card-health
SELECT id, kind, text, '', NULL, 0, 0, NULL, 0, 0, 0, 0, '' FROM health_fact WHERE customer_id = ?1 ORDER BY kind, id

-- name: card-dates
SELECT id, kind, label, '', NULL, 0, 0, calendar, year, month, day, leap, keep FROM special_date
 WHERE customer_id = ?1 ORDER BY kind, id

-- name: card-consents
SELECT id, channel, how, '', given_on, granted, 0, NULL, 0, 0, 0, 0, '' FROM consent
 WHERE customer_id = ?1 ORDER BY channel DESC

-- name: card-no-contact-days
SELECT id, '', reason, '', day_on, 0, 0, NULL, 0, 0, 0, 0, '' FROM no_contact_day WHERE customer_id = ?1 ORDER BY day_on

-- name: card-tags
SELECT c.id, t.colour, t.name, '', NULL, 0, 0, NULL, 0, 0, 0, 0, ''
  FROM customer_tag c JOIN tag t ON t.id = c.tag_id WHERE c.customer_id = ?1 ORDER BY t.name

-- How they are written. ?1 the row, ?2 the customer: another one's row stays as it is.

-- name: phone-update
UPDATE phone SET label = ?3, wrong = ?4, preferred = CASE WHEN ?4 THEN 0 ELSE preferred END,
                 number = CASE ?5 WHEN '' THEN number ELSE ?5 END
 WHERE id = ?1 AND customer_id = ?2

-- name: phone-prefer
UPDATE phone SET preferred = (id = ?2) WHERE customer_id = ?1 AND family_id IS NULL AND preferred IS NOT (id = ?2)

-- name: phone-id
SELECT id FROM phone WHERE customer_id = ?1 AND number = ?2 AND family_id IS NULL

-- name: phone-delete
DELETE FROM phone WHERE id = ?1 AND customer_id = ?2

-- name: phones-of-family-delete
DELETE FROM phone WHERE family_id = ?1 AND customer_id = ?2

-- name: family-insert
INSERT INTO family_member (id, customer_id, relation, name, birth_calendar, birth_year, birth_month, birth_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT (id) DO UPDATE SET relation = excluded.relation, name = excluded.name,
       birth_calendar = excluded.birth_calendar, birth_year = excluded.birth_year,
       birth_month = excluded.birth_month, birth_day = excluded.birth_day
 WHERE customer_id = excluded.customer_id

-- name: family-phone-insert
INSERT INTO phone (id, customer_id, family_id, number, label) VALUES (?1, ?2, ?3, ?4, '')

-- name: family-delete
DELETE FROM family_member WHERE id = ?1 AND customer_id = ?2

-- name: child-store
INSERT INTO child (id, customer_id, name, born_on, due_on) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, born_on = excluded.born_on, due_on = excluded.due_on
 WHERE customer_id = excluded.customer_id

-- name: child-delete
DELETE FROM child WHERE id = ?1 AND customer_id = ?2

-- name: health-store
INSERT INTO health_fact (id, customer_id, kind, text) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, text = excluded.text
 WHERE customer_id = excluded.customer_id

-- name: health-delete
DELETE FROM health_fact WHERE id = ?1 AND customer_id = ?2

-- name: special-date-store
INSERT INTO special_date (id, customer_id, kind, label, calendar, year, month, day, leap, keep)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, label = excluded.label, calendar = excluded.calendar,
       year = excluded.year, month = excluded.month, day = excluded.day, leap = excluded.leap, keep = excluded.keep
 WHERE customer_id = excluded.customer_id

-- name: special-date-delete
DELETE FROM special_date WHERE id = ?1 AND customer_id = ?2

-- name: special-follow-ups-cancel
UPDATE follow_up SET state = 'cancelled', state_reason = 'not-needed', closed_at = ?2
 WHERE subject_id = ?1 AND kind = 'special-date' AND state IN ('open', 'paused')

-- name: consent-store
INSERT INTO consent (id, customer_id, channel, granted, given_on, how) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (customer_id, channel) DO UPDATE SET granted = excluded.granted, given_on = excluded.given_on,
       how = excluded.how

-- name: consent-delete
DELETE FROM consent WHERE id = ?1 AND customer_id = ?2

-- name: no-contact-day-store
INSERT INTO no_contact_day (id, customer_id, day_on, reason) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (customer_id, day_on) DO UPDATE SET reason = excluded.reason

-- name: no-contact-day-delete
DELETE FROM no_contact_day WHERE id = ?1 AND customer_id = ?2

-- name: customer-tag-delete
DELETE FROM customer_tag WHERE id = ?1 AND customer_id = ?2

-- name: customer-verify
UPDATE customer SET verified_on = ?2, verified_by_id = ?3 WHERE id = ?1

-- What the card shows.

-- name: card-household
SELECT o.id, o.name FROM customer c JOIN customer o ON o.household_id = c.household_id AND o.id <> c.id
 WHERE c.id = ?1 AND o.merged_into_id IS NULL ORDER BY o.id LIMIT 20

-- name: card-follow-ups
SELECT id FROM follow_up WHERE customer_id = ?1 AND state IN ('open', 'paused') ORDER BY due_at, id

-- Open promises, then the last three that are settled.
-- name: card-promise-ledger
SELECT id, text, state, day FROM (
  SELECT id, text, state, due_on AS day, 1 AS open FROM promise WHERE customer_id = ?1 AND state = 'open'
  UNION ALL
  SELECT * FROM (SELECT id, text, state, coalesce (kept_on, due_on) AS day, 0 FROM promise
                  WHERE customer_id = ?1 AND state <> 'open' ORDER BY day DESC LIMIT 3))
 ORDER BY open DESC, day

-- name: card-mix
SELECT mix FROM visit WHERE customer_id = ?1 AND outcome = 'reached' ORDER BY started_at DESC, id DESC LIMIT 12

-- Everything that happened, newest first. The kinds are those of HfEntryKind; ?2 a bit for each that is wanted.
-- Columns: kind, id, at, plan, step no, steps, title, word, state, text, staff, channel, number, other.
-- name: card-history
SELECT 0 AS kind, v.id AS id, v.started_at AS at, e.plan_id, coalesce (f.step_no, 0), coalesce (f.step_count, 0), coalesce (f.title, ''),
       v.outcome, coalesce (v.effect, ''), v.note, s.name, v.channel, v.minutes, v.satisfaction
  FROM visit v LEFT JOIN staff s ON s.id = v.staff_id
  LEFT JOIN follow_up f ON f.id = (SELECT id FROM follow_up WHERE visit_id = v.id ORDER BY priority, id LIMIT 1)
  LEFT JOIN enrolment e ON e.id = f.enrolment_id
 WHERE v.customer_id = ?1 AND ?2 & 1
UNION ALL
SELECT 1, p.id, p.bought_on * 1440, NULL, 0, 0,
       coalesce ((SELECT group_concat (r.name || ' ×' || l.packs, ', ') FROM purchase_line l JOIN product r ON r.id = l.product_id
         WHERE l.purchase_id = p.id), ''), coalesce (p.price_basis, ''), '', p.note, s.name, NULL,
       (SELECT sum (l.packs * coalesce (l.price_fen, r.price_fen)) - p.discount_fen FROM purchase_line l
          JOIN product r ON r.id = l.product_id WHERE l.purchase_id = p.id), p.owed_fen
  FROM purchase p LEFT JOIN staff s ON s.id = p.delivered_by_id WHERE p.customer_id = ?1 AND ?2 & 2
UNION ALL
SELECT 2, c.id, c.received_at, NULL, 0, 0, '', c.reason, CASE WHEN c.withdrawn_at IS NULL THEN c.stage ELSE 'withdrawn' END, c.words, s.name, c.channel, c.number, c.satisfaction
  FROM complaint c LEFT JOIN staff s ON s.id = c.responsible_id WHERE c.customer_id = ?1 AND ?2 & 4
UNION ALL
SELECT 3, t.id, t.opened_at, NULL, 0, 0,
       coalesce ((SELECT group_concat (r.name || ' ×' || n.packs, ', ') FROM return_line n
                    JOIN purchase_line l ON l.id = n.line_id JOIN product r ON r.id = l.product_id WHERE n.return_id = t.id), ''),
       t.state, '', t.note, s.name, NULL, t.refund_fen, NULL
  FROM product_return t LEFT JOIN staff s ON s.id = t.staff_id WHERE t.customer_id = ?1 AND ?2 & 8
UNION ALL
SELECT 4, a.id, a.opened_at, NULL, 0, 0, coalesce (r.name, ''), CASE WHEN a.closed_at IS NULL THEN 'open' ELSE 'closed' END, '', '',
       s.name, NULL, NULL, NULL
  FROM adverse_reaction a LEFT JOIN product r ON r.id = a.product_id LEFT JOIN staff s ON s.id = a.staff_id
 WHERE a.customer_id = ?1 AND ?2 & 16
UNION ALL
SELECT 5, f.id, f.named_on * 1440, NULL, 0, 0, f.person_name, f.state, f.how, f.relation, s.name, NULL, NULL, NULL
  FROM referral f LEFT JOIN staff s ON s.id = (SELECT m.staff_id FROM referral_move m WHERE m.referral_id = f.id ORDER BY m.id LIMIT 1)
 WHERE f.referrer_id = ?1 AND ?2 & 32
UNION ALL
SELECT 6, i.id, e.starts_at, NULL, 0, 0, e.title,
       CASE WHEN i.attended = 1 THEN 'attended' WHEN i.attended = 0 THEN 'absent' ELSE 'invited' END, coalesce (i.reply, ''), '',
       s.name, NULL, i.guests, NULL
  FROM invitation i JOIN event e ON e.id = i.event_id LEFT JOIN staff s ON s.id = i.staff_id
 WHERE i.customer_id = ?1 AND ?2 & 64
UNION ALL
SELECT 7, t.id, t.changed_on * 1440 + 1439, NULL, 0, 0, c.key, coalesce (t.old_tier, ''), t.new_tier, t.cause, NULL, NULL, NULL, NULL
  FROM tier_change t JOIN tier_scheme c ON c.id = t.scheme_id WHERE t.customer_id = ?1 AND ?2 & 128
UNION ALL
SELECT 8, h.id, h.done_on * 1440 + 1439, NULL, 0, 0, '', coalesce (a.name, ''), coalesce (b.name, ''), h.reason, NULL, NULL, NULL, NULL
  FROM handover h LEFT JOIN staff a ON a.id = h.from_id LEFT JOIN staff b ON b.id = h.to_id
 WHERE h.customer_id = ?1 AND ?2 & 256
 ORDER BY at DESC, kind, id DESC

-- Cards that may be the same person's, of those that ?2 may see; 0 sees all (CARD-12).
-- name: card-duplicate-count
SELECT count (*)
  FROM (SELECT other_id AS id FROM duplicate WHERE customer_id = ?1 AND state = 'open'
        UNION SELECT customer_id FROM duplicate WHERE other_id = ?1 AND state = 'open') d
  JOIN customer c ON c.id = d.id
 WHERE c.merged_into_id IS NULL AND (?2 = 0 OR c.owner_id = ?2 OR c.owner_id IS NULL)
