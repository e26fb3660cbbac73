import EpisodeEngine
import InstrumentFile
import Intervention
import Sites

extension SiteSession {
    /// The definitions of instruments that the site works with.
    package func instruments() async throws -> InstrumentShelf {
        try await InstrumentShelf.read(site.id, in: transaction)
    }

    /// The definitions that commands are scored by; none are looked up when no interview brings items.
    func definitions(scoring commands: [EpisodeCommand]) async throws -> [InstrumentID: InstrumentDefinition] {
        let bringsItems = commands.contains { command in
            guard case .recordInterview(let interview) = command, case .items = interview.response else { return false }
            return true
        }
        return bringsItems ? try await instruments().definitions : [:]
    }
}

extension Rulebook {
    /// These rules, scoring by a site's definitions.
    package func scoring(by definitions: [InstrumentID: InstrumentDefinition]) -> Rulebook {
        var rules = self
        rules.definitions = definitions
        return rules
    }
}
