import CivilDate
import Intervention

/// An edition of frozen figures by its number.
package struct EditionNumber: Hashable, Sendable {
    /// 1 or more.
    package let number: Int

    /// The number, or nil below 1.
    package init?(_ number: Int) {
        guard number >= 1 else { return nil }
        self.number = number
    }
}

/// A report as it is handed over, whoever asks: from it come the text, the JSON, the CSV and the page.
///
/// The same facts give the same document: there is no time of running in it.
package struct ReportDocument: Hashable, Sendable {
    /// What the report is called on the command line.
    package let name: String
    /// What people call it.
    package let title: String
    /// What it is about; nil for what is worked out from a file and from nobody's record.
    package let scope: ReportScope?
    /// The days that count; nil where no days do.
    package let period: CivilPeriod?
    /// What was known at this time; nil for what is known now.
    package let knownAt: Instant?
    /// The edition that the figures were frozen in; nil for live ones.
    package let edition: EditionNumber?
    /// What was found, and of whom: sentences that stand over the tables. A report of nothing says so here.
    package let findings: [String]
    /// What programs are given between the edition and the notes, in this order.
    package let fields: [ReportValue.Member]
    /// What people are given.
    package let tables: [ReportTable]
    /// What spreadsheets are given.
    package let records: ReportRecords
    /// What has to be known to read the figures rightly, a sentence each.
    package let notes: [String]

    /// The answer to a question.
    /// - Parameter fields: nil for the records under the key `rows`.
    package init(
        _ name: String, title: String, answering request: ReportRequest?, edition: EditionNumber? = nil,
        findings: [String], fields: [ReportValue.Member]? = nil, tables: [ReportTable], records: ReportRecords,
        notes: [String]
    ) {
        self.name = name
        self.title = title
        scope = request?.scope
        period = request?.period
        knownAt = request?.knownAt
        self.edition = edition
        self.findings = findings
        self.fields = fields ?? [.init("rows", records.value)]
        self.tables = tables
        self.records = records
        self.notes = notes
    }
}
