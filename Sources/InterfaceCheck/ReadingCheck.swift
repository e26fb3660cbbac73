import API
import NIOHTTP1

/// What an operation that reads gives.
struct ReadingCheck: Sendable {
    let probe: Probe
    let words: KnownWords

    func findings(of operation: DocumentReader.Reading) async throws -> [InterfaceFinding] {
        let what = "\(operation.id)"
        guard let path = address(of: operation) else {
            return [InterfaceFinding(.left, what, "nothing is known to ask for at \(operation.path)")]
        }
        let answer = try await probe.ask(.GET, path)
        if [403, 404, 422].contains(answer.status) {
            let form = AnswerForm.flaws(of: answer)
            return [
                InterfaceFinding(
                    form.isEmpty ? .left : .fails, what,
                    ([answer.status == 422 ? "it cannot be asked here" : "not for this token"] + form)
                        .joined(separator: "; "))
            ]
        }
        var findings = [AnswerForm.finding(what, answer, status: 200, further: flaws(of: answer, operation))]
        if operation.isTagged { findings.append(try await known(what, path, answer)) }
        return findings
    }

    private func address(of operation: DocumentReader.Reading) -> String? {
        var (path, query) = (operation.path, [String]())
        for parameter in operation.parameters {
            guard let word = parameter.words.first ?? words[parameter.name] else { return nil }
            if parameter.isOfPath {
                path = path.replacing("{\(parameter.name)}", with: word)
            } else {
                query.append("\(parameter.name)=\(word)")
            }
        }
        return OpenAPIDocument.root + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private func flaws(of answer: Probe.Answer, _ operation: DocumentReader.Reading) -> [String] {
        guard let type = answer["Content-Type"], operation.types.contains(type) else {
            return ["the media type is not one of the document's"]
        }
        guard type == "application/json" else { return linesFlaws(of: answer) }
        guard let json = answer.json else { return ["no JSON"] }
        // An installation of another version may say more than this program knows of.
        guard let known = Operation.all.first(where: { $0.id.rawValue == operation.id }),
            let shape = known.content.first?.shape
        else { return [] }
        return shape.flaws(in: json).prefix(3).map { "at '\($0.pointer)': \($0.detail)" }
    }

    /// The last line says how many there were.
    private func linesFlaws(of answer: Probe.Answer) -> [String] {
        guard let last = answer.body.split(separator: UInt8(ascii: "\n")).last,
            let json = try? JSONReader.read(Array(last)), case .integer? = json["count"]
        else { return ["the last line has no count"] }
        return []
    }

    private func known(_ what: String, _ path: String, _ answer: Probe.Answer) async throws -> InterfaceFinding {
        let what = "\(what): what is known is not sent again"
        guard let tag = answer["ETag"] else { return InterfaceFinding(.fails, what, "no ETag") }
        let again = try await probe.ask(.GET, path, [("If-None-Match", tag)])
        return AnswerForm.finding(what, again, status: 304, further: again.body.isEmpty ? [] : ["it has a body"])
    }
}
