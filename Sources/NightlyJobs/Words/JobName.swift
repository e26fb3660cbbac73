import Intervention

/// The vocabulary of names of jobs.
package enum JobVocabulary {}

/// The name of a nightly job: `obligations`.
package typealias JobName = Term<JobVocabulary>
