import API
import Foundation
import Testing

/// The document as clients have it. What changes in it changes for them: a field or an operation that goes, or comes to be
/// needed, wants another version of the API.
@Suite struct GoldenDocumentTests {
    private static let file: URL = {
        var folder = URL(filePath: #filePath)
        folder.deleteLastPathComponent()
        return folder.appending(path: "Golden/openapi.json")
    }()

    @Test func `the document is the one that was agreed`() throws {
        let document = try JSONSerialization.jsonObject(with: Data(OpenAPIDocument.json(version: "golden").line.utf8))
        let text = try JSONSerialization.data(
            withJSONObject: document, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        if ProcessInfo.processInfo.environment["HOMEWARD_REGENERATE_DOCUMENT"] != nil {
            try (text + Data("\n".utf8)).write(to: Self.file)
        }
        let agreed = try Data(contentsOf: Self.file)
        #expect(agreed == text + Data("\n".utf8), "run with HOMEWARD_REGENERATE_DOCUMENT=1, and read the difference")
    }
}
