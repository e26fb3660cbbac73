import Postgres

/// What a database must allow before `homeward_owner` can make anything in it. Only its owner or a superuser can do that.
enum DatabaseGrants {
    /// One row: whether the login may grant, and whether the owner role can already create.
    static let state: Statement = """
        SELECT
            (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
                OR (SELECT pg_has_role(current_user, datdba, 'USAGE') FROM pg_database WHERE datname = current_database()),
            (SELECT has_database_privilege(oid, current_database(), 'CREATE') FROM pg_roles WHERE rolname = 'homeward_owner')
        """

    /// Takes from everybody what PostgreSQL gives to everybody, and lets our three roles in.
    static let grant: Statement = """
        DO $$
        BEGIN
            EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
            EXECUTE format(
                'GRANT CONNECT ON DATABASE %I TO homeward_application, homeward_reporting', current_database()
            );
            EXECUTE format('GRANT CREATE ON DATABASE %I TO homeward_owner', current_database());
            IF to_regnamespace('public') IS NOT NULL THEN
                REVOKE ALL ON SCHEMA public FROM PUBLIC;
            END IF;
        END
        $$
        """
}
