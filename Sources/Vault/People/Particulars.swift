package import CivilDate
import Intervention

/// What is kept of who a person is. It does not print.
package struct Particulars: Hashable, Sendable {
    /// The most characters of a particular.
    package static let longest = 500

    /// The full name, as people write it.
    package var name: String?
    /// A name that the person is also known by.
    package var otherName: String?
    /// The day of birth.
    package var birthDate: CivilDate?
    /// A telephone number.
    package var telephone: String?
    /// An e-mail address.
    package var email: String?
    /// The NHS number.
    package var nhsNumber: NHSNumber?
    /// The unique pupil number.
    package var upn: PupilNumber?

    /// Nothing.
    package init() {}

    /// What is kept, as it is kept.
    init(_ values: [IdentityKind: String]) throws(ParticularFault) {
        name = values[.name]
        otherName = values[.otherName]
        birthDate = values[.birthDate].flatMap { CivilDate(iso: $0) }
        telephone = values[.telephone]
        email = values[.email]
        if let digits = values[.nhsNumber] { nhsNumber = try NHSNumber(digits) }
        if let text = values[.upn] { upn = try PupilNumber(text) }
    }

    /// A particular as it is kept; nil when there is none.
    func text(of kind: IdentityKind) -> String? {
        switch kind {
        case .name: name
        case .otherName: otherName
        case .birthDate: birthDate.map { "\($0)" }
        case .telephone: telephone
        case .email: email
        case .nhsNumber: nhsNumber?.digits
        case .upn: upn?.text
        }
    }
}

extension Particulars: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "particulars of a person (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What an address's id stands for; it only marks a type.
package enum AddressSubject: Sendable {}

/// The id of an address.
package typealias AddressID = RecordID<AddressSubject>

/// Where a person lives or has lived. It does not print.
package struct PersonAddress: Hashable, Sendable {
    /// Its id.
    package let id: AddressID
    /// The address on one line; nil when it is withheld.
    package let text: String?
    /// Whether it must not be told.
    package let isSensitive: Bool
    /// The first day there; nil when it is not known.
    package let from: CivilDate?
    /// The first day no longer there; nil while the person lives there.
    package let until: CivilDate?

    /// An address.
    package init(id: AddressID, text: String?, isSensitive: Bool, from: CivilDate?, until: CivilDate?) {
        self.id = id
        self.text = text
        self.isSensitive = isSensitive
        self.from = from
        self.until = until
    }
}

extension PersonAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { isSensitive ? "a sensitive address (withheld)" : "an address (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
