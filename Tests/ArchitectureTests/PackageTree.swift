import FoundationEssentials
import Glibc

/// The package's files, read once.
enum PackageTree {
    /// The package's root, found from where this file stands.
    static let root: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    /// Every Swift file under `Sources` and `Tests`.
    static let swift: [SourceFile] = files(under: ["Sources", "Tests"]).filter { $0.hasSuffix(".swift") }.map {
        SourceFile(path: $0, text: text(of: $0) ?? "")
    }

    /// The Swift files of the product.
    static var sources: [SourceFile] { swift.filter { $0.tree == "Sources" } }

    /// The modules of the product: the folders beneath `Sources`.
    static var modules: [String] { names(in: "Sources").filter { isFolder("Sources/\($0)") } }

    /// Every file that people wrote, as a path from the root.
    static let everything: [String] = files(under: names(in: "").filter { !unwritten.contains($0) })

    private static let unwritten: Set<String> = [".git", ".build", ".swiftpm", ".homeward", "Package.resolved"]

    /// A file's text; nil when it is not there or is not UTF-8.
    static func text(of path: String) -> String? {
        guard let data = FileManager.default.contents(atPath: "\(root)/\(path)") else { return nil }
        return String(validating: data, as: UTF8.self)
    }

    /// All files under some files and folders; folders behind symbolic links are left to the place where they really
    /// are.
    private static func files(under paths: [String]) -> [String] {
        paths.flatMap { path -> [String] in
            if isLink(path) { return [] }
            guard isFolder(path) else { return [path] }
            return files(under: names(in: path).map { "\(path)/\($0)" })
        }
    }

    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []).sorted()
    }

    static func isFolder(_ path: String) -> Bool {
        var entry = stat()
        return stat("\(root)/\(path)", &entry) == 0 && entry.st_mode & S_IFMT == S_IFDIR
    }

    private static func isLink(_ path: String) -> Bool {
        // `Sources` and `Tests` themselves may be links, in a package made of parts of this one.
        path.contains("/") && (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(root)/\(path)")) != nil
    }
}
