import API
import Practice
import Reporting

/// Editions of the network: what there is, whether they are sound, and what differs between two.
struct EditionOperations: Sendable {
    /// The version of the program, which counts anew.
    let program: String

    func list(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(["editions": .list(try await call.practice.editions().map(\.json))])
    }

    func show(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(.written(try await call.practice.edition(try number(call, "number")).canonical))
    }

    func verify(_ call: APICall) async throws -> APIAnswer {
        let edition = try await call.practice.edition(try number(call, "number"))
        return APIAnswer(try await call.practice.verify(edition, by: program).json)
    }

    func compare(_ call: APICall) async throws -> APIAnswer {
        let (one, other) = (try number(call, "number"), try number(call, "other"))
        return APIAnswer(try await call.practice.difference(one, other, by: program).json)
    }

    private func number(_ call: APICall, _ name: String) throws(Problem) -> EditionNumber {
        guard let number = call.number(name).flatMap({ EditionNumber(Int($0)) }) else { throw .absent }
        return number
    }
}

extension EditionCheck {
    fileprivate var json: JSON {
        var (word, gone, named): (String, Int?, [String]) = ("same", nil, [])
        switch recount {
        case .same: break
        case .gone(let records): (word, gone) = ("gone", records)
        case .otherRules(let rules): (word, named) = ("other-rules", rules)
        case .differs(let figures): (word, named) = ("differs", figures)
        }
        return [
            "number": .integer(number.number), "isSound": .boolean(isSound), "isAsFrozen": .boolean(isAsFrozen),
            "isAsCounted": .boolean(isAsCounted), "recount": .text(word), "gone": gone.map { .integer($0) } ?? .null,
            "named": .list(named.map { .text($0) }),
        ]
    }
}

extension EditionDifference {
    fileprivate var json: JSON {
        [
            "one": .integer(one.number), "other": .integer(other.number),
            "records": records.map { .integer($0) } ?? .null, "disposed": .integer(disposed),
            "rules": .list(
                rules.map { ["rule": .text($0.name), "one": .text($0.one), "other": .text($0.other)] }),
            "figures": .list(
                changes.map { change in
                    [
                        "table": .text(change.place.table), "row": .text(change.place.row),
                        "column": .text(change.place.column), "one": .text(change.one), "other": .text(change.other),
                        "cause": .text(change.cause.rawValue),
                    ]
                }),
        ]
    }
}
