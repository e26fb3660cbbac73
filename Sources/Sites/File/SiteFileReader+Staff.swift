import CivilDate
import Intervention
import YAMLFile

extension SiteFileReader {
    /// The posts of a team; nobody holds two of them on one day.
    mutating func readStaff(_ node: YAMLNode, into known: inout SiteStaffReading) -> [StaffPost]? {
        var reading = SiteStaffReading()
        if node.entries == nil { reading.hasUnreadableCode = true }
        let posts = list(node, of: "staff") { reader, entry in reader.readPost(entry, into: &reading) }
        known = reading
        return posts
    }

    private mutating func readPost(_ node: YAMLNode, into known: inout SiteStaffReading) -> StaffPost? {
        guard let values = mapping(node, keys: SiteFilePostKey.self, of: "a post") else {
            known.hasUnreadableCode = true
            return nil
        }
        let code: StaffCode? = values[.code].flatMap { readCode($0, of: "code") }
        guard let post = readPost(values, of: code) else {
            if let code { known.unclear.insert(code) } else { known.hasUnreadableCode = true }
            return nil
        }
        if let other = known.posts.first(where: { $0.overlaps(post) }), models != nil {
            report(
                .postsOverlap, at: node,
                "\(post.staff) is \(other.role.rawValue) of the team from \(other.from) already; end that post first")
            known.unclear.insert(post.staff)
            return nil
        }
        known.posts.append(post)
        return post
    }

    private mutating func readPost(_ values: [SiteFilePostKey: YAMLNode], of code: StaffCode?) -> StaffPost? {
        let role = values[.role].flatMap { word($0, of: "role", among: StaffRole.allCases) }
        let share = values[.fte].flatMap { readShare($0) }
        let from = values[.from].flatMap { readDay($0, of: "from") }
        let until = values[.until].map { readDay($0, of: "until") }
        let isInOrder = isInOrder(from, until ?? nil, at: values[.until])
        guard let code, let role, let share, let from, until != .some(nil), isInOrder else { return nil }
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

    /// - Parameter staff: what could be read of the posts of the team.
    mutating func readRota(_ node: YAMLNode, among staff: SiteStaffReading) -> [OnCallSpell]? {
        list(node, of: "rota") { reader, entry in reader.readSpell(entry, among: staff) }
    }

    private mutating func readSpell(_ node: YAMLNode, among staff: SiteStaffReading) -> OnCallSpell? {
        guard let values = mapping(node, keys: SiteFileRotaKey.self, of: "a spell on call") else { return nil }
        let from = values[.from].flatMap { readDay($0, of: "from") }
        let until = values[.until].flatMap { readDay($0, of: "until") }
        let code: StaffCode? = values[.staff].flatMap { readCode($0, of: "staff") }
        let isInOrder = isInOrder(from, until, at: values[.until])
        let isMember = isMember(code, among: staff, at: values[.staff])
        guard let from, let until, let code, isInOrder, let place = values[.staff],
            let spell = OnCallSpell(code, from: from, through: until)
        else { return nil }
        if isMember { checkInPost(spell, among: staff, at: place) }
        return spell
    }

    /// Reports somebody on call who has no post in the team. Where only the form is asked, everybody has one.
    private mutating func isMember(_ code: StaffCode?, among staff: SiteStaffReading, at node: YAMLNode?) -> Bool {
        let codes = staff.codes
        guard let code, let node, models != nil, !staff.hasUnreadableCode, !codes.contains(code) else { return true }
        let nearest = NearestWord.to(code.text, among: codes.map(\.text)).map { "; the nearest is '\($0)'" } ?? ""
        report(.unknownStaff, at: node, "the team has no member of staff \(code)\(nearest)")
        return false
    }

    /// Reports a spell of somebody who is not in post on all of its days, when all posts of that person could be read.
    private mutating func checkInPost(_ spell: OnCallSpell, among staff: SiteStaffReading, at node: YAMLNode) {
        let isClear = !staff.hasUnreadableCode && !staff.unclear.contains(spell.staff)
        guard models != nil, isClear else { return }
        let posts = staff.posts.filter { $0.staff == spell.staff }
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
