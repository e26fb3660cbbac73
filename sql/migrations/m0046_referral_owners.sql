-- Who sees to a referral that waits: somebody gives it to a member of staff, or takes it back.
--
-- It is a row of its own and no fact of the record: it says who does some work within the site, as who answers the
-- telephone does, nothing of the family, and it counts in no figure. It gives nobody access to anything.

CREATE SCHEMA referral;
COMMENT ON SCHEMA referral IS 'How referrals are seen to; what was referred and decided stands in the record.';
GRANT USAGE ON SCHEMA referral TO homeward_application;

CREATE TABLE referral.owner (
    site_id integer NOT NULL,
    stream text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('episode') STORED,
    episode_id uuid NOT NULL,
    turn integer NOT NULL,
    staff site.code,
    given_at timestamptz NOT NULL,
    given_by site.code NOT NULL,
    CONSTRAINT owner_pkey PRIMARY KEY (site_id, episode_id, turn),
    CONSTRAINT owner_stream_fkey FOREIGN KEY (site_id, stream, episode_id)
        REFERENCES record.stream (site_id, stream, stream_id) ON DELETE CASCADE,
    CONSTRAINT owner_turn_positive CHECK (turn >= 1),
    CONSTRAINT owner_first_is_somebody CHECK (turn > 1 OR staff IS NOT NULL),
    CONSTRAINT owner_given_at_finite CHECK (isfinite(given_at))
);
COMMENT ON TABLE referral.owner IS
    'To whom a referral was given, in the order in which it was; the last one holds. Append-only.';
COMMENT ON COLUMN referral.owner.turn IS 'Its place among those of the referral, 1 and up.';
COMMENT ON COLUMN referral.owner.staff IS 'Who sees to it; null when it was taken back.';
CREATE INDEX owner_stream_idx ON referral.owner (site_id, stream, episode_id);
ALTER TABLE referral.owner ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON referral.owner TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON referral.owner TO homeward_owner USING (true) WITH CHECK (true);
CREATE POLICY reach ON referral.owner AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );
GRANT SELECT, INSERT ON referral.owner TO homeward_application;
