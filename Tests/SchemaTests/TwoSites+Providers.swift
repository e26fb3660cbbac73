extension TwoSites {
    /// Identity providers of both sites, whom they mean, and somebody who is away at each.
    static let providers: [Seed] = [
        Seed(
            table: "access.provider",
            template: """
                INSERT INTO access.provider
                VALUES (:site, ':id1', 'provider-:site', 'https://id.example.org', 'homeward', NULL, NULL, 'operator',
                    '2026-01-01Z')
                """),
        Seed(
            table: "access.provider_link",
            template: """
                INSERT INTO access.provider_link VALUES (:site, ':id1', :digest, ':id1', 'operator', '2026-01-01Z')
                """),
        Seed(
            table: "door.provider_sign_in",
            template: """
                INSERT INTO door.provider_sign_in
                VALUES (decode(repeat(':site:site', 32), 'hex'), :digest, ':id1', 'k1', decode(repeat('ab', 40), 'hex'),
                    '2026-01-01Z', '2026-01-01 00:10Z')
                """),
        Seed(
            table: "door.subject_wish",
            template: "INSERT INTO door.subject_wish VALUES (':id1', ':id1', :digest, 'operator', '2026-01-01Z')"),
    ]
}
