import Intervention

extension DeclaredText {
    static func fact(_ fact: FactDefinition) -> String {
        mapping([
            ("kind", fact.kind.text), ("title", quoted(fact.title)), ("about", roles(fact.about)),
            ("extent", fact.extent.rawValue), ("visibility", fact.visibility.rawValue),
            ("fields", list(fact.fields.map(field))), ("source", quoted(fact.source)),
        ])
    }

    private static func field(_ field: FactField) -> String {
        let content: [(String, String?)] =
            switch field.content {
            case .choice(let words): [("takes", "words"), ("words", list(words.map(\.text)))]
            case .answer: [("takes", "answer")]
            case .whole(let range):
                [("takes", "whole"), ("least", "\(range.lowerBound)"), ("most", "\(range.upperBound)")]
            case .day: [("takes", "day")]
            case .staff: [("takes", "staff")]
            case .link(let kinds): [("takes", "link"), ("kinds", list(kinds.map(\.text)))]
            case .narrative: [("takes", "narrative")]
            }
        return mapping(
            [("key", field.key.text), ("title", quoted(field.title))] + content
                + [("required", field.isRequired ? "yes" : "no")])
    }

    static func tracker(_ tracker: Tracker) -> String {
        let states = tracker.states.map {
            mapping([("key", $0.key.text), ("title", quoted($0.title)), ("urgency", $0.urgency?.rawValue)])
        }
        let moves = tracker.moves.map { move in
            mapping([
                ("from", list(move.from.map(\.text))), ("to", move.to.text), ("fact", move.on.text),
                ("where", tests(move.fields)), ("guards", list(move.guards.map(tested))),
            ])
        }
        return mapping([
            ("key", tracker.key.text), ("title", quoted(tracker.title)), ("about", roles(tracker.about)),
            ("start", tracker.start.text), ("states", list(states)), ("moves", list(moves)),
            ("source", quoted(tracker.source)),
        ])
    }

    private static func tested(_ test: TrackerMove.Guard) -> String {
        switch test {
        case .link(let field, let fields, let state, let alike):
            mapping(
                [("link", field.text), ("where", tests(fields)), ("sinceEntering", state.text)]
                    + (alike.map { [("alike", $0.text)] } ?? []))
        case .condition(let condition, let saying):
            mapping([("when", self.condition(condition)), ("saying", quoted(saying))])
        }
    }

    static func module(_ module: TreatmentModule) -> String {
        let need =
            switch module.need {
            case .always: "always"
            case .asAgreed: "as-agreed"
            case .when(let condition): mapping([("when", self.condition(condition))])
            }
        let gates = module.gates.map { gate in
            mapping([
                ("key", gate.key.text), ("title", quoted(gate.title)), ("strength", gate.strength.rawValue),
                ("when", condition(gate.condition)), ("source", quoted(gate.source)),
            ])
        }
        return mapping([
            ("key", module.key.text), ("title", quoted(module.title)), ("about", roles(module.about)),
            ("need", need), ("beginWithin", module.beginWithin?.text), ("gates", list(gates)),
            ("doneWhen", module.doneWhen.map(condition)), ("source", quoted(module.source)),
        ])
    }

    static func duty(_ duty: FactDuty) -> String {
        mapping([
            ("obligation", duty.obligation.text), ("title", quoted(duty.title)), ("fact", duty.fact.text),
            ("where", tests(duty.fields)), ("about", roles(duty.about)), ("from", anchor(duty.anchor)),
            ("due", duty.due.text), ("every", duty.every?.text), ("window", duty.window?.text),
            ("when", duty.when.map(condition)), ("late", duty.late?.rawValue), ("source", quoted(duty.source)),
        ])
    }

    private static func anchor(_ anchor: FactDuty.Anchor) -> String {
        switch anchor {
        case .firstSession: "first-session"
        case .closing: "closing"
        case .phase(let phase): mapping([("phase", phase.text)])
        case .first(let kind, let fields): mapping([("first", kind.text), ("where", tests(fields))])
        case .each(let kind, let fields): mapping([("each", kind.text), ("where", tests(fields))])
        }
    }

    static func training(_ training: TrainingRequirement) -> String {
        let deadline =
            switch training.deadline {
            case .firstCase: "first-case"
            case .months(let key): mapping([("months", key.text)])
            }
        return mapping([
            ("kind", training.kind.text), ("title", quoted(training.title)),
            ("roles", list(training.roles.map(\.rawValue).sorted())), ("by", deadline),
            ("source", quoted(training.source)),
        ])
    }

    private static func condition(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts): mapping([("all", list(parts.map { self.condition($0) }))])
        case .any(let parts): mapping([("any", list(parts.map { self.condition($0) }))])
        case .not(let part): mapping([("not", self.condition(part))])
        case .recorded(let test):
            mapping([("recorded", mapping(parts(of: test) + [("whose", whose(test.whose))]))])
        case .everyone(let who, let test):
            mapping([("everyone", mapping([("roles", roles(who))] + parts(of: test)))])
        case .tracker(let key, let states): mapping([("tracker", key.text), ("in", list(states.map(\.text)))])
        case .running(let module): mapping([("running", module.text)])
        case .completed(let module): mapping([("completed", module.text)])
        case .phase(let phases): mapping([("phase", list(phases.map(\.text)))])
        }
    }

    private static func parts(of test: FactTest) -> [(String, String?)] {
        [
            ("fact", test.kind.text), ("where", tests(test.fields)), ("within", test.within?.text),
            ("sinceLast", test.sinceLast?.text), ("current", test.current?.text),
        ]
    }

    private static func whose(_ whose: FactTest.Whose) -> String {
        switch whose {
        case .same: "same"
        case .anybody: "anybody"
        case .of(let who): roles(who)
        }
    }

    static func measure(_ measure: Measure) -> String {
        mapping([
            ("key", measure.key.text), ("title", quoted(measure.title)), ("meaning", quoted(measure.meaning)),
            ("over", measure.base.rawValue), ("counting", count(measure.counts)),
            ("unknowns", measure.unknowns.rawValue), ("source", quoted(measure.source)),
        ])
    }

    private static func count(_ count: MeasureCount) -> String {
        switch count {
        case .started: "started"
        case .movedHome: "moved-home"
        case .placedAgain(let kind): mapping([("placedAgain", kind.text)])
        case .outcome(let key): mapping([("outcome", key.text)])
        case .followUp(let key, let month): mapping([("outcome", key.text), ("months", "\(month.rawValue)")])
        case .happened(let kind, let fields): mapping([("happened", kind.text), ("where", tests(fields))])
        case .turned(let kind, let from, let to, let provision):
            mapping([
                ("turned", kind.text), ("from", tests(from)), ("to", tests(to)),
                ("provision", provision.map(status)),
            ])
        case .children(let kind, let field): mapping([("children", kind.text), ("field", field.text)])
        }
    }

    private static func status(_ status: ProvisionStatus) -> String {
        mapping([
            ("kind", status.kind.rawValue), ("field", status.field.text), ("during", status.during.text),
            ("after", status.after.text), ("inCare", status.inCare.text),
        ])
    }

    private static func tests(_ fields: [FieldTest]) -> String? {
        fields.isEmpty ? nil : mapping(fields.map { ($0.field.text, list($0.words.map(\.text))) })
    }

    private static func roles(_ roles: [SubjectRole]) -> String { list(roles.map(\.rawValue)) }
}
