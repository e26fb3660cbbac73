import Accounts
import Intervention
import Pages

extension Notice {
    /// What happened, by whom where somebody else did it, and when, as a sentence.
    var sentence: String { "\(what)\(by.map { " by \($0.text)" } ?? ""): \(MinuteText.utc(at))." }

    private var what: String {
        switch kind {
        case .passwordSet: "Your password was set"
        case .passwordReplaced: "Your password was opened to replacement with a one-time link made"
        case .factorSet: "A second factor was set up"
        case .factorRemoved: "Your second factor was removed by a one-time link"
        case .factorReplaced: "Your second factor was opened to replacement with a one-time link made"
        case .recoveryCodeUsed: "A recovery code was used"
        case .recoveryCodesMade: "New recovery codes were made"
        case .addressChanged: "Your name or e-mail address was changed"
        case .linkMade: "A one-time link to your account was made"
        case .tokenMade: "A token for programmes was made"
        case .disabled: "Your account was closed"
        case .enabled: "Your account was opened again"
        case .providerLinked: "An identity provider opens your account now, which was confirmed"
        }
    }
}
