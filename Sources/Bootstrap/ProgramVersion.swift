/// The version of the program.
enum ProgramVersion {
    /// What `homeward --version` prints. The number is that of the topmost release in CHANGELOG.md.
    static let text = "homeward 0.1.0"
}
