import ArgumentParser
import NightlyJobs

/// `homeward jobs skip`.
struct JobsSkipCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "skip",
        abstract: "Leaves one date of a job out, with the reason; what waits for it goes on.",
        discussion: Examples(
            "The reason is kept and shown: it names nobody.",
            .init(
                "homeward jobs skip demo-north/digests/2026-12-25 --reason \"nobody reads it on that day\"",
                "That date's digests are not made."),
            .init(
                "homeward jobs skip alerts --site demo-north --date 2026-03-02 --reason \"rota was wrong\"",
                "The same in other words.")
        ).text
    )

    @OptionGroup var occurrence: NightOccurrenceOptions
    @OptionGroup var why: NightReasonOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await occurrence.lendDesk(invocation) { desk, key in
            try await desk.skip(key.job, on: key.date, because: why.reason)
            try invocation.console.result("\(key): skipped: \(why.reason)")
        }
    }
}
