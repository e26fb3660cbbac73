extension SDQ {
    /// The definition, without wording.
    public static let definition = InstrumentDefinition(
        .sdq, version: InstrumentVersion(1), title: "Strengths and Difficulties Questionnaire (SDQ)",
        licence: "no wording held; any electronic form needs the owner's authorisation",
        source: "uk.md 6.9: item numbers, reversed items, pro-rating [V Q1, Q2, Q3]", items: items,
        sections: scales.map { .init($0.key, $0.title, least: .items(leastAnswered)) }, totals: totals,
        aggregate: .sum, least: .items(1)
    )

    /// The numbers of each scale's items (`uk.md` 6.9 [V Q1, Q2]).
    static let scales: [(key: SectionKey, title: String, items: [Int])] = [
        (.sdqEmotional, "Emotional problems", [3, 8, 13, 16, 24]),
        (.sdqConduct, "Conduct problems", [5, 7, 12, 18, 22]),
        (.sdqHyperactivity, "Hyperactivity", [2, 10, 15, 21, 25]),
        (.sdqPeer, "Problems with peers", [6, 11, 14, 19, 23]),
        (.sdqProsocial, "Kindness and helpfulness", [1, 4, 9, 17, 20]),
    ]

    /// The items whose answers count the other way round (`uk.md` 6.9 [V Q1, Q2]).
    private static let reversed: Set<Int> = [7, 11, 14, 21, 25]

    /// How many of a scale's five items must be answered (`uk.md` 6.9 [V Q3]).
    private static let leastAnswered = 3

    private static let numbers = 1...25

    private static let totals = [
        ScoringPlan.Total(.sdqTotal, of: [.sdqEmotional, .sdqConduct, .sdqHyperactivity, .sdqPeer]),
        ScoringPlan.Total(.sdqExternalising, of: [.sdqConduct, .sdqHyperactivity]),
        ScoringPlan.Total(.sdqInternalising, of: [.sdqEmotional, .sdqPeer]),
    ]

    private static let items: [InstrumentDefinition.Item] = numbers.compactMap { number in
        guard let key = ItemKey("\(number)") else { return nil }
        let section = scales.first { $0.items.contains(number) }?.key
        return InstrumentDefinition.Item(
            key, section: section, isReversed: reversed.contains(number), options: answers
        )
    }

    private static let answers: [InstrumentDefinition.Option] = [
        .init("0", points: Points(0)), .init("1", points: Points(1)), .init("2", points: Points(2)),
    ]

    /// The four bands (`uk.md` 6.9: the teacher's row [V Q4], the parent's and the young person's [G]).
    static func cutoffs(for respondent: Respondent) -> [SectionKey: Cutoffs] {
        switch respondent {
        case .parent: cutoffs([13, 16, 19], [3, 4, 6], [2, 3, 5], [5, 7, 8], [2, 3, 4], [8, 7, 6])
        case .teacher: cutoffs([11, 15, 18], [3, 4, 5], [2, 3, 4], [5, 7, 8], [2, 4, 5], [6, 5, 4])
        case .young: cutoffs([14, 17, 19], [4, 5, 6], [3, 4, 5], [5, 6, 7], [2, 3, 4], [7, 6, 5])
        }
    }

    private static func cutoffs(
        _ total: [Int], _ emotional: [Int], _ conduct: [Int], _ hyperactivity: [Int], _ peer: [Int],
        _ prosocial: [Int]
    ) -> [SectionKey: Cutoffs] {
        [
            .sdqTotal: Cutoffs(ends: total, isDescending: false),
            .sdqEmotional: Cutoffs(ends: emotional, isDescending: false),
            .sdqConduct: Cutoffs(ends: conduct, isDescending: false),
            .sdqHyperactivity: Cutoffs(ends: hyperactivity, isDescending: false),
            .sdqPeer: Cutoffs(ends: peer, isDescending: false),
            .sdqProsocial: Cutoffs(ends: prosocial, isDescending: true),
        ]
    }
}
