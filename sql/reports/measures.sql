-- The sums behind what a model measures beside the programme's indicator table (clinical.md 4.5; uk.md 1.6, 2.3 and 3).
--
-- The measures come from the models as rows of JSON, so this text knows none of them. All are counted over the closures
-- of a period, by the day of closing, estimated days too; every measure only over the closures of its own model.
--
-- To be planned with its values (`plan_cache_mode = force_custom_plan`): without a time of knowledge `$6 IS NULL`
-- then folds away, and the partial indexes of the current facts serve. A plan for all values could not use them.
--
-- Parameters
--   $1 integer[]    the sites that are counted
--   $2 text         only closures of this team; null for all
--   $3 jsonb        the measures: a list of {place, model, base, question, outcome, month, kind, field, from, tests,
--                   provision}.
--                   base is closed, opportunity or started; question is one of
--                     started      treatment had begun
--                     moved-home   a phase at home followed one that was not, or a spell at home one in a placement;
--                                  no: the placement of the first session went on, or the model's facts of the time of
--                                  treatment are on record and the child is not at home at the closing
--                     placed-again a placement after the move home, or before it one that was not planned; or a fact of
--                                  `kind`, or a closing for being placed; `tests` then says which settings are
--                                  placements, and which reasons are planned and which unplanned: unknown for others,
--                                  and where neither facts of the time of treatment nor placements are on record
--                     outcome      the answer to `outcome` at closing
--                     follow-up    the answer to `outcome` `month` months after closing, if it was held in its window
--                     happened     a fact of `kind` that meets `tests` from the first session to the closing; unknown
--                                  where no fact of any kind of that time is on record
--                     turned       all of whom the last fact of `kind` met `from` at the first session meet `tests` by
--                                  the closing; who is not so is outside the base. `provision`, {kind, during, after,
--                                  care}, gives what spells of that kind say as codes of such a fact: from the first
--                                  day, from the day it ended, and the same for who is looked after at the closing
--                     children     each child's own: `field` of the last fact of `kind` about it
--                   tests and from say which words each field may hold: {field: [word, ...]}
--   $4 date         the first day that counts
--   $5 date         the first day that no longer counts
--   $6 timestamptz  what was known at this time; null for what is known now
--   $7 date         the day it is: a follow-up whose day is to come is not due
--   $8 smallint     the shape of a model's facts that is understood; that of episodes' facts is checked by indicators.sql
--   $9 smallint     the shape of spells' facts that is understood
--   $10 text        only children for whom this authority answers; null for all
--
-- Columns, one row for each measure
--   place               the measure's place in the list
--   stale               facts of another shape than $8 of the closures, and spells of another shape than $9 of children
--                       whose spells are looked at; any makes the rest unusable
--   yes, no, unknown    of the base; together with not_due they are all of it. For children they are children, each once,
--                       as its latest closing says
--   not_due             follow-ups that are not due yet
--   outside_window      of the unknown and those not due: a follow-up was collected, but not in its window
WITH measure AS (
    SELECT *
    FROM jsonb_to_recordset($3) AS measure (
        place integer, model text, base text, question text, outcome text, month integer, kind text, field text,
        "from" jsonb, tests jsonb,
        provision jsonb
    )
),
closed AS NOT MATERIALIZED (
    SELECT
        site_id, fact_key, child_key, model_id, closure_group, started_on, moved_home_on, closed_on, at_home,
        in_school_or_work, no_new_arrests, further_answers, follow_ups
    FROM reporting.episode_fact
    WHERE site_id = ANY ($1)
        AND ($2::text IS NULL OR closed_team = $2)
        AND ($10::text IS NULL OR responsible_authority = $10)
        AND model_id IN (SELECT model FROM measure)
        AND closed_on >= $4
        AND closed_on < $5
        AND (
            ($6::timestamptz IS NULL AND known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
        )
),
-- Kept for the questions that look at each family; where none is asked it is not read at all.
closing AS MATERIALIZED (
    SELECT * FROM closed WHERE EXISTS (SELECT FROM measure WHERE question <> 'outcome')
),
fact AS NOT MATERIALIZED (
    SELECT *
    FROM reporting.model_fact
    WHERE ($6::timestamptz IS NULL AND known_to = 'infinity')
        OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
),
spell AS NOT MATERIALIZED (
    SELECT *
    FROM reporting.care_spell_fact
    WHERE ($6::timestamptz IS NULL AND known_to = 'infinity')
        OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
),
-- Not kept: it has a row for each measure of each closure, and would be written to disk. Only the questions that look
-- at is_kept ask for it: whether the model's facts of the time of treatment are on record.
counted AS NOT MATERIALIZED (
    SELECT
        measure.*,
        closing.*,
        EXISTS (
            SELECT FROM fact
            WHERE fact.site_id = closing.site_id
                AND fact.episode_key = closing.fact_key
                AND fact.sort = 'fact'
                AND fact.held_from BETWEEN closing.started_on AND closing.closed_on
        ) AS is_kept
    FROM measure
    JOIN closing ON closing.model_id = measure.model
        AND CASE measure.base
            WHEN 'opportunity' THEN closing.closure_group <> 'not_counted'
            WHEN 'started' THEN closing.started_on IS NOT NULL
            ELSE true
        END
),
-- Answers at closing are the same for families that are alike, and are read once for all of them.
alike AS (
    SELECT
        model_id, closure_group, started_on IS NOT NULL AS is_started, at_home, in_school_or_work, no_new_arrests,
        further_answers, count(*) AS families
    FROM closed
    GROUP BY 1, 2, 3, 4, 5, 6, 7
),
answered AS (
    SELECT
        measure.place,
        alike.families,
        coalesce(
            CASE measure.outcome
                WHEN 'at_home' THEN alike.at_home
                WHEN 'in_school_or_work' THEN alike.in_school_or_work
                WHEN 'no_new_arrests' THEN alike.no_new_arrests
                ELSE alike.further_answers ->> measure.outcome
            END, 'unknown') AS answer
    FROM measure
    JOIN alike ON alike.model_id = measure.model
        AND CASE measure.base
            WHEN 'opportunity' THEN alike.closure_group <> 'not_counted'
            WHEN 'started' THEN alike.is_started
            ELSE true
        END
    WHERE measure.question = 'outcome'
),
family AS (
    SELECT
        place,
        question = 'follow-up' AND NOT follow_ups ? month::text AND follow_ups ? ('outside/' || month) AS is_outside,
        CASE question
            WHEN 'started' THEN CASE WHEN started_on IS NULL THEN 'no' ELSE 'yes' END
            WHEN 'moved-home' THEN
                CASE
                    WHEN moved_home_on IS NOT NULL THEN 'yes'
                    WHEN EXISTS (
                        SELECT FROM spell AS home
                        JOIN spell AS away ON away.site_id = home.site_id AND away.child_key = home.child_key
                        WHERE home.site_id = counted.site_id
                            AND home.child_key = counted.child_key
                            AND home.measure = 'placement'
                            AND NOT home.out_of_home
                            AND home.started_on BETWEEN counted.started_on AND counted.closed_on
                            AND away.out_of_home
                            AND away.started_on < home.started_on
                    ) THEN 'yes'
                    WHEN EXISTS (
                        SELECT FROM spell AS away
                        WHERE away.site_id = counted.site_id
                            AND away.child_key = counted.child_key
                            AND away.out_of_home
                            AND away.started_on <= counted.started_on
                            AND (away.ended_on IS NULL OR away.ended_on > counted.closed_on)
                    ) THEN 'no'
                    WHEN is_kept AND at_home IS DISTINCT FROM 'yes' THEN 'no'
                    ELSE 'unknown'
                END
            WHEN 'placed-again' THEN
                CASE
                    WHEN closure_group = 'placed' THEN 'yes'
                    WHEN EXISTS (
                        SELECT FROM fact
                        WHERE fact.site_id = counted.site_id
                            AND fact.episode_key = counted.fact_key
                            AND fact.sort = 'fact'
                            AND fact.kind = counted.kind
                            AND fact.held_from BETWEEN counted.started_on AND counted.closed_on
                    ) THEN 'yes'
                    ELSE (
                        SELECT
                            CASE
                                WHEN bool_or(is_again) THEN 'yes'
                                WHEN bool_or(is_again IS NULL) THEN 'unknown'
                                WHEN counted.is_kept OR counted.moved_home_on IS NOT NULL OR EXISTS (
                                    SELECT FROM spell AS any_spell
                                    WHERE any_spell.site_id = counted.site_id
                                        AND any_spell.child_key = counted.child_key
                                        AND any_spell.measure = 'placement'
                                        AND any_spell.started_on <= counted.closed_on
                                        AND (any_spell.ended_on IS NULL OR any_spell.ended_on > counted.started_on)
                                ) THEN 'no'
                                ELSE 'unknown'
                            END
                        FROM (
                            SELECT CASE
                                WHEN spell.started_on > counted.moved_home_on THEN true
                                WHEN counted.tests -> 'unplanned' ? spell.reason THEN true
                                WHEN counted.tests -> 'planned' ? spell.reason THEN false
                            END AS is_again
                            FROM spell
                            WHERE spell.site_id = counted.site_id
                                AND spell.child_key = counted.child_key
                                AND spell.measure = 'placement'
                                AND counted.tests -> 'settings' ? spell.term
                                AND spell.started_on > counted.started_on
                                AND spell.started_on <= counted.closed_on
                        ) AS placement
                    )
                END
            WHEN 'follow-up' THEN
                CASE
                    WHEN follow_ups ? month::text THEN coalesce(follow_ups ->> (month || '/' || outcome), 'unknown')
                    WHEN closed_on + make_interval(months => month) > $7 THEN 'not due'
                    ELSE 'unknown'
                END
            WHEN 'happened' THEN
                CASE
                    WHEN EXISTS (
                        SELECT FROM fact
                        WHERE fact.site_id = counted.site_id
                            AND fact.episode_key = counted.fact_key
                            AND fact.sort = 'fact'
                            AND fact.kind = counted.kind
                            AND fact.held_from BETWEEN counted.started_on AND counted.closed_on
                            AND NOT EXISTS (
                                SELECT FROM jsonb_each(counted.tests) AS test (field, words)
                                WHERE NOT coalesce(test.words ? (fact.codes ->> test.field), false)
                            )
                    ) THEN 'yes'
                    WHEN is_kept THEN 'no'
                    ELSE 'unknown'
                END
            WHEN 'turned' THEN (
                SELECT CASE WHEN bool_and(is_turned) THEN 'yes' WHEN NOT bool_and(is_turned) THEN 'no' END
                FROM (
                    -- Everybody of whom it is said, with the last word at the first session and at closing.
                    SELECT DISTINCT ON (last.subject_key)
                        first_value(last.codes) OVER earlier AS before,
                        last.codes AS after,
                        bool_or(last.held_from <= counted.started_on) OVER person AS is_known
                    FROM (
                        SELECT fact.subject_key, fact.codes, fact.held_from, fact.ordinal
                        FROM fact
                        WHERE fact.site_id = counted.site_id
                            AND fact.episode_key = counted.fact_key
                            AND fact.sort = 'fact'
                            AND fact.kind = counted.kind
                        UNION ALL
                        -- Of one day what somebody wrote down is the last word, and before it that a spell began.
                        SELECT spell.child_key, said.codes, said.held_from, said.ordinal
                        FROM (
                            SELECT counted.child_key AS subject_key
                            UNION
                            SELECT fact.subject_key
                            FROM fact
                            WHERE fact.site_id = counted.site_id
                                AND fact.episode_key = counted.fact_key
                                AND fact.sort = 'participant'
                                AND fact.kind = 'sibling'
                        ) AS member
                        JOIN spell ON spell.child_key = member.subject_key
                        CROSS JOIN LATERAL (
                            VALUES
                                (counted.provision -> 'during', spell.started_on, 0),
                                (
                                    CASE
                                        WHEN EXISTS (
                                            SELECT FROM spell AS care
                                            WHERE care.site_id = spell.site_id
                                                AND care.child_key = spell.child_key
                                                AND care.looked_after
                                                AND care.started_on <= counted.closed_on
                                                AND (care.ended_on IS NULL OR care.ended_on > counted.closed_on)
                                        ) THEN counted.provision -> 'care'
                                        ELSE counted.provision -> 'after'
                                    END,
                                    spell.ended_on,
                                    -1
                                )
                        ) AS said (codes, held_from, ordinal)
                        WHERE spell.site_id = counted.site_id
                            AND spell.measure = 'provision'
                            AND spell.term = counted.provision ->> 'kind'
                    ) AS last
                    WHERE last.held_from <= counted.closed_on
                    WINDOW
                        person AS (PARTITION BY last.subject_key),
                        earlier AS (
                            PARTITION BY last.subject_key
                            ORDER BY
                                last.held_from <= counted.started_on DESC, last.held_from DESC, last.ordinal DESC
                        )
                    ORDER BY last.subject_key, last.held_from DESC, last.ordinal DESC
                ) AS person
                CROSS JOIN LATERAL (
                    SELECT NOT EXISTS (
                        SELECT FROM jsonb_each(counted.tests) AS test (field, words)
                        WHERE NOT coalesce(test.words ? (person.after ->> test.field), false)
                    ) AS is_turned
                ) AS turn
                WHERE person.is_known
                    AND NOT EXISTS (
                        SELECT FROM jsonb_each(counted."from") AS test (field, words)
                        WHERE NOT coalesce(test.words ? (person.before ->> test.field), false)
                    )
            )
        END AS answer
    FROM counted
    WHERE question NOT IN ('children', 'outcome')
),
-- The index child and the siblings who took part at the closing: each child once, as its latest closing says.
child AS (
    SELECT DISTINCT ON (counted.place, counted.site_id, member.subject_key)
        counted.place,
        false AS is_outside,
        coalesce((
            SELECT fact.codes ->> counted.field
            FROM fact
            WHERE fact.site_id = counted.site_id
                AND fact.episode_key = counted.fact_key
                AND fact.sort = 'fact'
                AND fact.kind = counted.kind
                AND fact.subject_key = member.subject_key
            ORDER BY fact.held_from DESC, fact.ordinal DESC
            LIMIT 1
        ), 'unknown') AS answer
    FROM counted
    CROSS JOIN LATERAL (
        SELECT counted.child_key AS subject_key
        UNION
        SELECT fact.subject_key
        FROM fact
        WHERE fact.site_id = counted.site_id
            AND fact.episode_key = counted.fact_key
            AND fact.sort = 'participant'
            AND fact.kind = 'sibling'
            AND fact.held_from <= counted.closed_on
            AND (fact.held_until IS NULL OR fact.held_until > counted.closed_on)
    ) AS member
    WHERE counted.question = 'children'
    ORDER BY counted.place, counted.site_id, member.subject_key, counted.closed_on DESC, counted.fact_key
)
SELECT
    measure.place,
    (
        SELECT count(*)
        FROM closed
        JOIN fact ON fact.site_id = closed.site_id AND fact.episode_key = closed.fact_key
        WHERE fact.shape <> $8
    ) + (
        SELECT count(*)
        FROM closed
        JOIN spell ON spell.site_id = closed.site_id AND spell.child_key = closed.child_key
        WHERE spell.shape <> $9
            AND closed.model_id IN (
                SELECT model
                FROM measure
                WHERE question IN ('moved-home', 'placed-again') OR provision IS NOT NULL
            )
    ) AS stale,
    coalesce(sum(families) FILTER (WHERE answer = 'yes'), 0)::bigint AS yes,
    coalesce(sum(families) FILTER (WHERE answer = 'no'), 0)::bigint AS no,
    coalesce(sum(families) FILTER (WHERE answer = 'unknown'), 0)::bigint AS unknown,
    coalesce(sum(families) FILTER (WHERE answer = 'not due'), 0)::bigint AS not_due,
    coalesce(sum(families) FILTER (WHERE is_outside), 0)::bigint AS outside_window
FROM measure
LEFT JOIN (
    SELECT place, is_outside, answer, 1 AS families FROM family
    UNION ALL
    SELECT place, is_outside, answer, 1 FROM child
    UNION ALL
    SELECT place, false, answer, families FROM answered
) AS judged USING (place)
GROUP BY measure.place
ORDER BY measure.place
