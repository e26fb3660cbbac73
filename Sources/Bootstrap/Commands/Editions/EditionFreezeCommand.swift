import ArgumentParser
import CivilDate
import Intervention
import Practice
import Reporting

/// `homeward edition freeze`.
struct EditionFreezeCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Freezes an edition and prints its number.",
        discussion: Examples(
            "A quarter, a year or three years, over at every site. dfe and nhs are for everybody, network is for the services "
                + "of the network. What could be worked out is not kept: the figure and the sums are said. Needs "
                + "libClp.so.1.",
            .init(
                "homeward edition freeze --from 2024-01-01 --to 2024-12-31 --profile dfe --dry-run",
                "Says how much of a year would be withheld, and keeps nothing."),
            .init(
                "homeward edition freeze --from 2024-01-01 --to 2024-12-31 --profile dfe --restates 3 "
                    + "--note \"Late closings of two sites\"",
                "Freezes it anew with corrected records.")
        ).text
    )

    @Option(
        name: .long, help: ArgumentHelp("The first day that counts, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var from: CivilDate

    @Option(
        name: .long, help: ArgumentHelp("The last day that counts, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var to: CivilDate

    @Option(name: .long, help: "By which rule figures are withheld: dfe, nhs or network.")
    var profile: EditionProfile

    @Option(
        name: .long, help: ArgumentHelp("The edition of the same period that it corrects.", valueName: "number"),
        transform: ArgumentReading.edition)
    var restates: EditionNumber?

    @Option(
        name: .long, help: ArgumentHelp("Only this model.", valueName: "model"), transform: ArgumentReading.model)
    var model: ModelID?

    @Option(
        name: .long,
        help: ArgumentHelp("What is said of it, in one line that names nobody; it is printed.", valueName: "text"))
    var note: String?

    @Flag(name: .long, help: "Keep nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let request = try EditionRequest(
            profile, from: from, through: to, model: model, restating: restates, note: note)
        try await Workbench.lend(invocation) { bench in
            let models = bench.models
            if let model, models.newest(model) == nil {
                throw PracticeFault.unknownModel(model, known: models.ids)
            }
            let frozen = try await bench.practice.freeze(request, madeBy: ProgramVersion.text, dryRun: dryRun)
            let document = frozen.document
            try invocation.console.result("withheld \(document.withheldText)")
            for changed in document.changed {
                try invocation.console.result("records changed since edition \(changed.edition): \(changed.records)")
            }
            guard let edition = frozen.edition else { return invocation.console.say("Nothing was kept.") }
            try invocation.console.result("\(edition.number)")
        }
    }
}
