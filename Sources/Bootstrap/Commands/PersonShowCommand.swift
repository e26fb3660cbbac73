import ArgumentParser
import CivilDate
import Intervention
import Practice
import Vault

/// `homeward person show`.
struct PersonShowCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what is kept of who a person is.",
        discussion: Examples(
            "Sensitive addresses are withheld.",
            .init("homeward person show --site demo-north --child C-17", "Shows a child."),
            .init(
                "homeward person show --site demo-north --person 7b0e...",
                "Shows somebody by the id that a search printed.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @OptionGroup var who: PersonOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func validate() throws {
        if (who.child == nil) == (who.person == nil) { throw ValidationError("give --child or --person, one of them") }
    }

    func run(in invocation: Invocation) async throws {
        guard let target = who.child.map({ PersonTarget.child($0) }) ?? who.person.map({ .person($0) }) else { return }
        try await Workbench.lend(invocation) { bench in
            let sheet = try await bench.practice.person(target, at: site)
            for line in sheet.lines { try invocation.console.result(line) }
        }
    }
}

extension PersonSheet {
    /// The sheet as people read it, in the form in which particulars are recorded.
    var lines: [String] {
        var lines = ["id: \(person)"]
        if let ref { lines.append("child: \(ref)") }
        let kept: [(String, String?)] = [
            ("name", particulars.name), ("other-name", particulars.otherName),
            ("born", particulars.birthDate.map { "\($0)" }), ("telephone", particulars.telephone),
            ("email", particulars.email), ("nhs-number", particulars.nhsNumber?.digits), ("upn", particulars.upn?.text),
        ]
        for case (let field, let text?) in kept { lines.append("\(field): \(text)") }
        for address in addresses {
            var field = address.isSensitive ? "sensitive-address" : "address"
            if let from = address.from { field += " from \(from)" }
            if let until = address.until { field += " until \(until.adding(days: -1))" }
            lines.append("\(field): \(address.text ?? "withheld")")
        }
        for relative in relatives {
            let word = relative.isChild ? "\(relative.kinship.rawValue) of" : relative.kinship.rawValue
            lines.append("\(word): \(relative.name ?? "not recorded") (\(relative.person))")
        }
        return lines
    }
}
