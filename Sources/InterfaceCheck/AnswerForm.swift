import API

/// What every answer must have, whatever its status.
enum AnswerForm {
    /// What is wrong with an answer; empty when nothing is.
    static func flaws(of answer: Probe.Answer) -> [String] {
        var flaws: [String] = []
        if !answer.isWhole { flaws.append("the answer broke off") }
        if answer["X-Request-Id"] == nil { flaws.append("no X-Request-Id") }
        if answer["X-Content-Type-Options"] != "nosniff" { flaws.append("no X-Content-Type-Options") }
        if answer["Content-Security-Policy"] == nil { flaws.append("no Content-Security-Policy") }
        if answer["Cache-Control"] != "no-store" { flaws.append("it may be kept by caches") }
        if answer.status >= 400 { flaws += problemFlaws(of: answer) }
        return flaws
    }

    private static func problemFlaws(of answer: Probe.Answer) -> [String] {
        guard answer["Content-Type"] == Problem.mediaType, let json = answer.json else {
            return ["no problem by RFC 9457"]
        }
        var flaws = Component.problem.shape.flaws(in: json).map { "the problem at '\($0.pointer)': \($0.detail)" }
        if json["status"] != .integer(answer.status) { flaws.append("the problem names another status") }
        if answer.status >= 500 { flaws.append("a fault of the service") }
        return flaws
    }

    /// A finding of an answer that must have a status, and a code when it is a problem.
    static func finding(
        _ what: String, _ answer: Probe.Answer, status: Int, code: ProblemCode? = nil, further: [String] = []
    ) -> InterfaceFinding {
        var flaws = AnswerForm.flaws(of: answer) + further
        if answer.status != status || answer.code != code?.rawValue {
            flaws.insert("status \(answer.status) \(answer.code ?? ""), not \(status) \(code?.rawValue ?? "")", at: 0)
        }
        return InterfaceFinding(flaws.isEmpty ? .holds : .fails, what, flaws.joined(separator: "; "))
    }
}
