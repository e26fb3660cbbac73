extension OpenAPIDocument {
    /// Where an answer leads: what was begun, listed or read names the episode, and the version that a change of it needs.
    /// A program that is made from the document can follow.
    static func links(of operation: Operation) -> [JSON.Member] {
        let site = JSON.Member("site", "$request.path.site")
        func lead(_ episode: JSON, to goals: [Operation]) -> [JSON.Member] {
            goals.map { goal in
                let tag = JSON.Member("header.If-Match", "$response.header.ETag")
                let version = goal.match != .none ? [tag] : []
                return JSON.Member(
                    goal.id.rawValue,
                    [
                        "operationId": .text(goal.id.rawValue),
                        "parameters": .object([site, .init("episode", episode)] + version),
                    ])
            }
        }
        let sheet = Operation.all.filter { $0.id == .showEpisode }
        let changes = Operation.all.filter { $0.isAboutEpisode && $0.match != .none }
        return switch operation.id {
        case .recordReferral: lead("$request.body#/ref", to: sheet + changes)
        case .listEpisodes: lead("$response.body#/episodes/0/ref", to: sheet)
        case .showEpisode: lead("$request.path.episode", to: changes)
        default: operation.isAboutEpisode ? lead("$request.path.episode", to: sheet) : []
        }
    }
}

extension Operation {
    /// Whether its address names an episode and nothing in it.
    fileprivate var isAboutEpisode: Bool {
        parameters.filter { $0.place == .path }.map(\.name) == ["site", "episode"]
    }
}
