import CivilDate
import Intervention
import Postgres

/// A report over the reporting facts, with what it is asked beside scope, period and time of knowledge. A further report is
/// one statement of SQL, one such type and one command.
package protocol FactReport: Hashable, Sendable {
    /// What it finds.
    associatedtype Answer: ReportAnswer

    /// Reads the answer.
    /// - Parameters:
    ///   - ground: what was asked, and what is known of the scope beside its facts.
    ///   - transaction: one whose role may see the facts of all the sites, begun with ``IndicatorReport/planning`` after
    ///     everything stamped up to the time of knowledge was committed.
    /// - Throws: ``ReportFault``, or the database's fault.
    func read(_ ground: ReportGround, in transaction: Transaction) async throws -> Answer
}

/// What a report found: values for those who draw or count on, and the document that is handed over.
package protocol ReportAnswer: Hashable, Sendable {
    /// The document.
    var document: ReportDocument { get }
}

/// A site as reports know it.
package struct ReportSite: Hashable, Sendable {
    /// A team of it.
    package struct Team: Hashable, Sendable {
        /// Its code.
        package let code: TeamCode
        /// The model that it delivers.
        package let model: ModelID
        /// The day it began its work.
        package let startedOn: CivilDate

        /// A team.
        package init(_ code: TeamCode, delivering model: ModelID, since startedOn: CivilDate) {
            self.code = code
            self.model = model
            self.startedOn = startedOn
        }
    }

    /// The number that the database gave it.
    package let id: SiteID
    /// Its code.
    package let code: SiteCode
    /// The nation that it works in.
    package let nation: Jurisdiction
    /// Its teams by code.
    package let teams: [Team]

    /// A site.
    package init(_ id: SiteID, _ code: SiteCode, in nation: Jurisdiction, teams: [Team]) {
        self.id = id
        self.code = code
        self.nation = nation
        self.teams = teams
    }
}

/// What a report stands on: the question, and what is known of the scope beside its facts.
package struct ReportGround: Sendable {
    /// The question.
    package let request: ReportRequest
    /// The sites of its scope, by code.
    package let sites: [ReportSite]
    /// The day it is at the sites at the time of knowledge; the earliest where they differ.
    package let today: CivilDate
    /// The models of the programme.
    package let models: ModelRegistry
    /// The models that the scope runs.
    package let running: Set<ModelID>
    /// The values of models' parameters at the site on the last day of the period; a model that is missing, and every one
    /// of all sites together, has its standard ones.
    package let settings: [ModelID: ModelSettings]

    /// A ground.
    package init(
        _ request: ReportRequest, sites: [ReportSite], today: CivilDate, models: ModelRegistry, running: Set<ModelID>,
        settings: [ModelID: ModelSettings]
    ) {
        self.request = request
        self.sites = sites
        self.today = today
        self.models = models
        self.running = running
        self.settings = settings
    }

    /// The numbers of the sites.
    package var numbers: [Int32] { sites.map(\.id.number) }

    /// The one model that is asked for; nil for several.
    package var model: ModelID? { if case .one(let id) = request.scope.models { id } else { nil } }
}
