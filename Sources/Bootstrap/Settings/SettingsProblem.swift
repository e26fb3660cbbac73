/// Something wrong in the settings. It never holds a value.
package struct SettingsProblem: Hashable, Sendable, CustomStringConvertible {
    /// Where it stands.
    package let origin: SettingOrigin
    /// What is wrong and what would be right.
    package let sentence: String

    /// `PLACE: sentence`.
    package var description: String { "\(origin): \(sentence)" }
}

/// Settings that cannot be used: everything that is wrong with them. No command works with such settings.
package struct UnusableSettings: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in the order of the places.
    package let problems: [SettingsProblem]

    /// A line a problem, beneath a line that says what they are.
    package var description: String {
        "the settings cannot be used\n" + problems.map(\.description).joined(separator: "\n")
    }

    /// Whether only flags are wrong, which is a matter of usage and not of configuration.
    var isUsage: Bool {
        problems.allSatisfy { problem in
            if case .flag = problem.origin { true } else { false }
        }
    }
}
