package import Intervention

extension SiteID {
    /// What the vault knows the schema `door` by, which belongs to no site: sites begin at 1.
    package static let door = SiteID(0)
}
