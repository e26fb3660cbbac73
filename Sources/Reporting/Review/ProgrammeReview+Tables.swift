import CivilDate
import Intervention
import Statistics

extension ProgrammeReview {
    /// A table for the indicators of each model, then staffing, training, sessions and goals.
    var tables: [ReportTable] {
        indicators.sections.map(\.reviewed) + [staffingTable, trainingTable, sessionTable, goalTable]
    }

    /// One line for each figure and each goal, whatever part it belongs to.
    var records: ReportRecords {
        let figures = indicators.sections.flatMap { section in
            section.rows.map { (section.model, $0.values(model: section.model)) }
                + section.blocks.flatMap(\.rows).map { (section.model, $0.values(model: section.model)) }
                + section.service.map { (section.model, $0.values(model: section.model)) }
        }
        let indicators = figures.map { model, values in
            line(
                "indicator", of: model, values[1].value, values[2].value, values[3].value, values[4].value,
                values[6].value)
        }
        return ReportRecords(
            columns: ["part", "of", "key", "title", "numerator", "denominator", "value", "due", "standing", "since"],
            rows: indicators + staffingLines + goalLines)
    }

    private func line(
        _ part: String, of owner: String, _ key: ReportValue, _ title: ReportValue, _ numerator: ReportValue,
        _ denominator: ReportValue, _ value: ReportValue
    ) -> [ReportValue] {
        [.text(part), .text(owner), key, title, numerator, denominator, value, .null, .null, .null]
    }

    private var staffingLines: [[ReportValue]] {
        teams.flatMap { team in
            let own = team.team.text
            let posts = team.posts.map { posts in
                line(
                    "staffing", of: own, .text(posts.role.rawValue), .text("Full-time posts"), .whole(posts.people),
                    .null,
                    .stated(posts.text))
            }
            let training = team.trainings.map { training in
                line(
                    "training", of: own, .text(training.kind.text), .text(training.title),
                    .whole(training.completed.numerator), .whole(training.completed.denominator),
                    ReportValue(decimal: training.completed.value))
            }
            let held = [
                ("families", team.families), ("supervisions", team.sessions.supervisions),
                ("consultations", team.sessions.consultations), ("boosters", team.sessions.boosters),
            ].map { key, count in line("sessions", of: own, .text(key), .text(key), .whole(count), .null, .null) }
            return posts + training + held
        }
    }

    private var goalLines: [[ReportValue]] {
        goals.map { goal in
            [
                .text("goal"), .text(goal.owner.text), .text(goal.code.text), .text(goal.goal), .null, .null, .null,
                .text(goal.due.description), .text(goal.standing.rawValue),
                goal.since.map { .whole(Int($0.number)) } ?? .null,
            ]
        }
    }

    private var staffingTable: ReportTable {
        ReportTable(
            "Staffing: who is in post on the last day, and whose post began or ended within the period.",
            columns: [
                .words("Team"), .words("Role"), .figure("People"), .figure("Full-time posts"), .figure("Began"),
                .figure("Ended"),
            ],
            rows: teams.flatMap { team in
                team.posts.map { posts in
                    [
                        team.team.text, posts.role.rawValue, "\(posts.people)", posts.text, "\(posts.began)",
                        "\(posts.ended)",
                    ]
                }
            })
    }

    private var trainingTable: ReportTable {
        ReportTable(
            "Training: who completed it by the last day, of those in a post that needs it.",
            columns: [.words("Team"), .words("Training"), .figure("n/N"), .figure("Share")],
            rows: teams.flatMap { team in
                team.trainings.map { training in
                    [team.team.text, training.title, training.completed.countsText, training.completed.percentText]
                }
            })
    }

    private var sessionTable: ReportTable {
        ReportTable(
            "Families on the last day, and what was held within the period.",
            columns: [
                .words("Team"), .figure("Families"), .figure("Nobody named for"), .figure("Supervisions"),
                .figure("Consultations"), .figure("Boosters"),
            ],
            rows: teams.map { team in
                [
                    team.team.text, "\(team.families)", "\(team.unallocated)", "\(team.sessions.supervisions)",
                    "\(team.sessions.consultations)", "\(team.sessions.boosters)",
                ]
            })
    }

    private var goalTable: ReportTable {
        ReportTable(
            "Goals: those carried forward first.",
            columns: [
                .words("Goal"), .words(""), .words("Owner"), .words("Due"), .words("Standing"), .words("Since review"),
            ],
            rows: goals.map { goal in
                [
                    goal.code.text, goal.goal, goal.owner.text, goal.due.description, goal.standing.rawValue,
                    goal.since.map { "\($0)" } ?? "new",
                ]
            })
    }
}

extension TeamReview.Posts {
    /// What the posts add up to, as a decimal number of full-time posts.
    var text: String { PostDays(hundredths: hundredths)?.text ?? "n/a" }
}

extension IndicatorTable.Section {
    /// The indicators and the figures of the service as one table.
    fileprivate var reviewed: ReportTable {
        let figures = rows.map { [$0.indicator.title, $0.targetText, $0.valueText, $0.countsText, $0.verdictText] }
        let measures = blocks.flatMap(\.rows).map { [$0.measure.title, "", $0.valueText, $0.countsText, ""] }
        let service = service.map { [$0.key.title, "", $0.valueText, $0.countsText, ""] }
        return ReportTable(
            "Indicators of \(title): \(closures) closures, \(opportunity) of them with the opportunity for a full course.",
            columns: [.words(""), .words("Target"), .figure("Own value"), .figure("n/N"), .words("Verdict")],
            rows: figures + measures + service)
    }
}
