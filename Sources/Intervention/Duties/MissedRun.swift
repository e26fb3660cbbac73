import CivilDate

/// The slots that were missed one after the other, and nothing since: it stands until a later slot is met.
struct MissedRun {
    /// The first day on which the first of them was due.
    let firstDue: CivilDate
    /// How many were missed; at least 1.
    let count: Int
    /// The day that the slot before them was met; nil when none was.
    let lastMet: CivilDate?
    /// The earliest slot that can still be met; nil while the next has not opened.
    let open: Obligation?

    /// The run at the end of the slots of one kind about one person; nil when none was missed since the last that was met
    /// or refused, and when nothing of the kind is owed any more.
    /// - Parameter slots: in order.
    init?(endOf slots: ArraySlice<Obligation>) {
        guard slots.last.map({ $0.standing == .open || $0.standing == .upcoming }) ?? false else { return nil }
        var firstDue: CivilDate?
        var count = 0
        var lastMet: CivilDate?
        var open: Obligation?
        search: for slot in slots.reversed() {
            switch slot.standing {
            case .open: open = slot
            case .upcoming, .notRequired: continue
            case .missed:
                firstDue = slot.dueOn
                count += 1
            case .met(let day):
                lastMet = day
                break search
            case .refused: break search
            }
        }
        guard let firstDue else { return nil }
        self.firstDue = firstDue
        self.count = count
        self.lastMet = lastMet
        self.open = open
    }
}

extension [Obligation] {
    /// The obligations in stretches of one kind about one person, which is how a model gives them.
    var byKindAndSubject: [ArraySlice<Obligation>] {
        var stretches: [ArraySlice<Obligation>] = []
        var start = startIndex
        for place in indices.dropFirst()
        where self[place].kind != self[start].kind || self[place].about != self[start].about {
            stretches.append(self[start..<place])
            start = place
        }
        if start < endIndex { stretches.append(self[start...]) }
        return stretches
    }
}
