-- What the rest of the tables show: those that no family, team or kind of content held until now.
--
-- Held by the site alone stay, and a test names them: `site.configuration`, `site.instrument_definition` and `site.team`,
-- which tell how a site is set up and which everybody who works there needs; `access.provider` and `access.provider_link`,
-- which tell of sign-in; and the writing of `access.look`, for everybody who is refused leaves a look.

-- For who has all of the site: its officer, its administrator, the programme. They tell of no one family.

CREATE POLICY reach ON access.alert AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

CREATE POLICY reach ON access.seal AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

CREATE POLICY reach ON access.site_grant AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

CREATE POLICY reach ON retention.destroyed_key AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

CREATE POLICY reach ON retention.proposal AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

CREATE POLICY reach ON exchange.import AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

CREATE POLICY reach ON job.occurrence AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

CREATE POLICY reach ON job.lease AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

CREATE POLICY reach ON job.attempt AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

CREATE POLICY reach ON job.outbox AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

CREATE POLICY reach ON job.removal AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

CREATE POLICY reach ON duty.night AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

CREATE POLICY reach ON duty.quality AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

CREATE POLICY reach ON duty.edition_proposal AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all())
    )
    WITH CHECK (
        (SELECT access.sees_all())
    );

-- The same, and each row is about a family: a bar takes it away from them too.

CREATE POLICY reach ON access.relative AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all()) AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.sees_all()) AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON access.disposed AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all()) AND stream_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.sees_all()) AND stream_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON access.disposal_seal AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all()) AND stream_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.sees_all()) AND stream_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.stub AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all()) AND child_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.sees_all()) AND child_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON retention.hold AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all()) AND child_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.sees_all()) AND child_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON retention.pending_key AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all()) AND person_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.sees_all()) AND person_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON retention.proposed_child AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all()) AND child_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.sees_all()) AND child_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON duty.retention AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all()) AND child_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.sees_all()) AND child_id <> ALL ((SELECT access.barred())::uuid[])
    );

-- Who looked is for who has all of the site; a look is written by everybody.

CREATE POLICY reach ON access.look AS RESTRICTIVE FOR SELECT TO homeward_application
    USING (
        (SELECT access.sees_all())
        AND (target_id IS NULL OR target_id <> ALL ((SELECT access.barred())::uuid[]))
    );

-- Who opened a record in an emergency is told to those who reach the family. What an account has open itself is asked
-- before it reaches anything, so the function that answers it runs with the rights of the owner.

CREATE POLICY reach ON access.glass AS RESTRICTIVE TO homeward_application
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

ALTER FUNCTION access.open_glass(uuid, timestamptz) SECURITY DEFINER;

-- Facts of reports name no family: their keys cannot be told from ids that are reached. They are held to what is seen.

CREATE POLICY content ON reporting.episode_fact AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees('record'))
    )
    WITH CHECK (
        (SELECT access.sees('record'))
    );

CREATE POLICY content ON reporting.care_spell_fact AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees('record'))
    )
    WITH CHECK (
        (SELECT access.sees('record'))
    );

CREATE POLICY content ON reporting.model_fact AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees('record'))
    )
    WITH CHECK (
        (SELECT access.sees('record'))
    );

CREATE POLICY content ON reporting.interview_fact AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees('scores'))
    )
    WITH CHECK (
        (SELECT access.sees('scores'))
    );
