import ArgumentParser
import NightlyJobs

/// `homeward jobs run`.
struct JobsRunCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Does one date of a job now, if it is not done.",
        discussion: Examples(
            "What is done already stays as it is; `jobs rerun` does it again. Messages leave with the next `homeward "
                + "nightly`. Status 75 says that it failed, or that somebody is at it.",
            .init("homeward jobs run obligations --site demo-north --date 2026-03-02", "Does that date."),
            .init("homeward jobs run demo-north/alerts/2026-03-02 --dry-run", "Says what it would change.")
        ).text
    )

    @OptionGroup var occurrence: NightOccurrenceOptions

    @Flag(name: .long, help: "Say what would be changed and change nothing.")
    var dryRun = false

    @Flag(name: .long, help: "Write a JSON object.")
    var json = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await occurrence.lendDesk(invocation) { desk, key in
            let telling = NightTelling(invocation.console, isJSON: json)
            if dryRun {
                let tally = try await desk.rehearse(key.job, on: key.date)
                telling.tell(RehearsedNight(key: key, tally: tally, reason: nil))
                try telling.end()
                return invocation.console.say("Nothing was changed.")
            }
            let before = try await desk.occurrences(of: key.job, from: key.date, through: key.date).first
            let ended = try await desk.run(key.job, on: key.date)
            if before?.state == .done {
                invocation.console.say(
                    "\(key) is done already, and nothing was done; `homeward jobs rerun` does it again.")
            }
            try NightOccurrenceEnd.tell(ended, telling)
        }
    }
}

/// How a command ends that did one occurrence.
enum NightOccurrenceEnd {
    /// Tells how it ended.
    /// - Throws: status 75 when it did not end well.
    static func tell(_ ended: Occurrence, _ telling: NightTelling) throws {
        telling.tell(ended, seconds: nil)
        try telling.end()
        guard ended.state != .done else { return }
        throw CommandFault(.tryLater, "\(ended.key) did not end well: it is \(ended.state.rawValue)")
    }
}
