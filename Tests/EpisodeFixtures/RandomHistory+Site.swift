import EpisodeEngine
import RandomHistories

extension RandomHistory {
    /// Histories of families of a site's team under a rulebook.
    package init(on site: FixtureSite, under rules: Rulebook) throws {
        self.init(of: try site.team(rules.modelID), under: rules, today: FixtureWorld.today)
    }
}
