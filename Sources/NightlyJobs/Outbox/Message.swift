import CivilDate
import Intervention

/// Something that a job has to say to a member of staff, once.
package struct Message: Hashable, Sendable {
    /// Whom it is for; where that person reads mail is the sender's business.
    package let recipient: StaffCode
    /// What kind of message: `digest`. A run has one of each kind for a person.
    package let kind: MessageKind
    /// One line.
    package let subject: String
    /// Plain text. It names families by the episode's reference, and nobody by name.
    package let body: String

    /// A message.
    package init(to recipient: StaffCode, _ kind: MessageKind, subject: String, body: String) {
        self.recipient = recipient
        self.kind = kind
        self.subject = subject
        self.body = body
    }
}

/// The vocabulary of kinds of messages.
package enum MessageVocabulary {}

/// A kind of message: `digest`.
package typealias MessageKind = Term<MessageVocabulary>

/// A message in the outbox with what it came from.
package struct Outgoing: Hashable, Sendable {
    /// The run that made it.
    package let key: OccurrenceKey
    /// The message.
    package let message: Message
    /// When it was made.
    package let madeAt: Instant

    /// What tells it from all others, for ever: `KIND+DATE+RECIPIENT+JOB+SITE`, with `=` for the dots of codes. It can be
    /// the name of a file, and stand in a header.
    package var id: String {
        // No code has a plus or an equals sign; dots in a row may not stand in a header.
        "\(message.kind)+\(key.date)+\(message.recipient)+\(key.job)+\(key.site)".replacing(".", with: "=")
    }
}
