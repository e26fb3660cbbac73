import API
import Accounts
import Intervention
import Practice
import Reporting
import Sites

extension ProblemReplies {
    /// What a fault of people, retention, access and figures is to a client; nil for a fault of ours.
    static func problem(ofFurther error: any Error) -> Problem? {
        switch error {
        case PeopleFault.unknownChild, PeopleFault.unknownPerson, RetentionFault.unknownChild: .absent
        case PeopleFault.nothingToSearch:
            Problem(
                .wrongBody, "There is nothing in it to look for.",
                at: [Flaw("/text", "Give a name or part of one, an NHS number or a unique pupil number.")])
        case let fault as ParticularProblem: Problem(.refused, fault.sentence)
        case let fault as PeopleFault: Problem(.refused, "\(fault)")
        case RetentionFault.unknownProposal: .absent
        case let fault as RetentionFault: Problem(.refused, "\(fault)")
        case GlassFault.nothingToReview: Problem(.refused, "Nothing of it waits to be looked into by you.")
        case GlassFault.notOpen: Problem(.refused, "You have the episode not open now.")
        case let fault as GlassFault: Problem(.refused, "\(fault)")
        case ReviewFault.unknown, EditionFault.unknown, OutlierFault.unknown, ProspectFault.unknown: .absent
        case AccountWorkFault.unknownAccount, SiteFault.noVersion: .absent
        case AccountWorkFault.barStands, AccountWorkFault.tieStands: Problem(.refused, "\(error)")
        case let fault as OnCallFault: Problem(.refused, "\(fault)")
        case let fault as AttemptFault: Problem(.refused, "\(fault)")
        case let fault as ReferralOwnerFault: Problem(.refused, "\(fault)")
        case let fault as EditionFault: Problem(.refused, "\(fault)")
        case let fault as OutlierFault: Problem(.refused, "\(fault)")
        case let fault as ReviewFault: Problem(.refused, "\(fault)")
        case let fault as ProspectFault: Problem(.refused, "\(fault)")
        case let misfit as InstrumentMisfit: Problem(.refused, "\(misfit)")
        case let refusal as SiteRefusal:
            Problem(.refused, refusal.reasons.map(\.description).joined(separator: "; "))
        case let fault as SummaryFault: Problem(.refused, "\(fault)")
        case is ScreeningFault: Problem(.refused, "Nobody who was born in that month can be referred on the day.")
        default: nil
        }
    }

    /// What is wrong with what was to be recorded, at its place.
    static func answer(to fault: RecordingFault, at place: String) -> Problem {
        func wrong(_ pointer: String, _ detail: String) -> Problem {
            Problem(.wrongBody, "The body does not have its form.", at: [Flaw(place + pointer, detail)])
        }
        switch fault {
        case .inReplacement(let number, let inner):
            return answer(to: inner, at: "/replacements/\(number)/record/\(inner.form)")
        case .unknownKind(let known):
            return wrong("/kind", "The model records " + known.map(\.text).sorted().joined(separator: ", ") + ".")
        case .unknownField(let key, let known):
            return wrong(
                Flaw.pointer("/fields", key.text),
                known.isEmpty
                    ? "The fact has no fields." : "Its fields are " + known.map(\.text).joined(separator: ", ") + ".")
        case .wrongField(let key, let content):
            return wrong(Flaw.pointer("/fields", key.text), "Give \(content.phrase).")
        case .keptFrom: return Problem(.refused, RecordingFault.keptFromSentence)
        case .noteWithoutReason: return wrong("/because", "Say why in a word, before it is said in words.")
        case .nothingAt:
            return Problem(
                .refused, "Nothing of that place is on record that could be corrected: see the list of events.")
        case .notOwn: return Problem(.refused, RecordingFault.notOwnSentence)
        case .notOfChild: return Problem(.refused, "A child is registered by a referral.")
        }
    }
}

extension RecordingFault {
    /// Why somebody may not put right what they did not write down today.
    static let notOwnSentence =
        "Only what you wrote down yourself today is yours to put right. A supervisor corrects the rest."

    /// Why a family is not given to somebody: nothing is told of what they know.
    static let keptFromSentence = "The family cannot be given to whoever is kept from it. Choose another therapist."

    /// The form of a replacement in which it can be wrong.
    fileprivate var form: String {
        switch self {
        case .noteWithoutReason: "moduleStart"
        default: "fact"
        }
    }
}

extension FactField.Content {
    /// What a field can hold, in words.
    fileprivate var phrase: String {
        switch self {
        case .choice(let words): "one of " + words.map(\.text).joined(separator: ", ")
        case .answer: "yes, no or unknown"
        case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .day: "a day of the calendar, YYYY-MM-DD"
        case .staff: "the code of a member of staff"
        case .link(let kinds): "the id of a fact of the kind " + kinds.map(\.text).joined(separator: " or ")
        case .narrative: "a text that says something"
        }
    }
}
