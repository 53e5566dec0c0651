-- People whom customers name or bring, and how far it came with them (REF-1).

-- name: referral-insert
INSERT INTO referral (id, referrer_id, person_name, person_phone, relation, lives, interest, how, owner_id, customer_id, named_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)

-- Whether ?1 named ?3 with the number ?2 before: as it was said, or by the card that has it since. Who declined may be
-- asked anew.
-- name: referral-same
SELECT count (*) FROM referral f
 WHERE f.referrer_id = ?1 AND f.person_name = ?3 AND f.state <> 'declined'
   AND (f.person_phone = ?2
        OR f.customer_id IN (SELECT customer_id FROM phone WHERE number = ?2 AND family_id IS NULL))

-- name: referral-move-insert
INSERT INTO referral_move (id, referral_id, moved_on, state, staff_id) VALUES (?1, ?2, ?3, ?4, ?5)

-- name: referral-get
SELECT f.id, coalesce (c.merged_into_id, c.id), coalesce (c.name, f.referrer_name), c.owner_id, f.owner_id, f.person_name,
       f.person_phone, f.relation, f.how, f.state, f.customer_id, f.named_on
  FROM referral f LEFT JOIN customer c ON c.id = f.referrer_id WHERE f.id = ?1

-- name: referrals-of-referrer
SELECT id FROM referral WHERE referrer_id = ?1 ORDER BY named_on DESC, id DESC

-- The number moves to the card once there is one (PHONE-2).
-- name: referral-set-state
UPDATE referral SET state = ?2, customer_id = coalesce (?3, customer_id),
                    person_phone = CASE WHEN ?3 IS NULL THEN person_phone END
 WHERE id = ?1

-- The one card with that number, 0 for none or several.
-- name: referral-card-of-number
SELECT CASE count (*) WHEN 1 THEN min (id) ELSE 0 END
  FROM (SELECT DISTINCT c.id AS id FROM phone p JOIN customer c ON c.id = p.customer_id
         WHERE p.number = ?1 AND p.family_id IS NULL AND c.merged_into_id IS NULL)

-- name: referral-is-customer
SELECT card_type = 'customer' FROM customer WHERE id = ?1

-- Whose person ?1 is, by the card or by one of its numbers, and has now bought something on day ?2.
-- name: referrals-won
SELECT id FROM referral
 WHERE state <> 'purchased' AND named_on <= ?2 AND referrer_id IS NOT ?1
   AND (customer_id = ?1
        OR customer_id IS NULL AND person_phone IN (SELECT number FROM phone WHERE customer_id = ?1 AND family_id IS NULL))
 ORDER BY id

-- name: referral-number-is-own
SELECT count (*) FROM phone WHERE customer_id = ?1 AND number = ?2 AND family_id IS NULL
