import API
import CivilDate
import Intervention
import Practice

/// What is recorded of who somebody is.
extension WriteReading {
    /// What is right of them.
    var particulars: PersonWish {
        var named: [(name: String, text: String?)] = []
        if case .object(let members)? = body["particulars"] {
            named = members.map { member in
                if case .text(let text) = member.value { (member.name, text) } else { (member.name, nil) }
            }
        }
        return PersonWish(named: named, addresses: addresses)
    }

    private var addresses: [PersonWish.Address]? {
        guard case .list(let values)? = body["addresses"] else { return nil }
        return values.map { value in
            let address = WriteReading(call: call, body: value, place: place)
            return PersonWish.Address(
                address.text("address") ?? "", isSensitive: value["isSensitive"] == true,
                from: address.text("from").flatMap { CivilDate(iso: $0) },
                until: address.text("until").flatMap { CivilDate(iso: $0) })
        }
    }
}
