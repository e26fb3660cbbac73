extension OpenAPIDocument {
    /// Where an answer leads: what was begun, listed or read names the episode, the child, the team or the person, and the
    /// version that a change of it needs. A program that is made from the document can follow.
    static func links(of operation: Operation) -> [JSON.Member] {
        switch operation.id {
        case .recordReferral: leads("episode", as: "$request.body#/ref", to: [.showEpisode], and: episodeChanges)
        case .listEpisodes: leads("episode", as: "$response.body#/episodes/0/ref", to: [.showEpisode])
        case .showEpisode:
            leads("episode", as: "$request.path.episode", to: [], and: episodeChanges)
                + leads("child", as: "$response.body#/child", to: [.showChild, .showChildEvents])
        case .listReferrals: leads("episode", as: "$response.body#/referrals/0/ref", to: [.showReferral])
        case .showReferral:
            leads("episode", as: "$request.path.episode", to: [], and: [.recordScreening, .recordAllocation])
        case .listInterviewsDue:
            leads("episode", as: "$response.body#/interviews/0/ref", to: [.recordAttempt, .recordInterview])
        case .listFollowUpsDue: leads("episode", as: "$response.body#/followUps/0/ref", to: [.showEpisode])
        case .showOnCall: leads("episode", as: "$response.body#/families/0/ref", to: [.showEpisode])
        case .showChild: leads("child", as: "$request.path.child", to: [.recordRelative], and: changes(of: "child"))
        case .showTeam: leads("team", as: "$request.path.team", to: [], and: changes(of: "team"))
        case .showHandover: leads(nil, as: "", to: [.takeOverCalls])
        case .searchPeople: leads("person", as: "$response.body#/people/0/id", to: [.showPerson])
        case .recordRelative: leads("person", as: "$response.body#/person", to: [.showPerson])
        case .showPerson: leads("person", as: "$request.path.person", to: [], and: [.recordPerson])
        case .freezeReview: leads("number", as: "$response.body#/told", to: [.showFrozenReview])
        case .listSiteOutliers: leads("number", as: "$response.body#/outliers/0/number", to: [.answerOutlier])
        default:
            operation.isAbout("episode") ? leads("episode", as: "$request.path.episode", to: [.showEpisode]) : []
        }
    }

    /// - Parameters:
    ///   - name: the parameter that the answer names; nil when the site alone is named.
    ///   - expression: where that stands.
    ///   - goals: where it leads.
    ///   - changes: where it leads with the version of what was answered.
    private static func leads(
        _ name: String?, as expression: String, to goals: [OperationID], and changes: [OperationID] = []
    ) -> [JSON.Member] {
        let site = JSON.Member("site", "$request.path.site")
        let subject = name.map { [JSON.Member($0, .text(expression))] } ?? []
        let version = [JSON.Member("header.If-Match", "$response.header.ETag")]
        return goals.map { lead(to: $0, [site] + subject) } + changes.map { lead(to: $0, [site] + subject + version) }
    }

    private static func lead(to goal: OperationID, _ parameters: [JSON.Member]) -> JSON.Member {
        JSON.Member(
            goal.rawValue, ["operationId": .text(goal.rawValue), "parameters": .object(parameters)])
    }

    /// What changes an episode.
    private static let episodeChanges = changes(of: "episode")

    /// What changes the thing of a parameter.
    private static func changes(of parameter: String) -> [OperationID] {
        Operation.all.filter { $0.isAbout(parameter) && $0.match != .none }.map(\.id)
    }
}

extension Operation {
    /// Whether its address names a thing of a site and nothing in it.
    fileprivate func isAbout(_ parameter: String) -> Bool {
        parameters.filter { $0.place == .path }.map(\.name) == ["site", parameter]
    }
}
