-- The schema after all of sql/migrations, as pg_dump --schema-only prints it. For reading and comparing, never
-- applied. Written anew by: HOMEWARD_REGENERATE_SCHEMA=1 swift test --filter GoldenSchemaTests

--
-- PostgreSQL database dump
--

--
-- Name: access; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA access;

ALTER SCHEMA access OWNER TO homeward_owner;

--
-- Name: SCHEMA access; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA access IS 'Who may see what at a site, who did, and the proof of it.';

--
-- Name: door; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA door;

ALTER SCHEMA door OWNER TO homeward_owner;

--
-- Name: SCHEMA door; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA door IS 'What is asked before the site is known: accounts and what opens them. Read and written by functions alone.';

--
-- Name: duty; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA duty;

ALTER SCHEMA duty OWNER TO homeward_owner;

--
-- Name: SCHEMA duty; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA duty IS 'What is owed and not yet done.';

--
-- Name: edition; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA edition;

ALTER SCHEMA edition OWNER TO homeward_owner;

--
-- Name: SCHEMA edition; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA edition IS 'Frozen figures of the network, and what later ones are checked together with.';

--
-- Name: exchange; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA exchange;

ALTER SCHEMA exchange OWNER TO homeward_owner;

--
-- Name: SCHEMA exchange; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA exchange IS 'Files in: which were imported, and the last imported values of each row.';

--
-- Name: extension; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA extension;

ALTER SCHEMA extension OWNER TO homeward_owner;

--
-- Name: SCHEMA extension; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA extension IS 'What extensions bring, apart from our own names.';

--
-- Name: identity; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA identity;

ALTER SCHEMA identity OWNER TO homeward_owner;

--
-- Name: SCHEMA identity; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA identity IS 'Who people are, sealed.';

--
-- Name: interview; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA interview;

ALTER SCHEMA interview OWNER TO homeward_owner;

--
-- Name: SCHEMA interview; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA interview IS 'How interviews are come by; what was answered stands in the record.';

--
-- Name: job; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA job;

ALTER SCHEMA job OWNER TO homeward_owner;

--
-- Name: SCHEMA job; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA job IS 'Nightly work: each occurrence once, who holds it, and what leaves by it.';

--
-- Name: narrative; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA narrative;

ALTER SCHEMA narrative OWNER TO homeward_owner;

--
-- Name: SCHEMA narrative; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA narrative IS 'What was written in words, sealed.';

--
-- Name: on_call; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA on_call;

ALTER SCHEMA on_call OWNER TO homeward_owner;

--
-- Name: SCHEMA on_call; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA on_call IS 'Calls to the telephones of teams, and who took them over.';

--
-- Name: record; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA record;

ALTER SCHEMA record OWNER TO homeward_owner;

--
-- Name: SCHEMA record; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA record IS 'What happened, as events, and the projections that are folded from them.';

--
-- Name: referral; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA referral;

ALTER SCHEMA referral OWNER TO homeward_owner;

--
-- Name: SCHEMA referral; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA referral IS 'How referrals are seen to; what was referred and decided stands in the record.';

--
-- Name: reporting; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA reporting;

ALTER SCHEMA reporting OWNER TO homeward_owner;

--
-- Name: SCHEMA reporting; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA reporting IS 'Facts for reports: days, codes and numbers under a key that only the site can join.';

--
-- Name: retention; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA retention;

ALTER SCHEMA retention OWNER TO homeward_owner;

--
-- Name: SCHEMA retention; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA retention IS 'What holds records beyond their day, and who decided that they end.';

--
-- Name: schema; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA schema;

ALTER SCHEMA schema OWNER TO homeward_owner;

--
-- Name: SCHEMA schema; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA schema IS 'What has been applied to this database.';

--
-- Name: site; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA site;

ALTER SCHEMA site OWNER TO homeward_owner;

--
-- Name: SCHEMA site; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA site IS 'Licensed sites, how each is set up, and their teams.';

--
-- Name: summary; Type: SCHEMA; Schema: -; Owner: homeward_owner
--

CREATE SCHEMA summary;

ALTER SCHEMA summary OWNER TO homeward_owner;

--
-- Name: SCHEMA summary; Type: COMMENT; Schema: -; Owner: homeward_owner
--

COMMENT ON SCHEMA summary IS 'What is written around the summaries of weeks, which themselves stand in the record.';

--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA extension;

--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

--
-- Name: code; Type: DOMAIN; Schema: site; Owner: homeward_owner
--

CREATE DOMAIN site.code AS text COLLATE pg_catalog."C"
	CONSTRAINT code_well_formed CHECK (((octet_length(VALUE) <= 32) AND (VALUE ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'::text)));

ALTER DOMAIN site.code OWNER TO homeward_owner;

--
-- Name: DOMAIN code; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON DOMAIN site.code IS 'A code that people choose: of a site, team, member of staff, episode, child. No space: it would look like a name.';

--
-- Name: term; Type: DOMAIN; Schema: site; Owner: homeward_owner
--

CREATE DOMAIN site.term AS text COLLATE pg_catalog."C"
	CONSTRAINT term_well_formed CHECK (((octet_length(VALUE) <= 64) AND (VALUE ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'::text)));

ALTER DOMAIN site.term OWNER TO homeward_owner;

--
-- Name: DOMAIN term; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON DOMAIN site.term IS 'A word from a closed list that the program or a model keeps: a kind, phase, reason, mode, status.';

--
-- Name: barred(); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.barred() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT (COALESCE(NULLIF(current_setting('homeward.barred'::text, true), ''::text), '{}'::text))::uuid[] AS "coalesce";
END;

ALTER FUNCTION access.barred() OWNER TO homeward_owner;

--
-- Name: FUNCTION barred(); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.barred() IS 'What the transaction must not reach; it beats everything else.';

--
-- Name: demand_look_of_glass(); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.demand_look_of_glass() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM access.look AS l
        WHERE l.site_id = NEW.site_id AND l.target_id = NEW.episode_id AND l.account_id = NEW.account_id
            AND l.action = 'access.break-glass' AND l.outcome = 'allowed'
            AND l.at BETWEEN NEW.opened_at AND NEW.opened_at + interval '1 minute'
    ) THEN
        RAISE EXCEPTION 'an episode is opened in an emergency without a look'
            USING ERRCODE = 'integrity_constraint_violation', SCHEMA = 'access', TABLE = 'glass',
                CONSTRAINT = 'glass_is_looked';
    END IF;
    RETURN NULL;
END
$$;

ALTER FUNCTION access.demand_look_of_glass() OWNER TO homeward_owner;

--
-- Name: FUNCTION demand_look_of_glass(); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.demand_look_of_glass() IS 'Refuses, when the transaction ends, an emergency that the access log knows nothing of.';

--
-- Name: enter(uuid, date, boolean, uuid[], text[], text[], uuid[], text[]); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.enter(account uuid, day date, everything boolean, teams uuid[], staff text[], on_call text[], opened uuid[], aspects text[]) RETURNS TABLE(on_call_teams uuid[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    site integer := nullif(current_setting('homeward.site', true), '')::integer;
    shut uuid[];
    episodes uuid[] := '{}';
    barred uuid[] := '{}';
    reached uuid[] := '{}';
BEGIN
    -- Most are kept from nobody, and then nothing more is looked for.
    shut := ARRAY(
        SELECT bar.episode_id FROM access.bar AS bar
        WHERE bar.site_id = site AND bar.account_id = account AND bar.lifted_at IS NULL);
    IF shut <> '{}' THEN
        -- Who knows a family knows it in its other episodes too.
        shut := ARRAY(
            SELECT DISTINCT e.episode_id FROM unnest(shut) AS o (id)
            JOIN record.episode AS b ON b.site_id = site AND b.episode_id = o.id
            JOIN record.episode AS e ON e.site_id = b.site_id AND e.child_id = b.child_id);
        barred := shut || access.family_of(site, shut);
    END IF;
    on_call_teams := ARRAY(
        SELECT DISTINCT s.team_id FROM record.on_call_spell AS s
        WHERE s.site_id = site AND s.staff = ANY (on_call) AND day BETWEEN s.from_day AND s.through_day);
    IF NOT everything THEN
        episodes := ARRAY(
            SELECT e.episode_id FROM record.episode AS e
            WHERE e.site_id = site AND e.episode_id <> ALL (shut) AND (
                e.team_id = ANY (enter.teams || on_call_teams) OR e.therapist = ANY (enter.staff)
                OR e.episode_id = ANY (opened)));
        reached := teams || episodes || access.family_of(site, episodes);
    END IF;
    PERFORM set_config('homeward.reach', CASE WHEN everything THEN 'site' ELSE 'some' END, true),
        set_config('homeward.reached', reached::text, true), set_config('homeward.barred', barred::text, true),
        set_config('homeward.aspects', aspects::text, true), set_config('homeward.on_call', on_call_teams::text, true);
    RETURN NEXT;
END
$$;

ALTER FUNCTION access.enter(account uuid, day date, everything boolean, teams uuid[], staff text[], on_call text[], opened uuid[], aspects text[]) OWNER TO homeward_owner;

--
-- Name: FUNCTION enter(account uuid, day date, everything boolean, teams uuid[], staff text[], on_call text[], opened uuid[], aspects text[]); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.enter(account uuid, day date, everything boolean, teams uuid[], staff text[], on_call text[], opened uuid[], aspects text[]) IS 'Sets the reach of the transaction for an account from what its grants claim on a day, and answers where it is on call.';

--
-- Name: bond; Type: TABLE; Schema: identity; Owner: homeward_owner
--

CREATE TABLE identity.bond (
    site_id integer NOT NULL,
    child_id uuid NOT NULL,
    person_id uuid NOT NULL,
    relation site.term NOT NULL,
    CONSTRAINT bond_is_of_two CHECK ((person_id <> child_id))
);

ALTER TABLE ONLY identity.bond FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.bond OWNER TO homeward_owner;

--
-- Name: TABLE bond; Type: COMMENT; Schema: identity; Owner: homeward_owner
--

COMMENT ON TABLE identity.bond IS 'Who of the family belongs to a child.';

--
-- Name: COLUMN bond.relation; Type: COMMENT; Schema: identity; Owner: homeward_owner
--

COMMENT ON COLUMN identity.bond.relation IS 'What the person is to the child: mother, grandparent, foster carer.';

--
-- Name: episode; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.episode (
    site_id integer NOT NULL,
    stream text GENERATED ALWAYS AS ('episode'::text) STORED NOT NULL COLLATE pg_catalog."C",
    episode_id uuid NOT NULL,
    ref site.code,
    child_id uuid NOT NULL,
    model_id site.term NOT NULL,
    model_version integer NOT NULL,
    settings_version integer NOT NULL,
    team_id uuid NOT NULL,
    therapist site.code,
    phase site.term NOT NULL,
    decision text NOT NULL COLLATE pg_catalog."C",
    decline_reason site.term,
    referred_on date NOT NULL,
    decided_on date,
    decided_day_estimated boolean DEFAULT false NOT NULL,
    started_on date,
    closed_on date,
    closure_reason site.term,
    closure_group text COLLATE pg_catalog."C",
    last_seq bigint NOT NULL,
    shape smallint NOT NULL,
    open_during daterange GENERATED ALWAYS AS (
CASE
    WHEN ((decision = 'accepted'::text) AND (closed_on < COALESCE(started_on, decided_on))) THEN NULL::daterange
    WHEN (decision = 'accepted'::text) THEN daterange(COALESCE(started_on, decided_on), closed_on, '[)'::text)
    ELSE NULL::daterange
END) STORED,
    CONSTRAINT episode_closed_after_start CHECK ((closed_on >= COALESCE(started_on, decided_on))),
    CONSTRAINT episode_closed_only_if_accepted CHECK (((closed_on IS NULL) OR (decision = 'accepted'::text))),
    CONSTRAINT episode_closing_paired CHECK ((((closed_on IS NULL) = (closure_reason IS NULL)) AND ((closed_on IS NULL) = (closure_group IS NULL)))),
    CONSTRAINT episode_closure_group_known CHECK ((closure_group = ANY (ARRAY['completed'::text, 'lack_of_engagement'::text, 'placed'::text, 'not_counted'::text]))),
    CONSTRAINT episode_decided_after_referral CHECK ((decided_on >= referred_on)),
    CONSTRAINT episode_decision_dated CHECK (((decision = 'pending'::text) = (decided_on IS NULL))),
    CONSTRAINT episode_decision_known CHECK ((decision = ANY (ARRAY['pending'::text, 'accepted'::text, 'declined'::text]))),
    CONSTRAINT episode_decline_reason_paired CHECK (((decision = 'declined'::text) = (decline_reason IS NOT NULL))),
    CONSTRAINT episode_estimate_needs_decision CHECK (((decided_on IS NOT NULL) OR (NOT decided_day_estimated))),
    CONSTRAINT episode_last_seq_positive CHECK ((last_seq >= 1)),
    CONSTRAINT episode_shape_positive CHECK ((shape >= 1)),
    CONSTRAINT episode_started_after_decision CHECK ((started_on >= decided_on)),
    CONSTRAINT episode_started_only_if_accepted CHECK (((started_on IS NULL) OR (decision = 'accepted'::text))),
    CONSTRAINT episode_versions_positive CHECK (((model_version >= 1) AND (settings_version >= 0)))
);

ALTER TABLE ONLY record.episode FORCE ROW LEVEL SECURITY;

ALTER TABLE record.episode OWNER TO homeward_owner;

--
-- Name: TABLE episode; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.episode IS 'One row an episode of treatment, from referral to closing, as it stands now.';

--
-- Name: COLUMN episode.stream; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.episode.stream IS 'Constant, so that the foreign key can name the stream.';

--
-- Name: COLUMN episode.ref; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.episode.ref IS 'The site''s own code for the episode; null when it gave none.';

--
-- Name: COLUMN episode.model_version; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.episode.model_version IS 'The version that the episode is pinned to.';

--
-- Name: COLUMN episode.team_id; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.episode.team_id IS 'The team in force now; the history is in record.assignment.';

--
-- Name: COLUMN episode.phase; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.episode.phase IS 'The phase at the end of the timeline; `referred` and the like before treatment.';

--
-- Name: COLUMN episode.decided_day_estimated; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.episode.decided_day_estimated IS 'The day of the decision was not given and stands for an earliest possible one.';

--
-- Name: COLUMN episode.started_on; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.episode.started_on IS 'Day of the first session.';

--
-- Name: COLUMN episode.closure_group; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.episode.closure_group IS 'The group in which the reason counted when the episode was closed.';

--
-- Name: COLUMN episode.last_seq; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.episode.last_seq IS 'The event of the episode''s stream up to which this row was folded.';

--
-- Name: COLUMN episode.open_during; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.episode.open_during IS 'Days on which an accepted episode holds its child; null while it is not accepted.';

--
-- Name: participant; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.participant (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    from_day date NOT NULL,
    to_day date,
    role site.term NOT NULL,
    child_id uuid,
    shape smallint NOT NULL,
    CONSTRAINT participant_ends_after_it_begins CHECK ((to_day > from_day)),
    CONSTRAINT participant_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.participant FORCE ROW LEVEL SECURITY;

ALTER TABLE record.participant OWNER TO homeward_owner;

--
-- Name: TABLE participant; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.participant IS 'Who takes part in an episode beside the child whom the referral is about. Nothing here says who it is.';

--
-- Name: COLUMN participant.to_day; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.participant.to_day IS 'First day without the person; null while it lasts.';

--
-- Name: COLUMN participant.child_id; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.participant.child_id IS 'The child''s own stream, for a child who has one: a sibling may be the child of another episode.';

--
-- Name: family_of(integer, uuid[]); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.family_of(site integer, episodes uuid[]) RETURNS uuid[]
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT ARRAY( SELECT e.child_id
            FROM (unnest(family_of.episodes) o(id)
              JOIN record.episode e ON (((e.site_id = family_of.site) AND (e.episode_id = o.id))))
         UNION
          SELECT p.participant_id
            FROM (unnest(family_of.episodes) o(id)
              JOIN record.participant p ON (((p.site_id = family_of.site) AND (p.episode_id = o.id))))
         UNION
          SELECT b.person_id
            FROM ((unnest(family_of.episodes) o(id)
              JOIN record.episode e ON (((e.site_id = family_of.site) AND (e.episode_id = o.id))))
              JOIN identity.bond b ON (((b.site_id = e.site_id) AND (b.child_id = e.child_id))))) AS "array";
END;

ALTER FUNCTION access.family_of(site integer, episodes uuid[]) OWNER TO homeward_owner;

--
-- Name: FUNCTION family_of(site integer, episodes uuid[]); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.family_of(site integer, episodes uuid[]) IS 'The children of episodes and the others who take part.';

--
-- Name: is_unbounded(); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.is_unbounded() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT ((COALESCE(current_setting('homeward.reach'::text, true), ''::text) = 'site'::text) AND (COALESCE(current_setting('homeward.barred'::text, true), ''::text) = ANY (ARRAY[''::text, '{}'::text])));
END;

ALTER FUNCTION access.is_unbounded() OWNER TO homeward_owner;

--
-- Name: FUNCTION is_unbounded(); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.is_unbounded() IS 'Whether the transaction reaches all of its site and nothing is barred: then a row costs no more than without a policy.';

--
-- Name: kept_write(uuid, bytea, bigint, timestamp with time zone); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.kept_write(account uuid, key bytea, lock bigint, since timestamp with time zone) RETURNS TABLE(is_free boolean, request bytea, stream text, stream_id uuid, version bigint, made_id uuid, advice text[], told text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    site integer := nullif(current_setting('homeward.site', true), '')::integer;
BEGIN
    IF NOT pg_try_advisory_xact_lock(lock) THEN
        RETURN QUERY SELECT
            false, NULL::bytea, NULL::text, NULL::uuid, NULL::bigint, NULL::uuid, NULL::text[], NULL::text;
        RETURN;
    END IF;
    -- What is over is not known any more, whether the night took it away or not, and whoever reaches it now.
    DELETE FROM exchange.keyed_write AS k
    WHERE k.site_id = site AND k.account_id = account AND k.write_key = key AND k.recorded_at <= since;
    RETURN QUERY
        SELECT true, k.request, k.stream, k.stream_id, k.version, k.made_id, k.advice, k.told
        FROM (VALUES (true)) AS one (is_free)
        LEFT JOIN exchange.keyed_write AS k
            ON k.site_id = site AND k.account_id = account AND k.write_key = key;
END;
$$;

ALTER FUNCTION access.kept_write(account uuid, key bytea, lock bigint, since timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION kept_write(account uuid, key bytea, lock bigint, since timestamp with time zone); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.kept_write(account uuid, key bytea, lock bigint, since timestamp with time zone) IS 'What an account wrote at the site under a key of its own, whatever it reaches now; is_free is false while another transaction works under the key.';

--
-- Name: search_term; Type: TABLE; Schema: identity; Owner: homeward_owner
--

CREATE TABLE identity.search_term (
    site_id integer NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    digest bytea NOT NULL,
    CONSTRAINT search_term_digest_is_digest CHECK ((octet_length(digest) = 32)),
    CONSTRAINT search_term_kind_known CHECK ((kind = ANY (ARRAY['nhs-number'::text, 'upn'::text, 'name-part'::text, 'name-beginning'::text])))
);

ALTER TABLE ONLY identity.search_term FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.search_term OWNER TO homeward_owner;

--
-- Name: TABLE search_term; Type: COMMENT; Schema: identity; Owner: homeward_owner
--

COMMENT ON TABLE identity.search_term IS 'By what a person is found: HMACs of numbers, of folded parts of names and of their first three letters.';

--
-- Name: COLUMN search_term.digest; Type: COMMENT; Schema: identity; Owner: homeward_owner
--

COMMENT ON COLUMN identity.search_term.digest IS 'The same text gives the same digest at one site: how often one occurs can be seen, what it says cannot.';

--
-- Name: nhs_number_taken(integer, bytea, uuid); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.nhs_number_taken(site integer, wanted bytea, person uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM identity.search_term t
           WHERE ((t.site_id = nhs_number_taken.site) AND (t.kind = 'nhs-number'::text) AND (t.digest = nhs_number_taken.wanted) AND (t.person_id <> nhs_number_taken.person) AND (t.site_id = (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer)))) AS "exists";
END;

ALTER FUNCTION access.nhs_number_taken(site integer, wanted bytea, person uuid) OWNER TO homeward_owner;

--
-- Name: FUNCTION nhs_number_taken(site integer, wanted bytea, person uuid); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.nhs_number_taken(site integer, wanted bytea, person uuid) IS 'Whether somebody else of the site in scope has an NHS number.';

--
-- Name: note_disposed(); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.note_disposed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO access.disposed SELECT site_id, arrival, stream, stream_id FROM gone;
    RETURN NULL;
END
$$;

ALTER FUNCTION access.note_disposed() OWNER TO homeward_owner;

--
-- Name: FUNCTION note_disposed(); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.note_disposed() IS 'Keeps the places of events that are disposed of.';

--
-- Name: on_call(); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.on_call() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT (COALESCE(NULLIF(current_setting('homeward.on_call'::text, true), ''::text), '{}'::text))::uuid[] AS "coalesce"
   WHERE (current_setting('homeward.reach'::text, true) = 'some'::text);
END;

ALTER FUNCTION access.on_call() OWNER TO homeward_owner;

--
-- Name: FUNCTION on_call(); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.on_call() IS 'The teams whose telephone the asker carries today; null when all of the site is reached.';

--
-- Name: glass; Type: TABLE; Schema: access; Owner: homeward_owner
--

CREATE TABLE access.glass (
    site_id integer NOT NULL,
    account_id uuid NOT NULL,
    actor site.code NOT NULL,
    episode_id uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone NOT NULL,
    reason_id uuid NOT NULL,
    reason_commitment bytea NOT NULL,
    reviewed_by site.code,
    reviewed_at timestamp with time zone,
    closed_at timestamp with time zone,
    CONSTRAINT glass_closed_in_its_time CHECK (((closed_at >= opened_at) AND (closed_at < until_at))),
    CONSTRAINT glass_ends_after_it_begins CHECK ((until_at > opened_at)),
    CONSTRAINT glass_ends_within_days CHECK ((until_at <= (opened_at + '24:00:00'::interval))),
    CONSTRAINT glass_reason_commitment_is_sha256 CHECK ((octet_length(reason_commitment) = 32)),
    CONSTRAINT glass_reviewed_after_opened CHECK ((reviewed_at >= opened_at)),
    CONSTRAINT glass_reviewed_as_one CHECK (((reviewed_by IS NULL) = (reviewed_at IS NULL))),
    CONSTRAINT glass_reviewed_by_another CHECK (((reviewed_by)::text <> (actor)::text))
);

ALTER TABLE ONLY access.glass FORCE ROW LEVEL SECURITY;

ALTER TABLE access.glass OWNER TO homeward_owner;

--
-- Name: TABLE glass; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON TABLE access.glass IS 'Who opened an episode in an emergency, with which reason and until when; never deleted.';

--
-- Name: COLUMN glass.reason_id; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.glass.reason_id IS 'The reason, sealed in narrative.text.';

--
-- Name: COLUMN glass.reviewed_by; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.glass.reviewed_by IS 'Who looked into it afterwards: somebody else.';

--
-- Name: COLUMN glass.closed_at; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.glass.closed_at IS 'When whoever opened it needed it no more; null while it ends by itself.';

--
-- Name: open_glass(uuid, timestamp with time zone); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.open_glass(asked uuid, moment timestamp with time zone) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT DISTINCT g.episode_id
    FROM access.glass g
   WHERE ((g.account_id = open_glass.asked) AND (g.opened_at <= open_glass.moment) AND (open_glass.moment < COALESCE(g.closed_at, g.until_at)));
END;

ALTER FUNCTION access.open_glass(asked uuid, moment timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION open_glass(asked uuid, moment timestamp with time zone); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.open_glass(asked uuid, moment timestamp with time zone) IS 'The episodes that an account has open in an emergency at a moment, in the site of the transaction.';

--
-- Name: reached(); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.reached() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT (COALESCE(NULLIF(current_setting('homeward.reached'::text, true), ''::text), '{}'::text))::uuid[] AS "coalesce"
   WHERE (current_setting('homeward.reach'::text, true) = 'some'::text);
END;

ALTER FUNCTION access.reached() OWNER TO homeward_owner;

--
-- Name: FUNCTION reached(); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.reached() IS 'What the transaction reaches when it does not reach all of the site; else null.';

--
-- Name: sees(text); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.sees(kind text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT (kind = ANY ((COALESCE(NULLIF(current_setting('homeward.aspects'::text, true), ''::text), '{}'::text))::text[]));
END;

ALTER FUNCTION access.sees(kind text) OWNER TO homeward_owner;

--
-- Name: FUNCTION sees(kind text); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.sees(kind text) IS 'Whether the transaction sees a kind of content.';

--
-- Name: sees_all(); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.sees_all() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT (COALESCE(current_setting('homeward.reach'::text, true), ''::text) = 'site'::text);
END;

ALTER FUNCTION access.sees_all() OWNER TO homeward_owner;

--
-- Name: FUNCTION sees_all(); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.sees_all() IS 'Whether the transaction reaches all of its site, but for what is barred.';

--
-- Name: on_call_spell; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.on_call_spell (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    staff site.code NOT NULL,
    from_day date NOT NULL,
    through_day date NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT on_call_spell_ends_after_it_begins CHECK ((through_day >= from_day)),
    CONSTRAINT on_call_spell_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.on_call_spell FORCE ROW LEVEL SECURITY;

ALTER TABLE record.on_call_spell OWNER TO homeward_owner;

--
-- Name: TABLE on_call_spell; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.on_call_spell IS 'Who is on call on which days, as the rotas that were set make it together.';

--
-- Name: COLUMN on_call_spell.through_day; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.on_call_spell.through_day IS 'The last day; both ends belong to it.';

--
-- Name: telephones(date, date); Type: FUNCTION; Schema: access; Owner: homeward_owner
--

CREATE FUNCTION access.telephones(from_asked date, through_asked date) RETURNS TABLE(team_id uuid, staff text, from_day date, through_day date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT s.team_id,
     (s.staff)::text AS staff,
     s.from_day,
     s.through_day
    FROM record.on_call_spell s
   WHERE ((s.site_id = (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer) AND (s.from_day <= telephones.through_asked) AND (s.through_day >= telephones.from_asked))
   ORDER BY s.team_id, s.from_day, s.staff;
END;

ALTER FUNCTION access.telephones(from_asked date, through_asked date) OWNER TO homeward_owner;

--
-- Name: FUNCTION telephones(from_asked date, through_asked date); Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON FUNCTION access.telephones(from_asked date, through_asked date) IS 'Who carries which team''s telephone on some days, at the site in scope: codes and days.';

--
-- Name: account; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.account (
    account_id uuid NOT NULL,
    code site.code NOT NULL,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    disabled_at timestamp with time zone,
    rights_changed_at timestamp with time zone,
    CONSTRAINT account_created_at_finite CHECK (isfinite(created_at)),
    CONSTRAINT account_disabled_after_created CHECK ((disabled_at >= created_at)),
    CONSTRAINT account_sealed_long_enough CHECK ((octet_length(sealed) >= 28))
);

ALTER TABLE door.account OWNER TO homeward_owner;

--
-- Name: TABLE account; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.account IS 'Those who can sign in. No row-level security: it belongs to no site, and nobody may read it.';

--
-- Name: COLUMN account.code; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.account.code IS 'What they sign in with; never a name or an address.';

--
-- Name: COLUMN account.sealed; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.account.sealed IS 'Name and e-mail address, sealed.';

--
-- Name: COLUMN account.rights_changed_at; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.account.rights_changed_at IS 'When a grant was last given or taken; sessions older than it get a new token.';

--
-- Name: factor; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.factor (
    factor_id uuid NOT NULL,
    account_id uuid NOT NULL,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint,
    CONSTRAINT factor_confirmed_by_a_step CHECK (((confirmed_at IS NULL) = (last_step IS NULL))),
    CONSTRAINT factor_sealed_long_enough CHECK ((octet_length(sealed) >= 28))
);

ALTER TABLE door.factor OWNER TO homeward_owner;

--
-- Name: TABLE factor; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.factor IS 'Seeds of second factors, sealed: one in force for each account, and one that is being set up.';

--
-- Name: COLUMN factor.last_step; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.factor.last_step IS 'The last step of 30 seconds whose code was used; none is taken twice.';

--
-- Name: password; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.password (
    account_id uuid NOT NULL,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT password_sealed_long_enough CHECK ((octet_length(sealed) >= 28))
);

ALTER TABLE door.password OWNER TO homeward_owner;

--
-- Name: TABLE password; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.password IS 'The scrypt hash of each account''s password, as a PHC string, sealed.';

--
-- Name: recovery_code; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.recovery_code (
    account_id uuid NOT NULL,
    hash bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT recovery_code_hash_is_sha256 CHECK ((octet_length(hash) = 32))
);

ALTER TABLE door.recovery_code OWNER TO homeward_owner;

--
-- Name: TABLE recovery_code; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.recovery_code IS 'Codes that stand in for the second factor, once each; only their hashes.';

--
-- Name: account_facts(uuid); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.account_facts(asked uuid) RETURNS TABLE(account_id uuid, code text, key_id text, sealed bytea, created_at timestamp with time zone, disabled_at timestamp with time zone, has_password boolean, has_factor boolean, recovery_codes bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT a.account_id,
     (a.code)::text AS code,
     (a.key_id)::text AS key_id,
     a.sealed,
     a.created_at,
     a.disabled_at,
     (EXISTS ( SELECT
            FROM door.password p
           WHERE (p.account_id = a.account_id))) AS "exists",
     (EXISTS ( SELECT
            FROM door.factor f
           WHERE ((f.account_id = a.account_id) AND (f.confirmed_at IS NOT NULL)))) AS "exists",
     ( SELECT count(*) AS count
            FROM door.recovery_code r
           WHERE ((r.account_id = a.account_id) AND (r.used_at IS NULL))) AS count
    FROM door.account a
   WHERE (a.account_id = account_facts.asked);
END;

ALTER FUNCTION door.account_facts(asked uuid) OWNER TO homeward_owner;

--
-- Name: FUNCTION account_facts(asked uuid); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.account_facts(asked uuid) IS 'One account, with what opens it.';

--
-- Name: account_of(site.code); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.account_of(asked site.code) RETURNS TABLE(account_id uuid, disabled boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT a.account_id,
     (a.disabled_at IS NOT NULL)
    FROM door.account a
   WHERE ((a.code)::text = (account_of.asked)::text);
END;

ALTER FUNCTION door.account_of(asked site.code) OWNER TO homeward_owner;

--
-- Name: FUNCTION account_of(asked site.code); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.account_of(asked site.code) IS 'The account of a code.';

--
-- Name: provider; Type: TABLE; Schema: access; Owner: homeward_owner
--

CREATE TABLE access.provider (
    site_id integer NOT NULL,
    provider_id uuid NOT NULL,
    code site.code NOT NULL,
    issuer text NOT NULL COLLATE pg_catalog."C",
    client_id text NOT NULL COLLATE pg_catalog."C",
    key_id site.term,
    sealed bytea,
    added_by site.code NOT NULL,
    added_at timestamp with time zone NOT NULL,
    removed_by site.code,
    removed_at timestamp with time zone,
    CONSTRAINT provider_client_is_printable CHECK (((octet_length(client_id) <= 256) AND (client_id ~ '^[!-~]+$'::text))),
    CONSTRAINT provider_issuer_is_an_address CHECK (((octet_length(issuer) <= 512) AND (issuer ~ '^https?://[!-~]+$'::text))),
    CONSTRAINT provider_removed_after_added CHECK ((removed_at >= added_at)),
    CONSTRAINT provider_removed_as_one CHECK (((removed_by IS NULL) = (removed_at IS NULL))),
    CONSTRAINT provider_sealed_as_one CHECK (((key_id IS NULL) = (sealed IS NULL))),
    CONSTRAINT provider_sealed_long_enough CHECK ((octet_length(sealed) >= 28))
);

ALTER TABLE ONLY access.provider FORCE ROW LEVEL SECURITY;

ALTER TABLE access.provider OWNER TO homeward_owner;

--
-- Name: TABLE provider; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON TABLE access.provider IS 'Who a site trusts to say who somebody is (OpenID Connect); never deleted.';

--
-- Name: COLUMN provider.code; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.provider.code IS 'How it is named in addresses and at the command line.';

--
-- Name: COLUMN provider.sealed; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.provider.sealed IS 'What we prove to it that we are its client with; null for a client without a secret.';

--
-- Name: provider_link; Type: TABLE; Schema: access; Owner: homeward_owner
--

CREATE TABLE access.provider_link (
    site_id integer NOT NULL,
    provider_id uuid NOT NULL,
    subject_index bytea NOT NULL,
    account_id uuid NOT NULL,
    linked_by site.code NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    removed_by site.code,
    removed_at timestamp with time zone,
    CONSTRAINT provider_link_index_is_a_digest CHECK ((octet_length(subject_index) = 32)),
    CONSTRAINT provider_link_removed_after_linked CHECK ((removed_at >= linked_at)),
    CONSTRAINT provider_link_removed_as_one CHECK (((removed_by IS NULL) = (removed_at IS NULL)))
);

ALTER TABLE ONLY access.provider_link FORCE ROW LEVEL SECURITY;

ALTER TABLE access.provider_link OWNER TO homeward_owner;

--
-- Name: TABLE provider_link; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON TABLE access.provider_link IS 'Which account a provider means by a subject; never deleted.';

--
-- Name: COLUMN provider_link.subject_index; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.provider_link.subject_index IS 'Keyed hash of issuer and subject; neither stands here.';

--
-- Name: account_of_subject(uuid, bytea); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.account_of_subject(asked uuid, subject bytea) RETURNS TABLE(account_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT l.account_id
    FROM (access.provider_link l
      JOIN access.provider p USING (site_id, provider_id))
   WHERE ((l.provider_id = account_of_subject.asked) AND (l.subject_index = account_of_subject.subject) AND (l.removed_at IS NULL) AND (p.removed_at IS NULL));
END;

ALTER FUNCTION door.account_of_subject(asked uuid, subject bytea) OWNER TO homeward_owner;

--
-- Name: FUNCTION account_of_subject(asked uuid, subject bytea); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.account_of_subject(asked uuid, subject bytea) IS 'Whom a provider means by a subject.';

--
-- Name: accounts(); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.accounts() RETURNS TABLE(account_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT a.account_id
    FROM door.account a;
END;

ALTER FUNCTION door.accounts() OWNER TO homeward_owner;

--
-- Name: FUNCTION accounts(); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.accounts() IS 'All accounts.';

--
-- Name: site_grant; Type: TABLE; Schema: access; Owner: homeward_owner
--

CREATE TABLE access.site_grant (
    site_id integer NOT NULL,
    grant_id uuid NOT NULL,
    account_id uuid NOT NULL,
    role text NOT NULL COLLATE pg_catalog."C",
    team_id uuid,
    staff site.code,
    from_day date NOT NULL,
    through_day date,
    cover_for site.code,
    granted_by site.code NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    revoked_by site.code,
    revoked_at timestamp with time zone,
    CONSTRAINT site_grant_cover_ends CHECK (((cover_for IS NULL) OR (through_day IS NOT NULL))),
    CONSTRAINT site_grant_ends_after_it_begins CHECK ((through_day >= from_day)),
    CONSTRAINT site_grant_revoked_after_granted CHECK (((revoked_at IS NULL) OR (revoked_at >= granted_at))),
    CONSTRAINT site_grant_revoked_as_one CHECK (((revoked_by IS NULL) = (revoked_at IS NULL))),
    CONSTRAINT site_grant_role_known CHECK ((role = ANY (ARRAY['therapist'::text, 'supervisor'::text, 'mst-expert'::text, 'site-manager'::text, 'interviewer'::text, 'information-governance-officer'::text, 'administrator'::text])))
);

ALTER TABLE ONLY access.site_grant FORCE ROW LEVEL SECURITY;

ALTER TABLE access.site_grant OWNER TO homeward_owner;

--
-- Name: TABLE site_grant; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON TABLE access.site_grant IS 'Roles of accounts at a site or in one of its teams, between two days; never deleted.';

--
-- Name: COLUMN site_grant.staff; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.site_grant.staff IS 'The code under which they are allocated episodes and named in events.';

--
-- Name: COLUMN site_grant.cover_for; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.site_grant.cover_for IS 'Whom they stand in for; cover has a last day and ends by itself.';

--
-- Name: accounts_of_site(integer); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.accounts_of_site(asked integer) RETURNS TABLE(account_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT DISTINCT g.account_id
    FROM access.site_grant g
   WHERE (g.site_id = accounts_of_site.asked);
END;

ALTER FUNCTION door.accounts_of_site(asked integer) OWNER TO homeward_owner;

--
-- Name: FUNCTION accounts_of_site(asked integer); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.accounts_of_site(asked integer) IS 'The accounts that have or had a role at a site.';

--
-- Name: provider_sign_in; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.provider_sign_in (
    state bytea NOT NULL,
    browser bytea NOT NULL,
    provider_id uuid NOT NULL,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT provider_sign_in_ends CHECK ((expires_at > begun_at)),
    CONSTRAINT provider_sign_in_hashes CHECK (((octet_length(state) = 32) AND (octet_length(browser) = 32))),
    CONSTRAINT provider_sign_in_sealed_long_enough CHECK ((octet_length(sealed) >= 28))
);

ALTER TABLE door.provider_sign_in OWNER TO homeward_owner;

--
-- Name: TABLE provider_sign_in; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.provider_sign_in IS 'Sign-ins that were begun with a provider and have not come back: taken away by the first answer.';

--
-- Name: COLUMN provider_sign_in.state; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.provider_sign_in.state IS 'SHA-256 of the state.';

--
-- Name: COLUMN provider_sign_in.browser; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.provider_sign_in.browser IS 'SHA-256 of what only the browser that began holds.';

--
-- Name: COLUMN provider_sign_in.sealed; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.provider_sign_in.sealed IS 'Nonce and verifier.';

--
-- Name: begin_provider_sign_in(bytea, bytea, uuid, text, bytea, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.begin_provider_sign_in(given bytea, held bytea, asked uuid, key text, secret bytea, at timestamp with time zone, until timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 DELETE FROM door.provider_sign_in
   WHERE (provider_sign_in.expires_at <= begin_provider_sign_in.at);
 INSERT INTO door.provider_sign_in (state, browser, provider_id, key_id, sealed, begun_at, expires_at)
   VALUES (begin_provider_sign_in.given, begin_provider_sign_in.held, begin_provider_sign_in.asked, begin_provider_sign_in.key, begin_provider_sign_in.secret, begin_provider_sign_in.at, begin_provider_sign_in.until);
END;

ALTER FUNCTION door.begin_provider_sign_in(given bytea, held bytea, asked uuid, key text, secret bytea, at timestamp with time zone, until timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION begin_provider_sign_in(given bytea, held bytea, asked uuid, key text, secret bytea, at timestamp with time zone, until timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.begin_provider_sign_in(given bytea, held bytea, asked uuid, key text, secret bytea, at timestamp with time zone, until timestamp with time zone) IS 'Keeps a sign-in until its answer comes; those that are over go.';

--
-- Name: begin_session(uuid, uuid, bytea, text, timestamp with time zone, boolean); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.begin_session(id uuid, asked uuid, token bytea, at_stage text, at timestamp with time zone, stepped boolean) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    -- Locked: a session that begins while its account is closed either ends with it or does not begin.
    PERFORM FROM door.account WHERE account_id = asked AND disabled_at IS NULL FOR SHARE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO door.session (session_id, account_id, hash, stage, begun_at, rotated_at, used_at, stepped_up_at)
    VALUES (id, asked, token, at_stage, at, at, at, CASE WHEN stepped THEN at END);
    RETURN true;
END
$$;

ALTER FUNCTION door.begin_session(id uuid, asked uuid, token bytea, at_stage text, at timestamp with time zone, stepped boolean) OWNER TO homeward_owner;

--
-- Name: FUNCTION begin_session(id uuid, asked uuid, token bytea, at_stage text, at timestamp with time zone, stepped boolean); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.begin_session(id uuid, asked uuid, token bytea, at_stage text, at timestamp with time zone, stepped boolean) IS 'Begins a session; false when the account is closed.';

--
-- Name: notice; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.notice (
    notice_id uuid NOT NULL,
    account_id uuid NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    made_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone,
    made_by site.code,
    CONSTRAINT notice_kind_known CHECK ((kind = ANY (ARRAY['password-set'::text, 'password-replaced'::text, 'factor-set'::text, 'factor-removed'::text, 'factor-replaced'::text, 'recovery-code-used'::text, 'recovery-codes-made'::text, 'address-changed'::text, 'link-made'::text, 'token-made'::text, 'account-disabled'::text, 'account-enabled'::text, 'provider-linked'::text])))
);

ALTER TABLE door.notice OWNER TO homeward_owner;

--
-- Name: TABLE notice; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.notice IS 'What an account''s owner is told of: changes of what opens it.';

--
-- Name: COLUMN notice.made_by; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.notice.made_by IS 'Whose hand did it; null for what the owner did.';

--
-- Name: tell(uuid, text, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.tell(asked uuid, kind text, at timestamp with time zone) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 INSERT INTO door.notice (notice_id, account_id, kind, made_at)
   VALUES (gen_random_uuid(), tell.asked, tell.kind, tell.at);
END;

ALTER FUNCTION door.tell(asked uuid, kind text, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION tell(asked uuid, kind text, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.tell(asked uuid, kind text, at timestamp with time zone) IS 'Notes what the owner of an account is told of.';

--
-- Name: change_address(uuid, text, bytea, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.change_address(asked uuid, key text, bytes bytea, at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 UPDATE door.account SET key_id = change_address.key, sealed = change_address.bytes
   WHERE (account.account_id = change_address.asked);
 SELECT door.tell(asked, 'address-changed'::text, at) AS tell;
END;

ALTER FUNCTION door.change_address(asked uuid, key text, bytes bytea, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION change_address(asked uuid, key text, bytes bytea, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.change_address(asked uuid, key text, bytes bytea, at timestamp with time zone) IS 'Another name or e-mail address of an account.';

--
-- Name: confirm_factor(uuid, bigint, bytea[], timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.confirm_factor(id uuid, step bigint, codes bytea[], at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    owner uuid;
BEGIN
    SELECT f.account_id INTO owner FROM door.factor AS f WHERE f.factor_id = id AND f.confirmed_at IS NULL FOR UPDATE;
    IF owner IS NULL THEN
        RETURN false;
    END IF;
    DELETE FROM door.factor WHERE account_id = owner AND confirmed_at IS NOT NULL;
    UPDATE door.factor SET confirmed_at = at, last_step = step WHERE factor_id = id;
    DELETE FROM door.recovery_code WHERE account_id = owner;
    INSERT INTO door.recovery_code (account_id, hash, made_at) SELECT owner, c, at FROM unnest(codes) AS c;
    PERFORM door.tell(owner, 'factor-set', at);
    RETURN true;
END
$$;

ALTER FUNCTION door.confirm_factor(id uuid, step bigint, codes bytea[], at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION confirm_factor(id uuid, step bigint, codes bytea[], at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.confirm_factor(id uuid, step bigint, codes bytea[], at timestamp with time zone) IS 'Puts a second factor in force in place of the one before, with recovery codes of its own.';

--
-- Name: create_account(uuid, site.code, text, bytea, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.create_account(id uuid, given site.code, key text, bytes bytea, at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO door.account (account_id, code, key_id, sealed, created_at) VALUES (id, given, key, bytes, at)
    ON CONFLICT ON CONSTRAINT account_code_key DO NOTHING;
    RETURN FOUND;
END
$$;

ALTER FUNCTION door.create_account(id uuid, given site.code, key text, bytes bytea, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION create_account(id uuid, given site.code, key text, bytes bytea, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.create_account(id uuid, given site.code, key text, bytes bytea, at timestamp with time zone) IS 'Makes an account; false when the code is taken.';

--
-- Name: destroyed_key; Type: TABLE; Schema: retention; Owner: homeward_owner
--

CREATE TABLE retention.destroyed_key (
    site_id integer NOT NULL,
    key_id site.term NOT NULL,
    destroyed_at timestamp with time zone NOT NULL,
    CONSTRAINT destroyed_key_is_a_key CHECK (((key_id)::text ~ '^k[0-9a-f]{16}$'::text))
);

ALTER TABLE ONLY retention.destroyed_key FORCE ROW LEVEL SECURITY;

ALTER TABLE retention.destroyed_key OWNER TO homeward_owner;

--
-- Name: TABLE destroyed_key; Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON TABLE retention.destroyed_key IS 'Keys that went with what was disposed of: no backup of the key store brings one back. A name of a key tells nothing of whose it was.';

--
-- Name: destroyed_keys(); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.destroyed_keys() RETURNS TABLE(key_id text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT (d.key_id)::text AS key_id
    FROM retention.destroyed_key d;
END;

ALTER FUNCTION door.destroyed_keys() OWNER TO homeward_owner;

--
-- Name: FUNCTION destroyed_keys(); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.destroyed_keys() IS 'The names of all keys that are gone for good; the key store belongs to no site.';

--
-- Name: device; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.device (
    device_id uuid NOT NULL,
    account_id uuid NOT NULL,
    hash bytea NOT NULL,
    known_until timestamp with time zone NOT NULL,
    CONSTRAINT device_hash_is_sha256 CHECK ((octet_length(hash) = 32))
);

ALTER TABLE door.device OWNER TO homeward_owner;

--
-- Name: TABLE device; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.device IS 'Browsers that an account signed in with: guesses made elsewhere do not slow them down.';

--
-- Name: device_of(site.code, bytea, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.device_of(given site.code, token bytea, at timestamp with time zone) RETURNS TABLE(device_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT d.device_id
    FROM (door.device d
      JOIN door.account a USING (account_id))
   WHERE (((a.code)::text = (device_of.given)::text) AND (d.hash = device_of.token) AND (d.known_until > device_of.at));
END;

ALTER FUNCTION door.device_of(given site.code, token bytea, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION device_of(given site.code, token bytea, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.device_of(given site.code, token bytea, at timestamp with time zone) IS 'The device of an account that a token stands for.';

--
-- Name: end_sessions(uuid, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.end_sessions(asked uuid, at timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    ended integer;
BEGIN
    UPDATE door.session SET ended_at = greatest(at, begun_at) WHERE account_id = asked AND ended_at IS NULL;
    GET DIAGNOSTICS ended = ROW_COUNT;
    RETURN ended;
END
$$;

ALTER FUNCTION door.end_sessions(asked uuid, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION end_sessions(asked uuid, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.end_sessions(asked uuid, at timestamp with time zone) IS 'Ends all sessions of an account; answers how many.';

--
-- Name: link; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.link (
    link_id uuid NOT NULL,
    account_id uuid NOT NULL,
    hash bytea NOT NULL,
    purpose text NOT NULL COLLATE pg_catalog."C",
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    made_by site.code,
    CONSTRAINT link_expires_within_a_day CHECK (((expires_at > made_at) AND (expires_at <= (made_at + '24:00:00'::interval)))),
    CONSTRAINT link_hash_is_sha256 CHECK ((octet_length(hash) = 32)),
    CONSTRAINT link_purpose_known CHECK ((purpose = ANY (ARRAY['set-up'::text, 'sign-in'::text, 'new-factor'::text])))
);

ALTER TABLE door.link OWNER TO homeward_owner;

--
-- Name: TABLE link; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.link IS 'Links that open an account once: to set it up, or to look at an invented network.';

--
-- Name: COLUMN link.made_by; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.link.made_by IS 'Whose hand made it; null for the programme''s, in invented networks.';

--
-- Name: disable_account(uuid, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.disable_account(asked uuid, at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 UPDATE door.account SET disabled_at = GREATEST(disable_account.at, account.created_at)
   WHERE ((account.account_id = disable_account.asked) AND (account.disabled_at IS NULL));
 UPDATE door.link SET used_at = disable_account.at
   WHERE ((link.account_id = disable_account.asked) AND (link.used_at IS NULL));
 SELECT door.end_sessions(asked, at) AS end_sessions;
 SELECT door.tell(asked, 'account-disabled'::text, at) AS tell;
END;

ALTER FUNCTION door.disable_account(asked uuid, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION disable_account(asked uuid, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.disable_account(asked uuid, at timestamp with time zone) IS 'Closes an account, with its sessions, links and tokens.';

--
-- Name: draft_factor(uuid, uuid, text, bytea, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.draft_factor(id uuid, asked uuid, key text, bytes bytea, at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 DELETE FROM door.factor
   WHERE ((factor.account_id = draft_factor.asked) AND (factor.confirmed_at IS NULL));
 INSERT INTO door.factor (factor_id, account_id, key_id, sealed, drafted_at)
   VALUES (draft_factor.id, draft_factor.asked, draft_factor.key, draft_factor.bytes, draft_factor.at);
END;

ALTER FUNCTION door.draft_factor(id uuid, asked uuid, key text, bytes bytea, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION draft_factor(id uuid, asked uuid, key text, bytes bytea, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.draft_factor(id uuid, asked uuid, key text, bytes bytea, at timestamp with time zone) IS 'Begins to set up a second factor.';

--
-- Name: enable_account(uuid, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.enable_account(asked uuid, at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 UPDATE door.account SET disabled_at = NULL::timestamp with time zone
   WHERE (account.account_id = enable_account.asked);
 SELECT door.tell(asked, 'account-enabled'::text, at) AS tell;
END;

ALTER FUNCTION door.enable_account(asked uuid, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION enable_account(asked uuid, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.enable_account(asked uuid, at timestamp with time zone) IS 'Opens a closed account again; its old sessions stay ended.';

--
-- Name: end_session(bytea, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.end_session(token bytea, at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE door.session SET ended_at = greatest(at, begun_at) WHERE hash = token AND ended_at IS NULL;
    RETURN FOUND;
END
$$;

ALTER FUNCTION door.end_session(token bytea, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION end_session(token bytea, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.end_session(token bytea, at timestamp with time zone) IS 'Ends the session of a token.';

--
-- Name: end_session_of(uuid, uuid, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.end_session_of(asked uuid, id uuid, at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE door.session SET ended_at = greatest(at, begun_at)
    WHERE session_id = id AND account_id = asked AND ended_at IS NULL;
    RETURN FOUND;
END
$$;

ALTER FUNCTION door.end_session_of(asked uuid, id uuid, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION end_session_of(asked uuid, id uuid, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.end_session_of(asked uuid, id uuid, at timestamp with time zone) IS 'Ends one session of an account, by its id.';

--
-- Name: factor_of(uuid, boolean); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.factor_of(asked uuid, confirmed boolean) RETURNS TABLE(factor_id uuid, key_id text, sealed bytea, last_step bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT f.factor_id,
     (f.key_id)::text AS key_id,
     f.sealed,
     f.last_step
    FROM door.factor f
   WHERE ((f.account_id = factor_of.asked) AND ((f.confirmed_at IS NOT NULL) = factor_of.confirmed));
END;

ALTER FUNCTION door.factor_of(asked uuid, confirmed boolean) OWNER TO homeward_owner;

--
-- Name: FUNCTION factor_of(asked uuid, confirmed boolean); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.factor_of(asked uuid, confirmed boolean) IS 'The second factor in force, or the one that is being set up.';

--
-- Name: network_grant; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.network_grant (
    grant_id uuid NOT NULL,
    account_id uuid NOT NULL,
    role text NOT NULL COLLATE pg_catalog."C",
    from_day date NOT NULL,
    through_day date,
    granted_by site.code NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    revoked_by site.code,
    revoked_at timestamp with time zone,
    CONSTRAINT network_grant_ends_after_it_begins CHECK ((through_day >= from_day)),
    CONSTRAINT network_grant_revoked_as_one CHECK (((revoked_by IS NULL) = (revoked_at IS NULL))),
    CONSTRAINT network_grant_role_known CHECK ((role = ANY (ARRAY['network-analyst'::text, 'commissioner'::text])))
);

ALTER TABLE door.network_grant OWNER TO homeward_owner;

--
-- Name: TABLE network_grant; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.network_grant IS 'Roles of the network, between two days; never deleted.';

--
-- Name: grant_network(uuid, uuid, text, date, date, site.code, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.grant_network(id uuid, asked uuid, given text, from_day date, through_day date, granting site.code, at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 INSERT INTO door.network_grant (grant_id, account_id, role, from_day, through_day, granted_by, granted_at)
   VALUES (grant_network.id, grant_network.asked, grant_network.given, grant_network.from_day, grant_network.through_day, grant_network.granting, grant_network.at);
END;

ALTER FUNCTION door.grant_network(id uuid, asked uuid, given text, from_day date, through_day date, granting site.code, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION grant_network(id uuid, asked uuid, given text, from_day date, through_day date, granting site.code, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.grant_network(id uuid, asked uuid, given text, from_day date, through_day date, granting site.code, at timestamp with time zone) IS 'Gives an account a role of the network.';

--
-- Name: grants_of(uuid); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.grants_of(asked uuid) RETURNS TABLE(grant_id uuid, role text, site_id integer, team_id uuid, staff text, from_day date, through_day date, cover_for text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT g.grant_id,
     g.role,
     g.site_id,
     g.team_id,
     (g.staff)::text AS staff,
     g.from_day,
     g.through_day,
     (g.cover_for)::text AS cover_for
    FROM access.site_grant g
   WHERE ((g.account_id = grants_of.asked) AND (g.revoked_at IS NULL))
 UNION ALL
  SELECT n.grant_id,
     n.role,
     NULL::integer,
     NULL::uuid,
     NULL::text,
     n.from_day,
     n.through_day,
     NULL::text
    FROM door.network_grant n
   WHERE ((n.account_id = grants_of.asked) AND (n.revoked_at IS NULL));
END;

ALTER FUNCTION door.grants_of(asked uuid) OWNER TO homeward_owner;

--
-- Name: FUNCTION grants_of(asked uuid); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.grants_of(asked uuid) IS 'What an account is granted, at all sites and in the network.';

--
-- Name: link; Type: TABLE; Schema: interview; Owner: homeward_owner
--

CREATE TABLE interview.link (
    site_id integer NOT NULL,
    link_id uuid NOT NULL,
    stream text GENERATED ALWAYS AS ('episode'::text) STORED NOT NULL COLLATE pg_catalog."C",
    episode_id uuid NOT NULL,
    slot integer NOT NULL,
    respondent text NOT NULL COLLATE pg_catalog."C",
    digest bytea NOT NULL,
    made_by site.code NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    answered_key text COLLATE pg_catalog."C",
    CONSTRAINT link_answered_is_ended CHECK (((answered_key IS NULL) OR (ended_at IS NOT NULL))),
    CONSTRAINT link_answered_key_sized CHECK (((octet_length(answered_key) >= 8) AND (octet_length(answered_key) <= 100))),
    CONSTRAINT link_digest_is_sha256 CHECK ((octet_length(digest) = 32)),
    CONSTRAINT link_ended_after_made CHECK (((ended_at >= made_at) AND isfinite(ended_at))),
    CONSTRAINT link_holds_a_month_at_most CHECK (((expires_at > made_at) AND (expires_at <= (made_at + '31 days'::interval)))),
    CONSTRAINT link_respondent_known CHECK ((respondent = ANY (ARRAY['mother'::text, 'father'::text, 'carer'::text, 'kin-carer'::text, 'foster-carer'::text, 'key-worker'::text, 'other'::text]))),
    CONSTRAINT link_slot_positive CHECK ((slot >= 1))
);

ALTER TABLE ONLY interview.link FORCE ROW LEVEL SECURITY;

ALTER TABLE interview.link OWNER TO homeward_owner;

--
-- Name: TABLE link; Type: COMMENT; Schema: interview; Owner: homeward_owner
--

COMMENT ON TABLE interview.link IS 'Links by which carers answer an adherence interview alone.';

--
-- Name: COLUMN link.slot; Type: COMMENT; Schema: interview; Owner: homeward_owner
--

COMMENT ON COLUMN interview.link.slot IS 'For which interview it is, from 1 up.';

--
-- Name: COLUMN link.digest; Type: COMMENT; Schema: interview; Owner: homeward_owner
--

COMMENT ON COLUMN interview.link.digest IS 'SHA-256 of the token that the link holds; the token is kept nowhere.';

--
-- Name: COLUMN link.ended_at; Type: COMMENT; Schema: interview; Owner: homeward_owner
--

COMMENT ON COLUMN interview.link.ended_at IS 'When it was used, or another took its place.';

--
-- Name: COLUMN link.answered_key; Type: COMMENT; Schema: interview; Owner: homeward_owner
--

COMMENT ON COLUMN interview.link.answered_key IS 'The key of the form by which it was used: whoever sends the same form again is thanked again. Null for one that was not.';

--
-- Name: interview_answered(bytea, text); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.interview_answered(asked bytea, key text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM interview.link l
           WHERE ((l.digest = interview_answered.asked) AND (l.answered_key = interview_answered.key)))) AS "exists";
END;

ALTER FUNCTION door.interview_answered(asked bytea, key text) OWNER TO homeward_owner;

--
-- Name: FUNCTION interview_answered(asked bytea, key text); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.interview_answered(asked bytea, key text) IS 'Whether a form was taken by the link of a digest already.';

--
-- Name: site; Type: TABLE; Schema: site; Owner: homeward_owner
--

CREATE TABLE site.site (
    site_id integer NOT NULL,
    code site.code NOT NULL,
    name text NOT NULL,
    jurisdiction text NOT NULL COLLATE pg_catalog."C",
    time_zone text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT site_jurisdiction_known CHECK ((jurisdiction = ANY (ARRAY['england'::text, 'wales'::text, 'scotland'::text, 'northern-ireland'::text, 'ireland'::text]))),
    CONSTRAINT site_name_present CHECK ((name ~ '\S'::text)),
    CONSTRAINT site_time_zone_well_formed CHECK ((time_zone ~ '^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$'::text))
);

ALTER TABLE site.site OWNER TO homeward_owner;

--
-- Name: TABLE site; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON TABLE site.site IS 'A licensed site, the data controller. No row-level security: a command finds its scope here.';

--
-- Name: COLUMN site.time_zone; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.site.time_zone IS 'Name in the time-zone database, such as Europe/London; SQL never converts by it.';

--
-- Name: interview_link(bytea, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.interview_link(asked bytea, at timestamp with time zone) RETURNS TABLE(site text, link_id uuid, episode_id uuid, slot integer, respondent text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT (s.code)::text AS code,
     l.link_id,
     l.episode_id,
     l.slot,
     l.respondent
    FROM (interview.link l
      JOIN site.site s ON ((s.site_id = l.site_id)))
   WHERE ((l.digest = interview_link.asked) AND (l.ended_at IS NULL) AND (l.expires_at > interview_link.at));
END;

ALTER FUNCTION door.interview_link(asked bytea, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION interview_link(asked bytea, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.interview_link(asked bytea, at timestamp with time zone) IS 'What the link of a digest opens; nothing for one that was used, is over or never was.';

--
-- Name: network_seal; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.network_seal (
    number bigint NOT NULL,
    from_arrival bigint NOT NULL,
    through_arrival bigint NOT NULL,
    rows integer NOT NULL,
    leaves bytea NOT NULL,
    root bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    key_id site.term NOT NULL,
    code bytea NOT NULL,
    CONSTRAINT network_seal_code_is_sha256 CHECK ((octet_length(code) = 32)),
    CONSTRAINT network_seal_ends_after_it_begins CHECK ((through_arrival >= from_arrival)),
    CONSTRAINT network_seal_leaf_for_each_row CHECK ((octet_length(leaves) = (24 * rows))),
    CONSTRAINT network_seal_number_positive CHECK ((number >= 1)),
    CONSTRAINT network_seal_of_something CHECK ((rows >= 1)),
    CONSTRAINT network_seal_root_is_sha256 CHECK ((octet_length(root) = 32)),
    CONSTRAINT network_seal_sealed_at_finite CHECK (isfinite(sealed_at))
);

ALTER TABLE door.network_seal OWNER TO homeward_owner;

--
-- Name: TABLE network_seal; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.network_seal IS 'What covers looks at figures of the network, from one arrival through another; append-only, without a gap.';

--
-- Name: COLUMN network_seal.leaves; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.network_seal.leaves IS 'For each row eight bytes of its arrival and sixteen of the HMAC-SHA-256 over all its columns.';

--
-- Name: COLUMN network_seal.key_id; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.network_seal.key_id IS 'The key, which lies outside the database.';

--
-- Name: COLUMN network_seal.code; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.network_seal.code IS 'HMAC-SHA-256 over all other columns but the leaves, and over the code before it.';

--
-- Name: keep_network_seal(bigint, bigint, bigint, integer, bytea, bytea, timestamp with time zone, site.term, bytea); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.keep_network_seal(number bigint, from_arrival bigint, through_arrival bigint, rows integer, leaves bytea, root bytea, sealed_at timestamp with time zone, key_id site.term, code bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 INSERT INTO door.network_seal (number, from_arrival, through_arrival, rows, leaves, root, sealed_at, key_id, code)
   VALUES (keep_network_seal.number, keep_network_seal.from_arrival, keep_network_seal.through_arrival, keep_network_seal.rows, keep_network_seal.leaves, keep_network_seal.root, keep_network_seal.sealed_at, keep_network_seal.key_id, keep_network_seal.code);
END;

ALTER FUNCTION door.keep_network_seal(number bigint, from_arrival bigint, through_arrival bigint, rows integer, leaves bytea, root bytea, sealed_at timestamp with time zone, key_id site.term, code bytea) OWNER TO homeward_owner;

--
-- Name: FUNCTION keep_network_seal(number bigint, from_arrival bigint, through_arrival bigint, rows integer, leaves bytea, root bytea, sealed_at timestamp with time zone, key_id site.term, code bytea); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.keep_network_seal(number bigint, from_arrival bigint, through_arrival bigint, rows integer, leaves bytea, root bytea, sealed_at timestamp with time zone, key_id site.term, code bytea) IS 'Keeps a seal of the network.';

--
-- Name: know_device(uuid, uuid, bytea, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.know_device(id uuid, asked uuid, token bytea, until timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 INSERT INTO door.device (device_id, account_id, hash, known_until)
   VALUES (know_device.id, know_device.asked, know_device.token, know_device.until);
END;

ALTER FUNCTION door.know_device(id uuid, asked uuid, token bytea, until timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION know_device(id uuid, asked uuid, token bytea, until timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.know_device(id uuid, asked uuid, token bytea, until timestamp with time zone) IS 'Makes a device known to an account.';

--
-- Name: last_network_seals(); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.last_network_seals() RETURNS TABLE(number bigint, from_arrival bigint, through_arrival bigint, rows integer, leaves bytea, root bytea, sealed_at timestamp with time zone, key_id text, code bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT s.number,
     s.from_arrival,
     s.through_arrival,
     s.rows,
     s.leaves,
     s.root,
     s.sealed_at,
     (s.key_id)::text AS key_id,
     s.code
    FROM door.network_seal s
   ORDER BY s.number DESC
  LIMIT 2;
END;

ALTER FUNCTION door.last_network_seals() OWNER TO homeward_owner;

--
-- Name: FUNCTION last_network_seals(); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.last_network_seals() IS 'The last two seals of the network, the last one first.';

--
-- Name: link_of(bytea, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.link_of(token bytea, at timestamp with time zone) RETURNS TABLE(account_id uuid, purpose text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT l.account_id,
     l.purpose
    FROM (door.link l
      JOIN door.account a USING (account_id))
   WHERE ((l.hash = link_of.token) AND (l.used_at IS NULL) AND (link_of.at < l.expires_at) AND (a.disabled_at IS NULL));
END;

ALTER FUNCTION door.link_of(token bytea, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION link_of(token bytea, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.link_of(token bytea, at timestamp with time zone) IS 'What a link would open; it is not used by asking.';

--
-- Name: throttle; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.throttle (
    kind text NOT NULL COLLATE pg_catalog."C",
    subject bytea NOT NULL,
    failures integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    free_at timestamp with time zone NOT NULL,
    CONSTRAINT throttle_failures_counted CHECK ((failures >= 0)),
    CONSTRAINT throttle_kind_known CHECK ((kind = ANY (ARRAY['account'::text, 'source'::text, 'device'::text, 'factor'::text, 'device-factor'::text]))),
    CONSTRAINT throttle_subject_is_keyed_hash CHECK ((octet_length(subject) = 32))
);

ALTER TABLE door.throttle OWNER TO homeward_owner;

--
-- Name: TABLE throttle; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.throttle IS 'Failures in a row, by account, by source address and by device; only keyed hashes of them.';

--
-- Name: lock_throttles(text[], bytea[], timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.lock_throttles(kinds text[], subjects bytea[], at timestamp with time zone) RETURNS TABLE(kind text, subject bytea, failures integer, last_at timestamp with time zone, free_at timestamp with time zone)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 INSERT INTO door.throttle (kind, subject, failures, last_at, free_at)  SELECT asked.kind,
             asked.subject,
             0,
             lock_throttles.at AS at,
             lock_throttles.at AS at
            FROM UNNEST(lock_throttles.kinds, lock_throttles.subjects) asked(kind, subject)
           ORDER BY asked.kind, asked.subject ON CONFLICT DO NOTHING;
 SELECT t.kind,
     t.subject,
     t.failures,
     t.last_at,
     t.free_at
    FROM door.throttle t
   WHERE ((t.kind, t.subject) IN ( SELECT a.kind,
             a.subject
            FROM UNNEST(lock_throttles.kinds, lock_throttles.subjects) a(kind, subject)))
   ORDER BY t.kind, t.subject
  FOR UPDATE OF t;
END;

ALTER FUNCTION door.lock_throttles(kinds text[], subjects bytea[], at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION lock_throttles(kinds text[], subjects bytea[], at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.lock_throttles(kinds text[], subjects bytea[], at timestamp with time zone) IS 'What is counted of these, locked until the transaction ends, so that guesses made at once are counted one by one.';

--
-- Name: arrival_seq; Type: SEQUENCE; Schema: access; Owner: homeward_owner
--

CREATE SEQUENCE access.arrival_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE access.arrival_seq OWNER TO homeward_owner;

--
-- Name: SEQUENCE arrival_seq; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON SEQUENCE access.arrival_seq IS 'The order in which looks and events arrive; with gaps, where a transaction was given up.';

--
-- Name: network_look; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.network_look (
    arrival bigint DEFAULT 
CASE
    WHEN (pg_current_xact_id() IS NOT NULL) THEN nextval('access.arrival_seq'::regclass)
    ELSE NULL::bigint
END NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    actor site.code NOT NULL,
    way text NOT NULL COLLATE pg_catalog."C",
    action site.term NOT NULL,
    outcome text NOT NULL COLLATE pg_catalog."C",
    rows bigint,
    reference site.term,
    CONSTRAINT network_look_account_when_signed_in CHECK (((account_id IS NULL) = (way = ANY (ARRAY['programme'::text, 'operator'::text])))),
    CONSTRAINT network_look_at_finite CHECK (isfinite(at)),
    CONSTRAINT network_look_outcome_known CHECK ((outcome = ANY (ARRAY['allowed'::text, 'refused'::text]))),
    CONSTRAINT network_look_rows_not_negative CHECK ((rows >= 0)),
    CONSTRAINT network_look_way_known CHECK ((way = ANY (ARRAY['programme'::text, 'operator'::text, 'session'::text, 'token'::text, 'command-line'::text])))
);

ALTER TABLE door.network_look OWNER TO homeward_owner;

--
-- Name: TABLE network_look; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.network_look IS 'Looks at figures of the network, which belong to no site; append-only. Nobody is identifiable there.';

--
-- Name: look_at_network(timestamp with time zone, uuid, site.code, text, site.term, site.term[], text[], bigint[]); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.look_at_network(moment timestamp with time zone, asker uuid, actor site.code, way text, reference site.term, actions site.term[], outcomes text[], counts bigint[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 INSERT INTO door.network_look (at, account_id, actor, way, action, outcome, rows, reference)  SELECT look_at_network.moment AS moment,
             look_at_network.asker AS asker,
             look_at_network.actor AS actor,
             look_at_network.way AS way,
             u.action,
             u.outcome,
             u.rows,
             look_at_network.reference AS reference
            FROM UNNEST(look_at_network.actions, look_at_network.outcomes, look_at_network.counts) u(action, outcome, rows);
END;

ALTER FUNCTION door.look_at_network(moment timestamp with time zone, asker uuid, actor site.code, way text, reference site.term, actions site.term[], outcomes text[], counts bigint[]) OWNER TO homeward_owner;

--
-- Name: FUNCTION look_at_network(moment timestamp with time zone, asker uuid, actor site.code, way text, reference site.term, actions site.term[], outcomes text[], counts bigint[]); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.look_at_network(moment timestamp with time zone, asker uuid, actor site.code, way text, reference site.term, actions site.term[], outcomes text[], counts bigint[]) IS 'Writes looks at figures of the network.';

--
-- Name: make_link(uuid, uuid, bytea, text, timestamp with time zone, timestamp with time zone, site.code, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.make_link(id uuid, asked uuid, token bytea, wanted text, at timestamp with time zone, until timestamp with time zone, hand site.code, since timestamp with time zone) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    refused text;
BEGIN
    -- Locked: of two links that are made or used at once, the second sees what the first did.
    PERFORM FROM door.account WHERE account_id = asked FOR UPDATE;
    IF wanted IN ('set-up', 'new-factor') AND hand IS NOT NULL THEN
        refused := door.refused_replacement(
            asked, CASE wanted WHEN 'set-up' THEN 'password' ELSE 'factor' END, hand, since);
        IF refused IS NOT NULL THEN
            RETURN refused;
        END IF;
    END IF;
    -- Whoever asks for another link has lost the one before; and no two links together replace password and factor.
    UPDATE door.link SET used_at = at WHERE account_id = asked AND used_at IS NULL;
    INSERT INTO door.link (link_id, account_id, hash, purpose, made_at, expires_at, made_by)
    VALUES (id, asked, token, wanted, at, until, hand);
    INSERT INTO door.notice (notice_id, account_id, kind, made_at, made_by)
    VALUES (gen_random_uuid(), asked, 'link-made', at, hand);
    RETURN NULL;
END
$$;

ALTER FUNCTION door.make_link(id uuid, asked uuid, token bytea, wanted text, at timestamp with time zone, until timestamp with time zone, hand site.code, since timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION make_link(id uuid, asked uuid, token bytea, wanted text, at timestamp with time zone, until timestamp with time zone, hand site.code, since timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.make_link(id uuid, asked uuid, token bytea, wanted text, at timestamp with time zone, until timestamp with time zone, hand site.code, since timestamp with time zone) IS 'Makes a link that opens an account once, in place of earlier ones; or says why this hand must not.';

--
-- Name: make_recovery_codes(uuid, bytea[], timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.make_recovery_codes(asked uuid, codes bytea[], at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 DELETE FROM door.recovery_code
   WHERE (recovery_code.account_id = make_recovery_codes.asked);
 INSERT INTO door.recovery_code (account_id, hash, made_at)  SELECT make_recovery_codes.asked AS asked,
             c.c,
             make_recovery_codes.at AS at
            FROM unnest(make_recovery_codes.codes) c(c);
 SELECT door.tell(asked, 'recovery-codes-made'::text, at) AS tell;
END;

ALTER FUNCTION door.make_recovery_codes(asked uuid, codes bytea[], at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION make_recovery_codes(asked uuid, codes bytea[], at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.make_recovery_codes(asked uuid, codes bytea[], at timestamp with time zone) IS 'New recovery codes in place of the old ones.';

--
-- Name: token; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.token (
    token_id uuid NOT NULL,
    account_id uuid NOT NULL,
    label site.code NOT NULL,
    prefix site.code NOT NULL,
    hash bytea NOT NULL,
    actions text[] NOT NULL COLLATE pg_catalog."C",
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT token_expires_within_a_year CHECK (((expires_at > made_at) AND (expires_at <= (made_at + '366 days'::interval)))),
    CONSTRAINT token_has_actions CHECK ((cardinality(actions) > 0)),
    CONSTRAINT token_hash_is_sha256 CHECK ((octet_length(hash) = 32))
);

ALTER TABLE door.token OWNER TO homeward_owner;

--
-- Name: TABLE token; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.token IS 'Tokens of the API: what each may do, until when; only their hashes.';

--
-- Name: COLUMN token.prefix; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.token.prefix IS 'The first characters of the token, by which its owner knows it again; not secret.';

--
-- Name: make_token(uuid, uuid, site.code, site.code, bytea, text[], timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.make_token(id uuid, asked uuid, called site.code, shown site.code, token bytea, allowed text[], at timestamp with time zone, until timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 INSERT INTO door.token (token_id, account_id, label, prefix, hash, actions, made_at, expires_at)
   VALUES (make_token.id, make_token.asked, make_token.called, make_token.shown, make_token.token, make_token.allowed, make_token.at, make_token.until);
 SELECT door.tell(asked, 'token-made'::text, at) AS tell;
END;

ALTER FUNCTION door.make_token(id uuid, asked uuid, called site.code, shown site.code, token bytea, allowed text[], at timestamp with time zone, until timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION make_token(id uuid, asked uuid, called site.code, shown site.code, token bytea, allowed text[], at timestamp with time zone, until timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.make_token(id uuid, asked uuid, called site.code, shown site.code, token bytea, allowed text[], at timestamp with time zone, until timestamp with time zone) IS 'Makes a token of the API.';

--
-- Name: network_looks(bigint, text, text, text, timestamp with time zone, timestamp with time zone, bigint); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.network_looks(later bigint, account text, wanted text, ending text, since timestamp with time zone, before timestamp with time zone, most bigint) RETURNS TABLE(arrival bigint, at timestamp with time zone, actor site.code, way text, action site.term, outcome text, rows bigint, reference site.term)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT l.arrival,
     l.at,
     l.actor,
     l.way,
     l.action,
     l.outcome,
     l.rows,
     l.reference
    FROM door.network_look l
   WHERE ((l.arrival > network_looks.later) AND ((network_looks.account IS NULL) OR ((l.actor)::text = network_looks.account)) AND ((network_looks.wanted IS NULL) OR ((l.action)::text = network_looks.wanted)) AND ((network_looks.ending IS NULL) OR (l.outcome = network_looks.ending)) AND ((network_looks.since IS NULL) OR (l.at >= network_looks.since)) AND ((network_looks.before IS NULL) OR (l.at < network_looks.before)))
   ORDER BY l.arrival
  LIMIT network_looks.most;
END;

ALTER FUNCTION door.network_looks(later bigint, account text, wanted text, ending text, since timestamp with time zone, before timestamp with time zone, most bigint) OWNER TO homeward_owner;

--
-- Name: FUNCTION network_looks(later bigint, account text, wanted text, ending text, since timestamp with time zone, before timestamp with time zone, most bigint); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.network_looks(later bigint, account text, wanted text, ending text, since timestamp with time zone, before timestamp with time zone, most bigint) IS 'Looks at figures of the network after a place, in the order in which they arrived.';

--
-- Name: network_rows(bigint, bigint, bigint); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.network_rows(first bigint, last bigint, most bigint) RETURNS TABLE(arrival bigint, line text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT l.arrival,
     (ROW('network-look'::text, l.arrival, ((EXTRACT(epoch FROM l.at) * (1000000)::numeric))::bigint, l.account_id, l.actor, l.way, l.action, l.outcome, l.rows, l.reference))::text AS "row"
    FROM door.network_look l
   WHERE ((l.arrival >= network_rows.first) AND (l.arrival <= network_rows.last))
   ORDER BY l.arrival
  LIMIT network_rows.most;
END;

ALTER FUNCTION door.network_rows(first bigint, last bigint, most bigint) OWNER TO homeward_owner;

--
-- Name: FUNCTION network_rows(first bigint, last bigint, most bigint); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.network_rows(first bigint, last bigint, most bigint) IS 'Looks at figures of the network as they are sealed, in the order in which they arrived.';

--
-- Name: network_rows_after(bigint); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.network_rows_after(last bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT count(*) AS count
    FROM door.network_look l
   WHERE (l.arrival > network_rows_after.last);
END;

ALTER FUNCTION door.network_rows_after(last bigint) OWNER TO homeward_owner;

--
-- Name: FUNCTION network_rows_after(last bigint); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.network_rows_after(last bigint) IS 'How many looks at figures of the network came after a place.';

--
-- Name: network_seals(bigint, bigint); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.network_seals(first bigint, most bigint) RETURNS TABLE(number bigint, from_arrival bigint, through_arrival bigint, rows integer, leaves bytea, root bytea, sealed_at timestamp with time zone, key_id text, code bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT s.number,
     s.from_arrival,
     s.through_arrival,
     s.rows,
     s.leaves,
     s.root,
     s.sealed_at,
     (s.key_id)::text AS key_id,
     s.code
    FROM door.network_seal s
   WHERE (s.number >= network_seals.first)
   ORDER BY s.number
  LIMIT network_seals.most;
END;

ALTER FUNCTION door.network_seals(first bigint, most bigint) OWNER TO homeward_owner;

--
-- Name: FUNCTION network_seals(first bigint, most bigint); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.network_seals(first bigint, most bigint) IS 'The seals of the network from a number on, in their order.';

--
-- Name: note_replacement(uuid, text, site.code, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.note_replacement(asked uuid, wanted text, hand site.code, at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    -- The first password of an account that nothing opens replaces nothing.
    IF NOT EXISTS (SELECT FROM door.password AS p WHERE p.account_id = asked)
        AND NOT EXISTS (SELECT FROM door.factor AS f WHERE f.account_id = asked AND f.confirmed_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM access.provider_link AS l WHERE l.account_id = asked AND l.removed_at IS NULL)
    THEN
        RETURN;
    END IF;
    INSERT INTO door.replacement (account_id, part, replaced_by, replaced_at) VALUES (asked, wanted, hand, at)
    ON CONFLICT ON CONSTRAINT replacement_pkey DO UPDATE SET replaced_at = excluded.replaced_at;
    INSERT INTO door.notice (notice_id, account_id, kind, made_at, made_by)
    VALUES (gen_random_uuid(), asked, wanted || '-replaced', at, hand);
END
$$;

ALTER FUNCTION door.note_replacement(asked uuid, wanted text, hand site.code, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION note_replacement(asked uuid, wanted text, hand site.code, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.note_replacement(asked uuid, wanted text, hand site.code, at timestamp with time zone) IS 'Keeps whose hand replaced a part of what opens an account, and tells its owner.';

--
-- Name: notices_of(uuid); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.notices_of(asked uuid) RETURNS TABLE(notice_id uuid, kind text, made_at timestamp with time zone, made_by text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT n.notice_id,
     n.kind,
     n.made_at,
     (n.made_by)::text AS made_by
    FROM door.notice n
   WHERE ((n.account_id = notices_of.asked) AND (n.seen_at IS NULL))
   ORDER BY n.made_at, n.notice_id;
END;

ALTER FUNCTION door.notices_of(asked uuid) OWNER TO homeward_owner;

--
-- Name: FUNCTION notices_of(asked uuid); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.notices_of(asked uuid) IS 'What the owner of an account has not seen yet.';

--
-- Name: password_is_new(uuid, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.password_is_new(asked uuid, at timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM door.password p
           WHERE ((p.account_id = password_is_new.asked) AND (p.set_at > (password_is_new.at - '24:00:00'::interval))))) AS "exists";
END;

ALTER FUNCTION door.password_is_new(asked uuid, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION password_is_new(asked uuid, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.password_is_new(asked uuid, at timestamp with time zone) IS 'Whether the password was set within a day: then no factor is replaced, or one person could replace both.';

--
-- Name: password_of(site.code); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.password_of(given site.code) RETURNS TABLE(account_id uuid, key_id text, sealed bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT a.account_id,
     (p.key_id)::text AS key_id,
     p.sealed
    FROM (door.account a
      JOIN door.password p USING (account_id))
   WHERE (((a.code)::text = (password_of.given)::text) AND (a.disabled_at IS NULL));
END;

ALTER FUNCTION door.password_of(given site.code) OWNER TO homeward_owner;

--
-- Name: FUNCTION password_of(given site.code); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.password_of(given site.code) IS 'The sealed hash of an account''s password; none of a closed account.';

--
-- Name: provider_of(site.code); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.provider_of(given site.code) RETURNS TABLE(provider_id uuid, site_id integer, issuer text, client_id text, key_id text, sealed bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT p.provider_id,
     p.site_id,
     p.issuer,
     p.client_id,
     (p.key_id)::text AS key_id,
     p.sealed
    FROM access.provider p
   WHERE (((p.code)::text = (provider_of.given)::text) AND (p.removed_at IS NULL));
END;

ALTER FUNCTION door.provider_of(given site.code) OWNER TO homeward_owner;

--
-- Name: FUNCTION provider_of(given site.code); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.provider_of(given site.code) IS 'A provider that one can sign in with.';

--
-- Name: providers(); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.providers() RETURNS TABLE(code text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT (p.code)::text AS code
    FROM access.provider p
   WHERE (p.removed_at IS NULL)
   ORDER BY p.code;
END;

ALTER FUNCTION door.providers() OWNER TO homeward_owner;

--
-- Name: FUNCTION providers(); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.providers() IS 'The codes of the providers that one can sign in with.';

--
-- Name: replacement; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.replacement (
    account_id uuid NOT NULL,
    part text NOT NULL COLLATE pg_catalog."C",
    replaced_by site.code NOT NULL,
    replaced_at timestamp with time zone NOT NULL,
    CONSTRAINT replacement_at_finite CHECK (isfinite(replaced_at)),
    CONSTRAINT replacement_part_known CHECK ((part = ANY (ARRAY['password'::text, 'factor'::text, 'subject'::text])))
);

ALTER TABLE door.replacement OWNER TO homeward_owner;

--
-- Name: TABLE replacement; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.replacement IS 'Who replaced an account''s password or second factor in its owner''s place: the same hand does not replace the other.';

--
-- Name: refused_replacement(uuid, text, site.code, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.refused_replacement(asked uuid, wanted text, hand site.code, since timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (EXISTS ( SELECT
                FROM door.replacement r
               WHERE ((r.account_id = refused_replacement.asked) AND (r.part <> refused_replacement.wanted) AND ((r.replaced_by)::text = (refused_replacement.hand)::text) AND (r.replaced_at > refused_replacement.since)))) THEN 'same-hand'::text
             WHEN ((wanted = 'password'::text) AND (EXISTS ( SELECT
                FROM door.replacement r
               WHERE ((r.account_id = refused_replacement.asked) AND (r.part = 'factor'::text) AND (r.replaced_at > refused_replacement.since)))) AND (NOT (EXISTS ( SELECT
                FROM door.factor f
               WHERE ((f.account_id = refused_replacement.asked) AND (f.confirmed_at IS NOT NULL)))))) THEN 'factor-missing'::text
             WHEN ((wanted = 'password'::text) AND (EXISTS ( SELECT
                FROM access.provider_link l
               WHERE ((l.account_id = refused_replacement.asked) AND (l.removed_at IS NULL)))) AND (NOT (EXISTS ( SELECT
                FROM door.factor f
               WHERE ((f.account_id = refused_replacement.asked) AND (f.confirmed_at IS NOT NULL)))))) THEN 'provider-opens'::text
             ELSE NULL::text
         END AS "case";
END;

ALTER FUNCTION door.refused_replacement(asked uuid, wanted text, hand site.code, since timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION refused_replacement(asked uuid, wanted text, hand site.code, since timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.refused_replacement(asked uuid, wanted text, hand site.code, since timestamp with time zone) IS 'Why a hand must not replace a part of what opens an account now; null where it may.';

--
-- Name: rehash_password(uuid, bytea, text, bytea); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.rehash_password(asked uuid, was bytea, key text, bytes bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 UPDATE door.password SET key_id = rehash_password.key, sealed = rehash_password.bytes
   WHERE ((password.account_id = rehash_password.asked) AND (password.sealed = rehash_password.was));
END;

ALTER FUNCTION door.rehash_password(asked uuid, was bytea, key text, bytes bytea) OWNER TO homeward_owner;

--
-- Name: FUNCTION rehash_password(asked uuid, was bytea, key text, bytes bytea); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.rehash_password(asked uuid, was bytea, key text, bytes bytea) IS 'The same password under a higher cost.';

--
-- Name: remove_factor(uuid, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.remove_factor(asked uuid, at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 DELETE FROM door.factor
   WHERE (factor.account_id = remove_factor.asked);
 DELETE FROM door.recovery_code
   WHERE (recovery_code.account_id = remove_factor.asked);
 SELECT door.end_sessions(asked, at) AS end_sessions;
 SELECT door.tell(asked, 'factor-removed'::text, at) AS tell;
END;

ALTER FUNCTION door.remove_factor(asked uuid, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION remove_factor(asked uuid, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.remove_factor(asked uuid, at timestamp with time zone) IS 'Removes a second factor that was lost: the password alone opens setting up another.';

--
-- Name: replace_password(uuid, site.code, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.replace_password(asked uuid, hand site.code, at timestamp with time zone, since timestamp with time zone) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    refused text;
BEGIN
    PERFORM FROM door.account WHERE account_id = asked FOR UPDATE;
    refused := door.refused_replacement(asked, 'password', hand, since);
    IF refused IS NULL THEN
        -- No link that is out replaces the factor besides.
        UPDATE door.link SET used_at = at WHERE account_id = asked AND used_at IS NULL;
        PERFORM door.note_replacement(asked, 'password', hand, at);
    END IF;
    RETURN refused;
END
$$;

ALTER FUNCTION door.replace_password(asked uuid, hand site.code, at timestamp with time zone, since timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION replace_password(asked uuid, hand site.code, at timestamp with time zone, since timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.replace_password(asked uuid, hand site.code, at timestamp with time zone, since timestamp with time zone) IS 'Keeps that a hand is about to replace a password, or says why it must not.';

--
-- Name: reseal(text, uuid, bytea, text, bytea); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.reseal(place text, item uuid, was bytea, key text, bytes bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    -- What was changed meanwhile is sealed with the key in force already.
    CASE place
        WHEN 'door.account' THEN
            UPDATE door.account SET key_id = key, sealed = bytes WHERE account_id = item AND sealed = was;
        WHEN 'door.password' THEN
            UPDATE door.password SET key_id = key, sealed = bytes WHERE account_id = item AND sealed = was;
        WHEN 'door.factor' THEN
            UPDATE door.factor SET key_id = key, sealed = bytes WHERE factor_id = item AND sealed = was;
        WHEN 'access.provider' THEN
            UPDATE access.provider SET key_id = key, sealed = bytes WHERE provider_id = item AND sealed = was;
    END CASE;
    RETURN FOUND;
END
$$;

ALTER FUNCTION door.reseal(place text, item uuid, was bytea, key text, bytes bytea) OWNER TO homeward_owner;

--
-- Name: FUNCTION reseal(place text, item uuid, was bytea, key text, bytes bytea); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.reseal(place text, item uuid, was bytea, key text, bytes bytea) IS 'The same content under another key.';

--
-- Name: revoke_network(uuid, site.code, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.revoke_network(id uuid, revoking site.code, at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE door.network_grant SET revoked_by = revoking, revoked_at = at WHERE grant_id = id AND revoked_at IS NULL;
    RETURN FOUND;
END
$$;

ALTER FUNCTION door.revoke_network(id uuid, revoking site.code, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION revoke_network(id uuid, revoking site.code, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.revoke_network(id uuid, revoking site.code, at timestamp with time zone) IS 'Takes a role of the network back.';

--
-- Name: revoke_token(uuid, site.code, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.revoke_token(asked uuid, shown site.code, at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE door.token SET revoked_at = at WHERE account_id = asked AND prefix = shown AND revoked_at IS NULL;
    RETURN FOUND;
END
$$;

ALTER FUNCTION door.revoke_token(asked uuid, shown site.code, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION revoke_token(asked uuid, shown site.code, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.revoke_token(asked uuid, shown site.code, at timestamp with time zone) IS 'Takes a token back, by its prefix.';

--
-- Name: rights_changed(uuid, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.rights_changed(asked uuid, at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 UPDATE door.account SET rights_changed_at = rights_changed.at
   WHERE (account.account_id = rights_changed.asked);
END;

ALTER FUNCTION door.rights_changed(asked uuid, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION rights_changed(asked uuid, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.rights_changed(asked uuid, at timestamp with time zone) IS 'Says that an account''s grants changed: its sessions need new tokens.';

--
-- Name: rotate_session(bytea, bytea, timestamp with time zone, text, boolean); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.rotate_session(was bytea, becomes bytea, at timestamp with time zone, at_stage text, stepped boolean) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE door.session SET hash = becomes, rotated_at = at, stage = at_stage,
        stepped_up_at = CASE WHEN stepped THEN at ELSE stepped_up_at END
    WHERE hash = was AND ended_at IS NULL;
    RETURN FOUND;
END
$$;

ALTER FUNCTION door.rotate_session(was bytea, becomes bytea, at timestamp with time zone, at_stage text, stepped boolean) OWNER TO homeward_owner;

--
-- Name: FUNCTION rotate_session(was bytea, becomes bytea, at timestamp with time zone, at_stage text, stepped boolean); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.rotate_session(was bytea, becomes bytea, at timestamp with time zone, at_stage text, stepped boolean) IS 'Gives a session another token and stage; the old token opens nothing from then on.';

--
-- Name: rows_under_keys(text[]); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.rows_under_keys(names text[]) RETURNS TABLE(place text, site_id integer, key_id text, count bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
#variable_conflict use_column
DECLARE
    one record;
BEGIN
    FOR one IN
        SELECT c.oid::regclass::text AS name, bool_or(a.attname = 'site_id') AS is_of_a_site
        FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
            AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema$|extension$)'
        GROUP BY c.oid HAVING bool_or(a.attname = 'key_id') AND bool_or(a.attname = 'sealed')
        ORDER BY 1
    LOOP
        RETURN QUERY EXECUTE format(
            'SELECT %L::text, %s, t.key_id::text, count(*) FROM %s AS t
            WHERE t.sealed IS NOT NULL AND t.key_id = ANY ($1) GROUP BY 2, 3',
            one.name, CASE WHEN one.is_of_a_site THEN 't.site_id' ELSE '0' END, one.name::regclass
        ) USING names;
    END LOOP;
END
$_$;

ALTER FUNCTION door.rows_under_keys(names text[]) OWNER TO homeward_owner;

--
-- Name: FUNCTION rows_under_keys(names text[]); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.rows_under_keys(names text[]) IS 'How many sealed rows of every table need one of these keys, site by site; 0 is of no site.';

--
-- Name: sealed_under(text[], integer); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.sealed_under(names text[], most integer) RETURNS TABLE(place text, owner uuid, item uuid, key_id text, sealed bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT 'door.account'::text AS text,
     a.account_id,
     a.account_id,
     (a.key_id)::text AS key_id,
     a.sealed
    FROM door.account a
   WHERE ((a.key_id)::text = ANY (sealed_under.names))
 UNION ALL
  SELECT 'door.password'::text,
     p.account_id,
     p.account_id,
     (p.key_id)::text AS key_id,
     p.sealed
    FROM door.password p
   WHERE ((p.key_id)::text = ANY (sealed_under.names))
 UNION ALL
  SELECT 'door.factor'::text,
     f.account_id,
     f.factor_id,
     (f.key_id)::text AS key_id,
     f.sealed
    FROM door.factor f
   WHERE ((f.key_id)::text = ANY (sealed_under.names))
 UNION ALL
  SELECT 'access.provider'::text,
     r.provider_id,
     r.provider_id,
     (r.key_id)::text AS key_id,
     r.sealed
    FROM access.provider r
   WHERE ((r.key_id)::text = ANY (sealed_under.names))
 LIMIT sealed_under.most;
END;

ALTER FUNCTION door.sealed_under(names text[], most integer) OWNER TO homeward_owner;

--
-- Name: FUNCTION sealed_under(names text[], most integer); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.sealed_under(names text[], most integer) IS 'What opens accounts, and the secrets of providers, so far as one of these keys sealed it; so many at most.';

--
-- Name: see_notices(uuid, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.see_notices(asked uuid, at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 UPDATE door.notice SET seen_at = see_notices.at
   WHERE ((notice.account_id = see_notices.asked) AND (notice.seen_at IS NULL) AND (notice.made_at <= see_notices.at));
END;

ALTER FUNCTION door.see_notices(asked uuid, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION see_notices(asked uuid, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.see_notices(asked uuid, at timestamp with time zone) IS 'The owner has seen what there was to see.';

--
-- Name: session; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.session (
    session_id uuid NOT NULL,
    account_id uuid NOT NULL,
    hash bytea NOT NULL,
    stage text NOT NULL COLLATE pg_catalog."C",
    begun_at timestamp with time zone NOT NULL,
    rotated_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone NOT NULL,
    stepped_up_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT session_ended_after_begun CHECK ((ended_at >= begun_at)),
    CONSTRAINT session_hash_is_sha256 CHECK ((octet_length(hash) = 32)),
    CONSTRAINT session_stage_known CHECK ((stage = ANY (ARRAY['factor'::text, 'enrolment'::text, 'set-up'::text, 'full'::text])))
);

ALTER TABLE door.session OWNER TO homeward_owner;

--
-- Name: TABLE session; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.session IS 'Sessions of browsers; only the hash of the token that the browser keeps.';

--
-- Name: COLUMN session.stage; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.session.stage IS 'What it opens: the second factor''s page, setting one up, setting up the account, or all.';

--
-- Name: sessions_of(uuid, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.sessions_of(asked uuid, used_after timestamp with time zone, begun_after timestamp with time zone) RETURNS TABLE(session_id uuid, stage text, begun_at timestamp with time zone, used_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT s.session_id,
     s.stage,
     s.begun_at,
     s.used_at
    FROM door.session s
   WHERE ((s.account_id = sessions_of.asked) AND (s.ended_at IS NULL) AND (s.used_at > sessions_of.used_after) AND (s.begun_at > sessions_of.begun_after))
   ORDER BY s.begun_at, s.session_id;
END;

ALTER FUNCTION door.sessions_of(asked uuid, used_after timestamp with time zone, begun_after timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION sessions_of(asked uuid, used_after timestamp with time zone, begun_after timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.sessions_of(asked uuid, used_after timestamp with time zone, begun_after timestamp with time zone) IS 'The sessions of an account that are open.';

--
-- Name: set_password(uuid, text, bytea, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.set_password(asked uuid, key text, bytes bytea, at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 INSERT INTO door.password (account_id, key_id, sealed, set_at)
   VALUES (set_password.asked, set_password.key, set_password.bytes, set_password.at) ON CONFLICT(account_id) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed, set_at = excluded.set_at;
 DELETE FROM door.device
   WHERE (device.account_id = set_password.asked);
 SELECT door.end_sessions(asked, at) AS end_sessions;
 SELECT door.tell(asked, 'password-set'::text, at) AS tell;
END;

ALTER FUNCTION door.set_password(asked uuid, key text, bytes bytea, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION set_password(asked uuid, key text, bytes bytea, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.set_password(asked uuid, key text, bytes bytea, at timestamp with time zone) IS 'Another password: all sessions end.';

--
-- Name: sweep(timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.sweep(before timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 DELETE FROM door.throttle
   WHERE ((throttle.last_at < sweep.before) AND (throttle.free_at < sweep.before));
 DELETE FROM door.session
   WHERE (session.used_at < sweep.before);
 DELETE FROM door.link
   WHERE (link.expires_at < sweep.before);
 DELETE FROM door.device
   WHERE (device.known_until < sweep.before);
 DELETE FROM door.provider_sign_in
   WHERE (provider_sign_in.expires_at < sweep.before);
END;

ALTER FUNCTION door.sweep(before timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION sweep(before timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.sweep(before timestamp with time zone) IS 'Removes what was last of use before an instant.';

--
-- Name: take_provider_sign_in(bytea, bytea, uuid, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.take_provider_sign_in(given bytea, held bytea, asked uuid, at timestamp with time zone) RETURNS TABLE(key_id text, sealed bytea)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 DELETE FROM door.provider_sign_in s
   WHERE ((s.state = take_provider_sign_in.given) AND (s.browser = take_provider_sign_in.held) AND (s.provider_id = take_provider_sign_in.asked) AND (take_provider_sign_in.at < s.expires_at))
   RETURNING (s.key_id)::text AS key_id,
     s.sealed;
END;

ALTER FUNCTION door.take_provider_sign_in(given bytea, held bytea, asked uuid, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION take_provider_sign_in(given bytea, held bytea, asked uuid, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.take_provider_sign_in(given bytea, held bytea, asked uuid, at timestamp with time zone) IS 'Takes a sign-in that this browser began with this provider; a second answer to it finds nothing.';

--
-- Name: tokens_of(uuid); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.tokens_of(asked uuid) RETURNS TABLE(token_id uuid, label text, prefix text, actions text[], made_at timestamp with time zone, expires_at timestamp with time zone, used_at timestamp with time zone, revoked_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT t.token_id,
     (t.label)::text AS label,
     (t.prefix)::text AS prefix,
     t.actions,
     t.made_at,
     t.expires_at,
     t.used_at,
     t.revoked_at
    FROM door.token t
   WHERE (t.account_id = tokens_of.asked)
   ORDER BY t.made_at, t.token_id;
END;

ALTER FUNCTION door.tokens_of(asked uuid) OWNER TO homeward_owner;

--
-- Name: FUNCTION tokens_of(asked uuid); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.tokens_of(asked uuid) IS 'The tokens of an account, without what opens them.';

--
-- Name: use_link(bytea, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.use_link(token bytea, at timestamp with time zone) RETURNS TABLE(account_id uuid, purpose text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    found_link door.link;
BEGIN
    SELECT l.* INTO found_link FROM door.link AS l WHERE l.hash = token AND l.used_at IS NULL AND at < l.expires_at;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM FROM door.account AS a WHERE a.account_id = found_link.account_id AND a.disabled_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    UPDATE door.link AS l SET used_at = at WHERE l.link_id = found_link.link_id AND l.used_at IS NULL;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF found_link.purpose IN ('set-up', 'new-factor') AND found_link.made_by IS NOT NULL THEN
        PERFORM door.note_replacement(
            found_link.account_id, CASE found_link.purpose WHEN 'set-up' THEN 'password' ELSE 'factor' END,
            found_link.made_by, at);
    END IF;
    RETURN QUERY SELECT found_link.account_id, found_link.purpose;
END
$$;

ALTER FUNCTION door.use_link(token bytea, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION use_link(token bytea, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.use_link(token bytea, at timestamp with time zone) IS 'Uses a link up, and keeps whose hand it replaced a part of the account with.';

--
-- Name: use_recovery_code(uuid, bytea, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.use_recovery_code(asked uuid, given bytea, at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE door.recovery_code SET used_at = at WHERE account_id = asked AND hash = given AND used_at IS NULL;
    IF FOUND THEN
        PERFORM door.tell(asked, 'recovery-code-used', at);
        RETURN true;
    END IF;
    RETURN false;
END
$$;

ALTER FUNCTION door.use_recovery_code(asked uuid, given bytea, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION use_recovery_code(asked uuid, given bytea, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.use_recovery_code(asked uuid, given bytea, at timestamp with time zone) IS 'Takes a recovery code; false when there is none, or it was used.';

--
-- Name: use_session(bytea, timestamp with time zone, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.use_session(token bytea, at timestamp with time zone, used_after timestamp with time zone, begun_after timestamp with time zone) RETURNS TABLE(session_id uuid, account_id uuid, code text, stage text, begun_at timestamp with time zone, used_at timestamp with time zone, stepped_up_at timestamp with time zone, is_stale boolean)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 UPDATE door.session s SET used_at = GREATEST(s.used_at, use_session.at)
    FROM door.account a
   WHERE ((s.hash = use_session.token) AND (s.ended_at IS NULL) AND (a.account_id = s.account_id) AND (a.disabled_at IS NULL) AND (s.used_at > use_session.used_after) AND (s.begun_at > use_session.begun_after))
   RETURNING s.session_id,
     s.account_id,
     (a.code)::text AS code,
     s.stage,
     s.begun_at,
     s.used_at,
     s.stepped_up_at,
     COALESCE((a.rights_changed_at > s.rotated_at), false) AS "coalesce";
END;

ALTER FUNCTION door.use_session(token bytea, at timestamp with time zone, used_after timestamp with time zone, begun_after timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION use_session(token bytea, at timestamp with time zone, used_after timestamp with time zone, begun_after timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.use_session(token bytea, at timestamp with time zone, used_after timestamp with time zone, begun_after timestamp with time zone) IS 'The session of a token, as long as it is neither ended, idle for too long nor too old.';

--
-- Name: use_step(uuid, bigint); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.use_step(id uuid, step bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE door.factor SET last_step = step WHERE factor_id = id AND confirmed_at IS NOT NULL AND last_step < step;
    RETURN FOUND;
END
$$;

ALTER FUNCTION door.use_step(id uuid, step bigint) OWNER TO homeward_owner;

--
-- Name: FUNCTION use_step(id uuid, step bigint); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.use_step(id uuid, step bigint) IS 'Takes the code of a step; false when it, or a later one, was taken.';

--
-- Name: use_token(bytea, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.use_token(given bytea, at timestamp with time zone) RETURNS TABLE(token_id uuid, account_id uuid, code text, actions text[])
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 UPDATE door.token t SET used_at = use_token.at
    FROM door.account a
   WHERE ((t.hash = use_token.given) AND (t.revoked_at IS NULL) AND (use_token.at < t.expires_at) AND (a.account_id = t.account_id) AND (a.disabled_at IS NULL))
   RETURNING t.token_id,
     t.account_id,
     (a.code)::text AS code,
     t.actions;
END;

ALTER FUNCTION door.use_token(given bytea, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION use_token(given bytea, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.use_token(given bytea, at timestamp with time zone) IS 'Whose token it is and what it may do, while it holds.';

--
-- Name: wish_subject(uuid, uuid, bytea, site.code, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.wish_subject(asked uuid, provider uuid, subject bytea, hand site.code, at timestamp with time zone, since timestamp with time zone) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM FROM door.account WHERE account_id = asked FOR UPDATE;
    IF EXISTS (
        SELECT FROM access.provider_link AS l
        WHERE l.provider_id = provider AND l.removed_at IS NULL AND (l.account_id = asked OR l.subject_index = subject))
    THEN
        RETURN 'linked';
    END IF;
    IF NOT EXISTS (SELECT FROM door.password AS p WHERE p.account_id = asked)
        AND NOT EXISTS (SELECT FROM door.factor AS f WHERE f.account_id = asked AND f.confirmed_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM access.provider_link AS l WHERE l.account_id = asked)
    THEN
        -- Who opens an account by a provider is not to find that its owner chooses a password after all.
        UPDATE door.link SET used_at = at WHERE account_id = asked AND used_at IS NULL;
        INSERT INTO door.notice (notice_id, account_id, kind, made_at, made_by)
        VALUES (gen_random_uuid(), asked, 'provider-linked', at, hand);
        RETURN NULL;
    END IF;
    DELETE FROM door.subject_wish AS w
    WHERE w.account_id = asked AND w.provider_id = provider AND w.subject_index = subject AND w.wished_by <> hand
        AND w.wished_at > since;
    IF FOUND THEN
        INSERT INTO door.notice (notice_id, account_id, kind, made_at, made_by)
        VALUES (gen_random_uuid(), asked, 'provider-linked', at, hand);
        RETURN NULL;
    END IF;
    INSERT INTO door.subject_wish (account_id, provider_id, subject_index, wished_by, wished_at)
    VALUES (asked, provider, subject, hand, at)
    ON CONFLICT ON CONSTRAINT subject_wish_pkey DO UPDATE SET wished_at = excluded.wished_at;
    RETURN 'wished';
END
$$;

ALTER FUNCTION door.wish_subject(asked uuid, provider uuid, subject bytea, hand site.code, at timestamp with time zone, since timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION wish_subject(asked uuid, provider uuid, subject bytea, hand site.code, at timestamp with time zone, since timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.wish_subject(asked uuid, provider uuid, subject bytea, hand site.code, at timestamp with time zone, since timestamp with time zone) IS 'Whether a provider may be linked to an account now: null, or that it is linked, or that another hand has to ask, too.';

--
-- Name: write_throttle(text, bytea, integer, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.write_throttle(counted text, whom bytea, failed integer, at timestamp with time zone, free timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 UPDATE door.throttle SET failures = write_throttle.failed, last_at = write_throttle.at, free_at = write_throttle.free
   WHERE ((throttle.kind = write_throttle.counted) AND (throttle.subject = write_throttle.whom));
END;

ALTER FUNCTION door.write_throttle(counted text, whom bytea, failed integer, at timestamp with time zone, free timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION write_throttle(counted text, whom bytea, failed integer, at timestamp with time zone, free timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.write_throttle(counted text, whom bytea, failed integer, at timestamp with time zone, free timestamp with time zone) IS 'Counts a guess, or forgets the failures before.';

--
-- Name: dispose(integer, uuid, date, timestamp with time zone); Type: FUNCTION; Schema: record; Owner: homeward_owner
--

CREATE FUNCTION record.dispose(asked_number integer, asked_child uuid, asked_day date, asked_at timestamp with time zone) RETURNS TABLE(streams bigint, events bigint, texts bigint, rows bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
#variable_conflict use_column
DECLARE
    scope integer := nullif(current_setting('homeward.site', true), '')::integer;
    mine uuid[];
    persons uuid[];
    found_rule text;
    found_texts uuid[];
    place text;
    gone bigint;
BEGIN
    streams := 0;
    events := 0;
    texts := 0;
    rows := 0;
    -- Whoever appends, or places a hold, takes the child's row as well: one waits for the other.
    PERFORM FROM record.stream AS s
    WHERE s.site_id = scope AND s.stream = 'child' AND s.stream_id = asked_child FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no such record' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'stub_needs_record';
    END IF;
    SELECT array_agg(e.episode_id) INTO mine FROM record.episode AS e WHERE e.site_id = scope AND e.child_id = asked_child;
    mine := coalesce(mine, '{}');
    PERFORM FROM record.stream AS s
    WHERE s.site_id = scope AND s.stream = 'episode' AND s.stream_id = ANY (mine) FOR UPDATE;
    SELECT r.class INTO found_rule FROM duty.retention AS r WHERE r.site_id = scope AND r.child_id = asked_child;
    INSERT INTO record.stub
    SELECT s.site_id, s.stream, s.stream_id, asked_child, asked_number, coalesce(found_rule, 'none'), asked_day, s.head_seq,
        s.head_hash
    FROM record.stream AS s
    WHERE s.site_id = scope AND (s.stream = 'child' AND s.stream_id = asked_child
        OR s.stream = 'episode' AND s.stream_id = ANY (mine));
    GET DIAGNOSTICS streams = ROW_COUNT;

    -- Who they are: the child, those of the family who belong to no other child, and those who take part in its episodes and
    -- in no other's.
    SELECT array_agg(DISTINCT p.id) INTO persons FROM (
        SELECT asked_child AS id
        UNION ALL
        SELECT b.person_id FROM identity.bond AS b
        WHERE b.site_id = scope AND b.child_id = asked_child AND NOT EXISTS (
            SELECT FROM identity.bond AS o
            WHERE o.site_id = scope AND o.child_id <> asked_child AND b.person_id IN (o.person_id, o.child_id))
            AND NOT EXISTS (
                SELECT FROM record.child AS c WHERE c.site_id = scope AND c.child_id = b.person_id)
        UNION ALL
        SELECT a.participant_id FROM record.participant AS a
        WHERE a.site_id = scope AND a.episode_id = ANY (mine) AND NOT EXISTS (
            SELECT FROM record.participant AS o
            WHERE o.site_id = scope AND o.participant_id = a.participant_id AND o.episode_id <> ALL (mine))
    ) AS p;
    INSERT INTO retention.pending_key SELECT scope, unnest(persons) ON CONFLICT DO NOTHING;

    -- What was written in words: a text of theirs goes, unless another record refers to it (the reason given for a whole file).
    SELECT array_agg(DISTINCT t.narrative_id) INTO found_texts
    FROM record.event AS e
    CROSS JOIN regexp_matches(e.payload::text, '"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"', 'g') AS m
    JOIN narrative.text AS t ON t.site_id = scope AND t.narrative_id = m[1]::uuid
    WHERE e.site_id = scope AND (e.stream = 'child' AND e.stream_id = asked_child
        OR e.stream = 'episode' AND e.stream_id = ANY (mine));
    IF found_texts IS NOT NULL THEN
        SELECT array_agg(f.id) INTO found_texts FROM unnest(found_texts) AS f (id)
        WHERE NOT EXISTS (
            SELECT FROM record.event AS o
            WHERE o.site_id = scope AND o.kind = 'corrected' AND o.stream_id <> asked_child AND o.stream_id <> ALL (mine)
                AND position(f.id::text IN o.payload::text) > 0);
    END IF;
    found_texts := found_texts || ARRAY(
        SELECT g.reason_id FROM access.glass AS g WHERE g.site_id = scope AND g.episode_id = ANY (mine));
    DELETE FROM access.glass AS g WHERE g.site_id = scope AND g.episode_id = ANY (mine);
    DELETE FROM narrative.text AS t WHERE t.site_id = scope AND (
        t.narrative_id = ANY (found_texts) OR t.subject_id = ANY (persons)
        OR t.narrative_id IN (
            SELECT h.narrative_id FROM retention.hold AS h WHERE h.site_id = scope AND h.child_id = asked_child));
    GET DIAGNOSTICS texts = ROW_COUNT;

    DELETE FROM record.event AS e WHERE e.site_id = scope AND (e.stream = 'child' AND e.stream_id = asked_child
        OR e.stream = 'episode' AND e.stream_id = ANY (mine));
    GET DIAGNOSTICS events = ROW_COUNT;
    DELETE FROM record.stream AS s WHERE s.site_id = scope AND (s.stream = 'child' AND s.stream_id = asked_child
        OR s.stream = 'episode' AND s.stream_id = ANY (mine));

    -- Everything else that names one of its episodes, or the child, stands in a table that has a column for it.
    FOREACH place IN ARRAY ARRAY[
        'access.bar', 'record.assignment', 'record.contact', 'record.follow_up', 'record.interview', 'record.tracker_state',
        'record.model_fact', 'record.module_run', 'record.outcome', 'record.participant', 'record.phase_spell',
        'record.episode'
    ] LOOP
        EXECUTE format('DELETE FROM %s WHERE site_id = $1 AND episode_id = ANY ($2)', place::regclass) USING scope, mine;
        GET DIAGNOSTICS gone = ROW_COUNT;
        rows := rows + gone;
    END LOOP;
    FOREACH place IN ARRAY ARRAY[
        'record.offence', 'record.placement', 'record.provision', 'record.school_status', 'record.child', 'duty.retention'
    ] LOOP
        EXECUTE format('DELETE FROM %s WHERE site_id = $1 AND child_id = $2', place::regclass) USING scope, asked_child;
        GET DIAGNOSTICS gone = ROW_COUNT;
        rows := rows + gone;
    END LOOP;
    FOREACH place IN ARRAY ARRAY['duty.alert', 'duty.obligation', 'duty.subject'] LOOP
        EXECUTE format('DELETE FROM %s WHERE site_id = $1 AND subject_id = ANY ($2)', place::regclass) USING scope, mine;
        GET DIAGNOSTICS gone = ROW_COUNT;
        rows := rows + gone;
    END LOOP;
    DELETE FROM identity.bond AS b
    WHERE b.site_id = scope AND (b.child_id = ANY (persons) OR b.person_id = ANY (persons));
    GET DIAGNOSTICS gone = ROW_COUNT;
    rows := rows + gone;
    FOREACH place IN ARRAY ARRAY['identity.search_term', 'identity.address', 'identity.person'] LOOP
        EXECUTE format('DELETE FROM %s WHERE site_id = $1 AND person_id = ANY ($2)', place::regclass) USING scope, persons;
        GET DIAGNOSTICS gone = ROW_COUNT;
        rows := rows + gone;
    END LOOP;
    DELETE FROM exchange.imported_row AS i
    WHERE i.site_id = scope AND (i.stream_id = asked_child OR i.stream_id = ANY (mine));
    GET DIAGNOSTICS gone = ROW_COUNT;
    rows := rows + gone;
    UPDATE retention.proposed_child AS c SET disposed_at = asked_at
    WHERE c.site_id = scope AND c.child_id = asked_child AND c.number = asked_number;
    RETURN NEXT;
END
$_$;

ALTER FUNCTION record.dispose(asked_number integer, asked_child uuid, asked_day date, asked_at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION dispose(asked_number integer, asked_child uuid, asked_day date, asked_at timestamp with time zone); Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON FUNCTION record.dispose(asked_number integer, asked_child uuid, asked_day date, asked_at timestamp with time zone) IS 'Destroys a child''s record with its episodes and leaves a stub of each stream: the one way in which events are deleted.';

--
-- Name: refuse_deletion(); Type: FUNCTION; Schema: record; Owner: homeward_owner
--

CREATE FUNCTION record.refuse_deletion() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM gone AS g WHERE NOT EXISTS (
            SELECT FROM record.stub AS s
            WHERE s.site_id = g.site_id AND s.stream = g.stream AND s.stream_id = g.stream_id)
    ) THEN
        RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'restrict_violation',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_append_only';
    END IF;
    RETURN NULL;
END
$$;

ALTER FUNCTION record.refuse_deletion() OWNER TO homeward_owner;

--
-- Name: FUNCTION refuse_deletion(); Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON FUNCTION record.refuse_deletion() IS 'Refuses to delete events of which no stub stays, whoever asks, the owner too.';

--
-- Name: refuse_stub(); Type: FUNCTION; Schema: record; Owner: homeward_owner
--

CREATE FUNCTION record.refuse_stub() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    broken text;
BEGIN
    IF NOT EXISTS (
        SELECT FROM retention.proposal AS p JOIN retention.proposed_child AS c USING (site_id, number)
        WHERE p.site_id = NEW.site_id AND p.number = NEW.number AND c.child_id = NEW.child_id
            AND p.approved_by <> p.proposed_by AND p.approver <> p.proposer AND p.withdrawn_at IS NULL
    ) THEN
        broken := 'stub_needs_approval';
    ELSIF EXISTS (
        SELECT FROM retention.hold AS h
        WHERE h.site_id = NEW.site_id AND h.lifted_at IS NULL AND (
            h.child_id = NEW.child_id OR h.child_id IN (
                SELECT a.child_id FROM record.participant AS a JOIN record.episode AS e USING (site_id, episode_id)
                WHERE e.site_id = NEW.site_id AND e.child_id = NEW.child_id))
    ) THEN
        broken := 'stub_not_while_held';
    ELSIF EXISTS (
        SELECT FROM record.episode AS e
        WHERE e.site_id = NEW.site_id AND e.decision <> 'declined' AND e.closed_on IS NULL AND (
            e.child_id = NEW.child_id OR e.episode_id IN (
                SELECT a.episode_id FROM record.participant AS a
                WHERE a.site_id = NEW.site_id AND a.child_id = NEW.child_id))
    ) THEN
        broken := 'stub_not_while_open';
    ELSIF NOT EXISTS (
        SELECT FROM duty.retention AS r
        WHERE r.site_id = NEW.site_id AND r.child_id = NEW.child_id AND r.keep_through < NEW.disposed_on
    ) THEN
        broken := 'stub_not_before_its_day';
    END IF;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'this record is not to be disposed of'
            USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = broken;
    END IF;
    RETURN NEW;
END
$$;

ALTER FUNCTION record.refuse_stub() OWNER TO homeward_owner;

--
-- Name: FUNCTION refuse_stub(); Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON FUNCTION record.refuse_stub() IS 'Refuses a stub without approval by a second person, under a hold, with an open episode, or too early.';

--
-- Name: rows_about(uuid); Type: FUNCTION; Schema: record; Owner: homeward_owner
--

CREATE FUNCTION record.rows_about(asked_child uuid) RETURNS TABLE(place text, item bigint, field text, value text)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
#variable_conflict use_column
DECLARE
    scope integer := nullif(current_setting('homeward.site', true), '')::integer;
    mine uuid[];
    one record;
BEGIN
    SELECT array_agg(e.episode_id) INTO mine FROM record.episode AS e WHERE e.site_id = scope AND e.child_id = asked_child;
    mine := array_append(mine, asked_child);
    FOR one IN
        SELECT c.oid::regclass::text AS name,
            string_agg(format('t.%I = ANY ($2)', a.attname), ' OR ' ORDER BY a.attnum)
                FILTER (WHERE a.attname IN ('child_id', 'episode_id', 'stream_id', 'subject_id', 'person_id', 'target_id'))
                AS condition
        FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema$|extension$)'
            AND has_table_privilege(c.oid, 'SELECT')
        GROUP BY c.oid
        HAVING bool_or(a.attname = 'site_id') AND bool_or(
            a.attname IN ('child_id', 'episode_id', 'stream_id', 'subject_id', 'person_id', 'target_id'))
        ORDER BY 1
    LOOP
        RETURN QUERY EXECUTE format(
            'SELECT %L::text, r.n, e.key, e.value
            FROM (
                SELECT row_number() OVER (ORDER BY to_jsonb(t)) AS n, to_jsonb(t) - ''site_id'' AS fields
                FROM %s AS t WHERE t.site_id = $1 AND (%s)
            ) AS r CROSS JOIN jsonb_each_text(r.fields) AS e
            WHERE e.value IS NOT NULL ORDER BY r.n, e.key',
            one.name, one.name::regclass, one.condition
        ) USING scope, mine;
    END LOOP;
END
$_$;

ALTER FUNCTION record.rows_about(asked_child uuid) OWNER TO homeward_owner;

--
-- Name: FUNCTION rows_about(asked_child uuid); Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON FUNCTION record.rows_about(asked_child uuid) IS 'Every row of every table that the caller may read and that names a child or one of its episodes, field by field.';

--
-- Name: refuse_late_child(); Type: FUNCTION; Schema: retention; Owner: homeward_owner
--

CREATE FUNCTION retention.refuse_late_child() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM retention.proposal AS p
        WHERE p.site_id = NEW.site_id AND p.number = NEW.number AND (p.approved_at IS NOT NULL OR p.withdrawn_at IS NOT NULL)
    ) THEN
        RAISE EXCEPTION 'a proposal that was decided takes no further child'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'proposed_child_before_decision';
    END IF;
    RETURN NEW;
END
$$;

ALTER FUNCTION retention.refuse_late_child() OWNER TO homeward_owner;

--
-- Name: FUNCTION refuse_late_child(); Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON FUNCTION retention.refuse_late_child() IS 'What is approved is what was proposed: nobody is added afterwards.';

--
-- Name: refuse_other_decision(); Type: FUNCTION; Schema: retention; Owner: homeward_owner
--

CREATE FUNCTION retention.refuse_other_decision() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF OLD.withdrawn_at IS NOT NULL OR NEW.proposer <> OLD.proposer OR OLD.approved_at IS NOT NULL
        AND (NEW.approved_by, NEW.approved_at, NEW.approver)
            IS DISTINCT FROM (OLD.approved_by, OLD.approved_at, OLD.approver) THEN
        RAISE EXCEPTION 'a proposal is decided once'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'proposal_decided_once';
    END IF;
    RETURN NEW;
END
$$;

ALTER FUNCTION retention.refuse_other_decision() OWNER TO homeward_owner;

--
-- Name: FUNCTION refuse_other_decision(); Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON FUNCTION retention.refuse_other_decision() IS 'An approval never becomes another''s, and what was withdrawn stays so.';

--
-- Name: refuse_change(); Type: FUNCTION; Schema: site; Owner: homeward_owner
--

CREATE FUNCTION site.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation',
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_append_only';
END
$$;

ALTER FUNCTION site.refuse_change() OWNER TO homeward_owner;

--
-- Name: FUNCTION refuse_change(); Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON FUNCTION site.refuse_change() IS 'Refuses UPDATE, DELETE and TRUNCATE of an append-only table, whoever asks, the owner too.';

--
-- Name: alert; Type: TABLE; Schema: access; Owner: homeward_owner
--

CREATE TABLE access.alert (
    site_id integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    arrival bigint NOT NULL,
    day date NOT NULL,
    number integer NOT NULL,
    CONSTRAINT alert_kind_known CHECK ((kind = ANY (ARRAY['sensitive-address'::text, 'relative'::text, 'without-relationship'::text, 'many-episodes'::text]))),
    CONSTRAINT alert_number_positive CHECK ((number >= 1))
);

ALTER TABLE ONLY access.alert FORCE ROW LEVEL SECURITY;

ALTER TABLE access.alert OWNER TO homeward_owner;

--
-- Name: TABLE alert; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON TABLE access.alert IS 'Looks that whoever answers for privacy should look into; made by the night.';

--
-- Name: COLUMN alert.arrival; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.alert.arrival IS 'The look; the first of the day where the kind counts several.';

--
-- Name: COLUMN alert.day; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.alert.day IS 'The day of the look at the site.';

--
-- Name: COLUMN alert.number; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.alert.number IS 'How many looks, or episodes, it stands for.';

--
-- Name: bar; Type: TABLE; Schema: access; Owner: homeward_owner
--

CREATE TABLE access.bar (
    site_id integer NOT NULL,
    account_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    barred_by site.code NOT NULL,
    barred_at timestamp with time zone NOT NULL,
    lifted_by site.code,
    lifted_at timestamp with time zone,
    CONSTRAINT bar_lifted_after_barred CHECK ((lifted_at >= barred_at)),
    CONSTRAINT bar_lifted_as_one CHECK (((lifted_by IS NULL) = (lifted_at IS NULL)))
);

ALTER TABLE ONLY access.bar FORCE ROW LEVEL SECURITY;

ALTER TABLE access.bar OWNER TO homeward_owner;

--
-- Name: TABLE bar; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON TABLE access.bar IS 'Who must not see an episode, whatever role they have: they know the family.';

--
-- Name: disposal_seal; Type: TABLE; Schema: access; Owner: homeward_owner
--

CREATE TABLE access.disposal_seal (
    site_id integer NOT NULL,
    stream text NOT NULL COLLATE pg_catalog."C",
    stream_id uuid NOT NULL,
    key_id site.term NOT NULL,
    code bytea NOT NULL,
    CONSTRAINT disposal_seal_code_is_sha256 CHECK ((octet_length(code) = 32)),
    CONSTRAINT disposal_seal_stream_known CHECK ((stream = ANY (ARRAY['episode'::text, 'child'::text])))
);

ALTER TABLE ONLY access.disposal_seal FORCE ROW LEVEL SECURITY;

ALTER TABLE access.disposal_seal OWNER TO homeward_owner;

--
-- Name: TABLE disposal_seal; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON TABLE access.disposal_seal IS 'What proves that the events of a stream went with an approved disposal.';

--
-- Name: COLUMN disposal_seal.key_id; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.disposal_seal.key_id IS 'The key, which lies outside the database.';

--
-- Name: COLUMN disposal_seal.code; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.disposal_seal.code IS 'HMAC-SHA-256 over the stream and the places that its events had, in their order.';

--
-- Name: disposed; Type: TABLE; Schema: access; Owner: homeward_owner
--

CREATE TABLE access.disposed (
    site_id integer NOT NULL,
    arrival bigint NOT NULL,
    stream text NOT NULL COLLATE pg_catalog."C",
    stream_id uuid NOT NULL
);

ALTER TABLE ONLY access.disposed FORCE ROW LEVEL SECURITY;

ALTER TABLE access.disposed OWNER TO homeward_owner;

--
-- Name: TABLE disposed; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON TABLE access.disposed IS 'The places of sealed events that were disposed of, with the stream that has a stub now.';

--
-- Name: look; Type: TABLE; Schema: access; Owner: homeward_owner
--

CREATE TABLE access.look (
    site_id integer NOT NULL,
    arrival bigint DEFAULT 
CASE
    WHEN (pg_current_xact_id() IS NOT NULL) THEN nextval('access.arrival_seq'::regclass)
    ELSE NULL::bigint
END NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    actor site.code NOT NULL,
    way text NOT NULL COLLATE pg_catalog."C",
    cover_for site.code,
    action site.term NOT NULL,
    relation text NOT NULL COLLATE pg_catalog."C",
    target text NOT NULL COLLATE pg_catalog."C",
    target_id uuid,
    outcome text NOT NULL COLLATE pg_catalog."C",
    rows bigint,
    reference site.term,
    CONSTRAINT look_account_when_signed_in CHECK (((account_id IS NULL) = (way = ANY (ARRAY['programme'::text, 'operator'::text, 'link'::text])))),
    CONSTRAINT look_at_finite CHECK (isfinite(at)),
    CONSTRAINT look_outcome_known CHECK ((outcome = ANY (ARRAY['allowed'::text, 'refused'::text]))),
    CONSTRAINT look_relation_known CHECK ((relation = ANY (ARRAY['own-episode'::text, 'own-team'::text, 'own-site'::text, 'on-call'::text, 'break-glass'::text, 'network'::text, 'self'::text, 'programme'::text]))),
    CONSTRAINT look_rows_not_negative CHECK ((rows >= 0)),
    CONSTRAINT look_target_known CHECK ((target = ANY (ARRAY['site'::text, 'episode'::text, 'child'::text, 'person'::text, 'team'::text, 'account'::text]))),
    CONSTRAINT look_target_named CHECK (((target_id IS NULL) = (target = 'site'::text))),
    CONSTRAINT look_way_known CHECK ((way = ANY (ARRAY['programme'::text, 'operator'::text, 'session'::text, 'token'::text, 'command-line'::text, 'link'::text])))
);

ALTER TABLE ONLY access.look FORCE ROW LEVEL SECURITY;

ALTER TABLE access.look OWNER TO homeward_owner;

--
-- Name: TABLE look; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON TABLE access.look IS 'Every look at something identifiable, allowed or refused; append-only. Codes and ids only, never a name.';

--
-- Name: COLUMN look.arrival; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.look.arrival IS 'Its place in the order of looks and events, by which it is sealed.';

--
-- Name: COLUMN look.actor; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.look.actor IS 'The code of the account; programme or operator where nobody signed in.';

--
-- Name: COLUMN look.way; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.look.way IS 'By which way it was asked.';

--
-- Name: COLUMN look.cover_for; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.look.cover_for IS 'For whom, when the right to look was cover.';

--
-- Name: COLUMN look.relation; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.look.relation IS 'Why: how they stand to what they looked at.';

--
-- Name: COLUMN look.rows; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.look.rows IS 'How many rows it gave, where it gave rows.';

--
-- Name: COLUMN look.reference; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.look.reference IS 'What the person was told to quote, where they were told something.';

--
-- Name: relative; Type: TABLE; Schema: access; Owner: homeward_owner
--

CREATE TABLE access.relative (
    site_id integer NOT NULL,
    account_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    noted_by site.code NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT relative_ended_after_noted CHECK ((ended_at >= noted_at))
);

ALTER TABLE ONLY access.relative FORCE ROW LEVEL SECURITY;

ALTER TABLE access.relative OWNER TO homeward_owner;

--
-- Name: TABLE relative; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON TABLE access.relative IS 'Families that a colleague belongs to: whoever else looks at them is told to the officer.';

--
-- Name: seal; Type: TABLE; Schema: access; Owner: homeward_owner
--

CREATE TABLE access.seal (
    site_id integer NOT NULL,
    number bigint NOT NULL,
    from_arrival bigint NOT NULL,
    through_arrival bigint NOT NULL,
    rows integer NOT NULL,
    leaves bytea NOT NULL,
    root bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    key_id site.term NOT NULL,
    code bytea NOT NULL,
    CONSTRAINT seal_code_is_sha256 CHECK ((octet_length(code) = 32)),
    CONSTRAINT seal_ends_after_it_begins CHECK ((through_arrival >= from_arrival)),
    CONSTRAINT seal_leaf_for_each_row CHECK ((octet_length(leaves) = (24 * rows))),
    CONSTRAINT seal_number_positive CHECK ((number >= 1)),
    CONSTRAINT seal_of_something CHECK ((rows >= 1)),
    CONSTRAINT seal_root_is_sha256 CHECK ((octet_length(root) = 32)),
    CONSTRAINT seal_sealed_at_finite CHECK (isfinite(sealed_at))
);

ALTER TABLE ONLY access.seal FORCE ROW LEVEL SECURITY;

ALTER TABLE access.seal OWNER TO homeward_owner;

--
-- Name: TABLE seal; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON TABLE access.seal IS 'What covers looks and events of a site, from one arrival through another; append-only, without a gap.';

--
-- Name: COLUMN seal.from_arrival; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.seal.from_arrival IS 'The arrival after the last of the seal before; the least number at first.';

--
-- Name: COLUMN seal.leaves; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.seal.leaves IS 'For each row eight bytes of its arrival and sixteen of the HMAC-SHA-256 over all its columns.';

--
-- Name: COLUMN seal.root; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.seal.root IS 'SHA-256 of the leaves.';

--
-- Name: COLUMN seal.key_id; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.seal.key_id IS 'The key, which lies outside the database.';

--
-- Name: COLUMN seal.code; Type: COMMENT; Schema: access; Owner: homeward_owner
--

COMMENT ON COLUMN access.seal.code IS 'HMAC-SHA-256 over all other columns but the leaves, and over the code before it.';

--
-- Name: subject_wish; Type: TABLE; Schema: door; Owner: homeward_owner
--

CREATE TABLE door.subject_wish (
    account_id uuid NOT NULL,
    provider_id uuid NOT NULL,
    subject_index bytea NOT NULL,
    wished_by site.code NOT NULL,
    wished_at timestamp with time zone NOT NULL,
    CONSTRAINT subject_wish_at_finite CHECK (isfinite(wished_at)),
    CONSTRAINT subject_wish_index_is_a_digest CHECK ((octet_length(subject_index) = 32))
);

ALTER TABLE door.subject_wish OWNER TO homeward_owner;

--
-- Name: TABLE subject_wish; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON TABLE door.subject_wish IS 'Which subject a hand wants a provider to open an account by: it does when another hand asks for the same.';

--
-- Name: COLUMN subject_wish.subject_index; Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON COLUMN door.subject_wish.subject_index IS 'Keyed hash of issuer and subject; neither stands here.';

--
-- Name: alert; Type: TABLE; Schema: duty; Owner: homeward_owner
--

CREATE TABLE duty.alert (
    site_id integer NOT NULL,
    subject_kind text NOT NULL COLLATE pg_catalog."C",
    subject_id uuid NOT NULL,
    code site.term NOT NULL,
    place integer NOT NULL,
    urgency text NOT NULL COLLATE pg_catalog."C",
    since date NOT NULL,
    sentence text NOT NULL,
    found_on date,
    CONSTRAINT alert_place_positive CHECK ((place >= 1)),
    CONSTRAINT alert_sentence_given CHECK ((sentence ~ '\S'::text)),
    CONSTRAINT alert_subject_kind_known CHECK ((subject_kind = ANY (ARRAY['episode'::text, 'team'::text]))),
    CONSTRAINT alert_urgency_known CHECK ((urgency = ANY (ARRAY['notice'::text, 'warning'::text, 'urgent'::text])))
);

ALTER TABLE ONLY duty.alert FORCE ROW LEVEL SECURITY;

ALTER TABLE duty.alert OWNER TO homeward_owner;

--
-- Name: TABLE alert; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON TABLE duty.alert IS 'What somebody should look at on the night''s date.';

--
-- Name: COLUMN alert.place; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.alert.place IS 'From 1, the oldest first: an episode can have several alerts of a code.';

--
-- Name: COLUMN alert.sentence; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.alert.sentence IS 'It names days, numbers and codes, never a person.';

--
-- Name: COLUMN alert.found_on; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.alert.found_on IS 'The date of the first night that found it; null for what was found before this was written down.';

--
-- Name: edition_proposal; Type: TABLE; Schema: duty; Owner: homeward_owner
--

CREATE TABLE duty.edition_proposal (
    site_id integer NOT NULL,
    from_day date NOT NULL,
    through_day date NOT NULL,
    proposed_on date NOT NULL,
    CONSTRAINT edition_proposal_after_its_end CHECK ((proposed_on > through_day)),
    CONSTRAINT edition_proposal_ends_after_it_begins CHECK ((through_day >= from_day))
);

ALTER TABLE ONLY duty.edition_proposal FORCE ROW LEVEL SECURITY;

ALTER TABLE duty.edition_proposal OWNER TO homeward_owner;

--
-- Name: TABLE edition_proposal; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON TABLE duty.edition_proposal IS 'Quarters of a site that may be frozen: proposed to the network''s analyst, who decides. Nothing is frozen by a night.';

--
-- Name: measure_rater; Type: TABLE; Schema: duty; Owner: homeward_owner
--

CREATE TABLE duty.measure_rater (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    instrument site.term NOT NULL,
    from_day date NOT NULL,
    staff site.code NOT NULL
);

ALTER TABLE ONLY duty.measure_rater FORCE ROW LEVEL SECURITY;

ALTER TABLE duty.measure_rater OWNER TO homeward_owner;

--
-- Name: TABLE measure_rater; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON TABLE duty.measure_rater IS 'Who still owes a return in a slot. Whoever is not here owes none.';

--
-- Name: measure_slot; Type: TABLE; Schema: duty; Owner: homeward_owner
--

CREATE TABLE duty.measure_slot (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    instrument site.term NOT NULL,
    from_day date NOT NULL
);

ALTER TABLE ONLY duty.measure_slot FORCE ROW LEVEL SECURITY;

ALTER TABLE duty.measure_slot OWNER TO homeward_owner;

--
-- Name: TABLE measure_slot; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON TABLE duty.measure_slot IS 'A slot of a measure of staff whose raters are written down; removed with them when it is over.';

--
-- Name: night; Type: TABLE; Schema: duty; Owner: homeward_owner
--

CREATE TABLE duty.night (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    local_date date NOT NULL,
    form smallint NOT NULL,
    CONSTRAINT night_local_date_finite CHECK (isfinite(local_date))
);

ALTER TABLE ONLY duty.night FORCE ROW LEVEL SECURITY;

ALTER TABLE duty.night OWNER TO homeward_owner;

--
-- Name: TABLE night; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON TABLE duty.night IS 'Which date the rows of a job are for.';

--
-- Name: COLUMN night.form; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.night.form IS 'Which way of deriving made them; after another, everything is derived anew.';

--
-- Name: obligation; Type: TABLE; Schema: duty; Owner: homeward_owner
--

CREATE TABLE duty.obligation (
    site_id integer NOT NULL,
    subject_kind text NOT NULL COLLATE pg_catalog."C",
    subject_id uuid NOT NULL,
    kind site.term NOT NULL,
    about text NOT NULL COLLATE pg_catalog."C",
    ordinal integer NOT NULL,
    opens_on date NOT NULL,
    due_on date NOT NULL,
    closes_on date,
    standing text NOT NULL COLLATE pg_catalog."C",
    since date,
    attempts integer NOT NULL,
    found_on date,
    CONSTRAINT obligation_about_given CHECK (((about = ANY (ARRAY['family'::text, 'index'::text])) OR (about ~ '^[0-9a-f-]{36}$'::text))),
    CONSTRAINT obligation_attempts_not_negative CHECK ((attempts >= 0)),
    CONSTRAINT obligation_since_unless_upcoming CHECK (((since IS NULL) = (standing = 'upcoming'::text))),
    CONSTRAINT obligation_standing_known CHECK ((standing = ANY (ARRAY['upcoming'::text, 'open'::text, 'overdue'::text, 'missed'::text]))),
    CONSTRAINT obligation_subject_kind_known CHECK ((subject_kind = ANY (ARRAY['episode'::text, 'team'::text])))
);

ALTER TABLE ONLY duty.obligation FORCE ROW LEVEL SECURITY;

ALTER TABLE duty.obligation OWNER TO homeward_owner;

--
-- Name: TABLE obligation; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON TABLE duty.obligation IS 'What is owed on the night''s date: what comes, is open or overdue, and what was missed lately.';

--
-- Name: COLUMN obligation.about; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.obligation.about IS 'family, index, or the id of somebody who takes part.';

--
-- Name: COLUMN obligation.closes_on; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.obligation.closes_on IS 'The first day on which it can no longer be met; null while it stays owed.';

--
-- Name: COLUMN obligation.since; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.obligation.since IS 'The first day of that standing.';

--
-- Name: COLUMN obligation.found_on; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.obligation.found_on IS 'The date of the first night that found it in that standing; null for what was found before this was written down.';

--
-- Name: quality; Type: TABLE; Schema: duty; Owner: homeward_owner
--

CREATE TABLE duty.quality (
    site_id integer NOT NULL,
    on_day date NOT NULL,
    rule site.term NOT NULL,
    pack site.term NOT NULL,
    checked bigint NOT NULL,
    faulty bigint NOT NULL,
    CONSTRAINT quality_counts_agree CHECK (((faulty >= 0) AND (faulty <= checked)))
);

ALTER TABLE ONLY duty.quality FORCE ROW LEVEL SECURITY;

ALTER TABLE duty.quality OWNER TO homeward_owner;

--
-- Name: TABLE quality; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON TABLE duty.quality IS 'The data-quality scorecard of a night: of so many rows that a rule looks at, so many break it.';

--
-- Name: COLUMN quality.pack; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.quality.pack IS 'The edition of the rules, such as 2026: figures of two packs are not one trend.';

--
-- Name: retention; Type: TABLE; Schema: duty; Owner: homeward_owner
--

CREATE TABLE duty.retention (
    site_id integer NOT NULL,
    child_key bytea NOT NULL,
    class site.term NOT NULL,
    keep_through date NOT NULL,
    is_proposed boolean NOT NULL,
    child_id uuid NOT NULL,
    CONSTRAINT retention_child_key_is_digest CHECK ((octet_length(child_key) = 32))
);

ALTER TABLE ONLY duty.retention FORCE ROW LEVEL SECURITY;

ALTER TABLE duty.retention OWNER TO homeward_owner;

--
-- Name: TABLE retention; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON TABLE duty.retention IS 'By which rule each child''s record is kept, and how long; made anew each night, for a change of status changes the rule.';

--
-- Name: COLUMN retention.class; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.retention.class IS 'The rule that keeps it longest.';

--
-- Name: COLUMN retention.keep_through; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.retention.keep_through IS 'The last day on which it is kept; infinity while no end is in sight.';

--
-- Name: COLUMN retention.is_proposed; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.retention.is_proposed IS 'Whether that day is past. Two people decide; a night disposes of nothing.';

--
-- Name: COLUMN retention.child_id; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.retention.child_id IS 'The child itself, beside the key that reports know it by, so that whoever decides finds it.';

--
-- Name: subject; Type: TABLE; Schema: duty; Owner: homeward_owner
--

CREATE TABLE duty.subject (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    subject_id uuid NOT NULL,
    ref site.code,
    team site.code,
    therapist site.code,
    head bigint NOT NULL,
    next_on date NOT NULL,
    reach smallint NOT NULL,
    CONSTRAINT subject_kind_known CHECK ((kind = ANY (ARRAY['episode'::text, 'team'::text]))),
    CONSTRAINT subject_next_on_finite CHECK (isfinite(next_on)),
    CONSTRAINT subject_reach_positive CHECK ((reach >= 1))
);

ALTER TABLE ONLY duty.subject FORCE ROW LEVEL SECURITY;

ALTER TABLE duty.subject OWNER TO homeward_owner;

--
-- Name: TABLE subject; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON TABLE duty.subject IS 'The episodes and teams that a job has rows of, or has found to need none; whose they are on the night''s date.';

--
-- Name: COLUMN subject.ref; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.subject.ref IS 'What the site calls the episode, or the team''s code.';

--
-- Name: COLUMN subject.head; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.subject.head IS 'How far its record was read.';

--
-- Name: COLUMN subject.next_on; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.subject.next_on IS 'Until this date nothing changes by itself.';

--
-- Name: COLUMN subject.reach; Type: COMMENT; Schema: duty; Owner: homeward_owner
--

COMMENT ON COLUMN duty.subject.reach IS 'How many days ahead were looked at; more the longer nothing changed.';

--
-- Name: edition; Type: TABLE; Schema: edition; Owner: homeward_owner
--

CREATE TABLE edition.edition (
    edition_no integer NOT NULL,
    profile text NOT NULL COLLATE pg_catalog."C",
    from_day date NOT NULL,
    through_day date NOT NULL,
    restates integer,
    data_cut timestamp with time zone NOT NULL,
    document text NOT NULL,
    hash text NOT NULL COLLATE pg_catalog."C",
    frozen_at timestamp with time zone NOT NULL,
    frozen_by site.code NOT NULL,
    CONSTRAINT edition_frozen_after_cut CHECK ((frozen_at >= data_cut)),
    CONSTRAINT edition_hash_is_sha256 CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT edition_number_positive CHECK ((edition_no >= 1)),
    CONSTRAINT edition_period_in_order CHECK ((from_day < through_day)),
    CONSTRAINT edition_profile_known CHECK ((profile = ANY (ARRAY['dfe'::text, 'nhs'::text, 'network'::text]))),
    CONSTRAINT edition_restates_earlier CHECK ((restates < edition_no)),
    CONSTRAINT edition_times_finite CHECK ((isfinite(data_cut) AND isfinite(frozen_at)))
);

ALTER TABLE edition.edition OWNER TO homeward_owner;

--
-- Name: TABLE edition; Type: COMMENT; Schema: edition; Owner: homeward_owner
--

COMMENT ON TABLE edition.edition IS 'What was frozen, of the network as a whole; append-only.';

--
-- Name: COLUMN edition.edition_no; Type: COMMENT; Schema: edition; Owner: homeward_owner
--

COMMENT ON COLUMN edition.edition.edition_no IS 'From 1, without gaps.';

--
-- Name: COLUMN edition.restates; Type: COMMENT; Schema: edition; Owner: homeward_owner
--

COMMENT ON COLUMN edition.edition.restates IS 'The edition of the same period that this one corrects.';

--
-- Name: COLUMN edition.data_cut; Type: COMMENT; Schema: edition; Owner: homeward_owner
--

COMMENT ON COLUMN edition.edition.data_cut IS 'What was known at this time was counted.';

--
-- Name: COLUMN edition.document; Type: COMMENT; Schema: edition; Owner: homeward_owner
--

COMMENT ON COLUMN edition.edition.document IS 'All that is printed of it, as it was hashed.';

--
-- Name: COLUMN edition.hash; Type: COMMENT; Schema: edition; Owner: homeward_owner
--

COMMENT ON COLUMN edition.edition.hash IS 'SHA-256 of the document in UTF-8.';

--
-- Name: secret; Type: TABLE; Schema: edition; Owner: homeward_owner
--

CREATE TABLE edition.secret (
    edition_no integer NOT NULL,
    counts text NOT NULL
);

ALTER TABLE edition.secret OWNER TO homeward_owner;

--
-- Name: TABLE secret; Type: COMMENT; Schema: edition; Owner: homeward_owner
--

COMMENT ON TABLE edition.secret IS 'The true counts behind an edition and which of them were withheld for others; append-only.';

--
-- Name: COLUMN secret.counts; Type: COMMENT; Schema: edition; Owner: homeward_owner
--

COMMENT ON COLUMN edition.secret.counts IS 'As text; later editions are attacked together with it.';

--
-- Name: import; Type: TABLE; Schema: exchange; Owner: homeward_owner
--

CREATE TABLE exchange.import (
    site_id integer NOT NULL,
    import_id uuid NOT NULL,
    kind site.term NOT NULL,
    file_digest bytea NOT NULL,
    rows integer NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    imported_by site.code NOT NULL,
    CONSTRAINT import_file_digest_is_sha256 CHECK ((octet_length(file_digest) = 32)),
    CONSTRAINT import_imported_at_finite CHECK (isfinite(imported_at)),
    CONSTRAINT import_rows_not_negative CHECK ((rows >= 0))
);

ALTER TABLE ONLY exchange.import FORCE ROW LEVEL SECURITY;

ALTER TABLE exchange.import OWNER TO homeward_owner;

--
-- Name: TABLE import; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON TABLE exchange.import IS 'One row a file that was imported; append-only.';

--
-- Name: COLUMN import.file_digest; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.import.file_digest IS 'SHA-256 of the file''s bytes.';

--
-- Name: COLUMN import.rows; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.import.rows IS 'Rows of the file that were taken.';

--
-- Name: imported_row; Type: TABLE; Schema: exchange; Owner: homeward_owner
--

CREATE TABLE exchange.imported_row (
    site_id integer NOT NULL,
    kind site.term NOT NULL,
    row_key bytea NOT NULL,
    sealed bytea NOT NULL,
    key_id site.term NOT NULL,
    import_id uuid NOT NULL,
    stream_id uuid NOT NULL,
    CONSTRAINT imported_row_key_is_digest CHECK ((octet_length(row_key) = 32)),
    CONSTRAINT imported_row_sealed_long_enough CHECK ((octet_length(sealed) >= 28))
);

ALTER TABLE ONLY exchange.imported_row FORCE ROW LEVEL SECURITY;

ALTER TABLE exchange.imported_row OWNER TO homeward_owner;

--
-- Name: TABLE imported_row; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON TABLE exchange.imported_row IS 'What a row said when it was last imported, sealed: the base of the three-way comparison.';

--
-- Name: COLUMN imported_row.row_key; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.imported_row.row_key IS 'Blind index of the row''s own reference.';

--
-- Name: COLUMN imported_row.import_id; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.imported_row.import_id IS 'The import that wrote these values.';

--
-- Name: COLUMN imported_row.stream_id; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.imported_row.stream_id IS 'The child, episode or team that the row is about, so that the row goes with it.';

--
-- Name: keyed_write; Type: TABLE; Schema: exchange; Owner: homeward_owner
--

CREATE TABLE exchange.keyed_write (
    site_id integer NOT NULL,
    stream text COLLATE pg_catalog."C",
    account_id uuid NOT NULL,
    write_key bytea NOT NULL,
    request bytea NOT NULL,
    stream_id uuid,
    version bigint,
    made_id uuid,
    advice text[] NOT NULL COLLATE pg_catalog."C",
    recorded_at timestamp with time zone NOT NULL,
    told text COLLATE pg_catalog."C",
    CONSTRAINT keyed_write_key_is_digest CHECK ((octet_length(write_key) = 32)),
    CONSTRAINT keyed_write_recorded_at_finite CHECK (isfinite(recorded_at)),
    CONSTRAINT keyed_write_request_is_digest CHECK ((octet_length(request) = 32)),
    CONSTRAINT keyed_write_stream_whole CHECK (((stream IS NULL) = (stream_id IS NULL))),
    CONSTRAINT keyed_write_told_short CHECK ((length(told) <= 100)),
    CONSTRAINT keyed_write_version_of_stream CHECK (((version IS NULL) OR (stream IS NOT NULL))),
    CONSTRAINT keyed_write_version_positive CHECK ((version >= 1))
);

ALTER TABLE ONLY exchange.keyed_write FORCE ROW LEVEL SECURITY;

ALTER TABLE exchange.keyed_write OWNER TO homeward_owner;

--
-- Name: TABLE keyed_write; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON TABLE exchange.keyed_write IS 'What an account wrote under a key of its own, with the answer; written in the transaction of the effect, swept after a day.';

--
-- Name: COLUMN keyed_write.stream; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.keyed_write.stream IS 'The kind of stream that it was written in; null for what stands in none.';

--
-- Name: COLUMN keyed_write.write_key; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.keyed_write.write_key IS 'Keyed hash of the client''s key.';

--
-- Name: COLUMN keyed_write.request; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.keyed_write.request IS 'Keyed hash of all that was asked: another request under the key is refused.';

--
-- Name: COLUMN keyed_write.stream_id; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.keyed_write.stream_id IS 'The stream: with it goes what was answered of it.';

--
-- Name: COLUMN keyed_write.version; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.keyed_write.version IS 'The version of the stream after it; null where the answer has none.';

--
-- Name: COLUMN keyed_write.made_id; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.keyed_write.made_id IS 'What was made by it, where it has an id.';

--
-- Name: COLUMN keyed_write.advice; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.keyed_write.advice IS 'Codes of what was unusual.';

--
-- Name: COLUMN keyed_write.told; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.keyed_write.told IS 'What else was answered: an instant or a number.';

--
-- Name: network_write; Type: TABLE; Schema: exchange; Owner: homeward_owner
--

CREATE TABLE exchange.network_write (
    account_id uuid NOT NULL,
    write_key bytea NOT NULL,
    request bytea NOT NULL,
    told text COLLATE pg_catalog."C",
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT network_write_key_is_digest CHECK ((octet_length(write_key) = 32)),
    CONSTRAINT network_write_recorded_at_finite CHECK (isfinite(recorded_at)),
    CONSTRAINT network_write_request_is_digest CHECK ((octet_length(request) = 32)),
    CONSTRAINT network_write_told_is_number CHECK ((told ~ '^[0-9]{1,18}$'::text))
);

ALTER TABLE exchange.network_write OWNER TO homeward_owner;

--
-- Name: TABLE network_write; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON TABLE exchange.network_write IS 'What an account wrote in the network under a key of its own, with the answer; written in the transaction of the effect, taken away after a day.';

--
-- Name: COLUMN network_write.write_key; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.network_write.write_key IS 'Keyed hash of the client''s key.';

--
-- Name: COLUMN network_write.request; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.network_write.request IS 'Keyed hash of all that was asked: another request under the key is refused.';

--
-- Name: COLUMN network_write.told; Type: COMMENT; Schema: exchange; Owner: homeward_owner
--

COMMENT ON COLUMN exchange.network_write.told IS 'What was answered: a number, and nothing else.';

--
-- Name: address; Type: TABLE; Schema: identity; Owner: homeward_owner
--

CREATE TABLE identity.address (
    site_id integer NOT NULL,
    person_id uuid NOT NULL,
    address_id uuid NOT NULL,
    sensitive boolean NOT NULL,
    from_day date,
    to_day date,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT address_ends_after_it_begins CHECK ((to_day > from_day)),
    CONSTRAINT address_sealed_long_enough CHECK ((octet_length(sealed) >= 28))
);

ALTER TABLE ONLY identity.address FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.address OWNER TO homeward_owner;

--
-- Name: TABLE address; Type: COMMENT; Schema: identity; Owner: homeward_owner
--

COMMENT ON TABLE identity.address IS 'Where a person lives and has lived, sealed.';

--
-- Name: COLUMN address.sensitive; Type: COMMENT; Schema: identity; Owner: homeward_owner
--

COMMENT ON COLUMN identity.address.sensitive IS 'Whether it must not be told: it is shown as withheld, and is in no search, letter or export.';

--
-- Name: COLUMN address.to_day; Type: COMMENT; Schema: identity; Owner: homeward_owner
--

COMMENT ON COLUMN identity.address.to_day IS 'First day on which the person no longer lived there; null while they do.';

--
-- Name: person; Type: TABLE; Schema: identity; Owner: homeward_owner
--

CREATE TABLE identity.person (
    site_id integer NOT NULL,
    person_id uuid NOT NULL,
    kind site.term NOT NULL,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT person_sealed_long_enough CHECK ((octet_length(sealed) >= 28))
);

ALTER TABLE ONLY identity.person FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.person OWNER TO homeward_owner;

--
-- Name: TABLE person; Type: COMMENT; Schema: identity; Owner: homeward_owner
--

COMMENT ON TABLE identity.person IS 'Particulars of a person, sealed, one row for each kind of particulars.';

--
-- Name: COLUMN person.person_id; Type: COMMENT; Schema: identity; Owner: homeward_owner
--

COMMENT ON COLUMN identity.person.person_id IS 'The id that the record knows the person by, such as the child''s.';

--
-- Name: COLUMN person.key_id; Type: COMMENT; Schema: identity; Owner: homeward_owner
--

COMMENT ON COLUMN identity.person.key_id IS 'The key that sealed it.';

--
-- Name: attempt; Type: TABLE; Schema: interview; Owner: homeward_owner
--

CREATE TABLE interview.attempt (
    site_id integer NOT NULL,
    attempt_id uuid NOT NULL,
    stream text GENERATED ALWAYS AS ('episode'::text) STORED NOT NULL COLLATE pg_catalog."C",
    episode_id uuid NOT NULL,
    slot integer NOT NULL,
    outcome text NOT NULL COLLATE pg_catalog."C",
    again_on date,
    again_part text COLLATE pg_catalog."C",
    made_at timestamp with time zone NOT NULL,
    made_by site.code NOT NULL,
    CONSTRAINT attempt_again_on_finite CHECK (isfinite(again_on)),
    CONSTRAINT attempt_again_part_known CHECK ((again_part = ANY (ARRAY['morning'::text, 'afternoon'::text, 'evening'::text]))),
    CONSTRAINT attempt_made_at_finite CHECK (isfinite(made_at)),
    CONSTRAINT attempt_no_more_after_refusal CHECK (((outcome <> 'refused'::text) OR ((again_on IS NULL) AND (again_part IS NULL)))),
    CONSTRAINT attempt_outcome_known CHECK ((outcome = ANY (ARRAY['no-answer'::text, 'engaged'::text, 'wrong-number'::text, 'interpreter-needed'::text, 'call-back'::text, 'refused'::text]))),
    CONSTRAINT attempt_slot_positive CHECK ((slot >= 1))
);

ALTER TABLE ONLY interview.attempt FORCE ROW LEVEL SECURITY;

ALTER TABLE interview.attempt OWNER TO homeward_owner;

--
-- Name: TABLE attempt; Type: COMMENT; Schema: interview; Owner: homeward_owner
--

COMMENT ON TABLE interview.attempt IS 'Attempts to reach a family for an adherence interview; append-only.';

--
-- Name: COLUMN attempt.attempt_id; Type: COMMENT; Schema: interview; Owner: homeward_owner
--

COMMENT ON COLUMN interview.attempt.attempt_id IS 'Made with the form that it is typed in, so that what is sent twice stands once.';

--
-- Name: COLUMN attempt.slot; Type: COMMENT; Schema: interview; Owner: homeward_owner
--

COMMENT ON COLUMN interview.attempt.slot IS 'For which interview it was, from 1 up.';

--
-- Name: COLUMN attempt.again_on; Type: COMMENT; Schema: interview; Owner: homeward_owner
--

COMMENT ON COLUMN interview.attempt.again_on IS 'The day on which the family asked to be rung again.';

--
-- Name: attempt; Type: TABLE; Schema: job; Owner: homeward_owner
--

CREATE TABLE job.attempt (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    local_date date NOT NULL,
    fence bigint NOT NULL,
    worker uuid NOT NULL,
    known_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    outcome text COLLATE pg_catalog."C",
    rows_read bigint DEFAULT 0 NOT NULL,
    rows_changed bigint DEFAULT 0 NOT NULL,
    reason text,
    CONSTRAINT attempt_outcome_known CHECK ((outcome = ANY (ARRAY['done'::text, 'failed'::text, 'lost'::text]))),
    CONSTRAINT attempt_outcome_when_ended CHECK (((outcome IS NULL) = (ended_at IS NULL))),
    CONSTRAINT attempt_rows_not_negative CHECK (((rows_read >= 0) AND (rows_changed >= 0)))
);

ALTER TABLE ONLY job.attempt FORCE ROW LEVEL SECURITY;

ALTER TABLE job.attempt OWNER TO homeward_owner;

--
-- Name: TABLE attempt; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON TABLE job.attempt IS 'Every time that somebody began an occurrence, and what came of it.';

--
-- Name: COLUMN attempt.outcome; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON COLUMN job.attempt.outcome IS 'done, failed, or lost: its worker was not heard of until its lease was over.';

--
-- Name: lease; Type: TABLE; Schema: job; Owner: homeward_owner
--

CREATE TABLE job.lease (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    local_date date NOT NULL,
    fence bigint NOT NULL,
    worker uuid NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT lease_fence_positive CHECK ((fence >= 1))
);

ALTER TABLE ONLY job.lease FORCE ROW LEVEL SECURITY;

ALTER TABLE job.lease OWNER TO homeward_owner;

--
-- Name: TABLE lease; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON TABLE job.lease IS 'Who works on an occurrence, and until when nobody else may; times are the database''s own.';

--
-- Name: occurrence; Type: TABLE; Schema: job; Owner: homeward_owner
--

CREATE TABLE job.occurrence (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    local_date date NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    fence bigint DEFAULT 0 NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    known_at timestamp with time zone,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    retry_at timestamp with time zone,
    rows_read bigint DEFAULT 0 NOT NULL,
    rows_changed bigint DEFAULT 0 NOT NULL,
    changes jsonb DEFAULT '{}'::jsonb NOT NULL,
    reason text,
    by_hand boolean DEFAULT false NOT NULL,
    CONSTRAINT occurrence_changes_is_object CHECK ((jsonb_typeof(changes) = 'object'::text)),
    CONSTRAINT occurrence_ended_when_done CHECK (((state <> 'done'::text) OR (ended_at IS NOT NULL))),
    CONSTRAINT occurrence_fence_not_negative CHECK ((fence >= 0)),
    CONSTRAINT occurrence_known_when_begun CHECK (((state <> ALL (ARRAY['running'::text, 'done'::text])) OR (known_at IS NOT NULL))),
    CONSTRAINT occurrence_local_date_finite CHECK (isfinite(local_date)),
    CONSTRAINT occurrence_reason_given CHECK (((state <> ALL (ARRAY['failed'::text, 'skipped'::text, 'blocked'::text])) OR ((reason IS NOT NULL) AND (reason ~ '\S'::text)))),
    CONSTRAINT occurrence_retry_only_if_failed CHECK (((retry_at IS NULL) OR (state = 'failed'::text))),
    CONSTRAINT occurrence_rows_not_negative CHECK (((rows_read >= 0) AND (rows_changed >= 0))),
    CONSTRAINT occurrence_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'done'::text, 'failed'::text, 'skipped'::text, 'blocked'::text]))),
    CONSTRAINT occurrence_tries_not_negative CHECK ((tries >= 0))
);

ALTER TABLE ONLY job.occurrence FORCE ROW LEVEL SECURITY;

ALTER TABLE job.occurrence OWNER TO homeward_owner;

--
-- Name: TABLE occurrence; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON TABLE job.occurrence IS 'One row for each job, site and local date, written before the work begins. There is never a second one.';

--
-- Name: COLUMN occurrence.local_date; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON COLUMN job.occurrence.local_date IS 'The night''s date at the site; the day that the job works for.';

--
-- Name: COLUMN occurrence.fence; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON COLUMN job.occurrence.fence IS 'Goes up with each claim: who holds a lower number cannot end the occurrence, nor commit what it wrote for it.';

--
-- Name: COLUMN occurrence.known_at; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON COLUMN job.occurrence.known_at IS 'What became known later is not looked at, however often it is tried.';

--
-- Name: COLUMN occurrence.retry_at; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON COLUMN job.occurrence.retry_at IS 'From when it is tried again; null when nobody does so unasked.';

--
-- Name: COLUMN occurrence.changes; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON COLUMN job.occurrence.changes IS 'What was changed, by kind: {"opened": 3}.';

--
-- Name: COLUMN occurrence.reason; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON COLUMN job.occurrence.reason IS 'One sentence: why it failed, waits, or was left out. It names no person.';

--
-- Name: COLUMN occurrence.by_hand; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON COLUMN job.occurrence.by_hand IS 'Somebody asked for the date, or left it out, and the calendar has not come to it: what lies between is still due.';

--
-- Name: outbox; Type: TABLE; Schema: job; Owner: homeward_owner
--

CREATE TABLE job.outbox (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    local_date date NOT NULL,
    recipient site.code NOT NULL,
    kind site.term NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL,
    body text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    send_from timestamp with time zone NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    state_at timestamp with time zone NOT NULL,
    reason text,
    CONSTRAINT outbox_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'withdrawn'::text]))),
    CONSTRAINT outbox_subject_one_line CHECK (((subject ~ '\S'::text) AND (subject !~ '[\r\n]'::text))),
    CONSTRAINT outbox_tries_not_negative CHECK ((tries >= 0))
);

ALTER TABLE ONLY job.outbox FORCE ROW LEVEL SECURITY;

ALTER TABLE job.outbox OWNER TO homeward_owner;

--
-- Name: TABLE outbox; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON TABLE job.outbox IS 'What jobs have to say to people, each thing once; written with the job''s own work, sent afterwards.';

--
-- Name: COLUMN outbox.recipient; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON COLUMN job.outbox.recipient IS 'The code of a member of staff; addresses are known to the sender only.';

--
-- Name: COLUMN outbox.body; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON COLUMN job.outbox.body IS 'Plain text. It names episodes by their reference and nobody by name.';

--
-- Name: COLUMN outbox.reason; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON COLUMN job.outbox.reason IS 'Why it was withdrawn, or could not be sent the last time.';

--
-- Name: removal; Type: TABLE; Schema: job; Owner: homeward_owner
--

CREATE TABLE job.removal (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    local_date date NOT NULL,
    fence bigint NOT NULL,
    what site.term NOT NULL,
    before_day date NOT NULL,
    removed bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT removal_of_something CHECK ((removed >= 1))
);

ALTER TABLE ONLY job.removal FORCE ROW LEVEL SECURITY;

ALTER TABLE job.removal OWNER TO homeward_owner;

--
-- Name: TABLE removal; Type: COMMENT; Schema: job; Owner: homeward_owner
--

COMMENT ON TABLE job.removal IS 'What a job deleted, how much of it, and how old it was; append-only.';

--
-- Name: text; Type: TABLE; Schema: narrative; Owner: homeward_owner
--

CREATE TABLE narrative.text (
    site_id integer NOT NULL,
    narrative_id uuid NOT NULL,
    key_id site.term NOT NULL,
    salt bytea,
    sealed bytea,
    subject_id uuid,
    CONSTRAINT text_erased_as_one CHECK (((salt IS NULL) = (sealed IS NULL))),
    CONSTRAINT text_salt_long_enough CHECK ((octet_length(salt) >= 16)),
    CONSTRAINT text_sealed_long_enough CHECK ((octet_length(sealed) >= 28))
);

ALTER TABLE ONLY narrative.text FORCE ROW LEVEL SECURITY;

ALTER TABLE narrative.text OWNER TO homeward_owner;

--
-- Name: TABLE text; Type: COMMENT; Schema: narrative; Owner: homeward_owner
--

COMMENT ON TABLE narrative.text IS 'A text by its id. An event holds SHA-256 of salt and sealed bytes; erasing both leaves the chain whole.';

--
-- Name: COLUMN text.salt; Type: COMMENT; Schema: narrative; Owner: homeward_owner
--

COMMENT ON COLUMN narrative.text.salt IS 'Random bytes in the event''s commitment; null once erased.';

--
-- Name: COLUMN text.sealed; Type: COMMENT; Schema: narrative; Owner: homeward_owner
--

COMMENT ON COLUMN narrative.text.sealed IS 'The sealed text; null once erased.';

--
-- Name: COLUMN text.subject_id; Type: COMMENT; Schema: narrative; Owner: homeward_owner
--

COMMENT ON COLUMN narrative.text.subject_id IS 'The person whom it is about and whose key sealed it; null when it is about no one person.';

--
-- Name: call; Type: TABLE; Schema: on_call; Owner: homeward_owner
--

CREATE TABLE on_call.call (
    site_id integer NOT NULL,
    call_id uuid NOT NULL,
    team_id uuid NOT NULL,
    stream text GENERATED ALWAYS AS ('episode'::text) STORED NOT NULL COLLATE pg_catalog."C",
    episode_id uuid,
    caller text NOT NULL COLLATE pg_catalog."C",
    done text NOT NULL COLLATE pg_catalog."C",
    came_at timestamp with time zone NOT NULL,
    narrative_id uuid,
    commitment bytea,
    taken_by site.code NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT call_caller_known CHECK ((caller = ANY (ARRAY['carer'::text, 'young-person'::text, 'police'::text, 'social-worker'::text, 'other'::text]))),
    CONSTRAINT call_came_at_finite CHECK (isfinite(came_at)),
    CONSTRAINT call_commitment_is_sha256 CHECK ((octet_length(commitment) = 32)),
    CONSTRAINT call_done_known CHECK ((done = ANY (ARRAY['advice'::text, 'safety-plan'::text, 'visit'::text, 'emergency-services'::text, 'supervisor'::text, 'nothing'::text, 'other'::text]))),
    CONSTRAINT call_recorded_after_it_came CHECK (((recorded_at >= came_at) AND isfinite(recorded_at))),
    CONSTRAINT call_words_as_one CHECK (((narrative_id IS NULL) = (commitment IS NULL)))
);

ALTER TABLE ONLY on_call.call FORCE ROW LEVEL SECURITY;

ALTER TABLE on_call.call OWNER TO homeward_owner;

--
-- Name: TABLE call; Type: COMMENT; Schema: on_call; Owner: homeward_owner
--

COMMENT ON TABLE on_call.call IS 'Calls to the telephone of a team, as they were taken; append-only.';

--
-- Name: COLUMN call.call_id; Type: COMMENT; Schema: on_call; Owner: homeward_owner
--

COMMENT ON COLUMN on_call.call.call_id IS 'Made with the form that it is typed in, so that what is sent twice stands once.';

--
-- Name: COLUMN call.episode_id; Type: COMMENT; Schema: on_call; Owner: homeward_owner
--

COMMENT ON COLUMN on_call.call.episode_id IS 'The family that it was about; null when it was nobody of the record.';

--
-- Name: COLUMN call.caller; Type: COMMENT; Schema: on_call; Owner: homeward_owner
--

COMMENT ON COLUMN on_call.call.caller IS 'What the caller is; never a name.';

--
-- Name: COLUMN call.done; Type: COMMENT; Schema: on_call; Owner: homeward_owner
--

COMMENT ON COLUMN on_call.call.done IS 'What was done, in one word.';

--
-- Name: COLUMN call.narrative_id; Type: COMMENT; Schema: on_call; Owner: homeward_owner
--

COMMENT ON COLUMN on_call.call.narrative_id IS 'What was said, sealed under the child''s key; under the site''s when the call names no family. Null without words.';

--
-- Name: COLUMN call.commitment; Type: COMMENT; Schema: on_call; Owner: homeward_owner
--

COMMENT ON COLUMN on_call.call.commitment IS 'SHA-256 over the text''s salt and sealed bytes.';

--
-- Name: handover; Type: TABLE; Schema: on_call; Owner: homeward_owner
--

CREATE TABLE on_call.handover (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    day date NOT NULL,
    taken_by site.code NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    calls integer NOT NULL,
    CONSTRAINT handover_calls_not_negative CHECK ((calls >= 0)),
    CONSTRAINT handover_day_finite CHECK (isfinite(day)),
    CONSTRAINT handover_taken_at_finite CHECK (isfinite(taken_at))
);

ALTER TABLE ONLY on_call.handover FORCE ROW LEVEL SECURITY;

ALTER TABLE on_call.handover OWNER TO homeward_owner;

--
-- Name: TABLE handover; Type: COMMENT; Schema: on_call; Owner: homeward_owner
--

COMMENT ON TABLE on_call.handover IS 'Who read the calls of a night on which morning; append-only.';

--
-- Name: COLUMN handover.day; Type: COMMENT; Schema: on_call; Owner: homeward_owner
--

COMMENT ON COLUMN on_call.handover.day IS 'The day whose morning it was.';

--
-- Name: COLUMN handover.calls; Type: COMMENT; Schema: on_call; Owner: homeward_owner
--

COMMENT ON COLUMN on_call.handover.calls IS 'How many calls they read.';

--
-- Name: assignment; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.assignment (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    from_day date NOT NULL,
    to_day date,
    team_id uuid NOT NULL,
    therapist site.code,
    shape smallint NOT NULL,
    CONSTRAINT assignment_ends_after_it_begins CHECK ((to_day > from_day)),
    CONSTRAINT assignment_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.assignment FORCE ROW LEVEL SECURITY;

ALTER TABLE record.assignment OWNER TO homeward_owner;

--
-- Name: TABLE assignment; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.assignment IS 'Which team and therapist had an episode on which days; a change on the same day replaces the one before.';

--
-- Name: COLUMN assignment.to_day; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.assignment.to_day IS 'First day on which it no longer held; null while it holds.';

--
-- Name: briefing; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.briefing (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    briefing_id uuid NOT NULL,
    given_on date NOT NULL,
    audience site.term NOT NULL,
    attended integer NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT briefing_attended_by_somebody CHECK (((attended >= 1) AND (attended <= 10000))),
    CONSTRAINT briefing_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.briefing FORCE ROW LEVEL SECURITY;

ALTER TABLE record.briefing OWNER TO homeward_owner;

--
-- Name: TABLE briefing; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.briefing IS 'Briefings that a team gave to partner agencies: to whom, when, and how many people came.';

--
-- Name: child; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.child (
    site_id integer NOT NULL,
    stream text GENERATED ALWAYS AS ('child'::text) STORED NOT NULL COLLATE pg_catalog."C",
    child_id uuid NOT NULL,
    ref site.code,
    household site.code,
    last_seq bigint NOT NULL,
    shape smallint NOT NULL,
    died_on date,
    death_day_estimated boolean,
    CONSTRAINT child_death_is_whole CHECK (((died_on IS NULL) = (death_day_estimated IS NULL))),
    CONSTRAINT child_died_on_finite CHECK (isfinite(died_on)),
    CONSTRAINT child_last_seq_positive CHECK ((last_seq >= 1)),
    CONSTRAINT child_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.child FORCE ROW LEVEL SECURITY;

ALTER TABLE record.child OWNER TO homeward_owner;

--
-- Name: TABLE child; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.child IS 'One row a child: what outlives an episode hangs on it.';

--
-- Name: COLUMN child.stream; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.child.stream IS 'Constant, so that the foreign key can name the stream.';

--
-- Name: COLUMN child.ref; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.child.ref IS 'The site''s own code for the child; null when it gave none.';

--
-- Name: COLUMN child.last_seq; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.child.last_seq IS 'The event of the child''s stream up to which this row was folded.';

--
-- Name: COLUMN child.died_on; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.child.died_on IS 'The day of the child''s death; null while nobody recorded one.';

--
-- Name: COLUMN child.death_day_estimated; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.child.death_day_estimated IS 'Whether that day is the site''s best guess; null while nobody recorded one.';

--
-- Name: contact; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.contact (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    occurred_on date NOT NULL,
    mode site.term NOT NULL,
    with_whom site.term NOT NULL,
    minutes integer,
    phase site.term NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT contact_minutes_within_a_day CHECK (((minutes >= 0) AND (minutes <= 1440))),
    CONSTRAINT contact_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.contact FORCE ROW LEVEL SECURITY;

ALTER TABLE record.contact OWNER TO homeward_owner;

--
-- Name: TABLE contact; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.contact IS 'One row a contact with the family or those around it.';

--
-- Name: COLUMN contact.minutes; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.contact.minutes IS 'Length in minutes; null when it was not noted.';

--
-- Name: COLUMN contact.phase; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.contact.phase IS 'The phase that the episode was in.';

--
-- Name: event; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.event (
    site_id integer NOT NULL,
    stream text NOT NULL COLLATE pg_catalog."C",
    stream_id uuid NOT NULL,
    seq bigint NOT NULL,
    kind site.term NOT NULL,
    schema_version smallint NOT NULL,
    occurred_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by site.code NOT NULL,
    on_behalf_of site.code,
    model_id site.term,
    model_version integer,
    settings_version integer,
    payload jsonb NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    arrival bigint DEFAULT 
CASE
    WHEN (pg_current_xact_id() IS NOT NULL) THEN nextval('access.arrival_seq'::regclass)
    ELSE NULL::bigint
END NOT NULL,
    CONSTRAINT event_chain_begins_with_zeros CHECK (((seq = 1) = (previous_hash = decode(repeat('00'::text, 32), 'hex'::text)))),
    CONSTRAINT event_hash_is_sha256 CHECK ((octet_length(hash) = 32)),
    CONSTRAINT event_model_paired CHECK (((model_id IS NULL) = (model_version IS NULL))),
    CONSTRAINT event_occurred_on_in_range CHECK (((occurred_on >= '1900-01-01'::date) AND (occurred_on < '2200-01-01'::date))),
    CONSTRAINT event_payload_is_object CHECK ((jsonb_typeof(payload) = 'object'::text)),
    CONSTRAINT event_previous_hash_is_sha256 CHECK ((octet_length(previous_hash) = 32)),
    CONSTRAINT event_recorded_at_finite CHECK (isfinite(recorded_at)),
    CONSTRAINT event_schema_version_positive CHECK ((schema_version >= 1)),
    CONSTRAINT event_seq_positive CHECK ((seq >= 1)),
    CONSTRAINT event_settings_need_model CHECK (((settings_version IS NULL) OR (model_id IS NOT NULL))),
    CONSTRAINT event_stream_known CHECK ((stream = ANY (ARRAY['episode'::text, 'child'::text, 'team'::text]))),
    CONSTRAINT event_versions_positive CHECK (((model_version >= 1) AND (settings_version >= 0)))
);

ALTER TABLE ONLY record.event FORCE ROW LEVEL SECURITY;

ALTER TABLE record.event OWNER TO homeward_owner;

--
-- Name: TABLE event; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.event IS 'Everything that was recorded, append-only. The key is the optimistic lock: of two writers of a stream one wins.';

--
-- Name: COLUMN event.stream; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.event.stream IS 'Which kind of history: episode, child (outlives an episode) or team.';

--
-- Name: COLUMN event.seq; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.event.seq IS 'Place in the stream, 1 and up without a gap.';

--
-- Name: COLUMN event.schema_version; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.event.schema_version IS 'Version of the payload''s form for this kind.';

--
-- Name: COLUMN event.occurred_on; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.event.occurred_on IS 'The day on which it happened, in the site''s civil time.';

--
-- Name: COLUMN event.recorded_at; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.event.recorded_at IS 'The instant at which it became known; grows within a stream.';

--
-- Name: COLUMN event.recorded_by; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.event.recorded_by IS 'Code of the person or part that wrote it; never a name.';

--
-- Name: COLUMN event.on_behalf_of; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.event.on_behalf_of IS 'Code of the person for whom it was written, when that is someone else.';

--
-- Name: COLUMN event.model_id; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.event.model_id IS 'Model under which it was decided; null in streams that belong to no model.';

--
-- Name: COLUMN event.payload; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.event.payload IS 'Ids, codes, days, numbers and booleans; never a name or free text.';

--
-- Name: COLUMN event.previous_hash; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.event.previous_hash IS 'Hash of the event before it in the stream; zeros at seq 1.';

--
-- Name: COLUMN event.hash; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.event.hash IS 'SHA-256 over every other column in the length-prefixed encoding of the store.';

--
-- Name: COLUMN event.arrival; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.event.arrival IS 'Its place in the order of looks and events, by which it is sealed; the hash does not cover it, the seal does.';

--
-- Name: follow_up; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.follow_up (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    month smallint NOT NULL,
    occurred_on date NOT NULL,
    status site.term NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT follow_up_month_in_range CHECK (((month >= 1) AND (month <= 120))),
    CONSTRAINT follow_up_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.follow_up FORCE ROW LEVEL SECURITY;

ALTER TABLE record.follow_up OWNER TO homeward_owner;

--
-- Name: TABLE follow_up; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.follow_up IS 'One row an attempt to follow up after closing, also when nobody could be reached.';

--
-- Name: COLUMN follow_up.month; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.follow_up.month IS 'Months after closing at which it was due, such as 6, 12, 18.';

--
-- Name: interview; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.interview (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    interview_id uuid NOT NULL,
    occurred_on date NOT NULL,
    instrument site.term NOT NULL,
    result site.term NOT NULL,
    collector site.term NOT NULL,
    respondent site.term,
    score_billionths bigint,
    valid boolean NOT NULL,
    invalid_reasons text[] DEFAULT '{}'::text[] NOT NULL,
    threshold_billionths bigint NOT NULL,
    threshold_operator text NOT NULL COLLATE pg_catalog."C",
    phase site.term NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT interview_score_in_range CHECK (((score_billionths >= 0) AND (score_billionths <= 1000000000))),
    CONSTRAINT interview_shape_positive CHECK ((shape >= 1)),
    CONSTRAINT interview_threshold_in_range CHECK (((threshold_billionths >= 0) AND (threshold_billionths <= 1000000000))),
    CONSTRAINT interview_threshold_operator_known CHECK ((threshold_operator = ANY (ARRAY['>='::text, '>'::text]))),
    CONSTRAINT interview_valid_agrees CHECK ((valid = ((score_billionths IS NOT NULL) AND (cardinality(invalid_reasons) = 0))))
);

ALTER TABLE ONLY record.interview FORCE ROW LEVEL SECURITY;

ALTER TABLE record.interview OWNER TO homeward_owner;

--
-- Name: TABLE interview; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.interview IS 'One row an adherence interview, also those that gave no score.';

--
-- Name: COLUMN interview.score_billionths; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.interview.score_billionths IS 'Unrounded score in billionths of 1; null when there is none.';

--
-- Name: COLUMN interview.valid; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.interview.valid IS 'Whether it counts: in the episode, enough answers, an independent collector.';

--
-- Name: COLUMN interview.invalid_reasons; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.interview.invalid_reasons IS 'Flaws for which it does not count; empty when it does, and when there was no score.';

--
-- Name: COLUMN interview.threshold_billionths; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.interview.threshold_billionths IS 'The threshold in force when it was recorded, in billionths of 1.';

--
-- Name: licence_term; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.licence_term (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    from_day date NOT NULL,
    through_day date NOT NULL,
    granted_on date NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT licence_term_ends_after_it_begins CHECK ((through_day >= from_day)),
    CONSTRAINT licence_term_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.licence_term FORCE ROW LEVEL SECURITY;

ALTER TABLE record.licence_term OWNER TO homeward_owner;

--
-- Name: TABLE licence_term; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.licence_term IS 'The terms for which a team holds the licence of its model, granted or renewed.';

--
-- Name: COLUMN licence_term.through_day; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.licence_term.through_day IS 'The last day; both ends belong to it.';

--
-- Name: model_fact; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.model_fact (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    kind site.term NOT NULL,
    role site.term NOT NULL,
    participant_id uuid,
    from_day date NOT NULL,
    to_day date,
    phase site.term NOT NULL,
    codes jsonb NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT model_fact_codes_are_an_object CHECK ((jsonb_typeof(codes) = 'object'::text)),
    CONSTRAINT model_fact_ends_after_it_begins CHECK ((to_day > from_day)),
    CONSTRAINT model_fact_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.model_fact FORCE ROW LEVEL SECURITY;

ALTER TABLE record.model_fact OWNER TO homeward_owner;

--
-- Name: TABLE model_fact; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.model_fact IS 'What a model records beyond the common words of an episode, one row a fact.';

--
-- Name: COLUMN model_fact.role; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.model_fact.role IS 'Whom it is about: the family, the child, or what the participant is.';

--
-- Name: COLUMN model_fact.participant_id; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.model_fact.participant_id IS 'Null for a fact about the family or about the child.';

--
-- Name: COLUMN model_fact.to_day; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.model_fact.to_day IS 'First day on which it no longer holds; null while it does, and for what happened on one day.';

--
-- Name: COLUMN model_fact.codes; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.model_fact.codes IS 'Words, numbers and days by field. Links, staff and references to sealed texts stand in the event alone.';

--
-- Name: module_run; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.module_run (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    run_id uuid NOT NULL,
    module site.term NOT NULL,
    role site.term NOT NULL,
    participant_id uuid,
    from_day date NOT NULL,
    to_day date,
    ending site.term,
    unmet text[] NOT NULL,
    because site.term,
    signed_by site.code,
    signed_on date,
    shape smallint NOT NULL,
    CONSTRAINT module_run_ends_after_it_begins CHECK ((to_day >= from_day)),
    CONSTRAINT module_run_ends_in_one_way CHECK (((to_day IS NULL) = (ending IS NULL))),
    CONSTRAINT module_run_reason_for_the_unmet CHECK (((because IS NULL) = (cardinality(unmet) = 0))),
    CONSTRAINT module_run_shape_positive CHECK ((shape >= 1)),
    CONSTRAINT module_run_signed_by_somebody_on_a_day CHECK (((signed_by IS NULL) = (signed_on IS NULL)))
);

ALTER TABLE ONLY record.module_run FORCE ROW LEVEL SECURITY;

ALTER TABLE record.module_run OWNER TO homeward_owner;

--
-- Name: TABLE module_run; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.module_run IS 'Treatment modules as they are delivered, one row a delivery to somebody.';

--
-- Name: COLUMN module_run.to_day; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.module_run.to_day IS 'The day it ended; null while it lasts.';

--
-- Name: COLUMN module_run.unmet; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.module_run.unmet IS 'The soft gates that were not met when it began.';

--
-- Name: COLUMN module_run.because; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.module_run.because IS 'Why it began all the same, in one word.';

--
-- Name: COLUMN module_run.signed_by; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.module_run.signed_by IS 'The supervisor who signed under that; null while nobody did.';

--
-- Name: offence; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.offence (
    site_id integer NOT NULL,
    child_id uuid NOT NULL,
    offence_id uuid NOT NULL,
    committed_on date NOT NULL,
    kind site.term NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT offence_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.offence FORCE ROW LEVEL SECURITY;

ALTER TABLE record.offence OWNER TO homeward_owner;

--
-- Name: TABLE offence; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.offence IS 'Arrests and offences of a child; the description is narrative, not here.';

--
-- Name: outcome; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.outcome (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    anchor site.term NOT NULL,
    outcome site.term NOT NULL,
    answer text NOT NULL COLLATE pg_catalog."C",
    assessed_on date NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT outcome_answer_known CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
    CONSTRAINT outcome_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.outcome FORCE ROW LEVEL SECURITY;

ALTER TABLE record.outcome OWNER TO homeward_owner;

--
-- Name: TABLE outcome; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.outcome IS 'Answers to a model''s outcome questions, at closing and at each follow-up.';

--
-- Name: COLUMN outcome.anchor; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.outcome.anchor IS 'When it was asked: discharge, month-6, month-12, month-18.';

--
-- Name: phase_spell; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.phase_spell (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    ordinal smallint NOT NULL,
    phase site.term NOT NULL,
    from_day date NOT NULL,
    to_day date,
    planned_to_day date,
    shape smallint NOT NULL,
    CONSTRAINT phase_spell_ends_after_it_begins CHECK ((to_day >= from_day)),
    CONSTRAINT phase_spell_ordinal_positive CHECK ((ordinal >= 1)),
    CONSTRAINT phase_spell_planned_after_it_begins CHECK ((planned_to_day >= from_day)),
    CONSTRAINT phase_spell_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.phase_spell FORCE ROW LEVEL SECURITY;

ALTER TABLE record.phase_spell OWNER TO homeward_owner;

--
-- Name: TABLE phase_spell; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.phase_spell IS 'The phases that an episode went through, in order.';

--
-- Name: COLUMN phase_spell.ordinal; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.phase_spell.ordinal IS 'Place in the episode, 1 and up; a phase entered again is a further spell.';

--
-- Name: COLUMN phase_spell.to_day; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.phase_spell.to_day IS 'Day of the step out of the phase; null while it lasts.';

--
-- Name: COLUMN phase_spell.planned_to_day; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.phase_spell.planned_to_day IS 'Day on which the step out was last planned; null when it was not.';

--
-- Name: placement; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.placement (
    site_id integer NOT NULL,
    child_id uuid NOT NULL,
    placement_id uuid NOT NULL,
    setting site.term NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    start_reason site.term,
    end_reason site.term,
    shape smallint NOT NULL,
    CONSTRAINT placement_end_reason_needs_end CHECK (((end_reason IS NULL) OR (ended_on IS NOT NULL))),
    CONSTRAINT placement_ends_after_it_begins CHECK ((ended_on >= started_on)),
    CONSTRAINT placement_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.placement FORCE ROW LEVEL SECURITY;

ALTER TABLE record.placement OWNER TO homeward_owner;

--
-- Name: TABLE placement; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.placement IS 'Where a child lived, one place at a time.';

--
-- Name: COLUMN placement.ended_on; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.placement.ended_on IS 'First day on which the child was no longer there; null while it lasts.';

--
-- Name: provision; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.provision (
    site_id integer NOT NULL,
    child_id uuid NOT NULL,
    provision_id uuid NOT NULL,
    kind site.term NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    shape smallint NOT NULL,
    CONSTRAINT provision_ends_after_it_begins CHECK ((ended_on > started_on)),
    CONSTRAINT provision_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.provision FORCE ROW LEVEL SECURITY;

ALTER TABLE record.provision OWNER TO homeward_owner;

--
-- Name: TABLE provision; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.provision IS 'What social care provided for a child. Spells of one kind never overlap; those of two kinds may.';

--
-- Name: COLUMN provision.kind; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.provision.kind IS 'Child in need plan, child protection plan, or looked after.';

--
-- Name: COLUMN provision.ended_on; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.provision.ended_on IS 'First day without it; null while it lasts.';

--
-- Name: school_status; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.school_status (
    site_id integer NOT NULL,
    child_id uuid NOT NULL,
    from_day date NOT NULL,
    status site.term NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT school_status_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.school_status FORCE ROW LEVEL SECURITY;

ALTER TABLE record.school_status OWNER TO homeward_owner;

--
-- Name: TABLE school_status; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.school_status IS 'School or work of a child from a day on, until the next row.';

--
-- Name: stream; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.stream (
    site_id integer NOT NULL,
    stream text NOT NULL COLLATE pg_catalog."C",
    stream_id uuid NOT NULL,
    head_seq bigint NOT NULL,
    head_hash bytea NOT NULL,
    last_recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT stream_head_hash_is_sha256 CHECK ((octet_length(head_hash) = 32)),
    CONSTRAINT stream_last_recorded_at_finite CHECK (isfinite(last_recorded_at))
);

ALTER TABLE ONLY record.stream FORCE ROW LEVEL SECURITY;

ALTER TABLE record.stream OWNER TO homeward_owner;

--
-- Name: TABLE stream; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.stream IS 'The head of each stream: where its chain ends and when it last grew.';

--
-- Name: COLUMN stream.last_recorded_at; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.stream.last_recorded_at IS 'Stamp of the head event; the next stamp is later.';

--
-- Name: stub; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.stub (
    site_id integer NOT NULL,
    stream text NOT NULL COLLATE pg_catalog."C",
    stream_id uuid NOT NULL,
    child_id uuid NOT NULL,
    number integer NOT NULL,
    rule site.term NOT NULL,
    disposed_on date NOT NULL,
    events bigint NOT NULL,
    last_hash bytea NOT NULL,
    CONSTRAINT stub_disposed_on_finite CHECK (isfinite(disposed_on)),
    CONSTRAINT stub_events_positive CHECK ((events >= 1)),
    CONSTRAINT stub_last_hash_is_sha256 CHECK ((octet_length(last_hash) = 32)),
    CONSTRAINT stub_stream_known CHECK ((stream = ANY (ARRAY['episode'::text, 'child'::text])))
);

ALTER TABLE ONLY record.stub FORCE ROW LEVEL SECURITY;

ALTER TABLE record.stub OWNER TO homeward_owner;

--
-- Name: TABLE stub; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.stub IS 'What stays of a stream that was disposed of: that there was one, how long it was, and why it ended.';

--
-- Name: COLUMN stub.child_id; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.stub.child_id IS 'Whose record it was: an id that nothing else has any more.';

--
-- Name: COLUMN stub.number; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.stub.number IS 'The proposal that was approved.';

--
-- Name: COLUMN stub.last_hash; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.stub.last_hash IS 'The end of its chain.';

--
-- Name: team; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.team (
    site_id integer NOT NULL,
    stream text GENERATED ALWAYS AS ('team'::text) STORED NOT NULL COLLATE pg_catalog."C",
    team_id uuid NOT NULL,
    code site.code NOT NULL,
    model_id site.term NOT NULL,
    opened_on date NOT NULL,
    last_seq bigint NOT NULL,
    shape smallint NOT NULL,
    stage text COLLATE pg_catalog."C",
    CONSTRAINT team_last_seq_positive CHECK ((last_seq >= 1)),
    CONSTRAINT team_shape_positive CHECK ((shape >= 1)),
    CONSTRAINT team_stage_known CHECK ((stage = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text, 'E'::text, 'F'::text])))
);

ALTER TABLE ONLY record.team FORCE ROW LEVEL SECURITY;

ALTER TABLE record.team OWNER TO homeward_owner;

--
-- Name: TABLE team; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.team IS 'One row a team that has a stream of its own.';

--
-- Name: COLUMN team.stream; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.team.stream IS 'Constant, so that the foreign key can name the stream.';

--
-- Name: COLUMN team.last_seq; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.team.last_seq IS 'The event of the team''s stream up to which this row was folded.';

--
-- Name: COLUMN team.stage; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.team.stage IS 'The stage that was reached last, A (enquiry) to F (supported operation); null when none is on record.';

--
-- Name: team_attendance; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.team_attendance (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    session_id uuid NOT NULL,
    staff site.code NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT team_attendance_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.team_attendance FORCE ROW LEVEL SECURITY;

ALTER TABLE record.team_attendance OWNER TO homeward_owner;

--
-- Name: TABLE team_attendance; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.team_attendance IS 'Who was at a session of a team; a session without a row is one of which nobody noted it.';

--
-- Name: team_session; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.team_session (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    session_id uuid NOT NULL,
    kind site.term NOT NULL,
    held_on date NOT NULL,
    episodes integer NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT team_session_episodes_counted CHECK ((episodes >= 0)),
    CONSTRAINT team_session_kind_known CHECK (((kind)::text = ANY (ARRAY['supervision'::text, 'consultation'::text, 'booster'::text]))),
    CONSTRAINT team_session_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.team_session FORCE ROW LEVEL SECURITY;

ALTER TABLE record.team_session OWNER TO homeward_owner;

--
-- Name: TABLE team_session; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.team_session IS 'One row a supervision, consultation with the expert, or booster of a team.';

--
-- Name: COLUMN team_session.episodes; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.team_session.episodes IS 'How many episodes were discussed; which ones stands in the event.';

--
-- Name: tracker_state; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.tracker_state (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    tracker site.term NOT NULL,
    role site.term NOT NULL,
    participant_id uuid,
    state site.term NOT NULL,
    from_day date NOT NULL,
    to_day date,
    shape smallint NOT NULL,
    CONSTRAINT tracker_state_ends_after_it_begins CHECK ((to_day >= from_day)),
    CONSTRAINT tracker_state_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.tracker_state FORCE ROW LEVEL SECURITY;

ALTER TABLE record.tracker_state OWNER TO homeward_owner;

--
-- Name: TABLE tracker_state; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.tracker_state IS 'The states that trackers moved to, one row a move. A tracker that nothing moved stands where its model begins it.';

--
-- Name: COLUMN tracker_state.fact_id; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.tracker_state.fact_id IS 'The fact that moved it.';

--
-- Name: COLUMN tracker_state.to_day; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON COLUMN record.tracker_state.to_day IS 'Day of the next move, which may be the same; null while the state lasts.';

--
-- Name: training; Type: TABLE; Schema: record; Owner: homeward_owner
--

CREATE TABLE record.training (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    staff site.code NOT NULL,
    kind site.term NOT NULL,
    completed_on date NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT training_shape_positive CHECK ((shape >= 1))
);

ALTER TABLE ONLY record.training FORCE ROW LEVEL SECURITY;

ALTER TABLE record.training OWNER TO homeward_owner;

--
-- Name: TABLE training; Type: COMMENT; Schema: record; Owner: homeward_owner
--

COMMENT ON TABLE record.training IS 'One row a training that a member of staff completed.';

--
-- Name: owner; Type: TABLE; Schema: referral; Owner: homeward_owner
--

CREATE TABLE referral.owner (
    site_id integer NOT NULL,
    stream text GENERATED ALWAYS AS ('episode'::text) STORED NOT NULL COLLATE pg_catalog."C",
    episode_id uuid NOT NULL,
    turn integer NOT NULL,
    staff site.code,
    given_at timestamp with time zone NOT NULL,
    given_by site.code NOT NULL,
    CONSTRAINT owner_first_is_somebody CHECK (((turn > 1) OR (staff IS NOT NULL))),
    CONSTRAINT owner_given_at_finite CHECK (isfinite(given_at)),
    CONSTRAINT owner_turn_positive CHECK ((turn >= 1))
);

ALTER TABLE ONLY referral.owner FORCE ROW LEVEL SECURITY;

ALTER TABLE referral.owner OWNER TO homeward_owner;

--
-- Name: TABLE owner; Type: COMMENT; Schema: referral; Owner: homeward_owner
--

COMMENT ON TABLE referral.owner IS 'To whom a referral was given, in the order in which it was; the last one holds. Append-only.';

--
-- Name: COLUMN owner.turn; Type: COMMENT; Schema: referral; Owner: homeward_owner
--

COMMENT ON COLUMN referral.owner.turn IS 'Its place among those of the referral, 1 and up.';

--
-- Name: COLUMN owner.staff; Type: COMMENT; Schema: referral; Owner: homeward_owner
--

COMMENT ON COLUMN referral.owner.staff IS 'Who sees to it; null when it was taken back.';

--
-- Name: care_spell_fact; Type: TABLE; Schema: reporting; Owner: homeward_owner
--

CREATE TABLE reporting.care_spell_fact (
    site_id integer NOT NULL,
    child_key bytea NOT NULL,
    fact_key bytea NOT NULL,
    version integer NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    measure text NOT NULL COLLATE pg_catalog."C",
    term site.term NOT NULL,
    looked_after boolean NOT NULL,
    out_of_home boolean NOT NULL,
    custody boolean NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    shape smallint NOT NULL,
    reason site.term,
    CONSTRAINT care_spell_fact_child_key_is_digest CHECK ((octet_length(child_key) = 32)),
    CONSTRAINT care_spell_fact_custody_is_out_of_home CHECK (((NOT custody) OR out_of_home)),
    CONSTRAINT care_spell_fact_ends_after_it_begins CHECK ((ended_on > started_on)),
    CONSTRAINT care_spell_fact_key_is_digest CHECK ((octet_length(fact_key) = 32)),
    CONSTRAINT care_spell_fact_known_from_finite CHECK (isfinite(known_from)),
    CONSTRAINT care_spell_fact_known_in_order CHECK ((known_from < known_to)),
    CONSTRAINT care_spell_fact_looked_after_is_provision CHECK (((NOT looked_after) OR (measure = 'provision'::text))),
    CONSTRAINT care_spell_fact_measure_known CHECK ((measure = ANY (ARRAY['placement'::text, 'provision'::text]))),
    CONSTRAINT care_spell_fact_out_of_home_is_placement CHECK (((NOT out_of_home) OR (measure = 'placement'::text))),
    CONSTRAINT care_spell_fact_reason_is_placement CHECK (((reason IS NULL) OR (measure = 'placement'::text))),
    CONSTRAINT care_spell_fact_shape_positive CHECK ((shape >= 1)),
    CONSTRAINT care_spell_fact_version_positive CHECK ((version >= 1))
);

ALTER TABLE ONLY reporting.care_spell_fact FORCE ROW LEVEL SECURITY;

ALTER TABLE reporting.care_spell_fact OWNER TO homeward_owner;

--
-- Name: TABLE care_spell_fact; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON TABLE reporting.care_spell_fact IS 'What a report may know of a child''s spell in one place or of provision, one row for each state of knowledge.';

--
-- Name: COLUMN care_spell_fact.child_key; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.care_spell_fact.child_key IS 'HMAC of the child''s id under the site''s key, the same as in episode_fact.';

--
-- Name: COLUMN care_spell_fact.fact_key; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.care_spell_fact.fact_key IS 'HMAC of the child''s id, the measure and the spell''s id under the site''s key.';

--
-- Name: COLUMN care_spell_fact.known_from; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.care_spell_fact.known_from IS 'Stamp of the append that made this version.';

--
-- Name: COLUMN care_spell_fact.known_to; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.care_spell_fact.known_to IS 'Stamp of the append that replaced it or withdrew the spell; infinity while it is current.';

--
-- Name: COLUMN care_spell_fact.term; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.care_spell_fact.term IS 'The setting of a placement, or the kind of provision.';

--
-- Name: COLUMN care_spell_fact.looked_after; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.care_spell_fact.looked_after IS 'Whether its days count as days looked after by a local authority.';

--
-- Name: COLUMN care_spell_fact.out_of_home; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.care_spell_fact.out_of_home IS 'Whether its days count as days out of home.';

--
-- Name: COLUMN care_spell_fact.custody; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.care_spell_fact.custody IS 'Whether its days count as days in custody.';

--
-- Name: COLUMN care_spell_fact.ended_on; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.care_spell_fact.ended_on IS 'First day that no longer counts; null while it lasts.';

--
-- Name: COLUMN care_spell_fact.reason; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.care_spell_fact.reason IS 'Why the child came to live there; null when it was not said.';

--
-- Name: episode_fact; Type: TABLE; Schema: reporting; Owner: homeward_owner
--

CREATE TABLE reporting.episode_fact (
    site_id integer NOT NULL,
    fact_key bytea NOT NULL,
    version integer NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    model_id site.term NOT NULL,
    model_version integer NOT NULL,
    settings_version integer NOT NULL,
    team site.code NOT NULL,
    decided_team site.code,
    closed_team site.code,
    referral_source site.term,
    sex text COLLATE pg_catalog."C",
    ethnicity site.term,
    responsible_authority site.term,
    deprivation_index site.term,
    deprivation_decile smallint,
    age_months smallint,
    referred_on date NOT NULL,
    decision text NOT NULL COLLATE pg_catalog."C",
    decline_reason site.term,
    decided_on date,
    decided_day_estimated boolean DEFAULT false NOT NULL,
    started_on date,
    closed_on date,
    closure_reason site.term,
    closure_group text COLLATE pg_catalog."C",
    stay_days integer,
    interview_expected boolean,
    at_home text COLLATE pg_catalog."C",
    in_school_or_work text COLLATE pg_catalog."C",
    no_new_arrests text COLLATE pg_catalog."C",
    interviews integer NOT NULL,
    score_sum_billionths bigint NOT NULL,
    threshold_billionths bigint,
    threshold_operator text COLLATE pg_catalog."C",
    adherent boolean,
    shape smallint NOT NULL,
    child_key bytea,
    onward_service site.term,
    moved_home_on date,
    further_answers jsonb DEFAULT '{}'::jsonb NOT NULL,
    follow_ups jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT episode_fact_adherent_needs_interviews CHECK (((adherent IS NULL) OR (interviews > 0))),
    CONSTRAINT episode_fact_age_not_negative CHECK ((age_months >= 0)),
    CONSTRAINT episode_fact_at_home_known CHECK ((at_home = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
    CONSTRAINT episode_fact_child_key_from_shape_2 CHECK (((shape < 2) OR (child_key IS NOT NULL))),
    CONSTRAINT episode_fact_child_key_is_digest CHECK ((octet_length(child_key) = 32)),
    CONSTRAINT episode_fact_closed_after_start CHECK ((closed_on >= COALESCE(started_on, decided_on))),
    CONSTRAINT episode_fact_closed_only_if_accepted CHECK (((closed_on IS NULL) OR (decision = 'accepted'::text))),
    CONSTRAINT episode_fact_closed_team_needs_closing CHECK (((closed_team IS NULL) OR (closed_on IS NOT NULL))),
    CONSTRAINT episode_fact_closing_paired CHECK ((((closed_on IS NULL) = (closure_reason IS NULL)) AND ((closed_on IS NULL) = (closure_group IS NULL)))),
    CONSTRAINT episode_fact_closure_group_known CHECK ((closure_group = ANY (ARRAY['completed'::text, 'lack_of_engagement'::text, 'placed'::text, 'not_counted'::text]))),
    CONSTRAINT episode_fact_decided_after_referral CHECK ((decided_on >= referred_on)),
    CONSTRAINT episode_fact_decided_team_needs_decision CHECK (((decided_team IS NULL) OR (decided_on IS NOT NULL))),
    CONSTRAINT episode_fact_decision_dated CHECK (((decision = 'pending'::text) = (decided_on IS NULL))),
    CONSTRAINT episode_fact_decision_known CHECK ((decision = ANY (ARRAY['pending'::text, 'accepted'::text, 'declined'::text]))),
    CONSTRAINT episode_fact_decline_reason_paired CHECK (((decision = 'declined'::text) = (decline_reason IS NOT NULL))),
    CONSTRAINT episode_fact_deprivation_decile_in_range CHECK (((deprivation_decile >= 1) AND (deprivation_decile <= 10))),
    CONSTRAINT episode_fact_follow_ups_is_object CHECK ((jsonb_typeof(follow_ups) = 'object'::text)),
    CONSTRAINT episode_fact_follow_ups_need_closing CHECK (((follow_ups = '{}'::jsonb) OR (closed_on IS NOT NULL))),
    CONSTRAINT episode_fact_further_answers_is_object CHECK ((jsonb_typeof(further_answers) = 'object'::text)),
    CONSTRAINT episode_fact_further_answers_need_closing CHECK (((further_answers = '{}'::jsonb) OR (closed_on IS NOT NULL))),
    CONSTRAINT episode_fact_in_school_or_work_known CHECK ((in_school_or_work = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
    CONSTRAINT episode_fact_interview_expected_needs_stay CHECK (((interview_expected IS NULL) = (stay_days IS NULL))),
    CONSTRAINT episode_fact_interviews_not_negative CHECK ((interviews >= 0)),
    CONSTRAINT episode_fact_key_is_digest CHECK ((octet_length(fact_key) = 32)),
    CONSTRAINT episode_fact_known_from_finite CHECK (isfinite(known_from)),
    CONSTRAINT episode_fact_known_in_order CHECK ((known_from < known_to)),
    CONSTRAINT episode_fact_moved_home_after_start CHECK (((moved_home_on IS NULL) OR ((started_on IS NOT NULL) AND (moved_home_on >= started_on)))),
    CONSTRAINT episode_fact_no_new_arrests_known CHECK ((no_new_arrests = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
    CONSTRAINT episode_fact_onward_only_if_declined CHECK (((onward_service IS NULL) OR (decision = 'declined'::text))),
    CONSTRAINT episode_fact_score_sum_in_range CHECK (((score_sum_billionths >= 0) AND (score_sum_billionths <= ((interviews)::bigint * 1000000000)))),
    CONSTRAINT episode_fact_sex_known CHECK ((sex = ANY (ARRAY['M'::text, 'F'::text, 'U'::text]))),
    CONSTRAINT episode_fact_shape_positive CHECK ((shape >= 1)),
    CONSTRAINT episode_fact_started_after_decision CHECK ((started_on >= decided_on)),
    CONSTRAINT episode_fact_started_only_if_accepted CHECK (((started_on IS NULL) OR (decision = 'accepted'::text))),
    CONSTRAINT episode_fact_stay_needs_both_ends CHECK (((stay_days IS NULL) OR ((started_on IS NOT NULL) AND (closed_on IS NOT NULL)))),
    CONSTRAINT episode_fact_stay_not_negative CHECK ((stay_days >= 0)),
    CONSTRAINT episode_fact_threshold_in_range CHECK (((threshold_billionths >= 0) AND (threshold_billionths <= 1000000000))),
    CONSTRAINT episode_fact_threshold_operator_known CHECK ((threshold_operator = ANY (ARRAY['>='::text, '>'::text]))),
    CONSTRAINT episode_fact_threshold_paired CHECK (((threshold_billionths IS NULL) = (threshold_operator IS NULL))),
    CONSTRAINT episode_fact_version_positive CHECK ((version >= 1)),
    CONSTRAINT episode_fact_versions_positive CHECK (((model_version >= 1) AND (settings_version >= 0)))
);

ALTER TABLE ONLY reporting.episode_fact FORCE ROW LEVEL SECURITY;

ALTER TABLE reporting.episode_fact OWNER TO homeward_owner;

--
-- Name: TABLE episode_fact; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON TABLE reporting.episode_fact IS 'What a report may know of an episode, one row for each state of knowledge.';

--
-- Name: COLUMN episode_fact.fact_key; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.fact_key IS 'HMAC of the episode''s id under the site''s key: the site can join it to the record, nobody else can.';

--
-- Name: COLUMN episode_fact.known_from; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.known_from IS 'Stamp of the append that made this version.';

--
-- Name: COLUMN episode_fact.known_to; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.known_to IS 'Stamp of the append that replaced it; infinity while it is current.';

--
-- Name: COLUMN episode_fact.team; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.team IS 'The team that has the episode now, or had it last.';

--
-- Name: COLUMN episode_fact.decided_team; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.decided_team IS 'The team that had it on the day of the decision.';

--
-- Name: COLUMN episode_fact.closed_team; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.closed_team IS 'The team that had it on the day of closing.';

--
-- Name: COLUMN episode_fact.responsible_authority; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.responsible_authority IS 'GSS code, or IE- and the agency''s code in Ireland.';

--
-- Name: COLUMN episode_fact.age_months; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.age_months IS 'Whole months from birth month to referral.';

--
-- Name: COLUMN episode_fact.stay_days; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.stay_days IS 'Days from first session to closing, as counted when it was recorded.';

--
-- Name: COLUMN episode_fact.interview_expected; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.interview_expected IS 'Whether the stay was long enough for an adherence interview to be expected, as judged at closing.';

--
-- Name: COLUMN episode_fact.interviews; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.interviews IS 'Valid adherence interviews of the episode.';

--
-- Name: COLUMN episode_fact.score_sum_billionths; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.score_sum_billionths IS 'Sum of their scores in billionths of 1.';

--
-- Name: COLUMN episode_fact.adherent; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.adherent IS 'Whether the family''s mean met the threshold; null without an interview.';

--
-- Name: COLUMN episode_fact.child_key; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.child_key IS 'HMAC of the child''s id under the site''s key; null in rows of shape 1.';

--
-- Name: COLUMN episode_fact.onward_service; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.onward_service IS 'Where a declined family was sent on to.';

--
-- Name: COLUMN episode_fact.moved_home_on; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.moved_home_on IS 'The last day on which a phase at home followed one away from home or between; null when none did.';

--
-- Name: COLUMN episode_fact.further_answers; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.further_answers IS 'Answers at closing to outcomes that have no column of their own: outcome to yes, no or unknown.';

--
-- Name: COLUMN episode_fact.follow_ups; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.episode_fact.follow_ups IS 'Follow-ups by months after closing: "6" to what became of it, "6/outcome" to yes, no or unknown.';

--
-- Name: interview_fact; Type: TABLE; Schema: reporting; Owner: homeward_owner
--

CREATE TABLE reporting.interview_fact (
    site_id integer NOT NULL,
    episode_key bytea NOT NULL,
    fact_key bytea NOT NULL,
    version integer NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    held_on date NOT NULL,
    team site.code NOT NULL,
    therapist site.code,
    score_billionths bigint NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT interview_fact_episode_key_is_digest CHECK ((octet_length(episode_key) = 32)),
    CONSTRAINT interview_fact_key_is_digest CHECK ((octet_length(fact_key) = 32)),
    CONSTRAINT interview_fact_known_from_finite CHECK (isfinite(known_from)),
    CONSTRAINT interview_fact_known_in_order CHECK ((known_from < known_to)),
    CONSTRAINT interview_fact_score_in_range CHECK (((score_billionths >= 0) AND (score_billionths <= 1000000000))),
    CONSTRAINT interview_fact_shape_positive CHECK ((shape >= 1)),
    CONSTRAINT interview_fact_version_positive CHECK ((version >= 1))
);

ALTER TABLE ONLY reporting.interview_fact FORCE ROW LEVEL SECURITY;

ALTER TABLE reporting.interview_fact OWNER TO homeward_owner;

--
-- Name: TABLE interview_fact; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON TABLE reporting.interview_fact IS 'What a site''s own reports may know of a valid adherence interview, one row for each state of knowledge.';

--
-- Name: COLUMN interview_fact.episode_key; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.interview_fact.episode_key IS 'HMAC of the episode''s id under the site''s key, the same as the fact_key in episode_fact.';

--
-- Name: COLUMN interview_fact.fact_key; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.interview_fact.fact_key IS 'HMAC of the episode''s id and the interview''s own under the site''s key.';

--
-- Name: COLUMN interview_fact.known_from; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.interview_fact.known_from IS 'Stamp of the append that made this version.';

--
-- Name: COLUMN interview_fact.known_to; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.interview_fact.known_to IS 'Stamp of the append that replaced it or took it back; infinity while it is current.';

--
-- Name: COLUMN interview_fact.team; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.interview_fact.team IS 'The team that had the family on the day.';

--
-- Name: COLUMN interview_fact.therapist; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.interview_fact.therapist IS 'The code of the lead therapist of the day; null while nobody was named.';

--
-- Name: COLUMN interview_fact.score_billionths; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.interview_fact.score_billionths IS 'Unrounded score in billionths of 1.';

--
-- Name: model_fact; Type: TABLE; Schema: reporting; Owner: homeward_owner
--

CREATE TABLE reporting.model_fact (
    site_id integer NOT NULL,
    episode_key bytea NOT NULL,
    fact_key bytea NOT NULL,
    version integer NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    sort text NOT NULL COLLATE pg_catalog."C",
    kind site.term NOT NULL,
    subject_role site.term NOT NULL,
    subject_key bytea,
    held_from date NOT NULL,
    held_until date,
    codes jsonb NOT NULL,
    shape smallint NOT NULL,
    ordinal integer,
    CONSTRAINT model_fact_codes_is_object CHECK ((jsonb_typeof(codes) = 'object'::text)),
    CONSTRAINT model_fact_episode_key_is_digest CHECK ((octet_length(episode_key) = 32)),
    CONSTRAINT model_fact_family_has_no_key CHECK ((((subject_role)::text = 'family'::text) = (subject_key IS NULL))),
    CONSTRAINT model_fact_held_in_order CHECK ((held_until >= held_from)),
    CONSTRAINT model_fact_key_is_digest CHECK ((octet_length(fact_key) = 32)),
    CONSTRAINT model_fact_known_from_finite CHECK (isfinite(known_from)),
    CONSTRAINT model_fact_known_in_order CHECK ((known_from < known_to)),
    CONSTRAINT model_fact_ordinal_positive CHECK ((ordinal >= 1)),
    CONSTRAINT model_fact_shape_positive CHECK ((shape >= 1)),
    CONSTRAINT model_fact_sort_known CHECK ((sort = ANY (ARRAY['fact'::text, 'participant'::text]))),
    CONSTRAINT model_fact_subject_key_is_digest CHECK ((octet_length(subject_key) = 32)),
    CONSTRAINT model_fact_version_positive CHECK ((version >= 1))
);

ALTER TABLE ONLY reporting.model_fact FORCE ROW LEVEL SECURITY;

ALTER TABLE reporting.model_fact OWNER TO homeward_owner;

--
-- Name: TABLE model_fact; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON TABLE reporting.model_fact IS 'What a report may know of something that a model records of an episode, or of somebody who takes part in it, one row for each state of knowledge.';

--
-- Name: COLUMN model_fact.episode_key; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.model_fact.episode_key IS 'HMAC of the episode''s id under the site''s key, the same as the fact_key in episode_fact.';

--
-- Name: COLUMN model_fact.fact_key; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.model_fact.fact_key IS 'HMAC of the episode''s id and the fact''s or the participant''s own under the site''s key.';

--
-- Name: COLUMN model_fact.known_from; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.model_fact.known_from IS 'Stamp of the append that made this version.';

--
-- Name: COLUMN model_fact.known_to; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.model_fact.known_to IS 'Stamp of the append that replaced it or took it back; infinity while it is current.';

--
-- Name: COLUMN model_fact.kind; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.model_fact.kind IS 'The kind of the fact, or the role of the participant.';

--
-- Name: COLUMN model_fact.subject_role; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.model_fact.subject_role IS 'What the person whom it is about is in the episode.';

--
-- Name: COLUMN model_fact.subject_key; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.model_fact.subject_key IS 'HMAC of the child''s id, for whom is a child of the site, or of the participant''s; null for the family.';

--
-- Name: COLUMN model_fact.held_from; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.model_fact.held_from IS 'The day it happened on, or the first on which it held.';

--
-- Name: COLUMN model_fact.held_until; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.model_fact.held_until IS 'First day on which it no longer held; null while it does, and for what happened on one day.';

--
-- Name: COLUMN model_fact.codes; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.model_fact.codes IS 'Its fields that hold words, answers, numbers or days, as text; no person, no link and no narrative.';

--
-- Name: COLUMN model_fact.ordinal; Type: COMMENT; Schema: reporting; Owner: homeward_owner
--

COMMENT ON COLUMN reporting.model_fact.ordinal IS 'Which of the episode''s facts of that day it is, as they were entered, from 1; null for somebody who takes part.';

--
-- Name: hold; Type: TABLE; Schema: retention; Owner: homeward_owner
--

CREATE TABLE retention.hold (
    site_id integer NOT NULL,
    hold_id uuid NOT NULL,
    child_id uuid NOT NULL,
    narrative_id uuid NOT NULL,
    commitment bytea NOT NULL,
    placed_by site.code NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    lifted_by site.code,
    lifted_at timestamp with time zone,
    CONSTRAINT hold_commitment_is_sha256 CHECK ((octet_length(commitment) = 32)),
    CONSTRAINT hold_lifted_after_placed CHECK ((lifted_at >= placed_at)),
    CONSTRAINT hold_lifted_as_one CHECK (((lifted_by IS NULL) = (lifted_at IS NULL))),
    CONSTRAINT hold_placed_at_finite CHECK (isfinite(placed_at))
);

ALTER TABLE ONLY retention.hold FORCE ROW LEVEL SECURITY;

ALTER TABLE retention.hold OWNER TO homeward_owner;

--
-- Name: TABLE hold; Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON TABLE retention.hold IS 'Legal holds: while one is not lifted, nothing of the child is disposed of.';

--
-- Name: COLUMN hold.narrative_id; Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON COLUMN retention.hold.narrative_id IS 'The reason, sealed.';

--
-- Name: COLUMN hold.commitment; Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON COLUMN retention.hold.commitment IS 'SHA-256 over the reason''s salt and sealed bytes.';

--
-- Name: pending_key; Type: TABLE; Schema: retention; Owner: homeward_owner
--

CREATE TABLE retention.pending_key (
    site_id integer NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY retention.pending_key FORCE ROW LEVEL SECURITY;

ALTER TABLE retention.pending_key OWNER TO homeward_owner;

--
-- Name: TABLE pending_key; Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON TABLE retention.pending_key IS 'Persons who were disposed of and whose keys are still to be destroyed.';

--
-- Name: proposal; Type: TABLE; Schema: retention; Owner: homeward_owner
--

CREATE TABLE retention.proposal (
    site_id integer NOT NULL,
    number integer NOT NULL,
    proposed_on date NOT NULL,
    proposed_by site.code NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    proposer site.code NOT NULL,
    approved_by site.code,
    approved_at timestamp with time zone,
    approver site.code,
    withdrawn_by site.code,
    withdrawn_at timestamp with time zone,
    CONSTRAINT proposal_approved_after_proposed CHECK ((approved_at >= proposed_at)),
    CONSTRAINT proposal_approved_as_one CHECK ((num_nulls(approved_by, approved_at, approver) = ANY (ARRAY[0, 3]))),
    CONSTRAINT proposal_approved_by_another CHECK (((approved_by)::text <> (proposed_by)::text)),
    CONSTRAINT proposal_approver_is_another CHECK (((approver)::text <> (proposer)::text)),
    CONSTRAINT proposal_number_positive CHECK ((number >= 1)),
    CONSTRAINT proposal_proposed_at_finite CHECK (isfinite(proposed_at)),
    CONSTRAINT proposal_proposed_on_finite CHECK (isfinite(proposed_on)),
    CONSTRAINT proposal_withdrawn_after_proposed CHECK ((withdrawn_at >= proposed_at)),
    CONSTRAINT proposal_withdrawn_as_one CHECK (((withdrawn_by IS NULL) = (withdrawn_at IS NULL)))
);

ALTER TABLE ONLY retention.proposal FORCE ROW LEVEL SECURITY;

ALTER TABLE retention.proposal OWNER TO homeward_owner;

--
-- Name: TABLE proposal; Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON TABLE retention.proposal IS 'Proposals to dispose of records: one person proposes, another approves.';

--
-- Name: COLUMN proposal.number; Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON COLUMN retention.proposal.number IS 'From 1 at each site.';

--
-- Name: COLUMN proposal.proposed_by; Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON COLUMN retention.proposal.proposed_by IS 'As whom it was proposed: the code under which they work at the site.';

--
-- Name: COLUMN proposal.proposer; Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON COLUMN retention.proposal.proposer IS 'Whose hand it was: the account whose owner proved to be there, or operator, who may stand in for any account.';

--
-- Name: COLUMN proposal.approver; Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON COLUMN retention.proposal.approver IS 'Whose hand approved, in the same sense: another.';

--
-- Name: proposed_child; Type: TABLE; Schema: retention; Owner: homeward_owner
--

CREATE TABLE retention.proposed_child (
    site_id integer NOT NULL,
    number integer NOT NULL,
    child_id uuid NOT NULL,
    rule site.term NOT NULL,
    keep_through date NOT NULL,
    disposed_at timestamp with time zone,
    CONSTRAINT proposed_child_keep_through_finite CHECK (isfinite(keep_through))
);

ALTER TABLE ONLY retention.proposed_child FORCE ROW LEVEL SECURITY;

ALTER TABLE retention.proposed_child OWNER TO homeward_owner;

--
-- Name: TABLE proposed_child; Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON TABLE retention.proposed_child IS 'Whose records a proposal is about, and the rule that had kept each.';

--
-- Name: COLUMN proposed_child.disposed_at; Type: COMMENT; Schema: retention; Owner: homeward_owner
--

COMMENT ON COLUMN retention.proposed_child.disposed_at IS 'When the record was destroyed; null before.';

--
-- Name: ledger; Type: TABLE; Schema: schema; Owner: homeward_owner
--

CREATE TABLE schema.ledger (
    name text NOT NULL COLLATE pg_catalog."C",
    checksum bytea NOT NULL,
    applied_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT ledger_checksum_is_sha256 CHECK ((octet_length(checksum) = 32)),
    CONSTRAINT ledger_name_well_formed CHECK ((name ~ '^m[0-9]{4}_[a-z0-9_]{1,59}$'::text))
);

ALTER TABLE schema.ledger OWNER TO homeward_owner;

--
-- Name: TABLE ledger; Type: COMMENT; Schema: schema; Owner: homeward_owner
--

COMMENT ON TABLE schema.ledger IS 'One row for each migration file that was applied; forward only.';

--
-- Name: COLUMN ledger.name; Type: COMMENT; Schema: schema; Owner: homeward_owner
--

COMMENT ON COLUMN schema.ledger.name IS 'The file''s name without its ending, such as m0003_record.';

--
-- Name: COLUMN ledger.checksum; Type: COMMENT; Schema: schema; Owner: homeward_owner
--

COMMENT ON COLUMN schema.ledger.checksum IS 'SHA-256 of the file''s bytes as they were applied.';

--
-- Name: configuration; Type: TABLE; Schema: site; Owner: homeward_owner
--

CREATE TABLE site.configuration (
    site_id integer NOT NULL,
    version integer NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    applied_by site.code NOT NULL,
    checksum bytea NOT NULL,
    document text NOT NULL,
    CONSTRAINT configuration_applied_at_finite CHECK (isfinite(applied_at)),
    CONSTRAINT configuration_checksum_is_sha256 CHECK ((octet_length(checksum) = 32)),
    CONSTRAINT configuration_version_positive CHECK ((version >= 1))
);

ALTER TABLE ONLY site.configuration FORCE ROW LEVEL SECURITY;

ALTER TABLE site.configuration OWNER TO homeward_owner;

--
-- Name: TABLE configuration; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON TABLE site.configuration IS 'Every site file as it was applied; append-only, the highest version is in force.';

--
-- Name: COLUMN configuration.checksum; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.configuration.checksum IS 'SHA-256 of the document''s bytes in UTF-8.';

--
-- Name: COLUMN configuration.document; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.configuration.document IS 'The site file itself, word for word.';

--
-- Name: declared_model; Type: TABLE; Schema: site; Owner: homeward_owner
--

CREATE TABLE site.declared_model (
    model_id site.term NOT NULL,
    version integer NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    applied_by site.code NOT NULL,
    checksum bytea NOT NULL,
    document text NOT NULL,
    CONSTRAINT declared_model_applied_at_finite CHECK (isfinite(applied_at)),
    CONSTRAINT declared_model_checksum_of_document CHECK ((checksum = sha256(convert_to(document, 'UTF8'::name)))),
    CONSTRAINT declared_model_id_well_formed CHECK (((model_id)::text ~ '^[a-z0-9][a-z0-9_-]*$'::text)),
    CONSTRAINT declared_model_version_positive CHECK ((version >= 1))
);

ALTER TABLE site.declared_model OWNER TO homeward_owner;

--
-- Name: TABLE declared_model; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON TABLE site.declared_model IS 'Every declared model as it was applied; append-only. It holds no family: no row-level security, all sites read it.';

--
-- Name: COLUMN declared_model.checksum; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.declared_model.checksum IS 'SHA-256 of the document''s bytes in UTF-8.';

--
-- Name: COLUMN declared_model.document; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.declared_model.document IS 'The model''s file itself, word for word.';

--
-- Name: instrument_definition; Type: TABLE; Schema: site; Owner: homeward_owner
--

CREATE TABLE site.instrument_definition (
    site_id integer NOT NULL,
    instrument_id site.term NOT NULL,
    version integer NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    loaded_by site.code NOT NULL,
    checksum bytea NOT NULL,
    document text NOT NULL,
    CONSTRAINT instrument_definition_checksum_is_sha256 CHECK ((octet_length(checksum) = 32)),
    CONSTRAINT instrument_definition_loaded_at_finite CHECK (isfinite(loaded_at)),
    CONSTRAINT instrument_definition_version_positive CHECK ((version >= 1))
);

ALTER TABLE ONLY site.instrument_definition FORCE ROW LEVEL SECURITY;

ALTER TABLE site.instrument_definition OWNER TO homeward_owner;

--
-- Name: TABLE instrument_definition; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON TABLE site.instrument_definition IS 'Every definition of an instrument that a site loaded; append-only, of each instrument the highest version is in force.';

--
-- Name: COLUMN instrument_definition.checksum; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.instrument_definition.checksum IS 'SHA-256 of the document''s bytes in UTF-8.';

--
-- Name: COLUMN instrument_definition.document; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.instrument_definition.document IS 'The file itself, word for word: wording that is licensed to the site.';

--
-- Name: outlier; Type: TABLE; Schema: site; Owner: homeward_owner
--

CREATE TABLE site.outlier (
    site_id integer NOT NULL,
    outlier_no integer NOT NULL,
    model site.term NOT NULL,
    indicator site.term NOT NULL,
    from_day date NOT NULL,
    through_day date NOT NULL,
    numerator integer NOT NULL,
    denominator integer NOT NULL,
    network_numerator integer NOT NULL,
    network_denominator integer NOT NULL,
    signal text NOT NULL COLLATE pg_catalog."C",
    known_at timestamp with time zone NOT NULL,
    answer_due date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by site.code NOT NULL,
    CONSTRAINT outlier_answer_due_later CHECK ((answer_due > through_day)),
    CONSTRAINT outlier_network_part_of_whole CHECK ((((network_numerator >= numerator) AND (network_numerator <= network_denominator)) AND (network_denominator >= denominator))),
    CONSTRAINT outlier_part_of_whole CHECK ((((numerator >= 0) AND (numerator <= denominator)) AND (denominator > 0))),
    CONSTRAINT outlier_period_in_order CHECK ((from_day <= through_day)),
    CONSTRAINT outlier_signal_known CHECK ((signal = ANY (ARRAY['alert'::text, 'alarm'::text]))),
    CONSTRAINT outlier_times_finite CHECK ((isfinite(known_at) AND isfinite(recorded_at)))
);

ALTER TABLE ONLY site.outlier FORCE ROW LEVEL SECURITY;

ALTER TABLE site.outlier OWNER TO homeward_owner;

--
-- Name: TABLE outlier; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON TABLE site.outlier IS 'Figures of a site outside the limits that chance gives around the network''s; append-only.';

--
-- Name: COLUMN outlier.outlier_no; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.outlier.outlier_no IS 'Its number, of the whole network.';

--
-- Name: COLUMN outlier.signal; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.outlier.signal IS 'Outside the limits of 95 % (alert) or of 99.8 % (alarm).';

--
-- Name: COLUMN outlier.known_at; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.outlier.known_at IS 'What was known at this time was compared.';

--
-- Name: COLUMN outlier.answer_due; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.outlier.answer_due IS 'Until this day the network waits for the site''s answer.';

--
-- Name: outlier_outlier_no_seq; Type: SEQUENCE; Schema: site; Owner: homeward_owner
--

ALTER TABLE site.outlier ALTER COLUMN outlier_no ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME site.outlier_outlier_no_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: outlier_step; Type: TABLE; Schema: site; Owner: homeward_owner
--

CREATE TABLE site.outlier_step (
    site_id integer NOT NULL,
    outlier_no integer NOT NULL,
    ordinal integer NOT NULL,
    step text NOT NULL COLLATE pg_catalog."C",
    finding site.term,
    note text NOT NULL,
    taken_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by site.code NOT NULL,
    CONSTRAINT outlier_step_finding_known CHECK (
CASE step
    WHEN 'answered'::text THEN ((finding)::text = ANY (ARRAY['data-right'::text, 'data-corrected'::text]))
    WHEN 'decided'::text THEN ((finding)::text = ANY (ARRAY['no-action'::text, 'watch'::text, 'support'::text, 'review'::text]))
    ELSE (finding IS NULL)
END),
    CONSTRAINT outlier_step_known CHECK ((step = ANY (ARRAY['answered'::text, 'decided'::text, 'published'::text, 'withdrawn'::text]))),
    CONSTRAINT outlier_step_note_present CHECK ((note ~ '\S'::text)),
    CONSTRAINT outlier_step_ordinal_positive CHECK ((ordinal >= 1)),
    CONSTRAINT outlier_step_recorded_at_finite CHECK (isfinite(recorded_at))
);

ALTER TABLE ONLY site.outlier_step FORCE ROW LEVEL SECURITY;

ALTER TABLE site.outlier_step OWNER TO homeward_owner;

--
-- Name: TABLE outlier_step; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON TABLE site.outlier_step IS 'What was made of an outlier, in the order in which it was recorded; append-only.';

--
-- Name: COLUMN outlier_step.finding; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.outlier_step.finding IS 'What the check of the data found, or what was decided.';

--
-- Name: COLUMN outlier_step.note; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.outlier_step.note IS 'What the site or the network says of it. It names nobody.';

--
-- Name: programme_review; Type: TABLE; Schema: site; Owner: homeward_owner
--

CREATE TABLE site.programme_review (
    site_id integer NOT NULL,
    review_no integer NOT NULL,
    from_day date NOT NULL,
    through_day date NOT NULL,
    known_at timestamp with time zone NOT NULL,
    goals jsonb NOT NULL,
    as_json text NOT NULL,
    as_text text NOT NULL,
    as_csv text NOT NULL,
    checksum bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by site.code NOT NULL,
    CONSTRAINT programme_review_checksum_is_digest CHECK ((octet_length(checksum) = 32)),
    CONSTRAINT programme_review_goals_is_list CHECK ((jsonb_typeof(goals) = 'array'::text)),
    CONSTRAINT programme_review_no_positive CHECK ((review_no >= 1)),
    CONSTRAINT programme_review_period_in_order CHECK ((from_day <= through_day)),
    CONSTRAINT programme_review_times_finite CHECK ((isfinite(known_at) AND isfinite(recorded_at)))
);

ALTER TABLE ONLY site.programme_review FORCE ROW LEVEL SECURITY;

ALTER TABLE site.programme_review OWNER TO homeward_owner;

--
-- Name: TABLE programme_review; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON TABLE site.programme_review IS 'Programme reviews of a site with their figures as they were frozen; append-only.';

--
-- Name: COLUMN programme_review.review_no; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.programme_review.review_no IS 'Its number at the site, 1 and up.';

--
-- Name: COLUMN programme_review.known_at; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.programme_review.known_at IS 'What was known at this time was counted.';

--
-- Name: COLUMN programme_review.goals; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.programme_review.goals IS 'The goals in their order: code, goal, owner (a code of staff), due, standing, since (the review that stated it first).';

--
-- Name: COLUMN programme_review.as_json; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.programme_review.as_json IS 'The document for programs; beside it for people and for spreadsheets.';

--
-- Name: COLUMN programme_review.checksum; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.programme_review.checksum IS 'SHA-256 of the three forms, with a zero byte after each.';

--
-- Name: prospect; Type: TABLE; Schema: site; Owner: homeward_owner
--

CREATE TABLE site.prospect (
    code site.code NOT NULL,
    name text NOT NULL,
    CONSTRAINT prospect_name_present CHECK ((name ~ '\S'::text))
);

ALTER TABLE site.prospect OWNER TO homeward_owner;

--
-- Name: TABLE prospect; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON TABLE site.prospect IS 'Organisations that may become sites, of the network as a whole; append-only. A site of the same code is the same.';

--
-- Name: prospect_stage; Type: TABLE; Schema: site; Owner: homeward_owner
--

CREATE TABLE site.prospect_stage (
    code site.code NOT NULL,
    ordinal integer NOT NULL,
    stage text NOT NULL COLLATE pg_catalog."C",
    reached_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by site.code NOT NULL,
    reason text,
    voids integer,
    CONSTRAINT prospect_stage_known CHECK ((stage = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text, 'E'::text, 'F'::text]))),
    CONSTRAINT prospect_stage_ordinal_positive CHECK ((ordinal >= 1)),
    CONSTRAINT prospect_stage_reached_on_finite CHECK (isfinite(reached_on)),
    CONSTRAINT prospect_stage_reason_present CHECK ((reason ~ '\S'::text)),
    CONSTRAINT prospect_stage_recorded_at_finite CHECK (isfinite(recorded_at)),
    CONSTRAINT prospect_stage_voids_earlier CHECK ((voids < ordinal)),
    CONSTRAINT prospect_stage_voids_with_reason CHECK (((voids IS NULL) OR (reason IS NOT NULL)))
);

ALTER TABLE site.prospect_stage OWNER TO homeward_owner;

--
-- Name: TABLE prospect_stage; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON TABLE site.prospect_stage IS 'The stages of development that a prospective site reached, in the order in which they were recorded; append-only.';

--
-- Name: COLUMN prospect_stage.ordinal; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.prospect_stage.ordinal IS 'Place in the order of recording, 1 and up.';

--
-- Name: COLUMN prospect_stage.reason; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.prospect_stage.reason IS 'Why a stage was left out, or gone back to, or is taken back; null for the next stage in turn.';

--
-- Name: COLUMN prospect_stage.voids; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON COLUMN site.prospect_stage.voids IS 'The place of the record that this one takes back, with its stage and day repeated; null for a stage that was reached.';

--
-- Name: site_site_id_seq; Type: SEQUENCE; Schema: site; Owner: homeward_owner
--

ALTER TABLE site.site ALTER COLUMN site_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME site.site_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: team; Type: TABLE; Schema: site; Owner: homeward_owner
--

CREATE TABLE site.team (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    code site.code NOT NULL,
    model_id site.term NOT NULL,
    started_on date NOT NULL,
    CONSTRAINT team_started_on_finite CHECK (isfinite(started_on))
);

ALTER TABLE ONLY site.team FORCE ROW LEVEL SECURITY;

ALTER TABLE site.team OWNER TO homeward_owner;

--
-- Name: TABLE team; Type: COMMENT; Schema: site; Owner: homeward_owner
--

COMMENT ON TABLE site.team IS 'The teams that a site''s file names, each with the one model that it delivers.';

--
-- Name: comment; Type: TABLE; Schema: summary; Owner: homeward_owner
--

CREATE TABLE summary.comment (
    site_id integer NOT NULL,
    comment_id uuid NOT NULL,
    stream text GENERATED ALWAYS AS ('episode'::text) STORED NOT NULL COLLATE pg_catalog."C",
    episode_id uuid NOT NULL,
    week integer NOT NULL,
    part text NOT NULL COLLATE pg_catalog."C",
    narrative_id uuid NOT NULL,
    commitment bytea NOT NULL,
    written_by site.code NOT NULL,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT comment_commitment_is_sha256 CHECK ((octet_length(commitment) = 32)),
    CONSTRAINT comment_part_known CHECK ((part = ANY (ARRAY['overarching-goals'::text, 'week-goals'::text, 'barriers'::text, 'advances'::text, 'fit'::text, 'next-goals'::text, 'whole'::text]))),
    CONSTRAINT comment_week_positive CHECK ((week >= 1)),
    CONSTRAINT comment_written_at_finite CHECK (isfinite(written_at))
);

ALTER TABLE ONLY summary.comment FORCE ROW LEVEL SECURITY;

ALTER TABLE summary.comment OWNER TO homeward_owner;

--
-- Name: TABLE comment; Type: COMMENT; Schema: summary; Owner: homeward_owner
--

COMMENT ON TABLE summary.comment IS 'What supervisors, experts and therapists said to a part of a summary; append-only.';

--
-- Name: COLUMN comment.narrative_id; Type: COMMENT; Schema: summary; Owner: homeward_owner
--

COMMENT ON COLUMN summary.comment.narrative_id IS 'The words, sealed under the child''s key.';

--
-- Name: COLUMN comment.commitment; Type: COMMENT; Schema: summary; Owner: homeward_owner
--

COMMENT ON COLUMN summary.comment.commitment IS 'SHA-256 over the words'' salt and sealed bytes.';

--
-- Name: discussion; Type: TABLE; Schema: summary; Owner: homeward_owner
--

CREATE TABLE summary.discussion (
    site_id integer NOT NULL,
    stream text GENERATED ALWAYS AS ('episode'::text) STORED NOT NULL COLLATE pg_catalog."C",
    episode_id uuid NOT NULL,
    week integer NOT NULL,
    discussed_on date NOT NULL,
    setting text NOT NULL COLLATE pg_catalog."C",
    marked_by site.code NOT NULL,
    marked_at timestamp with time zone NOT NULL,
    CONSTRAINT discussion_discussed_on_finite CHECK (isfinite(discussed_on)),
    CONSTRAINT discussion_marked_at_finite CHECK (isfinite(marked_at)),
    CONSTRAINT discussion_setting_known CHECK ((setting = ANY (ARRAY['supervision'::text, 'consultation'::text]))),
    CONSTRAINT discussion_week_positive CHECK ((week >= 1))
);

ALTER TABLE ONLY summary.discussion FORCE ROW LEVEL SECURITY;

ALTER TABLE summary.discussion OWNER TO homeward_owner;

--
-- Name: TABLE discussion; Type: COMMENT; Schema: summary; Owner: homeward_owner
--

COMMENT ON TABLE summary.discussion IS 'Which summaries were discussed: what is recorded of their weeks is only corrected from then on; append-only.';

--
-- Name: draft; Type: TABLE; Schema: summary; Owner: homeward_owner
--

CREATE TABLE summary.draft (
    site_id integer NOT NULL,
    draft_id uuid NOT NULL,
    stream text GENERATED ALWAYS AS ('episode'::text) STORED NOT NULL COLLATE pg_catalog."C",
    episode_id uuid NOT NULL,
    week integer NOT NULL,
    account_id uuid NOT NULL,
    version integer NOT NULL,
    written_by site.code NOT NULL,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT draft_saved_at_finite CHECK (isfinite(saved_at)),
    CONSTRAINT draft_sealed_long_enough CHECK ((octet_length(sealed) >= 28)),
    CONSTRAINT draft_version_positive CHECK ((version >= 1)),
    CONSTRAINT draft_week_positive CHECK ((week >= 1))
);

ALTER TABLE ONLY summary.draft FORCE ROW LEVEL SECURITY;

ALTER TABLE summary.draft OWNER TO homeward_owner;

--
-- Name: TABLE draft; Type: COMMENT; Schema: summary; Owner: homeward_owner
--

COMMENT ON TABLE summary.draft IS 'What somebody typed into the summary of a week and did not hand in yet; swept when nobody went on with it.';

--
-- Name: COLUMN draft.version; Type: COMMENT; Schema: summary; Owner: homeward_owner
--

COMMENT ON COLUMN summary.draft.version IS 'Counted for each account, episode and week. A page goes on with the draft whose version it saw; one that went on elsewhere meanwhile is left as it is, and another begins.';

--
-- Name: COLUMN draft.sealed; Type: COMMENT; Schema: summary; Owner: homeward_owner
--

COMMENT ON COLUMN summary.draft.sealed IS 'The fields of the form as they were typed, sealed under the child''s key.';

--
-- Name: replacement replacement_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.replacement
    ADD CONSTRAINT replacement_pkey PRIMARY KEY (account_id, part, replaced_by);

--
-- Name: note_unlinking(uuid, site.code, timestamp with time zone); Type: FUNCTION; Schema: door; Owner: homeward_owner
--

CREATE FUNCTION door.note_unlinking(asked uuid, hand site.code, at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 INSERT INTO door.replacement (account_id, part, replaced_by, replaced_at)
   VALUES (note_unlinking.asked, 'subject'::text, note_unlinking.hand, note_unlinking.at) ON CONFLICT ON CONSTRAINT replacement_pkey DO UPDATE SET replaced_at = excluded.replaced_at;
END;

ALTER FUNCTION door.note_unlinking(asked uuid, hand site.code, at timestamp with time zone) OWNER TO homeward_owner;

--
-- Name: FUNCTION note_unlinking(asked uuid, hand site.code, at timestamp with time zone); Type: COMMENT; Schema: door; Owner: homeward_owner
--

COMMENT ON FUNCTION door.note_unlinking(asked uuid, hand site.code, at timestamp with time zone) IS 'Keeps whose hand took a provider away from an account: the same hand replaces neither password nor factor.';

--
-- Name: alert alert_pkey; Type: CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.alert
    ADD CONSTRAINT alert_pkey PRIMARY KEY (site_id, kind, arrival);

--
-- Name: bar bar_pkey; Type: CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.bar
    ADD CONSTRAINT bar_pkey PRIMARY KEY (site_id, account_id, episode_id, barred_at);

--
-- Name: disposal_seal disposal_seal_pkey; Type: CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.disposal_seal
    ADD CONSTRAINT disposal_seal_pkey PRIMARY KEY (site_id, stream, stream_id);

--
-- Name: disposed disposed_pkey; Type: CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.disposed
    ADD CONSTRAINT disposed_pkey PRIMARY KEY (site_id, arrival);

--
-- Name: glass glass_pkey; Type: CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.glass
    ADD CONSTRAINT glass_pkey PRIMARY KEY (site_id, account_id, episode_id, opened_at);

--
-- Name: look look_pkey; Type: CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.look
    ADD CONSTRAINT look_pkey PRIMARY KEY (site_id, arrival);

--
-- Name: provider provider_id_key; Type: CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.provider
    ADD CONSTRAINT provider_id_key UNIQUE (provider_id);

--
-- Name: provider_link provider_link_pkey; Type: CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.provider_link
    ADD CONSTRAINT provider_link_pkey PRIMARY KEY (site_id, provider_id, subject_index, linked_at);

--
-- Name: provider provider_pkey; Type: CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.provider
    ADD CONSTRAINT provider_pkey PRIMARY KEY (site_id, provider_id);

--
-- Name: relative relative_pkey; Type: CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.relative
    ADD CONSTRAINT relative_pkey PRIMARY KEY (site_id, account_id, episode_id, noted_at);

--
-- Name: seal seal_pkey; Type: CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.seal
    ADD CONSTRAINT seal_pkey PRIMARY KEY (site_id, number);

--
-- Name: site_grant site_grant_pkey; Type: CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.site_grant
    ADD CONSTRAINT site_grant_pkey PRIMARY KEY (site_id, grant_id);

--
-- Name: account account_code_key; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.account
    ADD CONSTRAINT account_code_key UNIQUE (code);

--
-- Name: account account_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (account_id);

--
-- Name: device device_hash_key; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.device
    ADD CONSTRAINT device_hash_key UNIQUE (hash);

--
-- Name: device device_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.device
    ADD CONSTRAINT device_pkey PRIMARY KEY (device_id);

--
-- Name: factor factor_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.factor
    ADD CONSTRAINT factor_pkey PRIMARY KEY (factor_id);

--
-- Name: link link_hash_key; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.link
    ADD CONSTRAINT link_hash_key UNIQUE (hash);

--
-- Name: link link_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.link
    ADD CONSTRAINT link_pkey PRIMARY KEY (link_id);

--
-- Name: network_grant network_grant_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.network_grant
    ADD CONSTRAINT network_grant_pkey PRIMARY KEY (grant_id);

--
-- Name: network_look network_look_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.network_look
    ADD CONSTRAINT network_look_pkey PRIMARY KEY (arrival);

--
-- Name: network_seal network_seal_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.network_seal
    ADD CONSTRAINT network_seal_pkey PRIMARY KEY (number);

--
-- Name: notice notice_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (notice_id);

--
-- Name: password password_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.password
    ADD CONSTRAINT password_pkey PRIMARY KEY (account_id);

--
-- Name: provider_sign_in provider_sign_in_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.provider_sign_in
    ADD CONSTRAINT provider_sign_in_pkey PRIMARY KEY (state);

--
-- Name: recovery_code recovery_code_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, hash);

--
-- Name: session session_hash_key; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.session
    ADD CONSTRAINT session_hash_key UNIQUE (hash);

--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (session_id);

--
-- Name: subject_wish subject_wish_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.subject_wish
    ADD CONSTRAINT subject_wish_pkey PRIMARY KEY (account_id, provider_id, subject_index, wished_by);

--
-- Name: throttle throttle_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.throttle
    ADD CONSTRAINT throttle_pkey PRIMARY KEY (kind, subject);

--
-- Name: token token_hash_key; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.token
    ADD CONSTRAINT token_hash_key UNIQUE (hash);

--
-- Name: token token_pkey; Type: CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (token_id);

--
-- Name: alert alert_pkey; Type: CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.alert
    ADD CONSTRAINT alert_pkey PRIMARY KEY (site_id, subject_kind, subject_id, code, place);

--
-- Name: edition_proposal edition_proposal_pkey; Type: CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.edition_proposal
    ADD CONSTRAINT edition_proposal_pkey PRIMARY KEY (site_id, from_day, through_day);

--
-- Name: measure_rater measure_rater_pkey; Type: CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.measure_rater
    ADD CONSTRAINT measure_rater_pkey PRIMARY KEY (site_id, team_id, instrument, from_day, staff);

--
-- Name: measure_slot measure_slot_pkey; Type: CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.measure_slot
    ADD CONSTRAINT measure_slot_pkey PRIMARY KEY (site_id, team_id, instrument, from_day);

--
-- Name: night night_pkey; Type: CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.night
    ADD CONSTRAINT night_pkey PRIMARY KEY (site_id, job);

--
-- Name: obligation obligation_pkey; Type: CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.obligation
    ADD CONSTRAINT obligation_pkey PRIMARY KEY (site_id, subject_kind, subject_id, kind, about, ordinal);

--
-- Name: quality quality_pkey; Type: CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.quality
    ADD CONSTRAINT quality_pkey PRIMARY KEY (site_id, on_day, rule);

--
-- Name: retention retention_pkey; Type: CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.retention
    ADD CONSTRAINT retention_pkey PRIMARY KEY (site_id, child_key);

--
-- Name: subject subject_pkey; Type: CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.subject
    ADD CONSTRAINT subject_pkey PRIMARY KEY (site_id, job, kind, subject_id);

--
-- Name: edition edition_pkey; Type: CONSTRAINT; Schema: edition; Owner: homeward_owner
--

ALTER TABLE ONLY edition.edition
    ADD CONSTRAINT edition_pkey PRIMARY KEY (edition_no);

--
-- Name: secret secret_pkey; Type: CONSTRAINT; Schema: edition; Owner: homeward_owner
--

ALTER TABLE ONLY edition.secret
    ADD CONSTRAINT secret_pkey PRIMARY KEY (edition_no);

--
-- Name: import import_pkey; Type: CONSTRAINT; Schema: exchange; Owner: homeward_owner
--

ALTER TABLE ONLY exchange.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (site_id, import_id);

--
-- Name: imported_row imported_row_pkey; Type: CONSTRAINT; Schema: exchange; Owner: homeward_owner
--

ALTER TABLE ONLY exchange.imported_row
    ADD CONSTRAINT imported_row_pkey PRIMARY KEY (site_id, kind, row_key);

--
-- Name: keyed_write keyed_write_pkey; Type: CONSTRAINT; Schema: exchange; Owner: homeward_owner
--

ALTER TABLE ONLY exchange.keyed_write
    ADD CONSTRAINT keyed_write_pkey PRIMARY KEY (site_id, account_id, write_key);

--
-- Name: network_write network_write_pkey; Type: CONSTRAINT; Schema: exchange; Owner: homeward_owner
--

ALTER TABLE ONLY exchange.network_write
    ADD CONSTRAINT network_write_pkey PRIMARY KEY (account_id, write_key);

--
-- Name: address address_pkey; Type: CONSTRAINT; Schema: identity; Owner: homeward_owner
--

ALTER TABLE ONLY identity.address
    ADD CONSTRAINT address_pkey PRIMARY KEY (site_id, person_id, address_id);

--
-- Name: bond bond_pkey; Type: CONSTRAINT; Schema: identity; Owner: homeward_owner
--

ALTER TABLE ONLY identity.bond
    ADD CONSTRAINT bond_pkey PRIMARY KEY (site_id, child_id, person_id);

--
-- Name: person person_pkey; Type: CONSTRAINT; Schema: identity; Owner: homeward_owner
--

ALTER TABLE ONLY identity.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (site_id, person_id, kind);

--
-- Name: search_term search_term_pkey; Type: CONSTRAINT; Schema: identity; Owner: homeward_owner
--

ALTER TABLE ONLY identity.search_term
    ADD CONSTRAINT search_term_pkey PRIMARY KEY (site_id, kind, digest, person_id);

--
-- Name: attempt attempt_pkey; Type: CONSTRAINT; Schema: interview; Owner: homeward_owner
--

ALTER TABLE ONLY interview.attempt
    ADD CONSTRAINT attempt_pkey PRIMARY KEY (site_id, attempt_id);

--
-- Name: link link_digest_key; Type: CONSTRAINT; Schema: interview; Owner: homeward_owner
--

ALTER TABLE ONLY interview.link
    ADD CONSTRAINT link_digest_key UNIQUE (digest);

--
-- Name: link link_pkey; Type: CONSTRAINT; Schema: interview; Owner: homeward_owner
--

ALTER TABLE ONLY interview.link
    ADD CONSTRAINT link_pkey PRIMARY KEY (site_id, link_id);

--
-- Name: attempt attempt_pkey; Type: CONSTRAINT; Schema: job; Owner: homeward_owner
--

ALTER TABLE ONLY job.attempt
    ADD CONSTRAINT attempt_pkey PRIMARY KEY (site_id, job, local_date, fence);

--
-- Name: lease lease_pkey; Type: CONSTRAINT; Schema: job; Owner: homeward_owner
--

ALTER TABLE ONLY job.lease
    ADD CONSTRAINT lease_pkey PRIMARY KEY (site_id, job, local_date);

--
-- Name: occurrence occurrence_pkey; Type: CONSTRAINT; Schema: job; Owner: homeward_owner
--

ALTER TABLE ONLY job.occurrence
    ADD CONSTRAINT occurrence_pkey PRIMARY KEY (site_id, job, local_date);

--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: job; Owner: homeward_owner
--

ALTER TABLE ONLY job.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (site_id, job, local_date, recipient, kind);

--
-- Name: removal removal_pkey; Type: CONSTRAINT; Schema: job; Owner: homeward_owner
--

ALTER TABLE ONLY job.removal
    ADD CONSTRAINT removal_pkey PRIMARY KEY (site_id, job, local_date, fence, what);

--
-- Name: text text_pkey; Type: CONSTRAINT; Schema: narrative; Owner: homeward_owner
--

ALTER TABLE ONLY narrative.text
    ADD CONSTRAINT text_pkey PRIMARY KEY (site_id, narrative_id);

--
-- Name: call call_pkey; Type: CONSTRAINT; Schema: on_call; Owner: homeward_owner
--

ALTER TABLE ONLY on_call.call
    ADD CONSTRAINT call_pkey PRIMARY KEY (site_id, call_id);

--
-- Name: handover handover_pkey; Type: CONSTRAINT; Schema: on_call; Owner: homeward_owner
--

ALTER TABLE ONLY on_call.handover
    ADD CONSTRAINT handover_pkey PRIMARY KEY (site_id, team_id, day, taken_by, calls);

--
-- Name: assignment assignment_one_at_a_time; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.assignment
    ADD CONSTRAINT assignment_one_at_a_time EXCLUDE USING gist (site_id WITH =, episode_id WITH =, daterange(from_day, to_day, '[)'::text) WITH &&) WHERE ((abs(site_id) >= 0)) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: assignment assignment_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (site_id, episode_id, from_day);

--
-- Name: briefing briefing_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.briefing
    ADD CONSTRAINT briefing_pkey PRIMARY KEY (site_id, team_id, briefing_id);

--
-- Name: child child_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.child
    ADD CONSTRAINT child_pkey PRIMARY KEY (site_id, child_id);

--
-- Name: child child_ref_key; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.child
    ADD CONSTRAINT child_ref_key UNIQUE (site_id, ref);

--
-- Name: contact contact_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (site_id, episode_id, contact_id);

--
-- Name: episode episode_one_open_per_child; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.episode
    ADD CONSTRAINT episode_one_open_per_child EXCLUDE USING gist (site_id WITH =, child_id WITH =, open_during WITH &&) WHERE ((abs(site_id) >= 0)) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: episode episode_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.episode
    ADD CONSTRAINT episode_pkey PRIMARY KEY (site_id, episode_id);

--
-- Name: episode episode_ref_key; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.episode
    ADD CONSTRAINT episode_ref_key UNIQUE (site_id, ref);

--
-- Name: event event_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (site_id, stream, stream_id, seq);

--
-- Name: follow_up follow_up_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.follow_up
    ADD CONSTRAINT follow_up_pkey PRIMARY KEY (site_id, episode_id, month, occurred_on);

--
-- Name: interview interview_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.interview
    ADD CONSTRAINT interview_pkey PRIMARY KEY (site_id, episode_id, interview_id);

--
-- Name: licence_term licence_term_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.licence_term
    ADD CONSTRAINT licence_term_pkey PRIMARY KEY (site_id, team_id, from_day, through_day);

--
-- Name: model_fact model_fact_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.model_fact
    ADD CONSTRAINT model_fact_pkey PRIMARY KEY (site_id, episode_id, fact_id);

--
-- Name: module_run module_run_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.module_run
    ADD CONSTRAINT module_run_pkey PRIMARY KEY (site_id, episode_id, run_id);

--
-- Name: offence offence_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.offence
    ADD CONSTRAINT offence_pkey PRIMARY KEY (site_id, child_id, offence_id);

--
-- Name: on_call_spell on_call_spell_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.on_call_spell
    ADD CONSTRAINT on_call_spell_pkey PRIMARY KEY (site_id, team_id, staff, from_day, through_day);

--
-- Name: outcome outcome_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.outcome
    ADD CONSTRAINT outcome_pkey PRIMARY KEY (site_id, episode_id, anchor, outcome);

--
-- Name: participant participant_one_spell_at_a_time; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.participant
    ADD CONSTRAINT participant_one_spell_at_a_time EXCLUDE USING gist (site_id WITH =, episode_id WITH =, participant_id WITH =, daterange(from_day, to_day, '[)'::text) WITH &&) WHERE ((abs(site_id) >= 0)) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: participant participant_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.participant
    ADD CONSTRAINT participant_pkey PRIMARY KEY (site_id, episode_id, participant_id, from_day);

--
-- Name: phase_spell phase_spell_one_current; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.phase_spell
    ADD CONSTRAINT phase_spell_one_current EXCLUDE USING btree (site_id WITH =, episode_id WITH =) WHERE ((to_day IS NULL)) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: phase_spell phase_spell_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.phase_spell
    ADD CONSTRAINT phase_spell_pkey PRIMARY KEY (site_id, episode_id, ordinal);

--
-- Name: placement placement_one_at_a_time; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.placement
    ADD CONSTRAINT placement_one_at_a_time EXCLUDE USING gist (site_id WITH =, child_id WITH =, daterange(started_on, ended_on, '[)'::text) WITH &&) WHERE ((abs(site_id) >= 0)) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: placement placement_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.placement
    ADD CONSTRAINT placement_pkey PRIMARY KEY (site_id, child_id, placement_id);

--
-- Name: provision provision_one_of_a_kind_at_a_time; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.provision
    ADD CONSTRAINT provision_one_of_a_kind_at_a_time EXCLUDE USING gist (site_id WITH =, child_id WITH =, kind WITH =, daterange(started_on, ended_on, '[)'::text) WITH &&) WHERE ((abs(site_id) >= 0)) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: provision provision_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.provision
    ADD CONSTRAINT provision_pkey PRIMARY KEY (site_id, child_id, provision_id);

--
-- Name: school_status school_status_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.school_status
    ADD CONSTRAINT school_status_pkey PRIMARY KEY (site_id, child_id, from_day);

--
-- Name: stream stream_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.stream
    ADD CONSTRAINT stream_pkey PRIMARY KEY (site_id, stream, stream_id);

--
-- Name: stub stub_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.stub
    ADD CONSTRAINT stub_pkey PRIMARY KEY (site_id, stream, stream_id);

--
-- Name: team_attendance team_attendance_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.team_attendance
    ADD CONSTRAINT team_attendance_pkey PRIMARY KEY (site_id, team_id, session_id, staff);

--
-- Name: team team_code_key; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.team
    ADD CONSTRAINT team_code_key UNIQUE (site_id, code) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: team team_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.team
    ADD CONSTRAINT team_pkey PRIMARY KEY (site_id, team_id);

--
-- Name: team_session team_session_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.team_session
    ADD CONSTRAINT team_session_pkey PRIMARY KEY (site_id, team_id, session_id);

--
-- Name: tracker_state tracker_state_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.tracker_state
    ADD CONSTRAINT tracker_state_pkey PRIMARY KEY (site_id, episode_id, fact_id, tracker);

--
-- Name: training training_pkey; Type: CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.training
    ADD CONSTRAINT training_pkey PRIMARY KEY (site_id, team_id, staff, kind, completed_on);

--
-- Name: owner owner_pkey; Type: CONSTRAINT; Schema: referral; Owner: homeward_owner
--

ALTER TABLE ONLY referral.owner
    ADD CONSTRAINT owner_pkey PRIMARY KEY (site_id, episode_id, turn);

--
-- Name: care_spell_fact care_spell_fact_pkey; Type: CONSTRAINT; Schema: reporting; Owner: homeward_owner
--

ALTER TABLE ONLY reporting.care_spell_fact
    ADD CONSTRAINT care_spell_fact_pkey PRIMARY KEY (site_id, child_key, fact_key, version);

--
-- Name: episode_fact episode_fact_pkey; Type: CONSTRAINT; Schema: reporting; Owner: homeward_owner
--

ALTER TABLE ONLY reporting.episode_fact
    ADD CONSTRAINT episode_fact_pkey PRIMARY KEY (site_id, fact_key, version);

--
-- Name: interview_fact interview_fact_pkey; Type: CONSTRAINT; Schema: reporting; Owner: homeward_owner
--

ALTER TABLE ONLY reporting.interview_fact
    ADD CONSTRAINT interview_fact_pkey PRIMARY KEY (site_id, episode_key, fact_key, version);

--
-- Name: model_fact model_fact_pkey; Type: CONSTRAINT; Schema: reporting; Owner: homeward_owner
--

ALTER TABLE ONLY reporting.model_fact
    ADD CONSTRAINT model_fact_pkey PRIMARY KEY (site_id, episode_key, fact_key, version);

--
-- Name: destroyed_key destroyed_key_pkey; Type: CONSTRAINT; Schema: retention; Owner: homeward_owner
--

ALTER TABLE ONLY retention.destroyed_key
    ADD CONSTRAINT destroyed_key_pkey PRIMARY KEY (site_id, key_id);

--
-- Name: hold hold_pkey; Type: CONSTRAINT; Schema: retention; Owner: homeward_owner
--

ALTER TABLE ONLY retention.hold
    ADD CONSTRAINT hold_pkey PRIMARY KEY (site_id, hold_id);

--
-- Name: pending_key pending_key_pkey; Type: CONSTRAINT; Schema: retention; Owner: homeward_owner
--

ALTER TABLE ONLY retention.pending_key
    ADD CONSTRAINT pending_key_pkey PRIMARY KEY (site_id, person_id);

--
-- Name: proposal proposal_pkey; Type: CONSTRAINT; Schema: retention; Owner: homeward_owner
--

ALTER TABLE ONLY retention.proposal
    ADD CONSTRAINT proposal_pkey PRIMARY KEY (site_id, number);

--
-- Name: proposed_child proposed_child_pkey; Type: CONSTRAINT; Schema: retention; Owner: homeward_owner
--

ALTER TABLE ONLY retention.proposed_child
    ADD CONSTRAINT proposed_child_pkey PRIMARY KEY (site_id, number, child_id);

--
-- Name: ledger ledger_pkey; Type: CONSTRAINT; Schema: schema; Owner: homeward_owner
--

ALTER TABLE ONLY schema.ledger
    ADD CONSTRAINT ledger_pkey PRIMARY KEY (name);

--
-- Name: configuration configuration_pkey; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.configuration
    ADD CONSTRAINT configuration_pkey PRIMARY KEY (site_id, version);

--
-- Name: declared_model declared_model_pkey; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.declared_model
    ADD CONSTRAINT declared_model_pkey PRIMARY KEY (model_id, version);

--
-- Name: instrument_definition instrument_definition_pkey; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.instrument_definition
    ADD CONSTRAINT instrument_definition_pkey PRIMARY KEY (site_id, instrument_id, version);

--
-- Name: outlier outlier_once; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.outlier
    ADD CONSTRAINT outlier_once UNIQUE (site_id, model, indicator, from_day, through_day);

--
-- Name: outlier outlier_pkey; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.outlier
    ADD CONSTRAINT outlier_pkey PRIMARY KEY (site_id, outlier_no);

--
-- Name: outlier_step outlier_step_pkey; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.outlier_step
    ADD CONSTRAINT outlier_step_pkey PRIMARY KEY (site_id, outlier_no, ordinal);

--
-- Name: programme_review programme_review_pkey; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.programme_review
    ADD CONSTRAINT programme_review_pkey PRIMARY KEY (site_id, review_no);

--
-- Name: prospect prospect_pkey; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.prospect
    ADD CONSTRAINT prospect_pkey PRIMARY KEY (code);

--
-- Name: prospect_stage prospect_stage_pkey; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.prospect_stage
    ADD CONSTRAINT prospect_stage_pkey PRIMARY KEY (code, ordinal);

--
-- Name: prospect_stage prospect_stage_voided_once; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.prospect_stage
    ADD CONSTRAINT prospect_stage_voided_once UNIQUE (code, voids);

--
-- Name: site site_code_key; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.site
    ADD CONSTRAINT site_code_key UNIQUE (code);

--
-- Name: site site_pkey; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.site
    ADD CONSTRAINT site_pkey PRIMARY KEY (site_id);

--
-- Name: team team_code_key; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.team
    ADD CONSTRAINT team_code_key UNIQUE (site_id, code);

--
-- Name: team team_pkey; Type: CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.team
    ADD CONSTRAINT team_pkey PRIMARY KEY (site_id, team_id);

--
-- Name: comment comment_pkey; Type: CONSTRAINT; Schema: summary; Owner: homeward_owner
--

ALTER TABLE ONLY summary.comment
    ADD CONSTRAINT comment_pkey PRIMARY KEY (site_id, comment_id);

--
-- Name: discussion discussion_pkey; Type: CONSTRAINT; Schema: summary; Owner: homeward_owner
--

ALTER TABLE ONLY summary.discussion
    ADD CONSTRAINT discussion_pkey PRIMARY KEY (site_id, episode_id, week);

--
-- Name: draft draft_one_of_a_version; Type: CONSTRAINT; Schema: summary; Owner: homeward_owner
--

ALTER TABLE ONLY summary.draft
    ADD CONSTRAINT draft_one_of_a_version UNIQUE (site_id, episode_id, week, account_id, version);

--
-- Name: draft draft_pkey; Type: CONSTRAINT; Schema: summary; Owner: homeward_owner
--

ALTER TABLE ONLY summary.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (site_id, draft_id);

--
-- Name: glass_episode_idx; Type: INDEX; Schema: access; Owner: homeward_owner
--

CREATE INDEX glass_episode_idx ON access.glass USING btree (site_id, episode_id, until_at);

--
-- Name: look_at_idx; Type: INDEX; Schema: access; Owner: homeward_owner
--

CREATE INDEX look_at_idx ON access.look USING btree (site_id, at);

--
-- Name: look_target_idx; Type: INDEX; Schema: access; Owner: homeward_owner
--

CREATE INDEX look_target_idx ON access.look USING btree (site_id, target_id, arrival) WHERE (target_id IS NOT NULL);

--
-- Name: provider_code_key; Type: INDEX; Schema: access; Owner: homeward_owner
--

CREATE UNIQUE INDEX provider_code_key ON access.provider USING btree (code) WHERE (removed_at IS NULL);

--
-- Name: provider_link_account_key; Type: INDEX; Schema: access; Owner: homeward_owner
--

CREATE UNIQUE INDEX provider_link_account_key ON access.provider_link USING btree (site_id, provider_id, account_id) WHERE (removed_at IS NULL);

--
-- Name: provider_link_subject_key; Type: INDEX; Schema: access; Owner: homeward_owner
--

CREATE UNIQUE INDEX provider_link_subject_key ON access.provider_link USING btree (site_id, provider_id, subject_index) WHERE (removed_at IS NULL);

--
-- Name: site_grant_account_idx; Type: INDEX; Schema: access; Owner: homeward_owner
--

CREATE INDEX site_grant_account_idx ON access.site_grant USING btree (account_id);

--
-- Name: factor_one_draft; Type: INDEX; Schema: door; Owner: homeward_owner
--

CREATE UNIQUE INDEX factor_one_draft ON door.factor USING btree (account_id) WHERE (confirmed_at IS NULL);

--
-- Name: factor_one_in_force; Type: INDEX; Schema: door; Owner: homeward_owner
--

CREATE UNIQUE INDEX factor_one_in_force ON door.factor USING btree (account_id) WHERE (confirmed_at IS NOT NULL);

--
-- Name: notice_account_idx; Type: INDEX; Schema: door; Owner: homeward_owner
--

CREATE INDEX notice_account_idx ON door.notice USING btree (account_id, made_at);

--
-- Name: session_account_idx; Type: INDEX; Schema: door; Owner: homeward_owner
--

CREATE INDEX session_account_idx ON door.session USING btree (account_id) WHERE (ended_at IS NULL);

--
-- Name: throttle_last_idx; Type: INDEX; Schema: door; Owner: homeward_owner
--

CREATE INDEX throttle_last_idx ON door.throttle USING btree (last_at);

--
-- Name: retention_one_a_child; Type: INDEX; Schema: duty; Owner: homeward_owner
--

CREATE UNIQUE INDEX retention_one_a_child ON duty.retention USING btree (site_id, child_id);

--
-- Name: imported_row_of_stream; Type: INDEX; Schema: exchange; Owner: homeward_owner
--

CREATE INDEX imported_row_of_stream ON exchange.imported_row USING btree (site_id, stream_id);

--
-- Name: keyed_write_recorded_idx; Type: INDEX; Schema: exchange; Owner: homeward_owner
--

CREATE INDEX keyed_write_recorded_idx ON exchange.keyed_write USING btree (site_id, recorded_at);

--
-- Name: keyed_write_stream_idx; Type: INDEX; Schema: exchange; Owner: homeward_owner
--

CREATE INDEX keyed_write_stream_idx ON exchange.keyed_write USING btree (site_id, stream, stream_id);

--
-- Name: network_write_recorded_idx; Type: INDEX; Schema: exchange; Owner: homeward_owner
--

CREATE INDEX network_write_recorded_idx ON exchange.network_write USING btree (recorded_at);

--
-- Name: bond_person_idx; Type: INDEX; Schema: identity; Owner: homeward_owner
--

CREATE INDEX bond_person_idx ON identity.bond USING btree (site_id, person_id);

--
-- Name: search_term_one_person_of_an_nhs_number; Type: INDEX; Schema: identity; Owner: homeward_owner
--

CREATE UNIQUE INDEX search_term_one_person_of_an_nhs_number ON identity.search_term USING btree (site_id, digest) WHERE (kind = 'nhs-number'::text);

--
-- Name: search_term_person_idx; Type: INDEX; Schema: identity; Owner: homeward_owner
--

CREATE INDEX search_term_person_idx ON identity.search_term USING btree (site_id, person_id);

--
-- Name: attempt_stream_idx; Type: INDEX; Schema: interview; Owner: homeward_owner
--

CREATE INDEX attempt_stream_idx ON interview.attempt USING btree (site_id, stream, episode_id);

--
-- Name: link_stream_idx; Type: INDEX; Schema: interview; Owner: homeward_owner
--

CREATE INDEX link_stream_idx ON interview.link USING btree (site_id, stream, episode_id);

--
-- Name: occurrence_unfinished; Type: INDEX; Schema: job; Owner: homeward_owner
--

CREATE INDEX occurrence_unfinished ON job.occurrence USING btree (site_id, local_date) WHERE (state = ANY (ARRAY['planned'::text, 'running'::text, 'failed'::text, 'blocked'::text]));

--
-- Name: outbox_waiting; Type: INDEX; Schema: job; Owner: homeward_owner
--

CREATE INDEX outbox_waiting ON job.outbox USING btree (site_id, send_from) WHERE (state = 'waiting'::text);

--
-- Name: text_subject_idx; Type: INDEX; Schema: narrative; Owner: homeward_owner
--

CREATE INDEX text_subject_idx ON narrative.text USING btree (site_id, subject_id) WHERE (subject_id IS NOT NULL);

--
-- Name: call_recorded_idx; Type: INDEX; Schema: on_call; Owner: homeward_owner
--

CREATE INDEX call_recorded_idx ON on_call.call USING btree (site_id, recorded_at);

--
-- Name: call_stream_idx; Type: INDEX; Schema: on_call; Owner: homeward_owner
--

CREATE INDEX call_stream_idx ON on_call.call USING btree (site_id, stream, episode_id) WHERE (episode_id IS NOT NULL);

--
-- Name: child_died; Type: INDEX; Schema: record; Owner: homeward_owner
--

CREATE INDEX child_died ON record.child USING btree (site_id, child_id) WHERE (died_on IS NOT NULL);

--
-- Name: episode_child_idx; Type: INDEX; Schema: record; Owner: homeward_owner
--

CREATE INDEX episode_child_idx ON record.episode USING btree (site_id, child_id);

--
-- Name: event_arrival_idx; Type: INDEX; Schema: record; Owner: homeward_owner
--

CREATE INDEX event_arrival_idx ON record.event USING btree (site_id, arrival);

--
-- Name: owner_stream_idx; Type: INDEX; Schema: referral; Owner: homeward_owner
--

CREATE INDEX owner_stream_idx ON referral.owner USING btree (site_id, stream, episode_id);

--
-- Name: care_spell_fact_one_current; Type: INDEX; Schema: reporting; Owner: homeward_owner
--

CREATE UNIQUE INDEX care_spell_fact_one_current ON reporting.care_spell_fact USING btree (site_id, child_key, fact_key) WHERE (known_to = 'infinity'::timestamp with time zone);

--
-- Name: episode_fact_current_by_closing; Type: INDEX; Schema: reporting; Owner: homeward_owner
--

CREATE INDEX episode_fact_current_by_closing ON reporting.episode_fact USING btree (site_id, closed_on) WHERE (known_to = 'infinity'::timestamp with time zone);

--
-- Name: episode_fact_current_by_decision; Type: INDEX; Schema: reporting; Owner: homeward_owner
--

CREATE INDEX episode_fact_current_by_decision ON reporting.episode_fact USING btree (site_id, decided_on) WHERE (known_to = 'infinity'::timestamp with time zone);

--
-- Name: episode_fact_current_by_referral; Type: INDEX; Schema: reporting; Owner: homeward_owner
--

CREATE INDEX episode_fact_current_by_referral ON reporting.episode_fact USING btree (site_id, referred_on) WHERE (known_to = 'infinity'::timestamp with time zone);

--
-- Name: episode_fact_of_older_shape; Type: INDEX; Schema: reporting; Owner: homeward_owner
--

CREATE INDEX episode_fact_of_older_shape ON reporting.episode_fact USING btree (site_id) WHERE (shape < 4);

--
-- Name: episode_fact_one_current; Type: INDEX; Schema: reporting; Owner: homeward_owner
--

CREATE UNIQUE INDEX episode_fact_one_current ON reporting.episode_fact USING btree (site_id, fact_key) WHERE (known_to = 'infinity'::timestamp with time zone);

--
-- Name: interview_fact_current_by_day; Type: INDEX; Schema: reporting; Owner: homeward_owner
--

CREATE INDEX interview_fact_current_by_day ON reporting.interview_fact USING btree (site_id, held_on) WHERE (known_to = 'infinity'::timestamp with time zone);

--
-- Name: interview_fact_current_by_episode; Type: INDEX; Schema: reporting; Owner: homeward_owner
--

CREATE INDEX interview_fact_current_by_episode ON reporting.interview_fact USING btree (site_id, episode_key, held_on) INCLUDE (shape) WHERE (known_to = 'infinity'::timestamp with time zone);

--
-- Name: interview_fact_one_current; Type: INDEX; Schema: reporting; Owner: homeward_owner
--

CREATE UNIQUE INDEX interview_fact_one_current ON reporting.interview_fact USING btree (site_id, episode_key, fact_key) WHERE (known_to = 'infinity'::timestamp with time zone);

--
-- Name: model_fact_one_current; Type: INDEX; Schema: reporting; Owner: homeward_owner
--

CREATE UNIQUE INDEX model_fact_one_current ON reporting.model_fact USING btree (site_id, episode_key, fact_key) WHERE (known_to = 'infinity'::timestamp with time zone);

--
-- Name: hold_in_force; Type: INDEX; Schema: retention; Owner: homeward_owner
--

CREATE INDEX hold_in_force ON retention.hold USING btree (site_id, child_id) WHERE (lifted_at IS NULL);

--
-- Name: comment_stream_idx; Type: INDEX; Schema: summary; Owner: homeward_owner
--

CREATE INDEX comment_stream_idx ON summary.comment USING btree (site_id, stream, episode_id, week);

--
-- Name: discussion_stream_idx; Type: INDEX; Schema: summary; Owner: homeward_owner
--

CREATE INDEX discussion_stream_idx ON summary.discussion USING btree (site_id, stream, episode_id);

--
-- Name: draft_saved_idx; Type: INDEX; Schema: summary; Owner: homeward_owner
--

CREATE INDEX draft_saved_idx ON summary.draft USING btree (site_id, saved_at);

--
-- Name: disposal_seal disposal_seal_append_only; Type: TRIGGER; Schema: access; Owner: homeward_owner
--

CREATE TRIGGER disposal_seal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access.disposal_seal FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: disposed disposed_append_only; Type: TRIGGER; Schema: access; Owner: homeward_owner
--

CREATE TRIGGER disposed_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access.disposed FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: glass glass_is_looked; Type: TRIGGER; Schema: access; Owner: homeward_owner
--

CREATE CONSTRAINT TRIGGER glass_is_looked AFTER INSERT ON access.glass DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION access.demand_look_of_glass();

--
-- Name: look look_append_only; Type: TRIGGER; Schema: access; Owner: homeward_owner
--

CREATE TRIGGER look_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access.look FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: seal seal_append_only; Type: TRIGGER; Schema: access; Owner: homeward_owner
--

CREATE TRIGGER seal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access.seal FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: network_look network_look_append_only; Type: TRIGGER; Schema: door; Owner: homeward_owner
--

CREATE TRIGGER network_look_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON door.network_look FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: network_seal network_seal_append_only; Type: TRIGGER; Schema: door; Owner: homeward_owner
--

CREATE TRIGGER network_seal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON door.network_seal FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: edition edition_append_only; Type: TRIGGER; Schema: edition; Owner: homeward_owner
--

CREATE TRIGGER edition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON edition.edition FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: secret secret_append_only; Type: TRIGGER; Schema: edition; Owner: homeward_owner
--

CREATE TRIGGER secret_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON edition.secret FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: import import_append_only; Type: TRIGGER; Schema: exchange; Owner: homeward_owner
--

CREATE TRIGGER import_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON exchange.import FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: removal removal_append_only; Type: TRIGGER; Schema: job; Owner: homeward_owner
--

CREATE TRIGGER removal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON job.removal FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: handover handover_append_only; Type: TRIGGER; Schema: on_call; Owner: homeward_owner
--

CREATE TRIGGER handover_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON on_call.handover FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: event event_append_only; Type: TRIGGER; Schema: record; Owner: homeward_owner
--

CREATE TRIGGER event_append_only BEFORE UPDATE OR TRUNCATE ON record.event FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: event event_deleted_only_for_stub; Type: TRIGGER; Schema: record; Owner: homeward_owner
--

CREATE TRIGGER event_deleted_only_for_stub AFTER DELETE ON record.event REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION record.refuse_deletion();

--
-- Name: event event_leaves_place; Type: TRIGGER; Schema: record; Owner: homeward_owner
--

CREATE TRIGGER event_leaves_place AFTER DELETE ON record.event REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION access.note_disposed();

--
-- Name: stub stub_append_only; Type: TRIGGER; Schema: record; Owner: homeward_owner
--

CREATE TRIGGER stub_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON record.stub FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: stub stub_only_when_allowed; Type: TRIGGER; Schema: record; Owner: homeward_owner
--

CREATE TRIGGER stub_only_when_allowed BEFORE INSERT ON record.stub FOR EACH ROW EXECUTE FUNCTION record.refuse_stub();

--
-- Name: proposal proposal_decided_once; Type: TRIGGER; Schema: retention; Owner: homeward_owner
--

CREATE TRIGGER proposal_decided_once BEFORE UPDATE ON retention.proposal FOR EACH ROW EXECUTE FUNCTION retention.refuse_other_decision();

--
-- Name: proposed_child proposed_child_before_decision; Type: TRIGGER; Schema: retention; Owner: homeward_owner
--

CREATE TRIGGER proposed_child_before_decision BEFORE INSERT ON retention.proposed_child FOR EACH ROW EXECUTE FUNCTION retention.refuse_late_child();

--
-- Name: configuration configuration_append_only; Type: TRIGGER; Schema: site; Owner: homeward_owner
--

CREATE TRIGGER configuration_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON site.configuration FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: declared_model declared_model_append_only; Type: TRIGGER; Schema: site; Owner: homeward_owner
--

CREATE TRIGGER declared_model_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON site.declared_model FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: instrument_definition instrument_definition_append_only; Type: TRIGGER; Schema: site; Owner: homeward_owner
--

CREATE TRIGGER instrument_definition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON site.instrument_definition FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: outlier outlier_append_only; Type: TRIGGER; Schema: site; Owner: homeward_owner
--

CREATE TRIGGER outlier_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON site.outlier FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: outlier_step outlier_step_append_only; Type: TRIGGER; Schema: site; Owner: homeward_owner
--

CREATE TRIGGER outlier_step_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON site.outlier_step FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: programme_review programme_review_append_only; Type: TRIGGER; Schema: site; Owner: homeward_owner
--

CREATE TRIGGER programme_review_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON site.programme_review FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: prospect prospect_append_only; Type: TRIGGER; Schema: site; Owner: homeward_owner
--

CREATE TRIGGER prospect_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON site.prospect FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: prospect_stage prospect_stage_append_only; Type: TRIGGER; Schema: site; Owner: homeward_owner
--

CREATE TRIGGER prospect_stage_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON site.prospect_stage FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

--
-- Name: alert alert_look_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.alert
    ADD CONSTRAINT alert_look_fkey FOREIGN KEY (site_id, arrival) REFERENCES access.look(site_id, arrival);

--
-- Name: bar bar_account_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.bar
    ADD CONSTRAINT bar_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: bar bar_episode_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.bar
    ADD CONSTRAINT bar_episode_fkey FOREIGN KEY (site_id, episode_id) REFERENCES record.episode(site_id, episode_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: disposal_seal disposal_seal_site_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.disposal_seal
    ADD CONSTRAINT disposal_seal_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: glass glass_account_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.glass
    ADD CONSTRAINT glass_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: glass glass_reason_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.glass
    ADD CONSTRAINT glass_reason_fkey FOREIGN KEY (site_id, reason_id) REFERENCES narrative.text(site_id, narrative_id);

--
-- Name: provider_link provider_link_account_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.provider_link
    ADD CONSTRAINT provider_link_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: provider_link provider_link_provider_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.provider_link
    ADD CONSTRAINT provider_link_provider_fkey FOREIGN KEY (site_id, provider_id) REFERENCES access.provider(site_id, provider_id);

--
-- Name: provider provider_site_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.provider
    ADD CONSTRAINT provider_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: relative relative_account_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.relative
    ADD CONSTRAINT relative_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: seal seal_site_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.seal
    ADD CONSTRAINT seal_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: site_grant site_grant_account_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.site_grant
    ADD CONSTRAINT site_grant_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: site_grant site_grant_site_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.site_grant
    ADD CONSTRAINT site_grant_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: site_grant site_grant_team_fkey; Type: FK CONSTRAINT; Schema: access; Owner: homeward_owner
--

ALTER TABLE ONLY access.site_grant
    ADD CONSTRAINT site_grant_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES site.team(site_id, team_id);

--
-- Name: device device_account_fkey; Type: FK CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.device
    ADD CONSTRAINT device_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: factor factor_account_fkey; Type: FK CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.factor
    ADD CONSTRAINT factor_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: link link_account_fkey; Type: FK CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.link
    ADD CONSTRAINT link_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: network_grant network_grant_account_fkey; Type: FK CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.network_grant
    ADD CONSTRAINT network_grant_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: notice notice_account_fkey; Type: FK CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.notice
    ADD CONSTRAINT notice_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: password password_account_fkey; Type: FK CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.password
    ADD CONSTRAINT password_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: provider_sign_in provider_sign_in_provider_fkey; Type: FK CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.provider_sign_in
    ADD CONSTRAINT provider_sign_in_provider_fkey FOREIGN KEY (provider_id) REFERENCES access.provider(provider_id);

--
-- Name: recovery_code recovery_code_account_fkey; Type: FK CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.recovery_code
    ADD CONSTRAINT recovery_code_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: replacement replacement_account_fkey; Type: FK CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.replacement
    ADD CONSTRAINT replacement_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: session session_account_fkey; Type: FK CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.session
    ADD CONSTRAINT session_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: subject_wish subject_wish_account_fkey; Type: FK CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.subject_wish
    ADD CONSTRAINT subject_wish_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: subject_wish subject_wish_provider_fkey; Type: FK CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.subject_wish
    ADD CONSTRAINT subject_wish_provider_fkey FOREIGN KEY (provider_id) REFERENCES access.provider(provider_id);

--
-- Name: token token_account_fkey; Type: FK CONSTRAINT; Schema: door; Owner: homeward_owner
--

ALTER TABLE ONLY door.token
    ADD CONSTRAINT token_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: edition_proposal edition_proposal_site_fkey; Type: FK CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.edition_proposal
    ADD CONSTRAINT edition_proposal_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: measure_rater measure_rater_slot_fkey; Type: FK CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.measure_rater
    ADD CONSTRAINT measure_rater_slot_fkey FOREIGN KEY (site_id, team_id, instrument, from_day) REFERENCES duty.measure_slot(site_id, team_id, instrument, from_day);

--
-- Name: measure_slot measure_slot_team_fkey; Type: FK CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.measure_slot
    ADD CONSTRAINT measure_slot_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES site.team(site_id, team_id);

--
-- Name: night night_site_fkey; Type: FK CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.night
    ADD CONSTRAINT night_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: quality quality_site_fkey; Type: FK CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.quality
    ADD CONSTRAINT quality_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: retention retention_site_fkey; Type: FK CONSTRAINT; Schema: duty; Owner: homeward_owner
--

ALTER TABLE ONLY duty.retention
    ADD CONSTRAINT retention_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: edition edition_restates_fkey; Type: FK CONSTRAINT; Schema: edition; Owner: homeward_owner
--

ALTER TABLE ONLY edition.edition
    ADD CONSTRAINT edition_restates_fkey FOREIGN KEY (restates) REFERENCES edition.edition(edition_no);

--
-- Name: secret secret_edition_fkey; Type: FK CONSTRAINT; Schema: edition; Owner: homeward_owner
--

ALTER TABLE ONLY edition.secret
    ADD CONSTRAINT secret_edition_fkey FOREIGN KEY (edition_no) REFERENCES edition.edition(edition_no);

--
-- Name: import import_site_fkey; Type: FK CONSTRAINT; Schema: exchange; Owner: homeward_owner
--

ALTER TABLE ONLY exchange.import
    ADD CONSTRAINT import_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: imported_row imported_row_import_fkey; Type: FK CONSTRAINT; Schema: exchange; Owner: homeward_owner
--

ALTER TABLE ONLY exchange.imported_row
    ADD CONSTRAINT imported_row_import_fkey FOREIGN KEY (site_id, import_id) REFERENCES exchange.import(site_id, import_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: keyed_write keyed_write_account_fkey; Type: FK CONSTRAINT; Schema: exchange; Owner: homeward_owner
--

ALTER TABLE ONLY exchange.keyed_write
    ADD CONSTRAINT keyed_write_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: keyed_write keyed_write_stream_fkey; Type: FK CONSTRAINT; Schema: exchange; Owner: homeward_owner
--

ALTER TABLE ONLY exchange.keyed_write
    ADD CONSTRAINT keyed_write_stream_fkey FOREIGN KEY (site_id, stream, stream_id) REFERENCES record.stream(site_id, stream, stream_id) ON DELETE CASCADE;

--
-- Name: network_write network_write_account_fkey; Type: FK CONSTRAINT; Schema: exchange; Owner: homeward_owner
--

ALTER TABLE ONLY exchange.network_write
    ADD CONSTRAINT network_write_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: address address_site_fkey; Type: FK CONSTRAINT; Schema: identity; Owner: homeward_owner
--

ALTER TABLE ONLY identity.address
    ADD CONSTRAINT address_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: bond bond_site_fkey; Type: FK CONSTRAINT; Schema: identity; Owner: homeward_owner
--

ALTER TABLE ONLY identity.bond
    ADD CONSTRAINT bond_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: person person_site_fkey; Type: FK CONSTRAINT; Schema: identity; Owner: homeward_owner
--

ALTER TABLE ONLY identity.person
    ADD CONSTRAINT person_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: search_term search_term_site_fkey; Type: FK CONSTRAINT; Schema: identity; Owner: homeward_owner
--

ALTER TABLE ONLY identity.search_term
    ADD CONSTRAINT search_term_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: attempt attempt_stream_fkey; Type: FK CONSTRAINT; Schema: interview; Owner: homeward_owner
--

ALTER TABLE ONLY interview.attempt
    ADD CONSTRAINT attempt_stream_fkey FOREIGN KEY (site_id, stream, episode_id) REFERENCES record.stream(site_id, stream, stream_id) ON DELETE CASCADE;

--
-- Name: link link_stream_fkey; Type: FK CONSTRAINT; Schema: interview; Owner: homeward_owner
--

ALTER TABLE ONLY interview.link
    ADD CONSTRAINT link_stream_fkey FOREIGN KEY (site_id, stream, episode_id) REFERENCES record.stream(site_id, stream, stream_id) ON DELETE CASCADE;

--
-- Name: attempt attempt_occurrence_fkey; Type: FK CONSTRAINT; Schema: job; Owner: homeward_owner
--

ALTER TABLE ONLY job.attempt
    ADD CONSTRAINT attempt_occurrence_fkey FOREIGN KEY (site_id, job, local_date) REFERENCES job.occurrence(site_id, job, local_date);

--
-- Name: lease lease_occurrence_fkey; Type: FK CONSTRAINT; Schema: job; Owner: homeward_owner
--

ALTER TABLE ONLY job.lease
    ADD CONSTRAINT lease_occurrence_fkey FOREIGN KEY (site_id, job, local_date) REFERENCES job.occurrence(site_id, job, local_date);

--
-- Name: occurrence occurrence_site_fkey; Type: FK CONSTRAINT; Schema: job; Owner: homeward_owner
--

ALTER TABLE ONLY job.occurrence
    ADD CONSTRAINT occurrence_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: outbox outbox_occurrence_fkey; Type: FK CONSTRAINT; Schema: job; Owner: homeward_owner
--

ALTER TABLE ONLY job.outbox
    ADD CONSTRAINT outbox_occurrence_fkey FOREIGN KEY (site_id, job, local_date) REFERENCES job.occurrence(site_id, job, local_date);

--
-- Name: removal removal_attempt_fkey; Type: FK CONSTRAINT; Schema: job; Owner: homeward_owner
--

ALTER TABLE ONLY job.removal
    ADD CONSTRAINT removal_attempt_fkey FOREIGN KEY (site_id, job, local_date, fence) REFERENCES job.attempt(site_id, job, local_date, fence);

--
-- Name: text text_site_fkey; Type: FK CONSTRAINT; Schema: narrative; Owner: homeward_owner
--

ALTER TABLE ONLY narrative.text
    ADD CONSTRAINT text_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: call call_stream_fkey; Type: FK CONSTRAINT; Schema: on_call; Owner: homeward_owner
--

ALTER TABLE ONLY on_call.call
    ADD CONSTRAINT call_stream_fkey FOREIGN KEY (site_id, stream, episode_id) REFERENCES record.stream(site_id, stream, stream_id) ON DELETE CASCADE;

--
-- Name: call call_team_fkey; Type: FK CONSTRAINT; Schema: on_call; Owner: homeward_owner
--

ALTER TABLE ONLY on_call.call
    ADD CONSTRAINT call_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES site.team(site_id, team_id);

--
-- Name: handover handover_team_fkey; Type: FK CONSTRAINT; Schema: on_call; Owner: homeward_owner
--

ALTER TABLE ONLY on_call.handover
    ADD CONSTRAINT handover_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES site.team(site_id, team_id);

--
-- Name: assignment assignment_episode_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.assignment
    ADD CONSTRAINT assignment_episode_fkey FOREIGN KEY (site_id, episode_id) REFERENCES record.episode(site_id, episode_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: assignment assignment_team_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.assignment
    ADD CONSTRAINT assignment_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES site.team(site_id, team_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: briefing briefing_team_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.briefing
    ADD CONSTRAINT briefing_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES record.team(site_id, team_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: child child_stream_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.child
    ADD CONSTRAINT child_stream_fkey FOREIGN KEY (site_id, stream, child_id) REFERENCES record.stream(site_id, stream, stream_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: contact contact_episode_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.contact
    ADD CONSTRAINT contact_episode_fkey FOREIGN KEY (site_id, episode_id) REFERENCES record.episode(site_id, episode_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: episode episode_child_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.episode
    ADD CONSTRAINT episode_child_fkey FOREIGN KEY (site_id, child_id) REFERENCES record.child(site_id, child_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: episode episode_stream_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.episode
    ADD CONSTRAINT episode_stream_fkey FOREIGN KEY (site_id, stream, episode_id) REFERENCES record.stream(site_id, stream, stream_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: episode episode_team_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.episode
    ADD CONSTRAINT episode_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES site.team(site_id, team_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: follow_up follow_up_episode_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.follow_up
    ADD CONSTRAINT follow_up_episode_fkey FOREIGN KEY (site_id, episode_id) REFERENCES record.episode(site_id, episode_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: interview interview_episode_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.interview
    ADD CONSTRAINT interview_episode_fkey FOREIGN KEY (site_id, episode_id) REFERENCES record.episode(site_id, episode_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: licence_term licence_term_team_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.licence_term
    ADD CONSTRAINT licence_term_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES record.team(site_id, team_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: model_fact model_fact_episode_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.model_fact
    ADD CONSTRAINT model_fact_episode_fkey FOREIGN KEY (site_id, episode_id) REFERENCES record.episode(site_id, episode_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: module_run module_run_episode_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.module_run
    ADD CONSTRAINT module_run_episode_fkey FOREIGN KEY (site_id, episode_id) REFERENCES record.episode(site_id, episode_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: offence offence_child_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.offence
    ADD CONSTRAINT offence_child_fkey FOREIGN KEY (site_id, child_id) REFERENCES record.child(site_id, child_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: on_call_spell on_call_spell_team_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.on_call_spell
    ADD CONSTRAINT on_call_spell_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES record.team(site_id, team_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: outcome outcome_episode_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.outcome
    ADD CONSTRAINT outcome_episode_fkey FOREIGN KEY (site_id, episode_id) REFERENCES record.episode(site_id, episode_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: participant participant_episode_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.participant
    ADD CONSTRAINT participant_episode_fkey FOREIGN KEY (site_id, episode_id) REFERENCES record.episode(site_id, episode_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: phase_spell phase_spell_episode_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.phase_spell
    ADD CONSTRAINT phase_spell_episode_fkey FOREIGN KEY (site_id, episode_id) REFERENCES record.episode(site_id, episode_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: placement placement_child_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.placement
    ADD CONSTRAINT placement_child_fkey FOREIGN KEY (site_id, child_id) REFERENCES record.child(site_id, child_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: provision provision_child_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.provision
    ADD CONSTRAINT provision_child_fkey FOREIGN KEY (site_id, child_id) REFERENCES record.child(site_id, child_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: school_status school_status_child_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.school_status
    ADD CONSTRAINT school_status_child_fkey FOREIGN KEY (site_id, child_id) REFERENCES record.child(site_id, child_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: stream stream_head_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.stream
    ADD CONSTRAINT stream_head_fkey FOREIGN KEY (site_id, stream, stream_id, head_seq) REFERENCES record.event(site_id, stream, stream_id, seq) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: stream stream_site_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.stream
    ADD CONSTRAINT stream_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: team_attendance team_attendance_team_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.team_attendance
    ADD CONSTRAINT team_attendance_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES record.team(site_id, team_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: team team_registered_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.team
    ADD CONSTRAINT team_registered_fkey FOREIGN KEY (site_id, team_id) REFERENCES site.team(site_id, team_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: team_session team_session_team_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.team_session
    ADD CONSTRAINT team_session_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES record.team(site_id, team_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: team team_stream_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.team
    ADD CONSTRAINT team_stream_fkey FOREIGN KEY (site_id, stream, team_id) REFERENCES record.stream(site_id, stream, stream_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: tracker_state tracker_state_fact_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.tracker_state
    ADD CONSTRAINT tracker_state_fact_fkey FOREIGN KEY (site_id, episode_id, fact_id) REFERENCES record.model_fact(site_id, episode_id, fact_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: training training_team_fkey; Type: FK CONSTRAINT; Schema: record; Owner: homeward_owner
--

ALTER TABLE ONLY record.training
    ADD CONSTRAINT training_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES record.team(site_id, team_id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: owner owner_stream_fkey; Type: FK CONSTRAINT; Schema: referral; Owner: homeward_owner
--

ALTER TABLE ONLY referral.owner
    ADD CONSTRAINT owner_stream_fkey FOREIGN KEY (site_id, stream, episode_id) REFERENCES record.stream(site_id, stream, stream_id) ON DELETE CASCADE;

--
-- Name: care_spell_fact care_spell_fact_site_fkey; Type: FK CONSTRAINT; Schema: reporting; Owner: homeward_owner
--

ALTER TABLE ONLY reporting.care_spell_fact
    ADD CONSTRAINT care_spell_fact_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: episode_fact episode_fact_site_fkey; Type: FK CONSTRAINT; Schema: reporting; Owner: homeward_owner
--

ALTER TABLE ONLY reporting.episode_fact
    ADD CONSTRAINT episode_fact_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: interview_fact interview_fact_site_fkey; Type: FK CONSTRAINT; Schema: reporting; Owner: homeward_owner
--

ALTER TABLE ONLY reporting.interview_fact
    ADD CONSTRAINT interview_fact_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: model_fact model_fact_site_fkey; Type: FK CONSTRAINT; Schema: reporting; Owner: homeward_owner
--

ALTER TABLE ONLY reporting.model_fact
    ADD CONSTRAINT model_fact_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: destroyed_key destroyed_key_site_fkey; Type: FK CONSTRAINT; Schema: retention; Owner: homeward_owner
--

ALTER TABLE ONLY retention.destroyed_key
    ADD CONSTRAINT destroyed_key_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: hold hold_site_fkey; Type: FK CONSTRAINT; Schema: retention; Owner: homeward_owner
--

ALTER TABLE ONLY retention.hold
    ADD CONSTRAINT hold_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: pending_key pending_key_site_fkey; Type: FK CONSTRAINT; Schema: retention; Owner: homeward_owner
--

ALTER TABLE ONLY retention.pending_key
    ADD CONSTRAINT pending_key_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: proposal proposal_site_fkey; Type: FK CONSTRAINT; Schema: retention; Owner: homeward_owner
--

ALTER TABLE ONLY retention.proposal
    ADD CONSTRAINT proposal_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: proposed_child proposed_child_proposal_fkey; Type: FK CONSTRAINT; Schema: retention; Owner: homeward_owner
--

ALTER TABLE ONLY retention.proposed_child
    ADD CONSTRAINT proposed_child_proposal_fkey FOREIGN KEY (site_id, number) REFERENCES retention.proposal(site_id, number);

--
-- Name: configuration configuration_site_fkey; Type: FK CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.configuration
    ADD CONSTRAINT configuration_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: instrument_definition instrument_definition_site_fkey; Type: FK CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.instrument_definition
    ADD CONSTRAINT instrument_definition_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: outlier outlier_site_fkey; Type: FK CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.outlier
    ADD CONSTRAINT outlier_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: outlier_step outlier_step_outlier_fkey; Type: FK CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.outlier_step
    ADD CONSTRAINT outlier_step_outlier_fkey FOREIGN KEY (site_id, outlier_no) REFERENCES site.outlier(site_id, outlier_no);

--
-- Name: programme_review programme_review_site_fkey; Type: FK CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.programme_review
    ADD CONSTRAINT programme_review_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: prospect_stage prospect_stage_code_fkey; Type: FK CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.prospect_stage
    ADD CONSTRAINT prospect_stage_code_fkey FOREIGN KEY (code) REFERENCES site.prospect(code);

--
-- Name: prospect_stage prospect_stage_voids_fkey; Type: FK CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.prospect_stage
    ADD CONSTRAINT prospect_stage_voids_fkey FOREIGN KEY (code, voids) REFERENCES site.prospect_stage(code, ordinal);

--
-- Name: team team_site_fkey; Type: FK CONSTRAINT; Schema: site; Owner: homeward_owner
--

ALTER TABLE ONLY site.team
    ADD CONSTRAINT team_site_fkey FOREIGN KEY (site_id) REFERENCES site.site(site_id);

--
-- Name: comment comment_stream_fkey; Type: FK CONSTRAINT; Schema: summary; Owner: homeward_owner
--

ALTER TABLE ONLY summary.comment
    ADD CONSTRAINT comment_stream_fkey FOREIGN KEY (site_id, stream, episode_id) REFERENCES record.stream(site_id, stream, stream_id) ON DELETE CASCADE;

--
-- Name: discussion discussion_stream_fkey; Type: FK CONSTRAINT; Schema: summary; Owner: homeward_owner
--

ALTER TABLE ONLY summary.discussion
    ADD CONSTRAINT discussion_stream_fkey FOREIGN KEY (site_id, stream, episode_id) REFERENCES record.stream(site_id, stream, stream_id) ON DELETE CASCADE;

--
-- Name: draft draft_account_fkey; Type: FK CONSTRAINT; Schema: summary; Owner: homeward_owner
--

ALTER TABLE ONLY summary.draft
    ADD CONSTRAINT draft_account_fkey FOREIGN KEY (account_id) REFERENCES door.account(account_id);

--
-- Name: draft draft_stream_fkey; Type: FK CONSTRAINT; Schema: summary; Owner: homeward_owner
--

ALTER TABLE ONLY summary.draft
    ADD CONSTRAINT draft_stream_fkey FOREIGN KEY (site_id, stream, episode_id) REFERENCES record.stream(site_id, stream, stream_id) ON DELETE CASCADE;

--
-- Name: alert; Type: ROW SECURITY; Schema: access; Owner: homeward_owner
--

ALTER TABLE access.alert ENABLE ROW LEVEL SECURITY;

--
-- Name: alert application_scope; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY application_scope ON access.alert TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: bar application_scope; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY application_scope ON access.bar TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: disposal_seal application_scope; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY application_scope ON access.disposal_seal TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: disposed application_scope; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY application_scope ON access.disposed TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: glass application_scope; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY application_scope ON access.glass TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: look application_scope; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY application_scope ON access.look TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: provider application_scope; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY application_scope ON access.provider TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: provider_link application_scope; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY application_scope ON access.provider_link TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: relative application_scope; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY application_scope ON access.relative TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: seal application_scope; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY application_scope ON access.seal TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: site_grant application_scope; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY application_scope ON access.site_grant TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: bar; Type: ROW SECURITY; Schema: access; Owner: homeward_owner
--

ALTER TABLE access.bar ENABLE ROW LEVEL SECURITY;

--
-- Name: disposal_seal; Type: ROW SECURITY; Schema: access; Owner: homeward_owner
--

ALTER TABLE access.disposal_seal ENABLE ROW LEVEL SECURITY;

--
-- Name: disposed; Type: ROW SECURITY; Schema: access; Owner: homeward_owner
--

ALTER TABLE access.disposed ENABLE ROW LEVEL SECURITY;

--
-- Name: glass; Type: ROW SECURITY; Schema: access; Owner: homeward_owner
--

ALTER TABLE access.glass ENABLE ROW LEVEL SECURITY;

--
-- Name: look; Type: ROW SECURITY; Schema: access; Owner: homeward_owner
--

ALTER TABLE access.look ENABLE ROW LEVEL SECURITY;

--
-- Name: alert owner_all; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY owner_all ON access.alert TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: bar owner_all; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY owner_all ON access.bar TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: disposal_seal owner_all; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY owner_all ON access.disposal_seal TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: disposed owner_all; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY owner_all ON access.disposed TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: glass owner_all; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY owner_all ON access.glass TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: look owner_all; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY owner_all ON access.look TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: provider owner_all; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY owner_all ON access.provider TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: provider_link owner_all; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY owner_all ON access.provider_link TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: relative owner_all; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY owner_all ON access.relative TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: seal owner_all; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY owner_all ON access.seal TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: site_grant owner_all; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY owner_all ON access.site_grant TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: provider; Type: ROW SECURITY; Schema: access; Owner: homeward_owner
--

ALTER TABLE access.provider ENABLE ROW LEVEL SECURITY;

--
-- Name: provider_link; Type: ROW SECURITY; Schema: access; Owner: homeward_owner
--

ALTER TABLE access.provider_link ENABLE ROW LEVEL SECURITY;

--
-- Name: alert reach; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY reach ON access.alert AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: bar reach; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY reach ON access.bar AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: disposal_seal reach; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY reach ON access.disposal_seal AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees_all() AS sees_all) AND (stream_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) AND (stream_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))));

--
-- Name: disposed reach; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY reach ON access.disposed AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees_all() AS sees_all) AND (stream_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) AND (stream_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))));

--
-- Name: glass reach; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY reach ON access.glass AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: look reach; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY reach ON access.look AS RESTRICTIVE FOR SELECT TO homeward_application USING ((( SELECT access.sees_all() AS sees_all) AND ((target_id IS NULL) OR (target_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: relative reach; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY reach ON access.relative AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees_all() AS sees_all) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))));

--
-- Name: seal reach; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY reach ON access.seal AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: site_grant reach; Type: POLICY; Schema: access; Owner: homeward_owner
--

CREATE POLICY reach ON access.site_grant AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: relative; Type: ROW SECURITY; Schema: access; Owner: homeward_owner
--

ALTER TABLE access.relative ENABLE ROW LEVEL SECURITY;

--
-- Name: seal; Type: ROW SECURITY; Schema: access; Owner: homeward_owner
--

ALTER TABLE access.seal ENABLE ROW LEVEL SECURITY;

--
-- Name: site_grant; Type: ROW SECURITY; Schema: access; Owner: homeward_owner
--

ALTER TABLE access.site_grant ENABLE ROW LEVEL SECURITY;

--
-- Name: alert; Type: ROW SECURITY; Schema: duty; Owner: homeward_owner
--

ALTER TABLE duty.alert ENABLE ROW LEVEL SECURITY;

--
-- Name: alert application_scope; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY application_scope ON duty.alert TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: edition_proposal application_scope; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY application_scope ON duty.edition_proposal TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: measure_rater application_scope; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY application_scope ON duty.measure_rater TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: measure_slot application_scope; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY application_scope ON duty.measure_slot TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: night application_scope; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY application_scope ON duty.night TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: obligation application_scope; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY application_scope ON duty.obligation TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: quality application_scope; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY application_scope ON duty.quality TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: retention application_scope; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY application_scope ON duty.retention TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: subject application_scope; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY application_scope ON duty.subject TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: edition_proposal; Type: ROW SECURITY; Schema: duty; Owner: homeward_owner
--

ALTER TABLE duty.edition_proposal ENABLE ROW LEVEL SECURITY;

--
-- Name: measure_rater; Type: ROW SECURITY; Schema: duty; Owner: homeward_owner
--

ALTER TABLE duty.measure_rater ENABLE ROW LEVEL SECURITY;

--
-- Name: measure_slot; Type: ROW SECURITY; Schema: duty; Owner: homeward_owner
--

ALTER TABLE duty.measure_slot ENABLE ROW LEVEL SECURITY;

--
-- Name: night; Type: ROW SECURITY; Schema: duty; Owner: homeward_owner
--

ALTER TABLE duty.night ENABLE ROW LEVEL SECURITY;

--
-- Name: obligation; Type: ROW SECURITY; Schema: duty; Owner: homeward_owner
--

ALTER TABLE duty.obligation ENABLE ROW LEVEL SECURITY;

--
-- Name: alert owner_all; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY owner_all ON duty.alert TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: edition_proposal owner_all; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY owner_all ON duty.edition_proposal TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: measure_rater owner_all; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY owner_all ON duty.measure_rater TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: measure_slot owner_all; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY owner_all ON duty.measure_slot TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: night owner_all; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY owner_all ON duty.night TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: obligation owner_all; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY owner_all ON duty.obligation TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: quality owner_all; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY owner_all ON duty.quality TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: retention owner_all; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY owner_all ON duty.retention TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: subject owner_all; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY owner_all ON duty.subject TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: quality; Type: ROW SECURITY; Schema: duty; Owner: homeward_owner
--

ALTER TABLE duty.quality ENABLE ROW LEVEL SECURITY;

--
-- Name: alert reach; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY reach ON duty.alert AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (subject_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (subject_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (subject_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (subject_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: edition_proposal reach; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY reach ON duty.edition_proposal AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: measure_rater reach; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY reach ON duty.measure_rater AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees('staff-measures'::text) AS sees) AND (( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))))) WITH CHECK ((( SELECT access.sees('staff-measures'::text) AS sees) AND (( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))));

--
-- Name: measure_slot reach; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY reach ON duty.measure_slot AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees('staff-measures'::text) AS sees) AND (( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))))) WITH CHECK ((( SELECT access.sees('staff-measures'::text) AS sees) AND (( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))));

--
-- Name: night reach; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY reach ON duty.night AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: obligation reach; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY reach ON duty.obligation AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (subject_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (subject_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (subject_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (subject_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: quality reach; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY reach ON duty.quality AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: retention reach; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY reach ON duty.retention AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees_all() AS sees_all) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))));

--
-- Name: subject reach; Type: POLICY; Schema: duty; Owner: homeward_owner
--

CREATE POLICY reach ON duty.subject AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (subject_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (subject_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (subject_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (subject_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: retention; Type: ROW SECURITY; Schema: duty; Owner: homeward_owner
--

ALTER TABLE duty.retention ENABLE ROW LEVEL SECURITY;

--
-- Name: subject; Type: ROW SECURITY; Schema: duty; Owner: homeward_owner
--

ALTER TABLE duty.subject ENABLE ROW LEVEL SECURITY;

--
-- Name: import application_scope; Type: POLICY; Schema: exchange; Owner: homeward_owner
--

CREATE POLICY application_scope ON exchange.import TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: imported_row application_scope; Type: POLICY; Schema: exchange; Owner: homeward_owner
--

CREATE POLICY application_scope ON exchange.imported_row TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: keyed_write application_scope; Type: POLICY; Schema: exchange; Owner: homeward_owner
--

CREATE POLICY application_scope ON exchange.keyed_write TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: import; Type: ROW SECURITY; Schema: exchange; Owner: homeward_owner
--

ALTER TABLE exchange.import ENABLE ROW LEVEL SECURITY;

--
-- Name: imported_row; Type: ROW SECURITY; Schema: exchange; Owner: homeward_owner
--

ALTER TABLE exchange.imported_row ENABLE ROW LEVEL SECURITY;

--
-- Name: keyed_write; Type: ROW SECURITY; Schema: exchange; Owner: homeward_owner
--

ALTER TABLE exchange.keyed_write ENABLE ROW LEVEL SECURITY;

--
-- Name: import owner_all; Type: POLICY; Schema: exchange; Owner: homeward_owner
--

CREATE POLICY owner_all ON exchange.import TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: imported_row owner_all; Type: POLICY; Schema: exchange; Owner: homeward_owner
--

CREATE POLICY owner_all ON exchange.imported_row TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: keyed_write owner_all; Type: POLICY; Schema: exchange; Owner: homeward_owner
--

CREATE POLICY owner_all ON exchange.keyed_write TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: import reach; Type: POLICY; Schema: exchange; Owner: homeward_owner
--

CREATE POLICY reach ON exchange.import AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: imported_row reach; Type: POLICY; Schema: exchange; Owner: homeward_owner
--

CREATE POLICY reach ON exchange.imported_row AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees_all() AS sees_all) AND ( SELECT access.sees('identity'::text) AS sees))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) AND ( SELECT access.sees('identity'::text) AS sees)));

--
-- Name: keyed_write reach; Type: POLICY; Schema: exchange; Owner: homeward_owner
--

CREATE POLICY reach ON exchange.keyed_write AS RESTRICTIVE TO homeward_application USING (((stream_id IS NULL) OR ( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (stream_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (stream_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK (((stream_id IS NULL) OR ( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (stream_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (stream_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: address; Type: ROW SECURITY; Schema: identity; Owner: homeward_owner
--

ALTER TABLE identity.address ENABLE ROW LEVEL SECURITY;

--
-- Name: address application_scope; Type: POLICY; Schema: identity; Owner: homeward_owner
--

CREATE POLICY application_scope ON identity.address TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: bond application_scope; Type: POLICY; Schema: identity; Owner: homeward_owner
--

CREATE POLICY application_scope ON identity.bond TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: person application_scope; Type: POLICY; Schema: identity; Owner: homeward_owner
--

CREATE POLICY application_scope ON identity.person TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: search_term application_scope; Type: POLICY; Schema: identity; Owner: homeward_owner
--

CREATE POLICY application_scope ON identity.search_term TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: bond; Type: ROW SECURITY; Schema: identity; Owner: homeward_owner
--

ALTER TABLE identity.bond ENABLE ROW LEVEL SECURITY;

--
-- Name: address owner_all; Type: POLICY; Schema: identity; Owner: homeward_owner
--

CREATE POLICY owner_all ON identity.address TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: bond owner_all; Type: POLICY; Schema: identity; Owner: homeward_owner
--

CREATE POLICY owner_all ON identity.bond TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: person owner_all; Type: POLICY; Schema: identity; Owner: homeward_owner
--

CREATE POLICY owner_all ON identity.person TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: search_term owner_all; Type: POLICY; Schema: identity; Owner: homeward_owner
--

CREATE POLICY owner_all ON identity.search_term TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: person; Type: ROW SECURITY; Schema: identity; Owner: homeward_owner
--

ALTER TABLE identity.person ENABLE ROW LEVEL SECURITY;

--
-- Name: address reach; Type: POLICY; Schema: identity; Owner: homeward_owner
--

CREATE POLICY reach ON identity.address AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees('identity'::text) AS sees) AND (( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (person_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (person_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))))) WITH CHECK ((( SELECT access.sees('identity'::text) AS sees) AND (( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (person_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (person_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))));

--
-- Name: bond reach; Type: POLICY; Schema: identity; Owner: homeward_owner
--

CREATE POLICY reach ON identity.bond AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees('identity'::text) AS sees) AND (( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (child_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))))) WITH CHECK ((( SELECT access.sees('identity'::text) AS sees) AND (( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (child_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))));

--
-- Name: person reach; Type: POLICY; Schema: identity; Owner: homeward_owner
--

CREATE POLICY reach ON identity.person AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees('identity'::text) AS sees) AND (( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (person_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (person_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))))) WITH CHECK ((( SELECT access.sees('identity'::text) AS sees) AND (( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (person_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (person_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))));

--
-- Name: search_term reach; Type: POLICY; Schema: identity; Owner: homeward_owner
--

CREATE POLICY reach ON identity.search_term AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees('identity'::text) AS sees) AND (( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (person_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (person_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))))) WITH CHECK ((( SELECT access.sees('identity'::text) AS sees) AND (( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (person_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (person_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))));

--
-- Name: search_term; Type: ROW SECURITY; Schema: identity; Owner: homeward_owner
--

ALTER TABLE identity.search_term ENABLE ROW LEVEL SECURITY;

--
-- Name: attempt application_scope; Type: POLICY; Schema: interview; Owner: homeward_owner
--

CREATE POLICY application_scope ON interview.attempt TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: link application_scope; Type: POLICY; Schema: interview; Owner: homeward_owner
--

CREATE POLICY application_scope ON interview.link TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: attempt; Type: ROW SECURITY; Schema: interview; Owner: homeward_owner
--

ALTER TABLE interview.attempt ENABLE ROW LEVEL SECURITY;

--
-- Name: link; Type: ROW SECURITY; Schema: interview; Owner: homeward_owner
--

ALTER TABLE interview.link ENABLE ROW LEVEL SECURITY;

--
-- Name: attempt owner_all; Type: POLICY; Schema: interview; Owner: homeward_owner
--

CREATE POLICY owner_all ON interview.attempt TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: link owner_all; Type: POLICY; Schema: interview; Owner: homeward_owner
--

CREATE POLICY owner_all ON interview.link TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: attempt reach; Type: POLICY; Schema: interview; Owner: homeward_owner
--

CREATE POLICY reach ON interview.attempt AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: link reach; Type: POLICY; Schema: interview; Owner: homeward_owner
--

CREATE POLICY reach ON interview.link AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: attempt application_scope; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY application_scope ON job.attempt TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: lease application_scope; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY application_scope ON job.lease TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: occurrence application_scope; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY application_scope ON job.occurrence TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: outbox application_scope; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY application_scope ON job.outbox TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: removal application_scope; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY application_scope ON job.removal TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: attempt; Type: ROW SECURITY; Schema: job; Owner: homeward_owner
--

ALTER TABLE job.attempt ENABLE ROW LEVEL SECURITY;

--
-- Name: lease; Type: ROW SECURITY; Schema: job; Owner: homeward_owner
--

ALTER TABLE job.lease ENABLE ROW LEVEL SECURITY;

--
-- Name: occurrence; Type: ROW SECURITY; Schema: job; Owner: homeward_owner
--

ALTER TABLE job.occurrence ENABLE ROW LEVEL SECURITY;

--
-- Name: outbox; Type: ROW SECURITY; Schema: job; Owner: homeward_owner
--

ALTER TABLE job.outbox ENABLE ROW LEVEL SECURITY;

--
-- Name: attempt owner_all; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY owner_all ON job.attempt TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: lease owner_all; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY owner_all ON job.lease TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: occurrence owner_all; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY owner_all ON job.occurrence TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: outbox owner_all; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY owner_all ON job.outbox TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: removal owner_all; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY owner_all ON job.removal TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: attempt reach; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY reach ON job.attempt AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: lease reach; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY reach ON job.lease AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: occurrence reach; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY reach ON job.occurrence AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: outbox reach; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY reach ON job.outbox AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: removal reach; Type: POLICY; Schema: job; Owner: homeward_owner
--

CREATE POLICY reach ON job.removal AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: removal; Type: ROW SECURITY; Schema: job; Owner: homeward_owner
--

ALTER TABLE job.removal ENABLE ROW LEVEL SECURITY;

--
-- Name: text application_scope; Type: POLICY; Schema: narrative; Owner: homeward_owner
--

CREATE POLICY application_scope ON narrative.text TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: text content; Type: POLICY; Schema: narrative; Owner: homeward_owner
--

CREATE POLICY content ON narrative.text AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees('narrative'::text) AS sees)) WITH CHECK (( SELECT access.sees('narrative'::text) AS sees));

--
-- Name: text owner_all; Type: POLICY; Schema: narrative; Owner: homeward_owner
--

CREATE POLICY owner_all ON narrative.text TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: text reach; Type: POLICY; Schema: narrative; Owner: homeward_owner
--

CREATE POLICY reach ON narrative.text AS RESTRICTIVE TO homeward_application USING (((subject_id IS NULL) OR ( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (subject_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (subject_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK (((subject_id IS NULL) OR ( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (subject_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (subject_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: text; Type: ROW SECURITY; Schema: narrative; Owner: homeward_owner
--

ALTER TABLE narrative.text ENABLE ROW LEVEL SECURITY;

--
-- Name: call application_scope; Type: POLICY; Schema: on_call; Owner: homeward_owner
--

CREATE POLICY application_scope ON on_call.call TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: handover application_scope; Type: POLICY; Schema: on_call; Owner: homeward_owner
--

CREATE POLICY application_scope ON on_call.handover TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: call; Type: ROW SECURITY; Schema: on_call; Owner: homeward_owner
--

ALTER TABLE on_call.call ENABLE ROW LEVEL SECURITY;

--
-- Name: handover; Type: ROW SECURITY; Schema: on_call; Owner: homeward_owner
--

ALTER TABLE on_call.handover ENABLE ROW LEVEL SECURITY;

--
-- Name: call owner_all; Type: POLICY; Schema: on_call; Owner: homeward_owner
--

CREATE POLICY owner_all ON on_call.call TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: handover owner_all; Type: POLICY; Schema: on_call; Owner: homeward_owner
--

CREATE POLICY owner_all ON on_call.handover TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: call reach; Type: POLICY; Schema: on_call; Owner: homeward_owner
--

CREATE POLICY reach ON on_call.call AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (COALESCE(episode_id, team_id) IN ( SELECT r.id
   FROM unnest(access.reached()) r(id))) OR ((episode_id IS NULL) AND (team_id IN ( SELECT t.id
   FROM unnest(access.on_call()) t(id))))) AND (COALESCE(episode_id, team_id) <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (COALESCE(episode_id, team_id) IN ( SELECT r.id
   FROM unnest(access.reached()) r(id))) OR ((episode_id IS NULL) AND (team_id IN ( SELECT t.id
   FROM unnest(access.on_call()) t(id))))) AND (COALESCE(episode_id, team_id) <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: handover reach; Type: POLICY; Schema: on_call; Owner: homeward_owner
--

CREATE POLICY reach ON on_call.handover AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest((access.reached() || access.on_call())) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest((access.reached() || access.on_call())) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: assignment application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.assignment TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: briefing application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.briefing TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: child application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.child TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: contact application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.contact TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: episode application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.episode TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: event application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.event TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: follow_up application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.follow_up TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: interview application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.interview TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: licence_term application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.licence_term TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: model_fact application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.model_fact TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: module_run application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.module_run TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: offence application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.offence TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: on_call_spell application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.on_call_spell TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: outcome application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.outcome TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: participant application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.participant TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: phase_spell application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.phase_spell TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: placement application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.placement TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: provision application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.provision TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: school_status application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.school_status TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: stream application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.stream TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: stub application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.stub TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: team application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.team TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: team_attendance application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.team_attendance TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: team_session application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.team_session TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: tracker_state application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.tracker_state TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: training application_scope; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY application_scope ON record.training TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: assignment; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.assignment ENABLE ROW LEVEL SECURITY;

--
-- Name: briefing; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.briefing ENABLE ROW LEVEL SECURITY;

--
-- Name: child; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.child ENABLE ROW LEVEL SECURITY;

--
-- Name: contact; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.contact ENABLE ROW LEVEL SECURITY;

--
-- Name: interview content; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY content ON record.interview AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees('scores'::text) AS sees)) WITH CHECK (( SELECT access.sees('scores'::text) AS sees));

--
-- Name: episode; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.episode ENABLE ROW LEVEL SECURITY;

--
-- Name: event; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.event ENABLE ROW LEVEL SECURITY;

--
-- Name: follow_up; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.follow_up ENABLE ROW LEVEL SECURITY;

--
-- Name: interview; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.interview ENABLE ROW LEVEL SECURITY;

--
-- Name: licence_term; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.licence_term ENABLE ROW LEVEL SECURITY;

--
-- Name: model_fact; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.model_fact ENABLE ROW LEVEL SECURITY;

--
-- Name: module_run; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.module_run ENABLE ROW LEVEL SECURITY;

--
-- Name: offence; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.offence ENABLE ROW LEVEL SECURITY;

--
-- Name: on_call_spell; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.on_call_spell ENABLE ROW LEVEL SECURITY;

--
-- Name: outcome; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.outcome ENABLE ROW LEVEL SECURITY;

--
-- Name: assignment owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.assignment TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: briefing owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.briefing TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: child owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.child TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: contact owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.contact TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: episode owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.episode TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: event owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.event TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: follow_up owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.follow_up TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: interview owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.interview TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: licence_term owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.licence_term TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: model_fact owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.model_fact TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: module_run owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.module_run TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: offence owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.offence TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: on_call_spell owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.on_call_spell TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: outcome owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.outcome TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: participant owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.participant TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: phase_spell owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.phase_spell TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: placement owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.placement TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: provision owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.provision TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: school_status owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.school_status TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: stream owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.stream TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: stub owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.stub TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: team owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.team TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: team_attendance owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.team_attendance TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: team_session owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.team_session TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: tracker_state owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.tracker_state TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: training owner_all; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY owner_all ON record.training TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: participant; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.participant ENABLE ROW LEVEL SECURITY;

--
-- Name: phase_spell; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.phase_spell ENABLE ROW LEVEL SECURITY;

--
-- Name: placement; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.placement ENABLE ROW LEVEL SECURITY;

--
-- Name: provision; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.provision ENABLE ROW LEVEL SECURITY;

--
-- Name: assignment reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.assignment AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: briefing reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.briefing AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: child reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.child AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (child_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (child_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: contact reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.contact AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: episode reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.episode AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: event reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.event AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (stream_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (stream_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))) OR ((stream = 'team'::text) AND (seq = 1)))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (stream_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (stream_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))) OR ((stream = 'team'::text) AND (seq = 1))));

--
-- Name: follow_up reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.follow_up AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: interview reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.interview AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: licence_term reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.licence_term AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: model_fact reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.model_fact AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: module_run reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.module_run AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: offence reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.offence AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (child_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (child_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: on_call_spell reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.on_call_spell AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: outcome reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.outcome AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: participant reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.participant AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: phase_spell reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.phase_spell AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: placement reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.placement AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (child_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (child_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: provision reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.provision AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (child_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (child_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: school_status reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.school_status AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (child_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (child_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: stream reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.stream AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (stream_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (stream_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (stream_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (stream_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: stub reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.stub AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees_all() AS sees_all) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))));

--
-- Name: team reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.team AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: team_attendance reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.team_attendance AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: team_session reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.team_session AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: tracker_state reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.tracker_state AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: training reach; Type: POLICY; Schema: record; Owner: homeward_owner
--

CREATE POLICY reach ON record.training AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (team_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (team_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: school_status; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.school_status ENABLE ROW LEVEL SECURITY;

--
-- Name: stream; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.stream ENABLE ROW LEVEL SECURITY;

--
-- Name: stub; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.stub ENABLE ROW LEVEL SECURITY;

--
-- Name: team; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.team ENABLE ROW LEVEL SECURITY;

--
-- Name: team_attendance; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.team_attendance ENABLE ROW LEVEL SECURITY;

--
-- Name: team_session; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.team_session ENABLE ROW LEVEL SECURITY;

--
-- Name: tracker_state; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.tracker_state ENABLE ROW LEVEL SECURITY;

--
-- Name: training; Type: ROW SECURITY; Schema: record; Owner: homeward_owner
--

ALTER TABLE record.training ENABLE ROW LEVEL SECURITY;

--
-- Name: owner application_scope; Type: POLICY; Schema: referral; Owner: homeward_owner
--

CREATE POLICY application_scope ON referral.owner TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: owner; Type: ROW SECURITY; Schema: referral; Owner: homeward_owner
--

ALTER TABLE referral.owner ENABLE ROW LEVEL SECURITY;

--
-- Name: owner owner_all; Type: POLICY; Schema: referral; Owner: homeward_owner
--

CREATE POLICY owner_all ON referral.owner TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: owner reach; Type: POLICY; Schema: referral; Owner: homeward_owner
--

CREATE POLICY reach ON referral.owner AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: care_spell_fact application_scope; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY application_scope ON reporting.care_spell_fact TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: episode_fact application_scope; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY application_scope ON reporting.episode_fact TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: interview_fact application_scope; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY application_scope ON reporting.interview_fact TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: model_fact application_scope; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY application_scope ON reporting.model_fact TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: care_spell_fact; Type: ROW SECURITY; Schema: reporting; Owner: homeward_owner
--

ALTER TABLE reporting.care_spell_fact ENABLE ROW LEVEL SECURITY;

--
-- Name: care_spell_fact content; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY content ON reporting.care_spell_fact AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees('record'::text) AS sees)) WITH CHECK (( SELECT access.sees('record'::text) AS sees));

--
-- Name: episode_fact content; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY content ON reporting.episode_fact AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees('record'::text) AS sees)) WITH CHECK (( SELECT access.sees('record'::text) AS sees));

--
-- Name: interview_fact content; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY content ON reporting.interview_fact AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees('scores'::text) AS sees)) WITH CHECK (( SELECT access.sees('scores'::text) AS sees));

--
-- Name: model_fact content; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY content ON reporting.model_fact AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees('record'::text) AS sees)) WITH CHECK (( SELECT access.sees('record'::text) AS sees));

--
-- Name: episode_fact; Type: ROW SECURITY; Schema: reporting; Owner: homeward_owner
--

ALTER TABLE reporting.episode_fact ENABLE ROW LEVEL SECURITY;

--
-- Name: interview_fact; Type: ROW SECURITY; Schema: reporting; Owner: homeward_owner
--

ALTER TABLE reporting.interview_fact ENABLE ROW LEVEL SECURITY;

--
-- Name: model_fact; Type: ROW SECURITY; Schema: reporting; Owner: homeward_owner
--

ALTER TABLE reporting.model_fact ENABLE ROW LEVEL SECURITY;

--
-- Name: care_spell_fact owner_all; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY owner_all ON reporting.care_spell_fact TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: episode_fact owner_all; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY owner_all ON reporting.episode_fact TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: interview_fact owner_all; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY owner_all ON reporting.interview_fact TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: model_fact owner_all; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY owner_all ON reporting.model_fact TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: care_spell_fact reporting_all; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY reporting_all ON reporting.care_spell_fact FOR SELECT TO homeward_reporting USING (true);

--
-- Name: episode_fact reporting_all; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY reporting_all ON reporting.episode_fact FOR SELECT TO homeward_reporting USING (true);

--
-- Name: interview_fact reporting_all; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY reporting_all ON reporting.interview_fact FOR SELECT TO homeward_reporting USING (true);

--
-- Name: model_fact reporting_all; Type: POLICY; Schema: reporting; Owner: homeward_owner
--

CREATE POLICY reporting_all ON reporting.model_fact FOR SELECT TO homeward_reporting USING (true);

--
-- Name: destroyed_key application_scope; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY application_scope ON retention.destroyed_key TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: hold application_scope; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY application_scope ON retention.hold TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: pending_key application_scope; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY application_scope ON retention.pending_key TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: proposal application_scope; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY application_scope ON retention.proposal TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: proposed_child application_scope; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY application_scope ON retention.proposed_child TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: destroyed_key; Type: ROW SECURITY; Schema: retention; Owner: homeward_owner
--

ALTER TABLE retention.destroyed_key ENABLE ROW LEVEL SECURITY;

--
-- Name: hold; Type: ROW SECURITY; Schema: retention; Owner: homeward_owner
--

ALTER TABLE retention.hold ENABLE ROW LEVEL SECURITY;

--
-- Name: destroyed_key owner_all; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY owner_all ON retention.destroyed_key TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: hold owner_all; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY owner_all ON retention.hold TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: pending_key owner_all; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY owner_all ON retention.pending_key TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: proposal owner_all; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY owner_all ON retention.proposal TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: proposed_child owner_all; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY owner_all ON retention.proposed_child TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: pending_key; Type: ROW SECURITY; Schema: retention; Owner: homeward_owner
--

ALTER TABLE retention.pending_key ENABLE ROW LEVEL SECURITY;

--
-- Name: proposal; Type: ROW SECURITY; Schema: retention; Owner: homeward_owner
--

ALTER TABLE retention.proposal ENABLE ROW LEVEL SECURITY;

--
-- Name: proposed_child; Type: ROW SECURITY; Schema: retention; Owner: homeward_owner
--

ALTER TABLE retention.proposed_child ENABLE ROW LEVEL SECURITY;

--
-- Name: destroyed_key reach; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY reach ON retention.destroyed_key AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: hold reach; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY reach ON retention.hold AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees_all() AS sees_all) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))));

--
-- Name: pending_key reach; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY reach ON retention.pending_key AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees_all() AS sees_all) AND (person_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) AND (person_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))));

--
-- Name: proposal reach; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY reach ON retention.proposal AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: proposed_child reach; Type: POLICY; Schema: retention; Owner: homeward_owner
--

CREATE POLICY reach ON retention.proposed_child AS RESTRICTIVE TO homeward_application USING ((( SELECT access.sees_all() AS sees_all) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) AND (child_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))));

--
-- Name: configuration application_scope; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY application_scope ON site.configuration TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: instrument_definition application_scope; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY application_scope ON site.instrument_definition TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: outlier application_scope; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY application_scope ON site.outlier TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: outlier_step application_scope; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY application_scope ON site.outlier_step TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: programme_review application_scope; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY application_scope ON site.programme_review TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: team application_scope; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY application_scope ON site.team TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: configuration; Type: ROW SECURITY; Schema: site; Owner: homeward_owner
--

ALTER TABLE site.configuration ENABLE ROW LEVEL SECURITY;

--
-- Name: instrument_definition; Type: ROW SECURITY; Schema: site; Owner: homeward_owner
--

ALTER TABLE site.instrument_definition ENABLE ROW LEVEL SECURITY;

--
-- Name: outlier; Type: ROW SECURITY; Schema: site; Owner: homeward_owner
--

ALTER TABLE site.outlier ENABLE ROW LEVEL SECURITY;

--
-- Name: outlier_step; Type: ROW SECURITY; Schema: site; Owner: homeward_owner
--

ALTER TABLE site.outlier_step ENABLE ROW LEVEL SECURITY;

--
-- Name: configuration owner_all; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY owner_all ON site.configuration TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: instrument_definition owner_all; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY owner_all ON site.instrument_definition TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: outlier owner_all; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY owner_all ON site.outlier TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: outlier_step owner_all; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY owner_all ON site.outlier_step TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: programme_review owner_all; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY owner_all ON site.programme_review TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: team owner_all; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY owner_all ON site.team TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: programme_review; Type: ROW SECURITY; Schema: site; Owner: homeward_owner
--

ALTER TABLE site.programme_review ENABLE ROW LEVEL SECURITY;

--
-- Name: outlier reach; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY reach ON site.outlier AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: outlier_step reach; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY reach ON site.outlier_step AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: programme_review reach; Type: POLICY; Schema: site; Owner: homeward_owner
--

CREATE POLICY reach ON site.programme_review AS RESTRICTIVE TO homeward_application USING (( SELECT access.sees_all() AS sees_all)) WITH CHECK (( SELECT access.sees_all() AS sees_all));

--
-- Name: team; Type: ROW SECURITY; Schema: site; Owner: homeward_owner
--

ALTER TABLE site.team ENABLE ROW LEVEL SECURITY;

--
-- Name: comment application_scope; Type: POLICY; Schema: summary; Owner: homeward_owner
--

CREATE POLICY application_scope ON summary.comment TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: discussion application_scope; Type: POLICY; Schema: summary; Owner: homeward_owner
--

CREATE POLICY application_scope ON summary.discussion TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: draft application_scope; Type: POLICY; Schema: summary; Owner: homeward_owner
--

CREATE POLICY application_scope ON summary.draft TO homeward_application USING ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer AS "nullif")));

--
-- Name: comment; Type: ROW SECURITY; Schema: summary; Owner: homeward_owner
--

ALTER TABLE summary.comment ENABLE ROW LEVEL SECURITY;

--
-- Name: discussion; Type: ROW SECURITY; Schema: summary; Owner: homeward_owner
--

ALTER TABLE summary.discussion ENABLE ROW LEVEL SECURITY;

--
-- Name: draft; Type: ROW SECURITY; Schema: summary; Owner: homeward_owner
--

ALTER TABLE summary.draft ENABLE ROW LEVEL SECURITY;

--
-- Name: comment owner_all; Type: POLICY; Schema: summary; Owner: homeward_owner
--

CREATE POLICY owner_all ON summary.comment TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: discussion owner_all; Type: POLICY; Schema: summary; Owner: homeward_owner
--

CREATE POLICY owner_all ON summary.discussion TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: draft owner_all; Type: POLICY; Schema: summary; Owner: homeward_owner
--

CREATE POLICY owner_all ON summary.draft TO homeward_owner USING (true) WITH CHECK (true);

--
-- Name: comment reach; Type: POLICY; Schema: summary; Owner: homeward_owner
--

CREATE POLICY reach ON summary.comment AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: discussion reach; Type: POLICY; Schema: summary; Owner: homeward_owner
--

CREATE POLICY reach ON summary.discussion AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: draft reach; Type: POLICY; Schema: summary; Owner: homeward_owner
--

CREATE POLICY reach ON summary.draft AS RESTRICTIVE TO homeward_application USING ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[]))))) WITH CHECK ((( SELECT access.is_unbounded() AS is_unbounded) OR ((( SELECT access.sees_all() AS sees_all) OR (episode_id IN ( SELECT r.id
   FROM unnest(access.reached()) r(id)))) AND (episode_id <> ALL (( SELECT access.barred() AS barred)::uuid[])))));

--
-- Name: SCHEMA access; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA access TO homeward_application;

--
-- Name: SCHEMA door; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA door TO homeward_application;

--
-- Name: SCHEMA duty; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA duty TO homeward_application;

--
-- Name: SCHEMA edition; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA edition TO homeward_application;
GRANT USAGE ON SCHEMA edition TO homeward_reporting;

--
-- Name: SCHEMA exchange; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA exchange TO homeward_application;

--
-- Name: SCHEMA identity; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA identity TO homeward_application;

--
-- Name: SCHEMA interview; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA interview TO homeward_application;

--
-- Name: SCHEMA job; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA job TO homeward_application;

--
-- Name: SCHEMA narrative; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA narrative TO homeward_application;

--
-- Name: SCHEMA on_call; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA on_call TO homeward_application;

--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: pg_database_owner
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;

--
-- Name: SCHEMA record; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA record TO homeward_application;

--
-- Name: SCHEMA referral; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA referral TO homeward_application;

--
-- Name: SCHEMA reporting; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA reporting TO homeward_application;
GRANT USAGE ON SCHEMA reporting TO homeward_reporting;

--
-- Name: SCHEMA retention; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA retention TO homeward_application;

--
-- Name: SCHEMA schema; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA schema TO homeward_application;

--
-- Name: SCHEMA site; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA site TO homeward_application;
GRANT USAGE ON SCHEMA site TO homeward_reporting;

--
-- Name: SCHEMA summary; Type: ACL; Schema: -; Owner: homeward_owner
--

GRANT USAGE ON SCHEMA summary TO homeward_application;

--
-- Name: FUNCTION barred(); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.barred() FROM PUBLIC;
GRANT ALL ON FUNCTION access.barred() TO homeward_application;

--
-- Name: FUNCTION demand_look_of_glass(); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.demand_look_of_glass() FROM PUBLIC;

--
-- Name: FUNCTION enter(account uuid, day date, everything boolean, teams uuid[], staff text[], on_call text[], opened uuid[], aspects text[]); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.enter(account uuid, day date, everything boolean, teams uuid[], staff text[], on_call text[], opened uuid[], aspects text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION access.enter(account uuid, day date, everything boolean, teams uuid[], staff text[], on_call text[], opened uuid[], aspects text[]) TO homeward_application;

--
-- Name: TABLE bond; Type: ACL; Schema: identity; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE identity.bond TO homeward_application;

--
-- Name: COLUMN bond.relation; Type: ACL; Schema: identity; Owner: homeward_owner
--

GRANT UPDATE(relation) ON TABLE identity.bond TO homeward_application;

--
-- Name: TABLE episode; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.episode TO homeward_application;

--
-- Name: TABLE participant; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.participant TO homeward_application;

--
-- Name: FUNCTION family_of(site integer, episodes uuid[]); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.family_of(site integer, episodes uuid[]) FROM PUBLIC;

--
-- Name: FUNCTION is_unbounded(); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.is_unbounded() FROM PUBLIC;
GRANT ALL ON FUNCTION access.is_unbounded() TO homeward_application;

--
-- Name: FUNCTION kept_write(account uuid, key bytea, lock bigint, since timestamp with time zone); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.kept_write(account uuid, key bytea, lock bigint, since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION access.kept_write(account uuid, key bytea, lock bigint, since timestamp with time zone) TO homeward_application;

--
-- Name: TABLE search_term; Type: ACL; Schema: identity; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE identity.search_term TO homeward_application;

--
-- Name: FUNCTION nhs_number_taken(site integer, wanted bytea, person uuid); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.nhs_number_taken(site integer, wanted bytea, person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION access.nhs_number_taken(site integer, wanted bytea, person uuid) TO homeward_application;

--
-- Name: FUNCTION note_disposed(); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.note_disposed() FROM PUBLIC;

--
-- Name: FUNCTION on_call(); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.on_call() FROM PUBLIC;
GRANT ALL ON FUNCTION access.on_call() TO homeward_application;

--
-- Name: TABLE glass; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE access.glass TO homeward_application;

--
-- Name: COLUMN glass.reviewed_by; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT UPDATE(reviewed_by) ON TABLE access.glass TO homeward_application;

--
-- Name: COLUMN glass.reviewed_at; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT UPDATE(reviewed_at) ON TABLE access.glass TO homeward_application;

--
-- Name: COLUMN glass.closed_at; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT UPDATE(closed_at) ON TABLE access.glass TO homeward_application;

--
-- Name: FUNCTION open_glass(asked uuid, moment timestamp with time zone); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.open_glass(asked uuid, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION access.open_glass(asked uuid, moment timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION reached(); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.reached() FROM PUBLIC;
GRANT ALL ON FUNCTION access.reached() TO homeward_application;

--
-- Name: FUNCTION sees(kind text); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.sees(kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION access.sees(kind text) TO homeward_application;

--
-- Name: FUNCTION sees_all(); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.sees_all() FROM PUBLIC;
GRANT ALL ON FUNCTION access.sees_all() TO homeward_application;

--
-- Name: TABLE on_call_spell; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.on_call_spell TO homeward_application;

--
-- Name: FUNCTION telephones(from_asked date, through_asked date); Type: ACL; Schema: access; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION access.telephones(from_asked date, through_asked date) FROM PUBLIC;
GRANT ALL ON FUNCTION access.telephones(from_asked date, through_asked date) TO homeward_application;

--
-- Name: FUNCTION account_facts(asked uuid); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.account_facts(asked uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION door.account_facts(asked uuid) TO homeward_application;

--
-- Name: FUNCTION account_of(asked site.code); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.account_of(asked site.code) FROM PUBLIC;
GRANT ALL ON FUNCTION door.account_of(asked site.code) TO homeward_application;

--
-- Name: TABLE provider; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE access.provider TO homeward_application;

--
-- Name: COLUMN provider.removed_by; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT UPDATE(removed_by) ON TABLE access.provider TO homeward_application;

--
-- Name: COLUMN provider.removed_at; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT UPDATE(removed_at) ON TABLE access.provider TO homeward_application;

--
-- Name: TABLE provider_link; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE access.provider_link TO homeward_application;

--
-- Name: COLUMN provider_link.removed_by; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT UPDATE(removed_by) ON TABLE access.provider_link TO homeward_application;

--
-- Name: COLUMN provider_link.removed_at; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT UPDATE(removed_at) ON TABLE access.provider_link TO homeward_application;

--
-- Name: FUNCTION account_of_subject(asked uuid, subject bytea); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.account_of_subject(asked uuid, subject bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION door.account_of_subject(asked uuid, subject bytea) TO homeward_application;

--
-- Name: FUNCTION accounts(); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.accounts() FROM PUBLIC;
GRANT ALL ON FUNCTION door.accounts() TO homeward_application;

--
-- Name: TABLE site_grant; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE access.site_grant TO homeward_application;

--
-- Name: COLUMN site_grant.revoked_by; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT UPDATE(revoked_by) ON TABLE access.site_grant TO homeward_application;

--
-- Name: COLUMN site_grant.revoked_at; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT UPDATE(revoked_at) ON TABLE access.site_grant TO homeward_application;

--
-- Name: FUNCTION accounts_of_site(asked integer); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.accounts_of_site(asked integer) FROM PUBLIC;
GRANT ALL ON FUNCTION door.accounts_of_site(asked integer) TO homeward_application;

--
-- Name: FUNCTION begin_provider_sign_in(given bytea, held bytea, asked uuid, key text, secret bytea, at timestamp with time zone, until timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.begin_provider_sign_in(given bytea, held bytea, asked uuid, key text, secret bytea, at timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.begin_provider_sign_in(given bytea, held bytea, asked uuid, key text, secret bytea, at timestamp with time zone, until timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION begin_session(id uuid, asked uuid, token bytea, at_stage text, at timestamp with time zone, stepped boolean); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.begin_session(id uuid, asked uuid, token bytea, at_stage text, at timestamp with time zone, stepped boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION door.begin_session(id uuid, asked uuid, token bytea, at_stage text, at timestamp with time zone, stepped boolean) TO homeward_application;

--
-- Name: FUNCTION tell(asked uuid, kind text, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.tell(asked uuid, kind text, at timestamp with time zone) FROM PUBLIC;

--
-- Name: FUNCTION change_address(asked uuid, key text, bytes bytea, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.change_address(asked uuid, key text, bytes bytea, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.change_address(asked uuid, key text, bytes bytea, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION confirm_factor(id uuid, step bigint, codes bytea[], at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.confirm_factor(id uuid, step bigint, codes bytea[], at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.confirm_factor(id uuid, step bigint, codes bytea[], at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION create_account(id uuid, given site.code, key text, bytes bytea, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.create_account(id uuid, given site.code, key text, bytes bytea, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.create_account(id uuid, given site.code, key text, bytes bytea, at timestamp with time zone) TO homeward_application;

--
-- Name: TABLE destroyed_key; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE retention.destroyed_key TO homeward_application;

--
-- Name: FUNCTION destroyed_keys(); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.destroyed_keys() FROM PUBLIC;
GRANT ALL ON FUNCTION door.destroyed_keys() TO homeward_application;

--
-- Name: FUNCTION device_of(given site.code, token bytea, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.device_of(given site.code, token bytea, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.device_of(given site.code, token bytea, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION end_sessions(asked uuid, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.end_sessions(asked uuid, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.end_sessions(asked uuid, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION disable_account(asked uuid, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.disable_account(asked uuid, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.disable_account(asked uuid, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION draft_factor(id uuid, asked uuid, key text, bytes bytea, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.draft_factor(id uuid, asked uuid, key text, bytes bytea, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.draft_factor(id uuid, asked uuid, key text, bytes bytea, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION enable_account(asked uuid, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.enable_account(asked uuid, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.enable_account(asked uuid, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION end_session(token bytea, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.end_session(token bytea, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.end_session(token bytea, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION end_session_of(asked uuid, id uuid, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.end_session_of(asked uuid, id uuid, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.end_session_of(asked uuid, id uuid, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION factor_of(asked uuid, confirmed boolean); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.factor_of(asked uuid, confirmed boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION door.factor_of(asked uuid, confirmed boolean) TO homeward_application;

--
-- Name: FUNCTION grant_network(id uuid, asked uuid, given text, from_day date, through_day date, granting site.code, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.grant_network(id uuid, asked uuid, given text, from_day date, through_day date, granting site.code, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.grant_network(id uuid, asked uuid, given text, from_day date, through_day date, granting site.code, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION grants_of(asked uuid); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.grants_of(asked uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION door.grants_of(asked uuid) TO homeward_application;

--
-- Name: TABLE link; Type: ACL; Schema: interview; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE interview.link TO homeward_application;

--
-- Name: COLUMN link.ended_at; Type: ACL; Schema: interview; Owner: homeward_owner
--

GRANT UPDATE(ended_at) ON TABLE interview.link TO homeward_application;

--
-- Name: COLUMN link.answered_key; Type: ACL; Schema: interview; Owner: homeward_owner
--

GRANT UPDATE(answered_key) ON TABLE interview.link TO homeward_application;

--
-- Name: FUNCTION interview_answered(asked bytea, key text); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.interview_answered(asked bytea, key text) FROM PUBLIC;
GRANT ALL ON FUNCTION door.interview_answered(asked bytea, key text) TO homeward_application;

--
-- Name: TABLE site; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE site.site TO homeward_application;
GRANT SELECT ON TABLE site.site TO homeward_reporting;

--
-- Name: COLUMN site.name; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT UPDATE(name) ON TABLE site.site TO homeward_application;

--
-- Name: COLUMN site.jurisdiction; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT UPDATE(jurisdiction) ON TABLE site.site TO homeward_application;

--
-- Name: COLUMN site.time_zone; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT UPDATE(time_zone) ON TABLE site.site TO homeward_application;

--
-- Name: FUNCTION interview_link(asked bytea, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.interview_link(asked bytea, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.interview_link(asked bytea, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION keep_network_seal(number bigint, from_arrival bigint, through_arrival bigint, rows integer, leaves bytea, root bytea, sealed_at timestamp with time zone, key_id site.term, code bytea); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.keep_network_seal(number bigint, from_arrival bigint, through_arrival bigint, rows integer, leaves bytea, root bytea, sealed_at timestamp with time zone, key_id site.term, code bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION door.keep_network_seal(number bigint, from_arrival bigint, through_arrival bigint, rows integer, leaves bytea, root bytea, sealed_at timestamp with time zone, key_id site.term, code bytea) TO homeward_application;

--
-- Name: FUNCTION know_device(id uuid, asked uuid, token bytea, until timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.know_device(id uuid, asked uuid, token bytea, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.know_device(id uuid, asked uuid, token bytea, until timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION last_network_seals(); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.last_network_seals() FROM PUBLIC;
GRANT ALL ON FUNCTION door.last_network_seals() TO homeward_application;

--
-- Name: FUNCTION link_of(token bytea, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.link_of(token bytea, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.link_of(token bytea, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION lock_throttles(kinds text[], subjects bytea[], at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.lock_throttles(kinds text[], subjects bytea[], at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.lock_throttles(kinds text[], subjects bytea[], at timestamp with time zone) TO homeward_application;

--
-- Name: SEQUENCE arrival_seq; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT SELECT,USAGE ON SEQUENCE access.arrival_seq TO homeward_application;

--
-- Name: FUNCTION look_at_network(moment timestamp with time zone, asker uuid, actor site.code, way text, reference site.term, actions site.term[], outcomes text[], counts bigint[]); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.look_at_network(moment timestamp with time zone, asker uuid, actor site.code, way text, reference site.term, actions site.term[], outcomes text[], counts bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION door.look_at_network(moment timestamp with time zone, asker uuid, actor site.code, way text, reference site.term, actions site.term[], outcomes text[], counts bigint[]) TO homeward_application;

--
-- Name: FUNCTION make_link(id uuid, asked uuid, token bytea, wanted text, at timestamp with time zone, until timestamp with time zone, hand site.code, since timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.make_link(id uuid, asked uuid, token bytea, wanted text, at timestamp with time zone, until timestamp with time zone, hand site.code, since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.make_link(id uuid, asked uuid, token bytea, wanted text, at timestamp with time zone, until timestamp with time zone, hand site.code, since timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION make_recovery_codes(asked uuid, codes bytea[], at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.make_recovery_codes(asked uuid, codes bytea[], at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.make_recovery_codes(asked uuid, codes bytea[], at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION make_token(id uuid, asked uuid, called site.code, shown site.code, token bytea, allowed text[], at timestamp with time zone, until timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.make_token(id uuid, asked uuid, called site.code, shown site.code, token bytea, allowed text[], at timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.make_token(id uuid, asked uuid, called site.code, shown site.code, token bytea, allowed text[], at timestamp with time zone, until timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION network_looks(later bigint, account text, wanted text, ending text, since timestamp with time zone, before timestamp with time zone, most bigint); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.network_looks(later bigint, account text, wanted text, ending text, since timestamp with time zone, before timestamp with time zone, most bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION door.network_looks(later bigint, account text, wanted text, ending text, since timestamp with time zone, before timestamp with time zone, most bigint) TO homeward_application;

--
-- Name: FUNCTION network_rows(first bigint, last bigint, most bigint); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.network_rows(first bigint, last bigint, most bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION door.network_rows(first bigint, last bigint, most bigint) TO homeward_application;

--
-- Name: FUNCTION network_rows_after(last bigint); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.network_rows_after(last bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION door.network_rows_after(last bigint) TO homeward_application;

--
-- Name: FUNCTION network_seals(first bigint, most bigint); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.network_seals(first bigint, most bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION door.network_seals(first bigint, most bigint) TO homeward_application;

--
-- Name: FUNCTION note_replacement(asked uuid, wanted text, hand site.code, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.note_replacement(asked uuid, wanted text, hand site.code, at timestamp with time zone) FROM PUBLIC;

--
-- Name: FUNCTION notices_of(asked uuid); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.notices_of(asked uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION door.notices_of(asked uuid) TO homeward_application;

--
-- Name: FUNCTION password_is_new(asked uuid, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.password_is_new(asked uuid, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.password_is_new(asked uuid, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION password_of(given site.code); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.password_of(given site.code) FROM PUBLIC;
GRANT ALL ON FUNCTION door.password_of(given site.code) TO homeward_application;

--
-- Name: FUNCTION provider_of(given site.code); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.provider_of(given site.code) FROM PUBLIC;
GRANT ALL ON FUNCTION door.provider_of(given site.code) TO homeward_application;

--
-- Name: FUNCTION providers(); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.providers() FROM PUBLIC;
GRANT ALL ON FUNCTION door.providers() TO homeward_application;

--
-- Name: FUNCTION refused_replacement(asked uuid, wanted text, hand site.code, since timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.refused_replacement(asked uuid, wanted text, hand site.code, since timestamp with time zone) FROM PUBLIC;

--
-- Name: FUNCTION rehash_password(asked uuid, was bytea, key text, bytes bytea); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.rehash_password(asked uuid, was bytea, key text, bytes bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION door.rehash_password(asked uuid, was bytea, key text, bytes bytea) TO homeward_application;

--
-- Name: FUNCTION remove_factor(asked uuid, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.remove_factor(asked uuid, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.remove_factor(asked uuid, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION replace_password(asked uuid, hand site.code, at timestamp with time zone, since timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.replace_password(asked uuid, hand site.code, at timestamp with time zone, since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.replace_password(asked uuid, hand site.code, at timestamp with time zone, since timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION reseal(place text, item uuid, was bytea, key text, bytes bytea); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.reseal(place text, item uuid, was bytea, key text, bytes bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION door.reseal(place text, item uuid, was bytea, key text, bytes bytea) TO homeward_application;

--
-- Name: FUNCTION revoke_network(id uuid, revoking site.code, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.revoke_network(id uuid, revoking site.code, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.revoke_network(id uuid, revoking site.code, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION revoke_token(asked uuid, shown site.code, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.revoke_token(asked uuid, shown site.code, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.revoke_token(asked uuid, shown site.code, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION rights_changed(asked uuid, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.rights_changed(asked uuid, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.rights_changed(asked uuid, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION rotate_session(was bytea, becomes bytea, at timestamp with time zone, at_stage text, stepped boolean); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.rotate_session(was bytea, becomes bytea, at timestamp with time zone, at_stage text, stepped boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION door.rotate_session(was bytea, becomes bytea, at timestamp with time zone, at_stage text, stepped boolean) TO homeward_application;

--
-- Name: FUNCTION rows_under_keys(names text[]); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.rows_under_keys(names text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION door.rows_under_keys(names text[]) TO homeward_application;

--
-- Name: FUNCTION sealed_under(names text[], most integer); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.sealed_under(names text[], most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION door.sealed_under(names text[], most integer) TO homeward_application;

--
-- Name: FUNCTION see_notices(asked uuid, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.see_notices(asked uuid, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.see_notices(asked uuid, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION sessions_of(asked uuid, used_after timestamp with time zone, begun_after timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.sessions_of(asked uuid, used_after timestamp with time zone, begun_after timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.sessions_of(asked uuid, used_after timestamp with time zone, begun_after timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION set_password(asked uuid, key text, bytes bytea, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.set_password(asked uuid, key text, bytes bytea, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.set_password(asked uuid, key text, bytes bytea, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION sweep(before timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.sweep(before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.sweep(before timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION take_provider_sign_in(given bytea, held bytea, asked uuid, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.take_provider_sign_in(given bytea, held bytea, asked uuid, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.take_provider_sign_in(given bytea, held bytea, asked uuid, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION tokens_of(asked uuid); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.tokens_of(asked uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION door.tokens_of(asked uuid) TO homeward_application;

--
-- Name: FUNCTION use_link(token bytea, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.use_link(token bytea, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.use_link(token bytea, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION use_recovery_code(asked uuid, given bytea, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.use_recovery_code(asked uuid, given bytea, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.use_recovery_code(asked uuid, given bytea, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION use_session(token bytea, at timestamp with time zone, used_after timestamp with time zone, begun_after timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.use_session(token bytea, at timestamp with time zone, used_after timestamp with time zone, begun_after timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.use_session(token bytea, at timestamp with time zone, used_after timestamp with time zone, begun_after timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION use_step(id uuid, step bigint); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.use_step(id uuid, step bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION door.use_step(id uuid, step bigint) TO homeward_application;

--
-- Name: FUNCTION use_token(given bytea, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.use_token(given bytea, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.use_token(given bytea, at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION wish_subject(asked uuid, provider uuid, subject bytea, hand site.code, at timestamp with time zone, since timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.wish_subject(asked uuid, provider uuid, subject bytea, hand site.code, at timestamp with time zone, since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.wish_subject(asked uuid, provider uuid, subject bytea, hand site.code, at timestamp with time zone, since timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION write_throttle(counted text, whom bytea, failed integer, at timestamp with time zone, free timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.write_throttle(counted text, whom bytea, failed integer, at timestamp with time zone, free timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.write_throttle(counted text, whom bytea, failed integer, at timestamp with time zone, free timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION dispose(asked_number integer, asked_child uuid, asked_day date, asked_at timestamp with time zone); Type: ACL; Schema: record; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION record.dispose(asked_number integer, asked_child uuid, asked_day date, asked_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION record.dispose(asked_number integer, asked_child uuid, asked_day date, asked_at timestamp with time zone) TO homeward_application;

--
-- Name: FUNCTION refuse_deletion(); Type: ACL; Schema: record; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION record.refuse_deletion() FROM PUBLIC;

--
-- Name: FUNCTION refuse_stub(); Type: ACL; Schema: record; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION record.refuse_stub() FROM PUBLIC;

--
-- Name: FUNCTION rows_about(asked_child uuid); Type: ACL; Schema: record; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION record.rows_about(asked_child uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION record.rows_about(asked_child uuid) TO homeward_application;

--
-- Name: FUNCTION refuse_late_child(); Type: ACL; Schema: retention; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION retention.refuse_late_child() FROM PUBLIC;

--
-- Name: FUNCTION refuse_other_decision(); Type: ACL; Schema: retention; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION retention.refuse_other_decision() FROM PUBLIC;

--
-- Name: FUNCTION refuse_change(); Type: ACL; Schema: site; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION site.refuse_change() FROM PUBLIC;

--
-- Name: TABLE alert; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE access.alert TO homeward_application;

--
-- Name: TABLE bar; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE access.bar TO homeward_application;

--
-- Name: COLUMN bar.lifted_by; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT UPDATE(lifted_by) ON TABLE access.bar TO homeward_application;

--
-- Name: COLUMN bar.lifted_at; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT UPDATE(lifted_at) ON TABLE access.bar TO homeward_application;

--
-- Name: TABLE disposal_seal; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE access.disposal_seal TO homeward_application;

--
-- Name: TABLE disposed; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT SELECT ON TABLE access.disposed TO homeward_application;

--
-- Name: TABLE look; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE access.look TO homeward_application;

--
-- Name: TABLE relative; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE access.relative TO homeward_application;

--
-- Name: COLUMN relative.ended_at; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT UPDATE(ended_at) ON TABLE access.relative TO homeward_application;

--
-- Name: TABLE seal; Type: ACL; Schema: access; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE access.seal TO homeward_application;

--
-- Name: TABLE alert; Type: ACL; Schema: duty; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE duty.alert TO homeward_application;

--
-- Name: TABLE edition_proposal; Type: ACL; Schema: duty; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE duty.edition_proposal TO homeward_application;

--
-- Name: TABLE measure_rater; Type: ACL; Schema: duty; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE duty.measure_rater TO homeward_application;

--
-- Name: TABLE measure_slot; Type: ACL; Schema: duty; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE duty.measure_slot TO homeward_application;

--
-- Name: TABLE night; Type: ACL; Schema: duty; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE duty.night TO homeward_application;

--
-- Name: TABLE obligation; Type: ACL; Schema: duty; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE duty.obligation TO homeward_application;

--
-- Name: TABLE quality; Type: ACL; Schema: duty; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE duty.quality TO homeward_application;

--
-- Name: TABLE retention; Type: ACL; Schema: duty; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE duty.retention TO homeward_application;

--
-- Name: TABLE subject; Type: ACL; Schema: duty; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE duty.subject TO homeward_application;

--
-- Name: TABLE edition; Type: ACL; Schema: edition; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE edition.edition TO homeward_application;
GRANT SELECT ON TABLE edition.edition TO homeward_reporting;

--
-- Name: TABLE secret; Type: ACL; Schema: edition; Owner: homeward_owner
--

GRANT INSERT ON TABLE edition.secret TO homeward_application;
GRANT SELECT ON TABLE edition.secret TO homeward_reporting;

--
-- Name: TABLE import; Type: ACL; Schema: exchange; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE exchange.import TO homeward_application;

--
-- Name: TABLE imported_row; Type: ACL; Schema: exchange; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE exchange.imported_row TO homeward_application;

--
-- Name: COLUMN imported_row.sealed; Type: ACL; Schema: exchange; Owner: homeward_owner
--

GRANT UPDATE(sealed) ON TABLE exchange.imported_row TO homeward_application;

--
-- Name: COLUMN imported_row.key_id; Type: ACL; Schema: exchange; Owner: homeward_owner
--

GRANT UPDATE(key_id) ON TABLE exchange.imported_row TO homeward_application;

--
-- Name: COLUMN imported_row.import_id; Type: ACL; Schema: exchange; Owner: homeward_owner
--

GRANT UPDATE(import_id) ON TABLE exchange.imported_row TO homeward_application;

--
-- Name: COLUMN imported_row.stream_id; Type: ACL; Schema: exchange; Owner: homeward_owner
--

GRANT UPDATE(stream_id) ON TABLE exchange.imported_row TO homeward_application;

--
-- Name: TABLE keyed_write; Type: ACL; Schema: exchange; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE exchange.keyed_write TO homeward_application;

--
-- Name: TABLE network_write; Type: ACL; Schema: exchange; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE exchange.network_write TO homeward_application;

--
-- Name: TABLE address; Type: ACL; Schema: identity; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE identity.address TO homeward_application;

--
-- Name: COLUMN address.sensitive; Type: ACL; Schema: identity; Owner: homeward_owner
--

GRANT UPDATE(sensitive) ON TABLE identity.address TO homeward_application;

--
-- Name: COLUMN address.from_day; Type: ACL; Schema: identity; Owner: homeward_owner
--

GRANT UPDATE(from_day) ON TABLE identity.address TO homeward_application;

--
-- Name: COLUMN address.to_day; Type: ACL; Schema: identity; Owner: homeward_owner
--

GRANT UPDATE(to_day) ON TABLE identity.address TO homeward_application;

--
-- Name: COLUMN address.key_id; Type: ACL; Schema: identity; Owner: homeward_owner
--

GRANT UPDATE(key_id) ON TABLE identity.address TO homeward_application;

--
-- Name: COLUMN address.sealed; Type: ACL; Schema: identity; Owner: homeward_owner
--

GRANT UPDATE(sealed) ON TABLE identity.address TO homeward_application;

--
-- Name: TABLE person; Type: ACL; Schema: identity; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE identity.person TO homeward_application;

--
-- Name: COLUMN person.key_id; Type: ACL; Schema: identity; Owner: homeward_owner
--

GRANT UPDATE(key_id) ON TABLE identity.person TO homeward_application;

--
-- Name: COLUMN person.sealed; Type: ACL; Schema: identity; Owner: homeward_owner
--

GRANT UPDATE(sealed) ON TABLE identity.person TO homeward_application;

--
-- Name: TABLE attempt; Type: ACL; Schema: interview; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE interview.attempt TO homeward_application;

--
-- Name: TABLE attempt; Type: ACL; Schema: job; Owner: homeward_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE job.attempt TO homeward_application;

--
-- Name: TABLE lease; Type: ACL; Schema: job; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE job.lease TO homeward_application;

--
-- Name: TABLE occurrence; Type: ACL; Schema: job; Owner: homeward_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE job.occurrence TO homeward_application;

--
-- Name: TABLE outbox; Type: ACL; Schema: job; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE job.outbox TO homeward_application;

--
-- Name: TABLE removal; Type: ACL; Schema: job; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE job.removal TO homeward_application;

--
-- Name: TABLE text; Type: ACL; Schema: narrative; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE narrative.text TO homeward_application;

--
-- Name: COLUMN text.key_id; Type: ACL; Schema: narrative; Owner: homeward_owner
--

GRANT UPDATE(key_id) ON TABLE narrative.text TO homeward_application;

--
-- Name: COLUMN text.salt; Type: ACL; Schema: narrative; Owner: homeward_owner
--

GRANT UPDATE(salt) ON TABLE narrative.text TO homeward_application;

--
-- Name: COLUMN text.sealed; Type: ACL; Schema: narrative; Owner: homeward_owner
--

GRANT UPDATE(sealed) ON TABLE narrative.text TO homeward_application;

--
-- Name: TABLE call; Type: ACL; Schema: on_call; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE on_call.call TO homeward_application;

--
-- Name: TABLE handover; Type: ACL; Schema: on_call; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE on_call.handover TO homeward_application;

--
-- Name: TABLE assignment; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.assignment TO homeward_application;

--
-- Name: TABLE briefing; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.briefing TO homeward_application;

--
-- Name: TABLE child; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.child TO homeward_application;

--
-- Name: TABLE contact; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.contact TO homeward_application;

--
-- Name: TABLE event; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE record.event TO homeward_application;

--
-- Name: TABLE follow_up; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.follow_up TO homeward_application;

--
-- Name: TABLE interview; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.interview TO homeward_application;

--
-- Name: TABLE licence_term; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.licence_term TO homeward_application;

--
-- Name: TABLE model_fact; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.model_fact TO homeward_application;

--
-- Name: TABLE module_run; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.module_run TO homeward_application;

--
-- Name: TABLE offence; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.offence TO homeward_application;

--
-- Name: TABLE outcome; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.outcome TO homeward_application;

--
-- Name: TABLE phase_spell; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.phase_spell TO homeward_application;

--
-- Name: TABLE placement; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.placement TO homeward_application;

--
-- Name: TABLE provision; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.provision TO homeward_application;

--
-- Name: TABLE school_status; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.school_status TO homeward_application;

--
-- Name: TABLE stream; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE record.stream TO homeward_application;

--
-- Name: COLUMN stream.head_seq; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT UPDATE(head_seq) ON TABLE record.stream TO homeward_application;

--
-- Name: COLUMN stream.head_hash; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT UPDATE(head_hash) ON TABLE record.stream TO homeward_application;

--
-- Name: COLUMN stream.last_recorded_at; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT UPDATE(last_recorded_at) ON TABLE record.stream TO homeward_application;

--
-- Name: TABLE stub; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT ON TABLE record.stub TO homeward_application;

--
-- Name: TABLE team; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.team TO homeward_application;

--
-- Name: TABLE team_attendance; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.team_attendance TO homeward_application;

--
-- Name: TABLE team_session; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.team_session TO homeward_application;

--
-- Name: TABLE tracker_state; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.tracker_state TO homeward_application;

--
-- Name: TABLE training; Type: ACL; Schema: record; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.training TO homeward_application;

--
-- Name: TABLE owner; Type: ACL; Schema: referral; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE referral.owner TO homeward_application;

--
-- Name: TABLE care_spell_fact; Type: ACL; Schema: reporting; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE reporting.care_spell_fact TO homeward_application;
GRANT SELECT ON TABLE reporting.care_spell_fact TO homeward_reporting;

--
-- Name: COLUMN care_spell_fact.known_to; Type: ACL; Schema: reporting; Owner: homeward_owner
--

GRANT UPDATE(known_to) ON TABLE reporting.care_spell_fact TO homeward_application;

--
-- Name: TABLE episode_fact; Type: ACL; Schema: reporting; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE reporting.episode_fact TO homeward_application;
GRANT SELECT ON TABLE reporting.episode_fact TO homeward_reporting;

--
-- Name: COLUMN episode_fact.known_to; Type: ACL; Schema: reporting; Owner: homeward_owner
--

GRANT UPDATE(known_to) ON TABLE reporting.episode_fact TO homeward_application;

--
-- Name: TABLE interview_fact; Type: ACL; Schema: reporting; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE reporting.interview_fact TO homeward_application;

--
-- Name: COLUMN interview_fact.site_id; Type: ACL; Schema: reporting; Owner: homeward_owner
--

GRANT SELECT(site_id) ON TABLE reporting.interview_fact TO homeward_reporting;

--
-- Name: COLUMN interview_fact.episode_key; Type: ACL; Schema: reporting; Owner: homeward_owner
--

GRANT SELECT(episode_key) ON TABLE reporting.interview_fact TO homeward_reporting;

--
-- Name: COLUMN interview_fact.known_from; Type: ACL; Schema: reporting; Owner: homeward_owner
--

GRANT SELECT(known_from) ON TABLE reporting.interview_fact TO homeward_reporting;

--
-- Name: COLUMN interview_fact.known_to; Type: ACL; Schema: reporting; Owner: homeward_owner
--

GRANT UPDATE(known_to) ON TABLE reporting.interview_fact TO homeward_application;
GRANT SELECT(known_to) ON TABLE reporting.interview_fact TO homeward_reporting;

--
-- Name: COLUMN interview_fact.held_on; Type: ACL; Schema: reporting; Owner: homeward_owner
--

GRANT SELECT(held_on) ON TABLE reporting.interview_fact TO homeward_reporting;

--
-- Name: COLUMN interview_fact.shape; Type: ACL; Schema: reporting; Owner: homeward_owner
--

GRANT SELECT(shape) ON TABLE reporting.interview_fact TO homeward_reporting;

--
-- Name: TABLE model_fact; Type: ACL; Schema: reporting; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE reporting.model_fact TO homeward_application;
GRANT SELECT ON TABLE reporting.model_fact TO homeward_reporting;

--
-- Name: COLUMN model_fact.known_to; Type: ACL; Schema: reporting; Owner: homeward_owner
--

GRANT UPDATE(known_to) ON TABLE reporting.model_fact TO homeward_application;

--
-- Name: TABLE hold; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE retention.hold TO homeward_application;

--
-- Name: COLUMN hold.lifted_by; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT UPDATE(lifted_by) ON TABLE retention.hold TO homeward_application;

--
-- Name: COLUMN hold.lifted_at; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT UPDATE(lifted_at) ON TABLE retention.hold TO homeward_application;

--
-- Name: TABLE pending_key; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT SELECT,DELETE ON TABLE retention.pending_key TO homeward_application;

--
-- Name: TABLE proposal; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT SELECT ON TABLE retention.proposal TO homeward_application;

--
-- Name: COLUMN proposal.site_id; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT INSERT(site_id) ON TABLE retention.proposal TO homeward_application;

--
-- Name: COLUMN proposal.number; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT INSERT(number) ON TABLE retention.proposal TO homeward_application;

--
-- Name: COLUMN proposal.proposed_on; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT INSERT(proposed_on) ON TABLE retention.proposal TO homeward_application;

--
-- Name: COLUMN proposal.proposed_by; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT INSERT(proposed_by) ON TABLE retention.proposal TO homeward_application;

--
-- Name: COLUMN proposal.proposed_at; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT INSERT(proposed_at) ON TABLE retention.proposal TO homeward_application;

--
-- Name: COLUMN proposal.proposer; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT INSERT(proposer) ON TABLE retention.proposal TO homeward_application;

--
-- Name: COLUMN proposal.approved_by; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT UPDATE(approved_by) ON TABLE retention.proposal TO homeward_application;

--
-- Name: COLUMN proposal.approved_at; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT UPDATE(approved_at) ON TABLE retention.proposal TO homeward_application;

--
-- Name: COLUMN proposal.approver; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT UPDATE(approver) ON TABLE retention.proposal TO homeward_application;

--
-- Name: COLUMN proposal.withdrawn_by; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT UPDATE(withdrawn_by) ON TABLE retention.proposal TO homeward_application;

--
-- Name: COLUMN proposal.withdrawn_at; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT UPDATE(withdrawn_at) ON TABLE retention.proposal TO homeward_application;

--
-- Name: TABLE proposed_child; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT SELECT ON TABLE retention.proposed_child TO homeward_application;

--
-- Name: COLUMN proposed_child.site_id; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT INSERT(site_id) ON TABLE retention.proposed_child TO homeward_application;

--
-- Name: COLUMN proposed_child.number; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT INSERT(number) ON TABLE retention.proposed_child TO homeward_application;

--
-- Name: COLUMN proposed_child.child_id; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT INSERT(child_id) ON TABLE retention.proposed_child TO homeward_application;

--
-- Name: COLUMN proposed_child.rule; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT INSERT(rule) ON TABLE retention.proposed_child TO homeward_application;

--
-- Name: COLUMN proposed_child.keep_through; Type: ACL; Schema: retention; Owner: homeward_owner
--

GRANT INSERT(keep_through) ON TABLE retention.proposed_child TO homeward_application;

--
-- Name: TABLE ledger; Type: ACL; Schema: schema; Owner: homeward_owner
--

GRANT SELECT ON TABLE schema.ledger TO homeward_application;

--
-- Name: TABLE configuration; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE site.configuration TO homeward_application;

--
-- Name: TABLE declared_model; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE site.declared_model TO homeward_application;

--
-- Name: TABLE instrument_definition; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE site.instrument_definition TO homeward_application;

--
-- Name: TABLE outlier; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE site.outlier TO homeward_application;

--
-- Name: TABLE outlier_step; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE site.outlier_step TO homeward_application;

--
-- Name: TABLE programme_review; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE site.programme_review TO homeward_application;

--
-- Name: TABLE prospect; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE site.prospect TO homeward_application;

--
-- Name: TABLE prospect_stage; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE site.prospect_stage TO homeward_application;

--
-- Name: TABLE team; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE site.team TO homeward_application;

--
-- Name: COLUMN team.code; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT UPDATE(code) ON TABLE site.team TO homeward_application;

--
-- Name: COLUMN team.model_id; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT UPDATE(model_id) ON TABLE site.team TO homeward_application;

--
-- Name: COLUMN team.started_on; Type: ACL; Schema: site; Owner: homeward_owner
--

GRANT UPDATE(started_on) ON TABLE site.team TO homeward_application;

--
-- Name: TABLE comment; Type: ACL; Schema: summary; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE summary.comment TO homeward_application;

--
-- Name: TABLE discussion; Type: ACL; Schema: summary; Owner: homeward_owner
--

GRANT SELECT,INSERT ON TABLE summary.discussion TO homeward_application;

--
-- Name: TABLE draft; Type: ACL; Schema: summary; Owner: homeward_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE summary.draft TO homeward_application;

--
-- Name: COLUMN draft.version; Type: ACL; Schema: summary; Owner: homeward_owner
--

GRANT UPDATE(version) ON TABLE summary.draft TO homeward_application;

--
-- Name: COLUMN draft.key_id; Type: ACL; Schema: summary; Owner: homeward_owner
--

GRANT UPDATE(key_id) ON TABLE summary.draft TO homeward_application;

--
-- Name: COLUMN draft.sealed; Type: ACL; Schema: summary; Owner: homeward_owner
--

GRANT UPDATE(sealed) ON TABLE summary.draft TO homeward_application;

--
-- Name: COLUMN draft.saved_at; Type: ACL; Schema: summary; Owner: homeward_owner
--

GRANT UPDATE(saved_at) ON TABLE summary.draft TO homeward_application;

--
-- Name: FUNCTION note_unlinking(asked uuid, hand site.code, at timestamp with time zone); Type: ACL; Schema: door; Owner: homeward_owner
--

REVOKE ALL ON FUNCTION door.note_unlinking(asked uuid, hand site.code, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION door.note_unlinking(asked uuid, hand site.code, at timestamp with time zone) TO homeward_application;

--
-- Name: DEFAULT PRIVILEGES FOR FUNCTIONS; Type: DEFAULT ACL; Schema: -; Owner: homeward_owner
--

ALTER DEFAULT PRIVILEGES FOR ROLE homeward_owner REVOKE ALL ON FUNCTIONS  FROM PUBLIC;

--
-- PostgreSQL database dump complete
--

