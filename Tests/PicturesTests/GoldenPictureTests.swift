import Foundation
import Markup
import Pictures
import Testing

/// What each kind of picture looks like, byte for byte. `HOMEWARD_REGENERATE_PICTURES=1` writes the files anew; look at them
/// in a browser before they are kept.
@Suite struct GoldenPictureTests {
    @Test func `the same figures give the same bytes`() throws {
        for (name, picture) in try Samples.usual() {
            let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).html")
            let text = picture.figure.html + "\n"
            if ProcessInfo.processInfo.environment["HOMEWARD_REGENERATE_PICTURES"] != nil {
                try Data(text.utf8).write(to: file)
            }
            let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            #expect(text == golden, "\(name)")
        }
    }
}
