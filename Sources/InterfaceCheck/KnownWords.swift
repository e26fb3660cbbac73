import API
import NIOHTTP1

/// What an installation has that can be asked for: a site of the token, a team, an episode, a model.
struct KnownWords: Sendable {
    private var words: [String: String] = ["from": "2025-01-01", "to": "2025-12-31"]

    /// Asks for them.
    init(_ probe: Probe, site wanted: String?) async throws {
        let root = OpenAPIDocument.root
        let sites = KnownWords.list(try await probe.ask(.GET, root + "/sites").json?["sites"])
        let found = sites.first { wanted == nil || $0["code"] == .text(wanted) }
        words["site"] = KnownWords.text(found?["code"]) ?? wanted
        if let team = KnownWords.list(found?["teams"]).first {
            words["team"] = KnownWords.text(team["code"])
            words["model"] = KnownWords.text(team["model"])
        }
        guard let site = words["site"] else { return }
        let episodes = try await probe.ask(.GET, root + "/sites/\(site)/episodes?limit=50").json?["episodes"]
        words["episode"] = KnownWords.list(episodes).compactMap { KnownWords.text($0["ref"]) }.first
        if words["model"] == nil {
            let models = try await probe.ask(.GET, root + "/models").json?["models"]
            words["model"] = KnownWords.list(models).compactMap { KnownWords.text($0["id"]) }.first
        }
    }

    /// The word for a parameter; nil when nothing of the kind is known.
    subscript(name: String) -> String? { words[name] }

    private static func list(_ json: JSON?) -> [JSON] { if case .list(let values)? = json { values } else { [] } }

    private static func text(_ json: JSON?) -> String? { if case .text(let text)? = json { text } else { nil } }
}
