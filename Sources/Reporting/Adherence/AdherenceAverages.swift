import Intervention
import Statistics

/// Average adherence of families, of teams or of therapists (`clinical.md` 5.1).
///
/// A family's score is the mean of its valid interviews; a team's and a therapist's is the mean of families' scores, never of
/// therapists' means. Beside it stands the mean of all interviews, in which a family counts as often as it was asked. Models
/// are never pooled.
package struct AdherenceAverages: Hashable, Sendable {
    /// What families are put together by.
    package enum Grouping: String, CaseIterable, Hashable, Sendable {
        case model
        case team
        case therapist
    }

    /// Which families a row is of.
    package struct Group: Hashable, Comparable, Sendable {
        /// The model.
        package let model: ModelID
        /// The team; nil for all teams.
        package let team: TeamCode?
        /// The therapist; nil for all therapists, and for families without one when therapists are told apart.
        package let therapist: StaffCode?

        package static func < (lhs: Group, rhs: Group) -> Bool {
            let left = (lhs.model.text, lhs.team?.text ?? "", lhs.therapist?.text ?? "")
            return left < (rhs.model.text, rhs.team?.text ?? "", rhs.therapist?.text ?? "")
        }
    }

    /// One row.
    package struct Row: Hashable, Sendable {
        /// Which families.
        package let group: Group
        /// How many families and the mean of their scores.
        package let families: Mean
        /// How many interviews and the mean of theirs.
        package let interviews: Mean
        /// The families by the tenth that their mean lies in.
        package let bands: AdherenceBands
        /// Whether there are so few families that the mean says little.
        package let isFew: Bool
    }

    /// What families are put together by.
    package let grouping: Grouping
    /// From so many families on a mean is not greyed.
    package let enough: Int
    /// The rows by model, team and therapist.
    package let rows: [Row]

    /// From how many families on a mean is not greyed, where nobody says otherwise (`clinical.md` 5.1 [I]).
    package static let usuallyEnough = 3

    /// Averages.
    /// - Parameter enough: from how many families on a mean is not greyed; at least 1.
    /// - Throws: ``ReportFault/inexact(_:)`` when a mean cannot be held exactly, or a sum is negative.
    package init(
        of interviews: [FamilyInterviews], by grouping: Grouping, enough: Int = usuallyEnough
    ) throws(ReportFault) {
        self.grouping = grouping
        self.enough = enough
        let groups = Dictionary(grouping: interviews) { grouping.group(of: $0) }
        var rows: [Row] = []
        for (group, members) in groups.sorted(by: { $0.key < $1.key }) {
            guard let row = Row(of: group, members, enough: enough) else { throw .inexact(.meanAdherence) }
            rows.append(row)
        }
        self.rows = rows
    }
}

extension AdherenceAverages.Grouping {
    fileprivate func group(of family: FamilyInterviews) -> AdherenceAverages.Group {
        switch self {
        case .model: .init(model: family.model, team: nil, therapist: nil)
        case .team: .init(model: family.model, team: family.team, therapist: nil)
        case .therapist: .init(model: family.model, team: family.team, therapist: family.therapist)
        }
    }
}

extension AdherenceAverages.Row {
    /// A row of families that belong together; nil when a mean cannot be held exactly.
    fileprivate init?(of group: AdherenceAverages.Group, _ members: [FamilyInterviews], enough: Int) {
        // A family that changed hands within the group is one family with one mean.
        let families = Dictionary(grouping: members, by: \.family).values.map { parts in
            (interviews: parts.reduce(0) { $0 + $1.interviews }, sum: parts.reduce(0) { $0 + $1.scoreSum })
        }
        let scores = Dictionary(grouping: families, by: \.interviews).map { count, alike in
            FamilyScores(interviews: count, families: alike.count, scoreSum: alike.reduce(0) { $0 + $1.sum })
        }
        let interviews = families.reduce(0) { $0 + $1.interviews }
        let sum = families.reduce(0) { $0 + $1.sum }
        guard let mean = scores.sorted(by: { $0.interviews < $1.interviews }).mean,
            let total = Fraction(Int128(sum), over: Int128(AdherenceScore.whole)),
            let weighted = Mean(total: total, count: interviews)
        else { return nil }
        self.group = group
        self.families = mean
        bands = AdherenceBands(of: families)
        self.interviews = weighted
        isFew = mean.count < enough
    }
}
