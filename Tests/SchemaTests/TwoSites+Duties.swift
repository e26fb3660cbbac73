extension TwoSites {
    /// What nights derive.
    static let duties: [Seed] = [
        Seed(
            table: "duty.night",
            template: "INSERT INTO duty.night VALUES (:site, 'obligations', '2026-03-01', 1)"),
        Seed(
            table: "duty.subject",
            template: """
                INSERT INTO duty.subject
                VALUES (:site, 'obligations', 'episode', ':id3', 'E-1', 'A', 'T-1', 5, '2026-03-02', 1)
                """),
        Seed(
            table: "duty.obligation",
            template: """
                INSERT INTO duty.obligation
                VALUES (:site, 'episode', ':id3', 'adherence-interview', 'family', 1, '2026-02-01', '2026-02-08',
                    '2026-03-01', 'overdue', '2026-02-09', 0)
                """),
        Seed(
            table: "duty.alert",
            template: """
                INSERT INTO duty.alert
                VALUES (:site, 'episode', ':id3', 'no-contact', 1, 'urgent', '2026-02-20', 'not met')
                """),
    ]
}
