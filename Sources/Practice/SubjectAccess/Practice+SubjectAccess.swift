import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Draws up everything that a site keeps of a child. Who reads it marks what is to be taken out; nothing of it leaves the
    /// site before that.
    /// - Parameters:
    ///   - receivedOn: the day on which the request came; nil for today at the site.
    ///   - redactions: what is to be taken out, by the ids of a pack that was drawn up before.
    package func subjectAccess(
        of naming: ChildNaming, at code: SiteCode, receivedOn: CivilDate? = nil,
        redactions: SubjectRedactions = SubjectRedactions()
    ) async throws -> SubjectPack {
        try await withSite(code, for: .subjectAccess) { session in
            let child = try await session.child(naming)
            _ = try await session.workOutRetention(on: session.today, knownAt: clock.now())
            let kept = try await session.retentionEntries().first { $0.child == child }
            var pack = SubjectPack(
                child: child, ref: kept?.ref, site: session.site.name, drawnOn: session.today,
                deadline: SubjectPack.Deadline(receivedOn: receivedOn ?? session.today), kept: kept,
                parts: try await session.subjectParts(of: child),
                leftOut: SubjectCatalogue.leftOut.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })
            try redactions.apply(to: &pack)
            return pack
        }
    }
}
