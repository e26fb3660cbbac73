import CivilDate
import Intervention
import Statistics

/// What a site's programme looks back on every six months: its indicators, who was in post, their training, what was held,
/// and its goals.
package struct ProgrammeReview: ReportAnswer {
    /// The number under which it was frozen; nil for one that is looked at.
    package let number: ReviewNumber?
    let request: ReportRequest
    /// The indicators of the period.
    package let indicators: IndicatorTable
    /// The teams by code.
    package let teams: [TeamReview]
    /// The goals: those carried forward, then the new ones.
    package let goals: [ReviewGoal]

    /// A review.
    package init(
        _ number: ReviewNumber?, answering request: ReportRequest, _ indicators: IndicatorTable, teams: [TeamReview],
        goals: [ReviewGoal]
    ) {
        self.number = number
        self.request = request
        self.indicators = indicators
        self.teams = teams
        self.goals = goals
    }
}

extension ProgrammeReview {
    package var document: ReportDocument {
        ReportDocument(
            "programme-review", title: number.map { "Programme review \($0)" } ?? "Programme review",
            answering: request, findings: findings, fields: fields, tables: tables, records: records, notes: notes)
    }

    private var findings: [String] {
        let carried = goals.count { $0.since != nil }
        let goals = "Goals: \(goals.count), of them \(carried) carried forward."
        return (indicators.sections.allSatisfy { $0.closures == 0 } ? ["n/a: nobody was closed in the period."] : [])
            + [goals]
    }

    private var fields: [ReportValue.Member] {
        [
            .init("number", number.map { .whole(Int($0.number)) } ?? .null),
            .init("indicators", .array(indicatorValues.map { .object($0) })),
            .init("staffing", .array(staffing)), .init("training", .array(training)),
            .init("sessions", .array(sessions)),
            .init("goals", goals.value),
        ]
    }

    /// The indicators and the figures of the service, with the keys of the indicator report.
    private var indicatorValues: [[ReportValue.Member]] {
        indicators.sections.flatMap { section in
            section.rows.map { $0.values(model: section.model) }
                + section.blocks.flatMap(\.rows).map { $0.values(model: section.model) }
                + section.service.map { $0.values(model: section.model) }
        }
    }

    private var staffing: [ReportValue] {
        teams.flatMap { team in
            team.posts.map { posts in
                .object([
                    .init("team", .text(team.team.text)), .init("role", .text(posts.role.rawValue)),
                    .init("people", .whole(posts.people)), .init("fte", .stated(posts.text)),
                    .init("began", .whole(posts.began)), .init("ended", .whole(posts.ended)),
                ])
            }
        }
    }

    private var training: [ReportValue] {
        teams.flatMap { team in
            team.trainings.map { training in
                .object([
                    .init("team", .text(team.team.text)), .init("kind", .text(training.kind.text)),
                    .init("title", .text(training.title)), .init("numerator", .whole(training.completed.numerator)),
                    .init("denominator", .whole(training.completed.denominator)),
                    .init("value", ReportValue(decimal: training.completed.value)),
                ])
            }
        }
    }

    private var sessions: [ReportValue] {
        teams.map { team in
            .object([
                .init("team", .text(team.team.text)), .init("families", .whole(team.families)),
                .init("unallocated", .whole(team.unallocated)),
                .init("supervisions", .whole(team.sessions.supervisions)),
                .init("consultations", .whole(team.sessions.consultations)),
                .init("boosters", .whole(team.sessions.boosters)),
            ])
        }
    }

    private var notes: [String] {
        indicators.notes + [
            "Posts, training and families are those of the last day of the period, or of today before it; sessions are those "
                + "held within the period.",
            "A post counts as begun or ended by the site's file of that time; a team of whom the file states nobody has none.",
            "Training counts the people in a post that needs it, whether or not it is due already.",
            "Goals that a review leaves open are carried into the next; since is the review that stated a goal first.",
        ]
    }
}
