import CivilDate
import EpisodeStore
import Intervention
import Practice

extension EpisodeSheet {
    /// The sheet for people. It names roles and codes, never a person.
    var lines: [String] {
        var lines = [
            "\(facts.referral.ref?.text ?? id.description): \(model.title) (\(model.id)) version "
                + "\(model.version.number), settings \(settings.number) of \(settingsDay)",
            "Team \(team?.text ?? "-"), therapist \(facts.assignment?.therapist?.text ?? "-"), on \(day)",
            "Referred \(facts.referredOn), \(title(of: facts.phase(on: day) ?? facts.phase))",
        ]
        if let death { lines.append("Died on \(death.words)") }
        lines += block("Phases", facts.spells.filter { $0.from <= day }.map(line))
        lines += block("Taking part", facts.participants.filter { $0.lasts(on: day) }.map(line))
        lines += block("Modules", facts.moduleRuns.filter { $0.from <= day }.map(line))
        lines += block("Trackers", trackers.map(line))
        lines += block("Provided by social care", provision.map(line))
        lines += block(
            "Owed",
            obligations.map { owed in
                let until = owed.closesOn.map { " until \($0.adding(days: -1))" } ?? ""
                return "\(owed.kind) \(owed.ordinal), \(word(for: owed.about)), due \(owed.dueOn), open\(until)"
            })
        lines += block(
            "To look at", alerts.map { "\($0.urgency.rawValue) \($0.code), since \($0.since): \($0.sentence)" })
        return lines
    }

    private func block(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["\(title):"] + lines.map { "  \($0)" }
    }

    private func line(_ spell: PhaseSpell) -> String {
        let until = spell.until.map { " until \($0)" } ?? spell.plannedUntil.map { ", planned until \($0)" } ?? ""
        let setting = spell.setting.map { ", \($0.rawValue)" } ?? ""
        return "\(title(of: spell.phase)) from \(spell.from)\(until)\(setting)"
    }

    private func line(_ spell: ParticipantSpell) -> String {
        "\(word(for: .participant(spell.participant.id))) from \(spell.from)"
    }

    private func line(_ run: ModuleRun) -> String {
        let title = model.modules.first { $0.key == run.module }?.title ?? run.module.text
        let ended = run.until.map { ", \(run.ending?.rawValue ?? "ended") \($0)" } ?? ""
        let unmet = run.unmet.isEmpty ? "" : ", begun without " + run.unmet.map(\.text).joined(separator: ", ")
        let signature = run.needsSignature ? ", signature owed" : ""
        return "\(title), \(word(for: run.about)), from \(run.from)\(ended)\(unmet)\(signature)"
    }

    private func line(_ standing: Standing) -> String {
        let state = standing.tracker.states.first { $0.key == standing.state }?.title ?? standing.state.text
        return "\(standing.tracker.title), \(word(for: standing.about)): \(state)"
            + (standing.since.map { " since \($0)" } ?? "")
    }

    private func line(_ spell: ProvisionSpell) -> String {
        let until = spell.endedOn.map { " until \($0)" } ?? ""
        return "\(spell.provision.kind.rawValue), child: from \(spell.startedOn)\(until)"
    }

    private func title(of phase: PhaseID) -> String { model.phases.phase(phase)?.title ?? phase.text }

    /// A role, with its number among several of the same.
    private func word(for subject: FactSubject) -> String { facts.label(of: subject).text }
}

extension EpisodeMovePreview {
    /// The preview for people.
    var lines: [String] {
        var lines = [
            "\(from.model) version \(from.version.number), settings \(from.settings.number) -> version "
                + "\(to.version.number), settings \(to.settings.number) of \(day)"
        ]
        for difference in differences {
            let (before, after) = (difference.before?.description ?? "-", difference.after?.description ?? "-")
            lines.append("  \(difference.key): \(before) -> \(after)")
        }
        if differences.isEmpty { lines.append("  no value changes") }
        lines += obligationsGone.map { "  no longer owed: \($0.kind) \($0.ordinal), due \($0.dueOn)" }
        lines += obligationsNew.map { "  newly owed: \($0.kind) \($0.ordinal), due \($0.dueOn)" }
        lines += alertsGone.map { "  no longer to look at: \($0.code): \($0.sentence)" }
        lines += alertsNew.map { "  newly to look at: \($0.code): \($0.sentence)" }
        return lines
    }
}
