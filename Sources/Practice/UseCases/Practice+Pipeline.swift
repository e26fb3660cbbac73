import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

/// A prospective site, and the site that it became.
package struct PipelineEntry: Hashable, Sendable {
    /// The prospective site.
    package let prospect: Prospect
    /// The site of the same code; nil while its file has not been applied.
    package let site: Site?
}

extension Practice {
    /// All prospective sites, by code, each with the site that it became.
    package func pipeline() async throws -> [PipelineEntry] {
        let sites = try await sites()
        let prospects = try await network { try await Pipeline.list(in: $0) }
        return prospects.map { prospect in
            PipelineEntry(prospect: prospect, site: sites.first { $0.code == prospect.code })
        }
    }

    /// One prospective site, with the site that it became.
    /// - Throws: `ProspectFault`.
    package func pipeline(of code: SiteCode) async throws -> PipelineEntry {
        let prospect = try await network { try await Pipeline.find(code, in: $0) }
        return PipelineEntry(prospect: prospect, site: try await sites().first { $0.code == code })
    }

    /// Adds a prospective site.
    /// - Throws: `ProspectFault`.
    package func addProspect(_ code: SiteCode, name: String) async throws {
        try await network { try await Pipeline.add(code, name: name, in: $0) }
    }

    /// Records that a prospective site reached a stage.
    /// - Parameter reason: why it is not the next one in turn; nil when it is.
    /// - Throws: `ProspectFault`.
    package func reach(
        _ stage: SiteStage, by code: SiteCode, on day: CivilDate, because reason: String? = nil
    ) async throws {
        let note = note()
        try await network { transaction in
            try await Pipeline.reach(stage, by: code, on: day, because: reason, note, in: transaction)
        }
    }

    /// Takes back a stage that was recorded by mistake. It stays in the history, with the reason.
    /// - Throws: `ProspectFault`.
    package func void(_ stage: SiteStage, of code: SiteCode, on day: CivilDate, because reason: String) async throws {
        let note = note()
        try await network { transaction in
            try await Pipeline.void(stage, of: code, on: day, because: reason, note, in: transaction)
        }
    }

    /// Adds a prospective site, once however often it is sent under its key.
    /// - Throws: ``KeyedWriteFault``, `ProspectFault`.
    package func addProspectOnce(
        _ code: SiteCode, name: String, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        try await networkOnce(keyed, for: .managePipeline) { transaction in
            try await Pipeline.add(code, name: name, in: transaction)
            return nil
        }
    }

    /// Records that a prospective site reached a stage, once however often it is sent under its key.
    /// - Throws: ``KeyedWriteFault``, `ProspectFault`.
    package func reachOnce(
        _ stage: SiteStage, by code: SiteCode, on day: CivilDate, because reason: String?, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        try await networkOnce(keyed, for: .managePipeline) { transaction in
            try await Pipeline.reach(stage, by: code, on: day, because: reason, note(), in: transaction)
            return nil
        }
    }

    /// Takes back a stage that was recorded by mistake, once however often it is sent under its key.
    /// - Throws: ``KeyedWriteFault``, `ProspectFault`.
    package func voidOnce(
        _ stage: SiteStage, of code: SiteCode, on day: CivilDate, because reason: String, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        try await networkOnce(keyed, for: .managePipeline) { transaction in
            try await Pipeline.void(stage, of: code, on: day, because: reason, note(), in: transaction)
            return nil
        }
    }

    private func note() -> Pipeline.Note {
        let now = clock.now()
        return Pipeline.Note(today: now.utcDay, at: now, by: actor)
    }

    private func network<Result: Sendable>(
        _ body: (Transaction) async throws -> Result
    ) async throws -> Result {
        try await withNetwork(for: .managePipeline, body)
    }
}
