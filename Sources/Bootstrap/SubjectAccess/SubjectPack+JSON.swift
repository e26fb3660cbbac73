import CivilDate
import Intervention
import Practice

extension SubjectPack {
    /// For programs.
    var json: OrderedJSON {
        .object([
            "child": .text(child.description), "ref": ref.map { .text($0.text) } ?? .null, "site": .text(site),
            "drawnOn": .text(drawnOn.description), "receivedOn": .text(deadline.receivedOn.description),
            "answerBy": .text(deadline.answerBy.description), "extendedTo": .text(deadline.extendedTo.description),
            "parts": .list(parts.map(\.json)), "leftOut": .list(leftOut.map { .text($0) }),
        ])
    }
}

extension SubjectPack.Part {
    fileprivate var json: OrderedJSON {
        .object([
            "key": .text(key), "title": .text(title), "reason": .text(reason),
            "items": .list(
                items.map { item in
                    .object([
                        "id": .text(item.id), "thirdParty": item.thirdParty.map { .text($0.rawValue) } ?? .null,
                        "takenOut": item.redaction.map { .text($0) } ?? .null,
                        "fields": .list(
                            item.fields.map { field in
                                .object([
                                    "name": .text(field.name), "value": field.value.map { .text($0) } ?? .null,
                                    "thirdParty": field.thirdParty.map { .text($0.rawValue) } ?? .null,
                                ])
                            }),
                    ])
                }),
        ])
    }
}
