import YAMLFile

/// The keys of a site file.
enum SiteFileKey: String, YAMLKey {
    case code
    case name
    case jurisdiction
    case timeZone
    case teams
}

/// The keys of a team in a site file.
enum SiteFileTeamKey: String, YAMLKey {
    case code
    case model
    case startedOn
}
