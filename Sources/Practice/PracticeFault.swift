import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres

/// Why a use case could not be carried out. Refusals of the engine and faults of the store, of site files and of
/// reports come through as they are.
package enum PracticeFault: Error, Sendable {
    /// What keeps the database from answering, and what mends it.
    package enum Cause: Hashable, Sendable {
        /// There is no server to talk to, or it went away.
        case databaseAway
        /// The server has no database of this programme's yet, or an older one.
        case notMigrated
        /// All connections are in use.
        case busy
        /// The server went away while it was told to commit: what was asked for may have been recorded.
        case lostWhileCommitting
    }

    /// Nothing can be done now; the same again later may succeed.
    case unavailable(Cause, underlying: PostgresFault?)
    /// There is no site of that code.
    case unknownSite(SiteCode, known: [SiteCode])
    /// The site has no team of that code.
    case unknownTeam(TeamCode, known: [TeamCode])
    /// Neither a referral of the scope nor the site's configuration names the authority.
    case unknownAuthority(AuthorityCode, known: [AuthorityCode])
    /// Nobody of that code is in a post of the team that the measure rates.
    case unknownColleague(StaffCode, known: [StaffCode])
    /// The site has no episode of that reference.
    case unknownEpisode(EpisodeRef)
    /// The episode was referred after the day that was asked about.
    case notYetReferred(EpisodeRef, on: CivilDate, referred: CivilDate)
    /// A team works by a model that the programme does not have.
    case modelAway(ModelID, known: [ModelID])
    /// The programme has no such version of the model of an episode that is asked to move.
    case noSuchVersion(ModelID, ModelVersion, known: [ModelVersion])
    /// The programme has no model of that id.
    case unknownModel(ModelID, known: [ModelID])
    /// The programme does not have the version of the model that an episode is pinned to.
    case missingModel(ModelID, ModelVersion)
    /// Others were quicker to use another file under the id and version of a declared model.
    case modelTaken(ModelID, ModelVersion)
    /// The site never had settings of that version.
    case missingSettings(SettingsVersion, newest: SettingsVersion)
    /// An episode moves to an older version of its model or settings only when it came under the newer one by mistake.
    case olderVersion(ModelEnvelope, than: ModelEnvelope)
    /// The episode, its versions or the day are others than when the move was previewed.
    case previewOutdated(EpisodeRef)
    /// The first event of an episode names its model; there is nothing on record yet and none was named.
    case modelNotNamed
    /// The site has nothing of that id that the asker reaches.
    case unknownRecord
    /// There is no account of that code, or it is disabled.
    case unknownAccount(AccountCode)
    /// The asker works at the site, and none of their roles there may do it.
    case notAllowed(Action)
    /// It needs the second factor of a moment ago.
    case stepUpNeeded(Action)
    /// The person owes no return of the measure in the slot of today, or returned it already.
    case noReturnOwed(InstrumentID)
}

extension PracticeFault: CustomStringConvertible, CustomDebugStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .unavailable(.databaseAway, _):
            "the database does not answer: run 'homeward cluster start', or look after the server that --database names"
        case .unavailable(.notMigrated, _): "the database is not ready for this version: run 'homeward migrate'"
        case .unavailable(.busy, _): "all connections to the database are in use; try again"
        case .unavailable(.lostWhileCommitting, _):
            "the database went away while it was recording, so it may or may not have been done; run the same again"
        case .unknownSite(let code, let known): "there is no site \(code); " + PracticeFault.list(known, of: "sites")
        case .unknownTeam(let code, let known):
            "the site has no team \(code); " + PracticeFault.list(known, of: "teams")
        case .unknownAuthority(let code, let known):
            "no referral names the authority \(code.text); "
                + PracticeFault.list(known.map(\.text), of: "authorities")
        case .unknownColleague(let code, let known):
            "the measure does not rate \(code) in this team; it rates " + known.map(\.text).joined(separator: ", ")
        case .unknownEpisode(let ref): "the site has no episode \(ref)"
        case .unknownModel(let id, let known): "there is no model \(id); " + PracticeFault.list(known, of: "models")
        case .notYetReferred(let ref, let day, let referred):
            "\(ref) was referred on \(referred); on \(day) there was nothing to show"
        case .modelAway(let id, let known):
            "the site works by the model \(id), which this programme does not have; "
                + PracticeFault.list(known, of: "models")
        case .noSuchVersion(let id, let version, let known):
            "\(id) has no version \(version.number); there \(known.count == 1 ? "is" : "are") "
                + known.sorted().map { "\($0.number)" }.joined(separator: ", ")
        case .missingModel(let id, let version):
            "episodes run under version \(version.number) of the model \(id), which this programme does not have"
        case .modelTaken(let id, let version):
            "the database keeps another file as version \(version.number) of the model \(id); a version never changes, so "
                + "give this one the next version"
        case .unknownAccount(let code): "there is no account \(code) that may sign in"
        case .unknownRecord: "the site has no such record"
        case .notAllowed(let action):
            "this account may not do that here (\(action.rawValue)); an administrator of the site can say who may"
        case .stepUpNeeded(let action):
            "give the second factor again first: \(action.rawValue) needs one that is at most ten minutes old"
        case .noReturnOwed(let instrument):
            "no return of \(instrument) is owed now: raters have been in post long enough, took part in what they rate, "
                + "and return it once in each slot"
        case .missingSettings(let version, let newest):
            "the site has no settings of version \(version.number); the newest are version \(newest.number)"
        case .olderVersion(let target, let pin):
            "version \(target.version.number) of \(target.model) with settings \(target.settings.number) is older "
                + "than version \(pin.version.number) with settings \(pin.settings.number), under which the episode "
                + "runs; it goes back only because of a mistake"
        case .previewOutdated(let ref):
            "the move of \(ref) is no longer the one that was previewed: its record, the newest versions or the day "
                + "changed; preview it again"
        case .modelNotNamed: "nothing is on record yet; the first event is the referral, which names the model"
        }
    }

    /// The sentence, and for the log what the database said.
    package var debugDescription: String {
        guard case .unavailable(_, let underlying?) = self else { return description }
        return "\(description) [\(underlying.debugDescription)]"
    }

    private static func list(_ known: [some CustomStringConvertible], of what: String) -> String {
        known.isEmpty
            ? "there are no \(what) yet" : "known \(what): " + known.map(\.description).joined(separator: ", ")
    }
}
