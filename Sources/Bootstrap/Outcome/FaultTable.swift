import Accounts
import EpisodeStore
import Exchange
import InterfaceCheck
import Intervention
import NightlyJobs
import Postgres
import Practice
import PrivateCluster
import Reporting
import Schema
import Simulation
import Sites
import Vault
import Web
import YAMLFile

/// The one table from errors to exit statuses and sentences. What it does not know is a fault of the program.
///
/// Sentences come from the errors' `description`, which holds no value of a person, no SQL and no connection string.
package enum FaultTable {
    /// How a command ends that failed with the error.
    /// - Parameter mending: what mends a database that is away; nil when the settings are not known yet.
    package static func verdict(of error: any Error, mending: Mending? = nil) -> Verdict {
        switch error {
        case let fault as CommandFault: Verdict(status: fault.status, sentence: fault.description)
        case let fault as UnusableSettings:
            Verdict(status: fault.isUsage ? .usage : .configuration, sentence: fault.description)
        case let fault as ClusterFault: Verdict(status: status(of: fault.category), sentence: fault.description)
        case let fault as SchemaFault: Verdict(status: status(of: fault), sentence: fault.description)
        case let fault as VaultFault: Verdict(status: status(of: fault.code), sentence: fault.description)
        case let fault as PostgresFault: verdict(of: fault, mending)
        case let fault as PoolFault: Verdict(status: .tryLater, sentence: fault.description)
        case let fault as PracticeFault: verdict(of: fault, mending)
        case let fault as SealFault: Verdict(status: status(of: fault), sentence: fault.description)
        case let fault as StoreFault: Verdict(status: status(of: fault.code), sentence: fault.description)
        case let fault as ReportFault: Verdict(status: status(of: fault), sentence: flag(of: fault) + fault.description)
        case let fault as ImportFault: Verdict(status: status(of: fault.code), sentence: fault.description)
        case let fault as SimulationFault: Verdict(status: status(of: fault), sentence: fault.description)
        case let fault as FileFault: Verdict(status: status(of: fault), sentence: fault.description)
        case let fault as ScreeningFault: Verdict(status: .usage, sentence: "--born: " + fault.description)
        case let fault as AccountWorkFault: Verdict(status: .data, sentence: fault.description)
        case let fault as AccountFault: Verdict(status: .data, sentence: fault.description)
        case let fault as ReplacementFault: Verdict(status: .data, sentence: fault.description)
        case let fault as ProviderFault: Verdict(status: .data, sentence: fault.description)
        case let fault as PasswordFault: Verdict(status: .data, sentence: fault.description)
        case let fault as TokenFault: Verdict(status: .usage, sentence: fault.description)
        case let fault as SignInFault: Verdict(status: .tryLater, sentence: fault.description)
        case let fault as ProspectFault: Verdict(status: .data, sentence: fault.description)
        case let fault as ReviewFault: Verdict(status: .data, sentence: fault.description)
        case let fault as EditionFault:
            Verdict(status: status(of: fault), sentence: flag(of: fault) + fault.description)
        case let fault as OutlierFault: Verdict(status: .data, sentence: fault.description)
        case let fault as PeopleFault: Verdict(status: status(of: fault), sentence: fault.description)
        case let fault as ParticularFault: Verdict(status: .data, sentence: fault.description)
        case let fault as GlassFault: Verdict(status: status(of: fault), sentence: fault.description)
        case let fault as RetentionFault: Verdict(status: status(of: fault), sentence: fault.description)
        case let fault as SubjectFault: Verdict(status: .internal, sentence: fault.description)
        case let flaw as SubjectRedactions.Flaw: Verdict(status: .data, sentence: "--redact: " + flaw.description)
        case let fault as SiteFault: Verdict(status: status(of: fault), sentence: fault.description)
        case let fault as WebFault: Verdict(status: status(of: fault), sentence: fault.description)
        case let fault as InterfaceCheckFault: Verdict(status: status(of: fault), sentence: fault.description)
        case let fault as JobFault: Verdict(status: status(of: fault), sentence: fault.description)
        case let fault as MailFault: Verdict(status: status(of: fault), sentence: fault.description)
        case let misfit as InstrumentMisfit: Verdict(status: .data, sentence: misfit.description)
        case let refusal as Refusal: Verdict(status: .data, sentence: refusal.description)
        case let fault as Intervention.SettingsFault: Verdict(status: .configuration, sentence: fault.description)
        case let fault as LawBroken: Verdict(status: .configuration, sentence: fault.description)
        case is CancellationError: Verdict(status: .tryLater, sentence: "stopped before it was done")
        default:
            Verdict(status: .internal, sentence: "a fault of the program (\(type(of: error))); nothing was changed")
        }
    }

    private static func verdict(of fault: PostgresFault, _ mending: Mending?) -> Verdict {
        let status = status(of: fault)
        if fault.sqlState == .lockNotAvailable {
            return Verdict(
                status: status, sentence: "another command is at work on the same site; nothing was changed, try again")
        }
        let constraint = fault.constraintName.map { " The constraint is \($0)." } ?? ""
        let remedy =
            if fault.sqlState == .diskFull {
                " The disk of the database is full: make room on it and run the command again."
            } else {
                status == .unavailable ? mending.map { " To mend it, \($0.start)." } ?? "" : ""
            }
        return Verdict(status: status, sentence: fault.description + constraint + remedy)
    }

    private static func verdict(of fault: PracticeFault, _ mending: Mending?) -> Verdict {
        switch fault {
        case .unavailable(.databaseAway, _):
            let remedy = mending.map { ": \($0.start)" } ?? ""
            return Verdict(status: .unavailable, sentence: "the database went away; nothing was recorded\(remedy)")
        case .unavailable(.lostWhileCommitting, _):
            let remedy = mending.map { ": \($0.start); it finds what was recorded" } ?? ""
            return Verdict(
                status: .unavailable,
                sentence: "the database went away while it was recording, so it may or may not have been done\(remedy)"
            )
        case .unavailable(.notMigrated, _):
            let remedy = mending.map { ": run `\($0.migrate)`" } ?? ""
            return Verdict(status: .unavailable, sentence: "the database is not migrated\(remedy)")
        case .unavailable(.busy, _): return Verdict(status: .tryLater, sentence: fault.description)
        case .unknownSite(_, let known):
            return unknown(fault, known, flag: "--site", missing: "homeward site apply FILE")
        case .unknownTeam(_, let known):
            return unknown(fault, known, flag: "--team", missing: "homeward site apply FILE")
        case .unknownAuthority(let code, let known):
            let nearest = NearestWord.to(code.text, among: known.map(\.text)).map { "; the nearest is \($0)" } ?? ""
            return Verdict(status: .data, sentence: "--authority: \(fault.description)\(nearest)")
        case .unknownModel(_, let known): return unknown(fault, known, flag: "--model", missing: "homeward model list")
        case .unknownEpisode, .notYetReferred, .noSuchVersion, .missingSettings, .olderVersion, .previewOutdated,
            .unknownColleague:
            return Verdict(status: .data, sentence: fault.description)
        case .missingModel, .modelAway, .modelTaken: return Verdict(status: .configuration, sentence: fault.description)
        case .notAllowed, .stepUpNeeded: return Verdict(status: .noPermission, sentence: fault.description)
        case .unknownAccount: return Verdict(status: .data, sentence: "--for: \(fault.description)")
        case .modelNotNamed, .noReturnOwed, .unknownRecord: return Verdict(status: .data, sentence: fault.description)
        }
    }

    /// The flag that a fault of a report is about, to begin its sentence with.
    private static func flag(of fault: ReportFault) -> String {
        switch fault {
        case .periodReversed, .periodNotMonths: "--from: "
        case .modelNotRun: "--model: "
        case .knownAtInFuture: "--known-at: "
        case .teamNeedsSite: "--team: "
        case .noShare: "--indicator: "
        case .sitesNeedAll: "--by: "
        case .dayToCome: "--on: "
        case .staleFacts, .inexact, .impossibleDays, .impossibleMeasure, .impossibleReferrals: ""
        }
    }

    /// The flag that a fault of an edition is about, to begin its sentence with.
    private static func flag(of fault: EditionFault) -> String {
        switch fault {
        case .notQuarters, .notALength, .unfinished, .across: "--from: "
        case .outAlready, .restatesOther: "--restates: "
        case .badNote: "--note: "
        case .unknown, .movedOn, .unreadable, .empty, .solverMissing, .unsafe: ""
        }
    }

    private static func unknown(
        _ fault: PracticeFault, _ known: [some CustomStringConvertible], flag: String, missing command: String
    ) -> Verdict {
        let remedy = known.isEmpty ? ": run `\(command)`" : ""
        return Verdict(status: .data, sentence: "\(flag): \(fault.description)\(remedy)")
    }
}
