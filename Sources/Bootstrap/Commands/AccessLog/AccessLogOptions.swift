import ArgumentParser
import Intervention
import Practice

/// Which looks at a site a command is about.
struct AccessLogOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(
        name: .long, help: ArgumentHelp("Only at this episode.", valueName: "ref"), transform: ArgumentReading.episode)
    var episode: EpisodeRef?

    @Option(
        name: .long,
        help: ArgumentHelp("Only at this child and the child's episodes, by reference or id.", valueName: "child"),
        transform: ArgumentReading.child)
    var child: ChildNaming?

    @Option(
        name: .long,
        help: ArgumentHelp("Only at this person and the episodes that they take part in.", valueName: "id"),
        transform: AccessLogOptions.person)
    var person: PersonID?

    @Flag(name: .long, help: "Only what was opened in an emergency, and seen by that.")
    var breakGlass = false

    @OptionGroup var looks: LookOptions

    func validate() throws {
        if [episode != nil, child != nil, person != nil].count(where: { $0 }) > 1 {
            throw ValidationError("give --episode, --child or --person, one of them")
        }
    }

    /// The question that they ask.
    var question: AccessLogQuestion {
        var question = looks.question
        question.subject = episode.map { .episode($0) } ?? child.map { .child($0) } ?? person.map { .person($0) }
        question.onlyBreakGlass = breakGlass
        return question
    }

    private static func person(_ text: String) throws -> PersonID {
        guard let id = PersonID(uuid: text) else { throw ValidationError("write the id as it is listed") }
        return id
    }
}
