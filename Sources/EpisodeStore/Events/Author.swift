import Intervention

/// Who records: the code of a member of staff, or of a part of the programme.
package struct Author: Hashable, Sendable {
    /// Who writes.
    package let recordedBy: StaffCode
    /// For whom, when that is somebody else.
    package let onBehalfOf: StaffCode?

    /// Somebody who records.
    package init(_ recordedBy: StaffCode, onBehalfOf: StaffCode? = nil) {
        self.recordedBy = recordedBy
        self.onBehalfOf = onBehalfOf
    }
}
