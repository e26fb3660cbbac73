-- The counts of one indicator that is a share, by site, team, model, month and the strata of case-mix (statistics.md 3
-- and 4). What is counted is what `indicators.sql` counts: the same facts make the same numerators and denominators.
--
-- To be planned with its values (`plan_cache_mode = force_custom_plan`): without a time of knowledge `$6 IS NULL`
-- then folds away, and so do the indicator's own conditions. A plan for all values could not use the indexes.
--
-- Parameters
--   $1 integer[]    the sites that are counted
--   $2 text         only closures and decisions of this team; null for all
--   $3 text         only this model; null for all
--   $4 date         the first day that counts
--   $5 date         the first day that no longer counts
--   $6 timestamptz  what was known at this time; null for what is known now
--   $7 text         the indicator: decisions count for referral_acceptance, closures for all others
--   $8 text         over which closures: closed, opportunity or started; decisions have no base
--   $9 boolean      whether the strata are told apart
--   $10 boolean     whether months are told apart
--   $11 smallint    the shape of episodes' facts that is understood
--   $12 text        only children for whom this authority answers; null for all
--   $13 smallint    the shape of spells' facts that is understood
--   $14 integer[]   sites of teams, $15 text[] their codes, $16 date[] the days they began: of one length
--   $17 boolean     whether sites and teams are told apart
--   $18 text        an outcome of a model's own, which is counted in the place of the indicator $7; null for none
--
-- Columns, one row for each combination that there is
--   site_id, team, model   who had the family on the day that counts; the team that has it where that is not known; 0 and
--                   nothing for site and team unless $17
--   month           the first day of the month; null unless $10
--   age, prior, route      age at referral, whether a spell away from home began before the referral, and who
--                   referred; null unless $9
--   is_young        whether the team had worked for less than twelve months when treatment (or the decision) began; false
--                   unless $9
--   yes, no, unknown       answers
--   outside         closures that the indicator does not count
--   stale           facts of another shape than $11 or $13; any makes the rest unusable
WITH placed AS (
    SELECT site_id, child_key, min(started_on) AS first_on, count(*) FILTER (WHERE shape <> $13) AS stale
    FROM reporting.care_spell_fact
    WHERE $9
        AND site_id = ANY ($1)
        AND out_of_home
        AND (
            ($6::timestamptz IS NULL AND known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
        )
    GROUP BY site_id, child_key
),
asked AS (
    SELECT
        site_id,
        child_key,
        CASE WHEN $3::text IS NULL THEN model_id END AS model_id,
        coalesce(CASE WHEN $7 = 'referral_acceptance' THEN decided_team ELSE closed_team END, team) AS team,
        CASE WHEN $7 = 'referral_acceptance' THEN decided_on ELSE closed_on END AS day,
        coalesce(started_on, decided_on) AS began_on,
        referred_on,
        age_months,
        referral_source,
        shape,
        CASE
            WHEN $7 = 'referral_acceptance' THEN CASE decision WHEN 'accepted' THEN 'yes' ELSE 'no' END
            WHEN $8 = 'opportunity' AND closure_group = 'not_counted' THEN 'outside'
            WHEN $8 = 'started' AND started_on IS NULL THEN 'outside'
            WHEN $18::text IS NOT NULL THEN coalesce(further_answers ->> $18, 'unknown')
            ELSE CASE $7
                WHEN 'at_home' THEN coalesce(at_home, 'unknown')
                WHEN 'in_school_or_work' THEN coalesce(in_school_or_work, 'unknown')
                WHEN 'no_new_arrests' THEN coalesce(no_new_arrests, 'unknown')
                WHEN 'completed' THEN CASE closure_group WHEN 'completed' THEN 'yes' ELSE 'no' END
                WHEN 'lack_of_engagement' THEN CASE closure_group WHEN 'lack_of_engagement' THEN 'yes' ELSE 'no' END
                WHEN 'placed' THEN CASE closure_group WHEN 'placed' THEN 'yes' ELSE 'no' END
                WHEN 'adherent_families' THEN
                    CASE WHEN interviews = 0 THEN 'unknown' WHEN adherent THEN 'yes' ELSE 'no' END
                WHEN 'interviewed_families' THEN
                    CASE
                        WHEN interview_expected IS NULL THEN 'unknown'
                        WHEN NOT interview_expected THEN 'outside'
                        WHEN interviews > 0 THEN 'yes'
                        ELSE 'no'
                    END
            END
        END AS answer
    FROM reporting.episode_fact
    WHERE site_id = ANY ($1)
        AND ($2::text IS NULL OR CASE WHEN $7 = 'referral_acceptance' THEN decided_team ELSE closed_team END = $2)
        AND ($3::text IS NULL OR model_id = $3)
        AND ($12::text IS NULL OR responsible_authority = $12)
        AND CASE WHEN $7 = 'referral_acceptance' THEN decided_on ELSE closed_on END >= $4
        AND CASE WHEN $7 = 'referral_acceptance' THEN decided_on ELSE closed_on END < $5
        AND (
            ($6::timestamptz IS NULL AND known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
        )
),
-- One row each, or the planner could not leave it out where strata are not told apart; it leaves out `placed` too.
teams AS (
    SELECT site_id, team, (min(began_on) + interval '12 months')::date AS settled_on
    FROM unnest($14::integer[], $15::text[], $16::date[]) AS teams (site_id, team, began_on)
    GROUP BY site_id, team
),
-- Families that are alike are put together first, by few and small values: words and months are made of a few rows then.
-- What is not told apart is null, since a value would be compared for each family, even if it is the same for all.
alike AS (
    SELECT
        CASE WHEN $17 THEN asked.site_id END AS site_id,
        CASE WHEN $17 THEN asked.team END AS team,
        asked.model_id,
        -- Sites and teams have too many days.
        CASE WHEN $10 THEN
            CASE WHEN $17 THEN date_trunc('month', asked.day::timestamp)::date ELSE asked.day END
        END AS day,
        -- Age, whether placed and whether the team was young: 1, 8 and 16 times.
        CASE WHEN $9 THEN
            coalesce(width_bucket(asked.age_months::integer, ARRAY[0, 144, 168, 192]), 0)
                + CASE WHEN placed.first_on < asked.referred_on THEN 8 ELSE 0 END
                + CASE WHEN asked.began_on < teams.settled_on THEN 16 ELSE 0 END
        END AS stratum,
        CASE WHEN $9 THEN asked.referral_source END AS source,
        asked.answer,
        count(*) AS families,
        count(*) FILTER (WHERE asked.shape <> $11 OR ($9 AND placed.stale > 0)) AS stale
    FROM asked
    LEFT JOIN placed ON placed.site_id = asked.site_id AND placed.child_key = asked.child_key
    LEFT JOIN teams ON teams.site_id = asked.site_id AND teams.team = asked.team
    GROUP BY 1, 2, 3, 4, 5, 6, 7
)
SELECT
    coalesce(site_id, 0) AS site_id,
    coalesce(team, '') AS team,
    coalesce(model_id, $3) AS model,
    date_trunc('month', day::timestamp)::date AS month,
    CASE WHEN $9 THEN (ARRAY['unknown', 'under-12', '12-13', '14-15', '16-and-over'])[stratum % 8 + 1] END AS age,
    CASE WHEN $9 THEN CASE WHEN stratum & 8 > 0 THEN 'placed-before' ELSE 'none-on-record' END END AS prior,
    CASE WHEN $9 THEN coalesce(source, 'unknown') END AS route,
    coalesce(stratum & 16 > 0, false) AS is_young,
    coalesce(sum(families) FILTER (WHERE answer = 'yes'), 0)::bigint AS yes,
    coalesce(sum(families) FILTER (WHERE answer = 'no'), 0)::bigint AS no,
    coalesce(sum(families) FILTER (WHERE answer = 'unknown'), 0)::bigint AS unknown,
    coalesce(sum(families) FILTER (WHERE answer = 'outside'), 0)::bigint AS outside,
    sum(stale)::bigint AS stale
FROM alike
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
