import Exchange

/// For every problem of a file a register that has it, with where it must be told.
struct ProblemCase: Sendable, CustomStringConvertible {
    let code: ImportProblemCode
    let line: Int
    let column: String?
    let text: String

    var description: String { "\(code.rawValue) \(column ?? "")" }

    static let all: [ProblemCase] = bytes + tables + cells + rules

    private static func changed(
        _ code: ImportProblemCode, _ column: RegisterColumn, _ changes: [RegisterColumn: String?],
        of base: [RegisterColumn: String] = Register.closed
    ) -> ProblemCase {
        ProblemCase(
            code: code, line: 2, column: column.rawValue, text: Register.text([Register.row(base, changes)])
        )
    }

    private static func file(_ code: ImportProblemCode, _ line: Int, _ column: String?, _ text: String) -> ProblemCase {
        ProblemCase(code: code, line: line, column: column, text: text)
    }

    private static let header = "episode_ref,team,model,referred_on,decision"
    private static let good = "E-9,north,mst,2025-01-01,pending"

    private static let bytes: [ProblemCase] = [
        file(.nulByte, 3, "team", "\(header)\n\(good)\nE-1,no\0rth,mst,2025-01-01,pending\n"),
        file(.strayQuote, 2, "team", "\(header)\nE-1,no\"rth,mst,2025-01-01,pending\n"),
        file(.strayQuote, 2, "episode_ref", "\(header)\n\"E-1\"x,north,mst,2025-01-01,pending\n"),
        file(.unclosedQuote, 3, "team", "\(header)\n\(good)\nE-1,\"north,mst,2025-01-01,pending\n"),
    ]

    private static let tables: [ProblemCase] = [
        file(.noHeader, 1, nil, ""),
        file(.unknownColumn, 1, "wife", "\(header),wife\n\(good),x\n"),
        file(.unknownColumn, 1, "Closed On", "\(header),Closed On\n\(good),x\n"),
        file(.unknownColumn, 1, nil, "\(header),\n\(good),\n"),
        file(.doubledColumn, 1, "team", "\(header),team\n\(good),north\n"),
        file(.doubledColumn, 1, "problems", "\(header),problems,problems\n\(good),,\n"),
        file(.missingColumn, 1, "decision", "episode_ref,team,model,referred_on\nE-1,north,mst,2025-01-01\n"),
        file(.raggedRow, 3, nil, "\(header)\n\(good)\nE-1,north,mst,2025-01-01\n"),
        file(.raggedRow, 2, nil, "\(header)\n\(good),extra\n"),
        file(.emptyRow, 3, nil, "\(header)\n\(good)\n,,,,\n"),
    ]

