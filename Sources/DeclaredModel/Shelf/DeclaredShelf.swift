import Intervention
import YAMLFile

/// The declared models of a program: those that were built in, and those of a folder beside it.
package struct DeclaredShelf: Sendable {
    /// A file that cannot be taken in, and why.
    package enum Fault: Error, Hashable, Sendable {
        /// The file has mistakes.
        case unreadable(String, DeclaredProblems)
        /// An id and version that stands for other content already: the file, the model and where it is from.
        case taken(String, ModelID, ModelVersion, by: String)
    }

    /// The models, in the order of the files.
    package let models: [DeclaredModel]

    /// Takes in files, one after the other. A file that is there already, byte for byte, adds nothing.
    /// - Parameters:
    ///   - files: the embedded ones first.
    ///   - compiled: the models that the program was put together with, whose ids and versions are theirs.
    /// - Throws: every file that cannot be taken in.
    package init(
        _ files: [DeclaredFile], beside compiled: [any InterventionModel] = []
    ) throws(DeclaredShelfFaults) {
        var models: [DeclaredModel] = []
        var faults: [Fault] = []
        var holders: [Key: Holder] = [:]
        for model in compiled {
            holders[Key(id: model.id, version: model.version)] = Holder(name: "the program itself", bytes: nil)
        }
        for file in files {
            do {
                let model = try DeclaredModel.read(file.bytes)
                let key = Key(id: model.id, version: model.version)
                if let holder = holders[key] {
                    guard holder.bytes != file.bytes else { continue }
                    faults.append(.taken(file.name, model.id, model.version, by: holder.name))
                } else {
                    holders[key] = Holder(name: file.name, bytes: file.bytes)
                    models.append(model)
                }
            } catch {
                faults.append(.unreadable(file.name, error))
            }
        }
        guard faults.isEmpty else { throw DeclaredShelfFaults(faults: faults) }
        self.models = models
    }

    private struct Key: Hashable {
        let id: ModelID
        let version: ModelVersion
    }

    private struct Holder {
        let name: String
        let bytes: [UInt8]?
    }
}

/// Why the files of a folder cannot be taken in.
package struct DeclaredShelfFaults: Error, Hashable, Sendable {
    /// At least one, in the order of the files.
    package let faults: [DeclaredShelf.Fault]
}

extension DeclaredShelfFaults: CustomStringConvertible {
    /// One line a mistake, each with the name of its file.
    package var description: String {
        faults.flatMap(\.lines).joined(separator: "\n")
    }
}

extension DeclaredShelf.Fault {
    fileprivate var lines: [String] {
        switch self {
        case .unreadable(let name, let problems): problems.problems.map { "\(name): \($0)" }
        case .taken(let name, let id, let version, let holder):
            [
                "\(name): \(id) version \(version.number) is \(holder) already, with other content; a version never "
                    + "changes, so give this one the next version"
            ]
        }
    }
}
