-- One contact of a family, as `Practice.record` sends it: the same statements in the same six round trips. They were taken
-- from the server's log (log_statement = all) of a run of ours. What our program works out between them stands here as a
-- constant, or as a look into the head of the stream. Each client has families of its own, as nobody retries here.
--
-- Variables: site (number), code, team (uuid), prefix (first half of the episodes' ids), each (families a client).
\set low :client_id * :each + random(0, :each - 1)

SELECT site_id FROM site.site WHERE code = :code;

\startpipeline
BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
SELECT set_config('homeward.site', :site::text, true);
SELECT code, name, jurisdiction, time_zone FROM site.site WHERE site_id = :site::integer;
SELECT max(version) FROM site.configuration WHERE site_id = :site::integer;
SELECT t.team_id, t.code, t.model_id, t.started_on, e.recorded_at
FROM site.team AS t
LEFT JOIN record.event AS e
    ON e.site_id = t.site_id AND e.stream = 'team' AND e.stream_id = t.team_id AND e.seq = 1
WHERE t.site_id = :site::integer
ORDER BY t.code;
\endpipeline

\startpipeline
SELECT pg_advisory_xact_lock_shared(1213156677, :site::integer);
SELECT team_id, code FROM site.team WHERE site_id = :site::integer;
\endpipeline

SELECT stream_id, seq, kind, schema_version, occurred_on, recorded_at, recorded_by, on_behalf_of,
    model_id, model_version, settings_version, payload, previous_hash, hash
FROM record.event
WHERE site_id = :site::integer AND stream = 'episode'
    AND stream_id = ANY(ARRAY[(:prefix || lpad(to_hex(:low::bigint), 16, '0'))::uuid])
    AND recorded_at <= 'infinity'::timestamptz
ORDER BY stream_id, seq;

\startpipeline
INSERT INTO record.event (site_id, stream, stream_id, seq, kind, schema_version, occurred_on, recorded_at,
    recorded_by, on_behalf_of, model_id, model_version, settings_version, payload, previous_hash, hash)
SELECT :site::integer, u.stream, u.stream_id,
    (
        SELECT s.head_seq + 1 FROM record.stream AS s
        WHERE s.site_id = :site::integer AND s.stream = 'episode' AND s.stream_id = u.stream_id
    ),
    u.kind, u.schema_version, u.occurred_on, u.recorded_at,
    u.recorded_by, u.on_behalf_of, u.model_id, u.model_version, u.settings_version, u.payload,
    u.previous_hash, u.hash
FROM unnest(
    ARRAY['episode'], ARRAY[(:prefix || lpad(to_hex(:low::bigint), 16, '0'))::uuid],
    ARRAY['contact-recorded'], ARRAY[1::smallint],
    ARRAY[current_date - 1], ARRAY[clock_timestamp()],
    ARRAY['operator'], ARRAY[NULL::text],
    ARRAY['mst'], ARRAY[1],
    ARRAY[1],
    ARRAY[jsonb_build_object('contact', gen_random_uuid(), 'minutes', 60, 'mode', 'meeting', 'with', 'family')],
    ARRAY[decode(repeat('ab', 32), 'hex')], ARRAY[decode(repeat('cd', 32), 'hex')]
) AS u(
    stream, stream_id, kind, schema_version, occurred_on, recorded_at, recorded_by, on_behalf_of,
    model_id, model_version, settings_version, payload, previous_hash, hash
);
UPDATE record.stream AS s
SET head_seq = s.head_seq + 1, head_hash = u.head_hash, last_recorded_at = u.last_recorded_at
FROM unnest(
    ARRAY['episode'], ARRAY[(:prefix || lpad(to_hex(:low::bigint), 16, '0'))::uuid],
    ARRAY[decode(repeat('cd', 32), 'hex')], ARRAY[clock_timestamp()]
) AS u(stream, stream_id, head_hash, last_recorded_at)
WHERE s.site_id = :site::integer AND s.stream = u.stream AND s.stream_id = u.stream_id;
INSERT INTO record.episode (site_id, episode_id, ref, child_id, model_id, model_version, settings_version,
    team_id, therapist, phase, decision, decline_reason, referred_on, decided_on, decided_day_estimated,
    started_on, closed_on, closure_reason, closure_group, last_seq, shape)
SELECT :site::integer, u.episode_id, u.ref, u.child_id, u.model_id, u.model_version, u.settings_version,
    u.team_id, u.therapist, u.phase, u.decision, u.decline_reason, u.referred_on, u.decided_on,
    u.decided_day_estimated, u.started_on, u.closed_on, u.closure_reason, u.closure_group,
    (
        SELECT s.head_seq FROM record.stream AS s
        WHERE s.site_id = :site::integer AND s.stream = 'episode' AND s.stream_id = u.episode_id
    ),
    1
FROM unnest(
    ARRAY[(:prefix || lpad(to_hex(:low::bigint), 16, '0'))::uuid], ARRAY[NULL::text],
    ARRAY[(:prefix || lpad(to_hex(:low::bigint), 16, '0'))::uuid], ARRAY['mst'], ARRAY[1], ARRAY[1],
    ARRAY[:team::uuid], ARRAY[NULL::text], ARRAY['treatment'], ARRAY['accepted'], ARRAY[NULL::text],
    ARRAY[current_date - 60], ARRAY[current_date - 60], ARRAY[false],
    ARRAY[current_date - 55], ARRAY[NULL::date], ARRAY[NULL::text], ARRAY[NULL::text]
) AS u(
    episode_id, ref, child_id, model_id, model_version, settings_version, team_id, therapist, phase,
    decision, decline_reason, referred_on, decided_on, decided_day_estimated, started_on, closed_on,
    closure_reason, closure_group
)
ON CONFLICT (site_id, episode_id) DO UPDATE SET
    ref = excluded.ref, child_id = excluded.child_id, model_id = excluded.model_id,
    model_version = excluded.model_version, settings_version = excluded.settings_version,
    team_id = excluded.team_id, therapist = excluded.therapist, phase = excluded.phase,
    decision = excluded.decision, decline_reason = excluded.decline_reason,
    referred_on = excluded.referred_on, decided_on = excluded.decided_on,
    decided_day_estimated = excluded.decided_day_estimated, started_on = excluded.started_on,
    closed_on = excluded.closed_on, closure_reason = excluded.closure_reason,
    closure_group = excluded.closure_group, last_seq = excluded.last_seq, shape = excluded.shape;
INSERT INTO record.contact (site_id, episode_id, contact_id, occurred_on, mode, with_whom, minutes, phase,
    shape)
SELECT :site::integer, u.episode_id, u.contact_id, u.occurred_on, u.mode, u.with_whom, u.minutes, u.phase,
    1
FROM unnest(
    ARRAY[(:prefix || lpad(to_hex(:low::bigint), 16, '0'))::uuid], ARRAY[gen_random_uuid()],
    ARRAY[current_date - 1], ARRAY['meeting'],
    ARRAY['family'], ARRAY[60], ARRAY['treatment']
) AS u(
    episode_id, contact_id, occurred_on, mode, with_whom, minutes, phase
)
ON CONFLICT (site_id, episode_id, contact_id) DO UPDATE SET
    occurred_on = excluded.occurred_on, mode = excluded.mode, with_whom = excluded.with_whom,
    minutes = excluded.minutes, phase = excluded.phase, shape = excluded.shape;
\endpipeline

COMMIT;
