-- How many of the interviews that were owed were held is a figure of the network too: for that, the day of each is enough.
-- Its score, the therapist and the team of the day stay with the site, as they did.

CREATE POLICY reporting_all ON reporting.interview_fact FOR SELECT TO homeward_reporting USING (true);
GRANT SELECT (site_id, episode_key, known_from, known_to, held_on, shape) ON reporting.interview_fact
    TO homeward_reporting;

-- Programme reviews, each with all its figures as they were when it was frozen: what a site looks at every six months. The
-- document is kept in each of its forms, so that it prints the same for ever; the goals are kept apart, so that the next
-- review can carry them forward.

CREATE TABLE site.programme_review (
    site_id integer NOT NULL,
    review_no integer NOT NULL,
    from_day date NOT NULL,
    through_day date NOT NULL,
    known_at timestamptz NOT NULL,
    goals jsonb NOT NULL,
    as_json text NOT NULL,
    as_text text NOT NULL,
    as_csv text NOT NULL,
    checksum bytea NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by site.code NOT NULL,
    CONSTRAINT programme_review_pkey PRIMARY KEY (site_id, review_no),
    CONSTRAINT programme_review_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT programme_review_no_positive CHECK (review_no >= 1),
    CONSTRAINT programme_review_period_in_order CHECK (from_day <= through_day),
    CONSTRAINT programme_review_goals_is_list CHECK (jsonb_typeof(goals) = 'array'),
    CONSTRAINT programme_review_checksum_is_digest CHECK (octet_length(checksum) = 32),
    CONSTRAINT programme_review_times_finite CHECK (isfinite(known_at) AND isfinite(recorded_at))
);
COMMENT ON TABLE site.programme_review IS
    'Programme reviews of a site with their figures as they were frozen; append-only.';
COMMENT ON COLUMN site.programme_review.review_no IS 'Its number at the site, 1 and up.';
COMMENT ON COLUMN site.programme_review.known_at IS 'What was known at this time was counted.';
COMMENT ON COLUMN site.programme_review.goals IS
    'The goals in their order: code, goal, owner (a code of staff), due, standing, since (the review that stated it first).';
COMMENT ON COLUMN site.programme_review.as_json IS 'The document for programs; beside it for people and for spreadsheets.';
COMMENT ON COLUMN site.programme_review.checksum IS 'SHA-256 of the three forms, with a zero byte after each.';
ALTER TABLE site.programme_review ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON site.programme_review TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON site.programme_review TO homeward_owner USING (true) WITH CHECK (true);
CREATE POLICY reach ON site.programme_review AS RESTRICTIVE TO homeward_application
    USING ((SELECT access.sees_all()))
    WITH CHECK ((SELECT access.sees_all()));
GRANT SELECT, INSERT ON site.programme_review TO homeward_application;
CREATE TRIGGER programme_review_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON site.programme_review
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();
