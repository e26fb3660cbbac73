import Markup

/// The place where a script tells of contacts that wait on the device, with all that it says. Empty, and unseen, until there
/// are some; without a script for ever.
package struct UnsentPanel: Hashable, Sendable {
    /// For how long a device keeps a contact that could not be sent: over a weekend, and not for longer on a device that
    /// others use too. Our decision.
    package static let hours = 72

    /// Whose contacts are sent from the page: a word for the account that tells nothing of it.
    private let account: String
    private let mark: String
    private let replaced: String?

    /// A place.
    /// - Parameters:
    ///   - account: a word for the account that tells nothing of it.
    ///   - mark: what shows that our page sent what waits.
    ///   - replaced: the key that the form of the page had before it got another; nil when it got none.
    package init(account: String, mark: String, replaced: String? = nil) {
        self.account = account
        self.mark = mark
        self.replaced = replaced
    }

    /// The same, where the form of the page had another key before.
    package func replacing(_ key: String?) -> UnsentPanel {
        UnsentPanel(account: account, mark: mark, replaced: key)
    }

    var node: Node {
        let ground = [
            .id("unsent"), .class("waits"), Attribute("role", "status"), Attribute("tabindex", "-1"),
            Attribute("hidden"), Attribute("data-account", account), Attribute("data-mark", mark),
            Attribute("data-to", ContactPage.Address.page), Attribute("data-hours", "\(UnsentPanel.hours)"),
        ]
        let before = replaced.map { [Attribute("data-replaces", $0)] } ?? []
        return el("section", ground + before + UnsentPanel.states + UnsentPanel.ends + UnsentPanel.buttons)
    }

    private static let states = [
        Attribute("data-title", "Not sent yet"),
        Attribute(
            "data-waits",
            "Contact with {ref}, written on {when}: not sent yet. It is kept on this device, sealed, for \(hours) hours at"
                + " most, and sent by itself when there is a connection."),
        Attribute(
            "data-signed-out",
            "Contact with {ref}, written on {when}: not sent yet. It is sent when you have signed in again."),
        Attribute(
            "data-refused", "Contact with {ref}, written on {when}: not sent, because something is wrong with it."),
        Attribute(
            "data-others",
            "Written under another account: {count}. They are sent when that account signs in on this device."),
    ]

    private static let ends = [
        Attribute("data-sent", "The contact with {ref}, written on {when}, is on record."),
        Attribute(
            "data-gone",
            "A contact written on {when} could not be sent for \(hours) hours and was deleted from this device. Write it"
                + " down again."),
        Attribute(
            "data-broken",
            "A contact written on {when} can no longer be opened on this device and was deleted. Write it down again."),
        Attribute(
            "data-ask", "Contacts that were not sent: {count}. If you sign out they are deleted from this device."),
    ]

    private static let buttons = [
        Attribute("data-look", "Look at it"), Attribute("data-remove", "Delete it"),
        Attribute("data-another", "Write another contact with this family"),
        Attribute("data-stay", "Stay signed in"), Attribute("data-leave", "Sign out, and delete them"),
    ]
}
