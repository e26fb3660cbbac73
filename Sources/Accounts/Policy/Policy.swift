/// Who may see and do what: one table that the gate, the filter of queries and row-level security are made of.
///
/// Deny by default. A bar beats every role. Absent and forbidden look the same from outside, so whoever is refused here is
/// told what would be told of something that is not there.
package enum Policy {}
