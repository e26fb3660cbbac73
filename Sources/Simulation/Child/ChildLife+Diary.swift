import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

extension ChildLife {
    /// The life as it is written down: registered when first referred, and from then on step by step, now and then
    /// weeks after it happened.
    func diary(registeredKnown evening: CivilDate, by author: Author, dice: inout Dice) -> Diary<ChildCommand> {
        var diary = Diary<ChildCommand>()
        let register = ChildCommand.register(Codes.child(sketch.family, sketch.number))
        diary.add(register, on: registeredOn, known: evening, by: author, .beginning)
        let household = ChildCommand.joinHousehold(Codes.family(sketch.family))
        diary.add(household, on: registeredOn, known: evening, by: author, .decision)
        var known = evening
        // `sorted` keeps the order of equals only by promise of its present form, so the place decides.
        let entries = entries(&dice)
        let order = entries.indices.sorted { left, right in
            let (a, b) = (entries[left], entries[right])
            if a.on != b.on { return a.on < b.on }
            return a.turn != b.turn ? a.turn < b.turn : left < right
        }
        for entry in order.map({ entries[$0] }) {
            known = max(known, entry.on.adding(days: ChildLife.delay(&dice)))
            diary.add(entry.command, on: entry.on, known: known, by: author, entry.turn)
        }
        return diary
    }

    private struct Entry {
        let command: ChildCommand
        let on: CivilDate
        let turn: Turn
    }

    private func entries(_ dice: inout Dice) -> [Entry] {
        var entries: [Entry] = []
        for span in placements.spans {
            let reason: PlacementReason = span.setting.isCustody ? .sentence : dice.chance(0.4) ? .planned : .unplanned
            let placement = Placement(id: dice.id(), setting: span.setting, reason: reason)
            entries.append(Entry(command: .startPlacement(placement), on: span.from, turn: .start))
            guard let until = span.until else { continue }
            let isLast = !placements.lasts(on: until)
            let end = PlacementEnd(of: placement.id, reason: isLast ? .returnHome : .planned)
            entries.append(Entry(command: .endPlacement(end), on: until, turn: .ending))
        }
        for spans in [inNeed, protection, lookedAfter] {
            for span in spans.spans {
                let provision = Provision(id: dice.id(), kind: span.kind)
                entries.append(Entry(command: .startProvision(provision), on: span.from, turn: .start))
                guard let until = span.until else { continue }
                entries.append(Entry(command: .endProvision(provision.id), on: until, turn: .ending))
            }
        }
        entries += schooling.map { Entry(command: .recordSchoolStatus($0.status), on: $0.on, turn: .plan) }
        for offence in offences {
            let command = ChildCommand.recordOffence(Offence(id: dice.id(), kind: offence.kind))
            entries.append(Entry(command: command, on: offence.on, turn: .contact))
        }
        return entries
    }

    private static func delay(_ dice: inout Dice) -> Int {
        let point = dice.unit()
        return point < 0.6 ? 0 : point < 0.95 ? 1 + Int((point - 0.6) * 20) : 10 + Int((point - 0.95) * 400)
    }
}

extension Spans<PlacementSetting>.Span {
    fileprivate var setting: PlacementSetting { kind }
}
