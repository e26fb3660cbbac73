import ArgumentParser
import Exchange

/// `homeward codes`.
struct CodesCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes",
        abstract: "Prints the lists of codes that files are checked against; needs no database and no home.",
        discussion: Examples(
            "Without a name every list is printed. A name may be that of a column, and of a family of lists: "
                + "`ethnicity` prints the lists of every nation, `closure-reason` those of every model.",
            .init("homeward codes", "Prints every list."),
            .init("homeward codes ethnicity-wales --format json", "Prints one list for programs.")
        ).text
    )

    @Argument(help: "The list, a family of lists, or a column of a file.")
    var name: String?

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var general: GeneralOptions

    func run(in invocation: Invocation) async throws {
        let catalogue = CodeCatalogue(models: try await invocation.registryOfPlace())
        let lists = try name.map(catalogue.lists(named:)) ?? catalogue.all
        switch format {
        case .text:
            for (index, list) in lists.enumerated() {
                if index > 0 { try invocation.console.result("") }
                for line in CodeCatalogue.lines(of: list) { try invocation.console.result(line) }
            }
        case .json:
            let all = OrderedJSON.list(lists.map(CodeCatalogue.json))
            try invocation.console.result(OrderedJSON.object(["lists": all]).text)
        }
    }
}
