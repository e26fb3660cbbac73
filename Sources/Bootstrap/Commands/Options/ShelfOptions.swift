import ArgumentParser
import Intervention
import Practice
import Sites

/// Whose definitions of instruments are meant: a site's, or those that come with the program.
struct ShelfOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The site; without it what comes with the program is meant.", valueName: "code"),
        transform: ArgumentReading.site)
    var site: SiteCode?

    @OptionGroup var place: HomeOptions

    /// Lends the definitions; asks the database only for a site's.
    func lend(_ invocation: Invocation, _ body: (InstrumentShelf) throws -> Void) async throws {
        guard let site else { return try body(.builtIn) }
        try await Workbench.lend(invocation) { bench in
            try body(try await bench.practice.instruments(at: site))
        }
    }

    /// One of the definitions.
    /// - Throws: status 65 when there is none.
    static func definition(_ id: InstrumentID, in shelf: InstrumentShelf) throws(CommandFault) -> InstrumentDefinition {
        if let definition = shelf[id] { return definition }
        let known = shelf.entries.map(\.definition.id.text).joined(separator: ", ")
        throw CommandFault(.data, "no definition of \(id) is loaded; there are \(known)")
    }
}
