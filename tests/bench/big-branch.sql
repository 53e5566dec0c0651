-- What make-big-branch fills an empty branch with: @N@ customers, ten visits and two open follow-ups each.
-- Invented people: surnames and given names are combined by counting. Triggers are away meanwhile, so what they
-- keep (last contact, next follow-up, counters) is written here.

CREATE TEMP TABLE count (i INTEGER PRIMARY KEY);
INSERT INTO count WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < @N@ - 1) SELECT i FROM n;

CREATE TEMP TABLE words AS SELECT
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金' AS surnames,
  '秀英桂兰玉珍淑华建国志强小明丽梅福来凤琴美玲雪芳春生永胜德文海燕国庆红霞晓东金花立新庆云翠莲长林素芬少华兴旺' AS given;

INSERT INTO staff (id, name, role) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
  SELECT hf_new_id (), '员工' || printf ('%02d', i), CASE i WHEN 1 THEN 'manager' ELSE 'agent' END FROM n;
CREATE TEMP TABLE agent AS SELECT row_number () OVER (ORDER BY id) - 1 AS n, id FROM staff WHERE role = 'agent';
CREATE UNIQUE INDEX temp.agent_n ON agent (n);

INSERT INTO customer (id, name, sex, address, area, owner_id, card_type, created_on, last_contact_at, next_due_at,
                      supply_until_on, tier, tier_rank, stage)
  SELECT hf_new_id (),
         substr (surnames, 1 + i % 60, 1) || substr (given, 1 + (i / 60) % 54, 1)
           || CASE i % 5 WHEN 0 THEN '' ELSE substr (given, 1 + (i / 3240 + i) % 54, 1) END,
         CASE i % 2 WHEN 0 THEN 'female' ELSE 'male' END,
         '幸福路' || (i % 997) || '号' || (i % 31) || '单元', CASE i % 2000 WHEN 7 THEN '码头' ELSE '片区' || (i % 24) END,
         CASE i % 50 WHEN 0 THEN NULL ELSE (SELECT id FROM agent WHERE n = i % 39) END,
         CASE i % 20 WHEN 0 THEN 'new' WHEN 1 THEN 'contacted' WHEN 2 THEN 'discarded' ELSE 'customer' END,
         19000 + i % 1700, 1440 * (20400 + i * 7919 % 370 - CASE i % 6 WHEN 0 THEN 30 ELSE 0 END) + 600, 1440 * (20770 + i * 31 % 60) + 690,
         CASE i % 3 WHEN 0 THEN NULL ELSE 20770 + i % 80 END,
         substr ('0EDCBA', 1 + i * 7 % 6, 1), i * 7 % 6, CASE i % 10 WHEN 0 THEN i / 10 % 6 END
    FROM count, words;
CREATE TEMP TABLE base AS SELECT min (id) AS id FROM customer;

INSERT INTO phone (id, customer_id, label, number, preferred)
  SELECT hf_new_id (), base.id + i, '', printf ('138%08d', i * 7919 % 100000000), 1 FROM count, base;

INSERT INTO visit (id, customer_id, staff_id, channel, started_at, started_ms, minutes, outcome, note)
  SELECT hf_new_id (), base.id + i, (SELECT id FROM agent WHERE n = i % 39),
         CASE (i + k) % 4 WHEN 0 THEN 'home' ELSE 'phone' END, t, (t - 480) * 60000, 1 + i % 9,
         CASE (i + k) % 6 WHEN 0 THEN 'no-answer' ELSE 'reached' END, ''
    FROM (SELECT i, k, base.id AS first, 1440 * (20400 + i * 7919 % 370 - 30 * k) + 600 AS t
            FROM count, base, (SELECT 0 AS k UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4
                               UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)), base;

INSERT INTO visit_counter (month, staff_id, channel, outcome, n, minutes)
  SELECT hf_month (started_at / 1440), coalesce (staff_id, 0), channel, outcome, count (*), sum (minutes)
    FROM visit GROUP BY 1, 2, 3, 4;

-- Each third customer follows the four weeks after a purchase, another third their tier's rhythm.
INSERT INTO enrolment (id, customer_id, plan_id, anchor_on, started_at, choice, evaluate_on)
  SELECT hf_new_id (), base.id + i, p.id, 20756 + i % 14, (20756 + i % 14) * 1440 + 600,
         CASE i % 3 WHEN 1 THEN substr ('ABC', 1 + i % 3, 1) ELSE '' END, 2147483647
    FROM count, base, care_plan p
   WHERE p.key = CASE i % 3 WHEN 0 THEN 'member-28-day' WHEN 1 THEN 'tier-rhythm' END;

-- The first of the two is what that plan asks for next.
INSERT INTO follow_up (id, customer_id, staff_id, kind, priority, due_at, due_on, original_on, window_from_on,
                       window_to_on, ways, channels, title, enrolment_id, step, step_no, step_count, anchor_on)
  SELECT hf_new_id (), base.id + i, (SELECT id FROM agent WHERE n = i % 39), CASE WHEN e.id IS NULL THEN 'routine' ELSE 'step' END,
         CASE WHEN e.id IS NULL THEN 8 ELSE 5 END, due * 1440 + 690, due, due,
         due, due, CASE i % 4 WHEN 0 THEN 'home:agent' ELSE 'phone:agent' END, CASE i % 4 WHEN 0 THEN 'home' ELSE 'phone' END, '',
         e.id, CASE WHEN e.id IS NULL THEN 0 ELSE 2 END, CASE WHEN e.id IS NULL THEN 0 ELSE 2 END,
         CASE WHEN e.id IS NULL THEN 0 ELSE 5 END, e.anchor_on
    FROM (SELECT i, k, 20770 + i * 31 % 60 + 14 * k AS due FROM count, (SELECT 0 AS k UNION SELECT 1)), base
    LEFT JOIN enrolment e ON e.customer_id = base.id + i AND k = 0 AND i % 3 = 0;

INSERT INTO day_count (day_on, staff_id, what, channel, n)
  SELECT started_at / 1440, coalesce (staff_id, 0), 'visit', channel, count (*) FROM visit GROUP BY 1, 2, 4
  UNION ALL
  SELECT due_on, coalesce (staff_id, 0), 'open', substr (ways, 1, instr (ways, ':') - 1), count (*)
    FROM follow_up GROUP BY 1, 2, 4;

INSERT INTO day_count_of (of, name, day_on, staff_id, what, channel, n)
  SELECT 'area', c.area, d.day_on, d.staff_id, d.what, d.channel, count (*)
    FROM customer_count_day d JOIN customer c ON c.id = d.customer_id WHERE c.area <> '' GROUP BY 2, 3, 4, 5, 6
  UNION ALL
  SELECT 'tier', c.tier, d.day_on, d.staff_id, d.what, d.channel, count (*)
    FROM customer_count_day d JOIN customer c ON c.id = d.customer_id WHERE c.tier <> '' GROUP BY 2, 3, 4, 5, 6;

UPDATE customer SET name_sort = hf_name_sort (name);
INSERT INTO customer_search (rowid, tokens) SELECT id, tokens FROM customer_search_text;
INSERT INTO customer_search (customer_search) VALUES ('optimize');
