import ArgumentParser
import Intervention
import Practice
import Reporting
import Sites

/// As whom editions are read.
struct EditionReadOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("As this site reads it.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode?

    /// The editions that may be read.
    func editions(in practice: Practice) async throws -> [Edition] {
        guard let site else { return try await practice.editions() }
        return try await practice.editions(at: site)
    }

    /// One of them.
    func edition(_ number: EditionNumber, in practice: Practice) async throws -> Edition {
        try await editions(in: practice).picked(number)
    }
}

extension EditionProfile: ExpressibleByArgument {}

extension ArgumentReading {
    /// The number of an edition.
    static func edition(_ text: String) throws -> EditionNumber {
        guard let number = Int32(text).flatMap({ EditionNumber(Int($0)) }) else {
            throw ValidationError("an edition's number is 1 or more; see `homeward edition list`")
        }
        return number
    }
}
