import Statistics

/// What a commissioner has to know before a service is opened: how many families to expect, how many teams they take, and
/// from how many days in care averted on a service pays for itself. Everything is a range and nothing is a forecast.
package struct NeedsSheet: ReportAnswer {
    /// What has to be said of a place, in the order of the file.
    package enum Input: String, CaseIterable, Hashable, Sendable {
        case children
        case eligiblePerThousand
        case referredShare
        case acceptedShare
        case familiesPerTherapistYear
        case therapistsPerTeam
        case stayDays
        case teamCostYear
        case careDayCost

        /// What it is, with its unit.
        package var title: String {
            switch self {
            case .children: "Children of the ages that the model takes"
            case .eligiblePerThousand: "Eligible of 1,000 children in a year"
            case .referredShare: "Share of the eligible who are referred"
            case .acceptedShare: "Share of the referred who are accepted"
            case .familiesPerTherapistYear: "Families that a full-time therapist treats in a year"
            case .therapistsPerTeam: "Full-time therapists in a team"
            case .stayDays: "Days from first session to closing"
            case .teamCostYear: "Cost of a team in a year"
            case .careDayCost: "Cost of a day in care"
            }
        }

        /// Whether it is a share, 0 to 1.
        var isShare: Bool { self == .referredShare || self == .acceptedShare }

        /// Whether something is divided by it, so that it may not be 0.
        var isDivisor: Bool {
            switch self {
            case .familiesPerTherapistYear, .therapistsPerTeam, .careDayCost: true
            default: false
            }
        }
    }

    /// What is stated of a place: a range, and where it comes from.
    package struct Stated: Hashable, Sendable {
        /// The range.
        package let estimate: Estimate
        /// Where it comes from; one line.
        package let source: String

        /// A range with its source.
        package init(_ estimate: Estimate, source: String) {
            self.estimate = estimate
            self.source = source
        }
    }

    /// What follows, in the order in which it is worked out.
    package struct Result: Hashable, Sendable {
        /// The key.
        package let key: String
        /// What it is, with its unit.
        package let title: String
        /// The range.
        package let estimate: Estimate
        /// With how many decimals people read it.
        let places: Int
    }

    /// The place.
    package let area: String
    /// What is stated of it; every input is there.
    package let stated: [Input: Stated]
    /// What follows.
    package let results: [Result]

    /// A sheet, or nil when an input is missing, a share is over 1, or something is divided by 0.
    package init?(of area: String, _ stated: [Input: Stated]) {
        var ranges: [Input: Estimate] = [:]
        for input in Input.allCases {
            guard let range = stated[input]?.estimate, !input.isShare || range.high <= 1,
                !input.isDivisor || range.isPositive
            else { return nil }
            ranges[input] = range
        }
        guard let results = NeedsSheet.results(ranges) else { return nil }
        self.area = area
        self.stated = stated
        self.results = results
    }

    private static func results(_ ranges: [Input: Estimate]) -> [Result]? {
        guard let children = ranges[.children], let rate = ranges[.eligiblePerThousand],
            let referred = ranges[.referredShare], let accepted = ranges[.acceptedShare],
            let perTherapist = ranges[.familiesPerTherapistYear], let perTeam = ranges[.therapistsPerTeam],
            let stay = ranges[.stayDays], let cost = ranges[.teamCostYear], let careDay = ranges[.careDayCost]
        else { return nil }
        let eligible = children * rate * (1.0 / 1_000)
        let referrals = eligible * referred
        let families = referrals * accepted
        let therapists = families / perTherapist
        let teams = (therapists / perTeam).roundedUp
        let familyCost = cost / (perTherapist * perTeam)
        return [
            Result(key: "eligible", title: "Eligible children in a year", estimate: eligible, places: 0),
            Result(key: "referrals", title: "Referrals in a year", estimate: referrals, places: 0),
            Result(key: "families", title: "Families treated in a year", estimate: families, places: 0),
            Result(
                key: "caseload", title: "Families in treatment at a time", estimate: families * stay * (1.0 / 365),
                places: 1),
            Result(key: "therapists", title: "Full-time therapists", estimate: therapists, places: 1),
            Result(key: "teams", title: "Teams, whole ones", estimate: teams, places: 0),
            Result(key: "cost", title: "Cost of those teams in a year", estimate: teams * cost, places: 0),
            Result(key: "cost_per_family", title: "Cost of a family in a full team", estimate: familyCost, places: 0),
            Result(
                key: "break_even_days", title: "Days in care averted for each family at which it pays for itself",
                estimate: familyCost / careDay, places: 1),
        ]
    }
}

extension NeedsSheet {
    package var document: ReportDocument {
        ReportDocument(
            "needs", title: "Needs of \(area)", answering: nil,
            findings: ["Worked out from what is stated of the place. A range from low to high is no forecast."],
            fields: [
                .init("area", .text(area)),
                .init("inputs", inputRecords.value),
                .init("rows", records.value),
            ],
            tables: [inputTable, resultTable], records: records, notes: notes)
    }

    private var inputRecords: ReportRecords {
        ReportRecords(
            columns: ["key", "title", "low", "middle", "high", "source"],
            rows: Input.allCases.compactMap { input in
                stated[input].map { stated in
                    [.text(input.rawValue), .text(input.title)] + stated.estimate.values + [.text(stated.source)]
                }
            })
    }

    private var records: ReportRecords {
        ReportRecords(
            columns: ["key", "title", "low", "middle", "high"],
            rows: results.map { [.text($0.key), .text($0.title)] + $0.estimate.values })
    }

    private var inputTable: ReportTable {
        ReportTable(
            "What is stated, and by whom.",
            columns: [.words(""), .figure("Low"), .figure("Middle"), .figure("High"), .words("Source")],
            rows: Input.allCases.compactMap { input in
                stated[input].map { [input.title] + $0.estimate.texts(nil) + [$0.source] }
            })
    }

    private var resultTable: ReportTable {
        ReportTable(
            "What follows.",
            columns: [.words(""), .figure("Low"), .figure("Middle"), .figure("High")],
            rows: results.map { [$0.title] + $0.estimate.texts($0.places) })
    }

    private var notes: [String] {
        [
            "Low and high take everything at its low or at its high together; what is divided by is taken the other way "
                + "round. The truth is likely to lie nearer the middle.",
            "Breaking even says from how many days in care averted on the teams pay for themselves. It does not say that "
                + "they will be averted: trials differ in that.",
            "A team is bought whole, so the cost is of whole teams; the cost of a family is that of a team that is full.",
        ]
    }
}

extension Estimate {
    fileprivate var values: [ReportValue] { [.decimal(low), .decimal(middle), .decimal(high)] }

    /// - Parameter places: nil for as many decimals as were stated.
    fileprivate func texts(_ places: Int?) -> [String] {
        [low, middle, high].map { number in
            if let places { return Written.decimal(number, places: places) }
            let text = "\(number)"
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
    }
}
