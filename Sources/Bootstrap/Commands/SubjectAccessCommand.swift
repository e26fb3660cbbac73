import ArgumentParser
import CivilDate
import Exchange
import Intervention
import Markup
import Pages
import Practice

/// `homeward subject-access`.
struct SubjectAccessCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "subject-access",
        abstract: "Draws up everything that a site keeps of one child, with what is about others marked.",
        discussion: Examples(
            "Writes a page, the same for programs, and a list of what is marked. Somebody reads the list, and a second run "
                + "takes out what it names. Reading it is itself an entry of the access log.",
            .init("homeward subject-access C-17 --site demo-north --to pack", "Draws up a first pack, all of it."),
            .init(
                "homeward subject-access C-17 --site demo-north --to given --redact pack/redactions.txt",
                "Draws it up again without what the list takes out.")
        ).text
    )

    @Argument(
        help: "The site's reference of the child, or the id where the site gave none.",
        transform: ArgumentReading.child)
    var child: ChildNaming

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(name: .long, help: ArgumentHelp("A folder that is made for it.", valueName: "folder"))
    var to: String

    @Option(
        name: .long,
        help: ArgumentHelp("The day on which the request came; today if none is given.", valueName: "date"),
        transform: ArgumentReading.day)
    var received: CivilDate?

    @Option(name: .long, help: ArgumentHelp("A list of what is to be taken out.", valueName: "file"))
    var redact: String?

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let redactions = try redact.map { try list(in: $0) } ?? SubjectRedactions()
        try await Workbench.lend(invocation) { bench in
            let pack = try await bench.practice.subjectAccess(
                of: child, at: site, receivedOn: received, redactions: redactions)
            let folder = try PackFolder(making: to)
            try folder.write(SubjectPage.document(pack).html, to: "subject-access.html")
            try folder.write(try SubjectPackFile(pack).text(), to: "subject-access.json")
            if redact == nil { try folder.write(pack.proposedRedactions, to: "redactions.txt") }
            for part in pack.parts { try invocation.console.result("\(part.key): \(part.items.count)") }
            let deadline = pack.deadline
            try invocation.console.result(
                "to be answered by \(deadline.answerBy), at the latest by \(deadline.extendedTo)")
            invocation.console.say("Written to \(folder.path); only its owner can read it.")
        }
    }

    private func list(in file: String) throws -> SubjectRedactions {
        do {
            return try SubjectRedactions(String(decoding: try InputFile.bytes(of: file), as: UTF8.self))
        } catch let flaw as SubjectRedactions.Flaw {
            throw CommandFault(.data, "\(file): \(flaw)")
        }
    }
}
