import ArgumentParser
import Intervention
import Practice
import Vault

/// `homeward person`.
struct PersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "Records and shows who a child, or somebody of the family, is, and that a child died.",
        discussion: Examples(
            "Particulars are read from standard input or a file, never from arguments, which other accounts of the machine can "
                + "see. They are kept sealed with a key of the person's own.",
            .init(
                "homeward person record --site demo-north --child C-17 particulars.txt",
                "Records a child's particulars."),
            .init("homeward person show --site demo-north --child C-17", "Shows them.")
        ).text,
        subcommands: [PersonRecordCommand.self, PersonShowCommand.self, PersonDiedCommand.self]
    )
}

/// Whom a command about a person means.
struct PersonOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("A child, by the site's reference.", valueName: "ref"),
        transform: ArgumentReading.child)
    var child: ChildRef?

    @Option(
        name: .long, help: ArgumentHelp("Somebody who is recorded, by the id that was printed.", valueName: "id"),
        transform: ArgumentReading.person)
    var person: PersonID?
}

extension ArgumentReading {
    /// The site's reference of a child.
    static func child(_ text: String) throws -> ChildRef {
        guard let ref = ChildRef(text) else {
            throw ValidationError("a code has 1 to 32 letters, digits, dots, hyphens and underscores, and no spaces")
        }
        return ref
    }

    /// The id of a person.
    static func person(_ text: String) throws -> PersonID {
        guard let id = PersonID(uuid: text) else { throw ValidationError("write the id as it was printed") }
        return id
    }

    /// What somebody is to a child.
    static func kinship(_ text: String) throws -> Kinship {
        guard let kinship = Kinship(rawValue: text) else {
            throw ValidationError("write one of " + Kinship.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return kinship
    }
}
