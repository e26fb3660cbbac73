import API
import CivilDate
import Intervention
import Practice

/// What is recorded of who somebody is.
extension WriteReading {
    /// Whom it is of.
    func whom() throws(Problem) -> PersonTarget {
        let whom = WriteReading(call: call, body: body["whom"] ?? .null, place: "\(place)/whom")
        if whom.body["child"] != nil { return .child(try whom.code("child")) }
        if whom.body["person"] != nil { return .person(try whom.id("person")) }
        let family = WriteReading(call: call, body: whom.body["family"] ?? .null, place: "\(whom.place)/family")
        guard let target = PersonTarget(familyOf: try family.code("child"), kinship: family.text("kinship") ?? "")
        else {
            throw family.wrong("kinship", "Give one of " + PersonTarget.kinships.joined(separator: ", ") + ".")
        }
        return target
    }

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
