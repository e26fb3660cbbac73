import ArgumentParser
import Intervention

/// The answers of a form as they are typed: `4 1 - na`.
struct AnswersArgument: Hashable, Sendable {
    /// One for each item, in order; nil for one that was not answered.
    let codes: [AnswerCode?]

    init(_ text: String) throws {
        var codes: [AnswerCode?] = []
        for part in text.split(separator: " ") {
            if part == "-" {
                codes.append(nil)
            } else {
                guard let code = AnswerCode(part) else {
                    throw ValidationError("write codes with a space between them, and - for one that was not answered")
                }
                codes.append(code)
            }
        }
        self.codes = codes
    }
}

extension SDQ.Respondent: ExpressibleByArgument {}
