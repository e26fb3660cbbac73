extension TreatmentLaws {
    /// The laws of facts and their fields.
    mutating func checkFacts() {
        checkNames(facts.map(\.kind))
        for fact in facts {
            checkWords(fact.kind.text, title: fact.title, source: fact.source)
            checkRoles(fact.about, of: fact.kind.text)
            checkNames(fact.fields.map(\.key), in: fact.kind.text)
            for field in fact.fields { check(field, of: fact) }
        }
        let recordable = recordableKinds
        for fact in facts where !recordable.contains(fact.kind) { report(.recordable, fact.kind) }
    }

    private mutating func check(_ field: FactField, of fact: FactDefinition) {
        let name = "\(fact.kind) \(field.key)"
        checkWords(name, title: field.title, source: nil)
        switch field.content {
        case .choice(let words):
            checkNames(words, in: name)
            if words.isEmpty { report(.fieldContent, name) }
        case .link(let kinds):
            if kinds.isEmpty { report(.fieldContent, name) }
            for kind in kinds where definition(kind) == nil { report(.knownFact, kind) }
        case .answer, .whole, .day, .staff, .narrative: break
        }
    }

    /// The kinds that can be recorded: all that a fact must link to can be recorded before it.
    var recordableKinds: Set<FactKind> {
        var kinds: Set<FactKind> = []
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for fact in facts where !kinds.contains(fact.kind) {
                let isOpen = fact.fields.filter(\.isRequired).allSatisfy { field in
                    guard case .link(let links) = field.content else { return true }
                    return links.contains(where: kinds.contains)
                }
                if isOpen {
                    kinds.insert(fact.kind)
                    isGrowing = true
                }
            }
        }
        return kinds
    }
}
