import CivilDate
import Intervention

/// A place on a timeline under trial: an event that stands, or a command that asks to.
struct Slot<Stream: EventStream> {
    enum Content {
        case stands(Stream.Event)
        /// A command, and the event that it replaces in a correction.
        case asked(Stream.Command, insteadOf: Stream.Event?)
    }

    let seq: StreamSeq
    let on: CivilDate
    let content: Content

    init(seq: StreamSeq, on day: CivilDate, content: Content) {
        self.seq = seq
        on = day
        self.content = content
    }

    init(_ recorded: Recorded<Stream.Event>) {
        self.init(seq: recorded.seq, on: recorded.occurredOn, content: .stands(recorded.event))
    }

    var name: EventName {
        switch content {
        case .stands(let event): event.name
        case .asked(let command, _): command.eventName
        }
    }

    private var rank: Int {
        switch content {
        case .stands(let event): event.rank
        case .asked(let command, _): command.rank
        }
    }

    /// Whether what is asked brings rules of its own.
    var bringsRules: Bool {
        switch content {
        case .stands: false
        case .asked(let command, _): command.bringsRules
        }
    }

    func precedes(_ other: Slot) -> Bool { moment < other.moment }

    private var moment: Moment { Moment(on: on, rank: rank, seq: seq) }

    func follows(_ recorded: Recorded<Stream.Event>) -> Bool {
        Slot(recorded).precedes(self)
    }
}

/// A timeline walked from its beginning: every event that stands or asks to is held against what stands before it.
/// An event without ground is set aside and the walk goes on, so that all of them are named.
struct Walk<Stream: EventStream> {
    private(set) var recorded: [Recorded<Stream.Event>] = []
    private(set) var misfits: [Misfit] = []
    private(set) var advisories: [(seq: StreamSeq, advisories: [Advisory])] = []

    init(_ slots: [Slot<Stream>], under rules: Stream.Rules) {
        let beginning = slots.first { $0.name == Stream.beginning }?.on
        var facts: Stream.Facts?
        for slot in slots.sorted(by: { $0.precedes($1) }) {
            do throws(Refusal) {
                let event = try judge(slot, at: facts, under: rules)
                if let refusal = Stream.obstacle(
                    to: event, on: slot.on, at: facts, beginning: beginning, under: rules
                ) {
                    throw refusal
                }
                recorded.append(Recorded(seq: slot.seq, occurredOn: slot.on, event: event))
                if facts == nil {
                    facts = Stream.begin(with: event, on: slot.on)
                } else {
                    Stream.fold(event, on: slot.on, into: &facts)
                }
            } catch {
                misfits.append(Misfit(seq: slot.seq, event: slot.name, on: slot.on, because: error))
            }
        }
    }

    private mutating func judge(
        _ slot: Slot<Stream>, at facts: Stream.Facts?, under rules: Stream.Rules
    ) throws(Refusal) -> Stream.Event {
        switch slot.content {
        case .stands(let event): return event
        case .asked(let command, let replaced):
            let rules = try replaced.map { event throws(Refusal) in try Stream.rules(rules, replacing: event) } ?? rules
            let (event, advisories) = try Stream.judge(command, on: slot.on, at: facts, under: rules)
            self.advisories.append((slot.seq, advisories))
            return event
        }
    }
}
