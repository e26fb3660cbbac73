import Yams

extension YAMLReader {
    /// The one document of a file; nil when it is no text, no YAML, several, or none.
    package mutating func document(_ bytes: [UInt8], as form: YAMLDocumentForm) -> YAMLDocument? {
        guard let text = text(bytes, as: form), let root = root(of: text, as: form) else { return nil }
        return YAMLDocument(text: text, root: root)
    }

    private mutating func text(_ bytes: [UInt8], as form: YAMLDocumentForm) -> String? {
        guard bytes.count <= form.mostBytes else {
            report(.tooLong, at: .start, "\(form.file) has at most \(form.mostBytes) bytes")
            return nil
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        if let text = String(validating: content, as: UTF8.self) { return seen(text) ? text : nil }
        let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (position, line) in lines.enumerated() where String(validating: line, as: UTF8.self) == nil {
            let place = YAMLPlace(line: position + 1, column: 1)
            report(.notUTF8, at: place, "the line is not UTF-8; save the file as UTF-8")
        }
        return nil
    }

    /// Reports the characters that no YAML may have and nobody sees, each with its place; false when there are any.
    private mutating func seen(_ text: String) -> Bool {
        var place = (line: 1, column: 1)
        var isSeen = true
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                place = (place.line + 1, 1)
                continue
            }
            if scalar.properties.generalCategory == .control, scalar != "\t", scalar != "\r", scalar != "\u{85}" {
                isSeen = false
                let number = String(scalar.value, radix: 16, uppercase: true)
                let code = String(repeating: "0", count: max(0, 4 - number.count)) + number
                report(
                    .notYAML, at: YAMLPlace(line: place.line, column: place.column),
                    "the character U+\(code) cannot be seen and has no place in a file; take it away")
            }
            place.column += 1
        }
        return isSeen
    }

    private mutating func root(of text: String, as form: YAMLDocumentForm) -> YAMLNode? {
        do {
            // Iterated by hand: the sequence keeps its error to itself, and a copy of it would lose that.
            var documents = try Yams.compose_all(yaml: text)
            var nodes: [YAMLNode] = []
            while let node = documents.next() { nodes.append(YAMLNode(node)) }
            if let error = documents.error { throw error }
            guard let first = nodes.first else {
                if let key = form.firstKey {
                    report(.missingKey, at: .start, "the file is empty; \(form.file) begins with '\(key):'")
                }
                return nil
            }
            if nodes.count > 1 {
                report(
                    .notYAML, at: nodes[1],
                    "a file describes one \(form.subject); put the next into a file of its own")
            }
            return first
        } catch {
            let flaw = YAMLFlaw(error)
            report(.notYAML, at: flaw.place, flaw.sentence)
        }
        return nil
    }
}
