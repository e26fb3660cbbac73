import EpisodeStore
import Intervention
import Practice
import Sites
import Vault

/// Imports registers.
package typealias RegisterImporter = FileImporter<RegisterColumn>

extension FileImporter where Column == RegisterColumn {
    /// An importer of registers.
    /// - Parameters:
    ///   - practice: opens the transaction.
    ///   - models: all versions of the models, as the record's store has them.
    ///   - vault: the vault over the keys of the home.
    ///   - clock: the clock that the record is stamped by.
    package init(practice: Practice, models: ModelRegistry, vault: Vault, clock: RecordClock) {
        self.init(practice: practice) { session in
            try RegisterImport(ImportBench(in: session, models: models, vault: vault, clock: clock))
        }
    }
}

/// Imports lists of interviews.
package typealias InterviewImporter = FileImporter<InterviewColumn>

extension FileImporter where Column == InterviewColumn {
    /// An importer of lists of interviews.
    package init(practice: Practice, models: ModelRegistry, vault: Vault, clock: RecordClock) {
        self.init(practice: practice) { session in
            var bench = ImportBench<InterviewColumn>(in: session, models: models, vault: vault, clock: clock)
            bench.interviews = try await session.interviewGround()
            return ListImport<InterviewList>(bench: bench)
        }
    }
}

/// Imports lists of placements.
package typealias PlacementImporter = FileImporter<PlacementColumn>

extension FileImporter where Column == PlacementColumn {
    /// An importer of lists of placements.
    package init(practice: Practice, models: ModelRegistry, vault: Vault, clock: RecordClock) {
        self.init(practice: practice) { session in
            ListImport<PlacementList>(bench: ImportBench(in: session, models: models, vault: vault, clock: clock))
        }
    }
}

/// Imports lists of provision.
package typealias ProvisionImporter = FileImporter<ProvisionColumn>

extension FileImporter where Column == ProvisionColumn {
    /// An importer of lists of provision.
    package init(practice: Practice, models: ModelRegistry, vault: Vault, clock: RecordClock) {
        self.init(practice: practice) { session in
            ListImport<ProvisionList>(bench: ImportBench(in: session, models: models, vault: vault, clock: clock))
        }
    }
}

/// Imports lists of follow-ups.
package typealias FollowUpImporter = FileImporter<FollowUpColumn>

extension FileImporter where Column == FollowUpColumn {
    /// An importer of lists of follow-ups.
    package init(practice: Practice, models: ModelRegistry, vault: Vault, clock: RecordClock) {
        self.init(practice: practice) { session in
            ListImport<FollowUpList>(bench: ImportBench(in: session, models: models, vault: vault, clock: clock))
        }
    }
}

/// Imports lists of training and briefings.
package typealias TrainingImporter = FileImporter<TrainingColumn>

extension FileImporter where Column == TrainingColumn {
    /// An importer of lists of training and briefings.
    package init(practice: Practice, models: ModelRegistry, vault: Vault, clock: RecordClock) {
        self.init(practice: practice) { session in
            ListImport<TrainingList>(bench: ImportBench(in: session, models: models, vault: vault, clock: clock))
        }
    }
}
