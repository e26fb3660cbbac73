/// What a transaction tells the database about itself, for row-level security: settings that hold until it ends.
/// They travel with BEGIN and the first statement in one round trip, through `set_config(name, value, true)`.
package struct SessionScope: Sendable, Hashable {
    /// One setting.
    package struct Setting: Sendable, Hashable {
        /// A name with a dot in it: `homeward.site`.
        package let name: String
        /// Its value; always text.
        package let value: String
    }

    /// The settings, in the order in which they are made.
    package let settings: [Setting]

    /// A scope of names and values.
    package init(_ settings: KeyValuePairs<String, String>) {
        self.settings = settings.map { Setting(name: $0.key, value: $0.value) }
    }

    /// A scope of names and values.
    package init(settings: [(name: String, value: String)]) {
        self.settings = settings.map { Setting(name: $0.name, value: $0.value) }
    }
}
