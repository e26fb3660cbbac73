import CivilDate
import Intervention
import Pages
import Practice

/// What is recorded when a fact is written down or changed: a fact that is changed ends, another stands in its place, and
/// what hangs on it, as drivers on their fit circle, hangs on the new one.
struct FactChange {
    let family: FamilySheet
    let definition: FactDefinition
    let subjects: [FactSubject]

    /// What is to be recorded; nil when something is wrong, which the reading then tells.
    func wishes(
        _ reading: inout FormReading, changing old: DatedFact?, _ id: () -> FactID
    ) -> [TypedFact]? {
        let own = id()
        let wish = FactReading(definition: definition, family: family, old: old?.fact).wish(
            &reading, id: own, about: subjects)
        guard let old else { return wish.map { [$0] } }
        if definition.kind == .overarchingGoal, family.facts(of: .goalReview).contains(where: { $0.refers(to: old) }) {
            reading.complain(
                nil,
                "The goal has been reviewed, and its reviews belong to it. End it and set another, or let a supervisor"
                    + " correct its words on the timeline.")
        }
        return wish.map { [$0] + dependents(of: old).map { again($0, instead: old.fact.id, of: own, id()) } }
    }

    /// The last day on which something that hangs on a fact began: a change of the fact counts only after it.
    func lastBegun(with old: DatedFact) -> DatedFact? { dependents(of: old).max { $0.from < $1.from } }

    /// The facts that end with one that ends: of one that is replaced what hangs on it too, which begins anew.
    func ended(with old: DatedFact, isReplaced: Bool) -> [FactID] {
        [old.fact.id] + (isReplaced ? dependents(of: old).map(\.fact.id) : [])
    }

    /// What holds and hangs on a fact, as far as its words can be read, so that nothing of it is lost.
    private func dependents(of old: DatedFact) -> [DatedFact] {
        family.facts.filter { fact in
            fact.extent == .interval && fact.until == nil && fact.refers(to: old)
                && fact.fact.narrativeFields.allSatisfy { family.text(fact.fact, $0) != nil }
        }
    }

    private func again(_ fact: DatedFact, instead old: FactID, of new: FactID, _ id: FactID) -> TypedFact {
        let fields = fact.fact.fields.map { key, value -> (FieldKey, TypedFact.Value) in
            switch value {
            case .link(old): (key, .value(.link(new)))
            case .narrative: (key, .text(family.text(fact.fact, key) ?? ""))
            default: (key, .value(value))
            }
        }
        return TypedFact(
            id: id, kind: fact.fact.kind, about: fact.fact.about, fields: Dictionary(fields) { first, _ in first })
    }
}

extension DatedFact {
    /// Whether some field of it is a link to another fact.
    fileprivate func refers(to other: DatedFact) -> Bool { fact.fields.values.contains(.link(other.fact.id)) }
}

extension RecordedFact {
    fileprivate var narrativeFields: [FieldKey] {
        fields.compactMap { key, value in if case .narrative = value { key } else { nil } }
    }
}
