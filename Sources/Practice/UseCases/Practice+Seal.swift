import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites

/// What sealing a site did.
package enum Sealing: Sendable {
    /// Somebody else is sealing it now.
    case taken
    /// So many looks and events were sealed; the head is the site's last seal, nil while nothing ever was.
    case done(rows: Int, head: Seal?)
}

extension Practice {
    /// Takes a mark up to which everything can be sealed, at all sites, as soon as it is settled.
    package func sealMark() async throws -> SealMark {
        try await withNetwork(for: .verify, isNoted: false) { try await SealMark.take(in: $0) }
    }

    /// Whether everybody who was at work when a mark was taken has ended.
    package func isSettled(_ mark: SealMark) async throws -> Bool {
        try await withNetwork(for: .verify, isNoted: false, access: .readOnly) { try await mark.isSettled(in: $0) }
    }

    /// Seals the looks and events of a site up to a mark, and copies its seals to the file outside the database.
    /// - Parameter mark: One that is settled.
    /// - Throws: `SealFault` when what is there was not sealed by this home.
    package func seal(_ site: NightSite, upTo mark: SealMark, in book: SealBook) async throws -> Sealing {
        guard let file = try SealFile.claim(site.code, in: book.folder) else { return .taken }
        let sealer = Sealer(of: .site(site.id), key: book.key)
        var sealed = 0
        while true {
            let turn = try await inScope(of: site, for: .verify) { transaction in
                try await sealer.seal(upTo: mark, at: clock.now(), in: transaction)
            }
            guard case .made(_, let rows, let isDone) = turn else { return .taken }
            sealed += rows
            if isDone { break }
        }
        let head = try await inScope(of: site, for: .verify, access: .readOnly) {
            try await book.copy(sealer, to: file, in: $0)
        }
        return .done(rows: sealed, head: head)
    }

    /// Seals the looks at figures of the network up to a mark, as those of a site.
    /// - Parameter mark: One that is settled.
    /// - Throws: `SealFault` when what is there was not sealed by this home.
    package func sealNetwork(upTo mark: SealMark, in book: SealBook) async throws -> Sealing {
        guard let file = try SealFile.claim(nil, in: book.folder) else { return .taken }
        let sealer = Sealer(of: .network, key: book.key)
        var sealed = 0
        while true {
            let turn = try await withNetwork(for: .verify, isNoted: false) { transaction in
                try await sealer.seal(upTo: mark, at: clock.now(), in: transaction)
            }
            guard case .made(_, let rows, let isDone) = turn else { return .taken }
            sealed += rows
            if isDone { break }
        }
        let head = try await withNetwork(for: .verify, isNoted: false, access: .readOnly) {
            try await book.copy(sealer, to: file, in: $0)
        }
        return .done(rows: sealed, head: head)
    }

    /// Holds the looks at figures of the network against their seals. It is the programme's and the operator's.
    package func auditNetwork(in book: SealBook) async throws -> AuditReport {
        let file = try SealFile.open(nil, in: book.folder)
        return try await withNetwork(
            for: .verify, isNoted: false, isolation: .repeatableRead, access: .readOnly
        ) { transaction in
            try await SealCheck(of: .network, key: book.key).run(against: file, in: transaction)
        }
    }

    /// Holds a site's looks and events against its seals. Others may work meanwhile.
    package func audit(
        _ site: SiteCode, in book: SealBook, progress: (AuditReport) -> Void = { _ in }
    ) async throws -> AuditReport {
        let file = try SealFile.open(site, in: book.folder)
        return try await withSite(site, for: .verify, isNoted: false, access: .readOnly, isolation: .repeatableRead) {
            session in
            try await SealCheck(of: .site(session.site.id), key: book.key)
                .run(against: file, in: session.transaction, progress: progress)
        }
    }
}
