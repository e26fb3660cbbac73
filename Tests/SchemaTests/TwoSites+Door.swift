extension TwoSites {
    /// What opens the accounts.
    static let door: [Seed] = [
        Seed(
            table: "door.password",
            template: """
                INSERT INTO door.password VALUES (':id1', 'k1', decode(repeat('ab', 40), 'hex'), '2026-01-01Z')
                """),
        Seed(
            table: "door.factor",
            template: """
                INSERT INTO door.factor VALUES
                    (':id2', ':id1', 'k1', decode(repeat('ab', 40), 'hex'), '2026-01-01Z', '2026-01-01Z', 1),
                    (':id3', ':id1', 'k1', decode(repeat('ab', 40), 'hex'), '2026-01-01Z', NULL, NULL)
                """),
        Seed(
            table: "door.recovery_code",
            template: "INSERT INTO door.recovery_code VALUES (':id1', sha256(':id1'), '2026-01-01Z')"),
        Seed(
            table: "door.device",
            template: "INSERT INTO door.device VALUES (':id2', ':id1', sha256(':id1'), '2026-06-01Z')"),
        Seed(
            table: "door.session",
            template: """
                INSERT INTO door.session
                VALUES (':id2', ':id1', sha256(':id1'), 'full', '2026-01-01Z', '2026-01-01Z', '2026-01-01Z')
                """),
        Seed(
            table: "door.link",
            template: """
                INSERT INTO door.link
                VALUES (':id2', ':id1', sha256(':id1'), 'set-up', '2026-01-01Z', '2026-01-02Z')
                """),
        Seed(
            table: "door.token",
            template: """
                INSERT INTO door.token VALUES
                    (':id2', ':id1', 'script', 'hw_abc', sha256(':id1'), '{site.show}', '2026-01-01Z', '2026-02-01Z')
                """),
        Seed(
            table: "door.throttle",
            template: """
                INSERT INTO door.throttle VALUES ('account', sha256(':id1'), 1, '2026-01-01Z', '2026-01-01Z')
                """),
        Seed(
            table: "door.notice",
            template: "INSERT INTO door.notice VALUES (':id2', ':id1', 'password-set', '2026-01-01Z')"),
        Seed(
            table: "door.replacement",
            template: "INSERT INTO door.replacement VALUES (':id1', 'password', 'operator', '2026-01-01Z')"),
        Seed(
            table: "door.network_seal",
            template: """
                INSERT INTO door.network_seal VALUES (:site, 1, 100, 1, decode(repeat('ab', 24), 'hex'), :digest,
                    '2026-01-01Z', 'k1', :digest)
                """),
    ]
}
