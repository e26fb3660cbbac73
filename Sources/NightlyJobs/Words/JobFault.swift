import CivilDate
import Intervention

/// Why nightly work could not be asked for or ended. What goes wrong in a job itself comes through as it is.
package enum JobFault: Error, Hashable, Sendable {
    /// There is no job of that name.
    case unknownJob(JobName, known: [JobName])
    /// Somebody else took the occurrence over: what was written for it is given up.
    case lost(OccurrenceKey)
    /// Somebody is at work on it.
    case held(OccurrenceKey)
    /// The ledger has no such occurrence.
    case noOccurrence(OccurrenceKey)
    /// The occurrence does not stand where this can be done with it.
    case standing(OccurrenceKey, OccurrenceState, wanted: String)
    /// It is done, and cannot be done again.
    case kept(OccurrenceKey, because: String)
    /// The night of a date has not begun.
    case notYet(OccurrenceKey, begins: Instant)
    /// A job of the same date that it waits for is not done.
    case waits(OccurrenceKey, for: JobName)
    /// The jobs name a predecessor that is not before them.
    case disordered(JobName, after: JobName)
    /// A row of the ledger holds a word that this programme does not know.
    case unreadable(SiteCode)
    /// The site's time zone is not known to this system.
    case unknownTimeZone(SiteCode, String)
    /// A message could not be handed over.
    case notSent(String)
}

extension JobFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .unknownJob(let name, let known):
            "there is no job \(name); known jobs: " + known.map(\.text).joined(separator: ", ")
        case .lost(let key): "\(key) was taken over by another worker; what this one did is given up"
        case .held(let key): "\(key) is being worked on; try again when it has ended"
        case .noOccurrence(let key):
            "\(key) is not in the ledger; 'homeward jobs list --site \(key.site)' shows what is, and 'homeward jobs run' "
                + "does a date that is not"
        case .standing(let key, let state, let wanted): "\(key) is \(state.rawValue); \(wanted)"
        case .kept(let key, let reason): "\(key) is done and stays as it is, with what was sent: \(reason)"
        case .notYet(let key, let begins): "the night of \(key) begins at \(begins); a date is done when it has come"
        case .waits(let key, let name):
            "\(key) waits for \(name), which is not done for that date: run 'homeward jobs run \(key.site)/\(name)/\(key.date)' "
                + "first, or leave it out with 'homeward jobs skip'"
        case .disordered(let name, let after): "the job \(name) waits for \(after), which does not come before it"
        case .unreadable(let site):
            "the ledger of site \(site) holds what this programme does not know: is it too old?"
        case .unknownTimeZone(let site, let zone):
            "this system does not know the time zone \(zone) of site \(site): install tzdata, or apply the site's file with "
                + "another; until then its dates are told by \(NightCalendar.zoneInDoubt)"
        case .notSent(let why): why
        }
    }
}
