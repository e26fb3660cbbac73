import Intervention
import Pages

/// Reads a contact out of a form.
enum ContactReading {
    /// The contact; nil when something is wrong, which the reading then tells.
    static func contact(_ reading: inout FormReading, id: ContactID) -> Contact? {
        typealias Address = ContactPage.Address
        let mode = reading.choice(Address.mode, "How it was held") { ContactMode(rawValue: $0) }
        let party = reading.choice(Address.party, "Whom it was with") { ContactParty(rawValue: $0) }
        let minutes = reading.whole(Address.minutes, "The number of minutes", in: 0...1_440)
        guard let mode, let party else { return nil }
        return Contact(id: id, mode: mode, party: party, minutes: minutes.flatMap { Minutes($0) })
    }
}
