import CivilDate
import EpisodeStore
import Intervention
import Sites
import Vault

extension SiteSession {
    /// Keeps what a referral says of who the child is; what it does not say stays as it is.
    /// - Throws: ``ReferredChildFault``; ``PeopleFault/numberTaken`` when the number is somebody else's.
    func keep(_ named: ReferredChild, of child: ChildID) async throws {
        var values: [IdentityKind: String] = [:]
        if !named.name.isEmpty { values[.name] = named.name }
        if let day = named.birthDate { values[.birthDate] = "\(day)" }
        if !named.nhsNumber.isEmpty { values[.nhsNumber] = named.nhsNumber }
        guard !values.isEmpty else { return }
        let recording: PersonRecording
        do {
            recording = try await store.vault.record(
                PersonChange(values: values), of: PersonID(child: child), site: site.id, today: today, in: transaction)
        } catch let fault as ParticularFault {
            throw ReferredChildFault(fault)
        }
        guard recording == .recorded else { throw PeopleFault.numberTaken }
    }
}

/// What of a child that is referred cannot be kept as it was typed. It never says what was typed.
package enum ReferredChildFault: Error, Hashable, Sendable {
    /// It is no NHS number: ten digits, of which the last fits the others.
    case nhsNumber
    /// It is no day of birth: a day, and not one to come.
    case birthDate
    /// The name is longer than anybody's, holds characters that no text has, or is missing for a child who is new.
    case name

    init(_ fault: ParticularFault) {
        switch fault {
        case .nhsNumberForm, .nhsNumberCheck: self = .nhsNumber
        case .birthDate: self = .birthDate
        default: self = .name
        }
    }
}
