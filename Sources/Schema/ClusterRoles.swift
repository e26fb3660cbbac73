import Postgres

/// The three roles of the product. They belong to the cluster, so that every database of it shares them.
enum ClusterRoles {
    /// Whether all three are there and the login may take each of them.
    static let areReady: Statement = """
        SELECT count(*) = 3 FROM pg_roles
        WHERE rolname IN ('homeward_owner', 'homeward_application', 'homeward_reporting')
            AND pg_has_role(
                current_user, oid,
                CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
            )
        """

    /// Makes what is missing. To be run in the database `postgres`: an advisory lock holds within one database only, and
    /// databases of one cluster may be migrated at the same time.
    static let make: Statement = """
        DO $$
        DECLARE
            may text := CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END;
            wanted record;
        BEGIN
            -- "HMWD" as a number, and 1 for the roles of a cluster (2 is for the files of a database).
            PERFORM pg_advisory_xact_lock(1213028164, 1);
            FOR wanted IN
                SELECT * FROM (VALUES
                    ('homeward_owner', 'NOLOGIN'), ('homeward_application', 'LOGIN'), ('homeward_reporting', 'LOGIN')
                ) AS roles (name, login)
            LOOP
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name) THEN
                    EXECUTE format('CREATE ROLE %I %s', wanted.name, wanted.login);
                END IF;
                IF NOT pg_has_role(current_user, wanted.name, may) THEN
                    EXECUTE format('GRANT %I TO %I', wanted.name, current_user);
                END IF;
            END LOOP;
        END
        $$
        """

    /// Names of roles that could get round row-level security: the owner that logs in, any that is more than an ordinary
    /// role, and any other that may become the owner.
    static let tooPowerful: Statement = """
        SELECT rolname::text FROM pg_roles
        WHERE rolname IN ('homeward_owner', 'homeward_application', 'homeward_reporting') AND (
            rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication
            OR CASE rolname
                WHEN 'homeward_owner' THEN rolcanlogin
                ELSE pg_has_role(oid, (SELECT oid FROM pg_roles WHERE rolname = 'homeward_owner'), 'MEMBER')
            END
        )
        ORDER BY rolname
        """
}
