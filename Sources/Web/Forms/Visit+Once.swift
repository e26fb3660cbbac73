import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice

extension Visit {
    /// A key for a form: what is sent twice under it is done once.
    static func newKey() -> String { "form-\(RequestReference.fresh())-\(RequestReference.fresh())" }

    /// What is to be recorded once: the key of the form, with all that was asked. Another key is another wish.
    /// - Throws: status 400 when the form brought no key.
    func keyed() throws -> KeyedWrite {
        let key = form[AskForm.keyField]
        guard (8...100).contains(key.utf8.count), key.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
            throw WebRefusal(.badRequest, .badRequest)
        }
        return KeyedWrite(key: key, request: "\(request.uri.path) \(form.canonical)", days: KeyedWrite.daysOfForms)
    }

    /// The version that the page showed; nil when the form brought none.
    var seen: StreamSeq? { Int64(form[AskForm.versionField]).flatMap { $0 > 0 ? StreamSeq($0) : nil } }
}
