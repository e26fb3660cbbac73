import CivilDate

/// Spells of one kind that never overlap, in order: half-open, as the record keeps them.
struct Spans<Kind: Hashable & Sendable>: Sendable {
    /// A spell; it lasts while it has no end.
    struct Span: Sendable {
        let kind: Kind
        let from: CivilDate
        var until: CivilDate?
    }

    private(set) var spans: [Span] = []

    /// Whether a spell lasts on a day.
    func lasts(on day: CivilDate) -> Bool { spans.contains { $0.from <= day && ($0.until.map { day < $0 } ?? true) } }

    /// Begins a spell behind all others; one that still lasts ends on that day. A spell of no day is left out.
    mutating func add(_ kind: Kind, from day: CivilDate, until end: CivilDate? = nil) {
        var from = day
        if let last = spans.indices.last {
            if let until = spans[last].until {
                from = max(from, until)
            } else {
                guard from > spans[last].from else { return }
                spans[last].until = from
            }
        }
        guard end.map({ from < $0 }) ?? true else { return }
        spans.append(Span(kind: kind, from: from, until: end))
    }

    /// Ends the spell that lasts, if one does, on a day after its first.
    mutating func end(on day: CivilDate) {
        guard let last = spans.indices.last else { return }
        if let until = spans[last].until, until <= day { return }
        spans[last].until = max(day, spans[last].from.adding(days: 1))
    }
}
