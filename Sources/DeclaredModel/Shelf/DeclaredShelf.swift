import Intervention
import YAMLFile

/// The declared models of a program: those that were built in, those of a folder beside it, those of a database.
package struct DeclaredShelf: Sendable {
    /// A file that cannot be taken in, and why.
    package enum Fault: Error, Hashable, Sendable {
        /// The file has mistakes.
        case unreadable(String, DeclaredProblems)
        /// An id and version that stands for other content already: the file, the model and who has it.
        case taken(DeclaredFile, ModelID, ModelVersion, by: Holder)
    }

    /// What has an id and version.
    package enum Holder: Hashable, Sendable {
        /// A model that the program was put together with.
        case program
        /// A file.
        case file(DeclaredFile)
    }

    /// The models, in the order of the files.
    package let models: [DeclaredModel]
    /// What has each id and version.
    private let holders: [Key: Holder]

    private let read: Set<[UInt8]>

    /// Takes in files, one after the other. A file that is there already, byte for byte, adds nothing.
    /// - Parameters:
    ///   - files: the embedded ones first.
    ///   - compiled: the models that the program was put together with, whose ids and versions are theirs.
    /// - Throws: every file that cannot be taken in.
    package init(
        _ files: [DeclaredFile], beside compiled: [any InterventionModel] = []
    ) throws(DeclaredShelfFaults) {
        self = try DeclaredShelf(beside: compiled).adding(files)
    }

    /// An empty one.
    /// - Parameter compiled: the models that the program was put together with.
    package init(beside compiled: [any InterventionModel]) {
        let held = compiled.map { (Key(id: $0.id, version: $0.version), Holder.program) }
        self.init(models: [], holders: Dictionary(held, uniquingKeysWith: { first, _ in first }), read: [])
    }

    private init(models: [DeclaredModel], holders: [Key: Holder], read: Set<[UInt8]>) {
        self.models = models
        self.holders = holders
        self.read = read
    }

    /// The shelf with further files, as ``init(_:beside:)`` takes them in.
    package func adding(_ files: [DeclaredFile]) throws(DeclaredShelfFaults) -> DeclaredShelf {
        let (shelf, faults) = taking(files)
        guard faults.isEmpty else { throw DeclaredShelfFaults(faults: faults) }
        return shelf
    }

    /// The shelf with those of further files that can be taken in, and why the others cannot.
    package func taking(_ files: [DeclaredFile]) -> (shelf: DeclaredShelf, faults: [Fault]) {
        var (models, holders, read) = (models, holders, read)
        var faults: [Fault] = []
        for file in files where read.insert(file.bytes).inserted {
            do {
                let model = try DeclaredModel.read(file.bytes)
                let key = Key(id: model.id, version: model.version)
                if let holder = holders[key] {
                    faults.append(.taken(file, model.id, model.version, by: holder))
                } else {
                    holders[key] = .file(file)
                    models.append(model)
                }
            } catch {
                faults.append(.unreadable(file.name, error))
            }
        }
        return (DeclaredShelf(models: models, holders: holders, read: read), faults)
    }

    /// The file that each model of the shelf came from, in their order.
    package var files: [(file: DeclaredFile, model: DeclaredModel)] {
        models.compactMap { model in
            guard case .file(let file)? = holders[Key(id: model.id, version: model.version)] else { return nil }
            return (file, model)
        }
    }

    private struct Key: Hashable {
        let id: ModelID
        let version: ModelVersion
    }
}

/// Why files cannot be taken in.
package struct DeclaredShelfFaults: Error, Hashable, Sendable {
    /// At least one, in the order of the files.
    package let faults: [DeclaredShelf.Fault]

    /// Faults of files.
    package init(faults: [DeclaredShelf.Fault]) {
        self.faults = faults
    }
}

extension DeclaredShelfFaults: CustomStringConvertible {
    /// The lines of all.
    package var description: String {
        faults.flatMap(\.lines).joined(separator: "\n")
    }
}

extension DeclaredShelf.Fault {
    /// One line a mistake, each with the name of its file.
    package var lines: [String] {
        switch self {
        case .unreadable(let name, let problems): problems.problems.map { "\(name): \($0)" }
        case .taken(let file, let id, let version, let holder):
            [
                "\(file.name): \(id) version \(version.number) is \(holder.name) already, with other content; a version "
                    + "never changes, so give this one the next version"
            ] + sums(of: file, beside: holder)
        }
    }

    private func sums(of file: DeclaredFile, beside holder: DeclaredShelf.Holder) -> [String] {
        guard case .file(let other) = holder else { return [] }
        return ["  \(file.name): SHA-256 \(file.checksumText)", "  \(other.name): SHA-256 \(other.checksumText)"]
    }
}

extension DeclaredShelf.Holder {
    fileprivate var name: String {
        switch self {
        case .program: "the program itself"
        case .file(let file): file.name
        }
    }
}
