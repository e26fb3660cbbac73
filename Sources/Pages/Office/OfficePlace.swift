/// At which site a page of an office is read, and at which others its reader could read it.
package struct OfficePlace: Hashable, Sendable {
    /// The name of the field that says the site.
    package static let field = "site"

    /// The site: what is sent, and what people read.
    package let site: StartOptions.Option
    /// All sites where the reader may do the same, this one too.
    package let sites: [StartOptions.Option]

    /// A place.
    package init(site: StartOptions.Option, sites: [StartOptions.Option]) {
        self.site = site
        self.sites = sites
    }

    /// The field of a form that asks for the site; none where there is nothing to choose.
    var fields: [AskField] {
        guard sites.count > 1 else { return [] }
        return [AskField(OfficePlace.field, "Site", value: site.value, .choice(sites))]
    }

    /// What goes along unseen where there is nothing to choose.
    var hidden: [String: String] { sites.count > 1 ? [:] : [OfficePlace.field: site.value] }
}
