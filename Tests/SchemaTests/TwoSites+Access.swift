extension TwoSites {
    /// Accounts, and what they are granted at both sites.
    static let access: [Seed] = [
        Seed(
            table: "door.account",
            template: """
                INSERT INTO door.account
                VALUES (':id1', 'account-:site', 'k1', decode(repeat('ab', 40), 'hex'), '2026-01-01Z')
                """),
        Seed(
            table: "access.site_grant",
            template: """
                INSERT INTO access.site_grant (site_id, grant_id, account_id, role, from_day, granted_by, granted_at)
                VALUES (:site, ':id2', ':id1', 'supervisor', '2026-01-01', 'operator', '2026-01-01Z')
                """),
        Seed(
            table: "door.network_grant",
            template: """
                INSERT INTO door.network_grant
                VALUES (':id2', ':id1', 'network-analyst', '2026-01-01', NULL, 'operator', '2026-01-01Z')
                """),
        Seed(
            table: "access.bar",
            template: "INSERT INTO access.bar VALUES (:site, ':id1', ':id3', 'operator', '2026-01-01Z')"),
        Seed(
            table: "exchange.keyed_write",
            template: """
                INSERT INTO exchange.keyed_write (
                    site_id, account_id, write_key, request, stream, stream_id, version, advice, recorded_at)
                VALUES (:site, ':id1', :digest, :digest, 'episode', ':id3', 1, '{}', '2026-01-05Z')
                """,
            // At first it held writes of episodes alone.
            former: .init(
                column: "episode_id", now: "stream_id",
                template: """
                    INSERT INTO exchange.keyed_write (
                        site_id, account_id, write_key, request, episode_id, version, advice, recorded_at)
                    VALUES (:site, ':id1', :digest, :digest, ':id3', 1, '{}', '2026-01-05Z')
                    """
            )),
        Seed(
            table: "exchange.network_write",
            template: """
                INSERT INTO exchange.network_write VALUES (':id1', :digest, :digest, '1', '2026-01-05Z')
                """),
        Seed(
            table: "access.look",
            template: """
                INSERT INTO access.look (site_id, arrival, at, account_id, actor, way, action, relation, target,
                    target_id, outcome)
                VALUES (:site, :site, '2026-01-01Z', ':id1', 'account-:site', 'session', 'access.break-glass',
                    'own-site', 'episode', ':id3', 'allowed')
                """),
        Seed(
            table: "access.glass",
            template: """
                INSERT INTO access.glass
                VALUES (:site, ':id1', 'account-:site', ':id3', '2026-01-01Z', '2026-01-01 04:00Z', ':id1', :digest)
                """),
        Seed(
            table: "door.network_look",
            template: """
                INSERT INTO door.network_look
                VALUES (:site, '2026-01-01Z', ':id1', 'account-:site', 'session', 'report.network', 'allowed')
                """),
        Seed(
            table: "access.seal",
            template: """
                INSERT INTO access.seal VALUES (:site, 1, 1, 100, 1, decode(repeat('ab', 24), 'hex'), :digest,
                    '2026-01-01Z', 'k1', :digest)
                """),
        Seed(
            table: "access.disposal_seal",
            template: "INSERT INTO access.disposal_seal VALUES (:site, 'episode', ':id3', 'master', :digest)"),
        Seed(
            table: "access.disposed",
            template: "INSERT INTO access.disposed VALUES (:site, 1, 'episode', ':id3')"),
        Seed(
            table: "access.relative",
            template: "INSERT INTO access.relative VALUES (:site, ':id1', ':id3', 'account-:site', '2026-01-01Z')"),
        Seed(
            table: "access.alert",
            template: "INSERT INTO access.alert VALUES (:site, 'relative', :site, '2026-01-01', 1)"),
    ]
}
