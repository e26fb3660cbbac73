import CivilDate
import FoundationEssentials
import Intervention
import Practice

/// A pack of subject access as a file for programs: one form, at the command line and on the page.
package struct SubjectPackFile: Encodable {
    private let child: String
    private let ref: String?
    private let site: String
    private let drawnOn: String
    private let receivedOn: String
    private let answerBy: String
    private let extendedTo: String
    private let parts: [Part]
    private let leftOut: [String]

    /// The file of a pack.
    package init(_ pack: SubjectPack) {
        child = pack.child.description
        ref = pack.ref?.text
        site = pack.site
        drawnOn = pack.drawnOn.description
        receivedOn = pack.deadline.receivedOn.description
        answerBy = pack.deadline.answerBy.description
        extendedTo = pack.deadline.extendedTo.description
        parts = pack.parts.map { part in
            Part(key: part.key, title: part.title, reason: part.reason, items: part.items.map(Item.init))
        }
        leftOut = pack.leftOut
    }

    /// The text: JSON, the members of each object by name, so that the same pack is the same bytes.
    package func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    private struct Part: Encodable {
        let key: String
        let title: String
        let reason: String
        let items: [Item]
    }

    private struct Item: Encodable {
        let id: String
        let thirdParty: String?
        let takenOut: String?
        let fields: [Field]

        init(_ item: SubjectPack.Item) {
            id = item.id
            thirdParty = item.thirdParty?.rawValue
            takenOut = item.redaction
            fields = item.fields.map { Field(name: $0.name, value: $0.value, thirdParty: $0.thirdParty?.rawValue) }
        }
    }

    private struct Field: Encodable {
        let name: String
        let value: String?
        let thirdParty: String?
    }
}
