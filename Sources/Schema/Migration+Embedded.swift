extension Migration {
    /// The files of `sql/migrations` as they were when the program was built, in order.
    ///
    /// A new file is named here too; a test compares this list with the folder.
    package static let embedded: [Migration] = [
        Migration(name: "m0001_roles", bytes: PackageResources.m0001_roles_sql),
        Migration(name: "m0002_site", bytes: PackageResources.m0002_site_sql),
        Migration(name: "m0003_record", bytes: PackageResources.m0003_record_sql),
        Migration(name: "m0004_projections", bytes: PackageResources.m0004_projections_sql),
        Migration(name: "m0005_identity", bytes: PackageResources.m0005_identity_sql),
        Migration(name: "m0006_exchange", bytes: PackageResources.m0006_exchange_sql),
        Migration(name: "m0007_reporting", bytes: PackageResources.m0007_reporting_sql),
        Migration(name: "m0008_care", bytes: PackageResources.m0008_care_sql),
        Migration(name: "m0009_teams", bytes: PackageResources.m0009_teams_sql),
        Migration(name: "m0010_instruments", bytes: PackageResources.m0010_instruments_sql),
        Migration(name: "m0011_treatment", bytes: PackageResources.m0011_treatment_sql),
        Migration(name: "m0012_models", bytes: PackageResources.m0012_models_sql),
        Migration(name: "m0013_measures", bytes: PackageResources.m0013_measures_sql),
        Migration(name: "m0014_order_of_facts", bytes: PackageResources.m0014_order_of_facts_sql),
        Migration(name: "m0015_interviews", bytes: PackageResources.m0015_interviews_sql),
        Migration(name: "m0016_reasons", bytes: PackageResources.m0016_reasons_sql),
        Migration(name: "m0017_jobs", bytes: PackageResources.m0017_jobs_sql),
        Migration(name: "m0018_duties", bytes: PackageResources.m0018_duties_sql),
        Migration(name: "m0019_upkeep", bytes: PackageResources.m0019_upkeep_sql),
        Migration(name: "m0020_accounts", bytes: PackageResources.m0020_accounts_sql),
        Migration(name: "m0021_reach", bytes: PackageResources.m0021_reach_sql),
        Migration(name: "m0022_sign_in", bytes: PackageResources.m0022_sign_in_sql),
        Migration(name: "m0023_looks", bytes: PackageResources.m0023_looks_sql),
        Migration(name: "m0024_seals", bytes: PackageResources.m0024_seals_sql),
        Migration(name: "m0025_people", bytes: PackageResources.m0025_people_sql),
        Migration(name: "m0026_disposal", bytes: PackageResources.m0026_disposal_sql),
        Migration(name: "m0027_providers", bytes: PackageResources.m0027_providers_sql),
        Migration(name: "m0028_news", bytes: PackageResources.m0028_news_sql),
        Migration(name: "m0029_destroyed_keys", bytes: PackageResources.m0029_destroyed_keys_sql),
        Migration(name: "m0030_reach_of_the_rest", bytes: PackageResources.m0030_reach_of_the_rest_sql),
        Migration(name: "m0031_deaths", bytes: PackageResources.m0031_deaths_sql),
        Migration(name: "m0032_outliers", bytes: PackageResources.m0032_outliers_sql),
    ]
}
