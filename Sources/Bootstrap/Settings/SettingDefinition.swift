/// One row of the table of settings.
package struct SettingDefinition: Hashable, Sendable {
    /// Its name.
    package let key: SettingKey
    /// What its value may be.
    package let kind: SettingKind
    /// The value when nobody sets one; nil when there is none then.
    package let standard: String?
    /// Whether its value is never shown.
    package let isSecret: Bool
    /// The flag that sets it on the commands that use it; nil when it has none.
    package let flag: String?
    /// What it is for, in one sentence.
    package let meaning: String

    init(
        _ key: SettingKey, _ kind: SettingKind, standard: String? = nil, isSecret: Bool = false, flag: String? = nil,
        _ meaning: String
    ) {
        self.key = key
        self.kind = kind
        self.standard = standard
        self.isSecret = isSecret
        self.flag = flag
        self.meaning = meaning
    }
}
