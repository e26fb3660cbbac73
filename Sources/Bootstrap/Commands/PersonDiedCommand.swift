import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward person died`.
struct PersonDiedCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "died",
        abstract: "Records a child's death, corrects it or takes it back.",
        discussion: Examples(
            "Nobody is asked for interviews and follow-ups any more, and the record is kept by the rules after a death. An "
                + "open episode stays open until a person closes it.",
            .init(
                "homeward person died C-17 --on 2026-05-02 --site demo-north",
                "Records it; with --estimated when the day is a guess."),
            .init(
                "homeward person died C-17 --on 2026-05-03 --correct --site demo-north",
                "Puts another day in its place; --withdraw takes it back.")
        ).text
    )

    @Argument(
        help: "The site's reference of the child, or the id where the site gave none.",
        transform: ArgumentReading.child)
    var child: ChildNaming

    @Option(name: .long, help: ArgumentHelp("The day, YYYY-MM-DD.", valueName: "date"), transform: ArgumentReading.day)
    var on: CivilDate?

    @Flag(name: .long, help: "The day is a guess.")
    var estimated = false

    @Flag(name: .long, help: "Put this in the place of what is on record.")
    var correct = false

    @Flag(name: .long, help: "Take back what is on record: the child did not die.")
    var withdraw = false

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func validate() throws {
        guard withdraw else {
            if on == nil { throw ValidationError("--on: give the day, or --withdraw") }
            return
        }
        if on != nil || estimated || correct {
            throw ValidationError("--withdraw goes without --on, --estimated and --correct")
        }
    }

    func run(in invocation: Invocation) async throws {
        let death = on.map { DatedDeath(on: $0, death: Death(dayIsEstimated: estimated)) }
        try await Workbench.lend(invocation) { bench in
            if let death, !correct {
                try await bench.practice.recordDeath(death.death, of: child, on: death.on, at: site)
            } else {
                try await bench.practice.correctDeath(of: child, to: death, because: .entryError, at: site)
            }
            try invocation.console.result(death.map { "\(child): died on \($0.words)" } ?? "\(child): death taken back")
        }
    }
}

extension DatedDeath {
    /// The day as people read it.
    var words: String { death.dayIsEstimated ? "\(on) (estimated)" : "\(on)" }
}
