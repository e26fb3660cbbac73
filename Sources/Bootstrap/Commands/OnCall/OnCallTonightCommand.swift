import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward on-call tonight`.
struct OnCallTonightCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "tonight",
        abstract: "Lists who is on call today and tomorrow, and the open families, those most likely to ring first.",
        discussion: Examples(
            "Families are named by reference; names, numbers and safety plans are on the page /on-call.",
            .init("homeward on-call tonight --site demo-north", "Every team."),
            .init("homeward on-call tonight --site demo-north --for jt", "What one account reaches tonight.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let sheet = try await bench.practice.onCallTonight(at: site)
            for telephone in sheet.telephones {
                let today = OnCallText.holders(telephone, on: sheet.day)
                let tomorrow = OnCallText.holders(telephone, on: sheet.day.adding(days: 1))
                try invocation.console.result("team \(telephone.team): \(today); tomorrow \(tomorrow)")
            }
            var table = TextTable(["episode", "team", "therapist", "plan since", "last crisis", "last call", "alerts"])
            for family in sheet.families {
                table.add([
                    family.ref.map { "\($0)" } ?? "\(family.id)", family.team.map { "\($0)" } ?? "",
                    family.therapist.map { "\($0)" } ?? "", family.plan.map { "\($0.since)" } ?? "none",
                    family.lastCrisis.map { "\($0)" } ?? "", family.lastCall.map { "\($0)" } ?? "",
                    "\(family.alerts.count)",
                ])
            }
            if !table.isEmpty { for line in table.lines { try invocation.console.result(line) } }
        }
    }
}

/// What the commands of the telephone print.
enum OnCallText {
    /// Who carries a telephone on a day.
    static func holders(_ telephone: Telephone, on day: CivilDate) -> String {
        let holders = telephone.holders(on: day).map(\.text)
        return holders.isEmpty ? "nobody by the rota" : holders.joined(separator: ", ")
    }

    /// A call on one line, without what was said.
    static func line(_ call: CallLine) -> String {
        let about = call.ref.map { "\($0)" } ?? "nobody of the record"
        return "\(call.cameAt) \(call.caller.rawValue) about \(about): \(call.done.rawValue), taken by \(call.takenBy)"
    }
}
