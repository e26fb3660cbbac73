import API
import CivilDate
import Intervention
import Practice

/// What is recorded of a child or a team.
extension WriteReading {
    /// Reads what is recorded of a child.
    typealias OfChild = @Sendable (WriteReading) throws(Problem) -> ChildCommand
    /// Reads what is recorded of a team.
    typealias OfTeam = @Sendable (WriteReading) throws(Problem) -> TeamWrite

    static let placement: OfChild = { body throws(Problem) in
        .startPlacement(
            Placement(
                id: body.call.practice.newID(), setting: try body.word("setting"), reason: body.optional("reason")))
    }

    static let placementEnd: OfChild = { body throws(Problem) in
        .endPlacement(PlacementEnd(of: try body.id("placement"), reason: body.optional("reason")))
    }

    static let provision: OfChild = { body throws(Problem) in
        .startProvision(Provision(id: body.call.practice.newID(), kind: try body.word("kind")))
    }

    static let provisionEnd: OfChild = { body throws(Problem) in .endProvision(try body.id("provision")) }

    static let schoolStatus: OfChild = { body throws(Problem) in .recordSchoolStatus(try body.word("status")) }

    static let offence: OfChild = { body throws(Problem) in
        .recordOffence(Offence(id: body.call.practice.newID(), kind: try body.word("kind")))
    }

    static let household: OfChild = { body throws(Problem) in
        body.body["household"] == .null ? .leaveHousehold : .joinHousehold(try body.code("household"))
    }

    static let death: OfChild = { body throws(Problem) in
        .recordDeath(Death(dayIsEstimated: body.body["dayIsEstimated"] == true))
    }

    static let teamSession: OfTeam = { body throws(Problem) in
        .session(
            try body.word("kind"), with: body.list("staff").compactMap { StaffCode($0) },
            discussing: body.list("episodes").compactMap { EpisodeRef($0) })
    }

    static let training: OfTeam = { body throws(Problem) in
        .command(.completeTraining(Training(try body.term("kind"), of: try body.code("staff"))))
    }

    static let rota: OfTeam = { body throws(Problem) in
        guard case .list(let values)? = body.body["spells"] else { throw body.wrong("spells", "Give a list.") }
        var spells: [OnCallSpell] = []
        for (number, value) in values.enumerated() {
            let reading = WriteReading(call: body.call, body: value, place: "\(body.place)/spells/\(number)")
            let staff: StaffCode = try reading.code("staff")
            guard let spell = OnCallSpell(staff, from: try reading.day("from"), through: try reading.day("through"))
            else { throw reading.wrong("through", "Give a day that is not before the first.") }
            spells.append(spell)
        }
        guard let rota = Rota(spells) else { throw body.wrong("spells", "Give at least one.") }
        return .command(.setRota(rota))
    }

    static let briefing: OfTeam = { body throws(Problem) in
        guard let attended = body.number("attended").flatMap({ Attendance($0) }) else {
            throw body.wrong("attended", "Give how many people came.")
        }
        let briefing = Briefing(
            id: body.call.practice.newID(), ref: body.text("ref").flatMap { BriefingRef($0) },
            for: try body.word("audience"), attended: attended)
        return .command(.brief(briefing))
    }

    static let licence: OfTeam = { body throws(Problem) in
        guard let term = LicenceTerm(from: try body.day("from"), through: try body.day("through")) else {
            throw body.wrong("through", "Give a day that is not before the first.")
        }
        return .command(body.body["isRenewal"] == true ? .renewLicence(term) : .grantLicence(term))
    }

    static let stage: OfTeam = { body throws(Problem) in .command(.reachStage(try body.word("stage"))) }

    /// The texts of a list; none when it was left out.
    func list(_ name: String) -> [String] {
        guard case .list(let values)? = body[name] else { return [] }
        return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
}
