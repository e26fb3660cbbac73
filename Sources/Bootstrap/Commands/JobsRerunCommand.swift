import ArgumentParser
import NightlyJobs

/// `homeward jobs rerun`.
struct JobsRerunCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "rerun",
        abstract: "Does one date of a job again, by what is known now.",
        discussion: Examples(
            "A message that was sent is not sent again; one that waits is replaced.",
            .init("homeward jobs rerun demo-north/digests/2026-03-02", "Makes that date's digests anew."),
            .init("homeward jobs rerun alerts --site demo-north --date 2026-03-02 --json", "For programs.")
        ).text
    )

    @OptionGroup var occurrence: NightOccurrenceOptions

    @Flag(name: .long, help: "Write a JSON object.")
    var json = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await occurrence.lendDesk(invocation) { desk, key in
            let ended = try await desk.rerun(key.job, on: key.date)
            try NightOccurrenceEnd.tell(ended, NightTelling(invocation.console, isJSON: json))
        }
    }
}
