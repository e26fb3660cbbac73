import Yams

extension YAMLReader {
    /// The one document of a file; nil when it is no text, no YAML, or several.
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
        if let text = String(validating: content, as: UTF8.self) { return text }
        let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (position, line) in lines.enumerated() where String(validating: line, as: UTF8.self) == nil {
            let place = YAMLPlace(line: position + 1, column: 1)
            report(.notUTF8, at: place, "the line is not UTF-8; save the file as UTF-8")
        }
        return nil
    }

    private mutating func root(of text: String, as form: YAMLDocumentForm) -> YAMLNode? {
        do {
            // Iterated by hand: the sequence keeps its error to itself, and a copy of it would lose that.
            var documents = try Yams.compose_all(yaml: text)
            var nodes: [YAMLNode] = []
            while let node = documents.next() { nodes.append(YAMLNode(node)) }
            if let error = documents.error { throw error }
            guard let first = nodes.first else {
                report(.missingKey, at: .start, "the file is empty; \(form.file) begins with '\(form.firstKey):'")
                return nil
            }
            if nodes.count > 1 {
                report(
                    .notYAML, at: nodes[1],
                    "a file describes one \(form.subject); put the next into a file of its own")
            }
            return first
        } catch let error as YamlError {
            report(error)
        } catch {
            report(.notYAML, at: .start, "the file is no YAML")
        }
        return nil
    }

    private mutating func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let place = YAMLPlace(line: mark.line, column: mark.column)
            report(.notYAML, at: place, "the file is no YAML from here on: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let place = YAMLPlace(line: context.mark.line, column: context.mark.column)
            let keys = duplicates.joined(separator: ", ")
            report(.notYAML, at: place, "a key may stand once; more than once: \(keys)")
        default: report(.notYAML, at: .start, "the file is no YAML")
        }
    }
}
