import Intervention

extension BrokenModel {
    static let ofTeams: [BrokenModel] = [
        BrokenModel(.commonParameters, "rota-ahead") { $0.parameters.removeAll { $0.key == .rotaAhead } },
        BrokenModel(.rightUnit, "booster-every") { $0.alter(.boosterEvery) { $0.unit = .days } },
        BrokenModel(.scheduleAdvances, "supervision-every") {
            $0.alter(.supervisionEvery) { $0.bounds = .whole(0...14) }
        },
        BrokenModel(.wellFormedName, "First Aid") { $0.trainings[0].kind = "First Aid" },
        BrokenModel(.uniqueName, "orientation") { $0.trainings.append($0.trainings[0]) },
        BrokenModel(.titled, "orientation") { $0.trainings[0].title = " " },
        BrokenModel(.sourced, "orientation") { $0.trainings[0].source = "" },
        BrokenModel(.trainedRole, "orientation") { $0.trainings[0].roles = [] },
        BrokenModel(.knownParameter, "supervisor-orientation") { $0.trainings[1].deadline = .months("no-such-months") },
        BrokenModel(.rightUnit, "supervisor-orientation") { $0.trainings[1].deadline = .months(.rotaAhead) },
    ]
}
