import CivilDate
import Intervention
import YAMLFile

extension SiteFileReader {
    /// The teams; nil when the node is no list or one of them is wrong.
    mutating func readTeams(_ node: YAMLNode) -> [SiteFile.Team]? {
        var lines: [TeamCode: Int] = [:]
        return list(node, of: "teams") { reader, entry in reader.readTeam(entry, after: &lines) }
    }

    private mutating func readTeam(_ node: YAMLNode, after lines: inout [TeamCode: Int]) -> SiteFile.Team? {
        guard let values = mapping(node, keys: SiteFileTeamKey.self, of: "a team") else { return nil }
        let code = values[.code].flatMap { readTeamCode($0, after: &lines) }
        let model = values[.model].flatMap { readModel($0) }
        if let model, let node = values[.model] { places.teams.append((model, node.place)) }
        let startedOn = values[.startedOn].flatMap { readDay($0, of: "startedOn") }
        let authorities = values[.authorities].map { readAuthorities($0) }
        let staff = values[.staff].map { readStaff($0) }
        let rota = values[.rota].map { readRota($0, among: staff ?? .some([])) }
        guard let code, let model, let startedOn, authorities != .some(nil), staff != .some(nil), rota != .some(nil)
        else { return nil }
        return SiteFile.Team(
            code: code, model: model, startedOn: startedOn, authorities: (authorities ?? nil) ?? [],
            staff: (staff ?? nil) ?? [], rota: Rota((rota ?? nil) ?? [])
        )
    }

    /// - Parameter lines: the lines in which codes stood before.
    private mutating func readTeamCode(_ node: YAMLNode, after lines: inout [TeamCode: Int]) -> TeamCode? {
        guard let code: TeamCode = readCode(node, of: "code") else { return nil }
        if let line = lines[code] {
            report(
                .doubledTeam, at: node,
                "the team \(code) stands in line \(line) already; each team has a code of its own")
            return nil
        }
        lines[code] = node.place.line
        return code
    }

    /// The posts of a team; nobody holds two of them on one day.
    private mutating func readStaff(_ node: YAMLNode) -> [StaffPost]? {
        var posts: [StaffPost] = []
        return list(node, of: "staff") { reader, entry in
            guard let post = reader.readPost(entry) else { return nil }
            if let other = posts.first(where: { $0.overlaps(post) }), reader.models != nil {
                reader.report(
                    .postsOverlap, at: entry,
                    "\(post.staff) is \(other.role.rawValue) of the team from \(other.from) already; end that post first"
                )
                return nil
            }
            posts.append(post)
            return post
        }
    }

    private mutating func readPost(_ node: YAMLNode) -> StaffPost? {
        guard let values = mapping(node, keys: SiteFilePostKey.self, of: "a post") else { return nil }
        let code: StaffCode? = values[.code].flatMap { readCode($0, of: "code") }
        let role = values[.role].flatMap { word($0, of: "role", among: StaffRole.allCases) }
        let share = values[.fte].flatMap { readShare($0) }
        let from = values[.from].flatMap { readDay($0, of: "from") }
        let until = values[.until].map { readDay($0, of: "until") }
        guard let code, let role, let share, let from, until != .some(nil) else { return nil }
        if let last = until ?? nil, let node = values[.until], !isInOrder(from, last, at: node) { return nil }
        return StaffPost(code, as: role, fte: share, from: from, through: until ?? nil)
    }

    private mutating func readShare(_ node: YAMLNode) -> FTE? {
        guard let text = scalar(node, of: "fte") else { return nil }
        guard let share = FTE(decimal: text) else {
            report(.badShare, at: node, "'\(shown(text))' is no share of a post: write 0.01 to 1, at most two decimals")
            return nil
        }
        return share
    }

    /// - Parameter staff: the posts of the team; nil when they could not be read.
    private mutating func readRota(_ node: YAMLNode, among staff: [StaffPost]?) -> [OnCallSpell]? {
        list(node, of: "rota") { reader, entry in
            guard let values = reader.mapping(entry, keys: SiteFileRotaKey.self, of: "a spell on call") else {
                return nil
            }
            let from = values[.from].flatMap { reader.readDay($0, of: "from") }
            let until = values[.until].flatMap { reader.readDay($0, of: "until") }
            let code: StaffCode? = values[.staff].flatMap { reader.readCode($0, of: "staff") }
            guard let from, let until, let code, let last = values[.until], reader.isInOrder(from, until, at: last),
                let spell = OnCallSpell(code, from: from, through: until)
            else { return nil }
            if let staff, let place = values[.staff], reader.models != nil {
                reader.check(spell, among: staff, at: place)
            }
            return spell
        }
    }

    /// Reports a spell of somebody who is not in post.
    private mutating func check(_ spell: OnCallSpell, among staff: [StaffPost], at node: YAMLNode) {
        let posts = staff.filter { $0.staff == spell.staff }
        guard !posts.isEmpty else {
            let codes = Set(staff.map(\.staff.text)).sorted()
            let nearest = NearestWord.to(spell.staff.text, among: codes).map { "; the nearest is '\($0)'" } ?? ""
            report(.unknownStaff, at: node, "the team has no member of staff \(spell.staff)\(nearest)")
            return
        }
        var day = spell.from
        while day <= spell.through {
            guard let post = posts.first(where: { $0.covers(day) }) else {
                report(
                    .notInPost, at: node,
                    "\(spell.staff) is on call from \(spell.from) to \(spell.through) and not in post on \(day)")
                return
            }
            guard let last = post.through else { return }
            day = last.adding(days: 1)
        }
    }
}

extension StaffPost {
    /// Whether two posts of one person share a day.
    fileprivate func overlaps(_ other: StaffPost) -> Bool {
        staff == other.staff && (through.map { other.from <= $0 } ?? true) && (other.through.map { from <= $0 } ?? true)
    }
}
