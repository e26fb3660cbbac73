import ArgumentParser
import Intervention
import Practice
import Vault

/// `homeward person record`.
struct PersonRecordCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Records particulars of a person, all or none, and prints the person's id.",
        discussion: Examples(
            "One particular a line: name, other-name, born, telephone, email, nhs-number, upn, address, sensitive-address; an "
                + "address may say 'from' and 'until'. A particular that says nothing is taken away; addresses come in the "
                + "place of all that were kept.",
            .init(
                "homeward person record --site demo-north --child C-17 < particulars.txt",
                "Records a child's particulars."),
            .init(
                "homeward person record --site demo-north --family-of C-17 --as mother particulars.txt",
                "Records somebody of the family for the first time.")
        ).text
    )

    @Argument(help: ArgumentHelp("A file with the particulars; standard input if none is named.", valueName: "file"))
    var file: String?

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(
        name: .long, help: ArgumentHelp("The child whose family somebody new belongs to.", valueName: "ref"),
        transform: ArgumentReading.child)
    var familyOf: ChildRef?

    @Option(
        name: .customLong("as"), help: ArgumentHelp("What they are to the child.", valueName: "word"),
        transform: ArgumentReading.kinship)
    var kinship: Kinship?

    @OptionGroup var who: PersonOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func validate() throws {
        let given = [who.child != nil, who.person != nil, familyOf != nil].count { $0 }
        if given != 1 { throw ValidationError("give --child, --person or --family-of, one of them") }
        if (familyOf == nil) != (kinship == nil) { throw ValidationError("--family-of and --as belong together") }
    }

    private var target: PersonTarget? {
        if let familyOf, let kinship { return .family(of: .ref(familyOf), kinship) }
        return who.child.map { .child($0) } ?? who.person.map { .person($0) }
    }

    func run(in invocation: Invocation) async throws {
        guard let target else { return }
        let text = try StandardInput.text(
            of: file, asking: "The particulars, one a line; end with Ctrl-D:", invocation.console)
        let change = try ParticularsText.read(text)
        try await Workbench.lend(invocation) { bench in
            let person = try await bench.practice.recordPerson(target, change, at: site)
            try invocation.console.result("\(person)")
        }
    }
}
