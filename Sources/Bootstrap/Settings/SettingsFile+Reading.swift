extension SettingsFile {
    /// The text of a settings file; nil when nobody named one and there is none at the usual place.
    /// - Throws: status 66 when it cannot be read, 78 when it is no text.
    static func text(of name: String, isNamed: Bool) throws(CommandFault) -> String? {
        guard let bytes = try InputFile.bytes(of: name, isOptional: !isNamed) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFault(.configuration, "\(name): the file is not UTF-8 text")
        }
        return text
    }
}
