import EpisodeStore
import Intervention
import Pages
import Practice

/// What a form of a referral or of a decision says of an error, and at which field; other errors are none of the form's.
struct ReferralFault {
    let field: String?
    let sentence: String

    init?(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self.init(nil, refusal.sentence)
        case let fault as KeyedWriteFault: self.init(nil, fault.sentence)
        case RecordingFault.keptFrom: self.init(ReferralPage.Field.therapist, RecordingFault.keptFromSentence)
        case let fault as ReferredChildFault: self.init(of: fault)
        case PeopleFault.numberTaken:
            self.init(
                NewReferralPage.Field.number,
                "The NHS number cannot be kept here as it is. Ask for it again, or ask your information-governance officer."
            )
        case let fault as StoreFault where ReferralFault.told.contains(fault.code):
            self.init(nil, "\(fault)".asSentence)
        default: return nil
        }
    }

    /// What the record says of another one's doing, and of references that are in use.
    private static let told: [StoreFault.Code] = [.conflict, .openEpisodeExists, .referenceTaken]

    private init(_ field: String?, _ sentence: String) {
        self.field = field
        self.sentence = sentence
    }

    private init(of fault: ReferredChildFault) {
        switch fault {
        case .nhsNumber:
            self.init(
                NewReferralPage.Field.number, "It is no NHS number. Type its ten digits; look for a slip of the pen.")
        case .birthDate:
            self.init(NewReferralPage.Field.born, "The date of birth is still to come. Type another.")
        case .name:
            self.init(NewReferralPage.Field.name, "The name cannot be kept as it is. Type it with letters, shorter.")
        }
    }
}

extension String {
    /// A fault's words as a page says them: with a capital letter and a full stop.
    var asSentence: String { "\(prefix(1).uppercased())\(dropFirst())\(hasSuffix(".") ? "" : ".")" }
}
