import CivilDate
import Intervention
import Reporting

/// What the start page's form can be set to.
package struct StartOptions: Hashable, Sendable {
    /// Something to choose: what is sent, and what people read.
    package struct Option: Hashable, Sendable {
        /// What is sent.
        package let value: String
        /// What people read.
        package let title: String

        /// Something to choose.
        package init(value: String, title: String) {
            self.value = value
            self.title = title
        }
    }

    /// The sites.
    package let sites: [Option]
    /// The models.
    package let models: [Option]

    /// Choices.
    package init(sites: [Option], models: [Option]) {
        self.sites = sites
        self.models = models
    }
}

/// The fields of the start page's form, by the names they have in an address.
package enum StartField: String, Hashable, Sendable, CaseIterable {
    /// The site.
    case site
    /// The model; empty for each apart, `all` for all added up.
    case model
    /// The first day that counts.
    case from
    /// The last day that counts.
    case to
}

/// What stands in the form, as it was typed, and what is wrong with it.
package struct StartForm: Hashable, Sendable {
    /// What is wrong, and in which field; nil when it is about the address as a whole.
    package struct Problem: Hashable, Sendable {
        /// The field.
        package let field: StartField?
        /// What is wrong and what would be right, in one sentence.
        package let sentence: String

        /// Something wrong.
        package init(_ field: StartField?, _ sentence: String) {
            self.field = field
            self.sentence = sentence
        }
    }

    /// The text of each field.
    package let values: [StartField: String]
    /// What is wrong, in the order of the fields.
    package let problems: [Problem]

    /// A form.
    package init(values: [StartField: String], problems: [Problem] = []) {
        self.values = values
        self.problems = problems
    }

    func problem(of field: StartField) -> Problem? { problems.first { $0.field == field } }
}
