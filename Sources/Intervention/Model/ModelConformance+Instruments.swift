extension ModelConformance {
    /// The laws of the instruments.
    static func checkInstruments(_ model: any InterventionModel) -> [Violation] {
        var violations: [Violation] = []
        func report(_ law: Violation.Law, _ name: some CustomStringConvertible) {
            violations.append(Violation(model: model.id, law: law, name: "\(name)"))
        }
        if model.adherenceInstruments.isEmpty { report(.adherenceInstrument, model.id) }
        for instrument in model.instruments {
            if instrument.source.isBlank { report(.sourced, instrument.id) }
            if instrument.respondents.isEmpty, !instrument.measures.isRatedByStaff {
                report(.adherenceInstrument, instrument.id)
            }
            if let items = instrument.scoring.items, items < 1 { report(.adherenceInstrument, instrument.id) }
            violations += checkRespondents(instrument, of: model) + checkSchedule(instrument, of: model)
            if let least = instrument.scoring.leastAnswered {
                if standard(least, in: model).map(ParameterKind.billionths.matches) != true {
                    report(.knownParameter, least)
                }
            } else if instrument.measures == .adherence {
                report(.knownParameter, instrument.id)
            }
        }
        return violations + checkRaters(model)
    }

    /// In a phase nobody is asked whom the instrument does not ask at all.
    private static func checkRespondents(_ instrument: Instrument, of model: any InterventionModel) -> [Violation] {
        instrument.respondentsByPhase.sorted { $0.key < $1.key }.compactMap { phase, respondents in
            let isKnown = model.phases.phase(phase)?.kind == .treatment
            let isAsked = !respondents.isEmpty && respondents.allSatisfy(instrument.respondents.contains)
            guard !isKnown || !isAsked else { return nil }
            return Violation(model: model.id, law: .respondentsOfPhase, name: "\(instrument.id): \(phase)")
        }
    }

    private static func checkSchedule(_ instrument: Instrument, of model: any InterventionModel) -> [Violation] {
        guard let schedule = instrument.schedule else {
            guard instrument.measures == .adherence else { return [] }
            return [Violation(model: model.id, law: .scheduleAdvances, name: instrument.id.text)]
        }
        var violations: [Violation] = []
        if standard(schedule.firstAfter, in: model).map(ParameterKind.whole.matches) != true {
            violations.append(Violation(model: model.id, law: .knownParameter, name: schedule.firstAfter.text))
        }
        switch model.parameters.first(where: { $0.key == schedule.every })?.bounds {
        case .whole(let range):
            if range.lowerBound < 1 {
                violations.append(Violation(model: model.id, law: .scheduleAdvances, name: schedule.every.text))
            }
        default: violations.append(Violation(model: model.id, law: .knownParameter, name: schedule.every.text))
        }
        return violations
    }

    /// Where staff rate a colleague, no site may go below the raters that protect each of them.
    private static func checkRaters(_ model: any InterventionModel) -> [Violation] {
        guard model.instruments.contains(where: \.measures.isRatedByStaff) else { return [] }
        guard case .whole(let range) = model.parameters.first(where: { $0.key == .ratersLeast })?.bounds,
            range.lowerBound >= StaffMeasures.fewestRaters
        else { return [Violation(model: model.id, law: .ratersProtected, name: ParameterKey.ratersLeast.text)] }
        return []
    }
}
