import API
import CivilDate
import EpisodeEngine
import Intervention
import Pages
import Practice
import Sites

extension StaffSheet {
    /// Who works in the teams.
    var json: JSON { ["on": .text("\(day)"), "teams": .list(teams.map(\.json))] }
}

extension StaffSheet.Team {
    fileprivate var json: JSON {
        [
            "team": .text(code.text), "licence": licence.json, "posts": .list(posts.map(\.json)),
            "terms": .list(terms.map { ["what": .text($0.what), "on": .text("\($0.on)")] }),
        ]
    }
}

extension LicenceStanding.Licence {
    fileprivate var json: JSON {
        let (word, day): (String, CivilDate?) =
            switch self {
            case .held(let last): ("held", last)
            case .expired(let last): ("expired", last)
            case .begins(let first): ("begins", first)
            case .none: ("none", nil)
            }
        return ["standing": .text(word), "on": .text(day)]
    }
}

extension LicenceBook.Row {
    /// The teams of a site that deliver one model.
    var json: JSON {
        [
            "site": .text(site.text), "name": .text(name), "on": .text("\(day)"), "model": .text(model.text),
            "licensed": .integer(teams.count(where: \.isLicensed)),
            "teams": .list(
                teams.map { team in
                    [
                        "team": .text(team.code.text), "licence": team.licence.json,
                        "stage": .text(team.stage?.rawValue), "step": .text(team.step.rawValue),
                    ]
                }),
        ]
    }
}

extension StaffSheet.Post {
    fileprivate var json: JSON {
        [
            "staff": .text(post.staff.text), "role": .text(post.role.rawValue), "fte": .text("\(post.fte)"),
            "from": .text("\(post.from)"), "through": .text(post.through),
            "trainings": .list(
                trainings.map {
                    ["title": .text($0.title), "completedOn": .text($0.completedOn), "dueOn": .text($0.dueOn)]
                }),
        ]
    }
}

extension RotaSheet {
    /// Who carries the telephones.
    var json: JSON {
        [
            "from": .text("\(from)"), "through": .text("\(through)"),
            "teams": .list(
                teams.map { ["team": .text($0.code.text), "spells": .list($0.spells.map(\.json))] }),
        ]
    }
}

extension RotaSheet.Spell {
    fileprivate var json: JSON {
        [
            "from": .text("\(from)"), "through": .text("\(through)"),
            "staff": .list(holders.map { .text($0.text) }),
        ]
    }
}

extension SiteVersion {
    /// A version of a site's file.
    var json: JSON {
        [
            "version": .integer(Int(version.number)), "appliedAt": .text("\(appliedAt)"),
            "appliedBy": .text(appliedBy), "changes": .list(changes.map { .text($0) }),
        ]
    }
}

extension ReallocationSheet {
    /// The families of somebody, and what would come of giving them to another.
    var json: JSON {
        [
            "on": .text("\(day)"), "families": .list(families.map(\.json)),
            "others": .list(others.map(\.json)), "advice": .list(advice.map { .text($0) }),
        ]
    }
}

extension ReallocationSheet.Family {
    fileprivate var json: JSON {
        [
            "ref": .text(ref.text), "name": .text(name), "version": .integer(Int(version.number)),
            "week": week.map { .integer($0.number) } ?? .null, "isChosen": .boolean(isChosen),
            "obstacle": obstacle.map(\.json) ?? .null,
        ]
    }
}

extension ReallocationSheet.Obstacle {
    fileprivate var json: JSON { ["code": .text(code), "sentence": .text(sentence)] }

    private var code: String {
        switch self {
        case .barred: "barred"
        case .noPost: "no-post"
        case .refused(let refusal): "\(refusal.code)"
        }
    }
}

extension ReferralSheet.Caseload {
    /// How many families somebody has.
    var json: JSON {
        [
            "staff": .text(staff.text), "families": .integer(families), "most": most.map { .integer($0) } ?? .null,
        ]
    }
}

extension LetterSheet {
    /// A letter as it would be printed.
    func json(of page: LetterPage) -> JSON {
        [
            "site": .text(site), "letterhead": .list(letterhead.map { .text($0) }), "on": .text("\(day)"),
            "ref": .text(ref.text), "subject": .text(page.subject),
            "paragraphs": .list(page.paragraphs.map { .text($0) }),
        ]
    }
}
