import ArgumentParser
import Intervention

/// Which record is opened, or was.
struct OpenedOptions: ParsableArguments {
    @Argument(help: "The site's reference of the episode.", transform: ArgumentReading.episode)
    var episode: EpisodeRef

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode
}
