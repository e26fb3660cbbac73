/// What a row that may go in would do.
enum RowEffect {
    /// It tells of something that is not on record.
    case adds
    /// It changes what is on record.
    case corrects
    /// The record says so already, or knows better since.
    case nothing
}
