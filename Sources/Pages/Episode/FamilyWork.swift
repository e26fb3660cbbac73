import CivilDate
import Intervention
import Markup
import Practice

/// What treatment works at: the goals, the fit circles as drawings and as lists, and forms for all that the model records.
package struct FamilyWork: Sendable {
    private let family: FamilySheet
    private let ref: EpisodeRef
    private let place: OfficePlace
    private let records: Bool
    private var day: CivilDate { family.sheet.day }

    /// A page.
    /// - Parameter records: whether the reader writes in the record, too: nobody is led to a form that refuses them.
    package init(_ family: FamilySheet, _ ref: EpisodeRef, at place: OfficePlace, records: Bool) {
        self.family = family
        self.ref = ref
        self.place = place
        self.records = records
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let head = FamilyPages.head(family, ref, at: place.site.value, here: FamilyPages.Address.work)
        return frame.document(
            title: "Goals and fit of \(ref)",
            head + FamilyPages.safety(family) + goals + fits + further + kinds)
    }

    private var goals: [Node] {
        let all = family.facts(of: .overarchingGoal).filter { $0.holds(on: day) }.map { goal -> Node in
            let review = family.facts(of: .goalReview).last { $0.fact.fields[.goal] == .link(goal.fact.id) }
            let status = review.flatMap { FamilyWork.word($0.fact, .status) } ?? "open"
            let evidence = review.flatMap { family.text($0.fact) }.map { " \($0)" } ?? ""
            return .fragment([
                .text("\(text(goal)): \(status), since \(DayText.long(review?.from ?? goal.from)).\(evidence)"),
                FitDrawing.change(text(goal), way(goal)),
            ])
        }
        let weekly = family.facts(of: .intermediaryGoal).suffix(FamilyWork.most).reversed().map { goal -> Node in
            let result = family.facts(of: .goalResult).last { $0.fact.fields[.goal] == .link(goal.fact.id) }
            let became = result.flatMap { FamilyWork.word($0.fact, .result) } ?? "not looked at yet"
            return .text("\(text(goal)) (set on \(DayText.long(goal.from))): \(became)")
        }
        return FamilyPages.lines("goals", "Overarching goals", all, none: "None is on record.")
            + FamilyPages.lines("weekly", "Intermediary goals, the latest first", weekly, none: "None is on record.")
    }

    /// How many of the goals for a week are shown.
    private static let most = 20

    private var fits: [Node] {
        let circles = family.facts(of: .fitCircle).filter { $0.holds(on: day) }
        guard !circles.isEmpty else {
            return FamilyPages.lines("fits", "Fit circles", [], none: "None is on record.")
        }
        return [el("h2", [.id("fits")], "Fit circles")]
            + circles.enumerated().flatMap { place, circle in
                let drivers = family.facts(of: .driver).filter {
                    $0.holds(on: day) && $0.fact.fields[.fit] == .link(circle.fact.id)
                }
                return FitDrawing(
                    middle: text(circle), id: "fit-\(place + 1)",
                    drivers: drivers.map { driver in
                        FitDrawing.Driver(
                            system: FamilyWork.word(driver.fact, .system) ?? "other",
                            kind: FamilyWork.word(driver.fact, .kind) ?? "", text: text(driver),
                            isFirst: driver.fact.fields[.prioritised] == .answer(.yes), way: way(driver))
                    },
                    ways: way(circle).map { (change: $0, add: adding(to: circle)) }
                ).nodes
            }
    }

    /// Everything else that the model records, by kind.
    private var further: [Node] {
        let shown: Set<FactKind> = [
            .overarchingGoal, .goalReview, .intermediaryGoal, .goalResult, .fitCircle, .driver, .weeklySummary,
        ]
        return family.sheet.model.facts.filter { !shown.contains($0.kind) }.flatMap { definition -> [Node] in
            let facts = family.facts(of: definition.kind).filter { $0.holds(on: day) }
            guard !facts.isEmpty else { return [] }
            let lines = facts.suffix(FamilyWork.most).reversed().map { fact -> Node in
                let about = fact.fact.about == .family ? "" : ", \(family.sheet.facts.label(of: fact.fact.about).text)"
                return .fragment([
                    .text("\(DayText.long(fact.from))\(about): \(text(fact))"),
                    definition.extent == .interval ? FitDrawing.change(text(fact), way(fact)) : .empty,
                ])
            }
            return FamilyPages.lines("kind-\(definition.kind)", definition.title, Array(lines), none: "")
        }
    }

    private var kinds: [Node] {
        guard records else { return [] }
        let ways = family.sheet.model.facts.map { definition in
            el("li", [], el("a", [.href(form(definition.kind))], .text(definition.title)))
        }
        return [el("h2", [.id("record")], "Add to the record"), el("ul", [.class("ways columns")], each: ways)]
    }

    /// Where the form of a kind is.
    private func form(_ kind: FactKind) -> String {
        "\(FamilyText.address(FamilyPages.Address.fact, ref, at: place.site.value))&\(FamilyPages.Address.kind)=\(kind)"
    }

    /// Where a fact that holds is changed; nil for readers who do not write, and on a day that has passed.
    private func way(_ fact: DatedFact) -> String? {
        guard records, family.knownOn == nil, fact.until == nil else { return nil }
        let own = family.happenings.first { $0.fact == fact.fact.id && family.ownOfToday.contains($0.seq) }
        // What the reader wrote down today is put right, and not changed from a day on.
        if let own { return CorrectPage.address(of: own, ref, at: place.site.value) }
        return "\(form(fact.fact.kind))&\(FactPage.Address.fact)=\(fact.fact.id)"
    }

    private func adding(to circle: DatedFact) -> String {
        "\(form(.driver))&\(FactPage.Address.name(.fit))=\(circle.fact.id)"
    }

    private func text(_ fact: DatedFact) -> String { FamilyWork.words(of: fact.fact, in: family) }

    private static func word(_ fact: RecordedFact, _ key: FieldKey) -> String? {
        guard case .choice(let word)? = fact.fields[key] else { return nil }
        return word.text.replacing("-", with: " ")
    }

    /// What a fact says, in a line: its text, or else its words, answers, numbers and days.
    package static func words(of fact: RecordedFact, in family: FamilySheet) -> String {
        if let text = family.text(fact) { return text }
        let parts = fact.fields.sorted { $0.key < $1.key }.compactMap { key, value -> String? in
            switch value {
            case .choice(let word): word.text.replacing("-", with: " ")
            case .answer(let answer): "\(key.text.replacing("-", with: " ")): \(answer.rawValue)"
            case .whole(let number): "\(key.text.replacing("-", with: " ")): \(number)"
            case .day(let day): "\(key.text.replacing("-", with: " ")): \(DayText.long(day))"
            case .staff(let code): code.text
            case .link, .narrative: nil
            }
        }
        return parts.isEmpty ? "recorded" : parts.joined(separator: ", ")
    }
}
