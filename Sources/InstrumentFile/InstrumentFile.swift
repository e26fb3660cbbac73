import Intervention

/// An instrument's definition as its file has it.
///
/// The file of a licensed instrument holds words that may not be passed on: it stays with the site that loaded it.
package struct InstrumentFile: Hashable, Sendable {
    /// What it defines.
    package let definition: InstrumentDefinition
    /// The file itself, word for word.
    package let document: String
}

extension InstrumentFile {
    /// The definitions that need no licence and come with the program: the invented interview, and the scoring of the SDQ
    /// without its words.
    package static let builtIn: [InstrumentDefinition] = embedded.map(\.definition) + [SDQ.definition]

    /// The files of `config/instruments` as they were when the program was built. A test reads each of them.
    static let embedded: [InstrumentFile] = [PackageResources.demo_adherence_yaml].compactMap { bytes in
        try? read(bytes)
    }
}
