import CivilDate
import Crypto
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Vault

/// Applies site files: what a file says becomes the site, under a new version, and nothing that was is edited away.
package struct SiteApply: Sendable {
    private let store: EpisodeStore
    private let models: ModelRegistry
    private let clock: RecordClock
    private let author: Author
    private let newTeam: @Sendable (TeamCode) -> TeamID

    /// - Parameters:
    ///   - store: records the teams' openings and what is on record of their licence.
    ///   - models: the models whose parameters the files set.
    ///   - clock: tells the site's day, and when a version was applied.
    ///   - author: who applies.
    ///   - newTeam: makes the id of a team that is new.
    package init(
        store: EpisodeStore, models: ModelRegistry, clock: RecordClock, author: Author,
        newTeam: @escaping @Sendable (TeamCode) -> TeamID = { _ in .random() }
    ) {
        self.store = store
        self.models = models
        self.clock = clock
        self.author = author
        self.newTeam = newTeam
    }

    /// What applying a file would change.
    /// - Parameter transaction: one without a scope; it may be read-only.
    /// - Throws: ``SiteRefusal`` with every reason against it.
    package func plan(_ file: SiteFile, in transaction: Transaction) async throws -> SitePlan {
        let state = try await SiteState.read(file.code, store: store, in: transaction)
        return try SitePlan(applying: file, checksum: file.checksum, to: state, models: models, today: today(file))
    }

    /// Applies a file: the same file again changes nothing.
    /// - Parameter transaction: one without a scope; afterwards it is in the site's.
    /// - Returns: what was changed.
    /// - Throws: ``SiteRefusal`` with every reason against it, before anything is written.
    package func apply(_ file: SiteFile, in transaction: Transaction) async throws -> SitePlan {
        try await SiteApply.takeTurn(file.code, in: transaction)
        let state = try await SiteState.read(file.code, store: store, in: transaction)
        let plan = try SitePlan(applying: file, checksum: file.checksum, to: state, models: models, today: today(file))
        guard !plan.changesNothing else { return plan }
        let site = try await write(plan.site, of: file, known: state?.id, in: transaction)
        if let version = plan.newVersion {
            try await transaction.execute(
                """
                INSERT INTO site.configuration (site_id, version, applied_at, applied_by, checksum, document)
                VALUES (\(site.number), \(version.number), \(clock.now()), \(author.recordedBy.text),
                    \(file.checksum), \(file.document))
                """
            )
        }
        var commands: [RecordCommand] = []
        for change in plan.teams {
            commands += try await write(change, of: site, today: today(file), in: transaction)
        }
        if !commands.isEmpty {
            try await store.append(commands, site: site, by: author, today: today(file), in: transaction)
        }
        return plan
    }

    /// Two who apply the same site at once do so one after the other. It is the same turn until the transaction ends.
    package static func takeTurn(_ code: SiteCode, in transaction: Transaction) async throws {
        try await transaction.execute("SELECT pg_advisory_xact_lock(\(lockSpace), hashtext(\(code.text)))")
    }

    private func today(_ file: SiteFile) -> CivilDate {
        SiteClock(file.timeZone).day(of: clock.now())
    }

    /// Writes the site's own row and enters its scope.
    private func write(
        _ step: SitePlan.SiteStep, of file: SiteFile, known: SiteID?, in transaction: Transaction
    ) async throws -> SiteID {
        if let known {
            guard step != .keep else { return known }
            try await transaction.execute(
                """
                UPDATE site.site
                SET name = \(file.name), jurisdiction = \(file.jurisdiction.rawValue), time_zone = \(file.timeZone.name)
                WHERE site_id = \(known.number)
                """
            )
            return known
        }
        let made = try await transaction.query(
            """
            INSERT INTO site.site (code, name, jurisdiction, time_zone)
            VALUES (\(file.code.text), \(file.name), \(file.jurisdiction.rawValue), \(file.timeZone.name))
            RETURNING site_id
            """
        )
        guard let number = try made.column(0, as: Int32.self).first else { throw SiteFault.notConfigured(file.code) }
        try await transaction.execute(SiteScope.enter(SiteID(number)))
        return SiteID(number)
    }

    /// Writes a team's row; what belongs on record is given back as commands.
    private func write(
        _ change: SitePlan.TeamChange, of site: SiteID, today: CivilDate, in transaction: Transaction
    ) async throws -> [RecordCommand] {
        guard let wanted = change.wanted, change.steps != [.keep] else { return [] }
        let id = change.known?.id ?? newTeam(wanted.code)
        if change.known == nil {
            try await transaction.execute(
                """
                INSERT INTO site.team (site_id, team_id, code, model_id, started_on)
                VALUES (\(site.number), \(id.bound), \(wanted.code.text),
                    \(wanted.model.text), \(wanted.startedOn))
                """
            )
        } else {
            try await transaction.execute(
                """
                UPDATE site.team SET model_id = \(wanted.model.text), started_on = \(wanted.startedOn)
                WHERE site_id = \(site.number) AND team_id = \(id.bound)
                """
            )
        }
        return change.commands(to: id, of: wanted, today: today)
    }

    /// Marks a lock as this one's; any number would do that nothing else uses.
    private static let lockSpace: Int32 = 0x5349_5445
}

extension SiteFile {
    /// SHA-256 of the document in UTF-8, 32 bytes.
    var checksum: [UInt8] { Array(SHA256.hash(data: Array(document.utf8))) }
}
