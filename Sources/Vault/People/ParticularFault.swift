/// Why particulars of a person cannot be kept. Says which particular it is, never what it says.
package enum ParticularFault: Error, Hashable, Sendable {
    /// An NHS number has ten digits.
    case nhsNumberForm
    /// The last digit of an NHS number does not fit the others.
    case nhsNumberCheck
    /// A unique pupil number is a letter and twelve digits.
    case upnForm
    /// The first letter of a unique pupil number does not fit the others.
    case upnCheck
    /// A birth date is a day, and not one to come.
    case birthDate
    /// A name, or another particular in words, is longer than anybody's, or holds characters that no text has.
    case text(String)
    /// Somebody is to be recorded for the first time without a name.
    case noName
    /// A line is no particular.
    case line(Int)
    /// A particular stands twice.
    case twice(String)
    /// The days of an address are not in order, or are no days.
    case addressDays(Int)
}

extension ParticularFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .nhsNumberForm: "nhs-number: it has ten digits"
        case .nhsNumberCheck: "nhs-number: its last digit does not fit the others; look for a slip of the pen"
        case .upnForm: "upn: it is a letter (not I, O or S) and twelve digits; a temporary one ends in a letter"
        case .upnCheck: "upn: its first letter does not fit what follows; look for a slip of the pen"
        case .birthDate: "born: it is a day in the form 2012-03-04, not after today"
        case .text(let field):
            "\(field): it has between 1 and \(Particulars.longest) characters and no control characters"
        case .noName: "name: whoever is recorded for the first time has a name"
        case .line(let number):
            "line \(number): a line is a particular, a colon and what it says; the particulars are "
                + "name, other-name, born, telephone, email, nhs-number, upn, address and sensitive-address"
        case .twice(let field): "\(field): it stands twice"
        case .addressDays(let number):
            "line \(number): an address has days as in 'address from 2025-01-01 until 2025-06-30', the last not before "
                + "the first"
        }
    }
}
