import Intervention
import Practice

extension KeyedWriteFault {
    /// What the page says that comes back.
    var sentence: String {
        switch self {
        case .stillRunning: "This is being saved at the moment. Send it once more in a few seconds."
        case .keyOfAnother:
            "What this form was sent with before is on record already. If this is something else, send it once more."
        case .changed: "Somebody else changed this while you were typing. Look at it, and send yours once more."
        case .nobody: "Nobody is signed in. Sign in, and send it once more."
        }
    }
}

extension Refusal {
    /// What the page says that comes back.
    var sentence: String {
        let text = description
        return text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
    }
}
