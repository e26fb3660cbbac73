import ArgumentParser
import Practice
import Reporting

/// `homeward edition verify`.
struct EditionVerifyCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks that editions are as they were frozen, and that the facts still give their counts.",
        discussion: Examples(
            "What differs is named, and the status is then 65. Facts that are gone since records were disposed of are no "
                + "fault.",
            .init("homeward edition verify 3", "One edition."),
            .init("homeward edition verify --all", "All of them.")
        ).text
    )

    @Argument(
        help: ArgumentHelp("Its number; or --all.", valueName: "number"), transform: ArgumentReading.edition)
    var number: EditionNumber?

    @Flag(name: .long, help: "All editions.")
    var all = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func validate() throws {
        guard (number == nil) == all else { throw ValidationError("name one edition, or --all") }
    }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let editions = try await bench.practice.editions()
            let wanted = try number.map { [try editions.picked($0)] } ?? editions
            var faulty: [String] = []
            for edition in wanted {
                let check = try await bench.practice.verify(edition, by: ProgramVersion.text)
                for line in check.lines { try invocation.console.result("edition \(edition.number): \(line)") }
                if !check.isSound { faulty.append("\(edition.number)") }
            }
            if !faulty.isEmpty {
                throw CommandFault(.data, "not as it was frozen: edition \(faulty.joined(separator: ", "))")
            }
        }
    }
}

extension EditionCheck {
    /// How many figures that differ are named.
    private static let named = 20

    /// What was found, a line each.
    fileprivate var lines: [String] {
        var lines = [isAsFrozen ? "the text is the one that was hashed" : "the text is not the one that was hashed"]
        if !isAsCounted { lines.append("its figures are not those that were counted") }
        switch recount {
        case .same: lines.append("the facts give the same counts")
        case .gone(let records):
            lines.append("the facts of \(records) records are gone: records were disposed of since; not counted anew")
        case .otherRules(let others):
            lines.append(
                "it cannot be counted anew with this version (\(others.joined(separator: "; "))); its text and the counts "
                    + "that were kept beside it are what was checked")
        case .differs(let names):
            lines.append("the facts give other counts: \(names.count) figures")
            lines += names.prefix(Self.named).map { "  \($0)" }
        }
        return lines
    }
}
