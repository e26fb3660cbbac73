import Accounts
import EpisodeStore
import Exchange
import Glibc
import InterfaceCheck
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

extension FaultTable {
    static func status(of category: ClusterFault.Category) -> ExitStatus {
        switch category {
        case .unavailable: .unavailable
        case .cannotCreate: .cannotCreate
        case .noPermission: .noPermission
        case .configuration: .configuration
        case .diskFull: .inputOutput
        }
    }

    static func status(of fault: WebFault) -> ExitStatus {
        switch fault {
        case .portInUse, .refused: .unavailable
        case .portForbidden: .noPermission
        case .noSuchAddress: .configuration
        }
    }

    static func status(of fault: InterfaceCheckFault) -> ExitStatus {
        switch fault {
        case .address: .usage
        case .unreachable: .unavailable
        case .token, .notSimulated, .cannotWrite: .noPermission
        }
    }

    static func status(of fault: SchemaFault) -> ExitStatus {
        switch fault.code {
        case .lockNotAvailable: .tryLater
        case .databaseNotOurs, .rolesMissing: .noPermission
        case .serverTooOld, .roleTooPowerful, .changed, .unknown, .outOfOrder: .configuration
        case .refused: fault.underlying.map(status) ?? .internal
        }
    }

    static func status(of code: VaultFault.Code) -> ExitStatus {
        switch code {
        case .keyMissing, .keyMalformed, .storeMalformed, .unknownKey: .configuration
        case .keyTooOpen, .keyOwnedByAnother, .fileSystem(EACCES), .fileSystem(EPERM): .noPermission
        case .fileSystem: .inputOutput
        case .notAuthentic, .notTheCommittedText, .noSuchText: .data
        }
    }

    static func status(of fault: PostgresFault) -> ExitStatus {
        let state = fault.sqlState
        if let state, state.classCode == "28" || state == .insufficientPrivilege { return .noPermission }
        if fault.isUnavailable { return .unavailable }
        if fault.isRetriable || state == .lockNotAvailable || state == .queryCanceled { return .tryLater }
        if state == .tooManyConnections { return .tryLater }
        if state == .diskFull { return .inputOutput }
        if state == .invalidCatalogName { return .unavailable }
        return switch fault.code {
        case .configuration: .configuration
        case .connect, .connectionLost, .closed: .unavailable
        case .cancelled: .tryLater
        case .server, .commitRolledBack, .decoding, .statement, .protocol: .internal
        }
    }

    static func status(of fault: SealFault) -> ExitStatus {
        switch fault {
        case .otherKey: .configuration
        case .forged, .databaseBehind, .fileDiffers, .unreadableLine: .data
        case .tooOpen: .noPermission
        case .fileSystem: .inputOutput
        }
    }

    static func status(of code: StoreFault.Code) -> ExitStatus {
        switch code {
        case .conflict: .tryLater
        case .openEpisodeExists, .referenceTaken, .teamCodeTaken, .unknownTeam, .unknownChild, .unknownSite,
            .placementsOverlap, .unreadable, .factsOutOfStep, .noSuchStream:
            .data
        case .horizonInFuture: .usage
        case .brokenRule, .stampNotLater, .notPinned, .streamOpenedTwice, .needsSnapshot: .internal
        }
    }

    static func status(of fault: ReportFault) -> ExitStatus {
        switch fault {
        case .periodReversed, .knownAtInFuture, .teamNeedsSite, .noShare, .sitesNeedAll, .dayToCome,
            .periodNotMonths:
            .usage
        case .staleFacts: .unavailable
        case .inexact, .impossibleDays, .impossibleMeasure, .impossibleReferrals, .modelNotRun: .data
        }
    }

    static func status(of fault: EditionFault) -> ExitStatus {
        switch fault {
        case .notQuarters, .notALength, .unfinished, .badNote: .usage
        case .across, .outAlready, .restatesOther, .unknown, .unreadable, .empty, .unsafe: .data
        case .movedOn: .tryLater
        case .solverMissing: .unavailable
        }
    }

    static func status(of code: ImportFault.Code) -> ExitStatus {
        switch code {
        case .unreadableRow: .data
        case .recordMoved: .tryLater
        case .modelMissing: .configuration
        }
    }

    static func status(of fault: SimulationFault) -> ExitStatus {
        switch fault {
        case .outOfRange, .tooEarly, .inFuture: .usage
        case .networkExists: .data
        case .unusableModel: .configuration
        }
    }

    static func status(of fault: SiteFault) -> ExitStatus {
        switch fault {
        case .notConfigured, .noVersion: .data
        case .unknownTimeZone, .unreadable, .unreadableConfiguration: .configuration
        }
    }

    static func status(of fault: PeopleFault) -> ExitStatus {
        switch fault {
        case .unknownChild, .unknownPerson, .numberTaken, .noDeath: .data
        case .withheld, .withheldWouldBeLost: .noPermission
        case .nothingToSearch: .usage
        }
    }

    static func status(of fault: JobFault) -> ExitStatus {
        switch fault {
        case .unknownJob, .noOccurrence, .standing, .kept: .data
        case .lost, .held, .notSent: .tryLater
        case .notYet: .usage
        case .waits: .tryLater
        case .disordered, .unreadable, .unknownTimeZone: .configuration
        }
    }

    static func status(of fault: GlassFault) -> ExitStatus {
        switch fault {
        case .reasonTooShort, .nobodyInParticular: .usage
        case .notOpen, .nothingToReview: .data
        }
    }

    static func status(of fault: RetentionFault) -> ExitStatus {
        switch fault {
        case .unknownChild, .notHeld, .nothingDue, .unknownProposal, .decidedBefore: .data
        case .reasonMissing: .usage
        case .samePerson, .notApproved: .noPermission
        }
    }

    static func status(of fault: MailFault) -> ExitStatus {
        switch fault {
        case .unreadable(_, let number): number == EACCES || number == EPERM ? .noPermission : .noInput
        case .tooOpen: .noPermission
        case .badAddresses: .configuration
        }
    }

    static func status(of fault: FileFault) -> ExitStatus {
        switch (fault.attempt, fault.number) {
        case (_, ENOSPC), (_, EDQUOT), (_, EIO): .inputOutput
        case (.read, ENOENT), (.read, ENOTDIR), (.read, EISDIR): .noInput
        case (.read, EACCES), (.read, EPERM): .noPermission
        case (.read, _): .inputOutput
        case (.write, _): .cannotCreate
        }
    }
}
