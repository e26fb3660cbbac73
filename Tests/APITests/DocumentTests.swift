import API
import Foundation
import Testing

/// The document is made from the declarations, and says nothing that is not there.
@Suite struct DocumentTests {
    private static let document = OpenAPIDocument.json(version: "test")

    @Test func `every operation is declared once`() {
        #expect(Operation.all.count == OperationID.allCases.count)
        #expect(Set(Operation.all.map(\.id)) == Set(OperationID.allCases))
        #expect(Set(Operation.all.map { "\($0.method.rawValue) \($0.path)" }).count == Operation.all.count)
    }

    @Test func `what stands in braces in a path is a parameter of it, and the reverse`() {
        for operation in Operation.all {
            let inPath = operation.path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
                $0.dropFirst().dropLast()
            }
            let declared = operation.parameters.filter { $0.place == .path }.map(\.name)
            #expect(Set(inPath.map(String.init)) == Set(declared), "\(operation.path)")
            #expect(Set(operation.parameters.map(\.name)).count == operation.parameters.count, "\(operation.path)")
            #expect((operation.body != nil) == (operation.method == .post))
        }
    }

    @Test func `every reference leads somewhere, and every form is used`() {
        let text = Self.document.line
        let references = text.components(separatedBy: "\"$ref\":\"#/components/schemas/").dropFirst()
            .map { String($0.prefix { $0 != "\"" }) }
        let known = Set(Component.allCases.map(\.rawValue))
        #expect(Set(references) == known)
    }

    @Test func `every status that is answered is described with its codes`() {
        for operation in Operation.all {
            let answers = Self.document["paths"]?[operation.path]?[operation.method.rawValue]?["responses"]
            for code in operation.problems {
                guard case .text(let sentence)? = answers?["\(code.status)"]?["description"] else {
                    Issue.record("\(operation.id) \(code.status)")
                    continue
                }
                #expect(sentence.contains("`\(code.rawValue)`"))
            }
        }
    }

    @Test func `a problem has its members, and its code a title and a status of its list`() {
        for code in ProblemCode.allCases {
            let json = Problem(code, "A sentence.", at: [Flaw("/a", "Say b.")], version: 3).json(reference: "abcdefgh")
            #expect(Component.problem.shape.flaws(in: json) == [], "\(code)")
            #expect([400, 401, 403, 404, 405, 409, 412, 413, 415, 421, 422, 428, 429, 500, 503].contains(code.status))
        }
    }

    private static let practice: URL = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.appending(path: "Sources/Practice")
    }()

    /// The use cases as the files of `Practice` have them: each function that other modules may call.
    private static func useCases() throws -> Set<String> {
        var found: Set<String> = []
        let files = try #require(FileManager.default.enumerator(at: practice, includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            let name = file.deletingPathExtension().lastPathComponent
            guard name.hasPrefix("Practice+") || name.hasPrefix("AccountWork+") else { continue }
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                guard let start = line.range(of: "package func ")?.upperBound else { continue }
                found.insert("\(name).\(line[start...].prefix { $0.isLetter || $0.isNumber })")
            }
        }
        return found
    }

    @Test func `every use case is an operation, or it is said why not`() throws {
        let (found, lists) = (
            try Self.useCases(),
            [Set(UseCaseList.operations.keys), Set(UseCaseList.inside.keys)]
        )
        let told = lists.reduce(Set()) { $0.union($1) }
        #expect(found.subtracting(told) == [], "say in UseCaseList where it is in the API")
        #expect(told.subtracting(found) == [], "there is no such use case any more")
        #expect(told.count == lists.map(\.count).reduce(0, +), "a use case stands in two lists")
        let operations = UseCaseList.operations.values.flatMap(\.self) + UseCaseList.withoutUseCase
        #expect(Set(operations) == Set(OperationID.allCases) && operations.count == OperationID.allCases.count)
        print(
            "use cases: \(found.count), operations: \(OperationID.allCases.count), inside: \(lists[1].count)")
    }
}