    private static let cells: [ProblemCase] =
        RegisterColumn.allCases.filter(\.isRequired).map { changed(.missingValue, $0, [$0: nil]) }
        + RegisterColumn.allCases.map { column in
            changed(.surroundingSpace, column, [column: " x"])
        }
        + [RegisterColumn.episodeRef, .team, .childRef, .householdRef, .therapist].flatMap { column in
            [
                changed(.looksLikeAName, column, [column: "Mary Smith"]),
                changed(.looksLikeAName, column, [column: "Mary\u{A0}Smith"]),
                changed(.invalidCode, column, [column: "-x"]),
                changed(.invalidCode, column, [column: String(repeating: "x", count: 33)]),
                changed(.invalidCode, column, [column: "é"]),
            ]
        }
        + [
            RegisterColumn.sex, .ethnicity, .deprivationIndex, .referralSource, .decision, .closureReason, .atHome,
            .inSchoolOrWork, .noNewArrests,
        ].map { changed(.unknownCode, $0, [$0: "no-such"]) }
        + [
            changed(.unknownCode, .sex, [.sex: "f"]),
            changed(.unknownCode, .ethnicity, [.ethnicity: "WSCO"]),
            changed(.unknownCode, .closureReason, [.closureReason: "stepped-down"]),
            changed(.unknownCode, .declineReason, [.declineReason: "no-such"], of: Register.declined),
            changed(.unknownCode, .onwardService, [.onwardService: "no-such"], of: Register.declined),
        ]
        + [RegisterColumn.referredOn, .decidedOn, .firstSessionOn, .closedOn].flatMap { column in
            [
                "2025-02-29", "10/01/2025", "2025-1-10", "2025-01-10 00:00", "20250110", "2025-13-01", "٢٠٢٥-٠١-١٠",
                "0025-01-10",
            ]
            .map { changed(.invalidDate, column, [column: $0]) }
        }
        + ["2011-13", "2011-5", "2011-05-04", "05/2011", "2011", "0011-05"].map {
            changed(.invalidMonth, .birthMonth, [.birthMonth: $0])
        }
        + ["0", "11", "01", "1.0", "+1", "-1", "two"].map {
            changed(.invalidDecile, .deprivationDecile, [.deprivationDecile: $0])
        }
        + ["E0800001", "E080000011", "X08000001", "E05000001", "E0800000A", "IE-", "IE-dublin", "IE-ABCDEFGHIJKLM"].map
    {
        changed(.invalidAuthority, .responsibleAuthority, [.responsibleAuthority: $0])
    }
        + [
            changed(.unknownTeam, .team, [.team: "east"]),
            changed(.unknownModel, .model, [.model: "mst-fit"]),
            changed(.unknownModel, .model, [.model: "MST"]),
            changed(.modelNotOfTeam, .model, [.team: "south"]),
        ]

    private static let rules: [ProblemCase] = [
        changed(.datesOutOfOrder, .referredOn, [.birthMonth: "2025-02"]),
        changed(.datesOutOfOrder, .decidedOn, [.decidedOn: "2025-01-09"]),
        changed(.datesOutOfOrder, .firstSessionOn, [.firstSessionOn: "2025-01-14"]),
        changed(.datesOutOfOrder, .closedOn, [.closedOn: "2025-01-19"]),
        changed(.datesOutOfOrder, .firstSessionOn, [.decidedOn: nil, .firstSessionOn: "2025-01-09"]),
        changed(.datesOutOfOrder, .closedOn, [.decidedOn: nil, .firstSessionOn: nil, .closedOn: "2025-01-09"]),
        changed(.dayInFuture, .closedOn, [.closedOn: "2026-04-01"]),
        changed(.dayInFuture, .birthMonth, [.birthMonth: "2026-04"]),
        changed(.needsAccepted, .firstSessionOn, [.firstSessionOn: "2025-03-01"], of: Register.declined),
        changed(
            .needsAccepted, .closedOn, [.closedOn: "2025-03-01", .closureReason: "moved"], of: Register.declined
        ),
        changed(.needsAccepted, .firstSessionOn, [.decision: "pending"]),
        changed(.decidedWhilePending, .decidedOn, [.decision: "pending", .declineReason: nil], of: Register.declined),
        changed(.declineReasonMissing, .declineReason, [.declineReason: nil], of: Register.declined),
        changed(.declineReasonWithoutDeclined, .declineReason, [.declineReason: "age"]),
        changed(.onwardServiceWithoutDeclined, .onwardService, [.onwardService: "early-help"]),
        changed(.closingIncomplete, .closureReason, [.closureReason: nil]),
        changed(.closingIncomplete, .closedOn, [.closedOn: nil, .atHome: nil, .inSchoolOrWork: nil]),
        changed(.outcomeWithoutClosing, .atHome, [.closedOn: nil, .closureReason: nil]),
        changed(.outcomeWithoutClosing, .inSchoolOrWork, [.closedOn: nil, .closureReason: nil]),
        changed(.decileWithoutIndex, .deprivationIndex, [.deprivationIndex: nil]),
        file(
            .duplicateEpisodeRef, 4, "episode_ref", "\(header)\n\(good)\nE-1,north,mst,2025-01-01,pending\n\(good)\n"
        ),
    ]
}
