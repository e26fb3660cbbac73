import ArgumentParser
import NightlyJobs

/// `homeward jobs withdraw`.
struct JobsWithdrawCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Takes back the messages of a run that have not left yet.",
        discussion: Examples(
            "What has left stays sent. The reason is kept and shown: it names nobody.",
            .init(
                "homeward jobs withdraw demo-north/digests/2026-03-02 --reason \"made from a wrong register\"",
                "None of its messages that wait is sent."),
            .init(
                "homeward jobs withdraw digests --site demo-north --date 2026-03-02 --reason \"made twice\"",
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
            let (withdrawn, sent) = try await desk.withdraw(key.job, on: key.date, because: why.reason)
            try invocation.console.result("\(key): messages withdrawn: \(withdrawn), sent before: \(sent)")
        }
    }
}
